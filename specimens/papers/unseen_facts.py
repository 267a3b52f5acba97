"""What do the papers kept for measuring say? Their own schools, banks, town halls and signatories.

Nothing here is shared with the papers that developers study, so that an error rate measured on
these papers is that of papers never met before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from specimens.layout import A4, Face, Sheet
from specimens.model import Paper, Person, Template, Wish
from specimens.papers import wording

TOWNS = (
    ("Quimper", "29000"), ("Le Creusot", "71200"), ("Tarbes", "65000"), ("Belfort", "90000"),
    ("Saint-Brieuc", "22000"), ("Valence", "26000"), ("Laval", "53000"), ("Albi", "81000"),
    ("Évreux", "27000"), ("Chambéry", "73000"), ("Niort", "79000"), ("Troyes", "10000"),
    ("Paris", "75005"), ("Villeurbanne", "69100"), ("Pessac", "33600"), ("Cergy", "95000"),
)  # fmt: skip
_LANES = (
    "8 rue des Carmes", "esplanade Olympe-de-Gouges", "110 avenue du Général-Leclerc",
    "2 bis cours Fauriel", "domaine du Haut-Carré, bâtiment C4", "35 rue de la Houssinière",
    "BP 40218 - 6 place Viarme", "21 rue d'Assas", "19 montée des Soldats",
)  # fmt: skip
_MEN = ("Jean-Luc MOREAU-DESCHAMPS", "Karim HADJAR", "Thierry BLANCHET", "Guillaume FAYOLLE",
        "Xavier d'HAUTEFEUILLE", "Didier VANNIER")  # fmt: skip
_WOMEN = ("Véronique TASSIN", "Élodie PRIGENT", "Pascale ROUX", "Anne-Laure COSSON",
          "Sandrine LE BIHAN", "Corinne MAZEL")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """Who a paper is about, what was wished of it, and the random that fills in the rest."""

    who: Person
    rng: Random
    wish: Wish

    @property
    def surname(self) -> str:
        return self.who.surname.upper()

    @property
    def given(self) -> str:
        return " ".join(self.who.given_names)

    @property
    def surname_first(self) -> str:
        return f"{self.surname} {self.given}".strip()

    @property
    def given_first(self) -> str:
        return f"{self.given} {self.surname}".strip()

    @property
    def woman(self) -> bool:
        return self.who.sex == "F"

    @property
    def born(self) -> date:
        return self.who.birth_date

    @property
    def place(self) -> str:
        return self.who.birth_place

    @property
    def address(self) -> tuple[str, str]:
        return self.who.address[0], f"{self.who.address[1]} {self.who.address[2]}"

    def by_sex(self, man: str, woman: str) -> str:
        """Return the word for a man or for a woman."""
        return woman if self.woman else man

    def lately(self, most: int = 60, least: int = 1) -> date:
        """Return a day not long before today."""
        return self.wish.today - timedelta(days=self.rng.randint(least, most))

    def father(self, surname_first: bool = False) -> str:
        return _parent(self.who.father, surname_first)

    def mother(self, surname_first: bool = False) -> str:
        return _parent(self.who.mother, surname_first)

    def number(self, count: int) -> str:
        return wording.digits(self.rng, count)


def _parent(parent: tuple[str, str], surname_first: bool) -> str:
    surname, given = parent[0].upper(), parent[1]
    return f"{surname} {given}" if surname_first else f"{given} {surname}"


def identity(facts: Facts) -> dict[str, str]:
    """Return the truth of names and birth date."""
    return wording.identity_fields(facts.who)


def record(facts: Facts, language: str, parents: bool = True) -> dict[str, str]:
    """Return the truth of a civil-status record in Latin letters."""
    fields = identity(facts) | {"birth_place": facts.place, "language": language}
    if not parents:
        return fields
    return fields | {"father_name": wording.parent_name(facts.who.father),
                     "mother_name": wording.parent_name(facts.who.mother)}  # fmt: skip


Layout = Callable[[Sheet, Facts], dict[str, str]]
"""Draws a page and returns the fields that it shows."""


def template(
    kind: str, name: str, *pages: Layout | tuple[str, Layout], variants: tuple[str, ...] = ("",),
    size: tuple[float, float] = A4,
) -> Template:  # fmt: skip
    """Return the template of a paper of these pages; a page of another type comes with its type."""
    full = f"{kind}.{name}"

    def draw(person: Person, rng: Random, wish: Wish) -> Paper:
        variant = wish.variant if wish.variant in variants else variants[0]
        facts = Facts(wording.shown(person, wish), rng, wish)
        sheet, truths = Sheet(kind.replace("_", " "), size), []
        for number, page in enumerate(pages):
            if number:
                sheet.next_page()
            own, layout = page if isinstance(page, tuple) else (kind, page)
            truths.append(wording.whole(own, layout(sheet, facts), variant))
        return Paper(kind, full, sheet.close(), tuple(truths), size)

    return Template(full, kind, draw, variants, unseen=True)


def draw_town(rng: Random) -> tuple[str, str]:
    """Return a town and its postal code."""
    return rng.choice(TOWNS)


def draw_lane(rng: Random) -> str:
    return rng.choice(_LANES)


def draw_signatory(rng: Random, sex: str = "MF") -> str:
    """Return the name of a man or a woman, or of either, who signs."""
    return rng.choice({"M": _MEN, "F": _WOMEN}.get(sex, (*_MEN, *_WOMEN)))


def label_column(
    sheet: Sheet, x: float, y: float, rows: tuple[tuple[str, str], ...], face: Face,
    column: float, step: float = 6.4, strong: bool = True,
) -> float:  # fmt: skip
    """Write labels, and their values from one column on; return the next baseline."""
    for label, value in rows:
        sheet.write(x, y, label, face, within=column - 2)
        sheet.write(x + column, y, value, face.strong() if strong else face)
        y += step
    return y


def small_labels(
    sheet: Sheet, x: float, y: float, rows: tuple[tuple[str, str], ...], face: Face,
    step: float = 12.0, within: float = 80.0, color: str = "#6f7680",
) -> float:  # fmt: skip
    """Write values under small labels; return the next baseline."""
    for label, value in rows:
        sheet.write(x, y, label, face.but(size=face.size * 0.74, color=color), within=within)
        sheet.write(x, y + 4.9, value, face, within=within)
        y += step
    return y
