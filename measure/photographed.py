"""A photograph of 12 million pixels through everything that a file goes through."""

from __future__ import annotations

from functools import cache
from random import Random

from docscheck.document import Mrz
from docscheck.examine import Examiner
from docscheck.rulebook.load import packaged_rules, read
from docscheck.worker.protocol import Setup
from measure.zone_papers import TODAY
from specimens.channels import Leaf, PhotoWish, photo

MEGAPIXELS = 12.0


@cache
def examiner() -> Examiner:
    """Keep one examiner for the life of the process, as a worker does."""
    return Examiner(Setup(read(packaged_rules()), "auto", TODAY))


def examine_photo(leaf: Leaf, rng: Random) -> tuple[Mrz | None, bytes]:
    """Photograph a page on a table and give the zone that was read, and the file."""
    sent = photo(leaf, rng, PhotoWish(megapixels=MEGAPIXELS))
    parts = examiner().examine(sent.data, "jpg").examined.parts
    zones = (part.mrz for part in parts if part.mrz is not None)
    return next(zones, None), sent.data
