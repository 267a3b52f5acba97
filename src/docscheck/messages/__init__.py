"""What is said to the student: an issue and a language in, a sentence out.

Sentences are data: one folder of TOML for each language, in it one table for each rule or, where
the rule has cases, for each `rule.case`, with `problem` (what was seen) and `remedy` (what to do).
A plain string under a key is a sentence of its own, asked for by `sentence`. Names of types,
requirements and profiles come from the rulebook through `Titles`; names of fields and stages, and
words, from `words.toml`, those of states from `states.toml`. Rules are written in French and
English; what they say in other languages is in `rules.toml` of each, under the English text, as
gettext does. Personal values are masked here, strings from outside made visible here: no reporter
has to think of either.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import tomli
from msgspec import Struct, field

from docscheck.finding import Issue, Param, Personal, Term
from docscheck.foreign_text import show
from docscheck.languages import (
    LANGUAGES,
    OF_RULES,
    capitalised,
    written_date,
    written_list,
    written_number,
)
from docscheck.masking import mask

__all__ = ["END_OF_ISOLATE", "ISOLATE", "LANGUAGES", "Speaker", "Titles", "sentences", "translated"]

Titles = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Kind of term -> id -> language (`OF_RULES`) -> name; kinds: `type`, `requirement`, `profile`."""

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
"""FSI and PDI of the Unicode bidirectional algorithm; no string from outside holds them."""
_FROM_MESSAGES = ("field", "stage", "state", "word")
_OF_RULES = "rules.toml"


class Speaker(Struct, frozen=True):
    """Speaks of issues in any of the languages.

    A sentence that does not exist raises `KeyError`, and so does a placeholder without its
    parameter: the tests hold every rule to its sentences.
    """

    titles: Titles = field(default_factory=dict)
    show_values: bool = False
    """Whether personal values are spoken unmasked."""
    isolated: bool = False
    """Whether strings from outside stand between isolates; for pages, which turn these into
    elements. A terminal would show them, or worse."""

    def problem(self, issue: Issue, language: str) -> str:
        """Say what was seen."""
        return self._said(issue, "problem", language)

    def remedy(self, issue: Issue, language: str) -> str:
        """Say what the student should do now."""
        return self._said(issue, "remedy", language)

    def sentence(self, key: str, params: Mapping[str, Param], language: str) -> str:
        """Say the sentence that stands alone under `key`."""
        return self._filled(str(sentences(language)[key]), params, language)

    def phrase(self, key: str, params: Mapping[str, Param], language: str) -> str:
        """Say it as it is written, within a line: without the capital of a sentence."""
        return self._put_in(str(sentences(language)[key]), params, language)

    def term(self, term: Term, language: str) -> str:
        """Name something; an id without a name is given as it is."""
        if term.kind in _FROM_MESSAGES:
            words = sentences(language).get(f"{term.kind}s", {})
            return str(words.get(term.id, show(term.id.replace("_", " "))))
        names = self.titles.get(term.kind, {}).get(term.id, {})
        name = names.get(language) or translated(names.get("en", ""), language)
        return name or show(term.id.replace("_", " "))

    def _said(self, issue: Issue, part: str, language: str) -> str:
        known = sentences(language)
        table = known.get(f"{issue.rule}.{issue.case}") if issue.case else None
        entry = table if table is not None else known[issue.rule]
        return self._filled(entry[part], issue.params, language)

    def _filled(self, pattern: str, params: Mapping[str, Param], language: str) -> str:
        return capitalised(self._put_in(pattern, params, language), language)

    def _put_in(self, pattern: str, params: Mapping[str, Param], language: str) -> str:
        return pattern.format_map({n: self._spoken(value, language) for n, value in params.items()})

    def _spoken(self, value: Param, language: str) -> str:
        if isinstance(value, Term):
            return self.term(value, language)
        if isinstance(value, Personal):
            return self._personal(value, language)
        if isinstance(value, tuple):
            return written_list([self._spoken(item, language) for item in value], language)
        if isinstance(value, date):
            return written_date(value, language)
        if isinstance(value, int | float):
            return written_number(value, language)
        return self._foreign(value)

    def _personal(self, value: Personal, language: str) -> str:
        text = value.value if self.show_values else mask(value.field, value.value)
        try:
            return written_date(date.fromisoformat(text), language)
        except ValueError:
            return self._foreign(text)

    def _foreign(self, text: str) -> str:
        return f"{ISOLATE}{show(text)}{END_OF_ISOLATE}" if self.isolated else show(text)


@cache
def sentences(language: str) -> Mapping[str, Any]:
    """Load every message file of a language as one table; a key stands in one file only."""
    found: dict[str, Any] = {}
    folder = resources.files(__package__) / language
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml") and file.name != _OF_RULES:
            tables = tomli.loads(file.read_text(encoding="utf-8"))
            twice = found.keys() & tables.keys()
            if twice:
                raise ValueError(f"{language}/{file.name}: said twice: {', '.join(sorted(twice))}")
            found |= tables
    return found


def translated(text: str, language: str) -> str:
    """Give what a rule says in English in another language; rules of one's own stay English."""
    return text if language in OF_RULES else _of_rules(language).get(text, text)


@cache
def _of_rules(language: str) -> Mapping[str, str]:
    file = resources.files(__package__).joinpath(language, _OF_RULES)
    return tomli.loads(file.read_text(encoding="utf-8"))
