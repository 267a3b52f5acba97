"""Verdicts: what was judged, against which rule, and how it is told apart from words.

A checker yields `Issue`s (what it saw); `judge` stamps policy on them and makes `Finding`s;
reporters and `messages` turn those into sentences. No sentence lives here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from docscheck.document import Box


class Kind(StrEnum):
    """What kind of answer a check gave (SARIF 2.1.0 §3.27.9 has the same idea)."""

    FAIL = "fail"
    """It does not conform."""
    REVIEW = "review"
    """It may not conform; somebody has to look."""
    UNCHECKED = "unchecked"
    """The check could not run."""


class Severity(StrEnum):
    """How much a rule matters; given by the rule, never by a checker."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """The answer to "is my folder ready?"."""

    READY = "ready"
    TO_REVIEW = "to_review"
    NOT_READY = "not_ready"


class RequirementStatus(StrEnum):
    """Whether what the portal asks for is there."""

    SATISFIED = "satisfied"
    MISSING = "missing"
    NONCONFORMING = "nonconforming"
    DOUBTFUL = "doubtful"
    NOT_APPLICABLE = "not_applicable"


class ValueOrigin(StrEnum):
    """How a value of the profile is known."""

    DECLARED = "declared"
    INFERRED = "inferred"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


class Where(Struct, frozen=True):
    """The address of anything: file, page, place on the page."""

    path: str | None = None
    page: int | None = None
    box: Box | None = None


class Personal(Struct, frozen=True):
    """A personal value inside a sentence; masked when spoken unless values are asked for.

    `field` is the field name whose masking applies (`document_number`, `surname`, `iban`, ...).
    """

    field: str
    value: str


class Term(Struct, frozen=True):
    """A name from the rulebook inside a sentence, spoken in the reader's language.

    `kind` is `type`, `requirement`, `field`, `profile`, `stage`, `state` (ISO 3166 alpha-3) or
    `word` (the message files' own small vocabulary); `id` the identifier.
    """

    kind: str
    id: str


Param = str | int | float | date | Personal | Term | tuple[Term, ...] | tuple[str, ...]


class Issue(Struct, frozen=True):
    """What a checker saw; no severity, no sentence."""

    rule: str
    """Dotted rule id, such as `validity.expired`."""
    kind: Kind
    where: Where = Where()
    case: str = ""
    """Chooses among the sentences of the rule (`visa` in `validity.expired.visa`); may be empty."""
    params: Mapping[str, Param] = field(default_factory=dict)
    document: str | None = None
    """Id of the document concerned, `d1`; `None` when the issue is about a file or the folder."""


class Waiver(Struct, frozen=True):
    """Somebody's word that one finding on one file is accepted until a day: an entry of the file
    given with `--waivers`.
    """

    entry: int
    """Its place in the file, from 1."""
    rule: str
    sha256: str
    """Of the file's bytes, lower-case hexadecimal: all 64 digits or the first 12 or more."""
    reason: str
    author: str
    until: date
    """The last day on which it holds."""


class WaiverState(StrEnum):
    """What became of a waiver in one folder."""

    APPLIED = "applied"
    UNUSED = "unused"
    """The file is there, and has no such finding."""
    EXPIRED = "expired"
    UNMATCHED = "unmatched"
    """No file of the folder has these bytes: it was changed, or is not here."""
    AMBIGUOUS = "ambiguous"
    """Different files begin with these digits."""
    UNKNOWN_RULE = "unknown_rule"
    NOT_ALLOWED = "not_allowed"
    """The rule may never be waived."""
    UNDECIDED = "undecided"
    """The check was stopped before it was known what it is good for."""


class WaiverUse(Struct, frozen=True):
    """A waiver, what became of it, and the files it names."""

    waiver: Waiver
    state: WaiverState
    paths: tuple[str, ...] = ()


class Finding(Struct, frozen=True):
    """An issue with the policy of its rule."""

    id: str
    """`f1`, `f2`, ... in the order of the report."""
    issue: Issue
    severity: Severity
    source: str
    """The clause of the rule."""
    superseded: bool = False
    """Another document already meets the requirement, so this one only needs leaving out."""
    waived: Waiver | None = None
    """Accepted by somebody: it is told, but counts for no verdict and no requirement."""
    known: bool = False
    """It stood in the earlier report that this one was compared with."""

    @property
    def rule(self) -> str:
        return self.issue.rule

    @property
    def kind(self) -> Kind:
        return self.issue.kind


NOT_SEEN_YET = "not_seen_yet"
"""Of what is asked, in a check that was stopped: perhaps among the files that nobody read."""


class Because(Struct, frozen=True):
    """Why a requirement has its status: a sentence of the message files and its parameters."""

    sentence: str
    params: Mapping[str, Param] = field(default_factory=dict)


class Requirement(Struct, frozen=True):
    """One thing the portal asks of this person at this stage."""

    id: str
    status: RequirementStatus
    blocking: bool
    """Whether its absence makes the folder not ready at this stage."""
    satisfied_by: tuple[str, ...]
    """Paths."""
    because: Because
    documents: tuple[str, ...] = ()
    """Ids of the documents considered, whether or not they satisfy it."""

    @property
    def not_seen_yet(self) -> bool:
        return self.because.sentence == f"because.{NOT_SEEN_YET}"


class Known(Struct, frozen=True):
    """One value of the profile and how it is known."""

    value: str | bool | int | None
    origin: ValueOrigin


class Enrolled(Struct, frozen=True):
    """Who the folder belongs to by the list of whoever checks it; what is not listed is empty."""

    surname: str = ""
    """Or the whole name, where the list has it in one column."""
    given_names: str = ""
    birth_date: date | None = None


class Context(Struct, frozen=True):
    """All a checker may know of the world outside the folder."""

    today: date
    profile: Mapping[str, Known] = field(default_factory=dict)
    ocr_available: bool = True
    enrolled: Enrolled | None = None
    """`None` where there is no list, or the folder is not on it."""
