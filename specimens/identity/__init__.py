"""Papers that say who somebody is, and by what right they stay or are insured.

`TEMPLATES` is every layout; `find_templates` those that suit a person's nationality.
"""

from __future__ import annotations

from specimens.identity import (
    attestation,
    attestation_unseen,
    form,
    id_photo,
    national_card,
    national_card_unseen,
    passport,
    passport_unseen,
    residence_permit,
    residence_permit_unseen,
    rights_unseen,
    small_card,
    visa,
    visa_unseen,
)
from specimens.identity.passport import UNSEEN_STATES
from specimens.model import Template

__all__ = ["TEMPLATES", "UNSEEN_STATES", "find_templates"]

TEMPLATES: tuple[Template, ...] = (
    *passport.TEMPLATES,
    *passport_unseen.TEMPLATES,
    *national_card.TEMPLATES,
    *national_card_unseen.TEMPLATES,
    *residence_permit.TEMPLATES,
    *residence_permit_unseen.TEMPLATES,
    *visa.TEMPLATES,
    *visa_unseen.TEMPLATES,
    *attestation.TEMPLATES,
    *attestation_unseen.TEMPLATES,
    *small_card.TEMPLATES,
    *form.TEMPLATES,
    *rights_unseen.TEMPLATES,
    *id_photo.TEMPLATES,
)
_FRENCH_CARD = "national_id_fra_"
_ELSEWHERE = frozenset({"visa_mrv_b"})
"""Right papers of the wrong state: asked for by name only."""


def find_templates(type_id: str, nationality: str, *, unseen: bool = False) -> tuple[Template, ...]:
    """The layouts of a type that a national of a state may hold, seen ones or unseen ones.

    A passport is given the layout its state uses; the unseen layouts serve every state.
    """
    return tuple(
        template
        for template in TEMPLATES
        if template.type == type_id
        and template.unseen == unseen
        and template.name not in _ELSEWHERE
        and (type_id != "passport" or passport.suits(template, nationality))
        and (
            type_id != "national_id_card"
            or template.name.startswith(_FRENCH_CARD) == (nationality == "FRA")
        )
    )
