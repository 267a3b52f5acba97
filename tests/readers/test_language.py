"""Language and institution: what is too little to tell stands first."""

import pytest

from docscheck.document import PageText, Source
from docscheck.readers import institution, language
from docscheck.readers.interface import Reading
from tests.readers.printed import TODAY, page, reading


@pytest.mark.parametrize("text", ["", "1234 5678", "DUPONT", "12/03/2004"])
def test_too_little_to_tell(text: str) -> None:
    assert language.languages(text) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Le douze mars deux mille quatre est née à Paris Léa, fille de Jean et de Marie, dans",
            ("fr",),
        ),
        (
            "Name of the child and date of birth as registered in the office of the registrar",
            ("en",),
        ),
        (
            "El nombre de los padres y la fecha de nacimiento del hijo es como sigue en el",
            ("es",),
        ),
        ("Akt urodzenia odpis skrócony imię i nazwisko urząd stanu cywilnego miejsce", ("pl",)),
        ("Doğum belgesi nüfus kayıt örneği adı soyadı baba adı ana adı doğum yeri", ("tr",)),
        (
            "Certificat de naștere numele de familie al copilului data nașterii locul nașterii",
            ("ro",),
        ),
        ("Свидетельство о рождении", ("ru",)),
        ("свідоцтво про народження її", ("uk",)),
        ("出生公证书", ("zh",)),
        ("戸籍謄本の写しである", ("ja",)),
        ("شهادة الميلاد رسم الولادة", ("ar",)),
        ("تاریخ الولادة ومکان الولادة", ("ar",)),
        ("گواهی ولادت نام پدر محل تولد", ("fa",)),
        ("기본증명서", ("ko",)),
        ("ληξιαρχική πράξη γέννησης", ("el",)),
    ],
)
def test_languages(text: str, codes: tuple[str, ...]) -> None:
    assert language.languages(text) == codes


def test_the_other_half_of_a_form_does_not_thin_out_the_french_one() -> None:
    text = (
        "شهادة ميلاد خاصة\nACTE DE NAISSANCE\nNom EXEMPLE اللقب\nPrénom Lina الاسم\n"
        "Date de naissance 1998-05-03 تاريخ الميلاد\nLieu Oran مكان الميلاد\nPère Ali الأب\n"
        "Mère Sara الأم\nActe n° 3042 رقم الشهادة"
    )
    assert set(language.languages(text)) == {"fr", "ar"}


def test_a_paper_in_two_languages_names_both() -> None:
    text = (
        "شهادة الميلاد رسم الولادة في مدينة الدار البيضاء المملكة المغربية\n"
        "EXTRAIT D'ACTE DE NAISSANCE la commune de Casablanca le nom du père"
    )
    (field,) = language.read(reading(text), "language", language.Settings())
    assert {field.value, *field.alternatives} == {"ar", "fr"}


@pytest.mark.parametrize(
    ("sure", "codes"),
    [
        ("Pour extrait, le 2 novembre, officier d'état civil délégué", ["fr"]),
        ("KOUAMÉ Prisca OUATTARA le", []),
    ],
)
def test_a_page_read_badly_is_of_the_language_of_its_sure_words(
    sure: str, codes: list[str]
) -> None:
    noise = page(
        "xqz wvr tlk jhg bnm pqr sdf ghj klm wxc vbn rty uio zae plm okn ijb", confidence=0.3
    )
    lines = (*noise.lines, *page(sure, confidence=0.95).lines)
    pages = Reading((PageText(1, lines, Source.OCR, "test"),), TODAY)
    found = language.read(pages, "language", language.Settings())
    assert [field.value for field in found] == codes


def institutions(text: str) -> list[str]:
    settings = institution.Settings()
    return [f.value for f in institution.read(reading(text), "institution", settings)]


@pytest.mark.parametrize(
    "text",
    [
        "Année universitaire 2026-2027",
        "CERTIFICAT DE SCOLARITÉ",
        "est inscrit à l'école cette année",
        "",
    ],
)
def test_no_institution(text: str) -> None:
    assert institutions(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UNIVERSITÉ PARIS CITÉ\nCERTIFICAT DE SCOLARITE", "UNIVERSITÉ PARIS CITÉ"),
        ("Sorbonne Université\nService de scolarité", "Sorbonne Université"),
        ("Le directeur de l'École Centrale de Lyon certifie que", "École Centrale de Lyon"),
        ("Établissement : IAE Nice", "IAE Nice"),
        ("NEOMA Business School", "NEOMA Business School"),
    ],
)
def test_institution(text: str, name: str) -> None:
    assert institutions(text)[0] == name
