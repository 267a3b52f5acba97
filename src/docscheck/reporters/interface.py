"""What a reporter is: a module with `write`. It never decides anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TextIO

from msgspec import Struct, field

from docscheck.document import PagePicture
from docscheck.messages import Speaker
from docscheck.report import Report
from docscheck.reporters.amount import Amount
from docscheck.rulebook.schema import Rulebook


class Manner(Struct, frozen=True):
    """How to speak."""

    language: str
    """One of `LANGUAGES`; a report for programs has those of the rules, and this one."""
    speaker: Speaker
    rulebook: Rulebook
    """For titles, sources and clauses; never for decisions."""
    amount: Amount = Amount.USUAL
    pictures: Mapping[str, tuple[PagePicture, ...]] = field(default_factory=dict)
    """Path -> its pages; for formats that show them, see `SHOW_PICTURES`."""


class Reporter(Protocol):
    """Writes a report to a text stream."""

    def write(self, report: Report, out: TextIO, manner: Manner) -> None: ...


def titles_of(rulebook: Rulebook) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Collect the names that sentences may need: types, requirements and profiles."""
    return {
        "type": {k: {"fr": v.title.fr, "en": v.title.en} for k, v in rulebook.types.items()},
        "requirement": {
            k: {"fr": v.title.fr, "en": v.title.en} for k, v in rulebook.requirements.items()
        },
        "profile": {p.id: {"fr": p.title.fr, "en": p.title.en} for p in rulebook.profiles},
        "never_waived": {
            rule.id: {"fr": rule.never_waived.fr, "en": rule.never_waived.en}
            for rule in rulebook.catalogue.values()
            if rule.never_waived
        },
    }
