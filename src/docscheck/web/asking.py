"""Which questions are put to the visitor, and what do the answers declare?

Four at most, one at a time: the nationality, the European card where it would change what is
asked (worked out by `profile.asks`, as `docscheck.questions` does after a check), the stage and the
situation. Each may be left open; then it is read in the documents, or assumed and said.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from docscheck.finding import Known, Term, ValueOrigin
from docscheck.messages import Speaker, sentences
from docscheck.profile import Declared, asks, establish
from docscheck.report import Report
from docscheck.rulebook.procedure import SITUATIONS, STAGES
from docscheck.rulebook.schema import Rulebook

NATIONALITY, CARD, STAGE, SITUATION = "nationality", "ehic", "stage", "situation"
QUESTIONS = (NATIONALITY, CARD, STAGE, SITUATION)
_YES, _NO = "yes", "no"
_QUEBEC, _CANADA = "quebec_", "canada"
_UNKNOWN_RULE = "profile.unknown"

Answers = Mapping[str, str]
"""Question -> answer; what is not known has none."""


class Choice(Struct, frozen=True):
    """One answer that may be given."""

    value: str
    label: str


def put(
    answers: Answers, rulebook: Rulebook, today: date, report: Report | None
) -> tuple[str, ...]:
    """Name the questions that are put, in their order; a report may have read a nationality."""
    known = establish(declared(answers), (), today)
    if report is not None and NATIONALITY not in answers:
        known[NATIONALITY] = report.profile[NATIONALITY]
    with_card = {**known, CARD: Known(True, ValueOrigin.ASSUMED)}
    without = {**known, CARD: Known(False, ValueOrigin.ASSUMED)}
    matters = asks(rulebook, with_card) != asks(rulebook, without)
    return tuple(name for name in QUESTIONS if name != CARD or matters)


def left_open(report: Report, answers: Answers) -> tuple[str, ...]:
    """Name the questions whose answer would change what was said, and was not given."""
    cases = {f.issue.case for f in report.findings if f.rule == _UNKNOWN_RULE}
    return tuple(name for name in QUESTIONS if name in cases and name not in answers)


def choices(name: str, answers: Answers, rulebook: Rulebook, language: str) -> tuple[Choice, ...]:
    """Give the answers that may be given, besides that it is not known."""
    say = Speaker()
    if name == NATIONALITY:
        states = sentences(language)["states"].items()
        return tuple(
            Choice(code, state) for code, state in sorted(states, key=lambda s: _plain(s[1]))
        )
    if name == CARD:
        return tuple(Choice(v, say.sentence(f"web.{v}", {}, language)) for v in (_YES, _NO))
    if name == STAGE:
        return tuple(Choice(s, say.sentence(f"web.stage.{s}", {}, language)) for s in STAGES)
    return tuple(
        Choice(s, _capital(say.term(Term("word", f"situation_{s}"), language)))
        for s in _situations(answers, rulebook)
    )


def is_answer(name: str, value: str, language: str) -> bool:
    """Whether this is an answer to the question."""
    allowed = {
        NATIONALITY: sentences(language)["states"].keys(),
        CARD: (_YES, _NO),
        STAGE: STAGES,
        SITUATION: SITUATIONS,
    }
    return value in allowed[name]


def declared(answers: Answers) -> Declared:
    """Give what was answered as a check takes it."""
    card = answers.get(CARD)
    return Declared(
        stage=answers.get(STAGE),
        nationality=answers.get(NATIONALITY),
        ehic=None if card is None else card == _YES,
        situation=answers.get(SITUATION),
    )


def _situations(answers: Answers, rulebook: Rulebook) -> Iterator[str]:
    nationality = answers.get(NATIONALITY)
    elsewhere = nationality is not None and nationality not in rulebook.countries[_CANADA]
    for situation in SITUATIONS:
        if not (elsewhere and situation.startswith(_QUEBEC)):
            yield situation


def _plain(name: str) -> str:
    """Give a name as it is sorted: accents count for nothing."""
    apart = unicodedata.normalize("NFKD", name)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
