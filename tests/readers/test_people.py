"""Who a paper is about, and whether two names are one: the different ones stand first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docscheck.document import Standing
from docscheck.readers import countries, dates, holder, name_runs, parents
from docscheck.readers.interface import Reading
from docscheck.readers.person_names import Match, same, same_person, spellings, without_titles
from tests.readers.printed import TODAY, page, reading


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DUPONT Jean", "MARTIN Jean"),
        ("DUPONT Jean", "DUPONT Marie"),
        ("DUPONT Jean", "DURAND Jean"),
        ("LI Na", "LI Ne"),
        ("NGUYEN Van Anh", "TRAN Van Anh"),
        ("Ivanov Pyotr", "Иванова Анна"),
        ("DUPONT", ""),
        ("de la", "du"),
        ("", ""),
    ],
)
def test_different(one: str, other: str) -> None:
    assert same(one, other) is Match.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DUPONT Jean", "Jean Dupont"),
        ("MÜLLER", "MUELLER"), ("MÜLLER", "MULLER"), ("Müller", "MUXXLLER"),
        ("Sørensen Åse", "SOERENSEN AASE"), ("STRAUß", "STRAUSS"),
        ("GARCÍA MUÑOZ", "GARCIA MUNOZ"), ("MUÑOZ", "MUNXXOZ"),
        ("O'NEIL Seán", "ONEIL SEAN"), ("Jean-Pierre", "JEAN<PIERRE"),
        ("EL ALAMI Fatima Zahra", "ELALAMI FATIMAZAHRA"),
        ("Иванов Пётр", "IVANOV PETR"), ("王伟", "WANG WEI"), ("NGUYỄN Văn", "NGUYEN VAN"),
    ],
)  # fmt: skip
def test_same(one: str, other: str) -> None:
    assert same(one, other) is Match.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DUPONT Jean Marie", "DUPONT Jean"),
        ("EL ALAMI Fatima", "ALAMI Fatima"),
        ("DUPONT J.", "DUPONT Jean"),
        ("RAMANANTSOANAMBININTSOA HARIV", "RAMANANTSOANAMBININTSOA HARIVELO"),
    ],
)
def test_compatible(one: str, other: str) -> None:
    assert same(one, other) is Match.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DUPONT Jean", "DUPOND Jean"),
        ("BENJELLOUN Ali", "BENJELOUN Ali"),
        ("LEE Su-Bin", "ÊEE Su-Bin"),
        ("DIALLO Ornella", "DIALLO Omella"),
        ("LAVVRENCE Ann", "Lawrence Ann"),
    ],
)
def test_slip(one: str, other: str) -> None:
    assert same(one, other) is Match.SLIP


_names = st.lists(st.text("ABCDEFÉÈÜÑØ", min_size=1, max_size=8), min_size=1, max_size=4)


@given(_names, st.randoms())
def test_order_and_case_do_not_matter(words: list[str], random: object) -> None:
    turned = list(reversed(words))
    assert same(" ".join(words), " ".join(turned).lower()) is Match.SAME


@given(_names, _names)
def test_grading_is_symmetric(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    assert same(first, second) is same(second, first)


def test_the_surname_must_be_there() -> None:
    assert same_person("DUPONT", "JEAN MARIE", "M DUPONT JEAN") is Match.COMPATIBLE
    assert same_person("DUPONT", "JEAN MARIE", "JEAN MARIE") is Match.DIFFERENT


def test_transliterations_of_the_standard() -> None:
    assert spellings("ÄÖ") == {"aeoe", "aeo", "aoe", "ao"}
    assert spellings("þ") == {"th"}


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("M. DUPONT", "DUPONT"), ("MME ET M DUPONT", "DUPONT"), ("M OU MME DUPONT", "DUPONT"),
        ("Mlle Léa", "Léa"), ("MONSIEUR", "MONSIEUR"), ("Mohamed ALI", "Mohamed ALI"), ("", ""),
    ],
)  # fmt: skip
def test_titles(name: str, bare: str) -> None:
    assert without_titles(name) == bare


def holders(text: str, of: str) -> list[tuple[str, Standing]]:
    settings = holder.Settings("account" if of == "account" else "enrolment")
    return [(f.value, f.standing) for f in holder.read(reading(text), "holder", settings)]


@pytest.mark.parametrize(
    "text",
    [
        "RELEVE D'IDENTITE BANCAIRE\n12 rue de la Paix\n75002 PARIS",
        "Titulaire du compte :\nIBAN : FR76",
        "Domiciliation :\nBEAUVOIR-EN-ARTOIS\n12 rue de la Paix",
        "Madame, Monsieur,\n3 rue X",
        "les coordonnées de votre compte de dépôt. Vous pouvez les\ncommuniquer pour des virements",
        "Titulaire du compte   Domiciliation\nAGENCE LILLE CENTRE",
        "COMPTE DE CHEQUES POSTAUX",
    ],
)
def test_no_holder(text: str) -> None:
    assert holders(text, "account") == []


def test_a_label_in_a_sentence_names_nobody() -> None:
    assert holders("Je certifie que N. INE est inscrit en Licence.", "enrolment") == []
    assert holders("Je certifie que N. INET est inscrit en Licence.", "enrolment") != []


@pytest.mark.parametrize(
    ("text", "of", "name", "standing"),
    [
        (
            "Titulaire du compte / Account owner\nM. DUPONT JEAN\n12 RUE X",
            "account",
            "DUPONT JEAN",
            "read",
        ),
        ("Intitulé du compte : MLLE LI NA", "account", "LI NA", "read"),
        ("CREDIT AGRICOLE\nMME EL ALAMI FATIMA\n3 rue X", "account", "EL ALAMI FATIMA", "read"),
        ("CREDIT AGRICOLE\nMME EL ALAMI FATIMA", "account", "EL ALAMI FATIMA", "guessed"),
        ("EL ALAMI FATIMA\n3 rue X\n59000 LILLE", "account", "EL ALAMI FATIMA", "guessed"),
        ("Titulaire :\nM LI WEI OU MME LI\nNA\n3 rue X", "account", "LI WEI / LI NA", "read"),
        ("Titulaires\nM LI WEI\nMME WANG NA", "account", "LI WEI / WANG NA", "read"),
        ("Compte ouvert au nom de : M OU MME AYU", "account", "AYU", "read"),
        ("Account holder: John SMITH", "account", "John SMITH", "read"),
        (
            "certifie que\nMonsieur Jean DUPONT, né le 12/03/2004",
            "enrolment",
            "Jean DUPONT",
            "read",
        ),
        (
            "certifie que l'étudiant : Mme DUPONT Léa est inscrite",
            "enrolment",
            "DUPONT Léa",
            "read",
        ),
        ("soussigné certifie que DUPONT JEAN né(e) le 12", "enrolment", "DUPONT JEAN", "read"),
        ("Nom : NGUYEN\nPrénom : Van Anh", "enrolment", "NGUYEN Van Anh", "read"),
        ("We hereby certify that Ms HAS Elif is enrolled", "enrolment", "HAS Elif", "read"),
        ("certify that SMITH, John is a student", "enrolment", "SMITH John", "read"),
        ("que OKAFOR Chidi (date de naissance : 3 mai 2002)", "enrolment", "OKAFOR Chidi", "read"),
        ("M. / Mme EL FASSI AYA\nné(e) le 12/03/2004", "enrolment", "EL FASSI AYA", "read"),
        (
            "Vincent van der Berg est régulièrement inscrit",
            "enrolment",
            "Vincent van der Berg",
            "read",
        ),
        (
            "held in the name of M OU MME DA COSTA\nANA / LUC ROY, residing at",
            "account",
            "DA COSTA ANA / LUC ROY",
            "read",
        ),
        ("références du compte de MLLE SOW Awa à transmettre", "account", "SOW Awa", "read"),
    ],
)
def test_holder(text: str, of: str, name: str, standing: str) -> None:
    assert holders(text, of)[0] == (name, Standing(standing))


@pytest.mark.parametrize(
    "text",
    [
        "Prénom : Aya Grâce\nDate de naissance : 3 mai 2002",
        "certifie que le dossier est complet\nFait à Lyon, le 3 mai 2026",
        "Étudiant inscrit en Master Informatique",
    ],
)
def test_no_student(text: str) -> None:
    assert holders(text, "enrolment") == []


def test_names_on_a_page_are_whoever_s() -> None:
    text = "Université de Lyon\nIlia ORLOV   22401537\nLe Président - Bruno ROUX\nMaster Droit"
    found = name_runs.names_on(reading(text))
    assert "Bruno ROUX" in found
    assert any("Ilia ORLOV" in run for run in found)


def test_the_first_of_a_month_misread() -> None:
    (found,) = dates.find("Date de naissance ler octobre 2003", TODAY)
    assert found.value == "2003-10-01"


def test_a_name_printed_twice_is_as_sure_as_its_better_reading() -> None:
    pages = tuple(
        page(text, confidence=sure)
        for text, sure in (("Titulaire : M. LI WEI", 0.4), ("Titulaire : M. LI WEI", 0.95))
    )
    found = next(holder.read(Reading(pages, TODAY), "holder", holder.Settings("account")))
    assert (found.value, round(found.confidence, 2)) == ("LI WEI", 0.95)


def parents_of(text: str) -> tuple[list[str], list[str]]:
    father, mother = (
        [f.value for f in parents.read(reading(text), "x", settings)]
        for settings in (parents.Settings("father"), parents.Settings("mother"))
    )
    return father, mother


@pytest.mark.parametrize(
    "text",
    [
        "EXTRAIT D'ACTE DE NAISSANCE\nDUPONT Léa\nnée le 12 mars 2004 à Paris et de sexe féminin",
        "Père :\nMère :",
        "fils de la République",
        "Monsieur le Maire de Paris et de Lyon",
    ],
)
def test_no_parents(text: str) -> None:
    assert parents_of(text) == ([], [])


PROSE = """est née à Paris Léa DUPONT,
fille de Jean Paul DUPONT, né à Lyon le 3 mai 1970, ingénieur,
et de Marie Anne
MARTIN, née à Nice le 4 juin 1972, professeur, son épouse, domiciliés à Paris"""
MARGIN = """
N° 2865             est née, 73 rue de la Gare : Léa DUPONT, du
Néant               sexe féminin,
Mentions            de Jean Paul DUPONT, né le sept août mil neuf cent
Néant               soixante-sept, cultivateur, et de Marie Anne MARTIN, née le"""
CIEC = """
                   8 Père                 9 Mère
5 Nom               DURAND                 MARTIN
6 Prénoms           Jean                   Marie Anne"""


@pytest.mark.parametrize(
    ("text", "father", "mother"),
    [
        (PROSE, "Jean Paul DUPONT", "Marie Anne MARTIN"),
        ("fils de Jean DUPONT et de Marie MARTIN", "Jean DUPONT", "Marie MARTIN"),
        ("Fils de : Ahmed BENALI\net de : Aya EL FASSI", "Ahmed BENALI", "Aya EL FASSI"),
        ("hijo de Juan García Ruiz y de Ana Pérez Gil", "Juan García Ruiz", "Ana Pérez Gil"),
        ("Name of father : John SMITH\nName of mother : Ann Jones", "John SMITH", "Ann Jones"),
        ("Père          Mère\nDUPONT Jean   MARTIN Marie", "Jean DUPONT", "Marie MARTIN"),
        ("Vater: Hans MÜLLER\nMutter: Eva KOCH", "Hans MÜLLER", "Eva KOCH"),
        ("Pai: João SANTOS\nMãe: Ana SILVA", "João SANTOS", "Ana SILVA"),
        ("Padre   Mario ROSSI\nMadre   Anna BIANCHI", "Mario ROSSI", "Anna BIANCHI"),
        (MARGIN, "Jean Paul DUPONT", "Marie Anne MARTIN"),
        (CIEC, "Jean DURAND", "Marie Anne MARTIN"),
        ("FILIAÇÃO   João SANTOS\n           Ana SILVA", "João SANTOS", "Ana SILVA"),
        (
            "Vater: Familienname, Vorname(n)   KOCH, Hans\n"
            "Mutter: Familienname, Vorname(n)   ADAM, Eva",
            "Hans KOCH",
            "Eva ADAM",
        ),
        (
            "Le père de LI Na s'appelle LI Wei et la mère de LI Na s'appelle WANG Fang.",
            "Wei LI",
            "Fang WANG",
        ),
        (
            "Prénoms du père : Ali Omar\nNom du père : SOW\nPrénoms et nom de la mère : Awa FALL",
            "Ali Omar SOW",
            "Awa FALL",
        ),
        (
            "fils (fille) de   Ali SOW\nâgé de   profession   comptable\net de   Awa Khady FALL",
            "Ali SOW",
            "Awa Khady FALL",
        ),
    ],
)
def test_parents(text: str, father: str, mother: str) -> None:
    found = parents_of(text)
    assert (found[0][0], found[1][0]) == (father, mother)


def test_words_of_filiation() -> None:
    assert not parents.mentions_parents("EXTRAIT SANS MENTION, née le 12 mars 2004, superette")
    for text in ("Fils de", "MÈRE", "name of father", "отец", "الأم", "父亲"):
        assert parents.mentions_parents(text)


@pytest.mark.parametrize(
    "text", ["Lyon", "", "République", "Étudiant", "12/03/2004", "sud", "USAGE"]
)
def test_no_state(text: str) -> None:
    assert countries.alpha3(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("MAROCAINE", "MAR"), ("MAR", "MAR"), ("Maroc / Morocco", "MAR"), ("Côte d’Ivoire", "CIV"),
        ("Congolaise", "COG"), ("Niger", "NER"), ("NIGERIA", "NGA"), ("Viet Nam", "VNM"),
        ("CHINESE", "CHN"),
        ("FRANÇAISE", "FRA"), ("D", "DEU"), ("XXA", "XXA"), ("Tunisienne", "TUN"),
        ("Brésilienne", "BRA"),
        ("Marocanne", "MAR"), ("India", "IND"), ("Afrique du Sud", "ZAF"),
    ],
)  # fmt: skip
def test_states(text: str, code: str) -> None:
    assert countries.alpha3(text) == code
