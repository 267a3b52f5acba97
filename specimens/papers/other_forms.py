"""Papers that nobody asked for: receipts, timetables, and what lies beside a scanner. Data only."""

from __future__ import annotations

from specimens.papers.forms import Form

OTHERS = (
    Form(
        "payment_receipt",
        "fr",
        (),
        ("REÇU DE PAIEMENT", "Droits d'inscription {school_year}"),
        "text_then_grid",
        head=("{institution}", "Agence comptable"),
        text=("Reçu de {name_sg} le règlement des droits ci-dessous par carte bancaire.",),
        rows=(
            ("Droits nationaux", "178,00 €"),
            ("Bibliothèque", "34,00 €"),
            ("Total encaissé", "{a0} €"),
            ("Transaction", "{ref}"),
        ),
        foot=("Reçu édité le {sday_num}. Ce reçu ne vaut pas certificat de scolarité.",),
        stamp=(),
    ),
    Form(
        "invoice_tuition",
        "en",
        (),
        ("INVOICE / FACTURE", "Tuition fees {school_year}"),
        "ledger",
        head=("{institution}", "Accounts receivable"),
        text=("Bill to: {name_plain}, {town1}",),
        rows=(
            ("Item", "Qty", "Amount EUR"),
            ("Tuition, first instalment", "1", "{a0}"),
            ("Student services", "1", "{a1}"),
            ("Total due", "", "{a2}"),
        ),
        foot=("Due within 30 days. {sday_en}",),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "timetable",
        "fr",
        (),
        ("EMPLOI DU TEMPS", "Semestre 1 - {school_year}"),
        "ledger",
        head=("{institution} - {component}",),
        text=("Groupe TD {minute}",),
        rows=(
            ("Heure", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"),
            ("08:00 - 10:00", "CM Algèbre", "", "TD Anglais", "CM Droit", "TP Chimie"),
            ("10:15 - 12:15", "TD Algèbre", "CM Physique", "", "TD Droit", "TP Chimie"),
            ("13:30 - 15:30", "", "TD Physique", "Sport", "Projet", ""),
            ("15:45 - 17:45", "Tutorat", "", "", "Projet", ""),
        ),
        foot=("Sous réserve de modifications. Version du {sday_num}",),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "timetable_english",
        "en",
        (),
        ("CLASS SCHEDULE - FALL {autumn}",),
        "ledger",
        head=("{institution}",),
        rows=(
            ("Time", "Mon", "Tue", "Wed", "Thu", "Fri"),
            ("9 am", "Finance", "", "Strategy", "French", ""),
            ("11 am", "Marketing", "French", "", "Law", "Seminar"),
            ("2 pm", "", "Statistics", "Workshop", "", "Career day"),
        ),
        foot=("Rooms are shown on the screens in the hall.",),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "menu",
        "fr",
        (),
        ("Au Bon Couvert", "Menu du jour - 14,90 €"),
        "centred",
        rows=(
            ("Entrées", "Œuf mayonnaise, salade de lentilles"),
            ("Plats", "Blanquette de veau, risotto aux champignons"),
            ("Fromages", "Comté affiné, chèvre frais"),
            ("Desserts", "Tarte au citron, café"),
            ("Boissons", "Eau, vin au verre 4,50 €"),
        ),
        foot=("Prix nets, service compris.",),
        stamp=(),
        furniture=("frame", "unsigned"),
        families=("Caladea", "FreeSerif"),
    ),
    Form(
        "lecture_notes",
        "fr",
        (),
        ("Chapitre 3 - Les fonctions continues",),
        "prose",
        text=(
            "Définition 3.1. Une fonction f est continue en a si pour tout e > 0 il existe d > 0 "
            "tel que |x - a| < d entraîne |f(x) - f(a)| < e.".replace("<", "&lt;"),
            (
                "Théorème 3.2 (valeurs intermédiaires). L'image d'un intervalle par une fonction "
                "continue est un intervalle. Démonstration : on raisonne par dichotomie."
            ),
            (
                "Exercice 4. Montrer que tout polynôme de degré impair admet une racine réelle. "
                "Indication : étudier les limites à l'infini, puis appliquer le théorème 3.2."
            ),
            "Remarque. La réciproque est fausse : considérer sin(1/x) prolongée en zéro.",
        ),
        stamp=(),
        furniture=("unsigned",),
        families=("FreeSerif", "Liberation Serif"),
        size=12.0,
    ),
    Form(
        "curriculum_vitae",
        "fr",
        (),
        ("{name_plain}",),
        "grid",
        head=("{street1}, {town1}", "{phone}"),
        rows=(
            ("Formation", "{degree} - {programme}, {institution} ({school_year})"),
            ("Expérience", "Stage de deux mois, {bank} : saisie et accueil"),
            ("Langues", "Français courant, anglais B2"),
            ("Informatique", "Tableur, Python, bases de données"),
            ("Centres d'intérêt", "Football, photographie, bénévolat"),
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "rental_advert",
        "fr",
        (),
        ("À LOUER - STUDIO MEUBLÉ 19 m²",),
        "prose",
        text=(
            (
                "Proche campus de {school_town}, au calme, 3e étage sans ascenseur, kitchenette "
                "équipée, salle d'eau, chauffage individuel."
            ),
            "Loyer {rent} € charges comprises, dépôt de garantie un mois, libre de suite.",
            "Contact : {other}, {phone}. Agences s'abstenir.",
        ),
        stamp=(),
        furniture=("unsigned",),
        size=15.0,
    ),
    Form(
        "train_ticket",
        "fr",
        (),
        ("BILLET ÉLECTRONIQUE", "Voyage du {now_fr}"),
        "boxes",
        head=("Trains Grandes Lignes",),
        rows=(
            ("Voyageur", "{name_sg}"),
            ("Dossier", "{ref}"),
            ("Départ", "{school_town} 08 h 12"),
            ("Arrivée", "{town2} 11 h 47"),
            ("Voiture", "{minute}"),
            ("Place", "{hour}"),
            ("Classe", "2"),
            ("Prix", "{a0} €"),
        ),
        foot=("Billet nominatif, présenter une pièce d'identité.",),
        stamp=(),
        furniture=("qr", "unsigned"),
    ),
    Form(
        "internship_agreement",
        "fr",
        (),
        ("CONVENTION DE STAGE",),
        "prose",
        head=("{institution}",),
        text=(
            (
                "Entre l'établissement d'enseignement, l'organisme d'accueil {bank} et "
                "le stagiaire "
                "{name_plain}, il est convenu ce qui suit."
            ),
            (
                "Article 1. Le stage porte sur l'analyse de données commerciales et dure huit "
                "semaines. Article 2. La durée hebdomadaire est de 35 heures. Article 3. La "
                "gratification s'élève à 4,35 euros par heure de présence."
            ),
        ),
        foot=("Signatures des trois parties",),
        stamp=(),
    ),
    Form(
        "library_letter",
        "fr",
        (),
        ("Rappel : documents en retard",),
        "letter",
        head=("Bibliothèque universitaire de {school_town}",),
        text=(
            "Bonjour,",
            (
                "Deux ouvrages empruntés sur votre carte sont attendus depuis le "
                "{now_num}. Merci de les rapporter à l'accueil."
            ),
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "recipe",
        "fr",
        (),
        ("Gratin dauphinois de ma tante",),
        "handwritten",
        text=(
            "1 kg de pommes de terre, 1 gousse d'ail, 50 cl de crème, sel, poivre, muscade.",
            (
                "Couper en rondelles fines, ranger dans le plat frotté d'ail, verser la crème, "
                "une heure au four à 160 degrés."
            ),
        ),
        stamp=(),
        furniture=("unsigned",),
    ),
    Form(
        "gym",
        "fr",
        (),
        ("FICHE D'ADHÉSION - Club de sport universitaire",),
        "ruled",
        rows=(
            ("Nom", "{surname}"),
            ("Prénom", "{given}"),
            ("Discipline", "Natation"),
            ("Cotisation", "{a0} €"),
            ("Certificat médical", "fourni"),
        ),
        foot=("{now_num}",),
        stamp=(),
    ),
    Form(
        "parcel",
        "en",
        (),
        ("SHIPPING LABEL",),
        "boxes",
        rows=(
            ("To", "{name_plain}"),
            ("Street", "{street1}"),
            ("City", "{town1}"),
            ("Weight", "{minute} kg"),
            ("Tracking", "{long}"),
            ("Service", "Economy"),
        ),
        stamp=(),
        furniture=("barcode", "unsigned"),
    ),
    Form(
        "prescription",
        "fr",
        (),
        ("Ordonnance",),
        "prose",
        head=("Docteur {other}", "Médecine générale - {town2}"),
        text=(
            "{title} {name_plain}",
            ("Paracétamol 1 g : un comprimé trois fois par jour pendant cinq jours."),
            "Repos. À revoir si fièvre.",
        ),
        foot=("{now_num}",),
        stamp=("CABINET MÉDICAL",),
    ),
)
