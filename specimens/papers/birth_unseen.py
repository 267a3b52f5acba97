"""Birth records of Europe and the Americas kept for measuring.

Nobody reads these while writing cues, readers or training data.
"""

from __future__ import annotations

from datetime import timedelta

from specimens.layout import Face, Sheet
from specimens.papers import marks, wording
from specimens.papers.birth_record import record_fields
from specimens.papers.native import native_name, native_word
from specimens.papers.unseen_facts import Facts, label_column, record, template
from specimens.people_names import NATIVE

KIND = "birth_certificate"
Cell = tuple[float, float, str, str]
"""Left edge and width as shares of the form, label, value."""


def _cells(
    sheet: Sheet, x: float, y: float, wide: float, tall: float, cells: tuple[Cell, ...],
    face: Face, label_size: float = 6.5,
) -> float:  # fmt: skip
    """Draw one row of boxes, each with a small label in its corner; return its bottom."""
    for left, width, label, value in cells:
        sheet.box(x + left * wide, y, width * wide, tall, weight=0.2)
        sheet.write(x + left * wide + 1.5, y + 3.2, label, face.but(size=label_size, bold=False),
                    within=width * wide - 3)  # fmt: skip
        sheet.write(x + left * wide + 2.5, y + tall - 2.6, value, face, within=width * wide - 5)
    return y + tall


def _usa(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Mono", "Liberation Sans")), 10)
    state = rng.choice(("OHIO", "OREGON", "GEORGIA", "MICHIGAN"))
    marks.waves(sheet, "#dbe7ee", 5)
    marks.frame(sheet, "#2d5f7c", 7)
    look = Face("Liberation Serif", 12, bold=True)
    sheet.lines(105, 20, (f"STATE OF {state}", "DEPARTMENT OF HEALTH - OFFICE OF VITAL STATISTICS"),
                look.but(size=10), "center")  # fmt: skip
    sheet.write(105, 36, "CERTIFICATE OF LIVE BIRTH", look.but(size=16), "center")
    sheet.write(192, 44, f"STATE FILE NO. {facts.born.year}-{facts.number(6)}", face.scaled(0.85),
                "right")  # fmt: skip
    born = f"{wording.MONTHS['en'][facts.born.month - 1]} {facts.born.day}, {facts.born.year}"
    county = f"{rng.choice(('Lake', 'Wayne', 'Clark'))} County"
    mother = facts.who.mother
    filed = facts.born + timedelta(days=rng.randint(2, 9))
    y = 48.0
    for cells in (
        (
            (0, 0.62, "1. CHILD'S NAME (First, Middle, Last)", facts.given_first),
            (0.62, 0.38, "2. DATE OF BIRTH", born),
        ),
        (
            (0, 0.2, "3. SEX", facts.by_sex("Male", "Female")),
            (0.2, 0.25, "4. TIME OF BIRTH", f"{rng.randint(1, 12)}:{rng.randint(10, 59)} AM"),
            (0.45, 0.55, "5. FACILITY NAME", "Mercy General Hospital"),
        ),
        (
            (0, 0.55, "6. CITY, TOWN OR LOCATION OF BIRTH", facts.place),
            (0.55, 0.45, "7. COUNTY OF BIRTH", county),
        ),
        (
            (0, 0.62, "8. MOTHER'S NAME PRIOR TO FIRST MARRIAGE", facts.mother()),
            (0.62, 0.38, "9. MOTHER'S BIRTHPLACE", state.title()),
        ),
        (
            (0, 0.62, "10. FATHER'S CURRENT LEGAL NAME", facts.father()),
            (0.62, 0.38, "11. FATHER'S BIRTHPLACE", rng.choice(("Texas", "Ohio", "Illinois"))),
        ),
        (
            (0, 0.62, "12. INFORMANT", f"{mother[1]} (Mother)"),
            (0.62, 0.38, "13. DATE FILED BY REGISTRAR", f"{filed:%B} {filed.day}, {filed.year}"),
        ),
    ):
        y = _cells(sheet, 16, y, 178, 15, cells, face)
    sheet.prose(18, y + 6, 118, "This is a true certification of name and birth facts as recorded "
                "in this office.", look.but(size=9.5, bold=False))  # fmt: skip
    sheet.write(18, y + 24, f"Date issued: {facts.lately(900):%B %d, %Y}", face.scaled(0.9))
    sheet.write(18, y + 44, "State Registrar", look.but(size=9))
    marks.signature(sheet, 20, y + 27, rng)
    marks.round_stamp(sheet, 166, y + 28, rng, f"State of {state} vital records", (), 18)
    return record(facts, "en")


def _brazil(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "Carlito")), 9.5)
    marks.crest(sheet, 96, 10, 17, rng, "#1d7a3e")
    sheet.lines(105, 33, ("REPÚBLICA FEDERATIVA DO BRASIL", "REGISTRO CIVIL DAS PESSOAS NATURAIS"),
                face.strong(), "center")  # fmt: skip
    sheet.write(105, 48, "CERTIDÃO DE NASCIMENTO", face.but(size=17, bold=True), "center")
    sheet.write(105, 56, "NOME", face.scaled(0.8), "center")
    sheet.write(105, 62, facts.given_first, face.but(size=13, bold=True), "center", 176)
    sheet.write(105, 70, "MATRÍCULA", face.scaled(0.8), "center")
    code = (f"{facts.number(6)} 01 55 {facts.born.year} 1 {rng.randint(10000, 99999)} "
            f"{rng.randint(100, 299)} {facts.number(7)} {rng.randint(10, 99)}")  # fmt: skip
    sheet.write(105, 76, code, face.strong(), "center")
    month = wording.MONTHS["pt"][facts.born.month - 1]
    who = facts.who
    y = 82.0
    for tall, cells in (
        (
            12,
            (
                (
                    0,
                    0.58,
                    "DATA DE NASCIMENTO",
                    f"{facts.born.day} de {month} de {facts.born.year}",
                ),
                (0.58, 0.14, "DIA", f"{facts.born:%d}"),
                (0.72, 0.13, "MÊS", f"{facts.born:%m}"),
                (0.85, 0.15, "ANO", f"{facts.born:%Y}"),
            ),
        ),
        (
            12,
            (
                (0, 0.25, "HORA", f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}"),
                (0.25, 0.75, "MUNICÍPIO DE NASCIMENTO E UNIDADE DA FEDERAÇÃO", facts.place),
            ),
        ),
        (
            12,
            (
                (0, 0.6, "LOCAL DE NASCIMENTO", "Hospital Santa Casa"),
                (0.6, 0.4, "SEXO", facts.by_sex("masculino", "feminino")),
            ),
        ),
        (14, ((0, 1, "FILIAÇÃO", f"{facts.father()} e {facts.mother()}"),)),
        (
            14,
            (
                (
                    0,
                    1,
                    "AVÓS",
                    (
                        f"paternos: {who.father[0]} e Maria {who.father[0]}; maternos: José "
                        f"{who.mother[0]} e Ana {who.mother[0]}"
                    ),
                ),
            ),
        ),
        (
            12,
            (
                (0, 0.3, "GÊMEO", "não"),
                (
                    0.3,
                    0.7,
                    "DATA DO REGISTRO",
                    wording.long_date(facts.born + timedelta(days=rng.randint(4, 30)), "pt"),
                ),
            ),
        ),
        (16, ((0, 1, "OBSERVAÇÕES / AVERBAÇÕES", "Nada consta."),)),
    ):
        y = _cells(sheet, 16, y, 178, tall, cells, face)
    sheet.prose(16, y + 4, 82, f"Oficial de Registro Civil - {facts.place}<br/>Escrevente "
                "autorizada: Renata Lopes", face, leading=1.4)  # fmt: skip
    sheet.prose(
        104,
        y + 4,
        90,
        "O conteúdo da certidão é verdadeiro. Dou fé.<br/>"
        f"{facts.place}, {wording.long_date(facts.lately(400), 'pt')}",
        face,
        leading=1.4,
    )
    marks.signature(sheet, 118, y + 22, rng)
    marks.round_stamp(sheet, 70, y + 34, rng, "Registro Civil", (facts.place,), 15)
    return record(facts, "pt")


def _mexico(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Noto Sans", "Open Sans", "Roboto")), 9.5)
    marks.frame(sheet, "#7c1d3f", 8)
    sheet.lines(105, 20, ("Estados Unidos Mexicanos", "Acta de Nacimiento"),
                face.but(size=15, bold=True), "center")  # fmt: skip
    y = _cells(sheet, 16, 34, 178, 11, (
        (0, 0.5, "Identificador Electrónico", facts.number(20)),
        (0.5, 0.5, "Entidad de Registro", facts.place),
    ), face)  # fmt: skip
    registered = facts.born + timedelta(days=rng.randint(5, 60))
    y = _cells(sheet, 16, y, 178, 11, (
        (0, 0.2, "Oficialía", f"{rng.randint(1, 30):04d}"),
        (0.2, 0.3, "Fecha de Registro", f"{registered:%d/%m/%Y}"),
        (0.5, 0.25, "Libro", str(rng.randint(1, 40))),
        (0.75, 0.25, "Número de Acta", f"{rng.randint(1, 2999):05d}"),
    ), face)  # fmt: skip
    parts = facts.who.surname.upper().split(" ", 1)
    y = _section(sheet, y, "Datos de la Persona Registrada", face)
    y = _cells(sheet, 16, y, 178, 12, (
        (0, 0.4, "Nombre(s)", facts.given), (0.4, 0.3, "Primer Apellido", parts[0]),
        (0.7, 0.3, "Segundo Apellido", parts[1] if len(parts) > 1 else ""),
    ), face)  # fmt: skip
    y = _cells(sheet, 16, y, 178, 12, (
        (0, 0.25, "Sexo", facts.by_sex("HOMBRE", "MUJER")),
        (0.25, 0.35, "Fecha de Nacimiento", f"{facts.born:%d/%m/%Y}"),
        (0.6, 0.4, "Lugar de Nacimiento", facts.place),
    ), face)  # fmt: skip
    y = _section(sheet, y, "Datos de Filiación de la Persona Registrada", face)
    for given, surname in ((facts.who.father[1], facts.who.father[0]),
                           (facts.who.mother[1], facts.who.mother[0])):  # fmt: skip
        y = _cells(sheet, 16, y, 178, 12, (
            (0, 0.38, "Nombre(s)", given), (0.38, 0.38, "Apellidos", surname.upper()),
            (0.76, 0.24, "Nacionalidad", "MEXICANA"),
        ), face)  # fmt: skip
    y = _section(sheet, y, "Anotaciones Marginales", face)
    sheet.write(18, y + 5, "Sin anotaciones marginales.", face)
    sheet.prose(16, y + 14, 120, "Se extiende la presente copia certificada, con fundamento en el "
                "Código Civil vigente, de conformidad con los datos asentados en el libro "
                f"correspondiente, a {wording.long_date(facts.lately(200), 'es')}.", face,
                leading=1.4)  # fmt: skip
    marks.qr_code(sheet, 154, y + 12, 30, f"https://acta.example.org/{facts.number(18)}")
    marks.signature(sheet, 30, y + 40, rng)
    sheet.write(24, y + 58, "Director del Registro Civil", face)
    return record(facts, "es")


def _section(sheet: Sheet, y: float, text: str, face: Face) -> float:
    sheet.box(16, y + 3, 178, 6.5, stroke=None, fill="#ead9e0")
    sheet.write(105, y + 7.6, text, face.strong(), "center")
    return y + 10


def _colombia(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "FreeSans")), 9.5)
    typed = face.but(family="Liberation Mono")
    sheet.lines(18, 18, ("REPÚBLICA DE COLOMBIA", "ORGANIZACIÓN ELECTORAL",
                "REGISTRADURÍA NACIONAL DEL ESTADO CIVIL"), face.scaled(0.9))  # fmt: skip
    sheet.write(105, 40, "REGISTRO CIVIL DE NACIMIENTO", face.but(size=14, bold=True), "center")
    sheet.write(192, 18, f"Indicativo serial {facts.number(8)}", face.strong(), "right")
    sheet.write(18, 48, f"NUIP  1{facts.number(9)}", typed.strong())
    words = facts.who.surname.upper().split(" ", 1)
    mother, father = facts.who.mother, facts.who.father
    y = 52.0
    for title, rows in (
        ("Datos del inscrito", (
            ((0, 0.5, "Primer apellido", words[0]),
             (0.5, 0.5, "Segundo apellido", words[1] if len(words) > 1 else "***")),
            ((0, 1, "Nombre(s)", facts.given),),
            ((0, 0.45, "Fecha de nacimiento (año, mes, día)", f"{facts.born:%Y  %m  %d}"),
             (0.45, 0.2, "Sexo", facts.by_sex("MASCULINO", "FEMENINO")),
             (0.65, 0.35, "Grupo sanguíneo", rng.choice(("O+", "A+", "B+")))),
            ((0, 1, "Lugar de nacimiento (país, departamento, municipio)",
              f"COLOMBIA - {facts.place}"),),
        )),
        ("Datos de la madre", (
            ((0, 1, "Apellidos y nombres completos", f"{mother[0].upper()} {mother[1]}"),),
            ((0, 1, "Documento de identificación", f"CC {facts.number(8)} COLOMBIA"),),
        )),
        ("Datos del padre", (
            ((0, 1, "Apellidos y nombres completos", f"{father[0].upper()} {father[1]}"),),
            ((0, 1, "Documento de identificación", f"CC {facts.number(8)} COLOMBIA"),),
        )),
    ):  # fmt: skip
        sheet.write(18, y + 4.5, title, face.strong())
        y += 6
        for cells in rows:
            y = _cells(sheet, 16, y, 178, 12, cells, typed)
    sheet.prose(18, y + 5, 170, "ESTE REGISTRO ES FIEL COPIA DEL ORIGINAL QUE REPOSA EN LOS "
                f"ARCHIVOS DE ESTA OFICINA. {facts.place}, {facts.lately(300):%Y-%m-%d}. Válido "
                "para acreditar parentesco.", face)  # fmt: skip
    marks.signature(sheet, 30, y + 20, rng)
    marks.round_stamp(sheet, 150, y + 32, rng, "Registraduría Nacional", ("COPIA",), 15)
    return record(facts, "es")


def _germany(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Sans", "FreeSans")), 10.5)
    sheet.write(105, 34, "Geburtsurkunde", face.but(size=20, bold=True), "center")
    sheet.write(30, 50, f"Standesamt {facts.place}", face)
    sheet.write(180, 50, f"Registernummer G {rng.randint(10, 1900)}/{facts.born.year}", face,
                "right")  # fmt: skip
    y = 68.0
    blocks = (
        ("Kind", (("Geburtsname", facts.surname), ("Vorname(n)", facts.given),
                  ("Geschlecht", facts.by_sex("männlich", "weiblich")),
                  ("Geburtstag", f"{facts.born:%d.%m.%Y}"), ("Geburtsort", facts.place))),
        ("Mutter", (("Familienname", facts.who.mother[0].upper()),
                    ("Vorname(n)", facts.who.mother[1]))),
        ("Vater", (("Familienname", facts.who.father[0].upper()),
                   ("Vorname(n)", facts.who.father[1]))),
        ("Weitere Angaben aus dem Registereintrag", (("", "keine"),)),
    )  # fmt: skip
    for title, rows in blocks:
        sheet.write(30, y, title, face.but(italic=True, color="#333333"))
        y = label_column(sheet, 40, y + 8, rows, face, 46, 7.5) + 5
    sheet.write(30, y + 6, f"{facts.place}, den {facts.lately(500):%d.%m.%Y}", face)
    marks.signature(sheet, 118, y + 10, rng)
    sheet.lines(118, y + 30, ("Die Standesbeamtin", "(Siegel)"), face.scaled(0.9))
    marks.round_stamp(sheet, 84, y + 26, rng, f"Standesamt {facts.place}", (), 16)
    return record(facts, "de")


def _italy(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Caladea", "Liberation Serif")), 11.5)
    marks.crest(sheet, 20, 14, 18, rng, "#1f5c3d")
    sheet.lines(44, 21, (f"COMUNE DI {facts.place.upper()}", "Ufficio dello Stato Civile"),
                face.strong())  # fmt: skip
    sheet.write(105, 56, "ESTRATTO PER RIASSUNTO DELL'ATTO DI NASCITA",
                face.but(size=13.5, bold=True), "center")  # fmt: skip
    sheet.write(105, 63, "(con indicazione delle generalità dei genitori - D.P.R. 396/2000)",
                face.scaled(0.85), "center")  # fmt: skip
    born = facts.by_sex("nato", "nata")
    text = (
        f"Dal registro degli atti di nascita dell'anno {facts.born.year}, parte "
        f"{rng.choice(('I', 'II'))} serie A n. {rng.randint(10, 900)}, risulta che il giorno "
        f"<b>{wording.long_date(facts.born, 'it')}</b> alle ore {rng.randint(1, 23)}."
        f"{rng.randint(10, 59)} è {born} in <b>{facts.place}</b>:<br/><br/>"
        f"<b>{facts.surname_first}</b>, di sesso "
        f"{facts.by_sex('maschile', 'femminile')},<br/>{facts.by_sex('figlio', 'figlia')} di "
        f"{facts.father(True)} e di {facts.mother(True)}.<br/><br/>Annotazioni: nessuna."
    )
    y = sheet.prose(26, 76, 158, text, face, "justify", 1.6)
    y = sheet.prose(26, y + 6, 158, "Si rilascia in carta libera per gli usi consentiti dalla "
                    "legge.", face)  # fmt: skip
    sheet.write(26, y + 14, f"{facts.place}, {wording.numeric_date(facts.lately(180))}", face)
    sheet.write(118, y + 14, "L'Ufficiale dello Stato Civile", face)
    marks.signature(sheet, 124, y + 20, rng)
    marks.round_stamp(sheet, 92, y + 32, rng, f"Comune di {facts.place}", (), 16)
    return record(facts, "it")


def _spain(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Noto Sans", "Liberation Sans")), 9.5)
    sheet.box(0, 0, 210, 20, stroke=None, fill="#f6e3b4")
    sheet.write(18, 13, "MINISTERIO DE JUSTICIA - REGISTRO CIVIL", face.but(size=11, bold=True))
    sheet.write(18, 36, "CERTIFICACIÓN LITERAL DE INSCRIPCIÓN DE NACIMIENTO",
                face.but(size=13, bold=True))  # fmt: skip
    sheet.write(18, 43, f"Registro Civil de {facts.place} - Tomo {rng.randint(10, 999):05d} - "
                f"Página {rng.randint(1, 300)} - Sección 1.ª", face)  # fmt: skip
    y = sheet.table(18, 52, (58, 116), (
        ("DATOS DEL INSCRITO", ""), ("Nombre", facts.given), ("Apellidos", facts.surname),
        ("Sexo", facts.by_sex("Varón", "Mujer")),
        ("Hora y fecha de nacimiento", (f"{rng.randint(0, 23)}:{rng.randint(10, 59)} horas del "
         f"{wording.long_date(facts.born, 'es')}")),
        ("Lugar de nacimiento", facts.place),
        ("PROGENITORES", ""),
        ("Padre", facts.father()), ("Estado civil", "Casado"),
        ("Madre", facts.mother()), ("Estado civil", "Casada"),
        ("Matrimonio de los padres", "Existe"),
        ("DECLARANTE", "El padre"),
    ), face, "rows", line="#c4a75a", pad=1.7)  # fmt: skip
    y = sheet.prose(18, y + 7, 174, "CERTIFICA: Que la presente certificación literal contiene la "
                    "reproducción íntegra del asiento correspondiente obrante en el Registro "
                    f"Civil. Expedida el {wording.long_date(facts.lately(250), 'es')} y firmada "
                    "electrónicamente por el Encargado. CSV: "
                    f"{facts.number(16)}.", face, "justify", 1.45)  # fmt: skip
    marks.bar_code(sheet, 18, y + 8, facts.number(12))
    marks.round_stamp(sheet, 160, y + 22, rng, f"Registro Civil {facts.place}", (), 15)
    return record(facts, "es")


def _portugal(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Liberation Serif", "Noto Sans")), 10.5)
    sheet.lines(20, 22, ("Instituto dos Registos e do Notariado",
                f"Conservatória do Registo Civil de {facts.place}"), face.strong())  # fmt: skip
    sheet.write(20, 46, f"Assento de Nascimento n.º {rng.randint(10, 4000)} do ano de "
                f"{facts.born.year}", face.but(size=14, bold=True))  # fmt: skip
    y = 58.0
    for title, rows in (
        (
            "REGISTADO",
            (
                ("Nome próprio", facts.given),
                ("Apelidos", facts.surname),
                ("Sexo", facts.by_sex("Masculino", "Feminino")),
                ("Data de nascimento", wording.long_date(facts.born, "pt")),
                ("Naturalidade", facts.place),
            ),
        ),
        ("PAI", (("Nome", facts.father()), ("Naturalidade", facts.place))),
        ("MÃE", (("Nome", facts.mother()), ("Naturalidade", facts.place))),
        ("MENÇÕES", (("Averbamentos", "Não há"),)),
    ):
        sheet.box(20, y - 4.6, 170, 6.6, stroke=None, fill="#e7edf3")
        sheet.write(22, y, title, face.strong())
        y = label_column(sheet, 24, y + 8, rows, face, 52, 7) + 5
    y = sheet.prose(20, y, 170, "Está conforme o original. Certidão de cópia integral emitida a "
                    f"{wording.long_date(facts.lately(200), 'pt')}. Código de acesso: "
                    f"{facts.number(4)}-{facts.number(4)}-{facts.number(4)}.", face,
                    leading=1.45)  # fmt: skip
    sheet.write(20, y + 10, "A Oficial de Registos", face)
    marks.signature(sheet, 22, y + 14, rng)
    marks.round_stamp(sheet, 110, y + 24, rng, "Registo Civil", (facts.place,), 15)
    return record(facts, "pt")


def _romania(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("DejaVu Serif", "Liberation Serif")), 10.5)
    marks.waves(sheet, "#e3e8f4")
    marks.frame(sheet, "#35508f", 9, double=False)
    sheet.write(105, 24, "ROMÂNIA", face.but(size=13, bold=True), "center")
    sheet.write(105, 36, "CERTIFICAT DE NAȘTERE", face.but(size=18, bold=True), "center")
    sheet.write(180, 46, f"Seria N.{rng.randint(10, 99)} nr. {facts.number(6)}", face, "right")
    sheet.write(28, 60, f"Cod numeric personal: {facts.number(13)}", face)
    y = label_column(sheet, 28, 76, (
        ("Numele de familie", facts.surname), ("Prenumele", facts.given),
        ("Sexul", facts.by_sex("masculin", "feminin")),
        ("Data nașterii", f"{facts.born:%d.%m.%Y}"), ("Locul nașterii", facts.place),
    ), face, 54, 9)  # fmt: skip
    sheet.write(28, y + 3, "PĂRINȚII", face.strong())
    y = label_column(sheet, 28, y + 12, (
        ("Tatăl (nume, prenume)", facts.father(True)),
        ("Mama (nume, prenume)", facts.mother(True)),
    ), face, 54, 9)  # fmt: skip
    y = sheet.prose(28, y + 2, 154, "Nașterea a fost trecută în registrul stării civile sub nr. "
                    f"{rng.randint(10, 4000)} din anul {facts.born.year}.", face)  # fmt: skip
    sheet.lines(112, y + 14, (f"Eliberat la {facts.lately(2500):%d.%m.%Y}",
                "Ofițer de stare civilă,"), face)  # fmt: skip
    marks.signature(sheet, 118, y + 24, rng)
    marks.round_stamp(sheet, 84, y + 30, rng, f"Primăria {facts.place}", (), 16)
    return record(facts, "ro")


def _poland(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("DejaVu Sans", "Liberation Sans")), 10)
    sheet.write(105, 20, "RZECZPOSPOLITA POLSKA", face.strong(), "center")
    sheet.write(105, 27, f"Urząd Stanu Cywilnego - {facts.place}", face, "center")
    sheet.write(105, 46, "Odpis skrócony aktu urodzenia", face.but(size=16, bold=True), "center")
    y = sheet.table(20, 56, (62, 108), (
        ("1. Nazwisko", facts.surname), ("2. Imię / imiona", facts.given),
        ("3. Data urodzenia", wording.long_date(facts.born, "pl")),
        ("4. Miejsce urodzenia", facts.place),
        ("5. Płeć", facts.by_sex("mężczyzna", "kobieta")),
        ("6. Imię i nazwisko ojca", facts.father()),
        ("7. Imię i nazwisko rodowe matki", facts.mother()),
    ), face, "all", pad=2.4)  # fmt: skip
    y = sheet.prose(20, y + 8, 170, "Poświadcza się zgodność powyższego odpisu z treścią aktu "
                    f"urodzenia nr {facts.number(7)}/00/AU/{facts.born.year}.", face)  # fmt: skip
    sheet.write(20, y + 12, f"Miejsce, data: {facts.place}, {facts.lately(400):%d.%m.%Y}", face)
    sheet.write(120, y + 24, "Kierownik USC", face)
    marks.signature(sheet, 122, y + 28, rng)
    marks.round_stamp(sheet, 60, y + 36, rng, "Urząd Stanu Cywilnego", (facts.place,), 16)
    return record(facts, "pl")


def _belgium(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("Carlito", "Open Sans")), 10.5)
    for number, color in enumerate(("#1c1c1c", "#f4d13d", "#d1232a")):
        sheet.box(20 + 5 * number, 14, 5, 12, stroke=None, fill=color)
    sheet.lines(42, 18, ("ROYAUME DE BELGIQUE", "Banque de données des actes de l'état civil"),
                face)  # fmt: skip
    sheet.write(20, 48, "Copie de l'acte de naissance", face.but(size=16, bold=True))
    sheet.write(20, 55, f"Acte {facts.born.year}-{facts.number(8)}-{rng.randint(10, 99)}", face)
    y = label_column(sheet, 20, 70, (
        ("Commune", facts.place), ("Nom", facts.surname), ("Prénoms", facts.given),
        ("Date de naissance", wording.french_date(facts.born)), ("Lieu de naissance", facts.place),
        ("Sexe à la naissance", facts.by_sex("M", "F")),
        ("Nom et prénoms du père", facts.father(True)),
        ("Nom et prénoms de la mère", facts.mother(True)),
        ("Filiation établie", "par le mariage des parents"),
    ), face, 56, 8)  # fmt: skip
    y = sheet.prose(
        20,
        y + 4,
        170,
        "Délivré par l'officier de l'état civil, certifié conforme "
        f"aux données de la BAEC le {wording.french_date(facts.lately(90))}.",
        face,
    )
    marks.signature(sheet, 24, y + 10, rng)
    marks.round_stamp(sheet, 100, y + 24, rng, f"Commune de {facts.place}", (), 16)
    return record(facts, "fr")


_FORMULE_A = (
    ("Devlet - État - State", "state"), (("Nüfus idaresi - Service de l'état civil - Registry "
     "office"), "office"), ("Doğum kaydı no - Acte de naissance n° - Record no.", "number"),
    ("Doğum tarihi ve yeri - Date et lieu de naissance - Date and place of birth", "born"),
    ("Soyadı - Nom - Name", "surname"), ("Adı - Prénoms - Forenames", "given"),
    ("Cinsiyeti - Sexe - Sex", "sex"), ("Baba - Père - Father", "father"),
    ("Ana - Mère - Mother", "mother"),
    ("Kayıttaki diğer bilgiler - Autres énonciations - Other particulars", "other"),
    ("Verildiği tarih, imza, mühür - Date de délivrance, signature, sceau", "issued"),
)  # fmt: skip


def _turkey(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, face = facts.rng, Face(facts.rng.choice(("DejaVu Sans", "Liberation Sans")), 9.5)
    issued = facts.lately(200)
    values = {
        "state": "TÜRKİYE", "office": facts.place, "number": str(rng.randint(100, 9000)),
        "born": f"{facts.born:%d %m %Y} - {facts.place}", "surname": facts.surname,
        "given": facts.given, "sex": facts.who.sex, "father": facts.father(True),
        "mother": facts.mother(True), "other": "-------", "issued": f"{issued:%d %m %Y}",
    }  # fmt: skip
    sheet.write(20, 18, "T.C. İçişleri Bakanlığı - Nüfus ve Vatandaşlık İşleri", face.strong())
    sheet.write(105, 32, "FORMÜL A / FORMULE A", face.but(size=13, bold=True), "center")
    sheet.write(105, 39, "Doğum kayıt örneği - Extrait de l'acte de naissance", face, "center")
    y = 46.0
    for number, (label, key) in enumerate(_FORMULE_A, start=1):
        tall = 26.0 if key == "issued" else 15.5
        sheet.rule(18, y, 192, "#404040", 0.2)
        sheet.write(18, y + 5, f"{number}", face.strong())
        sheet.write(25, y + 5, label, face.scaled(0.78), within=164)
        sheet.write(30, y + 12, values[key], face.but(size=11, bold=True))
        if key in ("born", "issued"):
            sheet.write(120, y + 12, "(Jo Mo An - Gün Ay Yıl)", face.scaled(0.75))
        y += tall
    sheet.rule(18, y, 192, "#404040", 0.2)
    marks.round_stamp(sheet, 160, y - 8, rng, f"Nüfus Müdürlüğü {facts.place}", (), 12)
    marks.signature(sheet, 96, y - 18, rng, 30, 12)
    return record(facts, "fr")


def _russia(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, who, face = facts.rng, facts.who, Face("Liberation Serif", 12)
    surname, given = native_name(who, who.surname, facts.given, "cyrillic")
    dad, mum = (native_name(who, *parent, "cyrillic") for parent in (who.father, who.mother))
    marks.waves(sheet, "#d9eadf")
    sheet.write(105, 34, "СВИДЕТЕЛЬСТВО", face.but(size=20, bold=True), "center")
    sheet.write(105, 43, "о рождении", face.but(size=15), "center")
    place = native_word(facts.place, "cyrillic")
    month = wording.MONTHS["ru"][facts.born.month - 1]
    y = 62.0
    for value, label in (
        (surname.upper(), "фамилия"),
        (given, "имя, отчество"),
        (
            f"{facts.by_sex('родился', 'родилась')} {facts.born.day} {month} {facts.born.year} г.",
            "число, месяц, год",
        ),
        (f"место рождения: {place}", "город, область"),
        (
            (
                f"о чём {facts.born.year} года составлена запись акта о рождении № "
                f"{rng.randint(10, 4000)}"
            ),
            "",
        ),
        (f"Отец: {dad[0]} {dad[1]}", "фамилия, имя, отчество"),
        (f"Мать: {mum[0]} {mum[1]}", "фамилия, имя, отчество"),
        (f"Место государственной регистрации: отдел ЗАГС, {place}", ""),
        (f"Дата выдачи {facts.lately(4000):%d.%m.%Y}", ""),
    ):
        sheet.write(30, y, value, face)
        sheet.rule(30, y + 1.5, 180, "#777777", 0.15)
        sheet.write(105, y + 4.6, label, face.but(size=7.5), "center")
        y += 14
    sheet.write(30, y + 8, "Руководитель органа ЗАГС", face)
    marks.signature(sheet, 118, y, rng)
    marks.round_stamp(sheet, 70, y + 30, rng, "отдел загс", (), 16)
    sheet.write(176, y + 34, f"III-АБ № {facts.number(6)}", face.strong(), "right")
    return record_fields(who, "ru", parents=False, latin=False)


_GREEK_TOWNS = {"Athina": "Αθήνα", "Thessaloniki": "Θεσσαλονίκη", "Patra": "Πάτρα",
                "Volos": "Βόλος"}  # fmt: skip


def _greece(sheet: Sheet, facts: Facts) -> dict[str, str]:
    rng, who = facts.rng, facts.who
    face = Face(rng.choice(("DejaVu Sans", "FreeSerif")), 10.5)
    father, mother = who.father, who.mother

    def greek(text: str) -> str:
        return " ".join(NATIVE.get((who.nationality, word), word) for word in text.split(" "))

    town = _GREEK_TOWNS.get(facts.place, facts.place)
    sheet.lines(20, 20, ("ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ", f"ΔΗΜΟΣ: {town}", "ΛΗΞΙΑΡΧΕΙΟ"), face.strong())
    sheet.write(105, 52, "ΛΗΞΙΑΡΧΙΚΗ ΠΡΑΞΗ ΓΕΝΝΗΣΗΣ", face.but(size=15, bold=True), "center")
    sheet.write(105, 60, f"Αριθμός {rng.randint(1, 900)} / {facts.born.year}", face, "center")
    y = sheet.table(20, 68, (62, 108), (
        ("Επώνυμο", greek(who.surname)), ("Όνομα", greek(facts.given)),
        ("Φύλο", facts.by_sex("Άρρεν", "Θήλυ")),
        ("Ημερομηνία γέννησης", f"{facts.born:%d/%m/%Y}"), ("Τόπος γέννησης", town),
        ("Επώνυμο και όνομα πατέρα", f"{greek(father[0])} {greek(father[1])}"),
        ("Επώνυμο και όνομα μητέρας", f"{greek(mother[0])} {greek(mother[1])}"),
        ("Παρατηρήσεις", "-"),
    ), face, "all", pad=2.3)  # fmt: skip
    sheet.lines(118, y + 14, (f"{town}, {facts.lately(300):%d/%m/%Y}", "Ο Ληξίαρχος"), face)
    marks.signature(sheet, 120, y + 24, rng)
    marks.round_stamp(sheet, 84, y + 30, rng, "ΛΗΞΙΑΡΧΕΙΟ", (), 15)
    return record_fields(who, "el", parents=False, latin=False)


TEMPLATES = (
    template(KIND, "held_usa", _usa),
    template(KIND, "held_brazil", _brazil),
    template(KIND, "held_mexico", _mexico),
    template(KIND, "held_colombia", _colombia),
    template(KIND, "held_germany", _germany),
    template(KIND, "held_italy", _italy),
    template(KIND, "held_spain", _spain),
    template(KIND, "held_portugal", _portugal),
    template(KIND, "held_romania", _romania),
    template(KIND, "held_poland", _poland),
    template(KIND, "held_belgium", _belgium),
    template(KIND, "held_turkey", _turkey, variants=("multilingual",)),
    template(KIND, "held_russia", _russia),
    template(KIND, "held_greece", _greece),
)
STATES: dict[str, tuple[str, ...]] = {
    f"{KIND}.held_{name}": states
    for name, states in {
        "usa": ("USA",), "brazil": ("BRA",), "mexico": ("MEX",), "colombia": ("COL",),
        "germany": ("DEU", "AUT"), "italy": ("ITA",), "spain": ("ESP",), "portugal": ("PRT",),
        "romania": ("ROU", "MDA"), "poland": ("POL",), "belgium": ("BEL", "LUX"),
        "turkey": ("TUR",), "russia": ("RUS",), "greece": ("GRC",),
    }.items()
}  # fmt: skip
"""Template name -> alpha-3 of the states of birth."""
