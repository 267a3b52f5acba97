"""Birth records of Europe and the Americas, as their registries word them. Data only."""

from __future__ import annotations

from specimens.papers.birth_record import WITHOUT_PARENTS
from specimens.papers.forms import Form

ENGLAND_LONG = Form(
    "england_long",
    "en",
    ("GBR",),
    ("CERTIFIED COPY OF AN ENTRY OF BIRTH",),
    "columns",
    head=(
        "GIVEN AT THE GENERAL REGISTER OFFICE",
        "Application Number {serial}",
        "REGISTRATION DISTRICT {PLACE}",
        "{year}. BIRTH in the Sub-district of {place}",
    ),
    rows=(
        ("When and where born", "{born_en}<br/>{place}"),
        ("Name, if any", "{given} {surname}"),
        ("Sex", "{sex_en}"),
        ("Name and surname of father", "{father}"),
        ("Name, surname and maiden surname of mother", "{mother}"),
        ("Occupation of father", "Teacher"),
        ("Signature, description and residence of informant", "{mother}<br/>Mother"),
        ("When registered", "{reg_en}"),
        ("Signature of registrar", "{officer}<br/>Registrar"),
    ),
    foot=(
        (
            "CERTIFIED to be a true copy of an entry in the certified copy of a Register of Births "
            "in the District above mentioned."
        ),
        "Given at the GENERAL REGISTER OFFICE, under the Seal of the said Office, the {day_en}",
        (
            "CAUTION: THERE ARE OFFENCES RELATING TO FALSIFYING OR ALTERING A "
            "CERTIFICATE AND USING "
            "OR POSSESSING A FALSE CERTIFICATE. A CERTIFICATE IS NOT EVIDENCE OF IDENTITY."
        ),
    ),
    stamp=("GENERAL REGISTER OFFICE", "ENGLAND"),
    furniture=("waves", "landscape"),
)

UK_SHORT = Form(
    "uk_short",
    "en",
    ("GBR",),
    ("CERTIFICATE OF BIRTH",),
    "ruled",
    head=("BIRTHS AND DEATHS REGISTRATION ACT 1953", "BCN {serial}"),
    rows=(
        ("Name and Surname", "{given} {surname}"),
        ("Sex", "{sex_en}"),
        ("Date of Birth", "{born_en}"),
        ("Place of Birth - Registration District", "{place}"),
    ),
    foot=(
        (
            "Certified to have been compiled from records in the custody of the Registrar General. "
            "Given at the Register Office of {place}."
        ),
        "{day_en}",
        "Superintendent Registrar",
    ),
    stamp=("REGISTER OFFICE",),
    furniture=("waves",),
    variants=(WITHOUT_PARENTS,),
    variant=WITHOUT_PARENTS,
)

US_LONG = Form(
    "us_long",
    "en",
    ("USA",),
    ("CERTIFICATE OF LIVE BIRTH",),
    "boxes",
    head=(
        "STATE OF NEW FRANKLIN",
        "DEPARTMENT OF HEALTH - BUREAU OF VITAL STATISTICS",
        "STATE FILE NUMBER 134-{year}-{serial}",
    ),
    rows=(
        ("CHILD'S NAME (First, Middle)", "{given}"),
        ("CHILD'S LAST NAME", "{surname}"),
        ("DATE OF BIRTH (Mo/Day/Yr)", "{born_us}"),
        ("TIME OF BIRTH", "{hour}:{minute}"),
        ("SEX", "{sex_en}"),
        ("CITY, TOWN OR LOCATION OF BIRTH", "{place}"),
        ("FACILITY NAME", "MEMORIAL HOSPITAL"),
        ("COUNTY OF BIRTH", "WASHINGTON"),
        ("MOTHER'S CURRENT LEGAL NAME", "{mother}"),
        ("MOTHER'S NAME PRIOR TO FIRST MARRIAGE", "{mother_surname}"),
        ("MOTHER'S DATE OF BIRTH", "{mb_us}"),
        ("FATHER'S CURRENT LEGAL NAME", "{father}"),
        ("FATHER'S DATE OF BIRTH", "{fb_us}"),
        ("DATE FILED BY REGISTRAR", "{reg_us}"),
    ),
    foot=(
        "THIS IS A TRUE CERTIFICATION OF THE RECORD ON FILE IN THE BUREAU OF VITAL STATISTICS.",
        "DATE ISSUED: {day_en}",
        "STATE REGISTRAR",
    ),
    stamp=("BUREAU OF VITAL STATISTICS", "SEAL"),
    furniture=("waves", "frame"),
)

US_ABSTRACT = Form(
    "us_abstract",
    "en",
    ("USA",),
    ("CERTIFICATION OF BIRTH", "Abstract of birth record"),
    "grid",
    head=("COUNTY OF WASHINGTON", "OFFICE OF THE COUNTY CLERK"),
    rows=(
        ("NAME", "{name}"),
        ("DATE OF BIRTH", "{born_us}"),
        ("SEX", "{sex_en}"),
        ("PLACE OF BIRTH", "{place}"),
        ("DATE OF REGISTRATION", "{reg_us}"),
        ("CERTIFICATE NUMBER", "{serial}"),
    ),
    foot=("I hereby certify that the above is a true abstract.", "Issued {day_us}"),
    stamp=("COUNTY CLERK",),
    furniture=("waves",),
    variants=(WITHOUT_PARENTS,),
    variant=WITHOUT_PARENTS,
)

SPAIN = Form(
    "spain_literal",
    "es",
    ("ESP",),
    ("CERTIFICACIÓN LITERAL DE INSCRIPCIÓN DE NACIMIENTO",),
    "ruled",
    head=("MINISTERIO DE JUSTICIA", "REGISTRO CIVIL DE {PLACE}", "Tomo {number}  Página {minute}"),
    rows=(
        ("DATOS DEL INSCRITO", ""),
        ("Nombre:", "{given}"),
        ("Apellidos:", "{surname}"),
        ("Sexo:", "{sex_es}"),
        ("Hora, día, mes y año de nacimiento:", "{hour} h, {born_es}"),
        ("Lugar de nacimiento:", "{place}"),
        ("PADRE Nombre y apellidos:", "{father}"),
        ("Fecha de nacimiento del padre:", "{fb_es}"),
        ("MADRE Nombre y apellidos:", "{mother}"),
        ("Fecha de nacimiento de la madre:", "{mb_es}"),
        ("Fecha de la inscripción:", "{reg_es}"),
        ("Encargado:", "{officer}"),
    ),
    foot=(
        (
            "CERTIFICO que la presente certificación literal, expedida con la "
            "autorización prevista "
            "en el art. 26 del Reglamento del Registro Civil, contiene la reproducción íntegra del "
            "asiento correspondiente."
        ),
        "{place}, a {day_es}",
        "El Secretario",
    ),
    stamp=("REGISTRO CIVIL", "{PLACE}"),
    furniture=("crest",),
)

COLOMBIA = Form(
    "colombia",
    "es",
    ("COL",),
    ("REGISTRO CIVIL DE NACIMIENTO", "Indicativo serial {serial}"),
    "boxes",
    head=(
        "REPÚBLICA DE COLOMBIA",
        "ORGANIZACIÓN ELECTORAL",
        "REGISTRADURÍA NACIONAL DEL ESTADO CIVIL",
        "NUIP {long}",
    ),
    rows=(
        ("Primer y segundo apellido del inscrito", "{surname}"),
        ("Nombre(s)", "{given}"),
        ("Fecha de nacimiento (año mes día)", "{born_iso}"),
        ("Sexo (en letras)", "{sex_es}"),
        ("Lugar de nacimiento (país - departamento - municipio)", "COLOMBIA - {place}"),
        ("Grupo sanguíneo / Factor RH", "O +"),
        ("Datos de la madre: apellidos y nombres completos", "{mother_surname} {mother_given}"),
        ("Documento de identificación de la madre", "CC {serial}"),
        ("Datos del padre: apellidos y nombres completos", "{father_surname} {father_given}"),
        ("Nacionalidad del padre", "COLOMBIANA"),
        ("Fecha de inscripción", "{reg_iso}"),
        ("Funcionario que autoriza", "{officer}"),
    ),
    foot=("ESPACIO PARA NOTAS", "Es fiel copia tomada del original. {day_es}"),
    stamp=("NOTARÍA PRIMERA", "{PLACE}"),
    furniture=("waves", "barcode"),
)

BRAZIL = Form(
    "brazil",
    "pt",
    ("BRA",),
    ("CERTIDÃO DE NASCIMENTO", "MATRÍCULA {long} {serial}"),
    "grid",
    head=("REPÚBLICA FEDERATIVA DO BRASIL", "REGISTRO CIVIL DAS PESSOAS NATURAIS"),
    rows=(
        ("NOME", "{name}"),
        ("DATA DE NASCIMENTO POR EXTENSO", "{born_pt}"),
        ("HORA DE NASCIMENTO", "{hour}:{minute}"),
        ("NATURALIDADE", "{place}"),
        ("LOCAL DE NASCIMENTO", "Hospital Santa Casa"),
        ("SEXO", "{sex_pt}"),
        ("FILIAÇÃO", "{father}<br/>{mother}"),
        ("GÊMEO", "Não"),
        ("DATA DO REGISTRO", "{reg_pt}"),
        ("OBSERVAÇÕES / AVERBAÇÕES", "Nada consta"),
    ),
    foot=(
        "O conteúdo da certidão é verdadeiro. Dou fé.",
        "{place}, {day_pt}",
        "Oficial do Registro Civil: {officer}",
    ),
    stamp=("REGISTRO CIVIL", "OFICIAL"),
    furniture=("waves", "qr"),
)

PORTUGAL = Form(
    "portugal",
    "pt",
    ("PRT",),
    ("CERTIDÃO", "Assento de nascimento n.º {number} do ano de {year}"),
    "ruled",
    head=("REPÚBLICA PORTUGUESA", "Conservatória do Registo Civil de {place}"),
    rows=(
        ("REGISTANDO", ""),
        ("Nome próprio:", "{given}"),
        ("Apelidos:", "{surname}"),
        ("Sexo:", "{sex_pt}"),
        ("Hora e data do nascimento:", "{hour}:{minute} de {born_pt}"),
        ("Naturalidade:", "{place}"),
        ("FILIAÇÃO", ""),
        ("Pai:", "{father}"),
        ("Mãe:", "{mother}"),
        ("Declarante:", "O pai"),
        ("Data do assento:", "{reg_pt}"),
    ),
    foot=("Está conforme o original.", "{place}, {day_pt}", "O Conservador, {officer}"),
    stamp=("CONSERVATÓRIA DO REGISTO CIVIL", "{PLACE}"),
)

ITALY = Form(
    "italy",
    "it",
    ("ITA",),
    ("ESTRATTO PER RIASSUNTO DELL'ATTO DI NASCITA", "con indicazione di paternità e maternità"),
    "prose",
    head=("COMUNE DI {PLACE}", "Ufficio dello Stato Civile"),
    text=(
        (
            "Dal registro degli atti di nascita dell'anno {year}, parte I, serie A, n. {number}, "
            "risulta che:"
        ),
        "<b>{name}</b>, di sesso {sex_it}, è {nato} a {place} il giorno {born_it} alle ore {hour}.",
        "Paternità: {father}",
        "Maternità: {mother}",
        "ANNOTAZIONI: nessuna.",
    ),
    foot=(
        "Si rilascia in carta libera per gli usi consentiti dalla legge.",
        "{place}, lì {day_it}",
        "L'Ufficiale dello Stato Civile",
    ),
    stamp=("COMUNE DI {PLACE}", "STATO CIVILE"),
    furniture=("crest",),
    variants=("", WITHOUT_PARENTS),
    title_without_parents=("CERTIFICATO DI NASCITA",),
)

GERMANY = Form(
    "germany",
    "de",
    ("DEU", "AUT"),
    ("GEBURTSURKUNDE",),
    "grid",
    head=("Standesamt {place}", "Registernummer G {number}/{year}"),
    rows=(
        ("Kind", ""),
        ("Geburtsname", "{surname}"),
        ("Vorname(n)", "{given}"),
        ("Geschlecht", "{sex_de}"),
        ("Geburtstag", "{born_dot}"),
        ("Geburtsort", "{place}"),
        ("Mutter: Familienname, Vorname(n)", "{mother_surname}, {mother_given}"),
        ("Vater: Familienname, Vorname(n)", "{father_surname}, {father_given}"),
        ("Weitere Angaben aus dem Register", "keine"),
    ),
    foot=("Ort, Tag: {place}, {day_dot}", "Die Urkundsperson: {officer}"),
    stamp=("STANDESAMT {PLACE}", "SIEGEL"),
    families=("Liberation Sans", "Carlito"),
    variants=("", WITHOUT_PARENTS),
)

ROMANIA = Form(
    "romania",
    "ro",
    ("ROU",),
    ("CERTIFICAT DE NAȘTERE", "Seria NP Nr. {serial}"),
    "ruled",
    head=("ROMÂNIA", "Cod numeric personal 1{serial}1234"),
    rows=(
        ("DATE PRIVIND TITULARUL", ""),
        ("Numele", "{surname}"),
        ("Prenumele", "{given}"),
        ("Sexul", "{sex_ro}"),
        ("Data nașterii: anul, luna, ziua", "{born_ro}"),
        ("Locul nașterii: localitatea", "{place}"),
        ("DATE PRIVIND PĂRINȚII", ""),
        ("Tatăl: numele și prenumele", "{father_surname} {father_given}"),
        ("Mama: numele și prenumele", "{mother_surname} {mother_given}"),
        ("Act de naștere nr.", "{number} din {reg_ro}"),
        ("Primăria", "{place}"),
    ),
    foot=("Eliberat de {place} la {day_dot}", "Ofițer de stare civilă"),
    stamp=("STAREA CIVILĂ {PLACE}", "ROMÂNIA"),
    furniture=("waves", "frame"),
)

FORMS = (
    ENGLAND_LONG,
    UK_SHORT,
    US_LONG,
    US_ABSTRACT,
    SPAIN,
    COLOMBIA,
    BRAZIL,
    PORTUGAL,
    ITALY,
    GERMANY,
    ROMANIA,
)
