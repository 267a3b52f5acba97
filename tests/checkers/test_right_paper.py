"""Types and formats: `recognised`, `look_alike`, `document_format`."""

from __future__ import annotations

from docscheck.checkers import document_format, look_alike, recognised
from docscheck.document import Folder, Measures
from docscheck.finding import Context, Issue, Kind, Term, Where
from docscheck.messages import LANGUAGES, sentences
from docscheck.scripts import SCRIPTS
from tests.literal import TODAY, file, folder, page, part

CONTEXT = Context(TODAY)
BANK = look_alike.Settings("bank_details", "rib")


def known(dossier: Folder) -> list[Issue]:
    subject = dossier.documents[0]
    return list(recognised.check(subject, dossier, recognised.Settings(), CONTEXT))


def alike(dossier: Folder, settings: look_alike.Settings) -> list[Issue]:
    return list(look_alike.check(dossier.documents[0], dossier, settings, CONTEXT))


def formatted(path: str, media_type: str, kind: str | None, **settings: object) -> list[Issue]:
    dossier = folder(file(path, part(kind), media_type=media_type))
    policy = document_format.Settings(**settings)  # type: ignore[arg-type]  # as from a rule file
    return list(document_format.check(dossier.documents[0], dossier, policy, CONTEXT))


def test_a_recognised_document_passes() -> None:
    assert known(folder(file("a.pdf", part("rib")))) == []


def test_a_blank_page_is_not_called_unrecognised() -> None:
    blank = page(measures=Measures(ink=0.0, word_count=0))
    assert known(folder(file("a.pdf", part(None), pages=[blank]))) == []


def test_an_unrecognised_document_is_for_review() -> None:
    assert known(folder(file("a.pdf", part(None, nearest=("visa", 0.2))))) == [
        Issue("document.unrecognised", Kind.REVIEW, Where("a.pdf", 1), "", {}, "d1")
    ]


def test_a_likeness_worth_naming_is_named() -> None:
    params = {"nearest": Term("type", "visa")}
    assert known(folder(file("a.pdf", part(None, nearest=("visa", 0.45))))) == [
        Issue("document.unrecognised", Kind.REVIEW, Where("a.pdf", 1), "like", params, "d1")
    ]


def test_a_picture_nobody_could_read_is_unchecked() -> None:
    unread = page(text_read=False)
    assert known(folder(file("a.jpg", part(None), pages=[unread]))) == [
        Issue("document.unrecognised", Kind.UNCHECKED, Where("a.jpg", 1), "unread", {}, "d1")
    ]


def test_letters_that_cannot_be_read_here_are_named_with_what_reads_them() -> None:
    foreign = page(script="Grek")
    params = {"script": Term("word", "script_grek"), "packages": ("tesseract-ocr-ell",)}
    assert known(folder(file("a.pdf", part(None), pages=[foreign]))) == [
        Issue("document.unrecognised", Kind.UNCHECKED, Where("a.pdf", 1), "script", params, "d1")
    ]
    assert known(folder(file("a.pdf", part("rib"), pages=[foreign]))) == []


def test_every_script_has_its_name_in_both_languages() -> None:
    for language in LANGUAGES:
        words = sentences(language)["words"]
        assert [s.code for s in SCRIPTS if f"script_{s.code.lower()}" not in words] == []


def test_a_look_alike_names_what_to_send_instead() -> None:
    params = {
        "type": Term("type", "bank_statement"),
        "requirement": Term("requirement", "bank_details"),
        "instead": Term("type", "rib"),
    }
    assert alike(folder(file("a.pdf", part("bank_statement"))), BANK) == [
        Issue("document.look_alike", Kind.FAIL, Where("a.pdf", 1), "", params, "d1")
    ]


def test_a_look_alike_that_is_not_certain_is_for_review() -> None:
    strict = look_alike.Settings("bank_details", "rib", min_score=0.99)
    found = alike(folder(file("a.pdf", part("bank_statement"))), strict)
    assert [(issue.rule, issue.kind) for issue in found] == [("document.look_alike", Kind.REVIEW)]


def test_a_paper_nobody_asks_for_is_irrelevant() -> None:
    params = {"type": Term("type", "proof_of_address")}
    assert alike(folder(file("a.pdf", part("proof_of_address"))), look_alike.Settings()) == [
        Issue("document.irrelevant", Kind.FAIL, Where("a.pdf", 1), "", params, "d1")
    ]


def test_a_pdf_passes_everywhere_and_an_id_photo_may_be_a_jpeg() -> None:
    photo = ("application/pdf", "image/jpeg")
    assert formatted("a.pdf", "application/pdf", "passport", pdf_required=True) == []
    assert formatted("a.jpg", "image/jpeg", "id_photo", accepted=photo) == []
    assert formatted("a.jpg", "image/jpeg", None) == []


def test_identity_in_another_format_breaks_the_portals_own_rule() -> None:
    params = {"type": Term("type", "passport"), "format": "JPEG"}
    assert formatted("a.jpg", "image/jpeg", "passport", pdf_required=True) == [
        Issue("format.pdf_required", Kind.FAIL, Where("a.jpg"), "", params, "d1")
    ]


def test_other_papers_only_had_better_be_pdf() -> None:
    params = {"type": Term("type", "rib"), "format": "PNG"}
    assert formatted("a.png", "image/png", "rib") == [
        Issue("format.media_type", Kind.FAIL, Where("a.png"), "", params, "d1")
    ]
