"""The report as one web page: a file to open with a double click, to print, to show to somebody.

No script, nothing from elsewhere: pictures are in the file, and its policy (CSP) forbids the rest.
Every language is in it; radio buttons choose, by style sheet alone (`:has()`; a browser too old for
it shows the language of the command). Order of thought as in the
terminal: the answer, what to do, what is asked, then each paper with its picture, the place of the
trouble framed and enlarged. Every string goes through `foreign_text` and is escaped by Jinja.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO

from msgspec import Struct
from msgspec.structs import replace

from docscheck.document import Box, Document, ExaminedFile, Field, PagePicture, Source, Standing
from docscheck.finding import (
    NOT_SEEN_YET,
    Finding,
    Param,
    Requirement,
    RequirementStatus,
    Severity,
    Where,
)
from docscheck.foreign_text import show
from docscheck.languages import LANGUAGES
from docscheck.masking import mask_field
from docscheck.messages import sentences
from docscheck.report import Report
from docscheck.reporters.answer import LATER, answer, asked, judged_as, state_of, stopped
from docscheck.reporters.by_paper import file_state, spoken
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import name_of, seen_as
from docscheck.reporters.web_page import SHARED_STYLE, environment, policy, style
from docscheck.rulebook.schema import Provenance

_TEMPLATE = "report.html.jinja"
_IGNORED = "file.ignored"
_ZOOM, _LEAST_ZOOM = 3.0, 0.5
"""Sizes of a framed place that are shown around it, and the least share of the page."""
_WIDEST = 4.0
"""Width to height of the flattest enlargement."""
_FROM_DONE_TO_LATER = (
    RequirementStatus.SATISFIED.value,
    RequirementStatus.DOUBTFUL.value,
    RequirementStatus.NONCONFORMING.value,
    RequirementStatus.MISSING.value,
    NOT_SEEN_YET,
    LATER,
)

Both = Mapping[str, str]
"""The same in each language."""


class Frame(Struct, frozen=True):
    """A place on a page picture, in its pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def view(self) -> str:
        """As an SVG view box."""
        return f"{self.left:.1f} {self.top:.1f} {self.width:.1f} {self.height:.1f}"


class Drawing(Struct, frozen=True):
    """One page picture."""

    id: str
    page: int
    width_px: int
    height_px: int
    data: str
    """Base64; its alphabet needs no escapes."""
    title: Both
    frames: tuple[Frame, ...]
    place: Both
    """What an enlarged part of it is called."""


class Said(Struct, frozen=True):
    """One finding."""

    id: str
    problem: Both
    remedy: Both
    where: Both | None
    source: str
    rule: str
    paper: str | None = None
    """The id of the file's place on the page."""
    accepted: Both | None = None
    picture: Drawing | None = None
    zoom: Frame | None = None


class Value(Struct, frozen=True):
    """One value that was read."""

    label: Both
    shown: str
    sure: Both


class Paper(Struct, frozen=True):
    """One file, with what was found in it."""

    id: str
    name: str
    state: str
    state_word: Both
    seen_as: Both
    pictures: tuple[Drawing, ...]
    values: tuple[Value, ...]
    told: tuple[Said, ...]


class Asked(Struct, frozen=True):
    """One requirement."""

    state: str
    state_word: Both
    name: Both
    why: Both
    source: Provenance


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the page."""
    templates = environment(__package__)
    sheet = style(templates, SHARED_STYLE)
    page = templates.get_template(_TEMPLATE).render(
        page=_Page(report, manner),
        language=manner.language,
        style=sheet,
        policy=policy(sheet),
    )
    out.write(page)
    out.write("\n")


class _Page:
    """Everything the template shows, in its order."""

    def __init__(self, report: Report, manner: Manner) -> None:
        self._report = report
        self._speaker = replace(manner.speaker, isolated=True)
        self._manners = {
            name: replace(manner, language=name, speaker=self._speaker) for name in LANGUAGES
        }
        self._sources = manner.rulebook.requirements
        findings = [f for f in spoken(report) if f.rule != _IGNORED]
        self._ids = {f.file.path: f"paper-{n}" for n, f in enumerate(report.files, start=1)}
        self._boxes = {f.id: f.issue.where for f in findings if f.issue.where.box is not None}
        self._drawn = {
            path: tuple(self._drawing(f"p{number}", path, picture) for picture in pictures)
            for number, (path, pictures) in enumerate(manner.pictures.items(), start=1)
        }
        told = [self._said(f) for f in findings]
        graded = list(zip(findings, told, strict=True))
        open_ = [(f.severity, said) for f, said in graded if f.waived is None]
        self.verdict = report.verdict.value
        dossier: Mapping[str, Param] = {"dossier": report.dossier}
        self.title = manner.speaker.sentence("page.title", dossier, manner.language)
        self.answer = self._in_both(lambda m: answer(report, m))
        self.stopped = self._in_both(lambda m: stopped(report, m)) if report.is_partial else None
        requirements = asked(report)
        self.of_all = len(requirements)
        states = Counter(map(state_of, requirements))
        self.done = states[RequirementStatus.SATISFIED.value]
        self.states = sorted(states.elements(), key=_FROM_DONE_TO_LATER.index)
        self.judged = self._in_both(lambda m: judged_as(report, m))
        self.to_do = [said for severity, said in open_ if severity is Severity.ERROR]
        self.to_know = [said for severity, said in open_ if severity is Severity.WARNING]
        self.remarks = [said for severity, said in open_ if severity is Severity.INFO]
        self.waived = [said for f, said in graded if f.waived is not None]
        self.asked = [self._asked(requirement) for requirement in requirements]
        self.papers = [
            self._paper(file, [s for _, s in open_ if s.paper == self._ids[file.file.path]])
            for file in report.files
        ]
        self.pictures = [picture for drawn in self._drawn.values() for picture in drawn]
        self.masked = not manner.speaker.show_values
        self.ignored = tuple(entry.path for entry in report.ignored)
        self.made = self._made()

    def say(self, key: str, params: Mapping[str, Param] | None = None) -> Both:
        """Say a sentence of the message files in each language."""
        return {n: self._speaker.sentence(key, params or {}, n) for n in LANGUAGES}

    def _in_both(self, speak: Callable[[Manner], str]) -> Both:
        return {name: speak(manner) for name, manner in self._manners.items()}

    def _phrase(self, key: str, params: Mapping[str, Param] | None = None) -> Both:
        return {n: self._speaker.phrase(key, params or {}, n) for n in LANGUAGES}

    def _made(self) -> Both:
        report = self._report
        return self._phrase(
            "page.made",
            {
                "tool": report.tool_version,
                "rules": report.rules_edition,
                "today": report.today,
            },
        )

    def _said(self, finding: Finding) -> Said:
        issue, where = finding.issue, finding.issue.where
        picture = next(
            (p for p in self._drawn.get(where.path or "", ()) if p.page == where.page), None
        )
        frame = picture and _frame(where.box, picture)
        waiver = finding.waived
        return Said(
            id=finding.id,
            problem={n: self._speaker.problem(issue, n) for n in LANGUAGES},
            remedy={n: self._speaker.remedy(issue, n) for n in LANGUAGES},
            where=self._where(where),
            source=finding.source,
            rule=finding.rule,
            paper=self._ids.get(where.path or ""),
            accepted=self.say(
                "waived",
                {"author": waiver.author, "until": waiver.until, "reason": waiver.reason},
            )
            if waiver
            else None,
            picture=picture,
            zoom=_around(frame, picture) if picture and frame else None,
        )

    def _where(self, where: Where) -> Both | None:
        if where.path is None:
            return None
        file = self._file(where.path)
        container = file.examined.container if file else None
        if where.page is None or container is None or container.page_count < 2:
            return self.say("page.where", {"file": where.path})
        return self.say("page.where_page", {"file": where.path, "page": where.page})

    def _file(self, path: str) -> ExaminedFile | None:
        return next((f for f in self._report.files if f.file.path == path), None)

    def _drawing(self, prefix: str, path: str, picture: PagePicture) -> Drawing:
        frames = (
            _frame(where.box, picture)
            for where in self._boxes.values()
            if (where.path, where.page) == (path, picture.page)
        )
        return Drawing(
            id=f"{prefix}-{picture.page}",
            page=picture.page,
            width_px=picture.width_px,
            height_px=picture.height_px,
            data=base64.b64encode(picture.data).decode(),
            title=self.say("page.picture", {"page": picture.page, "file": path}),
            frames=tuple(frame for frame in dict.fromkeys(frames) if frame is not None),
            place=self.say("page.here", {"page": picture.page, "file": path}),
        )

    def _asked(self, requirement: Requirement) -> Asked:
        state, because = state_of(requirement), requirement.because
        rule = self._sources[requirement.id]
        return Asked(
            state=state,
            state_word=self.say(f"status.{state}"),
            name=self._in_both(lambda m: name_of("requirement", requirement.id, m)),
            why=self.say(because.sentence, because.params),
            source=rule.provenance,
        )

    def _paper(self, file: ExaminedFile, told: Sequence[Said]) -> Paper:
        path, state = file.file.path, file_state(file, self._report)
        return Paper(
            id=self._ids[path],
            name=show(path),
            state=state,
            state_word=self.say(f"state.{state}"),
            seen_as=self._seen_as(file),
            pictures=self._drawn.get(path, ()),
            values=tuple(self._values(path)),
            told=tuple(told),
        )

    def _seen_as(self, file: ExaminedFile) -> Both:
        if file.left_unread:
            return self.say("state.left_unread")
        return self._in_both(lambda m: seen_as(file, m))

    def _values(self, path: str) -> Iterator[Value]:
        """Yield the best reading of each field of the documents in one file."""
        for document in self._report.documents:
            if path not in document.paths:
                continue
            for field in document.fields:
                if field in _fields_of(document, path):
                    yield self._value(field)

    def _value(self, field: Field) -> Value:
        speaker = self._speaker
        shown = field.value if speaker.show_values else mask_field(field.name, field.value)
        return Value(
            label=self._label(field.name),
            shown=" ".join(shown.split("\n")),
            sure=self._sure(field),
        )

    def _label(self, name: str) -> Both:
        return {
            n: str(sentences(n).get(f"label.{name}", show(name.replace("_", " "))))
            for n in LANGUAGES
        }

    def _sure(self, field: Field) -> Both:
        params: dict[str, Param] = {"percent": round(100 * field.confidence)}
        if field.standing is Standing.PROVEN:
            return self._phrase("page.proven")
        if field.standing is Standing.GUESSED:
            return self._phrase("page.guessed", params)
        if field.source in (Source.TEXT_LAYER, Source.EMBEDDED):
            return self._phrase("page.proven_text")
        return self._phrase("page.percent", params)


def _fields_of(document: Document, path: str) -> Sequence[Field]:
    return [f for placed in document.parts if placed.path == path for f in placed.part.fields]


def _frame(box: Box | None, picture: Drawing | PagePicture) -> Frame | None:
    if box is None:
        return None
    wide, high = picture.width_px, picture.height_px
    return Frame(
        box.left * wide,
        box.top * high,
        max(1.0, (box.right - box.left) * wide),
        max(1.0, (box.bottom - box.top) * high),
    )


def _around(frame: Frame, picture: Drawing) -> Frame:
    """Give the part of the picture to show enlarged: the place, and what stands around it."""
    width = min(picture.width_px, max(_ZOOM * frame.width, _LEAST_ZOOM * picture.width_px))
    height = min(picture.height_px, max(_ZOOM * frame.height, width / _WIDEST))
    left = frame.left + frame.width / 2 - width / 2
    top = frame.top + frame.height / 2 - height / 2
    return Frame(
        min(max(0.0, left), picture.width_px - width),
        min(max(0.0, top), picture.height_px - height),
        width,
        height,
    )
