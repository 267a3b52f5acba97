"""Loose papers, each of another person, sent in a file of its own with a name that says nothing.

No student puts such a folder together: it measures what is read off each page, of rare types and
look-alikes as often as of passports, and nothing of it is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from specimens.channels import Channel
from specimens.folders import shelf
from specimens.folders.drawing import draw_orders
from specimens.folders.orders import Case, Order
from specimens.folders.packing import Taste, pack
from specimens.folders.specimen import FolderSpecimen, Shelved, answer
from specimens.folders.stories import EU, NON_EU
from specimens.model import Person
from specimens.people import draw_person

LOOSE_TYPES = tuple(sorted({t.type for t in shelf.templates()} - {"id_photo"}))
"""Every type that is a paper; a portrait has no text to be told by."""
LOOSE_CHANNELS = (Channel.NATIVE, Channel.SCAN, Channel.PHOTO)
STORY = "loose"
_TRIES = 40
_ALONE = frozenset({Channel.PHOTO, Channel.SCREENSHOT})
"""Channels whose files hold one page."""

Want = tuple[str, Channel]


def wants(number: int, rng: Random) -> Iterator[Want]:
    """Give so many papers to draw: every type through every channel, in turn and shuffled."""
    pairs = [(kind, channel) for kind in LOOSE_TYPES for channel in LOOSE_CHANNELS]
    for place in range(number):
        if place % len(pairs) == 0:
            rng.shuffle(pairs)
        yield pairs[place % len(pairs)]


def draw_loose(rng: Random, today: date, wanted: Sequence[Want], *, unseen: bool) -> FolderSpecimen:
    """Draw the papers; a layout kept for measuring is taken where the type has one."""
    orders = tuple(
        Order(
            f"{number:02d}",
            kind,
            person=_holder(kind, rng, today, unseen=unseen),
            channels=(channel,),
            split=channel in _ALONE,
        )
        for number, (kind, channel) in enumerate(wanted, start=1)
    )
    nobody = draw_person(rng, today, nationality="MAR")
    case = Case(STORY, "registration", today, nobody, nobody, orders)
    shelved = []
    for drawn in draw_orders(case, rng, unseen=unseen, translate=False):
        for side, one in enumerate(pack((drawn,), rng, Taste())):
            shelved.append(Shelved(f"{drawn.order.key}_{side + 1}{one.sent.suffix}", one))
    expected = answer(case, None, None, tuple(shelved))
    return FolderSpecimen(
        STORY, {one.path: one.packed.sent.data for one in shelved}, {**expected, "rules": []}
    )


def _holder(kind: str, rng: Random, today: date, *, unseen: bool) -> Person:
    """Draw somebody who can have such a paper, of a layout kept for measuring if there is one."""
    kept = [t for t in shelf.templates() if t.type == kind and t.unseen]
    person = None
    for _ in range(_TRIES):
        drawn = draw_person(rng, today, nationality=rng.choice((*NON_EU, *EU)))
        if not shelf.can_draw(kind, (), drawn):
            continue
        person = drawn
        if not unseen or not kept or shelf.pick(kind, (), drawn, rng, unseen=True)[0].unseen:
            break
    if person is None:
        raise shelf.NoTemplate(f"nobody can have a {kind}")
    return person
