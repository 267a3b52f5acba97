"""Birth records of Africa and Asia kept for measuring.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from datetime import timedelta

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.birth_record import record_fields
from specimens.papers.native import native_name, native_word, shaped
from specimens.papers.unseen_facts import Facts, draw_signatory, label_column, record, template
from specimens.people_names import NATIVE

KIND = "birth_certificate"


def _in_words(facts: Facts) -> str:
    return wording.french_date_in_words(facts.born)


def _morocco(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Serif", "FreeSerif")), 11)
    sheet.lines(18, 18, ("ROYAUME DU MAROC", "MINISTERE DE L'INTERIEUR",
                f"COMMUNE : {facts.place.upper()}", "BUREAU D'ETAT CIVIL : CENTRAL"),
                face.scaled(0.9))  # fmt: skip
    arabic = Face("DejaVu Sans", 9.5)
    for row, text in enumerate(("المملكة المغربية", "وزارة الداخلية")):
        sheet.write(192, 18 + 5 * row, shaped(text), arabic, "right")
    sheet.write(105, 58, "Extrait d'Acte de Naissance", face.but(size=17, bold=True), "center")
    hegira = int((facts.born.year - 622) * 33 / 32)
    sheet.write(105, 66, f"Acte n° : {rng.randint(10, 1900)}   Année : {hegira} H - "
                f"{facts.born.year} G", face, "center")  # fmt: skip
    hand = face.but(family="Liberation Mono", size=11)
    y = 84.0
    for label, value in (
        ("Prénom", facts.given), ("Nom", facts.surname),
        ("Lieu de naissance", facts.place), ("Date de naissance (en lettres)", _in_words(facts)),
        ("(en chiffres)", wording.numeric_date(facts.born)),
        ("Sexe", facts.by_sex("Masculin", "Féminin")), ("Nationalité", "Marocaine"),
        ("Prénom du père", facts.who.father[1]), ("Prénom de la mère", facts.mother()),
        ("Décès (mention)", "/"),
    ):  # fmt: skip
        sheet.write(20, y, f"{label} :", face)
        sheet.write(82, y, value, hand)
        y += 9.5
    y = sheet.prose(20, y + 2, 170, "L'officier de l'état civil soussigné certifie le présent "
                    "extrait conforme à l'acte inscrit sur les registres.", face)  # fmt: skip
    sheet.write(112, y + 10, f"{facts.place}, le {wording.numeric_date(facts.lately(300))}", face)
    marks.round_stamp(sheet, 128, y + 30, rng, f"Commune de {facts.place}", ("ETAT CIVIL",))
    marks.signature(sheet, 146, y + 18, rng)
    return record_fields(facts.who, "fr", parents=True, latin=True, father_surname=False)


def _algeria(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Liberation Sans")), 11)
    sheet.write(105, 16, "République Algérienne Démocratique et Populaire", face.strong(), "center")
    sheet.lines(18, 28, (f"Wilaya : {facts.place}", f"Commune : {facts.place}"), face)
    sheet.write(192, 28, "E C 7", face.but(size=14, bold=True), "right")
    sheet.write(105, 52, "EXTRAIT DES REGISTRES DES ACTES DE NAISSANCE",
                face.but(size=14, bold=True), "center")  # fmt: skip
    sheet.write(105, 60, f"Acte numéro {rng.randint(1, 9800):05d} - année {facts.born.year}",
                face, "center")  # fmt: skip
    e = facts.by_sex("", "e")
    text = (
        f"Le (1) <b>{_in_words(facts)}</b><br/>à {rng.randint(1, 23)} heures "
        f"{rng.randint(0, 59):02d} minutes<br/>est né{e} à <b>{facts.place}</b><br/>"
        f"{facts.by_sex('le nommé', 'la nommée')} <b>{facts.surname_first}</b><br/>de sexe "
        f"{facts.by_sex('masculin', 'féminin')}<br/>{facts.by_sex('fils', 'fille')} de "
        f"<b>{facts.father()}</b>, âgé de {rng.randint(24, 44)} ans, profession "
        f"{rng.choice(('enseignant', 'commerçant', 'employé'))}<br/>et de <b>{facts.mother()}</b>, "
        f"âgée de {rng.randint(20, 38)} ans, profession sans<br/>demeurant à {facts.place}<br/>"
        f"Dressé le {wording.numeric_date(facts.born + timedelta(days=2))} sur déclaration faite "
        "par le père<br/><br/>Mentions marginales : /"
    )
    y = sheet.prose(24, 72, 162, text, face, leading=1.75)
    sheet.write(18, y + 6, "(1) La date en toutes lettres.", face.scaled(0.8))
    sheet.lines(112, y + 14, ("Pour extrait conforme au registre",
                f"Le {wording.numeric_date(facts.lately(200))}", "Le P/APC"), face)  # fmt: skip
    marks.round_stamp(sheet, 164, y + 34, rng, f"APC {facts.place}", ("ETAT CIVIL",), 16)
    marks.signature(sheet, 116, y + 28, rng)
    return record(facts, "fr")


def _tunisia(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "DejaVu Sans")), 9.5)
    marks.waves(sheet, "#e6ece2")
    sheet.lines(18, 18, ("RÉPUBLIQUE TUNISIENNE", "MINISTÈRE DE L'INTÉRIEUR",
                f"MUNICIPALITÉ DE {facts.place.upper()}"), face.strong())  # fmt: skip
    sheet.write(192, 18, shaped("الجمهورية التونسية"), Face("DejaVu Sans", 10), "right")
    sheet.write(105, 50, "EXTRAIT DES REGISTRES DE L'ÉTAT CIVIL", face.but(size=14, bold=True),
                "center")  # fmt: skip
    sheet.write(105, 58, "- NAISSANCE -", face.but(size=12, bold=True), "center")
    words = face.but(size=10.5)
    rows = (
        ("N° d'enregistrement", f"{rng.randint(10, 3000)} / {facts.born.year}"),
        ("Nom et prénom de l'enfant", facts.given_first),
        ("Jour, mois et an de naissance", _in_words(facts)),
        ("", wording.numeric_date(facts.born)),
        ("Lieu de naissance", facts.place),
        ("Sexe", facts.by_sex("Masculin", "Féminin")),
        ("Père : prénom, nom", facts.father()),
        ("Nationalité du père", "Tunisienne"),
        ("Mère : prénom, nom", facts.mother()),
        ("Nationalité de la mère", "Tunisienne"),
        ("Transcription : mariage, divorce, décès", "Néant"),
    )
    y = sheet.table(18, 66, (66, 108), rows, words, "rows", line="#7d8f74", pad=1.9)
    sheet.lines(110, y + 14, (f"{facts.place}, le {wording.numeric_date(facts.lately(120))}",
                "L'officier de l'état civil"), face)  # fmt: skip
    marks.round_stamp(sheet, 60, y + 26, rng, f"Municipalité {facts.place}", ("ETAT CIVIL",), 16)
    marks.signature(sheet, 116, y + 24, rng)
    return record(facts, "fr")


def _senegal(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "Carlito")), 10.5)
    typed = Face(rng.choice(("FreeMono", "Liberation Mono")), 10.5)
    sheet.lines(16, 16, ("REPUBLIQUE DU SENEGAL", "Un Peuple - Un But - Une Foi", "--------",
                f"COMMUNE DE {facts.place.upper()}"), face.scaled(0.9))  # fmt: skip
    sheet.box(120, 12, 74, 20, weight=0.3)
    sheet.write(157, 20, "COPIE LITTERALE", face.but(bold=True, size=13), "center")
    sheet.write(157, 27, "D'ACTE DE NAISSANCE", face.strong(), "center")
    sheet.write(16, 44, f"Registre de l'année {facts.born.year}, n° {rng.randint(9, 1900)}", face)
    day = facts.born + timedelta(days=rng.randint(3, 30))
    text = (
        f"Le {_in_words(facts)}, vers {wording.number_in_french(rng.randint(1, 23))} heures, est "
        f"né{facts.by_sex('', 'e')} à la maternité de {facts.place} un enfant de sexe "
        f"{facts.by_sex('masculin', 'feminin')} prenomme {facts.given} et ayant pour nom de "
        f"famille {facts.surname}.<br/><br/>PERE : {facts.father()}, "
        f"{rng.choice(('cultivateur', 'tailleur', 'instituteur'))}, domicilie a {facts.place}."
        f"<br/><br/>MERE : {facts.mother()}, menagere, domiciliee a {facts.place}.<br/><br/>"
        f"Acte dresse le {wording.french_date(day)} sur la declaration du pere, par Nous, "
        "officier de l'etat civil soussigne."
    )
    y = sheet.prose(20, 54, 168, text, typed, leading=1.6)
    sheet.write(20, y + 8, "MENTIONS MARGINALES : Neant", typed)
    sheet.lines(104, y + 22, ("Pour copie certifiée conforme",
                f"{facts.place}, le {wording.numeric_date(facts.lately(400))}",
                "L'Officier d'Etat civil"), face)  # fmt: skip
    marks.frame_stamp(sheet, 30, y + 28, rng, ("TIMBRE MUNICIPAL", "200 FRANCS"))
    marks.round_stamp(sheet, 160, y + 44, rng, "Centre principal d'état civil", ("SENEGAL",))
    marks.signature(sheet, 112, y + 38, rng)
    return record(facts, "fr")


def _ivory_coast(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("DejaVu Serif", "Liberation Serif")), 10)
    sheet.lines(105, 16, ("REPUBLIQUE DE COTE D'IVOIRE", "Union - Discipline - Travail"),
                face.strong(), "center")  # fmt: skip
    sheet.lines(18, 32, ("ETAT CIVIL", f"Centre de {facts.place}"), face)
    sheet.write(105, 54, "COPIE INTÉGRALE", face.but(size=16, bold=True), "center")
    day = facts.born + timedelta(days=rng.randint(3, 40))
    sheet.write(105, 61, f"Acte de naissance n° {rng.randint(20, 6000)} du "
                f"{wording.numeric_date(day)}", face, "center")  # fmt: skip
    e = facts.by_sex("", "e")
    text = (
        f"Le <b>{_in_words(facts)}</b>, à {rng.randint(0, 23)} heures {rng.randint(0, 59):02d}, "
        f"est né{e} à {facts.place} :<br/><b>{facts.surname_first}</b>, de sexe "
        f"{facts.by_sex('masculin', 'féminin')}, {facts.by_sex('fils', 'fille')} de "
        f"<b>{facts.father(True)}</b>, de nationalité ivoirienne, profession "
        f"{rng.choice(('planteur', 'comptable', 'agent de sécurité'))}, et de "
        f"<b>{facts.mother(True)}</b>, de nationalité ivoirienne, profession ménagère, "
        f"domiciliés à {facts.place}.<br/><br/>Dressé par Nous, {draw_signatory(rng)}, officier de "
        "l'état civil, sur la déclaration de la sage-femme, qui a signé avec Nous après lecture."
    )
    y = sheet.prose(26, 72, 158, text, face.but(size=11), "justify", 1.6)
    y = sheet.prose(26, y + 6, 158, "Marié le ........ à ........ avec ........<br/>Divorcé le "
                    "........ Décédé le ........ à ........", face, leading=1.6)  # fmt: skip
    sheet.lines(108, y + 14, ("Certifiée conforme au registre",
                f"Fait à {facts.place}, le {wording.french_date(facts.lately(500))}",
                "L'Officier de l'état civil"), face)  # fmt: skip
    sheet.box(26, y + 12, 30, 22, stroke="#b45f06", fill="#fbeedd", weight=0.5)
    sheet.lines(41, y + 20, ("TIMBRE", "500 F"), face.but(color="#b45f06"), "center")
    marks.round_stamp(sheet, 88, y + 40, rng, f"Commune de {facts.place}", ("ETAT CIVIL",))
    marks.signature(sheet, 112, y + 30, rng)
    return record(facts, "fr")


def _cameroon(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Serif", "Caladea")), 10)
    typed = Face("Liberation Mono", 10.5, color="#20202c")
    sheet.lines(16, 16, ("RÉPUBLIQUE DU CAMEROUN", "Paix - Travail - Patrie"), face)
    sheet.lines(194, 16, ("REPUBLIC OF CAMEROON", "Peace - Work - Fatherland"), face, "right")
    sheet.write(105, 36, "ACTE DE NAISSANCE", face.but(size=15, bold=True), "center")
    sheet.write(105, 42, "BIRTH CERTIFICATE", face.but(size=11, italic=True), "center")
    sheet.write(105, 50, f"N° {facts.born.year}/{rng.randint(1000, 9000)}/N/{rng.randint(10, 99)}",
                typed, "center")  # fmt: skip
    entries = (
        ("Nom de l'enfant", "Surname of the child", facts.surname),
        ("Prénoms de l'enfant", "Given names of the child", facts.given),
        ("Le", "On the", _in_words(facts)),
        ("Est né(e) à", "Was born at", facts.place),
        ("Sexe", "Sex", facts.by_sex("Masculin", "Féminin")),
        ("De (père)", "Of (father)", facts.father(True)),
        ("Né à", "Born at", facts.place),
        ("Et de (mère)", "And of (mother)", facts.mother(True)),
        ("Domiciliée à", "Resident at", facts.place),
        ("Sur la déclaration de", "In accordance with the declaration of", "LA MATERNITE"),
        ("Par Nous", "By Us", draw_signatory(rng)),
    )  # fmt: skip
    y = 64.0
    for french, english, value in entries:
        sheet.write(18, y, french, face)
        sheet.write(18, y + 4, english, face.but(size=8, italic=True))
        sheet.rule(74, y + 1.4, 192, "#6e6e6e", 0.15)
        sheet.write(78, y + 0.4, value, typed)
        y += 13
    sheet.lines(22, y + 4, ("Le Secrétaire d'état civil", "Secretary"), face.scaled(0.9))
    sheet.lines(118, y + 4, ("L'Officier d'état civil", "Civil status registrar"), face.scaled(0.9))
    marks.signature(sheet, 24, y + 12, rng)
    marks.signature(sheet, 128, y + 12, rng)
    marks.round_stamp(sheet, 112, y + 22, rng, f"Mairie de {facts.place}", ("CAMEROUN",))
    return record(facts, "fr")


def _guinea(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Liberation Sans")), 10.5)
    state = {"GIN": ("RÉPUBLIQUE DE GUINÉE", "Travail - Justice - Solidarité"),
             "MLI": ("RÉPUBLIQUE DU MALI", "Un Peuple - Un But - Une Foi")}  # fmt: skip
    heads = state.get(facts.who.birth_country, state["GIN"])
    for number, color in enumerate(("#ce1126", "#fcd116", "#009460")):
        sheet.box(18 + 8 * number, 12, 8, 14, stroke=None, fill=color)
    sheet.lines(48, 18, heads, face.strong())
    sheet.lines(192, 18, (f"Commune de {facts.place}", "Service de l'état civil"), face, "right")
    sheet.write(105, 46, "EXTRAIT D'ACTE DE NAISSANCE", face.but(size=16, bold=True), "center")
    rows = (
        ("N° de l'acte", f"{rng.randint(10, 4000)}"), ("Feuillet", f"{rng.randint(1, 99)}"),
        ("Année", wording.number_in_french(facts.born.year)),
        ("Date de naissance", wording.french_date(facts.born)),
        ("Nom", facts.surname), ("Prénoms", facts.given),
        ("Sexe", facts.by_sex("Masculin", "Féminin")), ("Né(e) à", facts.place),
        ("Fils / fille de (père)", facts.father()), ("Et de (mère)", facts.mother()),
    )  # fmt: skip
    y = label_column(sheet, 26, 66, rows, face, 56, 9)
    sheet.lines(
        26,
        y + 8,
        (
            "Le présent extrait est délivré pour servir et valoir ce que de droit.",
            f"{facts.place}, le {wording.french_date(facts.lately(300))}",
            f"L'officier de l'état civil : {draw_signatory(rng)}",
        ),
        face,
        leading=1.6,
    )
    marks.signature(sheet, 40, y + 28, rng)
    marks.round_stamp(sheet, 140, y + 40, rng, heads[0], ("ETAT CIVIL", facts.place), 17)
    return record(facts, "fr")


_ARABIC_ROWS = (
    ("الاسم", "given"), ("الشهرة", "surname"), ("اسم الأب", "father"),
    ("اسم الأم وشهرتها", "mother"), ("محل الولادة", "place"), ("تاريخ الولادة", "born"),
    ("الجنس", "sex"), ("رقم السجل", "number"), ("الوضع العائلي", "single"),
)  # fmt: skip


def _arabic(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the extract of an individual's entry in the register, Arabic only."""
    rng, who = facts.rng, facts.who
    face = Face("DejaVu Sans", 12)
    surname, given = native_name(who, who.surname, facts.given, "arabic")
    parents = [native_name(who, *parent, "arabic") for parent in (who.father, who.mother)]
    values = {
        "given": given, "surname": surname, "father": parents[0][1],
        "mother": f"{parents[1][1]} {parents[1][0]}",
        "place": native_word(facts.place, "arabic"), "born": f"{facts.born:%Y/%m/%d}",
        "sex": facts.by_sex("ذكر", "أنثى"), "number": str(rng.randint(10, 900)),
        "single": facts.by_sex("عازب", "عزباء"),
    }  # fmt: skip
    for row, text in enumerate(("الجمهورية اللبنانية", "وزارة الداخلية والبلديات",
                                "المديرية العامة للأحوال الشخصية")):  # fmt: skip
        sheet.write(190, 22 + 7 * row, shaped(text), face, "right")
    sheet.write(105, 60, shaped("بيان قيد إفرادي"), face.but(size=20), "center")
    y = 78.0
    for label, key in _ARABIC_ROWS:
        sheet.box(20, y - 7, 170, 12, weight=0.2)
        sheet.stroke(138, y - 7, 138, y + 5, weight=0.2)
        sheet.write(186, y, shaped(label), face, "right")
        sheet.write(134, y, shaped(values[key]), face.strong(), "right")
        y += 12
    sheet.write(190, y + 10, shaped(f"في {facts.lately(200):%Y/%m/%d}"), face, "right")
    sheet.write(90, y + 10, shaped("مأمور النفوس"), face, "right")
    marks.round_stamp(sheet, 120, y + 30, rng, shaped("الأحوال الشخصية"), (), 16)
    marks.signature(sheet, 60, y + 16, rng)
    return record_fields(who, "ar", parents=False, latin=False)


def _india(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "Noto Sans")), 9.6)
    marks.frame(sheet, "#7b3f00", 8, double=False)
    marks.crest(sheet, 97, 13, 16, rng, "#7b3f00")
    sheet.lines(105, 36, (f"GOVERNMENT OF {rng.choice(('KERALA', 'MAHARASHTRA', 'TELANGANA'))}",
                "DEPARTMENT OF LOCAL SELF GOVERNMENT"), face.strong(), "center")  # fmt: skip
    sheet.write(105, 52, "BIRTH CERTIFICATE", face.but(size=15, bold=True), "center")
    y = sheet.prose(
        18,
        57,
        174,
        "(Issued under Section 12 of the Registration of Births and Deaths "
        "Act, 1969 and the Rules made thereunder)",
        face.scaled(0.85),
        "center",
    )
    y = sheet.prose(18, y + 4, 174, "This is to certify that the following information has been "
                    "taken from the original record of birth which is the register for "
                    f"{facts.place} local area.", face, "justify", 1.4)  # fmt: skip
    registered = facts.born + timedelta(days=rng.randint(2, 20))
    rows = (
        ("1. Name of child", facts.given_first),
        ("2. Sex", facts.by_sex("MALE", "FEMALE")),
        ("3. Date of birth", f"{facts.born:%d/%m/%Y}"),
        ("4. Place of birth", facts.place),
        ("5. Name of mother", facts.mother()),
        ("6. Name of father", facts.father()),
        ("7. Permanent address of parents", f"House No. {rng.randint(2, 200)}, {facts.place}"),
        ("8. Registration No.", f"{rng.randint(100, 9000)}/{facts.born.year}"),
        ("9. Date of registration", f"{registered:%d/%m/%Y}"),
        ("10. Remarks", "Nil"),
    )
    y = sheet.table(18, y + 5, (64, 110), rows, face, "none", pad=1.9)
    sheet.lines(20, y + 14, (f"Date: {facts.lately(900):%d/%m/%Y}", "Place: " + facts.place), face)
    sheet.lines(130, y + 14, ("Signature of issuing authority", "Registrar of Births and Deaths"),
                face)  # fmt: skip
    marks.signature(sheet, 134, y + 22, rng)
    marks.qr_code(sheet, 22, y + 24, 24, f"https://crs.example.org/{facts.number(12)}")
    marks.round_stamp(sheet, 106, y + 34, rng, "Registrar of Births", (facts.place,), 14)
    return record(facts, "en")


def _vietnam(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Serif", "DejaVu Serif")), 11)
    sheet.lines(48, 18, ("ỦY BAN NHÂN DÂN", f"PHƯỜNG, {facts.place.upper()}",
                f"Số: {rng.randint(10, 900)}/TLKS-BS"), face.scaled(0.85), "center")  # fmt: skip
    sheet.lines(142, 18, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
                face.scaled(0.85).strong(), "center")  # fmt: skip
    sheet.write(105, 54, "TRÍCH LỤC KHAI SINH", face.but(size=17, bold=True), "center")
    sheet.write(105, 61, "(BẢN SAO)", face.strong(), "center")
    born = facts.born
    day = f"{born:%d} tháng {born:%m} năm {born:%Y}"
    y = 78.0
    for label, value in (
        ("Họ, chữ đệm, tên:", facts.surname_first), ("Ngày, tháng, năm sinh:", day),
        ("Giới tính:", facts.by_sex("Nam", "Nữ")), ("Nơi sinh:", facts.place),
        ("Dân tộc:", "Kinh"), ("Quốc tịch:", "Việt Nam"),
        ("Họ, chữ đệm, tên người mẹ:", facts.mother(True)),
        ("Họ, chữ đệm, tên người cha:", facts.father(True)),
        ("Đăng ký khai sinh tại:", f"Ủy ban nhân dân {facts.place}"),
    ):  # fmt: skip
        sheet.write(24, y, label, face)
        sheet.write(28 + sheet.measure(label, face), y, value, face.strong())
        y += 10
    issued = facts.lately(300)
    sheet.write(126, y + 6, f"Ngày {issued:%d} tháng {issued:%m} năm {issued:%Y}",
                face.but(italic=True), "center")  # fmt: skip
    sheet.lines(126, y + 13, ("NGƯỜI KÝ TRÍCH LỤC", "CHỦ TỊCH"), face.strong(), "center")
    marks.signature(sheet, 112, y + 24, rng)
    marks.round_stamp(sheet, 104, y + 32, rng, "ỦY BAN NHÂN DÂN", (), 16)
    return record(facts, "vi")


def _chinese(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, who, face = facts.rng, facts.who, Face("WenQuanYi Micro Hei", 13)
    name = "".join(native_name(who, who.surname, facts.given, "chinese"))
    dad, mum = (
        "".join(native_name(who, *parent, "chinese")) for parent in (who.father, who.mother)
    )
    sheet.write(105, 50, "公  证  书", face.but(size=24), "center")
    sheet.write(184, 66, f"（{facts.lately(200).year}）外证字第{rng.randint(100, 9000)}号",
                face.but(size=11), "right")  # fmt: skip
    born = f"{facts.born.year}年{facts.born.month}月{facts.born.day}日"
    y = sheet.lines(30, 84, (f"申请人：{name}，{facts.by_sex('男', '女')}，{born}出生。",
                    "公证事项：出生"), face, leading=1.9)  # fmt: skip
    y = sheet.lines(38, y + 6, (f"兹证明{name}于{born}在中国出生。",), face, leading=1.9)
    y = sheet.lines(38, y, (f"{name}的父亲是{dad}，母亲是{mum}。",), face, leading=1.9)
    sheet.lines(126, y + 24, ("中华人民共和国公证处", "公证员：" + dad[0] + "某",
                "二〇二六年"), face, leading=1.9)  # fmt: skip
    marks.round_stamp(sheet, 150, y + 34, rng, "公证处", (), 17)
    return record_fields(who, "zh", parents=False, latin=False)


def _chinese_french(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Serif", "Carlito")), 12)
    sheet.write(105, 44, "ACTE NOTARIÉ", face.but(size=17, bold=True), "center")
    sheet.write(105, 52, "(traduction)", face.but(italic=True), "center")
    sheet.write(184, 66, f"N° {rng.randint(100, 9000)}", face, "right")
    e = facts.by_sex("", "e")
    text = (
        f"Requérant{e} : <b>{facts.surname_first}</b>, de sexe "
        f"{facts.by_sex('masculin', 'féminin')}, né{e} le {wording.french_date(facts.born)}."
        "<br/><br/>Objet de l'acte : naissance<br/><br/>Il est certifié par la présente que "
        f"{facts.surname_first} est né{e} le {wording.french_date(facts.born)} à {facts.place}, "
        f"en Chine. Le père de {facts.surname_first} est {facts.father(True)} et sa mère est "
        f"{facts.mother(True)}."
    )
    y = sheet.prose(30, 76, 150, text, face, leading=1.7)
    sheet.lines(108, y + 20, ("Notaire (cachet)", f"Étude notariale de {facts.place}",
                "République populaire de Chine",
                wording.french_date(facts.lately(200))), face, leading=1.5)  # fmt: skip
    marks.round_stamp(sheet, 80, y + 40, rng, f"Notary Public Office {facts.place}", (), 17)
    return record(facts, "fr")


def _known(facts: Facts, word: str) -> str:
    """Return a name as the state of its bearer writes it, where that is known."""
    return NATIVE.get((facts.who.nationality, word), word)


def _korean_name(facts: Facts, surname: str, given: str) -> str:
    whole = _known(facts, given)
    parts = (whole,) if whole != given else tuple(_known(facts, part) for part in given.split(" "))
    return _known(facts, surname) + "".join(parts)


def _korea_birth(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the certificate of the birth, without the parents, who stand on the other."""
    rng, who, face = facts.rng, facts.who, Face("NanumGothic", 11)
    born = f"{facts.born.year}년 {facts.born:%m}월 {facts.born:%d}일"
    sheet.write(105, 34, "기본증명서 (상세)", face.but(size=18), "center")
    y = sheet.table(20, 46, (44, 126), (
        ("등록기준지", "서울특별시 종로구"), ("구분", "본인"),
        ("성명", _korean_name(facts, who.surname, facts.given)), ("출생연월일", born),
        ("성별", facts.by_sex("남", "여")), ("출생장소", f"대한민국 {_known(facts, facts.place)}"),
        ("신고인", "부"),
    ), face, "all", pad=2.4)  # fmt: skip
    text = "위 기본증명서는 가족관계등록부의 기록사항과 틀림없음을 증명합니다."
    sheet.write(20, y + 12, text, face)
    sheet.write(105, y + 32, "법원행정처 전산정보중앙관리소", face.but(size=13), "center")
    marks.round_stamp(sheet, 158, y + 30, rng, "법원행정처", (), 13)
    return record_fields(who, "ko", parents=False, latin=False)


def _korea_family(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, who, face = facts.rng, facts.who, Face("NanumGothic", 11)
    own = _korean_name(facts, who.surname, facts.given)
    born = f"{facts.born.year}년 {facts.born:%m}월 {facts.born:%d}일"
    sheet.write(105, 34, "가족관계증명서 (상세)", face.but(size=18), "center")
    sheet.table(20, 46, (40, 130), (("등록기준지", "서울특별시 종로구"),), face, "all", pad=2.4)
    rows = [("구분", "성명", "출생연월일", "성별"),
            ("본인", own, born, facts.by_sex("남", "여"))]  # fmt: skip
    for role, parent, sex in (("부", who.father, "남"), ("모", who.mother, "여")):
        day = facts.born - timedelta(days=rng.randint(8200, 13000))
        name = _korean_name(facts, *parent)
        rows.append((role, name, f"{day.year}년 {day:%m}월 {day:%d}일", sex))
    y = sheet.table(20, 66, (26, 62, 56, 26), tuple(rows), face, "all", "#eeeeee", pad=2.8)
    sheet.write(
        20, y + 12, "위 가족관계증명서는 가족관계등록부의 기록사항과 틀림없음을 증명합니다.", face
    )
    day = facts.lately(200)
    sheet.write(105, y + 28, f"{day.year}년 {day:%m}월 {day:%d}일", face, "center")
    sheet.write(105, y + 40, "법원행정처 전산정보중앙관리소", face.but(size=13), "center")
    marks.round_stamp(sheet, 158, y + 38, rng, "법원행정처", (), 13)
    return record_fields(who, "ko", parents=False, latin=False)


def _consular(sheet: Sheet, facts: Facts) -> dict[str, str]:
    """Draw the certificate that an embassy in Paris draws up from the register of its state."""
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "Noto Sans")), 11)
    embassy = {"JPN": "du Japon", "KOR": "de la République de Corée",
               "IRN": "de la République islamique d'Iran", "IDN": "d'Indonésie"}  # fmt: skip
    of_state = embassy.get(facts.who.birth_country, "du Japon")
    sheet.write(105, 28, f"Ambassade {of_state} en France", face.but(size=14), "center")
    sheet.write(105, 35, "Service consulaire - Paris", face.scaled(0.9), "center")
    sheet.write(105, 64, "CERTIFICAT DE NAISSANCE", face.but(size=15, bold=True), "center")
    sheet.write(
        186, 50, f"Réf. {facts.number(5)}-{rng.randint(10, 99)}", face.scaled(0.85), "right"
    )
    sheet.write(24, 80, "Nous certifions, d'après le registre de famille présenté, que :", face)
    y = label_column(sheet, 34, 94, (
        ("Nom", facts.surname), ("Prénom", facts.given),
        ("Sexe", facts.by_sex("masculin", "féminin")),
        ("Date de naissance", wording.french_date(facts.born)),
        ("Lieu de naissance", facts.place),
        ("Nom du père", facts.father(True)), ("Nom de la mère", facts.mother(True)),
    ), face, 54, 9)  # fmt: skip
    y = sheet.prose(24, y + 4, 162, "est bien né(e) aux lieu et date susindiqués.", face)
    sheet.lines(108, y + 18, (f"Paris, le {wording.french_date(facts.lately(80))}",
                "Pour le Consul,"), face)  # fmt: skip
    marks.signature(sheet, 112, y + 30, rng)
    marks.round_stamp(sheet, 74, y + 36, rng, f"Ambassade {of_state}", ("PARIS",), 17)
    return record(facts, "fr")


TEMPLATES = (
    template(KIND, "held_morocco", _morocco),
    template(KIND, "held_algeria", _algeria),
    template(KIND, "held_tunisia", _tunisia),
    template(KIND, "held_senegal", _senegal),
    template(KIND, "held_ivory_coast", _ivory_coast),
    template(KIND, "held_cameroon", _cameroon),
    template(KIND, "held_guinea", _guinea),
    template(KIND, "held_arabic", _arabic),
    template(KIND, "held_india", _india),
    template(KIND, "held_vietnam", _vietnam),
    template(KIND, "held_china", _chinese),
    template(KIND, "held_china_french", _chinese, _chinese_french),
    template(KIND, "held_korea", _korea_birth, _korea_family),
    template(KIND, "held_consular", _consular),
)
STATES: dict[str, tuple[str, ...]] = {
    f"{KIND}.held_{name}": states
    for name, states in {
        "morocco": ("MAR",), "algeria": ("DZA",), "tunisia": ("TUN",), "senegal": ("SEN",),
        "ivory_coast": ("CIV",), "cameroon": ("CMR",), "guinea": ("GIN", "MLI"),
        "arabic": ("LBN", "SYR", "EGY"), "india": ("IND",), "vietnam": ("VNM",),
        "china": ("CHN",), "china_french": ("CHN",), "korea": ("KOR",),
        "consular": ("JPN", "KOR", "IRN", "IDN"),
    }.items()
}  # fmt: skip
"""Template name -> alpha-3 of the states of birth."""
