"""What papers does a story need? Orders, written before anything is drawn, so that a defect can
change them.

An order names the paper, whose it is, how it is sent and what spoils it. A case is a student with
all orders.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from specimens.channels import Channel
from specimens.model import Person


@dataclass(frozen=True, slots=True)
class Order:
    """One paper to draw and to send."""

    key: str
    """The word for it in file names and defects: `passport`, `certificate`, ... One of each in a
    case.
    """
    type: str
    requirement: str | None = None
    """Requirement of the product contract that it meets; `None` for papers nobody asks for."""
    variants: tuple[str, ...] = ()
    """Acceptable variants of the template; empty for any that is in order."""
    layouts: tuple[str, ...] = ()
    """Names of the layouts that may be taken; empty for any."""
    person: Person | None = None
    """Printed instead of the student."""
    keeps_numbers: bool = False
    """The person printed is the student after all, written otherwise: the numbers of the other
    papers stand on it."""
    misprints: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    """Link of the other papers -> what becomes of it on this one."""
    again: str = ""
    """Key of an earlier order whose very paper is sent once more, another way."""
    expired: bool = False
    school_year: str | None = None
    wrong: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    """Override what the other papers say."""
    channels: tuple[Channel, ...] = ()
    """Allowed ways of sending; empty for the usual ones of the type."""
    foreign_language: bool = False
    """Drawn again until it is in a language that wants a translation."""
    must_show: str = ""
    """Drawn again until it shows this field: an account abroad has no RIB key."""
    spoil: str = ""
    broken: str = ""
    """What happens to the file afterwards, a name of `packing.BREAKS`."""
    keep_pages: tuple[int, ...] = ()
    """0-based pages that are sent; empty for all."""
    split: bool = False
    """One file for each page."""
    group: str = ""
    """Orders of one group go into one file."""
    copies: int = 1
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """A student, the stage, and the orders."""

    story: str
    stage: str
    today: date
    person: Person
    other: Person
    """Somebody else, whose papers may have slipped in."""
    orders: tuple[Order, ...]
    options: Mapping[str, str | bool] = field(default_factory=dict)
    """What the student declares: `nationality`, `ehic`, `s1`."""

    def order(self, key: str) -> Order:
        """Give the order of a key.

        Raises:
            KeyError: no such paper in this case.
        """
        for order in self.orders:
            if order.key == key:
                return order
        raise KeyError(key)

    def has(self, *keys: str) -> bool:
        """Tell whether every key is ordered."""
        return set(keys) <= {order.key for order in self.orders}

    def with_order(self, changed: Order) -> Case:
        """Replace the order of the same key, or add it at the end."""
        if self.has(changed.key):
            kept = tuple(changed if order.key == changed.key else order for order in self.orders)
            return replace(self, orders=kept)
        return replace(self, orders=(*self.orders, changed))

    def without(self, *keys: str) -> Case:
        """Leave papers out."""
        return replace(self, orders=tuple(order for order in self.orders if order.key not in keys))
