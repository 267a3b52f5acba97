"""Heavy files. First what must not be flagged."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import file_size
from docscheck.checkers.file_size import Settings
from docscheck.finding import Context, Issue, Kind, Where
from docscheck.losses import Trouble
from tests.literal import TODAY, file


def judge(size_bytes: int, trouble: Trouble | None = None) -> list[Issue]:
    subject = file("a.pdf", trouble=trouble)
    subject = replace(subject, file=replace(subject.file, size_bytes=size_bytes))
    return list(file_size.check(subject, Settings(), Context(TODAY)))


def test_up_to_the_limit_nothing_is_said() -> None:
    assert judge(2_000_000) == []


def test_a_file_that_was_not_read_has_other_worries() -> None:
    assert judge(90_000_000, Trouble.TOO_LARGE) == []


def test_a_heavy_file_gets_advice() -> None:
    params = {"megabytes": 4.3, "max_megabytes": 2.0}
    assert judge(4_250_001) == [Issue("file.heavy", Kind.FAIL, Where("a.pdf"), params=params)]
