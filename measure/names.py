"""Do hostile names come out of every output harmless and whole? `python -m measure.names`.

Draws names as a folder can hold them: any bytes but NUL and `/`, every plane of Unicode, bytes that
are not UTF-8 (which Python carries as lone surrogates), markup, formulas, commands of terminals and
of CI. Facts about files of these names are judged by the shipped rules and written by the real
reporters, then read again by strict parsers:

    report in a terminal, guide in a terminal   no character that is not visible, the name's escape
    report in JSON                              valid against its schema, the name itself again
    guide in JSON                               the name itself again, or its escape
    calendar                                    RFC 5545 as icalendar reads it, no name at all
    lines on stderr                             errors and progress: as in a terminal
    SARIF, JUnit XML, GitHub, Markdown          see `names_ci`

Nothing is read from files, so that ten thousand names take minutes.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from html.parser import HTMLParser
from random import Random

import icalendar
import jsonschema

from docscheck.cli.language import Language
from docscheck.cli.progress import progress
from docscheck.cli.trouble import explain
from docscheck.deadlines import deadlines
from docscheck.document import (
    Classification,
    Container,
    Document,
    Examined,
    ExaminedFile,
    Field,
    Folder,
    Ignored,
    Measures,
    Origin,
    Page,
    Part,
    PlacedPart,
    Side,
    Source,
    SourceFile,
    Standing,
)
from docscheck.errors import RulebookError, UsageError
from docscheck.finding import Waiver
from docscheck.foreign_text import is_visible, show, visible
from docscheck.guide import guide
from docscheck.judge import Circumstances, judge
from docscheck.losses import Trouble
from docscheck.messages import Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters import (
    guide_to_json,
    guide_to_terminal,
    to_calendar,
    to_github,
    to_html,
    to_json,
    to_junit,
    to_markdown,
    to_sarif,
    to_terminal,
)
from docscheck.reporters.amount import Amount
from docscheck.reporters.interface import Manner, titles_of
from docscheck.rulebook.load import load
from measure import names_ci
from measure.names_ci import Wrong

TODAY = date(2026, 11, 23)
OUTPUTS = (
    *("terminal", "json", "html", "guide terminal", "guide json", "calendar", "stderr"),
    *("sarif", "junit", "github", "markdown"),
)
_A_FOLDER = 8
_LONGEST = 255
"""Bytes of a name on the usual file systems."""
_RULES = load(None)
_SCHEMA = jsonschema.Draft202012Validator(json.loads(to_json.schema_text()))
_PIECES = (
    *(
        "[bold]",
        "[/]",
        "[link=file:///etc/passwd]",
        ":smile:",
        "\x1b[31m",
        "\x1b]0;t\x07",
        "\x9b2J",
    ),
    *(
        "\x1b]8;;http://x\x1b\\",
        "::error::",
        "##vso[task]",
        "=1+1",
        "@SUM(A1)",
        "<script>",
        "&amp;",
    ),
    *("{0}", "{path}", "%s", "$(id)", "`id`", "\\x1b", "\\u202e", "\r\n", "\t", "\x7f", "\x00"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\u2028", "\u2029", "\u00ad", "\ufe0f"),
    *(
        "\u3164",
        "\U000e0041",
        "e\u0301",
        "é",
        "護照",
        "جواز",
        "🙂",
        " ",
        "  ",
        ".",
        "-",
        "~",
        ".pdf",
    ),
    *("BEGIN:VEVENT", "\\n", ";", ",", '"', "'", "\ufffe", "\U0010ffff", "null", "NaN"),
)


def names(count: int, seed: int) -> Iterator[str]:
    """Yield names as `os.fsdecode` gives them, each once."""
    random = Random(seed)
    known: set[str] = set()
    while len(known) < count:
        drawn = random.choice((_of_bytes, _of_planes, _of_pieces, _of_one))(random)
        data = os.fsencode(drawn).replace(b"\0", b"\x01").replace(b"/", b"|")[:_LONGEST]
        name = os.fsdecode(data)
        if name not in ("", ".", "..") and name not in known:
            known.add(name)
            yield name


def _of_bytes(random: Random) -> str:
    return os.fsdecode(bytes(random.randint(1, 255) for _ in range(random.randint(1, 40))))


def _of_planes(random: Random) -> str:
    codes = (random.randint(0, 16) * 0x10000 + random.randint(0, 0xFFFF) for _ in range(20))
    return "".join(chr(c) for c in codes if c and not 0xD800 <= c <= 0xDFFF) or "x"


def _of_pieces(random: Random) -> str:
    return "".join(random.choices(_PIECES, k=random.randint(1, 12)))


def _of_one(random: Random) -> str:
    """One character over and over, to the longest name."""
    return random.choice(_PIECES) * random.randint(1, _LONGEST)


def check(drawn: Sequence[str]) -> None:
    """Put these names through every output.

    Raises:
        Wrong: naming the output and the name.
    """
    report = judged(drawn)
    for amount in Amount:
        manner = Manner("en", Speaker(titles_of(_RULES), show_values=True), _RULES, amount)
        lines = _spoken(to_terminal, report, manner)
        _expect_visible("terminal", lines, () if amount is Amount.ANSWER else drawn)
    _json(report, manner, drawn)
    _html(_spoken(to_html, report, manner), drawn)
    told = guide(report, _RULES, folder_read=True)
    _expect_visible("guide terminal", _spoken(guide_to_terminal, told, manner), drawn[:1])
    _guide_json(_spoken(guide_to_json, told, manner), drawn)
    _calendar(report, manner, drawn)
    _stderr(drawn)
    names_ci.check_sarif(_spoken(to_sarif, report, manner), drawn)
    names_ci.check_junit(_spoken(to_junit, report, manner), drawn)
    names_ci.check_github(_spoken(to_github, report, manner), drawn)
    names_ci.check_markdown(_spoken(to_markdown, report, manner), drawn)


def judged(drawn: Sequence[str]) -> Report:
    """Judge a folder of files of these names, called after the first of them.

    The first holds a passport and a certificate of enrolment, the others are broken. The folder has
    entries left out and a word of an office, with such names too.
    """
    first, *others = drawn
    files = [_readable(first), *(_broken(name) for name in others)]
    files.sort(key=lambda file: file.file.path)
    parts = [PlacedPart(f.file.path, part) for f in files for part in f.examined.parts]
    documents = tuple(
        Document(f"d{n}", p.part.classification.type, (p,), p.part.fields)
        for n, p in enumerate(parts, start=1)
    )
    ignored = tuple(Ignored(name, "link") for name in drawn)
    waiver = Waiver(1, "validity.expired", "0" * 64, drawn[-1][:200], drawn[0][:200], TODAY)
    declared = Declared(stage="registration", nationality="MAR")
    facts = Folder(first, tuple(files), documents, ignored)
    return judge(facts, _RULES, declared, Circumstances(TODAY, waivers=(waiver,)))


def _readable(name: str) -> ExaminedFile:
    """A passport and, on a second page, a certificate of enrolment, which makes a day."""
    passport = {"document_number": "X73915526", "expiry_date": "2031-05-06", "birth_place": name}
    certificate = {"school_year": "2026-2027", "institution": name}
    values = (("passport", passport), ("school_certificate", certificate))
    pages, parts = [], []
    for number, (kind, told) in enumerate(values, start=1):
        seen = Classification(kind, 0.95)
        measures = Measures(word_count=80, ocr_confidence=0.95)
        pages.append(Page(number, 1240, 1754, Origin.SCAN, 150, 0, Source.OCR, measures, seen))
        fields = tuple(
            Field(key, value, number, None, 0.99, Source.MRZ, Standing.PROVEN)
            for key, value in told.items()
        )
        parts.append(Part((number,), seen, Side.WHOLE, fields))
    source = SourceFile(name, 50_000, f"{1:064x}", "application/pdf", "pdf")
    return ExaminedFile(source, Examined(Container(2), tuple(pages), tuple(parts)))


def _broken(name: str) -> ExaminedFile:
    source = SourceFile(name, 50_000, None, None, "pdf")
    return ExaminedFile(source, Examined(trouble=Trouble.CORRUPT, detail=name))


def _spoken(reporter: object, told: object, manner: Manner) -> str:
    """Give what is written, through the strictest of encoders."""
    data = io.BytesIO()
    with io.TextIOWrapper(data, encoding="utf-8", errors="strict", newline="") as out:
        reporter.write(told, out, manner)  # type: ignore[attr-defined]  # all reporters have it
        out.flush()
        return data.getvalue().decode("utf-8", "strict")


def _expect_visible(output: str, written: str, drawn: Sequence[str]) -> None:
    for character in set(written) - {"\n"}:
        if not is_visible(character):
            raise Wrong(f"{output}: U+{ord(character):04X} comes through")
    # Where lines were broken is the screen's affair.
    packed = "".join(written.split())
    for name in drawn:
        if "".join(show(name).split()) not in packed:
            raise Wrong(f"{output}: {name!a} is not shown")


def _strictly(text: str) -> dict[str, object]:
    def refuse(name: str) -> None:
        raise Wrong(f"json: {name} is no JSON")

    if not text.isascii():
        raise Wrong("json: not ASCII")
    if any(ord(c) < ord(" ") and c != "\n" for c in text):
        raise Wrong("json: a control character comes through")
    read: dict[str, object] = json.loads(text, parse_constant=refuse)
    return read


def _json(report: Report, manner: Manner, drawn: Sequence[str]) -> None:
    told = _strictly(_spoken(to_json, report, manner))
    for error in _SCHEMA.iter_errors(told):
        raise Wrong(f"json: {error.message}")
    for key in ("documents", "ignored"):
        back = {_name_again(entry) for entry in told[key]}  # type: ignore[attr-defined]
        if back != set(drawn):
            raise Wrong(f"json: {(set(drawn) ^ back)!a} did not come back")
    known = {entry["path"] for entry in told["documents"]}  # type: ignore[attr-defined]
    named = {f["document"] for f in told["findings"]} - {None}  # type: ignore[attr-defined]
    if not named <= known:
        raise Wrong(f"json: {(named - known)!a} is of no document")


class _Markup(HTMLParser):
    """Reads a page of which every element is closed, in order, and none may do anything."""

    _NEVER_CLOSED = ("meta", "input")
    _NEVER = ("script", "img", "iframe", "object", "embed", "link", "base", "form")
    _WITHIN = re.compile(r"#(?:f|paper-)\d+")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._NEVER or any(name.startswith("on") for name, _ in attrs):
            raise Wrong(f"html: <{tag}> came out of a name")
        if tag == "a" and not all(
            n == "href" and self._WITHIN.fullmatch(v or "") for n, v in attrs
        ):
            raise Wrong("html: a link leads out of the page")
        if tag not in self._NEVER_CLOSED:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Wrong(f"html: </{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _html(page: str, drawn: Sequence[str]) -> None:
    read = _Markup()
    read.feed(page)
    read.close()
    if read.open:
        raise Wrong(f"html: {read.open} stay open")
    _expect_visible("html", "".join(read.text), drawn)


def _name_again(entry: dict[str, str]) -> str:
    if "path_b64" in entry:
        return os.fsdecode(base64.b64decode(entry["path_b64"], validate=True))
    return entry["path"]


def _guide_json(text: str, drawn: Sequence[str]) -> None:
    told = _strictly(text)
    paths = {
        path
        for chapter in told["chapters"]  # type: ignore[attr-defined]
        for step in chapter["steps"]
        for paper in step["papers"]
        for path in paper["paths"]
    }
    if not {drawn[0], visible(drawn[0])} & paths:
        raise Wrong(f"guide json: {drawn[0]!a} did not come back")


def _calendar(report: Report, manner: Manner, drawn: Sequence[str]) -> None:
    out = io.StringIO(newline="")
    to_calendar.write(deadlines(report, _RULES.deadlines), report, drawn[0], out, manner)
    data = out.getvalue().encode("utf-8", "strict")
    calendar = icalendar.Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    if calendar.errors or not events or any(event.errors for event in events):
        raise Wrong("calendar: not as RFC 5545 has it")
    for line in data.decode().split("\r\n"):
        if not all(map(is_visible, line)) or len(line.encode()) > 75:
            raise Wrong("calendar: a line is not as RFC 5545 has it")
    if len(drawn[0]) > 12 and drawn[0] in data.decode():
        raise Wrong(f"calendar: {drawn[0]!a} is named")


class _Watched(io.StringIO):
    """A stream that somebody watches, so that progress is written to it."""

    def isatty(self) -> bool:
        return True


def _stderr(drawn: Sequence[str]) -> None:
    for name in drawn:
        out = _Watched()
        with contextlib.redirect_stderr(out):
            explain(UsageError("no_folder", {"path": name}))
            explain(UsageError("waivers_key", {"file": name, "entry": name, "key": name}, name))
            explain(RulebookError(name))
            explain(UsageError(name, {name: name}))
            said = out.getvalue()
            with progress(False, Language.EN) as advance:
                if advance is not None:
                    advance(1, 2, name)
        _expect_visible("stderr", said, (name,))
        moved = out.getvalue()[len(said) :]
        if not moved or not all(map(is_visible, moved.replace("\r", ""))):
            raise Wrong(f"progress: {name!a}")


def main() -> int:
    """Check as many names as asked for and say how many came through."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    drawn = list(names(asked.count, asked.seed))
    wrong = []
    for start in range(0, len(drawn), _A_FOLDER):
        try:
            check(drawn[start : start + _A_FOLDER])
        except Exception as error:  # whatever it is, it is a name that broke an output
            wrong.append(f"names {start} to {start + _A_FOLDER}: {type(error).__name__}: {error}")
    print(f"{len(drawn)} names, {len(OUTPUTS)} outputs: {len(wrong)} folders with a fault")
    print(*map(ascii, wrong[:20]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
