"""Papers of health cover and of means kept for measuring.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.letter_values import PROVISIONAL, draw_nir
from specimens.papers.unseen_facts import (
    Facts,
    draw_signatory,
    draw_town,
    identity,
    label_column,
    small_labels,
    template,
)


def _number(facts: Facts) -> tuple[str, str]:
    """Return the social security number in its groups, and bare."""
    wish = facts.wish
    nir = draw_nir(facts.who, facts.rng, wish.variant == PROVISIONAL, wish.wrong == "nir_key")
    cuts = (0, 1, 3, 5, 7, 10, 13, 15)
    return " ".join(nir[a:b] for a, b in itertools.pairwise(cuts)), nir


def _rights(facts: Facts) -> tuple[date, date]:
    start = date(int(wording.wished_year(facts.wish)[:4]), 9, 1)
    return start, start + timedelta(days=364)


def _means(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Caladea", "Liberation Sans")), 11)
    year = wording.wished_year(facts.wish)
    sheet.lines(20, 24, (facts.given_first, *facts.address), face)
    sheet.write(20, 60, "DÉCLARATION DE RESSOURCES", face.but(size=14, bold=True))
    y = sheet.prose(20, 70, 170, f"Je, {facts.by_sex('soussigné', 'soussignée')} "
                    f"{facts.given_first}, {facts.by_sex('né', 'née')} le "
                    f"{wording.french_date(facts.born)}, déclare sur l'honneur que mes moyens "
                    f"d'existence s'élèvent à {rng.randint(640, 1200)} euros par mois pour l'année "
                    f"universitaire {year} : aide de ma famille et économies personnelles."
                    "<br/><br/>J'ai connaissance des sanctions encourues en cas de fausse "
                    "déclaration.", face, leading=1.6)  # fmt: skip
    sheet.lines(120, y + 14, (f"Le {wording.french_date(facts.lately(40))}", "(signature)"), face)
    marks.signature(sheet, 124, y + 24, rng)
    return identity(facts) | {"school_year": year}


def _provisional(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Roboto", "Open Sans")), 10.5)
    (shown, nir), (start, _) = _number(facts), _rights(facts)
    sheet.write(18, 22, "l'Assurance Maladie", face.but(size=15, bold=True, color="#0b4f8a"))
    sheet.write(18, 28, "Espace étudiants internationaux", face)
    sheet.write(18, 54, "Attestation provisoire de sécurité sociale", face.but(size=15, bold=True))
    y = small_labels(sheet, 18, 68, (
        ("Numéro provisoire", shown), ("Nom", facts.surname), ("Prénom(s)", facts.given),
        ("Né(e) le", wording.numeric_date(facts.born)),
        ("Début de la prise en charge", wording.numeric_date(start)),
    ), face.but(size=11), 13, 120)  # fmt: skip
    sheet.prose(18, y + 4, 174, "Présentez cette attestation aux professionnels de santé. Vos "
                "feuilles de soins sont à envoyer par courrier tant que votre immatriculation "
                "n'est pas terminée.", face, leading=1.5)  # fmt: skip
    sheet.write(18, 268, f"Document édité le {wording.numeric_date(facts.lately(40))}",
                face.scaled(0.8))  # fmt: skip
    marks.qr_code(sheet, 160, 60, 26, f"https://droits.example.org/{rng.randint(10**8, 10**9)}")
    return identity(facts) | {"nir": nir, "valid_from": start.isoformat()}


def _entitled(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "Carlito")), 10.5)
    (shown, nir), (start, end) = _number(facts), _rights(facts)
    town = draw_town(rng)[0]
    sheet.write(16, 20, f"Assurance Maladie - CPAM de {town}", face.strong())
    sheet.lines(116, 40, (facts.given_first, *facts.address), face)
    sheet.write(16, 72, "Attestation de vos droits à l'assurance maladie",
                face.but(size=14, bold=True))  # fmt: skip
    label_column(sheet, 16, 86, (
        ("Assuré(e)", facts.surname_first), ("Numéro d'immatriculation", shown),
        ("Né(e) le", wording.numeric_date(facts.born)),
        ("Droits du", wording.numeric_date(start)), ("au", wording.numeric_date(end)),
        ("Nature d'assurance", "10 - maladie"), ("Qualité", "Assuré(e)"),
    ), face, 54, 8)  # fmt: skip
    sheet.lines(16, 156, (f"{town}, le {wording.numeric_date(facts.lately(40))}",
                f"Le directeur, {draw_signatory(rng, 'M')}"), face)  # fmt: skip
    return identity(facts) | {"nir": nir, "valid_from": start.isoformat(),
                              "expiry_date": end.isoformat()}  # fmt: skip


def _vitale(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Noto Sans", "Liberation Sans")), 10)
    shown, nir = _number(facts)
    sheet.write(18, 22, f"Votre CPAM - {draw_town(rng)[0]}", face.strong())
    sheet.write(18, 44, "Votre carte Vitale avec photo : formulaire à renvoyer",
                face.but(size=14, bold=True))  # fmt: skip
    label_column(sheet, 18, 58, (
        ("Nom", facts.surname), ("Prénom(s)", facts.given), ("N° de sécurité sociale", shown),
        ("Date de naissance", wording.numeric_date(facts.born)),
    ), face, 50, 8)  # fmt: skip
    sheet.box(18, 100, 40, 50, weight=0.3)
    sheet.lines(38, 122, ("Collez votre", "photo ici"), face, "center")
    sheet.box(80, 100, 100, 30, weight=0.3)
    sheet.write(84, 106, "Signature du bénéficiaire (sans déborder)", face.scaled(0.85))
    sheet.prose(18, 160, 172, "Joignez une photocopie lisible de votre pièce d'identité en cours "
                "de validité. Utilisez une encre noire.", face, leading=1.45)  # fmt: skip
    marks.bar_code(sheet, 18, 240, facts.number(12))
    return identity(facts) | {"nir": nir}


TEMPLATES = (
    template("resources_attestation", "held_means", _means),
    template("provisional_certificate", "held_provisional", _provisional, variants=(PROVISIONAL,)),
    template("entitlement_certificate", "held_entitled", _entitled),
    template("vitale_form", "held_vitale", _vitale, variants=("", PROVISIONAL)),
)
