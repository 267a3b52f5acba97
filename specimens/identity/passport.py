"""A passport's data page (TD3, 125 × 88 mm): eight ways of setting one, for every state.

A layout is where things stand; `issuers.py` says what a state writes there. Each state has the
layout its own passport resembles, but any layout can be asked for any state. The layouts kept for
measuring (`passport_unseen.py`) serve every state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from specimens.canvas import PASSPORT_PAGE, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.issuers import Issuer, find_issuer
from specimens.identity.layout import (
    SANS,
    SERIF,
    Fields,
    draw_code,
    draw_validity,
    format_date,
    identity_truth,
    join_given,
    measure_mixed,
    name_truth,
    pick_font,
    place_ghost,
    place_portrait,
    print_mixed,
    print_mrz,
    spoil,
    whom,
)
from specimens.model import Draw, PageTruth, Paper, Person, Template, Wish
from specimens.mrz_text import MrzHolder, compose_td3
from specimens.people import find_native_name
from specimens.people_names import KEPT_POOLS

Place = tuple[float, float, float]
"""Left edge, baseline of the value, widest it may be; millimetres."""

SPREAD = "spread"
"""Variant: the opened booklet, the page that faces the data page above it."""
MRZ_LEFT, MRZ_FIRST_BASELINE = 6.6, 73.6
_CHECK_DIGITS = ((1, 9), (1, 19), (1, 27))


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a passport sets things."""

    portrait: tuple[float, float, float, float]
    places: Mapping[str, Place]
    title: Place
    state: Place
    states: tuple[str, ...]
    """Whose passport looks like this."""
    mode: str = "above"
    fonts: tuple[str, ...] = SANS
    label_size: float = 4.8
    value_size: float = 8.5
    numbered: bool = False
    """Labels carry the number of the field, as `1. Nom/Surname (1)`."""
    ghost: tuple[float, float, float, float] | None = None
    signature: tuple[float, float] | None = None
    big_number: bool = False
    """The number is also printed large and red at the top right."""
    upright_title: bool = False
    """The title runs up the left edge."""
    one_name: bool = False
    """Surname and given names share a line, parted by a comma."""
    separator: str = "/"


LAYOUTS: dict[str, Layout] = {
    "header": Layout(
        portrait=(5.5, 21, 34, 43),
        places={
            "type": (43, 18.5, 8),
            "code": (54, 18.5, 14),
            "number": (88, 18.5, 34),
            "surname": (43, 26.5, 78),
            "given_names": (43, 33.6, 78),
            "nationality": (43, 40.4, 42),
            "birth_date": (88, 40.4, 34),
            "sex": (43, 47.2, 12),
            "birth_place": (57, 47.2, 64),
            "issue_date": (43, 54, 38),
            "authority": (84, 54, 38),
            "expiry_date": (43, 60.8, 38),
        },
        title=(5.5, 12, 60),
        state=(5.5, 7.4, 114),
        signature=(84, 57.5),
        states=("FRA", "DEU", "ITA", "ESP", "ROU", "POL", "PRT", "BEL", "GRC", "GIN"),
    ),
    "numbered": Layout(
        portrait=(6, 22, 35, 44),
        places={
            "type": (45, 20, 10),
            "code": (58, 20, 16),
            "number": (86, 20, 34),
            "surname": (45, 27.5, 74),
            "given_names": (45, 34.5, 74),
            "nationality": (45, 41.5, 44),
            "personal_number": (92, 41.5, 30),
            "birth_date": (45, 48.5, 36),
            "birth_place": (84, 48.5, 38),
            "sex": (45, 55, 15),
            "issue_date": (62, 55, 30),
            "expiry_date": (62, 61.5, 30),
            "authority": (94, 55, 28),
        },
        title=(62.5, 13.4, 70),
        state=(62.5, 8, 112),
        numbered=True,
        fonts=SERIF[:2] + SANS[:2],
        ghost=(105, 57.5, 11, 13),
        states=("SEN", "CMR", "MAR", "DZA", "TUN", "LBN"),
    ),
    "one_name": Layout(
        portrait=(5, 20, 33, 46),
        places={
            "type": (42, 19.5, 8),
            "code": (56, 19.5, 14),
            "number": (90, 19.5, 32),
            "surname": (42, 30, 80),
            "sex": (42, 39, 14),
            "nationality": (58, 39, 26),
            "birth_date": (88, 39, 34),
            "birth_place": (42, 48, 40),
            "issue_date": (88, 48, 34),
            "authority": (42, 64.5, 44),
            "expiry_date": (88, 56.5, 34),
        },
        title=(5, 15, 36),
        state=(5, 8.6, 112),
        one_name=True,
        ghost=(107, 57.8, 10, 9.5),
        value_size=8.2,
        states=("CHN",),
    ),
    "tinted_name": Layout(
        portrait=(6, 17, 31, 40),
        places={
            "type": (40, 16.5, 8),
            "code": (52, 16.5, 16),
            "number": (92, 16.5, 30),
            "surname": (40, 24.2, 66),
            "given_names": (40, 31.4, 66),
            "nationality": (40, 38.6, 32),
            "sex": (75, 38.6, 8),
            "birth_date": (88, 38.6, 26),
            "birth_place": (40, 45.8, 66),
            "authority": (40, 53, 46),
            "issue_date": (40, 60.4, 34),
            "expiry_date": (88, 60.4, 34),
        },
        title=(6, 11.3, 31),
        state=(40, 6.4, 80),
        ghost=(108, 21, 12, 15),
        signature=(6, 57.5),
        value_size=8.0,
        separator=" / ",
        states=("IND", "IDN", "VNM", "IRN", "SYR"),
    ),
    "english": Layout(
        portrait=(5.5, 18, 36, 46),
        places={
            "type": (45, 15.5, 8),
            "code": (57, 15.5, 14),
            "number": (88, 15.5, 34),
            "surname": (45, 22.4, 76),
            "given_names": (45, 29, 76),
            "nationality": (45, 35.6, 76),
            "birth_date": (45, 42.2, 44),
            "birth_place": (45, 48.8, 50),
            "sex": (106, 48.8, 10),
            "issue_date": (45, 55.4, 40),
            "authority": (88, 55.4, 34),
            "expiry_date": (45, 62, 40),
        },
        title=(5.5, 12, 36),
        state=(45, 8, 76),
        value_size=9.0,
        label_size=4.2,
        fonts=("Liberation Sans", "Liberation Mono", "FreeSans"),
        states=("USA", "CAN", "GBR", "BRA"),
    ),
    "latin": Layout(
        portrait=(7, 18, 33, 42),
        places={
            "type": (44, 15, 8),
            "code": (58, 15, 14),
            "number": (84, 15, 36),
            "surname": (44, 22.2, 72),
            "given_names": (44, 29.4, 72),
            "nationality": (44, 36.6, 34),
            "birth_date": (44, 43.8, 36),
            "personal_number": (84, 36.6, 36),
            "sex": (84, 43.8, 10),
            "birth_place": (96, 43.8, 26),
            "issue_date": (44, 51, 36),
            "expiry_date": (44, 58.2, 36),
            "authority": (44, 65, 70),
        },
        title=(84, 7.5, 36),
        state=(7, 7.5, 72),
        big_number=False,
        ghost=(104, 47, 14, 17),
        signature=(8, 60.5),
        states=("COL", "MEX", "PER", "UKR"),
        separator=" / ",
    ),
    "right_portrait": Layout(
        portrait=(86, 16, 33, 42),
        places={
            "type": (7, 19.5, 8),
            "code": (20, 19.5, 16),
            "number": (44, 19.5, 36),
            "surname": (7, 27, 76),
            "given_names": (7, 34.5, 76),
            "nationality": (7, 42, 40),
            "sex": (52, 42, 10),
            "birth_date": (7, 49.5, 40),
            "birth_place": (52, 49.5, 32),
            "issue_date": (7, 57, 38),
            "expiry_date": (52, 57, 32),
            "authority": (7, 64.5, 76),
        },
        title=(118, 12, 50),
        state=(7, 7.6, 110),
        mode="below",
        fonts=(*SERIF, "DejaVu Sans"),
        states=("KOR", "JPN"),
        separator=" ",
    ),
    "inline": Layout(
        portrait=(16, 17, 32, 42),
        places={
            "type": (52, 17, 22),
            "code": (76, 17, 30),
            "number": (52, 22.6, 68),
            "surname": (52, 28.2, 70),
            "given_names": (52, 33.8, 70),
            "nationality": (52, 39.4, 70),
            "birth_date": (52, 45, 46),
            "sex": (100, 45, 22),
            "birth_place": (52, 50.6, 70),
            "issue_date": (52, 56.2, 70),
            "expiry_date": (52, 61.8, 70),
            "authority": (16, 65.8, 34),
        },
        title=(12, 66, 52),
        state=(16, 9, 104),
        mode="inline",
        upright_title=True,
        label_size=5.4,
        value_size=8.0,
        states=("CIV", "TUR", "RUS"),
        fonts=("Noto Sans", "DejaVu Sans Condensed", "Liberation Sans"),
    ),
}
"""By name."""

UNSEEN_STATES = frozenset(KEPT_POOLS)
"""States whose people and passports are kept for measuring."""


@dataclass(frozen=True, slots=True)
class Passport:
    """What one passport says, as printed."""

    issuer: Issuer
    person: Person
    values: Mapping[str, str]
    truth: Mapping[str, str]
    lines: tuple[str, ...]


def _raise_case(person: Person, name: str) -> str:
    turkish = person.nationality == "TUR"
    return (name.replace("i", "İ") if turkish else name).upper()


def _printed_names(person: Person) -> tuple[str, str]:
    """A single name stands under the given names in India and Indonesia, elsewhere as surname."""
    surname, given = _raise_case(person, person.surname), _raise_case(person, join_given(person))
    if not given and person.nationality in ("IND", "IDN"):
        return "", surname
    return surname, given


def compose(person: Person, random: Random, wish: Wish) -> Passport:
    issuer = find_issuer(person.nationality)
    issue, expiry = draw_validity(random, wish, issuer.years)
    expiry -= timedelta(days=int(issuer.expires_day_before))
    number = wish.links.get("passport_number") or draw_code(random, issuer.number)
    personal = draw_code(random, issuer.personal)
    surname, given = _printed_names(person)
    holder = MrzHolder(
        surname,
        given,
        person.sex,
        person.birth_date,
        issuer.mrz_code,
        issuer.mrz_code,
        number,
        expiry,
        personal,
    )
    truth = identity_truth(
        person,
        {
            **name_truth(surname, given),
            "birth_place": person.birth_place.upper(),
            "document_number": number,
            "issuing_state": issuer.code,
            "issue_date": issue.isoformat(),
            "expiry_date": expiry.isoformat(),
        },
    )
    values = {
        **truth,
        "surname": surname,
        "given_names": given,
        "type": "P",
        "code": issuer.mrz_code,
        "number": number,
        "nationality": issuer.nationality,
        "authority": issuer.authority,
        "personal_number": personal,
        "sex": _print_sex(issuer, person.sex),
        "birth_date": format_date(person.birth_date, issuer.dates),
        "issue_date": format_date(issue, issuer.dates),
        "expiry_date": format_date(expiry, issuer.dates),
    }
    lines = spoil(compose_td3(holder), wish, random, _CHECK_DIGITS)
    return Passport(issuer, person, values, truth, lines)


def _print_sex(issuer: Issuer, sex: str) -> str:
    native = {
        "zh": {"M": "男/M", "F": "女/F"},
        "ru": {"M": "М/M", "F": "Ж/F"},
        "uk": {"M": "Ч/M", "F": "Ж/F"},
        "tr": {"M": "E/M", "F": "K/F"},
        "vi": {"M": "Nam / M", "F": "Nữ / F"},
    }
    return native.get(issuer.languages[0], {}).get(sex, sex)


def _fitting_label(layout: Layout, issuer: Issuer, key: str, ink: Ink) -> str:
    fit = layout.places[key][2] * (0.6 if layout.mode == "inline" else 1.1)
    for most in (3, 2):
        label = issuer.label(key, layout.separator, most)
        if measure_mixed(label, ink) <= fit:
            return label
    return issuer.label(key, layout.separator, 1)


def _label(layout: Layout, issuer: Issuer, key: str, order: int, ink: Ink) -> str:
    label = _fitting_label(layout, issuer, key, ink)
    if layout.one_name and key == "surname":
        label = (
            "姓名/Name"
            if "zh" in issuer.languages
            else f"{label}, {issuer.label('given_names', '/')}"
        )
    return f"{order}. {label} ({order})" if layout.numbered and order > 0 else label


def _native_line(layout: Layout, passport: Passport) -> str:
    native = find_native_name(passport.person)
    if native is None or passport.issuer.languages[0] not in (
        "zh",
        "ar",
        "fa",
        "ru",
        "uk",
        "ko",
        "ja",
    ):
        return ""
    return "".join(native) if layout.one_name else " ".join(native)


def _print_fields(sheet: Sheet, layout: Layout, passport: Passport, fields: Fields) -> None:
    for order, (key, (x, y, fit)) in enumerate(layout.places.items(), start=-2):
        value = passport.values[key]
        if not value and key not in ("surname", "given_names"):
            continue
        if layout.one_name and key == "surname":
            both = (passport.values["surname"], passport.values["given_names"])
            value = ", ".join(part for part in both if part)
        fields.put(
            sheet, x, y, _label(layout, passport.issuer, key, order, fields.label), value, fit
        )
    native = _native_line(layout, passport)
    if native and layout.mode != "inline":
        x, y, fit = layout.places["surname"]
        align, at, lift = ("left", x, 4.0) if layout.one_name else ("right", x + fit, 0.0)
        ink = replace(fields.value, bold=False)
        if layout.one_name:
            print_mixed(sheet, at + 22, y - lift + 0.8, native, ink)
        else:
            print_mixed(sheet, at, y - lift, native, ink, align=align)


def _print_heading(
    sheet: Sheet, layout: Layout, passport: Passport, random: Random, ink: Ink
) -> None:
    x, y, fit = layout.state
    middle = layout.numbered
    state = "  ".join(passport.issuer.state)
    print_mixed(sheet, x, y, state, ink.sized(9), fit=fit, align="centre" if middle else "left")
    x, y, fit = layout.title
    if layout.upright_title:
        sheet.text(
            x,
            y,
            passport.issuer.title.split("/")[-1].strip(),
            ink.sized(13),
            angle=90,
            tracking=1.6,
        )
        return
    align = "centre" if middle else "right" if x > 100 else "left"
    print_mixed(
        sheet, x, y, passport.issuer.title, ink.sized(random.uniform(9.5, 11)), fit=fit, align=align
    )


def _print_page(sheet: Sheet, layout: Layout, passport: Passport, random: Random) -> None:
    paint_background(sheet, random, random.choice((66, 66, PASSPORT_PAGE[1])))
    family = pick_font(random, layout.fonts)
    dark = random.choice(("#101418", "#161a2c", "#1c1c1c"))
    tint = random.choice(("#3b4a66", "#5a3b3b", "#33524a", "#404040"))
    size = layout.value_size * random.uniform(0.94, 1.04)
    value = Ink(family, size, dark, bold=random.random() < 0.4)
    label = Ink(family, layout.label_size, tint)
    heading = Ink(family, 10, random.choice(("#1d2c5e", "#5c1620", "#1f4636")), bold=True)
    _print_heading(sheet, layout, passport, random, heading)
    portrait = place_portrait(sheet, random, passport.person, layout.portrait)
    if layout.ghost:
        place_ghost(sheet, portrait, layout.ghost)
    fields = Fields(label, value, layout.mode, random.uniform(2.9, 3.2))
    _print_fields(sheet, layout, passport, fields)
    if layout.signature:
        sheet.signature(*layout.signature, 26, 7, random)
    sheet.box(0, 66.8, sheet.width, 21.2, fill="#ffffff", alpha=random.uniform(0.3, 0.7))
    print_mrz(sheet, MRZ_LEFT, MRZ_FIRST_BASELINE, passport.lines)


def _print_facing_page(sheet: Sheet, passport: Passport, random: Random) -> None:
    paint_background(sheet, random)
    ink = Ink(pick_font(random, SERIF), 9, "#44506a")
    state = passport.issuer.state[-1]
    print_mixed(sheet, sheet.width / 2, 34, state, ink.sized(11), fit=110, align="centre")
    print_mixed(sheet, sheet.width / 2, 44, passport.issuer.title, ink, fit=90, align="centre")
    sheet.signature(70, 62, 40, 12, random)
    print_mixed(sheet, 70, 80, passport.issuer.label("signature"), ink.sized(5), fit=50)


def _draw_layout(name: str) -> Draw:
    layout = LAYOUTS[name]

    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        passport = compose(whom(person, wish), random, wish)
        spread = wish.variant == SPREAD
        width, height = PASSPORT_PAGE
        size = (width, height * 2) if spread else PASSPORT_PAGE
        sheet = Sheet(*size)
        if spread:
            with sheet.inset(0, 0, width, height):
                _print_facing_page(sheet, passport, random)
        with sheet.inset(0, size[1] - height, width, height):
            _print_page(sheet, layout, passport, random)
        page = PageTruth("passport", "front", passport.truth, passport.lines, wish.variant)
        return Paper("passport", f"passport_{name}", sheet.finish(), (page,), size)

    return draw


TEMPLATES = tuple(
    Template(
        f"passport_{name}",
        "passport",
        _draw_layout(name),
        ("", SPREAD),
    )
    for name in LAYOUTS
)

HOME_TEMPLATES = {
    state: f"passport_{name}" for name, layout in LAYOUTS.items() for state in layout.states
}
"""State -> the template its own passport resembles."""


def suits(template: Template, nationality: str) -> bool:
    """Tell whether a state may have such passports: its own layout, or one kept for measuring."""
    return template.unseen or HOME_TEMPLATES.get(nationality, template.name) == template.name
