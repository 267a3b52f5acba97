"""Papers that say who somebody is, and by what right they stay or are insured.

`TEMPLATES` is every layout; `find_templates` those that suit a person's nationality.
"""

from __future__ import annotations

from specimens.identity import (
    attestation,
    form,
    id_photo,
    national_card,
    passport,
    residence_permit,
    small_card,
    visa,
)
from specimens.identity.passport import UNSEEN_STATES
from specimens.model import Template

__all__ = ["TEMPLATES", "UNSEEN_STATES", "find_templates"]

TEMPLATES: tuple[Template, ...] = (
    *passport.TEMPLATES,
    *national_card.TEMPLATES,
    *residence_permit.TEMPLATES,
    *visa.TEMPLATES,
    *attestation.TEMPLATES,
    *small_card.TEMPLATES,
    *form.TEMPLATES,
    *id_photo.TEMPLATES,
)
_FRENCH_ONLY = frozenset({"national_id_fra_2021", "national_id_fra_1995"})
_ELSEWHERE = frozenset({"visa_mrv_b"})
"""Right papers of the wrong state: asked for by name only."""


def find_templates(type_id: str, nationality: str, *, unseen: bool = False) -> tuple[Template, ...]:
    """The layouts of a type that a national of a state may hold, seen ones or unseen ones.

    A passport is given the layout its state uses; a person of a state in `UNSEEN_STATES` therefore
    has no seen passport, and the answer is empty.
    """
    home = passport.HOME_TEMPLATES.get(nationality)
    return tuple(
        template
        for template in TEMPLATES
        if template.type == type_id
        and template.unseen == unseen
        and template.name not in _ELSEWHERE
        and (type_id != "passport" or home in (None, template.name))
        and (
            type_id != "national_id_card"
            or (template.name in _FRENCH_ONLY) == (nationality == "FRA")
        )
    )
