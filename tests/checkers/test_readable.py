"""Could the file be opened? First what must not be flagged."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from docscheck.checkers import readable
from docscheck.checkers.readable import Settings
from docscheck.document import Container, ExaminedFile
from docscheck.finding import Context, Issue, Kind, Where
from docscheck.losses import MEMORY, Ending, Stage, Trouble
from docscheck.messages import LANGUAGES, Speaker, sentences
from tests.literal import TODAY, file, page, part

CONTEXT = Context(TODAY)
SETTINGS = Settings(office=("application/msword",), archives=("application/zip",))


def judge(subject: ExaminedFile) -> list[Issue]:
    return list(readable.check(subject, SETTINGS, CONTEXT))


def contained(container: Container) -> ExaminedFile:
    plain = file("a.pdf", pages=[page()])
    return replace(plain, examined=replace(plain.examined, container=container))


def test_a_file_that_opens_is_not_flagged() -> None:
    assert judge(file("a.pdf", part("passport"))) == []


@pytest.mark.parametrize(
    ("trouble", "rule", "kind"),
    [
        (Trouble.EMPTY, "file.empty", Kind.FAIL),
        (Trouble.CORRUPT, "file.corrupt", Kind.FAIL),
        (Trouble.ENCRYPTED, "file.encrypted", Kind.FAIL),
        (Trouble.TOO_MANY_PAGES, "file.too_many_pages", Kind.UNCHECKED),
        (Trouble.LIMIT, "file.limit", Kind.UNCHECKED),
        (Trouble.TIMEOUT, "file.timeout", Kind.UNCHECKED),
        (Trouble.UNREADABLE, "file.locked", Kind.UNCHECKED),
    ],
)
def test_each_trouble_has_its_rule(trouble: Trouble, rule: str, kind: Kind) -> None:
    assert judge(file("a.pdf", trouble=trouble)) == [Issue(rule, kind, Where("a.pdf"))]


def test_every_trouble_is_judged() -> None:
    assert [t for t in Trouble if not judge(file("a.pdf", trouble=t))] == []


def test_a_file_that_was_too_large_says_how_large() -> None:
    big = file("a.pdf", trouble=Trouble.TOO_LARGE)
    big = replace(big, file=replace(big.file, size_bytes=61_240_000))
    assert judge(big) == [
        Issue("file.too_large", Kind.UNCHECKED, Where("a.pdf"), params={"megabytes": 61.2})
    ]


@pytest.mark.parametrize(
    ("media_type", "case"),
    [("application/msword", "office"), ("application/zip", "archive"), ("video/mp4", "")],
)
def test_the_advice_for_another_kind_of_file_fits_it(media_type: str, case: str) -> None:
    other = file("a.bin", trouble=Trouble.UNSUPPORTED, media_type=media_type)
    assert judge(other) == [Issue("file.unsupported", Kind.FAIL, Where("a.bin"), case)]


def test_a_death_while_reading_is_ours_and_leaves_the_file_unchecked() -> None:
    assert judge(file("a.pdf", trouble=Trouble.CRASH)) == [
        Issue("internal.crash", Kind.UNCHECKED, Where("a.pdf"), "file")
    ]


@pytest.mark.parametrize(
    ("trouble", "rule", "case"),
    [
        (Trouble.TIMEOUT, "file.timeout", "at"),
        (Trouble.LIMIT, "file.limit", "memory_at"),
        (Trouble.CRASH, "internal.crash", "file_at"),
    ],
)
def test_where_the_reading_ended_and_how_is_said_in_both_languages(
    trouble: Trouble, rule: str, case: str
) -> None:
    crash = trouble is Trouble.CRASH
    for stage in Stage:
        for ending in Ending if crash else (None,):
            lost = file("a.pdf", trouble=trouble)
            examined = replace(lost.examined, detail=MEMORY, stage=stage, ending=ending)
            (issue,) = judge(replace(lost, examined=examined))
            assert (issue.rule, issue.case) == (rule, case)
            for language in LANGUAGES:
                said = Speaker().problem(issue, language)
                words = sentences(language)["words"]
                assert words[f"stage_{stage}"] in said
                assert not crash or words[f"ending_{ending}"] in said


def test_memory_that_ran_out_before_the_first_stage_is_said() -> None:
    lost = file("a.pdf", trouble=Trouble.LIMIT)
    lost = replace(lost, examined=replace(lost.examined, detail=MEMORY))
    assert judge(lost) == [Issue("file.limit", Kind.UNCHECKED, Where("a.pdf"), "memory")]


def test_restrictions_and_repairs_are_remarks() -> None:
    odd = contained(Container(1, encrypted=True, restricted=True, repaired=True))
    assert judge(odd) == [
        Issue("file.restricted", Kind.FAIL, Where("a.pdf")),
        Issue("file.repaired", Kind.FAIL, Where("a.pdf")),
    ]


def test_pages_that_were_not_looked_at_are_said() -> None:
    assert judge(contained(Container(40))) == [
        Issue(
            "file.too_many_pages",
            Kind.UNCHECKED,
            Where("a.pdf"),
            "partly",
            {"pages": 40, "read": 1},
        )
    ]


def test_what_was_left_when_the_check_was_stopped_is_no_fault_of_the_file() -> None:
    (issue,) = judge(file("a.pdf", trouble=Trouble.INTERRUPTED))
    assert issue == Issue("file.timeout", Kind.UNCHECKED, Where("a.pdf"), "interrupted")
    assert Speaker().problem(issue, "en") == "Not read: the check was stopped before."
    assert Speaker().problem(issue, "fr") == "Non lu : la vérification a été arrêtée avant."
