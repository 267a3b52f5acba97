"""Phrases: a mention is not a title; OCR slips, spaced letters and scripts still match."""

from __future__ import annotations

import pytest

from docscheck.classify.phrases import PhraseFinder, Vocabulary
from docscheck.document import Box, Line, PageText, Source, Word

TITLE = "certificat de scolarité"


def page(*lines: tuple[str, float, float], source: Source = Source.OCR) -> PageText:
    """Give a page of (text, top, height) lines."""
    return PageText(
        1,
        tuple(
            Line(tuple(Word(w, Box(0.1, top, 0.9, top + height), 0.9) for w in text.split()))
            for text, top, height in lines
        ),
        source,
        "test",
    )


BODY = [(f"ligne de texte courant numero {n}", 0.4 + n * 0.02, 0.012) for n in range(20)]


def finder(*lines: tuple[str, float, float]) -> PhraseFinder:
    return PhraseFinder(page(*lines), Vocabulary([TITLE, "شهادة الميلاد", "出生公证书"]))


def test_a_mention_in_running_text_is_printed_but_no_title() -> None:
    found = finder(
        *BODY, ("vous devrez fournir un certificat de scolarité avant lundi", 0.9, 0.012)
    )
    assert found.printed(TITLE)
    assert not found.titled(TITLE)


def test_a_long_sentence_at_the_top_is_no_title() -> None:
    line = "merci de nous envoyer par retour votre prochain certificat de scolarité signé par elle"
    assert not finder((line, 0.1, 0.012), *BODY).titled(TITLE)


@pytest.mark.parametrize(
    "printed",
    [
        "CERTIFICAT DE SCOLARITÉ",
        "Certificat de scolarite 2026-2027",
        "CERTIFICAT DE SCOLARIIÉ",
        "CERTIFICATDESCOLARITE",
        "C E R T I F I C A T D E S C O L A R I T É",
        "CERTIF1CAT DE SCOLARITE",
    ],
)
def test_a_title_is_found_however_it_was_set_or_misread(printed: str) -> None:
    assert finder((printed, 0.1, 0.02), *BODY).titled(TITLE)


def test_a_short_letter_that_mentions_a_paper_has_no_such_title() -> None:
    lines = [
        "Par cette lettre, moi, Mialy Tiana ANDRIAMANANTSOA, mère de",
        "Solofo Hery, né le 23 mai 2011 à Toamasina, je donne",
        "l'autorisation à mon enfant, qui a moins de 16 ans, de s'inscrire",
        "Je vous joins un certificat de scolarité.",
    ]
    letter = [(text, 0.4 + 0.05 * number, 0.015) for number, text in enumerate(lines)]
    assert not finder(*letter).titled(TITLE)
    card = [("Université de Montclar", 0.3, 0.05), ("Carte et certificat de scolarité", 0.6, 0.05)]
    assert finder(*card).titled(TITLE)


@pytest.mark.parametrize(
    "line",
    ["It is not a certificat de scolarité", "Ce reçu n'est pas un certificat de scolarité"],
)
def test_what_a_paper_says_it_is_not_is_no_title(line: str) -> None:
    found = finder(("Offre d'admission", 0.1, 0.02), (line, 0.2, 0.012))
    assert found.printed(TITLE)
    assert not found.titled(TITLE)


def test_a_title_broken_over_two_lines_is_found() -> None:
    assert finder(("CERTIFICAT", 0.1, 0.02), ("DE SCOLARITÉ", 0.13, 0.02), *BODY).titled(TITLE)


def test_right_to_left_lines_are_taken_in_the_order_in_which_they_come() -> None:
    assert finder(("شهادة الميلاد", 0.1, 0.02), *BODY).titled("شهادة الميلاد")
    assert not finder(("الميلاد شهادة", 0.1, 0.02), *BODY).titled("شهادة الميلاد")


def test_scripts_without_spaces_are_found_inside_a_run() -> None:
    assert finder(("中华人民共和国出生公证书", 0.1, 0.02), *BODY).printed("出生公证书")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("validation ... visa", "Confirmation de la validation d'enregistrement de votre visa"),
        ("validation ... visa", "VALIDATION DE VISA"),
        ("inscri*", "Nous certifions que Mme X est régulièrement inscrite"),
        ("certif* ... inscri*", "certifie que l'étudiante Mme X est bien inscrite"),
    ],
)
def test_a_wide_phrase_is_found_with_other_words_between(written: str, printed: str) -> None:
    assert finder((printed, 0.1, 0.02), *BODY).printed(written)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("validation ... visa", "visa : validation"),
        ("validation ... visa", "validation a b c d e f g h i visa"),
        ("inscri*", "une désinscription"),
    ],
)
def test_a_wide_phrase_keeps_its_order_and_its_reach(written: str, printed: str) -> None:
    assert not finder((printed, 0.1, 0.02), *BODY).printed(written)


def test_a_wide_phrase_is_a_title_only_where_little_else_stands() -> None:
    heading = ("Attestation de validation de votre visa", 0.1, 0.02)
    assert finder(heading, *BODY).titled("validation ... visa")
    sentence = "Merci de joindre à votre demande la validation de votre visa et votre passeport"
    assert not finder((sentence, 0.1, 0.02), *BODY).titled("validation ... visa")


def test_short_words_are_not_mended() -> None:
    assert Vocabulary(["nom"]).mend("non") == "non"


def test_a_page_without_text_holds_nothing() -> None:
    empty = PhraseFinder(None, Vocabulary([TITLE]))
    assert not empty.printed(TITLE)
    assert not empty.titled(TITLE)
