"""Is this a paper often sent by mistake for another, or one nobody asks for?

Asks: is the type a known look-alike (a bank statement for a RIB, an admission letter or a CVEC
receipt for the certificate of enrolment), or a type outside the procedure?
Why: the officer sends it back, weeks later.
Fails: a look-alike recognised for certain; below that it is for review.
How it can be wrong: when the right paper is there too, the look-alike is merely superfluous;
`judge` knows that and lowers it.
Source: `domain.md` §2.3, §6 rows 6 and 8; seed L113-115.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "look-alike"
RULES = frozenset({"document.look_alike", "document.irrelevant"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the type is mistaken for."""

    requirement: str = ""
    """Requirement it is often sent for; empty for a paper that nobody asks for."""
    instead: str = ""
    """Type to send in its place; needed when `requirement` is given."""
    min_score: float = 0.7
    """Score of the classification from which on the type is certain enough to fail."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for the document; the rule file applies this only to types it concerns."""
    params: dict[str, Param] = {"type": Term("type", subject.type or "other")}
    if not settings.requirement:
        yield Issue("document.irrelevant", Kind.FAIL, where_is(subject), "", params, subject.id)
        return
    params["requirement"] = Term("requirement", settings.requirement)
    params["instead"] = Term("type", settings.instead)
    sure = any(p.part.classification.score >= settings.min_score for p in subject.parts)
    kind = Kind.FAIL if sure else Kind.REVIEW
    yield Issue("document.look_alike", kind, where_is(subject), "", params, subject.id)
