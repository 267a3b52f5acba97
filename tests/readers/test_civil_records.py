"""Civil-status records as towns and states print them: who was born, when, where, of whom."""

import pytest

from docscheck.readers import READERS, parents
from docscheck.readers.interface import Reading
from docscheck.rulebook.load import build, packaged_rules, read
from tests.readers.printed import reading

RULES = build(read(packaged_rules())).types


def fields(kind: str, text: str) -> dict[str, str]:
    pages: Reading = reading(text)
    found: dict[str, str] = {}
    for rule in RULES[kind].fields:
        answers = READERS[rule.reader].read(pages, rule.name, rule.settings)
        answer = next(iter(answers), None)
        if answer is not None:
            found.setdefault(rule.name, answer.value)
    return found


FULL_COPY = """
                  MAIRIE DE LYON (Rhône)
            COPIE INTÉGRALE D'ACTE DE NAISSANCE
N° 1234      Le douze mars deux mille deux à quatorze heures dix minutes, est né
NAISSANCE    3 rue des Fleurs, Jean Paul, de sexe masculin, de Pierre
MARTIN       MARTIN, né à Nantes le trois mai mil neuf cent soixante-dix, ingénieur,
Jean Paul    et de Marie BERNARD, née à Brest le deux juin mil neuf cent
             soixante-douze, professeure, son épouse, domiciliés à Lyon.
             Dressé par Nous, Anne DURAND, officier de l'état civil."""
EXTRACT = """
             EXTRAIT D'ACTE DE NAISSANCE
Nom de famille : DIALLO
Prénom(s) : Mamadou Aliou
NÉ LE : 4 janvier 2003
À : Conakry
Fils de : Ibrahima DIALLO
et de : Fatoumata BAH"""
OLD = """L'an deux mille un, le vingt-deux novembre à six heures du matin, devant nous, a été
déclarée la naissance de Awa NDIAYE, de sexe féminin, née à Thiès,
fille de Moussa NDIAYE, cultivateur, et de Coumba SARR, ménagère.
Sur la déclaration de Ousmane FALL, agent de santé."""
MAGHREB = """
RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE
Wilaya de Tlemcen   Commune de Tlemcen
EXTRAIT DES REGISTRES DES ACTES DE NAISSANCE
Le six mai mil neuf cent quatre-vingt-dix-neuf est né à Tlemcen
BENALI Karim, du sexe masculin,
Fils de Ahmed ben Omar et de Zohra bent Kaddour"""
REGISTER = """
CERTIFIED COPY OF AN ENTRY OF BIRTH
When and where born          12 March 2001, Accra
Name, if any                 Kofi MENSAH
Sex                          Male
Name and surname of father   Kwame MENSAH
Name and maiden surname of mother   Abena OWUSU
Rank or profession of father   Trader"""
AMERICAN = """
STATE OF OHIO   CERTIFICATE OF LIVE BIRTH
1. CHILD'S NAME (First, Middle, Last)
   Emily Rose PARKER
2. DATE OF BIRTH (Mo/Day/Yr)   03/12/2004
5. FATHER/PARENT'S CURRENT LEGAL NAME (First, Middle, Last)
   Robert James PARKER
8. MOTHER'S NAME PRIOR TO FIRST MARRIAGE (First, Middle, Last)
   Linda Sue BAKER"""
SPANISH = """
REGISTRO CIVIL   CERTIFICACIÓN LITERAL DE NACIMIENTO
DATOS DEL INSCRITO   Nombre: Lucía   Primer apellido: GÓMEZ
Nombre del padre: Carlos GÓMEZ RUIZ
Nombre de la madre: Elena PÉREZ SANZ
Fecha de nacimiento: 3 de mayo de 2003"""
ITALIAN = """COMUNE DI TORINO   ESTRATTO DELL'ATTO DI NASCITA
Il giorno 5 aprile 2004 alle ore 10 è nata a Torino
ROSSI Giulia, di sesso femminile,
figlia di Marco ROSSI e di Paola BIANCHI"""
GERMAN = """Geburtsurkunde   Standesamt Köln
Kind
Familienname   WEBER
Vorname   Jonas
Geburtstag   7. Juni 2003
Geburtsort   Köln
Mutter
Familienname   KLEIN
Vorname   Petra
Vater
Familienname   WEBER
Vorname   Thomas"""
INDIAN = """GOVERNMENT OF KERALA   BIRTH CERTIFICATE
Name : ANANYA MENON
Date of Birth : 14/08/2003
Place of Birth : Kochi
Name of Mother : Lakshmi MENON
Name of Father : Suresh MENON
Address of parents at the time of birth : 12 Hill Road"""
VIETNAMESE = """GIẤY KHAI SINH
Họ, chữ đệm, tên: NGUYỄN Văn An
Ngày, tháng, năm sinh: 12/03/2003
Họ, chữ đệm, tên người mẹ: TRẦN Thị Hoa
Họ, chữ đệm, tên người cha: NGUYỄN Văn Bình"""
TURKISH = """NÜFUS KAYIT ÖRNEĞİ
Adı   Elif
Soyadı   DEMİR
Baba Adı   Mehmet
Ana Adı   Ayşe
Doğum Tarihi   05.06.2003"""
TRANSLATED = """TRADUCTION DU CHINOIS
Il est certifié que LI Na, de sexe féminin, est née le 29 novembre 2002 à Wuhan.
Son père s'appelle LI Wei. Sa mère s'appelle WANG Fang."""
MODERN = """                     Ville de Metz - Guichet de l'état civil
                          Naissance - extrait avec filiation
                                Nom de naissance
                                    OKAFOR
                                    Prénoms
                                 Chidi Emeka
                                     Né(e)
                            le 3 février 2001, Lagos
                                Parent 1 (père)
                            Obinna Chukwu OKAFOR
                                Parent 2 (mère)
                                  Ngozi EZE"""
DECLARED = """a été enregistrée le 19/04/2008 à 9H33 la naissance de Elif KAYA, sexe féminin, en la
maternité de Trabzon. Père déclaré : Emre KAYA (infirmier). Mère
déclarée : Selin YILMAZ."""


@pytest.mark.parametrize(
    ("text", "father", "mother"),
    [
        (FULL_COPY, "Pierre MARTIN", "Marie BERNARD"),
        (EXTRACT, "Ibrahima DIALLO", "Fatoumata BAH"),
        (OLD, "Moussa NDIAYE", "Coumba SARR"),
        (MAGHREB, "Ahmed ben Omar", "Zohra bent Kaddour"),
        (REGISTER, "Kwame MENSAH", "Abena OWUSU"),
        (AMERICAN, "Robert James PARKER", "Linda Sue BAKER"),
        (SPANISH, "Carlos GÓMEZ RUIZ", "Elena PÉREZ SANZ"),
        (ITALIAN, "Marco ROSSI", "Paola BIANCHI"),
        (GERMAN, "Thomas WEBER", "Petra KLEIN"),
        (INDIAN, "Suresh MENON", "Lakshmi MENON"),
        (VIETNAMESE, "Văn Bình NGUYỄN", "Thị Hoa TRẦN"),
        (TURKISH, "Mehmet", "Ayşe"),
        (TRANSLATED, "Wei LI", "Fang WANG"),
        (MODERN, "Obinna Chukwu OKAFOR", "Ngozi EZE"),
        (DECLARED, "Emre KAYA", "Selin YILMAZ"),
        ("Father   VAN DIJK Pieter\nMother   DE WIT Anna", "Pieter VAN DIJK", "Anna DE WIT"),
        ("Père : DI MARIO Luca\nMère : LO PRESTI Ada", "Luca DI MARIO", "Ada LO PRESTI"),
        ("filho de José da SILVA e de Ana SOUZA", "José da SILVA", "Ana SOUZA"),
        ("Fils de Mohammed, commerçant, et de Fatima, son épouse", "Mohammed", "Fatima"),
        ("Ojciec   Jan KOWALSKI\nMatka   Anna NOWAK", "Jan KOWALSKI", "Anna NOWAK"),
        (
            "Ho, chù dêm, tên ngudi me: LE Thi Lan\nHo, ch dêm, tên ngudi cha: VO Van Nam",
            "Van Nam VO",
            "Thi Lan LE",
        ),
        (
            "pe - Of (père / father)   Jean NKENG\nEt de - And of (mère / mother)   Rose EBOA",
            "Jean NKENG",
            "Rose EBOA",
        ),
        (
            "Prénom et nom du père     Amine BENNANI\nPrénom et nom de la       Imane BENALI\nmère",
            "Amine BENNANI",
            "Imane BENALI",
        ),
        ("Père déclaré : Bar1s KAYA. Mère déclarée : Ayse KOC.", "Baris KAYA", "Ayse KOC"),
        ("Отец   Орлов Иван\nМать   Орлова Анна", "Орлов Иван", "Орлова Анна"),
    ],
)
def test_the_parents_are_named(text: str, father: str, mother: str) -> None:
    found = fields("birth_certificate", text)
    assert (found.get("father_name"), found.get("mother_name")) == (father, mother)


@pytest.mark.parametrize(
    ("text", "born", "place"),
    [
        (FULL_COPY, "2002-03-12", "LYON"),
        (EXTRACT, "2003-01-04", "Conakry"),
        (OLD, "2001-11-22", "Thiès"),
        (MAGHREB, "1999-05-06", "Tlemcen"),
        (REGISTER, "2001-03-12", "Accra"),
        (AMERICAN, "2004-03-12", None),
        (ITALIAN, "2004-04-05", "Torino"),
        (GERMAN, "2003-06-07", "Köln"),
        (INDIAN, "2003-08-14", "Kochi"),
        (MODERN, "2001-02-03", "Lagos"),
        (DECLARED, "2008-04-19", "Trabzon"),
        (TRANSLATED, "2002-11-29", "Wuhan"),
        (
            "Date de naissance : 3 mai 2004\nLieu de naissance : COLOMBIA - Cali",
            "2004-05-03",
            "Cali",
        ),
    ],
)
def test_birth_and_its_place(text: str, born: str, place: str | None) -> None:
    found = fields("birth_certificate", text)
    assert (found.get("birth_date"), found.get("birth_place")) == (born, place)


@pytest.mark.parametrize(
    ("text", "surname", "given"),
    [
        (EXTRACT, "DIALLO", "Mamadou Aliou"),
        (OLD, "NDIAYE", "Awa"),
        (MAGHREB, "BENALI", "Karim"),
        (REGISTER, "MENSAH", "Kofi"),
        (AMERICAN, "PARKER", "Emily Rose"),
        (ITALIAN, "ROSSI", "Giulia"),
        (GERMAN, "WEBER", "Jonas"),
        (MODERN, "OKAFOR", "Chidi Emeka"),
        (DECLARED, "KAYA", "Elif"),
        (TRANSLATED, "LI", "Na"),
        ("Nom\nORLOV\nPrénoms\nlvan", "ORLOV", "Ivan"),
    ],
)
def test_the_child(text: str, surname: str, given: str) -> None:
    found = fields("birth_certificate", text)
    assert (found.get("surname"), found.get("given_names")) == (surname, given)


@pytest.mark.parametrize(
    "text",
    [
        "Date de naissance du père : 3 mai 1970\nProfession de la mère : Avocate",
        "Dressé sur la déclaration du père qui a signé avec Nous",
        "Nationalité du père   Française\nDomicile de la mère   Lyon",
        "Le secrétaire de mairie, Paul DUPONT",
    ],
)
def test_what_is_said_of_a_parent_is_no_name(text: str) -> None:
    found = fields("birth_certificate", text)
    assert not {"father_name", "mother_name"}.intersection(found)


BOOK = """             LIVRET DE FAMILLE
ÉPOUX / PÈRE
Nom : MOREAU
Prénoms : Luc
né le : 25 juin 1967
ÉPOUSE / MÈRE
Nom : GARNIER
Prénoms : Anne Claire
née le : 13 décembre 1974
PREMIER ENFANT
Le : 10 octobre 2004
est né à : Tours
Nom : MOREAU
Prénoms : Hugo"""
GRID = """
                Livret de famille
1. Premier parent          2. Né le
Luc MOREAU                 25/06/1967
3. Second parent           4. Née le
Anne GARNIER               13/12/1974
5. Enfant : nom            6. Enfant : prénoms
MOREAU                     Hugo
7. Enfant : naissance      8. Enfant : commune
10/10/2004                 Tours"""


@pytest.mark.parametrize(
    ("text", "mother"), [(BOOK, "Anne Claire GARNIER"), (GRID, "Anne GARNIER")]
)
def test_a_family_book_is_about_the_child(text: str, mother: str) -> None:
    found = fields("family_record_book", text)
    found.pop("language", None)
    found.pop("holder", None)
    assert found == {
        "surname": "MOREAU",
        "given_names": "Hugo",
        "birth_date": "2004-10-10",
        "birth_place": "Tours",
        "father_name": "Luc MOREAU",
        "mother_name": mother,
    }


WEDDING = """Le seize mars deux mille vingt-quatre à onze heures, devant Nous ont comparu en
la maison commune : Karim BENALI, né à Oran le 3 mai 2001, étudiant, fils de Ahmed BENALI
et de Zohra SAÏDI, d'une part, et Nadia ROUSSEL, née à Lyon le 2 juin 2000, fille de Paul
ROUSSEL, ont déclaré l'un après l'autre vouloir se prendre pour époux."""
SHORT = """Mariage
N° 36     BENALI Karim, du 03/05/2001, et Nadia ROUSSEL ont déclaré l'un après l'autre
          vouloir se prendre pour époux. Fait en la maison commune le 16 mars 2024."""
FORM = """EXTRAIT D'ACTE DE MARIAGE
ÉPOUX
Nom : BENALI
Prénoms : Karim
né le 3 mai 2001 à Oran
ÉPOUSE
Nom : ROUSSEL
Prénoms : Nadia
née le 2 juin 2000 à Lyon"""


COLUMNS = """COPIE D'ACTE DE MARIAGE
                       Mari                 Femme
Nom                    BENALI               ROUSSEL
Prénoms                Karim                Nadia
Né(e) le               03/05/2001           02/06/2000
Mariés le              16/03/2024"""


@pytest.mark.parametrize("text", [WEDDING, SHORT, FORM])
def test_a_marriage_record_names_the_spouses(text: str) -> None:
    found = fields("marriage_certificate", text)
    names = (found.get("surname"), found.get("given_names"), found.get("birth_date"))
    assert names == ("BENALI", "Karim", "2001-05-03")


@pytest.mark.parametrize("text", [WEDDING, FORM, COLUMNS])
def test_the_birth_of_the_other_spouse_is_an_alternative(text: str) -> None:
    """A wife who sends her marriage record is told nothing of her husband's birth."""
    rule = next(r for r in RULES["marriage_certificate"].fields if r.name == "birth_date")
    born = next(READERS[rule.reader].read(reading(text), "birth_date", rule.settings))
    assert (born.value, born.alternatives) == ("2001-05-03", ("2000-06-02",))


def test_a_parent_over_two_lines() -> None:
    text = """
Père
Vater       MAGALHAES
Father
            Sebastiao
Mère
Mutter      FERREIRA
Mother
            Maria Luisa
"""
    names = [
        next(parents.read(reading(text), "x", parents.Settings(parent))).value
        for parent in ("father", "mother")
    ]
    assert names == ["Sebastiao MAGALHAES", "Maria Luisa FERREIRA"]
