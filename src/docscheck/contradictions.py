"""Does what was declared agree with what the documents say?

Declared by option or profile file, against what the documents alone would tell (`profile`): the
declared value is kept, but when judging by the documents would change what is asked, the answer is
for review. Two passports of a double national agree with either of them. It opens nothing; it
knows documents by what was read for certain only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from docscheck.document import Document
from docscheck.finding import Known, ValueOrigin
from docscheck.profile import PROTECTED, Declared, asks, establish, told
from docscheck.rulebook.schema import Rulebook

KEYS = ("nationality", "birth_date", "ehic", "s1", "situation", "visa_kind", "holds_permit")
_TELLING: Mapping[str, tuple[str, ...]] = {
    "ehic": ("ehic",),
    "s1": ("s1_form",),
    "situation": ("quebec_form", "residence_permit", "residence_receipt", "birth_certificate"),
    "visa_kind": ("visa", "visa_validation"),
    "holds_permit": ("residence_permit",),
}
"""Key -> types that tell it; of the others any document that bears the value."""
_QUEBEC = {"quebec_exchange": "exchange", "quebec_individual": "individual"}
"""Situation -> mark of the form that proves it."""


class Contradiction(Struct, frozen=True):
    """One value that was declared otherwise than the documents have it."""

    key: str
    declared: str | bool
    read: str | bool | int
    grave: bool
    """By the documents something else would be asked."""
    path: str | None
    """File that says otherwise, where one alone does."""


def contradictions(
    declared: Declared,
    known: Mapping[str, Known],
    documents: Sequence[Document],
    rulebook: Rulebook,
    today: date,
) -> Iterator[Contradiction]:
    """Yield what does not agree, in the order of `KEYS`."""
    seen = establish(Declared(stage=declared.stage), documents, today)
    now = asks(rulebook, known)
    for key in KEYS:
        said, read = _said(declared, key), seen[key]
        if said is None or read.value is None or read.origin is not ValueOrigin.INFERRED:
            continue
        if said == read.value or _agrees(key, said, documents):
            continue
        other = {**known, key: read, **({"age": seen["age"]} if key == "birth_date" else {})}
        grave = asks(rulebook, other) != now
        if key == "birth_date" and declared.enrolled is not None and not grave:
            # `checkers.roster` tells it, beside the name.
            continue
        yield Contradiction(key, said, read.value, grave, _path(key, read.value, documents))


def _said(declared: Declared, key: str) -> str | bool | None:
    value = getattr(declared, key)
    return value.isoformat() if isinstance(value, date) else value


def _agrees(key: str, said: str | bool, documents: Sequence[Document]) -> bool:
    """Whether some document bears out what was declared, although another came first."""
    if key == "nationality" and any(f.value in PROTECTED for f in told(documents, key)):
        # The travel document of a refugee names no state.
        return True
    if key in ("nationality", "birth_date"):
        # A date of which only the year was read agrees with any day of that year.
        return any(str(said).startswith(field.value) for field in told(documents, key))
    if key == "situation" and said in _QUEBEC:
        forms = [d for d in documents if d.type == "quebec_form"]
        # A form whose number was not read may be either.
        return any(_QUEBEC[said] in d.marks or not d.marks for d in forms)
    return False


def _path(key: str, read: str | bool | int, documents: Sequence[Document]) -> str | None:
    types = _TELLING.get(key)
    telling = (d for d in documents if (d.type in types if types else d.value(key) == read))
    return next((d.paths[0] for d in telling), None)
