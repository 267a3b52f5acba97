"""What was read in one file, where, and why it was taken for what it is; nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from docscheck.document import Box, ExaminedFile, Field, Page, Part, Side, Standing
from docscheck.finding import Param, Term
from docscheck.foreign_text import show
from docscheck.languages import WRITING, written_number
from docscheck.masking import mask_field
from docscheck.messages import sentences
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import recognition
from docscheck.reporters.screen import Cell, Screen

_MEGA, _KILO = 1_000_000, 1_000
_INDENT = 2
_MEASURES = ("sharpness", "brightness", "contrast", "glare")


def write(file: ExaminedFile, out: TextIO, manner: Manner) -> None:
    """Write it for a person."""
    _Inspection(file, Screen(out, manner.language), manner).write()


class _Inspection:
    def __init__(self, file: ExaminedFile, screen: Screen, manner: Manner) -> None:
        self._file = file
        self._screen = screen
        self._manner = manner

    def write(self) -> None:
        examined = self._file.examined
        self._screen.line(show(self._file.file.path), "bold")
        self._screen.line(self._kind())
        container = examined.container
        if container is not None and container.active:
            things = tuple(Term("word", thing) for thing in container.active)
            self._screen.line(self._say("inspect.active", {"things": things}))
        if examined.trouble is not None:
            reason = self._word(f"inspect.trouble.{examined.trouble.value}")
            self._screen.line(self._say("inspect.unread", {"reason": reason}), "bold red")
        for page in examined.pages:
            self._page(page)
        for part in examined.parts:
            self._part(part)
        if examined.pages and not examined.parts:
            self._screen.line()
            self._screen.line(self._say("inspect.blank"))
        if any(part.fields for part in examined.parts):
            self._screen.line()
            self._screen.line(self._say("inspect.places"), "dim")
            if not self._manner.speaker.show_values:
                self._screen.line(self._say("inspect.masked"), "dim")

    def _kind(self) -> str:
        source, container = self._file.file, self._file.examined.container
        size = source.size_bytes
        unit, divisor = ("megabytes", _MEGA) if size >= _MEGA else ("kilobytes", _KILO)
        number = round(size / divisor, 1) if unit == "megabytes" else max(1, round(size / divisor))
        pages = container.page_count if container else 0
        return self._word(
            "inspect.file",
            {
                "media_type": source.media_type or self._word("inspect.unknown_kind"),
                "pages": self._word("inspect.pages", {"count": pages}),
                "size": self._word(f"inspect.{unit}", {"number": number}),
            },
        )

    def _page(self, page: Page) -> None:
        self._screen.line()
        params: dict[str, Param] = {
            "number": page.number,
            "origin": self._word(f"inspect.origin.{page.origin.value}"),
            "width": page.width_px,
            "height": page.height_px,
            "dpi": self._word("inspect.dpi", {"dpi": round(page.dpi)}) if page.dpi else "",
            "turned": self._word("inspect.turned", {"degrees": page.turn_deg})
            if page.turn_deg
            else "",
        }
        self._screen.line(self._say("inspect.page", params), "bold")
        for line in self._seen_on(page):
            self._screen.hanging("", line, indent=_INDENT)

    def _seen_on(self, page: Page) -> Iterator[str]:
        measures = page.measures
        if measures.word_count is not None:
            sure = ""
            if measures.ocr_confidence is not None:
                percent = round(100 * measures.ocr_confidence)
                sure = self._word("inspect.sure", {"percent": percent})
            yield self._say("inspect.words", {"count": measures.word_count, "sure": sure})
        told = [
            f"{self._word(f'inspect.{name}')} {written_number(value, self._manner.language)}"
            for name in _MEASURES
            if (value := getattr(measures, name)) is not None
        ]
        if measures.skew_deg:
            skew = abs(round(measures.skew_deg, 1))
            told.append(self._word("inspect.skew", {"degrees": skew}))
        if told:
            measures_told = WRITING[self._manner.language].comma.join(told)
            yield self._say("inspect.measures", {"measures": measures_told})
        if page.script is not None:
            yield self._say("inspect.script", {"script": page.script})
        if page.hidden_words:
            yield self._say("inspect.hidden", {"count": page.hidden_words})
        if page.layer_differs:
            yield self._say("inspect.layer")

    def _part(self, part: Part) -> None:
        self._screen.line()
        taken_for, *reasons = recognition(part, self._manner)
        self._screen.line(taken_for, "bold")
        for line in (*reasons, *self._shown_by(part)):
            self._screen.hanging("", line, indent=_INDENT)
        rows = [self._row(field) for field in part.fields]
        if rows:
            self._screen.line()
            self._screen.columns(rows, _INDENT)
        elif part.classification.type is not None:
            self._screen.hanging("", self._say("inspect.no_values"), indent=_INDENT)

    def _shown_by(self, part: Part) -> Iterator[str]:
        if part.side in (Side.FRONT, Side.BACK):
            yield self._say("inspect.side", {"side": Term("word", f"side_{part.side.value}")})
        if part.mrz is not None:
            digits = part.mrz.check_digits
            repaired = len(part.mrz.repairs)
            told = self._word("inspect.repaired", {"count": repaired}) if repaired else ""
            zone: dict[str, Param] = {
                "shape": part.mrz.shape,
                "held": sum(digit.holds for digit in digits),
                "all": len(digits),
                "repaired": told,
            }
            yield self._say("inspect.zone", zone)
        if part.hosts:
            yield self._say("inspect.hosts", {"hosts": part.hosts})

    def _row(self, field: Field) -> list[Cell]:
        shown = self._manner.speaker.show_values
        value = field.value if shown else mask_field(field.name, field.value)
        colour = "green" if field.standing is Standing.PROVEN else ""
        label = str(sentences(self._manner.language).get(f"label.{field.name}", field.name))
        return [
            (label, ""),
            (show(" ".join(value.split("\n"))), colour),
            (self._how(field), "dim"),
        ]

    def _how(self, field: Field) -> str:
        return self._word(
            "inspect.from",
            {
                "how": self._word(f"inspect.source.{field.source.value}"),
                "sure": self._sure(field),
                "place": self._place(field.page, field.box),
            },
        )

    def _sure(self, field: Field) -> str:
        if field.standing is Standing.PROVEN:
            return self._word("page.proven")
        key = "page.guessed" if field.standing is Standing.GUESSED else "page.percent"
        return self._word(key, {"percent": round(100 * field.confidence)})

    def _place(self, page: int, box: Box | None) -> str:
        if box is None:
            return self._word("inspect.page_only", {"page": page})
        left, top = round(100 * box.left), round(100 * box.top)
        return self._word("inspect.place", {"page": page, "left": left, "top": top})

    def _say(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.sentence(key, params or {}, self._manner.language)

    def _word(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.phrase(key, params or {}, self._manner.language)
