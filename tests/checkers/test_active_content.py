"""Active content. First what must not be flagged: links and forms of honest papers."""

from __future__ import annotations

from msgspec.structs import replace

from docscheck.checkers import active_content
from docscheck.checkers.active_content import Settings
from docscheck.document import Container
from docscheck.finding import Context, Issue, Kind, Term, Where
from docscheck.losses import Trouble
from tests.literal import TODAY, file, page


def judge(*active: str) -> list[Issue]:
    plain = file("a.pdf", pages=[page()])
    subject = replace(
        plain, examined=replace(plain.examined, container=Container(1, active=active))
    )
    return list(active_content.check(subject, Settings(), Context(TODAY)))


def test_links_and_form_fields_pass() -> None:
    assert judge("uri", "form") == []


def test_a_file_that_did_not_open_is_not_judged() -> None:
    subject = file("a.pdf", trouble=Trouble.CORRUPT)
    assert list(active_content.check(subject, Settings(), Context(TODAY))) == []


def test_programs_and_attachments_are_named_together() -> None:
    content = (Term("word", "javascript"), Term("word", "attachment"))
    assert judge("attachment", "uri", "javascript") == [
        Issue("file.active_content", Kind.FAIL, Where("a.pdf"), params={"content": content})
    ]
