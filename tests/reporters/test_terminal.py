"""The terminal report. Not to be found: trailing blanks, advice given twice, raw foreign text."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from rich.cells import cell_len

from docscheck.finding import Severity
from docscheck.languages import LANGUAGES, WRITING
from docscheck.losses import Trouble
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters.amount import Amount
from docscheck.reporters.by_paper import file_state, grouped
from docscheck.reporters.by_paper import spoken as said_once
from docscheck.reporters.interface import Manner, titles_of
from docscheck.reporters.screen import Screen
from docscheck.reporters.to_terminal import write
from tests import literal
from tests.literal import part, proven, read
from tests.reporters.reports import (
    RULEBOOK,
    bank_slip,
    expired_passport,
    hostile_names,
    in_trouble,
    report,
    spoken,
    stopped_early,
)


def flat(text: str) -> str:
    """Undo the wrapping."""
    return " ".join(text.split())


def unwrapped(text: str, language: str) -> str:
    """Undo it in any language: in Chinese a line also ends where there was no blank."""
    return flat(text) if WRITING[language].has_blanks else "".join(text.split())


def folder_in_order() -> Report:
    """A student from the EU whose identity and enrolment are in order."""
    who = literal.holder("ROSSI", "ANNA", "2004-05-17")
    card = (proven("nationality", "ITA"), proven("expiry_date", "2030-01-01"))
    number = proven("document_number", "YA1234567")
    year = (read("school_year", "2026-2027"), read("institution", "Université de Bellerive"))
    return report(
        literal.file("passport.pdf", part("passport", *who, *card, number, mrz=literal.zone())),
        literal.file("enrolment.pdf", part("school_certificate", *who, *year)),
        declared=Declared(nationality="ITA", ehic=False),
    )


def test_who_need_not_register_is_told_in_the_first_line() -> None:
    card = literal.file("card.pdf", part("ehic", read("expiry_date", "2030-01-01")))
    exempt = report(card, declared=Declared(nationality="ITA"))
    first = spoken(exempt, language="en").splitlines()[0]
    assert first.endswith("1 of 1 in order, but you probably need not register on this portal.")
    assert "register" not in spoken(folder_in_order(), language="en").splitlines()[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_is_told_with_its_way_out(language: str) -> None:
    told = in_trouble()
    page = unwrapped(spoken(told, language=language), language)
    speaker = Speaker(titles_of(RULEBOOK))
    errors = [f for f in told.findings if f.severity is Severity.ERROR]
    assert len(errors) >= 4
    kept = said_once(told)
    for finding in errors:
        if finding in kept:
            assert unwrapped(speaker.problem(finding.issue, language), language) in page
            assert unwrapped(speaker.remedy(finding.issue, language), language) in page
        else:
            assert finding.rule == "requirement.nonconforming"


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "Not ready: 0 of 5 in order, 2 to redo, 2 missing, 1 may follow later."),
        ("fr", "Pas prêt : 0 sur 5 en ordre, 2 à refaire, il en manque 2, 1 à fournir plus tard."),
    ],
)
def test_the_first_line_is_the_answer(language: str, first: str) -> None:
    told = report(expired_passport(), bank_slip())
    assert spoken(told, language=language).splitlines()[0] == first
    assert spoken(told, language=language, amount=Amount.ANSWER) == f"{first}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_counts_add_up(language: str) -> None:
    line = spoken(in_trouble(), language=language, amount=Amount.ANSWER)
    satisfied, asked, *rest = map(int, re.findall(r"\d+", line))
    assert satisfied + sum(rest) == asked


def test_what_is_said_of_one_paper_stands_together() -> None:
    told = in_trouble()
    groups = grouped(said_once(told), told)
    named = [group.paths for group in groups if group.paths]
    assert len(named) == len(set(named))
    assert sum(len(g.findings) for g in groups) == len(said_once(told))


def test_files_of_which_the_same_is_said_stand_together() -> None:
    files = [literal.file(f"{n}.pdf", trouble=Trouble.ENCRYPTED) for n in range(3)]
    page = flat(spoken(report(*files)))
    assert "0.pdf, 1.pdf, 2.pdf This file asks for a password" in page
    assert page.count("This file asks for a password") == 1


def test_an_advice_is_given_once() -> None:
    kinds = ("birth_certificate", "school_certificate")
    told = report(*(literal.file(f"{k}.png", part(k), media_type="image/png") for k in kinds))
    page = flat(spoken(told, amount=Amount.WHY))
    assert page.count("is in PNG format") == 2
    assert page.count("Save it as PDF") == 1
    assert "Same advice as above." in page


def test_files_have_a_state_in_words() -> None:
    told = in_trouble()
    states = {f.file.path: file_state(f, told) for f in told.files}
    assert states == dict.fromkeys(("broken.pdf", "locked.pdf", "passport.pdf", "rib.pdf"), "redo")
    assert re.search(r"^  REDO +passport\.pdf +Passport$", spoken(told), re.MULTILINE)


def test_a_file_that_was_not_read_is_never_ok() -> None:
    told = report(literal.file("x.pdf", trouble=Trouble.UNSUPPORTED))
    assert file_state(told.files[0], told) != "ok"


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        (
            "en",
            "Stopped: 1 of 4 files read. What follows is provisional: nothing is known of the other"
            " files.",
            "So far: 1 of 5 in order, 4 not seen yet.",
        ),
        (
            "fr",
            "Arrêté avant la fin ; fichiers lus : 1 sur 4. Ce qui suit est provisoire : on ne sait"
            " rien des autres fichiers.",
            "Jusqu'ici : 1 sur 5 en ordre, pas encore vu : 4.",
        ),
    ],
)
def test_a_partial_report_says_so_first(language: str, first: str, second: str) -> None:
    told = stopped_early()
    assert spoken(told, language=language).splitlines()[:2] == [first, second]
    quiet = spoken(told, language=language, amount=Amount.ANSWER)
    assert quiet == f"{first} {second}\n"


def test_in_a_partial_report_files_left_over_are_one_thing_to_do() -> None:
    page = spoken(stopped_early())
    assert "1. 0.pdf, 1.pdf, 2.pdf\n    Not read: the check was stopped before.\n" in page
    assert "2. " not in page
    assert "MISSING" not in page
    assert re.search(r"^  Not read +0\.pdf$", page, re.MULTILINE)
    assert re.search(r"^  Not seen +Proof of identity$", page, re.MULTILINE)


@pytest.mark.parametrize("amount", list(Amount))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_ends_in_blanks(language: str, amount: Amount) -> None:
    lines = spoken(in_trouble(), language=language, amount=amount).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("columns", ["40", "60", "80", "200"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_narrow_windows_are_respected(
    monkeypatch: pytest.MonkeyPatch, columns: str, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _, *lines = spoken(in_trouble(), language=language).splitlines()
    assert max(map(cell_len, lines)) <= min(int(columns), 100)


def test_french_signs_stay_with_their_word() -> None:
    lines = spoken(in_trouble(), language="fr").splitlines()
    assert [line for line in lines if re.match(r"\s*[:;!?»]", line) or line.endswith("«")] == []


@pytest.mark.parametrize("columns", ["57", "80"])
def test_chinese_breaks_before_no_closing_sign_and_within_no_word(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    whole = spoken(in_trouble(), language="zh", amount=Amount.WHY)
    words = set(re.findall(r"[A-Za-z]{2,}", whole))
    monkeypatch.setenv("COLUMNS", columns)
    _, *lines = spoken(in_trouble(), language="zh", amount=Amount.WHY).splitlines()
    assert [x for x in lines if x.lstrip()[:1] and x.lstrip()[0] in "，。、；：？！）》”"] == []
    assert [line for line in lines if line.endswith(tuple("（《“"))] == []
    assert set(re.findall(r"[A-Za-z]{2,}", "\n".join(lines))) <= words
    assert len(lines) > 40


def test_chinese_columns_stand_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = spoken(in_trouble(), language="zh").splitlines()
    rows = [
        line for line in lines if re.match(r"  \S+ +(broken|locked|passport|rib)\.pdf +\S", line)
    ]
    assert len(rows) == 4
    ends = {cell_len(row[: row.index(".pdf")].rpartition(" ")[0]) for row in rows}
    assert len(ends) == 1
    assert len({len(row) for row in rows}) > 1


def test_arabic_is_written_as_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Terminals order it, or not; marks that would help some of them are shown by others."""
    monkeypatch.setenv("COLUMNS", "80")
    page = spoken(in_trouble(), language="ar")
    assert not [c for c in page if unicodedata.category(c) == "Cf"]
    assert "passport.pdf" in page
    assert Speaker().sentence("heading.do", {}, "ar") in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_are_shown_and_do_nothing(language: str) -> None:
    page = spoken(hostile_names(), language=language)
    hidden = [c for c in page if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n"]
    assert hidden == []
    for shown in ("[red]passport[/red].pdf", "esc\\x1b[31mape.pdf", "bidi\\u202efdp.exe"):
        assert shown in page
    for shown in ("new\\x0aline.pdf", "undecodable\\xe9.pdf", "{braces} %s.pdf"):
        assert shown in page


def test_an_encoding_without_the_arrow_gets_another_sign() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", errors="replace")
    write(in_trouble(), out, Manner("fr", Speaker(titles_of(RULEBOOK)), RULEBOOK))
    out.seek(0)
    page = out.read()
    assert "    > " in page
    assert "Pas prêt" in page


def test_no_colour_where_nobody_sees_it() -> None:
    assert "\x1b" not in spoken(in_trouble())


def test_more_is_said_on_demand() -> None:
    told = report(expired_passport(), bank_slip())
    usual, why = spoken(told), spoken(told, amount=Amount.WHY)
    assert "(validity.expired)" in why
    assert "95 %" in why
    assert "(validity.expired)" not in usual


def test_a_folder_in_order_is_not_told_what_to_do() -> None:
    told = folder_in_order()
    assert [f.rule for f in told.findings if f.severity is Severity.ERROR] == []
    page = spoken(told)
    assert page.startswith("Ready: ")
    assert "What to do" not in page


def test_text_wraps_by_the_width_of_its_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    out = io.StringIO()
    Screen(out).line("护照护照护照 护照护照护照 " + "x" * 30)
    assert out.getvalue().splitlines() == ["护照护照护照", "护照护照护照", "x" * 20, "x" * 10]
