"""Papers in A4: certificates, bank details, civil status, and what is mistaken for them.

`TEMPLATES` lists every layout. A layout draws facts that its module draws first, so that the
truth of a page is what was printed on it.
"""

from __future__ import annotations

from collections.abc import Mapping

from specimens.model import Template
from specimens.papers import (
    birth,
    civil_unseen_other,
    forms_unseen,
    letters,
    look_alike_unseen,
    look_alike_unseen_daily,
    others_unseen,
    rib_layouts,
    rib_more,
    rib_unseen,
    rights_unseen,
    school_language,
    school_more,
    school_others,
    school_university,
    school_unseen,
    school_unseen_private,
)

TEMPLATES: tuple[Template, ...] = (
    *school_university.TEMPLATES,
    *school_others.TEMPLATES,
    *school_more.TEMPLATES,
    *school_language.TEMPLATES,
    *school_unseen.TEMPLATES,
    *school_unseen_private.TEMPLATES,
    *rib_layouts.TEMPLATES,
    *rib_more.TEMPLATES,
    *rib_unseen.TEMPLATES,
    *birth.TEMPLATES,
    *civil_unseen_other.TEMPLATES,
    *look_alike_unseen.TEMPLATES,
    *look_alike_unseen_daily.TEMPLATES,
    *rights_unseen.TEMPLATES,
    *letters.TEMPLATES,
    *forms_unseen.TEMPLATES,
    *others_unseen.TEMPLATES,
)

ISSUING_STATES: Mapping[str, tuple[str, ...]] = birth.ISSUING_STATES | letters.ISSUING_STATES
"""Template name -> alpha-3 of the states it suits; empty, or no entry, for any."""
