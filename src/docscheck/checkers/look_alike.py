"""Is this a paper often sent by mistake for another, or one nobody asks for?

Asks: is the type a known look-alike (a bank statement for a RIB, an admission letter or a CVEC
receipt for the certificate of enrolment), does a mark tell one among papers of a type (a cheque
among other papers, the hospital's certificate among birth records), or is the type outside the
procedure?
Why: the officer sends it back, weeks later.
Fails: a look-alike recognised for certain; below that, and by a mark, it is for review.
Passes: a paper that goes with another, when that one is there (an apostille with its record).
How it can be wrong: when the right paper is there too, the look-alike is merely superfluous;
`judge` knows that and lowers it.
Source: `domain.md` §1.5, §2.3, §6 rows 6 and 8; seed L107-115.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from docscheck.checkers.evidence import where_is
from docscheck.document import Document, Folder
from docscheck.finding import Context, Issue, Kind, Param, Term

ID = "look-alike"
RULES = frozenset({"document.look_alike", "document.irrelevant"})


class Marked(Struct, frozen=True):
    """What papers with one mark are mistaken for; the mark chooses the sentence."""

    requirement: str
    instead: str
    """Type to send in its place."""


class Settings(Struct, frozen=True):
    """What the type is mistaken for."""

    requirement: str = ""
    """Requirement it is often sent for; empty for a paper that nobody asks for."""
    instead: str = ""
    """Type to send in its place; needed when `requirement` is given."""
    min_score: float = 0.7
    """Score of the classification from which on the type is certain enough to fail."""
    marked: Mapping[str, Marked] = field(default_factory=dict)
    """By mark, the first that was found counts: narrower than the type."""
    only_marked: bool = False
    """The type itself is asked for: without such a mark nothing is wrong."""
    beside: tuple[str, ...] = ()
    """Types with which the paper is in order."""


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield one issue for the document; the rule file applies this only to types it concerns."""
    if any(document.type in settings.beside for document in folder.documents):
        return
    params: dict[str, Param] = {"type": Term("type", subject.type or "other")}
    where = where_is(subject)
    mark = next((name for name in settings.marked if name in subject.marks), "")
    meant = settings.marked.get(mark, Marked(settings.requirement, settings.instead))
    if meant.requirement:
        params["requirement"] = Term("requirement", meant.requirement)
        params["instead"] = Term("type", meant.instead)
        kind = _kind(subject, meant.requirement, settings)
        case = mark or subject.type or ""
        yield Issue("document.look_alike", kind, where, case, params, subject.id)
    elif not settings.only_marked:
        yield Issue("document.irrelevant", Kind.FAIL, where, "", params, subject.id)


def _kind(subject: Document, requirement: str, settings: Settings) -> Kind:
    """Fail a type that is a look-alike whatever its marks; of a mark alone somebody has to look."""
    sure = any(p.part.classification.score >= settings.min_score for p in subject.parts)
    return Kind.FAIL if sure and requirement == settings.requirement else Kind.REVIEW
