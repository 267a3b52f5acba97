"""The page an office opens first: counts, what stands in the way, mix-ups, who is nearest.

`index.html` shows the first students; the others stand on pages of their own, in the same order, so
that no browser has to hold a hundred thousand rows. In the language of the run, without script; see
`reporters.web_page`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from docscheck import __version__
from docscheck.batch.mixups import Mixup
from docscheck.batch.shelf import Shelf
from docscheck.batch.student_row import NOT_CHECKED, StudentRow
from docscheck.batch.tally import Tally
from docscheck.batch.words import Words
from docscheck.reporters.web_page import SHARED_STYLE, environment, policy, style
from docscheck.whole_file import exchanged

INDEX, PAGES, PAGE_ENDING = "index.html", "pages", ".html"
A_PAGE = 500
_ANSWERS = ("not_ready", "to_review", "ready", NOT_CHECKED)
_MOST_CAUSES, _MOST_MIXUPS = 15, 50

Links = Callable[[StudentRow], str]
"""Where a student's report is, from the place of the page."""


class Facts(Struct, frozen=True):
    """What the index says of all students."""

    total: int
    answers: tuple[tuple[str, int], ...]
    one_step: int
    ready_to_look: int
    """Ready by their papers, which may be somebody else's."""
    causes: tuple[tuple[str, int], ...]
    mixups: tuple[Mixup, ...]
    mixup_count: int
    listed: tuple[str, ...]
    """What is to be said of the roster."""
    pages: tuple[tuple[str, int, int], ...]
    """File, number of its first and last student."""
    files: tuple[tuple[str, str], ...]
    made: str


class Index:
    """Takes students one at a time, and writes a page whenever one is full."""

    def __init__(self, place: Path, words: Words, report_name: Callable[[str], str] | None) -> None:
        """Begin it.

        Args:
            place: the folder of the results.
            words: of the language it speaks.
            report_name: name of the file of a folder's report; `None` where there are none.
        """
        self._place = place
        self._words = words
        self._report_name = report_name
        self._templates = environment(__package__)
        self._style = style(self._templates, SHARED_STYLE, "index.css")
        self._first: list[StudentRow] = []
        self._waiting: list[StudentRow] = []
        self._pages: list[tuple[str, int, int]] = []
        self._count = 0

    def add(self, row: StudentRow, pages: Shelf) -> None:
        """Take one student."""
        self._count += 1
        if self._count <= A_PAGE:
            self._first.append(row)
            return
        self._waiting.append(row)
        if len(self._waiting) == A_PAGE:
            self._turn(pages)

    def finish(self, pages: Shelf, tally: Tally, told: Told) -> None:
        """Write what is left, and the index."""
        if self._waiting:
            self._turn(pages)
        facts = self._facts(tally, told)
        template = self._templates.get_template("index.html.jinja")
        with exchanged(self._place / INDEX, "\n") as stream:
            stream.writelines(
                template.generate(
                    facts=facts,
                    rows=self._first,
                    words=self._words,
                    links=self._links(""),
                    style=self._style,
                    policy=policy(self._style),
                )
            )

    def _turn(self, pages: Shelf) -> None:
        """Write a page of students."""
        first, last = self._count - len(self._waiting) + 1, self._count
        name = f"{len(self._pages) + 2:04d}{PAGE_ENDING}"
        page = self._templates.get_template("page.html.jinja").render(
            first=first,
            last=last,
            rows=self._waiting,
            words=self._words,
            links=self._links("../"),
            style=self._style,
            policy=policy(self._style),
        )
        pages.put(name, page.encode())
        self._pages.append((name, first, last))
        self._waiting = []

    def _links(self, to: str) -> Links | None:
        name = self._report_name
        return (lambda row: f"{to}reports/{quote(name(row.name))}") if name else None

    def _facts(self, tally: Tally, told: Told) -> Facts:
        words = self._words
        counted = sorted(tally.causes.items(), key=lambda entry: (-entry[1], entry[0]))
        return Facts(
            total=tally.answers.total(),
            answers=tuple((name, tally.answers[name]) for name in _ANSWERS),
            one_step=tally.one_step,
            ready_to_look=tally.ready_to_look,
            causes=tuple((words.title(c), count) for c, count in counted[:_MOST_CAUSES]),
            mixups=tuple(told.mixups[:_MOST_MIXUPS]),
            mixup_count=len(told.mixups),
            listed=told.listed,
            pages=tuple(self._pages),
            files=tuple((name, words.say(f"office.file.{name}")) for name in told.files),
            made=words.phrase(
                "page.made", tool=__version__, rules=words.rulebook.edition, today=told.today
            ),
        )


class Told(Struct, frozen=True):
    """What else the index tells than students."""

    mixups: Sequence[Mixup]
    listed: tuple[str, ...]
    files: tuple[str, ...]
    today: date
    """Of the run."""
