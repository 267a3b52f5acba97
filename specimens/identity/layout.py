"""What do identity papers share? Dates, numbers, mixed scripts, fields under labels, portraits.

Sizes and places of the machine-readable lines: ICAO Doc 9303-4 (TD3), 9303-5 (TD1), 9303-6 (TD2)
and 9303-7 (visas).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from string import ascii_uppercase, digits

from PIL.Image import Image

from specimens.canvas import A4, Ink, Sheet, measure_text
from specimens.faces import draw_portrait, features_of
from specimens.model import PageTruth, Paper, Person, Wish
from specimens.mrz_text import spoil_check_digit

SANS = (
    "Liberation Sans",
    "DejaVu Sans",
    "FreeSans",
    "Noto Sans",
    "Liberation Sans Narrow",
    "DejaVu Sans Condensed",
)
SERIF = ("Liberation Serif", "DejaVu Serif", "FreeSerif", "Noto Serif")
MONO = ("Liberation Mono", "DejaVu Sans Mono", "FreeMono")

ON_A4 = "a4"
"""Variant of a card: both of its sides copied onto one A4 page."""

_SCRIPT_FONTS = (
    (range(0x0600, 0x0700), ("Noto Naskh Arabic", "Noto Sans Arabic")),
    (range(0x0900, 0x0980), ("Noto Sans Devanagari", "Noto Serif Devanagari")),
    (range(0x3000, 0x4000), ("Droid Sans Fallback",)),
    (range(0x4E00, 0xA000), ("Droid Sans Fallback",)),
    (range(0xAC00, 0xD7B0), ("NanumGothic",)),
)
_MONTHS = {
    "fr": "JANV FÉV MARS AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC",
    "en": "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC",
    "es": "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC",
    "pt": "JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ",
    "de": "JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ",
    "it": "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC",
    "nl": "JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC",
}
_FRENCH_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


def pick_font(random: Random, families: tuple[str, ...]) -> str:
    """One of several font families."""
    return random.choice(families)


def add_years(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def draw_validity(
    random: Random, wish: Wish, years: int, left_days: int = 400
) -> tuple[date, date]:
    """Issue and expiry of a paper: at least `left_days` left, or expired if so wished."""
    total = years * 365
    if wish.expired:
        expiry = wish.today - timedelta(days=random.randint(20, 700))
        return add_years(expiry, -years), expiry
    issue = wish.today - timedelta(days=random.randint(40, max(41, total - left_days)))
    return issue, add_years(issue, years)


def draw_code(random: Random, pattern: str) -> str:
    """A number after a pattern: `#` a digit, `1` to `9` and letters themselves, `@` a letter,
    `?` either.
    """
    letters = ascii_uppercase.replace("O", "").replace("I", "")
    pools = {"#": digits, "@": letters, "?": digits + letters}
    return "".join(random.choice(pools[sign]) if sign in pools else sign for sign in pattern)


def format_date(day: date, style: str) -> str:
    """A date as papers print it; `fr/en` is `12 AOÛT/AUG 2004`, others are strftime patterns."""
    if "%" in style:
        return day.strftime(style)
    if style == "long":
        first = "1er" if day.day == 1 else str(day.day)
        return f"{first} {_FRENCH_MONTHS[day.month - 1]} {day.year}"
    names = [_MONTHS[language].split()[day.month - 1] for language in style.split("/")]
    return f"{day.day:02} {'/'.join(dict.fromkeys(names))} {day.year}"


def spoil(
    lines: tuple[str, ...], wish: Wish, random: Random, at: tuple[tuple[int, int], ...]
) -> tuple[str, ...]:
    """The lines, with one of their check digits wrong if so wished. `at`: line, 0-based place."""
    place = random.choice(at)
    return spoil_check_digit(lines, *place) if wish.wrong == "mrz_check_digit" else lines


def whom(person: Person, wish: Wish) -> Person:
    """The person whose paper it is."""
    return wish.holder or person


def join_given(person: Person, separator: str = " ") -> str:
    """All given names."""
    return separator.join(person.given_names)


def _family_for(letter: str) -> str | None:
    return next((fonts[0] for block, fonts in _SCRIPT_FONTS if ord(letter) in block), None)


def _script_runs(text: str, ink: Ink) -> list[tuple[str, Ink]]:
    runs: list[tuple[str, Ink]] = []
    families = [_family_for(letter) for letter in text]
    for place, letter in enumerate(text):
        family = families[place]
        if (
            letter == " "
            and 0 < place < len(text) - 1
            and families[place - 1] == families[place + 1]
        ):
            family = families[place] = families[place - 1]
        mine = (
            Ink(family, ink.size, ink.colour, ink.bold and family != "Droid Sans Fallback")
            if family
            else ink
        )
        if runs and runs[-1][1] == mine:
            runs[-1] = (runs[-1][0] + letter, mine)
        else:
            runs.append((letter, mine))
    return runs


def measure_mixed(text: str, ink: Ink) -> float:
    """The width in millimetres of a line that may change script."""
    return sum(measure_text(part, mine) for part, mine in _script_runs(text, ink))


def print_mixed(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    ink: Ink,
    *,
    fit: float | None = None,
    align: str = "left",
) -> float:
    """Print a line that may change script, each in a font that has it; return its width."""
    width = measure_mixed(text, ink)
    if fit is not None and width > fit:
        return print_mixed(
            sheet, x, y, text, ink.sized(ink.size * fit / width * 0.999), align=align
        )
    x -= {"left": 0.0, "right": width, "centre": width / 2}[align]
    for part, mine in _script_runs(text, ink):
        x += sheet.text(x, y, part, mine)
    return width


@dataclass(frozen=True, slots=True)
class Fields:
    """How labels and values are set on one paper."""

    label: Ink
    value: Ink
    mode: str = "above"
    """Where the label is: `above`, `below` or `inline`."""
    gap: float = 3.4
    """From the baseline of the label to that of the value, in millimetres."""

    def put(self, sheet: Sheet, x: float, y: float, label: str, value: str, fit: float) -> None:
        """Print a field whose value has its baseline at y."""
        if self.mode == "inline":
            used = print_mixed(sheet, x, y, f"{label} ", self.label, fit=fit * 0.55)
            print_mixed(sheet, x + used + 0.8, y, value, self.value, fit=fit - used - 0.8)
            return
        offset = -self.gap if self.mode == "above" else self.gap * 0.72
        print_mixed(sheet, x, y + offset, label, self.label, fit=fit)
        print_mixed(sheet, x, y, value, self.value, fit=fit)


def place_portrait(
    sheet: Sheet,
    random: Random,
    person: Person,
    box: tuple[float, float, float, float],
    *,
    grey: bool = False,
    frame: str | None = None,
) -> Image:
    """Print the holder's portrait in a rectangle (left, top, width, height); return it."""
    _, _, width, height = box
    picture = draw_portrait(
        random,
        features_of(person),
        (int(width * 11.8), int(height * 11.8)),
        face=random.uniform(0.62, 0.72),
        grey=grey,
    )
    sheet.image(*box, picture, photo=True)
    if frame:
        sheet.box(*box, stroke=frame, line=0.15)
    return picture


def place_ghost(sheet: Sheet, portrait: Image, box: tuple[float, float, float, float]) -> None:
    """Print a small faint second portrait, as many papers have."""
    ghost = portrait.convert("L").convert("RGBA").resize((110, int(110 * box[3] / box[2])))
    ghost.putalpha(90)
    sheet.image(*box, ghost)


def print_mrz(
    sheet: Sheet, x: float, first: float, lines: tuple[str, ...], step: float = 6.35
) -> None:
    """Print machine-readable lines; `first` is the baseline of the first."""
    for number, line in enumerate(lines):
        sheet.mrz(x, first + number * step, line)


Side = Callable[[Sheet], None]


def draw_card(
    kind: tuple[str, str],
    sides: tuple[tuple[Side, PageTruth], tuple[Side, PageTruth]],
    size: tuple[float, float],
    wish: Wish,
) -> Paper:
    """A card of a type and template: two pages, or both sides on one A4 page (variant `a4`)."""
    together = wish.variant == ON_A4
    sheet = Sheet() if together else Sheet(*size)
    left = (A4[0] - size[0]) / 2 if together else 0.0
    for number, (draw, _) in enumerate(sides):
        if number and not together:
            sheet.next_page()
        with sheet.inset(left, (45 + number * (size[1] + 25)) if together else 0.0, *size):
            draw(sheet)
    front, back = (truth for _, truth in sides)
    pages: tuple[PageTruth, ...] = (front, back)
    if together:
        fields = {**back.fields, **front.fields}
        pages = (PageTruth(front.type, "both", fields, back.mrz_lines, front.variant),)
    return Paper(*kind, sheet.finish(), pages, A4 if together else size)


def name_truth(surname: str, given: str) -> dict[str, str]:
    """The two name fields, without the one that is empty."""
    return {key: value for key, value in (("surname", surname), ("given_names", given)) if value}


def identity_truth(person: Person, given: Mapping[str, str]) -> dict[str, str]:
    """What almost every identity paper says of its holder, and what this one adds."""
    return {
        "birth_date": person.birth_date.isoformat(),
        "sex": person.sex,
        "nationality": person.nationality,
        **given,
    }
