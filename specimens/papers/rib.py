"""Bank details (RIB): the facts that each states, whatever its layout.

Source: domain facts 2.3 (labels, key, IBAN). The holder in the truth is the printed name without
its title; the two of a joint account are joined by ` / `.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from specimens.bank_text import (
    Account,
    draw_foreign_account,
    draw_french_account,
    misprinted,
)
from specimens.layout import Face, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import wording
from specimens.papers.institutions import BANKS, draw_name, draw_town, resident

JOINT = "joint"


@dataclass(frozen=True, slots=True)
class BankDetails:
    """What a RIB says."""

    holder: str
    """As printed, with its title if any."""
    address: tuple[str, str]
    account: Account
    bank: str
    short: str
    color: str
    branch: str
    day: date
    face: Face


Layout = Callable[[Sheet, BankDetails, Random], tuple[str, ...]]
"""Draws the paper and returns the names of the fields that it shows."""

FRENCH_FIELDS = ("iban", "bic", "bank_code", "branch_code", "account_number", "rib_key")
_FACES = ("Liberation Sans", "Open Sans", "Roboto", "Carlito", "DejaVu Sans", "Lato", "FreeSans")


def draw_holder(person: Person, rng: Random, joint: bool) -> tuple[str, str]:
    """Return the holder as printed and as the truth has it."""
    name, _ = wording.full_name(person, rng, first_only=rng.random() < 0.5)
    name = name.upper() if rng.random() < 0.7 else name
    title = rng.choice(("M", "M.", "MR")) if person.sex == "M" else rng.choice(("MME", "MLLE"))
    if joint:
        other = draw_name(rng).upper()
        printed = rng.choice((f"M OU MME {name} / {other}", f"{title} {name} OU {other}"))
        return printed, f"{name} / {other}"
    printed = rng.choice((f"{title} {name}", f"{title} {name}", name, f"{title.title()} {name}"))
    return printed, name


def draw_details(
    person: Person, rng: Random, wish: Wish, countries: tuple[str, ...]
) -> tuple[BankDetails, str]:
    """Return the facts of one RIB, and the holder as the truth has it."""
    who = wording.shown(person, wish)
    holder, name = draw_holder(who, rng, wish.variant == JOINT)
    country = rng.choice(countries)
    french = country in ("FR", "MC")
    account = (draw_french_account if french else draw_foreign_account)(rng, country)
    bank, short, color = rng.choice(BANKS)
    branch = f"{draw_town(rng)[0]} {rng.choice(('CENTRE', 'UNIVERSITÉ', 'GARE', ''))}".strip()
    details = BankDetails(
        holder, resident(who), misprinted(account, wish.wrong, rng), bank, short, color, branch,
        wording.day_before(wish.today, rng, 90), Face(rng.choice(_FACES), 9.5),
    )  # fmt: skip
    return details, name


def template(
    name: str, layout: Layout, countries: tuple[str, ...] = ("FR",), variant: str = ""
) -> Template:
    """Return the template of a layout for accounts of some countries."""
    full = f"rib.{name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        details, holder = draw_details(person, rng, wish, countries)
        sheet = Sheet("RIB")
        shown = layout(sheet, details, rng)
        fields = {"holder": holder} | {key: getattr(details.account, key) for key in shown}
        said = variant or (JOINT if wish.variant == JOINT else "")
        return wording.a4("rib", full, sheet.close(), wording.whole("rib", fields, said))

    return Template(full, "rib", draw, (variant,) if variant else ("", JOINT))
