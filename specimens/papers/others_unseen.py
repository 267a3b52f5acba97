"""Papers that nobody asked for, kept for measuring.

Nobody looks at these while writing cues, readers or training data.
"""

from __future__ import annotations

from specimens.papers.forms import Form
from specimens.papers.letters import template

_FORMS = (
    Form(
        "moving_list",
        "fr",
        (),
        ("Liste pour le déménagement",),
        "handwritten",
        text=(
            "Cartons de livres (4), lampe de bureau, vaisselle, couette, vélo",
            "Rendre les clés à {other} le {now_num}, relever le compteur",
            "Appeler le camion : {phone}",
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "concert_ticket",
        "fr",
        (),
        ("ORCHESTRE DE {town2}", "Concert de la rentrée"),
        "grid",
        rows=(
            ("Date", "{now_fr}, 20 h 30"),
            ("Salle", "Auditorium, porte B"),
            ("Rang et place", "{hour} - {minute}"),
            ("Tarif", "Étudiant, 12,00 €"),
            ("Commande", "{ref}"),
        ),
        foot=("Billet non échangeable. Ouverture des portes à 20 h.",),
        stamp=(),
        furniture=("barcode", "unsigned"),
    ),
    Form(
        "reading_list",
        "en",
        (),
        ("READING LIST", "Introduction to European Law"),
        "prose",
        text=(
            "Week 1. The founding treaties; primacy and direct effect. Chapters 1 to 3.",
            "Week 2. The court and its procedure. Read the two judgments on the course page.",
            "Week 3. Free movement of goods. Prepare questions 4, 7 and 9 for the tutorial.",
            "Essays of 1,500 words are handed in before the last lecture.",
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "assembly_notice",
        "fr",
        (),
        ("Convocation à l'assemblée générale",),
        "prose",
        head=("Association des jardiniers de {town2}",),
        text=(
            "Chers adhérents, vous êtes invités à notre assemblée le {now_fr} à 18 heures.",
            "Ordre du jour : rapport moral, comptes, cotisations, calendrier des plantations.",
            "Pouvoir : je donne pouvoir à ............................ pour voter à ma place.",
        ),
        foot=("Le président, {other}",),
        stamp=(),
    ),
)

TEMPLATES = tuple(template("other", form.name, (("other", form),), unseen=True) for form in _FORMS)
