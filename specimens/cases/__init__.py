"""For every rule, the least folder that it refuses and the one that it accepts.

`python -m specimens.cases NAME DIR` writes one case; `docs/rules.md` lists them all.
"""

from __future__ import annotations

from collections.abc import Mapping

from specimens.cases.case import Case
from specimens.cases.files import FILES
from specimens.cases.papers import PAPERS
from specimens.cases.photos import PHOTOS
from specimens.cases.pictures import PICTURES
from specimens.cases.table import SHOWN, Pair

CASES: Mapping[str, Case] = {**FILES, **PAPERS, **PICTURES, **PHOTOS}

__all__ = ["CASES", "SHOWN", "Case", "Pair"]
