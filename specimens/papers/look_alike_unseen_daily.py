"""Papers of daily life that end up in a folder, kept for measuring: bank, home, cover, others.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from datetime import timedelta

from specimens.bank_text import grouped
from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.rib_unseen import hold
from specimens.papers.school_unseen import day_of, draw_number, year_of
from specimens.papers.unseen_facts import (
    Facts,
    draw_lane,
    draw_signatory,
    draw_town,
    identity,
    label_column,
    template,
)

_SHOPS = ("CARTE 12/10 SUPERMARCHE", "VIREMENT RECU FAMILLE", "PRLV TELEPHONE", "RETRAIT DAB",
          "CARTE 03/10 BOULANGERIE", "VIR LOYER OCTOBRE", "COTISATION CARTE")  # fmt: skip


def _name_only(facts: Facts) -> dict[str, str]:
    return {"surname": facts.who.surname, "given_names": facts.given}


def _operations(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts)
    face, day = Face(rng.choice(("Liberation Sans", "Roboto")), 9.5), facts.lately(40)
    sheet.write(16, 20, rng.choice(("BANQUE MÉRIDIENNE", "Crédit Languedocien")),
                face.but(size=13, bold=True))  # fmt: skip
    sheet.write(16, 36, f"Extrait de compte n° {rng.randint(2, 12)}", face.but(size=12, bold=True))
    sheet.lines(120, 32, (held.printed, *facts.address), face)
    sheet.write(16, 54, f"IBAN : {grouped(held.account.iban)}   BIC : {held.account.bic}", face)
    rows = [("Date", "Libellé de l'opération", "Débit", "Crédit"),
            ("", f"Ancien solde au {day - timedelta(days=30):%d/%m/%Y}", "", "412,08")]  # fmt: skip
    for index in range(9):
        sum_ = f"{rng.randint(2, 380)},{rng.randint(0, 99):02d}"
        label = rng.choice(_SHOPS)
        credit = "RECU" in label
        when = day - timedelta(days=28 - 3 * index)
        rows.append((f"{when:%d/%m}", label, "" if credit else sum_, sum_ if credit else ""))
    rows.append(("", f"Nouveau solde au {day:%d/%m/%Y}", "", f"{rng.randint(20, 900)},55"))
    sheet.table(16, 60, (22, 96, 30, 30), tuple(rows), face, "rows", "#e9eef2", pad=1.6)
    return held.truth("iban", "bic")


def _app_statement(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, held = facts.rng, hold(facts, "LT", titled=False)
    face, day = Face(rng.choice(("Lato", "Open Sans")), 9.5), facts.lately(40)
    sheet.write(18, 24, "Pépite", face.but(size=18, bold=True, color="#16a085"))
    sheet.write(18, 38, "Relevé mensuel", face.but(size=14, bold=True))
    sheet.write(18, 45, f"du {day - timedelta(days=30):%d/%m/%Y} au {day:%d/%m/%Y}", face)
    sheet.lines(18, 56, (held.printed, f"IBAN {grouped(held.account.iban)}"), face)
    rows = tuple((f"{day - timedelta(days=2 * index):%d/%m/%Y}", rng.choice(_SHOPS).title(),
                  f"{rng.choice('-+')}{rng.randint(2, 90)},{rng.randint(10, 99)} €",
                  f"{rng.randint(60, 900)},{rng.randint(10, 99)} €")
                 for index in range(10))  # fmt: skip
    sheet.table(18, 68, (32, 78, 30, 34), (("Date", "Transaction", "Montant", "Solde"), *rows),
                face, "rows", "#eef7f4", pad=1.9)  # fmt: skip
    return held.truth("iban")


def _water_bill(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Noto Sans")), 10)
    sheet.write(16, 22, rng.choice(("Aqualia Services", "Gaz & Lumière", "Électricité du Rhône")),
                face.but(size=16, bold=True, color="#0b70b8"))  # fmt: skip
    sheet.lines(116, 44, (facts.given_first, *facts.address), face)
    sheet.write(16, 70, f"Votre facture du {wording.french_date(facts.lately(50))}", face.strong())
    sheet.table(16, 78, (100, 40), (
        ("Abonnement", "12,40 €"), (f"Consommation ({rng.randint(40, 300)} kWh)",
         f"{rng.randint(15, 80)},20 €"), ("Taxes et contributions", "9,13 €"),
        ("Total à payer TTC", f"{rng.randint(40, 120)},73 €"),
    ), face, "rows", pad=2)  # fmt: skip
    sheet.prose(
        16,
        120,
        178,
        f"N° client {facts.number(9)}. Lieu de consommation : "
        f"{', '.join(facts.address)}. Prélèvement automatique le 5 du mois prochain.",
        face,
    )
    return _name_only(facts)


def _residence(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Serif", "Open Sans")), 11)
    town = draw_town(rng)[0]
    sheet.lines(20, 24, (f"Résidence universitaire Les Peupliers - {town}", draw_lane(rng)), face)
    sheet.write(105, 58, "ATTESTATION DE RÉSIDENCE", face.but(size=15, bold=True), "center")
    sheet.prose(20, 72, 170, f"La gestionnaire de la résidence certifie que "
                f"{facts.by_sex('M.', 'Mme')} {facts.surname_first}, "
                f"{facts.by_sex('né', 'née')} le {wording.numeric_date(facts.born)}, occupe la "
                f"chambre {rng.choice('ABC')}{rng.randint(101, 460)} depuis le 1er septembre et "
                "s'acquitte de sa redevance mensuelle. La présente vaut justificatif de "
                "domicile.", face, leading=1.6)  # fmt: skip
    sheet.lines(112, 122, (f"{town}, le {wording.french_date(facts.lately(60))}",
                draw_signatory(rng, "F")), face)  # fmt: skip
    marks.signature(sheet, 116, 132, rng)
    marks.frame_stamp(sheet, 40, 130, rng, ("LES PEUPLIERS", town))
    return identity(facts)


def _home_cover(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Lato", "Liberation Sans")), 10)
    sheet.write(16, 22, "MUTUELLE ASSURANCES ÉTUDIANTES", face.but(size=13, bold=True))
    sheet.write(16, 44, "Attestation d'assurance multirisque habitation",
                face.but(size=14, bold=True))  # fmt: skip
    sheet.prose(16, 54, 178, f"Nous attestons que {facts.surname_first}, locataire du logement "
                f"situé {', '.join(facts.address)}, a souscrit le contrat n° {facts.number(10)} "
                "garantissant les risques locatifs (incendie, dégât des eaux, bris de glace) et sa "
                f"responsabilité civile. Validité : {year_of(facts)}.", face,
                leading=1.6)  # fmt: skip
    sheet.write(16, 100, f"Fait le {wording.french_date(facts.lately(60))} pour servir à votre "
                "bailleur.", face)  # fmt: skip
    marks.signature(sheet, 120, 106, rng)
    return _name_only(facts)


def _health_cover(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Roboto", "Carlito")), 10.5)
    start = facts.lately(80)
    sheet.write(18, 24, "GLOBETROTTER CARE", face.but(size=15, bold=True, color="#23395b"))
    sheet.write(18, 46, "Confirmation of coverage - Schengen / student plan",
                face.but(size=13, bold=True))  # fmt: skip
    label_column(sheet, 18, 62, (
        ("Insured person", facts.given_first), ("Date of birth", f"{facts.born:%d/%m/%Y}"),
        ("Policy number", facts.number(9)), ("Cover begins", f"{start:%d/%m/%Y}"),
        ("Cover ends", f"{start + timedelta(days=364):%d/%m/%Y}"),
        ("Medical expenses", "up to EUR 100,000"), ("Repatriation", "actual costs"),
        ("Area", "France and Schengen states"),
    ), face, 52, 8)  # fmt: skip
    sheet.prose(
        18,
        134,
        170,
        "This private insurance covers emergency care, hospitalisation and "
        "assistance. It was issued at the request of the insured for visa purposes.",
        face,
    )
    marks.round_stamp(sheet, 150, 160, rng, "Globetrotter Care", ("CLAIMS",))
    return identity(facts) | {"valid_from": start.isoformat(),
            "expiry_date": (start + timedelta(days=364)).isoformat()}  # fmt: skip


def _timetable(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face("Liberation Sans", 8.5)
    sheet.write(14, 18, "Emploi du temps - semaine 40 - groupe TD 2", face.but(size=12, bold=True))
    topics = ("CM Droit civil A204", "TD Anglais B12", "TP Chimie", "CM Macroéconomie amphi 3", "",
              "TD Statistiques", "Sport", "")  # fmt: skip
    rows: list[tuple[str, ...]] = [("", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi")]
    rows += [(hour, *(rng.choice(topics) for _ in range(5))) for hour in (
        "8h30", "10h15", "13h30", "15h15", "17h00")]  # fmt: skip
    sheet.table(14, 26, (17, 33, 33, 33, 33, 33), tuple(rows), face, "all", "#e1ecf7", pad=3)
    sheet.write(14, 130, "Sous réserve de modifications. Consultez l'application chaque matin.",
                face)  # fmt: skip
    return {}


def _payment(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Open Sans", "Liberation Sans")), 10)
    sheet.write(18, 24, "Régie des recettes - droits universitaires", face.strong())
    sheet.write(18, 44, "REÇU DE PAIEMENT EN LIGNE", face.but(size=15, bold=True))
    label_column(sheet, 18, 58, (
        ("Payeur", facts.surname_first), ("Montant", f"{rng.choice((178, 254, 397, 2850))},00 €"),
        ("Date de l'opération", day_of(facts)), ("Moyen de paiement", "Carte bancaire **** 4410"),
        ("Référence", facts.number(12)), ("Objet", f"Droits {year_of(facts)}"),
        ("N° étudiant", draw_number(facts)),
    ), face, 50, 8)  # fmt: skip
    sheet.prose(18, 122, 170, "Ce ticket est une preuve de règlement ; votre dossier sera étudié "
                "par le service compétent.", face)  # fmt: skip
    return {}


def _motivation(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Liberation Serif")), 11)
    sheet.lines(20, 22, (facts.given_first, *facts.address), face)
    sheet.write(20, 54, "Objet : candidature en master", face.strong())
    sheet.prose(20, 64, 170, "Madame, Monsieur,<br/><br/>Passionné par les questions d'énergie "
                "depuis mon enfance, je souhaite rejoindre votre formation afin d'approfondir mes "
                "connaissances et de préparer un projet professionnel dans le secteur des "
                "renouvelables. Mon parcours de licence m'a donné de solides bases en physique et "
                "le goût du travail en équipe.<br/><br/>Votre université est reconnue pour la "
                "qualité de son encadrement. Je serais heureux de vous exposer ma motivation lors "
                "d'un entretien.<br/><br/>Je vous prie de croire, Madame, Monsieur, à "
                "l'assurance de mes sentiments respectueux.", face, leading=1.55)  # fmt: skip
    marks.signature(sheet, 130, 170, rng)
    return {}


def _rent_aid(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Noto Sans", "Carlito")), 10.5)
    sheet.write(18, 22, "Caisse d'allocations familiales", face.but(size=13, bold=True))
    sheet.lines(116, 44, (facts.given_first, *facts.address), face)
    sheet.write(18, 76, "Votre demande d'aide au logement", face.strong())
    sheet.prose(18, 84, 172, f"Numéro allocataire {facts.number(7)}. Nous avons bien reçu votre "
                f"demande. Après étude, vous avez droit à {rng.randint(90, 240)},00 € par mois à "
                "partir du mois d'octobre. Cette somme sera versée directement à votre bailleur. "
                "Signalez tout changement de situation dans votre espace personnel.", face,
                leading=1.55)  # fmt: skip
    return {}


def _exam_call(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "DejaVu Sans")), 10)
    sheet.write(105, 30, "CONVOCATION AUX EXAMENS", face.but(size=15, bold=True), "center")
    sheet.write(18, 46, f"{facts.surname_first} est prié(e) de se présenter muni(e) d'une pièce "
                "d'identité :", face)  # fmt: skip
    sheet.table(18, 54, (40, 30, 70, 34), (
        ("Date", "Heure", "Épreuve", "Salle"),
        *((f"{rng.randint(4, 18)}/01", "9h00", topic, f"Amphi {rng.randint(1, 8)}")
          for topic in ("Algèbre linéaire", "Anglais scientifique", "Mécanique du point")),
    ), face, "all", "#eeeeee", pad=2)  # fmt: skip
    sheet.prose(18, 100, 172, "Aucun candidat ne sera admis après la distribution des sujets. Les "
                "téléphones doivent être éteints.", face)  # fmt: skip
    return {}


def _flight(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Roboto", "Lato")), 10)
    sheet.box(14, 14, 182, 22, stroke=None, fill="#0b2545")
    sheet.write(20, 28, "Electronic ticket / Billet électronique", face.but(
        size=14, bold=True, color="#ffffff"))  # fmt: skip
    label_column(sheet, 20, 52, (
        ("Passenger", f"{facts.surname}/{facts.given}".upper()),
        ("Booking reference", "".join(rng.choice("ABCDEFGHJKLMNPQR") for _ in range(6))),
        ("Flight", f"ZQ {rng.randint(100, 999)}"), ("To", "Paris CDG"),
        ("Departure", f"{facts.lately(100):%d %b %Y} {rng.randint(6, 22)}:35"),
        ("Baggage", "2 x 23 kg"), ("Fare", f"EUR {rng.randint(180, 820)}.40"),
    ), face, 50, 8)  # fmt: skip
    return {}


TEMPLATES = (
    template("bank_statement", "held_operations", _operations),
    template("bank_statement", "held_app", _app_statement),
    template("proof_of_address", "held_bill", _water_bill),
    template("proof_of_address", "held_residence", _residence),
    template("insurance_attestation", "held_home", _home_cover),
    template("insurance_attestation", "held_health", _health_cover),
    template("other", "held_timetable", _timetable),
    template("other", "held_payment", _payment),
    template("other", "held_motivation", _motivation),
    template("other", "held_rent_aid", _rent_aid),
    template("other", "held_exam_call", _exam_call),
    template("other", "held_flight", _flight),
)
