"""Translations, marriage records, family books and a parent's consent kept for measuring.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from datetime import timedelta

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.civil_unseen import parents_days
from specimens.papers.unseen_facts import (
    Facts,
    draw_signatory,
    draw_town,
    identity,
    label_column,
    record,
    template,
)

_TONGUES = {
    "CHN": "chinoise", "VNM": "vietnamienne", "RUS": "russe", "UKR": "ukrainienne",
    "IND": "anglaise", "USA": "anglaise", "GBR": "anglaise", "CAN": "anglaise",
    "BRA": "portugaise", "PRT": "portugaise", "MEX": "espagnole", "COL": "espagnole",
    "PER": "espagnole", "ESP": "espagnole", "IRN": "persane", "JPN": "japonaise",
    "KOR": "coréenne", "TUR": "turque", "DEU": "allemande", "ITA": "italienne",
    "ROU": "roumaine", "POL": "polonaise", "GRC": "grecque", "IDN": "indonésienne",
}  # fmt: skip
_COURTS = ("Rennes", "Grenoble", "Bordeaux", "Colmar", "Paris", "Montpellier", "Douai")


def tongue(facts: Facts) -> str:
    """Return the language of the state of birth, as in `langue russe`."""
    return _TONGUES.get(facts.who.birth_country, "arabe")


def _faithful(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw a translation that follows the lines of its original, notes in brackets."""
    rng, court = facts.rng, facts.rng.choice(_COURTS)
    face = Face(rng.choice(("Liberation Serif", "Caladea", "Carlito")), 11)
    name, number = draw_signatory(rng, "F"), f"{rng.randint(12, 990)}/{facts.wish.today:%y}"
    sheet.lines(
        20,
        18,
        (
            name,
            "Traductrice assermentée",
            f"près la Cour d'appel de {court}",
            "Tél. 06 00 00 00 31",
        ),
        face.scaled(0.9),
    )
    sheet.write(190, 18, f"Traduction n° {number}", face.scaled(0.9), "right")
    sheet.write(105, 48, f"TRADUCTION DE LA LANGUE {tongue(facts).upper()}", face.strong(),
                "center")  # fmt: skip
    sheet.rule(20, 52, 190, "#555555", 0.2)
    sheet.write(105, 62, "CERTIFICAT DE NAISSANCE", face.but(size=13, bold=True), "center")
    lines = (
        "[Emblème de l'État]", f"Bureau de l'état civil : {facts.place}",
        f"Numéro d'enregistrement : {rng.randint(10, 8000)}",
        f"Nom de famille : {facts.surname}", f"Prénom(s) : {facts.given}",
        f"Sexe : {facts.by_sex('masculin', 'féminin')}",
        f"Date de naissance : {wording.french_date(facts.born)} ({facts.born:%d.%m.%Y})",
        f"Lieu de naissance : {facts.place}", f"Père : {facts.father(True)}",
        f"Mère : {facts.mother(True)}", "Observations : [case vide]",
        f"Délivré le {wording.french_date(facts.lately(1200, 200))}",
        "[Signature illisible] [Sceau officiel à l'encre]",
    )  # fmt: skip
    y = sheet.lines(26, 74, lines, face, leading=1.6) + 4
    sheet.rule(20, y - 4, 190, "#555555", 0.2)
    sheet.prose(20, y, 120, f"Je soussignée, {name}, expert judiciaire inscrite sur la liste de la "
                f"Cour d'appel de {court}, certifie la présente traduction conforme au document en "
                f"langue {tongue(facts)} qui m'a été présenté et que j'ai revêtu du même numéro, "
                f"<i>ne varietur</i>.<br/><br/>{court}, le {wording.french_date(facts.lately(90))}",
                face.scaled(0.92), leading=1.4)  # fmt: skip
    marks.round_stamp(sheet, 166, y + 18, rng, f"Expert Cour d'appel de {court}",
                      ("TRADUCTRICE",), 18)  # fmt: skip
    marks.signature(sheet, 142, y + 28, rng)
    return record(facts, "fr")


def _tabled(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, court = facts.rng, facts.rng.choice(_COURTS)
    face, name = Face(rng.choice(("Open Sans", "Liberation Sans")), 10), draw_signatory(rng, "M")
    sheet.box(14, 10, 182, 20, stroke="#244a73", weight=0.4)
    sheet.write(105, 18, f"{name} - Traducteur-interprète", face.strong(), "center")
    sheet.write(105, 25, f"Expert près la cour d'appel de {court} et les juridictions "
                "administratives", face.scaled(0.9), "center")  # fmt: skip
    sheet.write(14, 46, f"Document source : acte de naissance rédigé en langue {tongue(facts)}",
                face)  # fmt: skip
    sheet.write(14, 52, f"Répertoire : {facts.number(4)}", face)
    sheet.write(105, 68, "ACTE DE NAISSANCE", face.but(size=14, bold=True), "center")
    y = sheet.table(24, 76, (58, 104), (
        ("Renseignements sur l'enfant", ""), ("Nom", facts.surname), ("Prénoms", facts.given),
        ("Né(e) le", wording.french_date_in_words(facts.born)), ("Soit le", wording.numeric_date(
            facts.born)), ("Lieu", facts.place), ("Sexe", facts.by_sex("M", "F")),
        ("Renseignements sur les parents", ""), ("Père", facts.father()), ("Mère", facts.mother()),
        ("Cachet et signature", "(tampon de l'autorité, lisible)"),
    ), face, "rows", line="#bcc8d6", pad=1.7)  # fmt: skip
    sheet.prose(14, y + 8, 182, "Pour traduction certifiée conforme à l'original, établie par "
                "l'expert soussigné sous la foi de son serment et annexée à une copie de "
                "celui-ci.", face, leading=1.4)  # fmt: skip
    sheet.write(14, y + 26, f"Fait à {court}, le {wording.numeric_date(facts.lately(120))}", face)
    marks.signature(sheet, 30, y + 32, rng)
    marks.round_stamp(sheet, 140, y + 40, rng, f"{name} expert traducteur", (court,), 18)
    return record(facts, "fr")


def _marriage_copy(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, spouse = facts.rng, draw_signatory(facts.rng, facts.by_sex("F", "M"))
    (town, _), face = draw_town(rng), Face(rng.choice(("Liberation Serif", "FreeSerif")), 11)
    wed = facts.lately(1100, 90)
    sheet.write(20, 20, f"Ville de {town}", face.strong())
    sheet.write(105, 42, "COPIE INTÉGRALE D'ACTE DE MARIAGE", face.but(size=14, bold=True),
                "center")  # fmt: skip
    sheet.write(105, 49, f"Acte n° {rng.randint(3, 290)} - {wed.year}", face, "center")
    text = (
        f"Le {wording.french_date_in_words(wed)}, à quinze heures, devant Nous ont comparu "
        f"publiquement en la maison commune : <b>{facts.given_first}</b>, "
        f"{facts.by_sex('étudiant', 'étudiante')}, {facts.by_sex('né', 'née')} à {facts.place} le "
        f"{wording.french_date(facts.born)}, {facts.by_sex('fils', 'fille')} de {facts.father()} "
        f"et de {facts.mother()}, d'une part,<br/><br/>et <b>{spouse}</b>, "
        f"{facts.by_sex('employée', 'employé')}, d'autre part.<br/><br/>Sur notre "
        "interpellation, les futurs époux ont déclaré qu'il n'a pas été fait de contrat de "
        "mariage. Ils ont déclaré l'un après l'autre vouloir se prendre pour époux et Nous avons "
        "prononcé, au nom de la loi, qu'ils sont unis par le mariage.<br/><br/>En présence de "
        f"{draw_signatory(rng, 'F')} et de {draw_signatory(rng, 'M')}, témoins majeurs."
    )
    y = sheet.prose(26, 60, 158, text, face, "justify", 1.55)
    sheet.lines(108, y + 14, (f"Copie délivrée le {wording.french_date(facts.lately(80))}",
                "L'officier de l'état civil"), face)  # fmt: skip
    marks.signature(sheet, 112, y + 24, rng)
    marks.round_stamp(sheet, 76, y + 30, rng, f"Mairie de {town}", ("R.F.",))
    return record(facts, "fr")


def _marriage_abroad(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, spouse = facts.rng, draw_signatory(facts.rng, facts.by_sex("F", "M"))
    face = Face(rng.choice(("Liberation Sans", "Carlito")), 10.5)
    wed = facts.lately(1500, 100)
    sheet.lines(20, 20, ("COMMUNE DE " + facts.place.upper(), "CENTRE D'ETAT CIVIL"), face.strong())
    sheet.write(105, 46, "CERTIFICAT DE MARIAGE", face.but(size=16, bold=True), "center")
    sheet.write(20, 60, f"Registre {wed.year}, n° {rng.randint(3, 400)}. Mariage constaté le "
                f"{wording.french_date(wed)}.", face)  # fmt: skip
    own = (facts.surname_first, wording.numeric_date(facts.born), facts.place, facts.father(),
           facts.mother())  # fmt: skip
    other = (spouse, wording.numeric_date(facts.born - timedelta(days=700)), facts.place,
             f"{rng.choice(('Alain', 'Moussa'))} {spouse.split(' ', 1)[1]}",
             f"Marie {draw_signatory(rng, 'F').split(' ', 1)[1]}")  # fmt: skip
    he, she = (other, own) if facts.woman else (own, other)
    labels = ("Nom et prénoms", "Date de naissance", "Lieu de naissance", "Père", "Mère")
    rows = (("", "L'ÉPOUX", "L'ÉPOUSE"), *zip(labels, he, she, strict=True))
    y = sheet.table(20, 68, (40, 65, 65), rows, face, "all", "#efe9dc", pad=2)
    y = sheet.prose(20, y + 6, 170, "Option souscrite : monogamie. Régime : séparation de biens. "
                    "Dot : versée.", face)  # fmt: skip
    sheet.lines(110, y + 14, (f"{facts.place}, le {wording.numeric_date(facts.lately(90))}",
                "L'Officier de l'état civil"), face)  # fmt: skip
    marks.signature(sheet, 116, y + 24, rng)
    marks.round_stamp(sheet, 70, y + 30, rng, f"Etat civil {facts.place}", ("MARIAGES",))
    return record(facts, "fr")


_BOOKLET = (148.0, 210.0)


def _book_parents(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, (his, hers) = facts.rng, parents_days(facts)
    face = Face(rng.choice(("Liberation Serif", "Caladea")), 10)
    sheet.box(8, 8, 132, 194, stroke="#7d2230", weight=0.3)
    sheet.write(74, 22, "Livret de famille", face.but(size=16, bold=True, color="#7d2230"),
                "center")  # fmt: skip
    y = 38.0
    for title, name, day, born in (
        ("Époux ou père", facts.father(True), his, "né"),
        ("Épouse ou mère", facts.mother(True), hers, "née"),
    ):
        sheet.write(14, y, title, face.strong())
        y = label_column(sheet, 18, y + 9, (
            ("Nom, prénoms", name), (f"{born} le", wording.french_date(day)),
            ("à", draw_town(rng)[0]), ("Acte n°", str(rng.randint(10, 900))),
        ), face, 30, 9) + 8  # fmt: skip
    sheet.write(14, y, "Cachet et signature de l'officier de l'état civil", face.scaled(0.8))
    marks.round_stamp(sheet, 104, y + 20, rng, f"Mairie de {facts.place}", ("R.F.",), 13)
    marks.signature(sheet, 40, y + 8, rng)
    return {"father_name": wording.parent_name(facts.who.father),
            "mother_name": wording.parent_name(facts.who.mother), "language": "fr"}  # fmt: skip


def _book_child(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng = facts.rng
    face = Face(rng.choice(("Liberation Serif", "Caladea")), 10)
    sheet.box(8, 8, 132, 194, stroke="#7d2230", weight=0.3)
    sheet.write(74, 20, rng.choice(("PREMIER ENFANT", "DEUXIÈME ENFANT")), face.strong(), "center")
    sheet.write(74, 27, "Extrait de l'acte de naissance", face.but(italic=True), "center")
    y = label_column(sheet, 16, 42, (
        ("Acte n°", f"{rng.randint(10, 2000)} / {facts.born.year}"),
        ("Le", wording.french_date_in_words(facts.born)),
        ("est né(e)", facts.place), ("Nom", facts.surname), ("Prénoms", facts.given),
        ("Sexe", facts.by_sex("masculin", "féminin")),
        ("Issu(e) de", facts.father(True)), ("et de", facts.mother(True)),
    ), face, 28, 10)  # fmt: skip
    sheet.write(16, y + 4, "Certifié conforme aux énonciations de l'acte.", face.scaled(0.9))
    marks.round_stamp(sheet, 104, y + 26, rng, f"Mairie de {facts.place}", ("R.F.",), 13)
    marks.signature(sheet, 40, y + 14, rng)
    return record(facts, "fr")


def _book_maghreb(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Liberation Sans")), 10)
    (his, hers), day = parents_days(facts), wording.numeric_date
    sheet.write(105, 22, "LIVRET DE FAMILLE", face.but(size=18, bold=True), "center")
    sheet.write(105, 29, f"Commune de {facts.place} - Livret n° {facts.number(6)}", face, "center")
    y = sheet.table(18, 40, (36, 69, 69), (
        ("", "ÉPOUX", "ÉPOUSE"), ("Nom", facts.who.father[0].upper(), facts.who.mother[0].upper()),
        ("Prénom", facts.who.father[1], facts.who.mother[1]), ("Né(e) le", day(his), day(hers)),
        ("Mariage", f"acte n° {rng.randint(10, 300)}", ""),
    ), face, "all", "#e6efe4", pad=1.8)  # fmt: skip
    sheet.write(105, y + 12, "ENFANTS", face.strong(), "center")
    rows = (
        ("N°", "Prénom et nom", "Sexe", "Date et lieu de naissance", "Acte"),
        (
            "1",
            facts.given_first,
            facts.who.sex,
            f"{day(facts.born)} à {facts.place}",
            str(rng.randint(10, 4000)),
        ),
        ("2", "", "", "", ""),
        ("3", "", "", "", ""),
    )
    y = sheet.table(18, y + 16, (10, 66, 14, 62, 22), rows, face, "all", "#e6efe4", pad=1.8)
    sheet.write(112, y + 14, "L'officier de l'état civil", face)
    marks.signature(sheet, 116, y + 18, rng)
    marks.round_stamp(sheet, 70, y + 24, rng, f"Etat civil {facts.place}", (), 15)
    return record(facts, "fr")


def _consent(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Liberation Serif")), 11.5)
    sheet.lines(22, 26, (facts.mother(), facts.place), face)
    sheet.write(190, 50, f"Le {wording.french_date(facts.lately(30))}", face, "right")
    sheet.write(22, 66, "Objet : accord du responsable légal d'un étudiant mineur", face.strong())
    text = (
        f"Je soussignée {facts.mother()}, mère et représentante légale de "
        f"{facts.given_first}, {facts.by_sex('né', 'née')} le {wording.french_date(facts.born)} à "
        f"{facts.place}, donne mon autorisation pour que mon enfant demande son rattachement à "
        "l'assurance maladie en France et transmette en son nom les documents nécessaires."
        "<br/><br/>Je certifie exercer l'autorité parentale."
    )
    y = sheet.prose(22, 78, 166, text, face, leading=1.6)
    sheet.write(130, y + 14, "Signature", face)
    marks.signature(sheet, 130, y + 18, rng)
    return identity(facts) | {"birth_place": facts.place}


TEMPLATES = (
    template("sworn_translation", "held_faithful", _faithful),
    template("sworn_translation", "held_tabled", _tabled),
    template("marriage_certificate", "held_copy", _marriage_copy),
    template("marriage_certificate", "held_abroad", _marriage_abroad),
    template("family_record_book", "held_booklet", _book_parents, _book_child, size=_BOOKLET),
    template("family_record_book", "held_maghreb", _book_maghreb),
    template("parental_authorization", "held_letter", _consent),
)
