"""What is said to the student: an issue and a language in, a sentence out.

Sentences are data: `fr/*.toml` and `en/*.toml`, one table for each rule or, where the rule has
cases, for each `rule.case`, with `problem` (what was seen) and `remedy` (what to do). A plain
string under a key is a sentence of its own, asked for by `sentence`. Names of types, requirements
and profiles come from the rulebook through `Titles`; names of fields and stages, and words, from
`words.toml`, those of states from `states.toml`. Personal values are masked here, strings from
outside made visible here: no reporter has to think of either.
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
from docscheck.masking import mask

LANGUAGES = ("fr", "en")

Titles = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Kind of term -> id -> language -> name; kinds: `type`, `requirement` and `profile`."""

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_AND = {"fr": " et ", "en": " and "}
_FROM_MESSAGES = ("field", "stage", "state", "word")


class Speaker(Struct, frozen=True):
    """Speaks of issues in either language.

    A sentence that does not exist raises `KeyError`, and so does a placeholder without its
    parameter: the tests hold every rule to its sentences.
    """

    titles: Titles = field(default_factory=dict)
    show_values: bool = False
    """Whether personal values are spoken unmasked."""

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
        return names.get(language) or show(term.id.replace("_", " "))

    def _said(self, issue: Issue, part: str, language: str) -> str:
        known = sentences(language)
        table = known.get(f"{issue.rule}.{issue.case}") if issue.case else None
        entry = table if table is not None else known[issue.rule]
        return self._filled(entry[part], issue.params, language)

    def _filled(self, pattern: str, params: Mapping[str, Param], language: str) -> str:
        filled = self._put_in(pattern, params, language)
        return filled[:1].upper() + filled[1:]

    def _put_in(self, pattern: str, params: Mapping[str, Param], language: str) -> str:
        return pattern.format_map({n: self._spoken(value, language) for n, value in params.items()})

    def _spoken(self, value: Param, language: str) -> str:
        if isinstance(value, Term):
            return self.term(value, language)
        if isinstance(value, Personal):
            return self._personal(value, language)
        if isinstance(value, tuple):
            return _listed([self._spoken(item, language) for item in value], language)
        if isinstance(value, date):
            return written_date(value, language)
        if isinstance(value, int | float):
            return written_number(value, language)
        return show(value)

    def _personal(self, value: Personal, language: str) -> str:
        text = value.value if self.show_values else mask(value.field, value.value)
        try:
            return written_date(date.fromisoformat(text), language)
        except ValueError:
            return show(text)


@cache
def sentences(language: str) -> Mapping[str, Any]:
    """Load every message file of a language as one table; a key stands in one file only."""
    found: dict[str, Any] = {}
    folder = resources.files(__package__) / language
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            tables = tomli.loads(file.read_text(encoding="utf-8"))
            twice = found.keys() & tables.keys()
            if twice:
                raise ValueError(f"{language}/{file.name}: said twice: {', '.join(sorted(twice))}")
            found |= tables
    return found


def written_date(day: date, language: str) -> str:
    """Write a date out.

    >>> written_date(date(2026, 9, 1), "fr"), written_date(date(2026, 9, 1), "en")
    ('1er septembre 2026', '1 September 2026')
    """
    month = _MONTHS[language].split()[day.month - 1]
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {month} {day.year}"


def written_number(number: float, language: str) -> str:
    """Write a number with at most two decimals.

    >>> written_number(2.5, "fr"), written_number(2.0, "en")
    ('2,5', '2')
    """
    text = f"{number:.2f}".rstrip("0").rstrip(".") if isinstance(number, float) else str(number)
    return text.replace(".", ",") if language == "fr" else text


def _listed(items: list[str], language: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + _AND[language] + items[-1]
