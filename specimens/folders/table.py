"""Every defect that a generated folder may have, by name.

The slips of `mixed_up` are measured on their own (`measure.outliers`); the commonest are here too.
"""

from __future__ import annotations

from collections.abc import Mapping

from specimens.folders import defects
from specimens.folders.defects import Defect
from specimens.folders.mixed_up import MIXED_UP
from specimens.folders.twice import TWICE

_COMMON = (
    "letter_certificate",
    "day_month_certificate",
    "digit_certificate",
    "married_certificate",
    "twin_certificate",
    "sibling_passport",
    "other_birth",
    "father_rib",
    "mother_rib",
    "number_digit_visa",
)

DEFECTS: Mapping[str, Defect] = {
    **defects.DEFECTS,
    **TWICE,
    **{name: MIXED_UP[name] for name in _COMMON},
}
