"""French birth records kept for measuring: copies, extracts, the plurilingual form, Nantes.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.birth_record import WITHOUT_PARENTS
from specimens.papers.unseen_facts import (
    Facts,
    draw_signatory,
    draw_town,
    label_column,
    record,
    template,
)
from specimens.people import NATIONALITIES

KIND = "birth_certificate"

_TRADES = (("mécanicien", "coiffeuse"), ("ingénieur", "professeure des écoles"),
           ("chauffeur routier", "aide-soignante"), ("gérant de société", "sans profession"),
           ("militaire", "secrétaire médicale"))  # fmt: skip
_GROUPS = 5
"""French records are dealt out over this many groups of states, so that they do not crowd out the
records of a student's own state."""


def dealt(group: int) -> tuple[str, ...]:
    """Return the states whose natives may hold the record of a group; those of France any."""
    return ("FRA", *NATIONALITIES[group::_GROUPS])


def parents_days(facts: Facts) -> tuple[date, date]:
    """Return the birth dates of father and mother."""
    rng = facts.rng
    return (facts.born - timedelta(days=rng.randint(9200, 15400)),
            facts.born - timedelta(days=rng.randint(7800, 13900)))  # fmt: skip


def _modern_copy(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, (his, hers), trades = facts.rng, parents_days(facts), facts.rng.choice(_TRADES)
    face = Face(rng.choice(("Liberation Sans", "Carlito", "Noto Sans")), 10)
    sheet.lines(20, 22, (f"Commune de {facts.place}", "État civil"), face.strong())
    sheet.write(190, 22, f"Acte n° {rng.randint(1, 2900):06d}", face, "right")
    sheet.write(105, 46, "COPIE INTÉGRALE", face.but(size=15, bold=True), "center")
    sheet.write(105, 53, "ACTE DE NAISSANCE", face.but(size=12), "center")
    time = f"{rng.randint(0, 23)} heures {rng.randint(10, 59)} minutes"
    blocks = (
        ("ENFANT", (("Nom", facts.surname), ("Prénom(s)", facts.given),
                    ("Né(e) le", f"{wording.french_date(facts.born)}, {time}"),
                    ("À", facts.place), ("Sexe", facts.by_sex("masculin", "féminin")))),
        ("PÈRE", (("Nom, prénom(s)", facts.father(True)),
                  ("Naissance", f"{wording.french_date(his)} à {draw_town(rng)[0]}"),
                  ("Profession", trades[0]))),
        ("MÈRE", (("Nom, prénom(s)", facts.mother(True)),
                  ("Naissance", f"{wording.french_date(hers)} à {draw_town(rng)[0]}"),
                  ("Profession", trades[1]))),
        ("DÉCLARANT", (("Qualité", "le père"),)),
    )  # fmt: skip
    y = 66.0
    for head, rows in blocks:
        sheet.write(20, y, head, face.but(bold=True, color="#3c3c3c"))
        sheet.rule(20, y + 1.6, 190, "#9a9a9a", 0.2)
        y = label_column(sheet, 26, y + 7.5, rows, face, 40, 6, strong=head == "ENFANT") + 3
    officer, day = draw_signatory(rng), facts.born + timedelta(days=rng.randint(1, 5))
    y = sheet.prose(20, y, 170, f"Acte dressé le {wording.french_date(day)}. Après lecture et "
                    f"invitation à lire l'acte, Nous, {officer}, officier de l'état civil, avons "
                    "signé avec le déclarant.", face, leading=1.4)  # fmt: skip
    sheet.write(20, y + 8, "MENTIONS : néant", face)
    sheet.lines(112, y + 16, ("Copie conforme aux registres,",
                f"délivrée le {wording.french_date(facts.lately(400))}",
                "L'officier de l'état civil délégué"), face)  # fmt: skip
    marks.signature(sheet, 116, y + 30, rng)
    marks.round_stamp(sheet, 84, y + 32, rng, f"Mairie de {facts.place}", ("R.F.",), 14)
    return record(facts, "fr")


def _photocopy(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the photocopy of a page of a register, typed, with notes by hand in its margin."""
    rng, (his, hers), trades = facts.rng, parents_days(facts), facts.rng.choice(_TRADES)
    typed = Face(rng.choice(("FreeMono", "Liberation Mono")), 9.8, color="#262626")
    hand = Face(rng.choice(("DkgHandwriting", "Breip")), 11.5, color="#303030")
    _specks(sheet, rng)
    sheet.box(0, 0, 5, 297, stroke=None, fill="#4a4a4a")
    sheet.stroke(64, 10, 64, 232, "#5a5a5a", 0.25)
    number = rng.randint(20, 1900)
    head = (f"N° {number}", "", "Naissance de", facts.surname, facts.given)
    sheet.lines(12, 22, head, typed.strong(), within=50)
    sheet.lines(12, 68, ("Vérifié ce jour,", "aucune autre mention.",
                f"Le {facts.born.day}.{facts.born.month}.{facts.born.year + 12}", "Le greffier"),
                hand, leading=1.7)  # fmt: skip
    hour, minute = rng.randint(1, 23), rng.randint(2, 59)
    day = facts.born + timedelta(days=rng.randint(1, 3))
    e = facts.by_sex("", "e")
    text = (
        f"Le {wording.french_date_in_words(facts.born)}, {wording.number_in_french(hour)} heures "
        f"{wording.number_in_french(minute)} minutes, est né{e} à {facts.place} : "
        f"{facts.given_first}, du sexe {facts.by_sex('masculin', 'féminin')}, de "
        f"{facts.father()}, né à {draw_town(rng)[0]} le {wording.french_date_in_words(his)}, "
        f"{trades[0]}, et de {facts.mother()}, née à {draw_town(rng)[0]} le "
        f"{wording.french_date_in_words(hers)}, {trades[1]}, son épouse, domiciliés à "
        f"{facts.place}.<br/><br/>Dressé le {wording.french_date_in_words(day)}, dix heures "
        "quinze minutes, sur la déclaration de "
        f"{draw_signatory(rng, 'F')}, sage-femme, qui, lecture faite et invitée à lire l'acte, a "
        f"signé avec Nous, {draw_signatory(rng)}, adjoint au maire, officier de l'état civil par "
        "délégation."
    )
    y = sheet.prose(69, 17, 128, text, typed, leading=1.6)
    marks.signature(sheet, 72, y + 5, rng, 36, 12)
    marks.signature(sheet, 130, y + 6, rng, 34, 12)
    sheet.rule(69, y + 26, 198, "#5a5a5a", 0.25)
    look = Face("Liberation Sans", 9.5)
    sheet.lines(72, 246, ("Photocopie certifiée conforme à l'original du registre",
                f"{facts.place}, le {wording.numeric_date(facts.lately(300))}",
                "Pour le Maire, le fonctionnaire délégué"), look)  # fmt: skip
    marks.round_stamp(sheet, 170, 262, rng, f"Mairie de {facts.place}", ("ÉTAT CIVIL",), 15)
    marks.signature(sheet, 90, 262, rng)
    return record(facts, "fr")


def _specks(sheet: Sheet, rng: Random) -> None:
    for _ in range(90):
        sheet.disc(rng.uniform(6, 204), rng.uniform(6, 290), rng.uniform(0.08, 0.25),
                   fill="#8a8a8a")  # fmt: skip


def _extract(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the extract of a town hall, with the parents or, where wished, without."""
    rng, parents = facts.rng, facts.wish.variant != WITHOUT_PARENTS
    face = Face(rng.choice(("Caladea", "Liberation Serif", "Open Sans")), 10.5)
    marks.crest(sheet, 20, 14, 17, rng, rng.choice(marks.ACCENTS))
    sheet.lines(42, 20, (f"Ville de {facts.place}", "Direction de l'accueil et de l'état civil"),
                face.strong())  # fmt: skip
    sheet.write(105, 54, "Extrait d'acte de naissance", face.but(size=18), "center")
    sheet.write(105, 61, f"{'avec' if parents else 'sans'} filiation", face.but(italic=True),
                "center")  # fmt: skip
    year, number = facts.born.year, rng.randint(30, 3900)
    he = facts.by_sex("né", "née")
    text = (
        f"Registre des naissances de l'année {year}, acte numéro {number}.<br/><br/>"
        f"Le <b>{wording.french_date(facts.born)}</b> à {rng.randint(1, 23)} h "
        f"{rng.randint(10, 59)} est {he} à {facts.place} :<br/><br/>"
        f"<b>{facts.surname}</b><br/><b>{facts.given}</b><br/><br/>"
        f"de sexe {facts.by_sex('masculin', 'féminin')}"
    )
    if parents:
        child = facts.by_sex("fils", "fille")
        text += f",<br/>{child} de {facts.father()}<br/>et de {facts.mother()}"
    y = sheet.prose(34, 74, 142, f"{text}.<br/><br/>Mention(s) marginale(s) : néant.", face,
                    leading=1.5)  # fmt: skip
    sheet.write(34, y + 10, f"Pour extrait conforme, le {wording.french_date(facts.lately(90))}",
                face)  # fmt: skip
    sheet.lines(112, y + 20, ("Le Maire, et par délégation,", draw_signatory(rng)), face)
    marks.signature(sheet, 116, y + 30, rng)
    marks.round_stamp(
        sheet, 74, y + 34, rng, f"Ville de {facts.place}", ("OFFICIER", "D'ÉTAT CIVIL")
    )
    return record(facts, "fr", parents)


def _bare_extract(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the digital extract without parents that a town hall sends after an online request."""
    rng = facts.rng
    face = Face(rng.choice(("Lato", "Liberation Sans", "Roboto")), 10.5)
    marks.republic(sheet, 18, 12, rng)
    sheet.lines(192, 18, (f"MAIRIE DE {facts.place.upper()}", "Service population",
                f"Demande n° {facts.number(8)}"), face, "right", within=110)  # fmt: skip
    sheet.write(18, 58, "EXTRAIT D'ACTE DE NAISSANCE", face.but(size=15, bold=True))
    sheet.rule(18, 61, 192)
    label_column(sheet, 18, 74, (
        ("Nom de famille", facts.surname), ("Prénom(s)", facts.given),
        ("Date de naissance", wording.french_date(facts.born)),
        ("Commune de naissance", facts.place), ("Sexe", facts.by_sex("M", "F")),
        ("N° d'acte", str(rng.randint(10, 3000))),
        ("Mentions marginales", "Sans mention"),
    ), face, 52, 8)  # fmt: skip
    sheet.lines(18, 144, ("Délivré conformément aux dispositions du décret n° 2017-890",
                f"le {wording.french_date(facts.lately(60))} par {draw_signatory(rng)},",
                "officier de l'état civil par délégation du maire"), face)  # fmt: skip
    marks.signature(sheet, 24, 162, rng)
    marks.round_stamp(sheet, 100, 172, rng, f"Mairie de {facts.place}", ("R.F.",))
    return record(facts, "fr", parents=False)


def _nantes(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, (his, hers) = facts.rng, parents_days(facts)
    face = Face(rng.choice(("Liberation Serif", "Liberation Sans")), 11)
    marks.republic(sheet, 18, 12, rng)
    sheet.lines(190, 18, ("Ministère de l'Europe", "et des Affaires étrangères",
                "Service central d'état civil", "44941 Nantes cedex 9"), face.scaled(0.9),
                "right")  # fmt: skip
    sheet.write(105, 58, "ACTE DE NAISSANCE", face.but(size=16, bold=True), "center")
    sheet.write(105, 65, f"Copie intégrale - SCEC n° {facts.born.year}.CJF.{facts.number(5)}",
                face, "center")  # fmt: skip
    e = facts.by_sex("", "e")
    text = (
        f"{facts.surname}, {facts.given}<br/><br/>"
        f"Le {wording.french_date_in_words(facts.born)} est né{e} à {facts.place}"
        f" : <b>{facts.given_first}</b>, de sexe {facts.by_sex('masculin', 'féminin')}, de "
        f"{facts.father()}, né le {wording.french_date(his)}, et de {facts.mother()}, née le "
        f"{wording.french_date(hers)}.<br/><br/>"
        "Acte établi par l'officier de l'état civil du service central d'état civil du ministère "
        f"des affaires étrangères, le {wording.french_date(facts.lately(1500, 400))}, en "
        "application de l'article 98 du code civil.<br/><br/><i>Mentions apposées en marge : "
        "aucune.</i>"
    )
    y = sheet.prose(28, 78, 154, text, face, "justify", 1.55)
    sheet.prose(28, y + 8, 100, f"Délivré à Nantes, le {wording.french_date(facts.lately(80))}, "
                f"signé électroniquement par {draw_signatory(rng)}, officier de l'état civil.",
                face.scaled(0.9), leading=1.4)  # fmt: skip
    marks.data_matrix(sheet, 152, y + 8, 26, f"DC04FR000001{facts.number(22)}")
    sheet.prose(28, 262, 154, "La présente copie comporte un cachet électronique visible ; son "
                "impression vaut original.", face.scaled(0.75))  # fmt: skip
    return record(facts, "fr")


_BOXES = (
    ("État", "Staat", "State"),
    ("Service de l'état civil de", "Standesamtsbehörde", "Civil registry office of"),
    ("Extrait de l'acte de naissance n°", "Auszug aus dem Geburtseintrag Nr.",
     "Extract of the birth registration no."),
    ("Date et lieu de naissance", "Tag und Ort der Geburt", "Date and place of birth"),
    ("Nom", "Name", "Name"), ("Prénoms", "Vornamen", "Forenames"),
    ("Sexe", "Geschlecht", "Sex"), ("Père", "Vater", "Father"), ("Mère", "Mutter", "Mother"),
    ("Autres énonciations de l'acte", "Andere Angaben aus dem Eintrag",
     "Other particulars of the registration"),
    ("Date de délivrance, signature, sceau", "Tag der Ausstellung, Unterschrift, Siegel",
     "Date of issue, signature, seal"),
)  # fmt: skip


def _plurilingual(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "DejaVu Sans")), 9.5)
    issued = facts.lately(120)
    sheet.write(105, 16, "Extrait délivré en application de la convention signée à Vienne le "
                "8 septembre 1976", face.scaled(0.8), "center")  # fmt: skip
    sheet.write(105, 22, "EXTRAIT PLURILINGUE D'ACTE DE NAISSANCE - FORMULE A", face.strong(),
                "center")  # fmt: skip
    entries: tuple[tuple[str, ...], ...] = (
        ("FRANCE",), (facts.place,), (f"{rng.randint(12, 2900)} / {facts.born.year}",),
        (f"{facts.born:%d}   {facts.born:%m}   {facts.born:%Y}", facts.place),
        (facts.surname,), (facts.given,), (facts.who.sex,),
        (facts.who.father[0].upper(), facts.who.father[1]),
        (facts.who.mother[0].upper(), facts.who.mother[1]), ("- - - -",),
        (f"{issued:%d}   {issued:%m}   {issued:%Y}", draw_signatory(rng)),
    )  # fmt: skip
    y = 28.0
    for number, (labels, values) in enumerate(zip(_BOXES, entries, strict=True), start=1):
        tall = 24.0 if number == len(_BOXES) else 19.0 if len(values) > 1 else 16.0
        sheet.box(14, y, 182, tall, weight=0.2)
        sheet.box(14, y, 8, tall, weight=0.2)
        sheet.write(18, y + 6, str(number), face.strong(), "center")
        sheet.lines(24, y + 4.4, labels, face.scaled(0.72), leading=1.35, within=58)
        dated = number in (4, len(_BOXES))
        if dated:
            sheet.write(88, y + 4, "Jo    Mo    An", face.scaled(0.72))
        sheet.lines(88, y + (9 if dated else 7), values, face.but(size=11), leading=1.7)
        y += tall
    marks.round_stamp(sheet, 172, y - 12, rng, f"Mairie de {facts.place}", ("R.F.",), 11)
    marks.signature(sheet, 134, y - 14, rng, 24, 10)
    sheet.prose(14, y + 4, 182, "Symboles : Jo = jour, Mo = mois, An = année ; M = masculin, F = "
                "féminin ; Mar = mariage ; Sc = séparation de corps ; Div = divorce ; A = "
                "annulation ; D = décès. - Tag, Monat, Jahr - Day, month, year.",
                face.scaled(0.72))  # fmt: skip
    return record(facts, "fr")


TEMPLATES = (
    template(KIND, "held_modern_copy", _modern_copy),
    template(KIND, "held_photocopy", _photocopy),
    template(KIND, "held_extract", _extract, variants=("", WITHOUT_PARENTS)),
    template(KIND, "held_bare_extract", _bare_extract, variants=(WITHOUT_PARENTS,)),
    template(KIND, "held_nantes", _nantes),
    template(KIND, "held_plurilingual", _plurilingual, variants=("multilingual",)),
)

STATES: dict[str, tuple[str, ...]] = {
    f"{KIND}.{name}": dealt(group)
    for group, name in enumerate(
        ("held_modern_copy", "held_photocopy", "held_extract", "held_nantes", "held_plurilingual")
    )
}
"""Template name -> alpha-3 of the states of birth; the bare extract suits any."""
