"""Papers -> files: each sent through one channel, spoiled or broken as ordered, named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from specimens.channels import (
    Channel,
    Leaf,
    PhotoWish,
    ScanWish,
    Sent,
    Spoil,
    broken,
    native,
    phone_pdf,
    photo,
    scan,
    screenshot,
)
from specimens.channels.pictures import size_mm
from specimens.folders.drawing import Drawn
from specimens.folders.orders import Order
from specimens.folders.zones import deciding_zone

USUAL: Mapping[str, Mapping[Channel, float]] = {
    "passport": {Channel.SCAN: 5, Channel.PHONE_PDF: 4, Channel.NATIVE: 1},
    "national_id_card": {Channel.SCAN: 5, Channel.PHONE_PDF: 4, Channel.NATIVE: 1},
    "residence_permit": {Channel.SCAN: 5, Channel.PHONE_PDF: 4, Channel.NATIVE: 1},
    "visa": {Channel.SCAN: 4, Channel.PHOTO: 4, Channel.PHONE_PDF: 2},
    "visa_validation": {Channel.NATIVE: 8, Channel.SCREENSHOT: 2},
    "school_certificate": {
        Channel.NATIVE: 5,
        Channel.SCAN: 2,
        Channel.PHOTO: 2,
        Channel.SCREENSHOT: 1,
    },
    "rib": {Channel.NATIVE: 6, Channel.SCAN: 2, Channel.PHOTO: 1, Channel.SCREENSHOT: 1},
    "bank_statement": {Channel.NATIVE: 6, Channel.SCAN: 2},
}
"""How students send each type; the others as in `_PAPER`."""
_PAPER = {Channel.SCAN: 5, Channel.PHOTO: 3, Channel.PHONE_PDF: 2}
PDF_CHANNELS = frozenset({Channel.NATIVE, Channel.SCAN, Channel.PHONE_PDF})
_SMALL_MM = 160.0

BREAKS: Mapping[str, Callable[[Sent, Random], Sent]] = {
    "truncated": broken.truncated,
    "empty": lambda sent, rng: broken.empty(sent),
    "encrypted": lambda sent, rng: broken.encrypted(sent),
    "misnamed": lambda sent, rng: broken.misnamed(sent),
    "without_pages": lambda sent, rng: broken.without_pages(),
    "blank": lambda sent, rng: broken.blank_page(),
    "office": lambda sent, rng: broken.office_document(),
}


@dataclass(frozen=True, slots=True)
class Taste:
    """What all files of a folder share: the allowed channels, and how large pictures may be."""

    channels: frozenset[Channel] = frozenset(Channel)
    megapixels: float | None = None
    most_bytes: int | None = None
    scan_dpi: int | None = None
    scan_quality: int | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """One file and the orders it serves."""

    sent: Sent
    orders: tuple[Order, ...]


def pack(group: Sequence[Drawn], rng: Random, taste: Taste) -> tuple[Packed, ...]:
    """Send the papers of one group: one file, or one a page where the order says so or the channel
    holds one page.
    """
    orders = tuple(drawn.order for drawn in group)
    leaves = [leaf for drawn in group for leaf in drawn.leaves]
    first = orders[0]
    channel = _channel(orders, leaves, rng, taste)
    piles = [[leaf] for leaf in leaves] if _apart(first, channel, leaves) else [leaves]
    files = [_broken(_send(pile, first, channel, rng, taste), first, rng) for pile in piles]
    return tuple(Packed(sent, orders) for sent in files for _ in range(first.copies))


def _apart(order: Order, channel: Channel, leaves: Sequence[Leaf]) -> bool:
    return order.split or (channel in (Channel.PHOTO, Channel.SCREENSHOT) and len(leaves) > 1)


def _channel(orders: Sequence[Order], leaves: Sequence[Leaf], rng: Random, taste: Taste) -> Channel:
    """Choose how a file is sent: as ordered, within the folder's taste, one file for papers of
    several pages.
    """
    first = orders[0]
    weights = dict(USUAL.get(first.type, _PAPER))
    allowed = set(first.channels or weights) & taste.channels or set(first.channels or weights)
    if first.spoil:
        allowed &= {Channel.SCAN, Channel.PHOTO, Channel.PHONE_PDF}
    if len(leaves) > 1 and not first.split:
        allowed &= PDF_CHANNELS
    choices = sorted(allowed or {Channel.SCAN})
    return rng.choices(choices, [weights.get(channel, 1.0) for channel in choices])[0]


def _spoil(leaf: Leaf, order: Order, rng: Random) -> Spoil | None:
    if not order.spoil:
        return None
    surname = leaf.truth.fields.get("surname", "")
    return Spoil(order.spoil, deciding_zone(leaf, order.spoil, surname, rng))


def _send(
    leaves: Sequence[Leaf], order: Order, channel: Channel, rng: Random, taste: Taste
) -> Sent:
    spoil = _spoil(leaves[0], order, rng)
    picture = PhotoWish(megapixels=taste.megapixels, most_bytes=taste.most_bytes, spoil=spoil)
    match channel:
        case Channel.NATIVE:
            return native(leaves)
        case Channel.PHOTO:
            return photo(leaves[0], rng, picture)
        case Channel.PHONE_PDF:
            return phone_pdf(tuple(leaves), rng, picture)
        case Channel.SCREENSHOT:
            return screenshot(leaves[0], rng)
    turned = order.turned or (rng.choice((90, 180, 270)) if rng.random() < 0.06 else 0)
    wish = ScanWish(
        dpi=taste.scan_dpi,
        quality=taste.scan_quality,
        cropped_to_card=True if order.spoil else None,
        turned=turned,
        spoil=spoil,
    )
    return scan(_sheets(leaves, rng), rng, wish)


def _sheets(leaves: Sequence[Leaf], rng: Random) -> tuple[tuple[Leaf, ...], ...]:
    """Lay front and back of one small paper on one sheet now and then, else page by page."""
    two_sides = len(leaves) == 2 and leaves[0].paper is leaves[1].paper
    if two_sides and all(max(size_mm(leaf)) < _SMALL_MM for leaf in leaves) and rng.random() < 0.5:
        return (tuple(leaves),)
    return tuple((leaf,) for leaf in leaves)


def _broken(sent: Sent, order: Order, rng: Random) -> Sent:
    return BREAKS[order.broken](sent, rng) if order.broken else replace(sent)
