"""Which layout draws a paper? All templates by type, variant and state, the unseen ones apart.

With `unseen`, a layout kept for measuring is taken wherever one fits; elsewhere the rest serves.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from specimens.model import Person, Template

NOT_IN_ORDER = frozenset(
    {
        *("extract_without_parents", "short_stay", "foreign", "not_sepa", "no_iban"),
        *("protected", "asylum", "language_school"),
    }
)
"""Variants that a folder in order never holds."""
_FRENCH_CARD = "national_id_fra_"


class NoTemplate(LookupError):
    """No layout draws this type in one of these variants for this person."""


@cache
def templates() -> tuple[Template, ...]:
    """Give every layout of every type."""
    from specimens import identity, papers

    return (*identity.TEMPLATES, *papers.TEMPLATES)


def pick(
    type_id: str,
    variants: Sequence[str],
    person: Person,
    rng: Random,
    *,
    unseen: bool,
    layouts: Sequence[str] = (),
) -> tuple[Template, str]:
    """Choose a layout and the variant it shall draw.

    `variants` are tried in turn; empty means any that is in order. `layouts` are the names of
    those that may be taken; empty means any.

    Raises:
        NoTemplate: nothing fits.
    """
    for wanted in variants or (None,):
        fitting = [
            choice
            for choice in _fitting(type_id, wanted, person)
            if not layouts or choice[0].name in layouts
        ]
        kept = [choice for choice in fitting if choice[0].unseen is unseen] or fitting
        if kept:
            return _evenly(kept, rng)
    raise NoTemplate(f"no layout of {type_id} in {tuple(variants)} for {person.birth_country}")


def can_draw(type_id: str, variants: Sequence[str], person: Person) -> bool:
    """Tell whether a layout fits."""
    return any(_fitting(type_id, wanted, person) for wanted in variants or (None,))


def _fitting(type_id: str, wanted: str | None, person: Person) -> list[tuple[Template, str]]:
    return [
        (template, variant)
        for template in templates()
        if template.type == type_id and _suits(template, person)
        for variant in template.variants
        if (variant not in NOT_IN_ORDER if wanted is None else variant == wanted)
    ]


def _suits(template: Template, person: Person) -> bool:
    """Tell whether the person's state has such papers; birth records follow the place of birth."""
    from specimens.identity import passport
    from specimens.papers.birth import ISSUING_STATES

    if template.type == "national_id_card":
        return template.name.startswith(_FRENCH_CARD) == (person.nationality == "FRA")
    if template.type == "passport":
        return passport.suits(template, person.nationality)
    states = ISSUING_STATES.get(template.name, ())
    return not states or person.birth_country in states


def _evenly(choices: Sequence[tuple[Template, str]], rng: Random) -> tuple[Template, str]:
    """Choose the layout first, so that one with many variants is not taken more often."""
    name = rng.choice(sorted({template.name for template, _ in choices}))
    return rng.choice([choice for choice in choices if choice[0].name == name])
