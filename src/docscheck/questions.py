"""What does the folder not tell, although it would change what is asked?

For each question of `profiles.toml` whose answer is assumed or unknown, what is asked of the
person is worked out again with the other answers. When nothing changes nothing is asked: a student
is not bothered with an EHIC that would make no difference. It opens nothing and decides no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docscheck.document import Document
from docscheck.finding import Known, ValueOrigin
from docscheck.profile import Asks, asks, holds
from docscheck.rulebook.schema import Provenance, QuestionRule, Rulebook

_OPEN = (ValueOrigin.ASSUMED, ValueOrigin.UNKNOWN)


class Question(Struct, frozen=True):
    """One thing to ask for in a line."""

    id: str
    """Case of the sentence."""
    grave: bool
    """The answer would change what blocks, or whether the person registers at all."""
    provenance: Provenance


def questions(
    known: Mapping[str, Known], documents: Sequence[Document], rulebook: Rulebook
) -> Iterator[Question]:
    """Yield what is to be asked for, one question a key, in the order of the rules."""
    now = asks(rulebook, known)
    done: set[str] = set()
    for rule in rulebook.questions:
        if rule.key in done or not _is_open(rule, known, documents, rulebook):
            continue
        changed = [other for other in _others(rule, known, rulebook) if other != now]
        if changed:
            done.add(rule.key)
            grave = not all(now.same_grave(other) for other in changed)
            yield Question(rule.id, grave, rule.provenance)


def _is_open(
    rule: QuestionRule,
    known: Mapping[str, Known],
    documents: Sequence[Document],
    rulebook: Rulebook,
) -> bool:
    return (
        known[rule.key].origin in _OPEN
        and holds(rule.when, known, rulebook.countries)
        and _is_likely(rule, documents)
    )


def _is_likely(rule: QuestionRule, documents: Sequence[Document]) -> bool:
    """Whether the folder holds what makes the question worth asking."""
    there = [d for d in documents if not rule.types or d.type in rule.types]
    if rule.marks:
        return any(mark in d.marks for d in there for mark in rule.marks)
    return bool(there) or not rule.types


def _others(rule: QuestionRule, known: Mapping[str, Known], rulebook: Rulebook) -> Iterator[Asks]:
    for value in rule.values:
        yield asks(rulebook, {**known, rule.key: Known(value, ValueOrigin.ASSUMED)})
