"""Data pages of passports kept for measuring: other settings and words, for any state.

Nobody looks at these while writing cues, readers or training data. The words on the labels are
those other passports print for the same things (Doc 9303-3, appendix on field titles); a language
without words here has those of `issuers.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from specimens.canvas import PASSPORT_PAGE, Ink, Sheet
from specimens.identity.background import paint_background
from specimens.identity.issuers import LABEL_KEYS, Issuer
from specimens.identity.layout import (
    format_date,
    measure_mixed,
    pick_font,
    place_ghost,
    place_portrait,
    print_mixed,
    print_mrz,
    whom,
)
from specimens.identity.passport import (
    MRZ_FIRST_BASELINE,
    MRZ_LEFT,
    SPREAD,
    Passport,
    compose,
)
from specimens.model import Draw, PageTruth, Paper, Person, Template, Wish
from specimens.people import find_native_name

_WORDS = {
    "en": "Type/Category|Issuing country|Passport number|Surname(s)|Given name(s)|Citizenship"
    "|Birth date|Gender|Birthplace|Issued on|Valid until|Issuing office|Signature of bearer"
    "|Personal number",
    "fr": "Catégorie|État émetteur|N° du passeport|Nom de famille|Prénom(s)|Nationalité|Né(e) le"
    "|Sexe|Lieu de naissance|Délivré le|Valable jusqu'au|Autorité de délivrance|Signature"
    "|N° d'identification",
    "es": "Clase|País emisor|N.º de documento|Primer y segundo apellido|Nombre(s)|Nacionalidad"
    "|Nacido el|Sexo|Lugar de nacimiento|Emitido el|Caduca el|Oficina expedidora|Firma"
    "|N.º de identidad",
    "pt": "Categoria|Estado emissor|N.º do documento|Apelido(s)|Nome(s) próprio(s)|Nacionalidade"
    "|Nascido(a) em|Sexo|Local de nascimento|Emitido em|Caduca em|Entidade emissora|Assinatura"
    "|N.º pessoal",
    "de": "Art|Ausstellender Staat|Passnummer|Familienname|Vorname(n)|Staatsbürgerschaft"
    "|Geburtsdatum|Geschlecht|Ort der Geburt|Ausgestellt am|Ablaufdatum|Ausstellende Behörde"
    "|Unterschrift|Personennummer",
    "it": "Categoria|Stato di rilascio|Numero del passaporto|Cognomi|Nomi|Nazionalità|Nato/a il"
    "|Genere|Nato/a a|Rilasciato il|Valido fino al|Ufficio|Firma|Numero personale",
    "ar": "الصنف|البلد المصدر|رقم جواز السفر|اللقب|الاسم|الجنسية|تاريخ الميلاد|الجنس|محل الميلاد"
    "|صدر في|صالح إلى|جهة الإصدار|التوقيع|رقم التعريف",
    "zh": "种类|签发国代码|护照号|姓氏|名字|国籍|出生日期|性别|出生地|签发日|有效期|签发机关|签名"
    "|编号",
    "ru": "Тип документа|Код страны|Паспорт №|Фамилия|Имена|Гражданство|Родился(-ась)|Пол"
    "|Родился(-ась) в|Выдан|Действителен до|Кем выдан|Подпись|Номер",
    "tr": "Tür|Düzenleyen ülke|Pasaport numarası|Soyad|Ad|Vatandaşlık|Doğduğu tarih|Cinsiyet"
    "|Doğduğu yer|Veriliş tarihi|Son geçerlilik|Makam|İmzası|Kimlik no",
}
"""Language -> words in the order of `LABEL_KEYS`."""
_ISO_TINTS = ("#eaf0e4", "#f3e9e6", "#e6ecf5", "#f4f0df", "#ece6f2")
_UNACCENTED_MONTHS = str.maketrans("ÉÛÄ", "EUA")

Rows = tuple[tuple[str, float, float, float], ...]
"""Key of a field, left edge, baseline and width of its value."""


def word(issuer: Issuer, key: str, language: str) -> str:
    """A label in one language."""
    words = _WORDS.get(language)
    if words:
        return words.split("|")[LABEL_KEYS.index(key)]
    return replace(issuer, languages=(language,)).label(key)


def languages_of(issuer: Issuer, first: str, most: int) -> tuple[str, ...]:
    """The languages of the labels: those of the state, and English and French behind them."""
    own = tuple(language for language in issuer.languages if language != first)
    order = (first, *own) if first else own
    everything = tuple(dict.fromkeys((*order, "en", "fr")))
    return everything[:most]


@dataclass(frozen=True, slots=True)
class _Work:
    """One data page being set."""

    sheet: Sheet
    passport: Passport
    random: Random
    values: Mapping[str, str]
    label: Ink
    value: Ink
    languages: tuple[str, ...]

    def words(self, key: str, between: str = " / ") -> str:
        """The label of a field in all languages of the page."""
        words = (word(self.passport.issuer, key, language) for language in self.languages)
        return between.join(dict.fromkeys(words))

    def fitting_words(self, key: str, between: str, fit: float) -> str:
        """The label in as many languages as stay legible in a width, at least one."""
        for most in range(len(self.languages), 0, -1):
            text = replace(self, languages=self.languages[:most]).words(key, between)
            if measure_mixed(text, self.label) <= fit * 1.12:
                return text
        return text

    def shown(self, rows: Rows) -> Rows:
        """The rows whose value this passport has."""
        return tuple(row for row in rows if self.values[row[0]])

    def draw_portrait(
        self, box: tuple[float, float, float, float],
        ghost: tuple[float, float, float, float] | None = None, frame: str | None = None,
    ) -> None:  # fmt: skip
        """Print the portrait, and a faint second one."""
        person, grey = self.passport.person, self.random.random() < 0.25
        portrait = place_portrait(self.sheet, self.random, person, box, grey=grey, frame=frame)
        if ghost:
            place_ghost(self.sheet, portrait, ghost)


def _dated(passport: Passport, style: str) -> dict[str, str]:
    """The values, with their dates printed in a style; months of two languages without accents."""
    values = dict(passport.values)
    for key in ("birth_date", "issue_date", "expiry_date"):
        printed = format_date(date.fromisoformat(passport.truth[key]), style)
        values[key] = printed if "%" in style else printed.translate(_UNACCENTED_MONTHS)
    return values


def _above(work: _Work, rows: Rows, between: str = " / ", gap: float = 3.1) -> None:
    for key, x, y, fit in work.shown(rows):
        text = work.fitting_words(key, between, fit)
        print_mixed(work.sheet, x, y - gap, text, work.label, fit=fit)
        print_mixed(work.sheet, x, y, work.values[key], work.value, fit=fit)


def _label_column(work: _Work) -> None:
    """Labels of two languages under one another in a column, values in a column at their right."""
    sheet, values = work.sheet, work.values
    heading = work.value.in_bold().coloured("#20355e")
    state = work.passport.issuer.state
    print_mixed(sheet, 6, 7, state[-1], heading.sized(9.5), fit=74)
    print_mixed(
        sheet, 119, 7, work.passport.issuer.title, heading.sized(9.5), fit=40, align="right"
    )
    sheet.rule(6, 9.4, 119, 9.4, "#20355e", 0.25)
    work.draw_portrait((6, 13, 33, 43))
    work.sheet.text(6, 61.5, values["number"], Ink("Liberation Mono", 11, "#9a1b1b", bold=True))
    rows = (
        "type", "number", "surname", "given_names", "nationality", "birth_date", "birth_place",
        "sex", "issue_date", "expiry_date", "authority",
    )  # fmt: skip
    small = work.label.sized(4.0)
    y = 13.6
    for key in (row for row in rows if values[row]):
        value = f"{values['type']}   {values['code']}" if key == "type" else values[key]
        for line, language in enumerate(work.languages[:2]):
            text = word(work.passport.issuer, key, language)
            print_mixed(sheet, 68, y - 1.3 + line * 1.75, text, small, fit=26, align="right")
        print_mixed(sheet, 70.5, y, value, work.value, fit=50)
        y += 4.95


def _right_hand(work: _Work) -> None:
    """A coloured band, the portrait at the right, given names and number first."""
    sheet = work.sheet
    colour = work.random.choice(("#5b1f2b", "#1f3f2f", "#20305c", "#3a3a3a"))
    sheet.box(0, 0, sheet.width, 10.5, fill=colour)
    white = Ink("Lato", 10, "#ffffff", bold=True)
    print_mixed(sheet, 7, 7, work.passport.issuer.title, white, fit=50)
    state = "  ".join(work.passport.issuer.state)
    print_mixed(sheet, 119, 7, state, white.sized(8.5), fit=58, align="right")
    work.draw_portrait((88, 14, 31, 40), (89, 55.2, 9, 11))
    rows: Rows = (
        ("number", 7, 18.6, 34), ("type", 45, 18.6, 14), ("code", 62, 18.6, 22),
        ("surname", 7, 26, 78), ("given_names", 7, 33.4, 78),
        ("birth_date", 7, 40.8, 38), ("birth_place", 48, 40.8, 37),
        ("nationality", 7, 48.2, 60), ("sex", 48, 55.6, 20),
        ("issue_date", 7, 55.6, 38), ("expiry_date", 7, 63, 38), ("authority", 48, 63, 40),
    )  # fmt: skip
    _above(work, rows, " \u2022 ")
    sheet.text(119.5, 63, work.values["number"], work.value.sized(7.5), align="right")


def _typewriter(work: _Work) -> None:
    """An older booklet: numbered labels on the line of values that a typewriter filled in."""
    sheet, values = work.sheet, work.values
    ink = work.label.coloured("#2d4a3a")
    state = " - ".join(work.passport.issuer.state)
    print_mixed(sheet, 62.5, 7, state, ink.in_bold().sized(9), fit=110, align="centre")
    title = work.passport.issuer.title
    print_mixed(sheet, 62.5, 12.4, title, ink.in_bold().sized(10), fit=60, align="centre")
    work.draw_portrait((7, 17, 32, 41), frame="#2d4a3a")
    sheet.circle(38, 56, 8, stroke="#2d4a3a", line=0.3, alpha=0.45)
    sheet.circle(38, 56, 5.4, stroke="#2d4a3a", line=0.2, alpha=0.45)
    rows = (
        "surname", "given_names", "nationality", "birth_date", "sex", "birth_place",
        "issue_date", "expiry_date", "authority",
    )  # fmt: skip
    print_mixed(sheet, 43, 18.5, work.fitting_words("number", "/", 24), ink, fit=26)
    sheet.text(72, 18.5, values["number"], work.value.in_bold())
    sheet.text(100, 18.5, f"{values['type']}  {values['code']}", work.value)
    y = 24.4
    for order, key in enumerate((row for row in rows if values[row]), start=1):
        used = print_mixed(
            sheet, 43, y, f"{order}. {work.fitting_words(key, '/', 30)}", ink, fit=31
        )
        for dot in range(int((74 - 43 - used) / 1.2)):
            sheet.circle(44 + used + dot * 1.2, y - 0.1, 0.09, fill=ink.colour)
        print_mixed(sheet, 76, y, values[key], work.value, fit=45)
        y += 5.1


def _cells(work: _Work) -> None:
    """A grid of ruled cells, each with its label in the top left corner."""
    sheet = work.sheet
    line = work.random.choice(("#9db0c4", "#b8a38f", "#98b39f"))
    head = work.value.in_bold().coloured("#2a2a4a")
    print_mixed(sheet, 42, 6.6, work.passport.issuer.title, head.sized(10.5), fit=44)
    print_mixed(
        sheet, 120, 6.6, work.passport.issuer.state[-1], head.sized(8), fit=32, align="right"
    )
    work.draw_portrait((4.5, 8.5, 34, 44), frame=line)
    sheet.signature(8, 55, 26, 8, work.random, "#26263a")
    print_mixed(sheet, 5, 65.2, work.fitting_words("signature", " / ", 32), work.label, fit=33)
    rows: Rows = (
        ("type", 42, 14.6, 16), ("code", 58, 14.6, 22), ("number", 80, 14.6, 40),
        ("surname", 42, 22.8, 78), ("given_names", 42, 31, 78),
        ("nationality", 42, 39.2, 50), ("sex", 92, 39.2, 28),
        ("birth_date", 42, 47.4, 34), ("birth_place", 76, 47.4, 44),
        ("issue_date", 42, 55.6, 34), ("expiry_date", 76, 55.6, 44),
        ("authority", 42, 63.8, 78),
    )  # fmt: skip
    for key, x, y, fit in rows:
        sheet.box(x, y - 6.1, fit, 8.2, stroke=line, line=0.15)
        text = work.fitting_words(key, " / ", fit - 2)
        print_mixed(sheet, x + 1, y - 3.5, text, work.label, fit=fit - 2)
        print_mixed(sheet, x + 1.4, y + 0.6, work.values[key], work.value, fit=fit - 3)


def _between_portraits(work: _Work) -> None:
    """Two columns of fields, the labels under the values, a large pale portrait at the right."""
    sheet = work.sheet
    head = Ink("Roboto Condensed", 9, "#41306a", bold=True)
    print_mixed(sheet, 5, 6.2, "  ".join(work.passport.issuer.state), head, fit=70)
    print_mixed(sheet, 120, 6.2, work.passport.issuer.title, head.sized(11), fit=42, align="right")
    work.draw_portrait((5, 10, 31, 40), (97, 36, 21, 27))
    rows: Rows = (
        ("surname", 40, 14, 80), ("given_names", 40, 21.6, 80),
        ("number", 40, 29.2, 30), ("type", 74, 29.2, 12), ("code", 90, 29.2, 28),
        ("birth_date", 40, 36.8, 30), ("sex", 74, 36.8, 20),
        ("birth_place", 40, 44.4, 54), ("nationality", 40, 52, 54),
        ("issue_date", 5, 59.6, 32), ("expiry_date", 40, 59.6, 32), ("authority", 74, 59.6, 22),
    )  # fmt: skip
    for key, x, y, fit in work.shown(rows):
        print_mixed(sheet, x, y, work.values[key], work.value.in_bold(), fit=fit)
        text = work.fitting_words(key, " - ", fit)
        print_mixed(sheet, x, y + 2.4, text, work.label, fit=fit)
    native = find_native_name(work.passport.person)
    if native:
        print_mixed(sheet, 119, 26.2, " ".join(native), work.value, fit=44, align="right")


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a page is set, and in which fonts, dates and languages."""

    draw: Callable[[_Work], None]
    values: tuple[str, ...]
    labels: tuple[str, ...]
    size: float
    label_size: float
    dates: tuple[str, ...]
    first: tuple[str, ...] = ("",)
    """The language that leads the labels; empty for the state's own."""
    most: int = 3


_SETTINGS = {
    "label_column": _Setting(
        _label_column, ("Roboto", "Lato"), ("Roboto Condensed", "Lato"), 8.4, 4.2,
        ("%d %m %Y", "%d.%m.%Y", "en"), ("", "en"), 2,
    ),
    "right_hand": _Setting(
        _right_hand, ("Lato", "Noto Sans Display"), ("Roboto", "Lato"), 8.6, 4.6,
        ("%d.%m.%Y", "%d/%m/%Y"), ("fr", "en", ""),
    ),
    "typewriter": _Setting(
        _typewriter, ("FreeMono", "Liberation Mono", "DejaVu Sans Mono"),
        ("Noto Serif", "Roboto Condensed"), 8.6, 4.9, ("en/fr", "fr/en", "%d-%m-%Y"),
        ("", "fr"), 2,
    ),
    "cells": _Setting(
        _cells, ("Roboto Condensed", "FreeSans"), ("Noto Sans Display", "Roboto Condensed"), 9.0,
        4.3, ("%d %m %Y", "en", "en/fr"), ("", "en"),
    ),
    "between_portraits": _Setting(
        _between_portraits, ("Noto Sans Display", "Roboto"), ("Roboto", "Noto Sans Display"), 8.8,
        4.4, ("%d / %m / %Y", "%d %m %Y", "en"), ("en", ""), 2,
    ),
}  # fmt: skip


def _print_page(sheet: Sheet, setting: _Setting, passport: Passport, random: Random) -> None:
    paint_background(sheet, random, random.choice((67, PASSPORT_PAGE[1])))
    sheet.box(0, 0, sheet.width, 67, fill=random.choice(_ISO_TINTS), alpha=random.uniform(0.2, 0.5))
    label = Ink(pick_font(random, setting.labels), setting.label_size, "#3d4454")
    value = Ink(pick_font(random, setting.values), setting.size, "#15161c")
    languages = languages_of(passport.issuer, random.choice(setting.first), setting.most)
    values = _dated(passport, random.choice(setting.dates))
    setting.draw(_Work(sheet, passport, random, values, label, value, languages))
    sheet.box(0, 67, sheet.width, 21, fill="#ffffff", alpha=random.uniform(0.35, 0.75))
    print_mrz(sheet, MRZ_LEFT, MRZ_FIRST_BASELINE, passport.lines)


def _print_upper_page(sheet: Sheet, passport: Passport, random: Random) -> None:
    """The page above the data: what is asked of other states, a signature, or endorsements."""
    paint_background(sheet, random)
    ink = Ink(pick_font(random, ("Noto Serif", "Carlito")), 7.5, "#4a5468")
    issuer = passport.issuer
    print_mixed(sheet, 10, 14, issuer.state[-1], ink.in_bold().sized(9), fit=100)
    if random.random() < 0.5:
        text = (
            "The bearer is commended to the assistance of the authorities of all states through"
            " which he or she may pass. Ce passeport contient 32 pages."
        )
        sheet.paragraph(10, 26, 100, text, ink, leading=1.5)
    else:
        sheet.text(10, 26, "OBSERVATIONS / REMARQUES", ink)
        for row in range(4):
            sheet.rule(10, 34 + row * 7, 115, 34 + row * 7, "#a8b0c0", 0.15)
    sheet.signature(12, 64, 44, 12, random, "#20243c")
    sheet.rule(10, 78, 60, 78, "#70788a", 0.15)
    print_mixed(sheet, 10, 81.5, word(issuer, "signature", "en"), ink.sized(5.5))
    sheet.text(115, 84, str(random.randint(1, 3)), ink.sized(7), align="right")


def _draw_setting(name: str, setting: _Setting) -> Draw:
    def draw(person: Person, random: Random, wish: Wish) -> Paper:
        passport = compose(whom(person, wish), random, wish)
        spread = wish.variant == SPREAD
        width, height = PASSPORT_PAGE
        size = (width, height * 2) if spread else PASSPORT_PAGE
        sheet = Sheet(*size)
        if spread:
            with sheet.inset(0, 0, width, height):
                _print_upper_page(sheet, passport, random)
        with sheet.inset(0, size[1] - height, width, height):
            _print_page(sheet, setting, passport, random)
        page = PageTruth("passport", "front", passport.truth, passport.lines, wish.variant)
        return Paper("passport", name, sheet.finish(), (page,), size)

    return draw


TEMPLATES = tuple(
    Template(
        f"passport_{name}",
        "passport",
        _draw_setting(f"passport_{name}", setting),
        ("", SPREAD),
        unseen=True,
    )
    for name, setting in _SETTINGS.items()
)
"""Every state may have any of them."""
