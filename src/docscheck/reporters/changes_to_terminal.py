"""What `docscheck watch` says: the folder once, then a line for each file that changed.

A line says when, how the file stands now, what it is taken for, what is better than before, and
what to do. It is wrapped in a terminal; written to anything else, it is one line, however long.
The answer for the whole folder follows where it is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TextIO

from msgspec.structs import replace

from docscheck.changes import Change, How, changes
from docscheck.document import ExaminedFile
from docscheck.finding import Finding, Param, RequirementStatus, Severity, Verdict
from docscheck.report import Report
from docscheck.reporters import to_terminal
from docscheck.reporters.amount import Amount
from docscheck.reporters.answer import answer, asked, state_of
from docscheck.reporters.by_paper import file_state, grouped, spoken
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import name_of, seen_as
from docscheck.reporters.screen import Screen

_READABLE_AGAIN = {
    *("quality.unreadable", "document.unrecognised", "quality.blank_page"),
    *("file.empty", "file.corrupt", "file.encrypted", "file.limit", "file.timeout", "file.locked"),
}
"""Without any of these, what was not readable is readable."""
_LACKING = (RequirementStatus.MISSING.value, RequirementStatus.NONCONFORMING.value)
_STATES = ("ok", "redo", "look", "note", "left_out", "left_unread", "gone", "aside", "wait")


class Telling:
    """What was told of one folder so far, and where."""

    def __init__(self, out: TextIO, manner: Manner) -> None:
        self._out = out
        self._manner = replace(manner, amount=Amount.TO_DO)
        self._screen = Screen(out)
        self._last: Report | None = None
        words = (self._say(f"state.{state}") for state in _STATES)
        self._widest = max(map(len, words))

    def check(self, report: Report, touched: Sequence[str], now: datetime) -> None:
        """Tell of a check: the first with all there is to do, the others by what changed."""
        if self._last is None:
            to_terminal.write(report, self._out, self._manner)
            self._screen.line()
            self._screen.line(self._say("watch.watching"), "dim")
        else:
            self._changes(self._last, report, touched, now)
        if report.verdict is Verdict.READY and (self._last or report).verdict is not Verdict.READY:
            self._screen.line(self._say("watch.ready"), to_terminal.COLOUR[Verdict.READY])
        self._last = report
        self._out.flush()

    def busy(self, paths: tuple[str, ...], now: datetime) -> None:
        """Say that files are still being written."""
        for path in paths:
            self._row(now, "wait", self._name("watch.wait", path))
        self._out.flush()

    def _changes(
        self, before: Report, after: Report, touched: Sequence[str], now: datetime
    ) -> None:
        found = changes(before, after, touched)
        for change in found:
            self._row(now, *self._changed(change, before, after))
        for file in _moved(before, after, {change.path for change in found}):
            self._row(now, *self._file(file, before, after))
        said = self._answer(after)
        if said != self._answer(before):
            self._line(f"{now:%H:%M:%S}  ", said, to_terminal.COLOUR[after.verdict])

    def _changed(self, change: Change, before: Report, after: Report) -> tuple[str, str]:
        """Give the state of a changed file, and what is said of it."""
        if change.how is How.GONE:
            return "gone", self._name("watch.gone", change.path)
        file = next((f for f in after.files if f.file.path == change.path), None)
        if file is None:
            return "aside", self._name("watch.aside", change.path)
        if change.how in (How.RENAMED, How.SAME):
            said = self._name(f"watch.{change.how.value}", change.path, earlier=change.earlier)
            return file_state(file, after), said
        return self._file(file, before, after)

    def _file(self, file: ExaminedFile, before: Report, after: Report) -> tuple[str, str]:
        path = file.file.path
        seen = seen_as(file, self._manner)
        said = [self._name("watch.seen" if seen else "watch.unread", path, seen=seen)]
        now, earlier = _of_file(path, after), _of_file(path, before)
        said += self._better(_rules(earlier), _rules(now))
        said += self._to_do([f for f in now if f.severity is Severity.ERROR])
        said += self._listed("watch.know", [f for f in now if f.severity is Severity.WARNING])
        return file_state(file, after), " ".join(said)

    def _better(self, before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
        settled = [rule for rule in before if rule not in now]
        if settled and {*before} & _READABLE_AGAIN and not {*now} & _READABLE_AGAIN:
            yield self._say("watch.readable")
            settled = [rule for rule in settled if rule not in _READABLE_AGAIN]
        if settled:
            yield self._say("watch.settled", {"titles": self._titles(settled)})

    def _to_do(self, findings: Sequence[Finding]) -> Iterator[str]:
        """The first thing to do as an advice, the others by their names."""
        if findings:
            arrow = "→" if self._screen.can_show("→") else ">"
            remedy = self._manner.speaker.remedy(findings[0].issue, self._manner.language)
            yield f"{self._titles([findings[0].rule])} {arrow} {remedy}"
            others = [f for f in findings[1:] if f.rule != findings[0].rule]
            yield from self._listed("watch.also", others)

    def _listed(self, key: str, findings: Sequence[Finding]) -> Iterator[str]:
        if findings:
            yield self._say(key, {"titles": self._titles([f.rule for f in findings])})

    def _titles(self, rules: Iterable[str]) -> str:
        catalogue, language = self._manner.rulebook.catalogue, self._manner.language
        return "; ".join(
            catalogue[rule].title.in_language(language) for rule in dict.fromkeys(rules)
        )

    def _answer(self, report: Report) -> str:
        """Give the answer, and the names of what it counts as lacking."""
        said = answer(report, self._manner)
        lacking = tuple(
            name_of("requirement", requirement.id, self._manner)
            for requirement in asked(report)
            if state_of(requirement) in _LACKING
        )
        return f"{said} {self._say('watch.lacking', {'names': lacking})}" if lacking else said

    def _row(self, now: datetime, state: str, text: str) -> None:
        word = self._say(f"state.{state}").ljust(self._widest)
        style = to_terminal.STATE_COLOUR.get(state, "")
        if self._out.isatty():
            self._screen.columns([[(f"{now:%H:%M:%S}", "dim"), (word, style), (text, "")]])
        else:
            self._screen.unbroken(f"{now:%H:%M:%S}  {word}  {text}")

    def _line(self, mark: str, text: str, style: str) -> None:
        if self._out.isatty():
            self._screen.hanging(mark, text, style)
        else:
            self._screen.unbroken(mark + text)

    def _name(self, key: str, path: str, **params: str) -> str:
        """Say a sentence that begins with the name of a file, written as it is."""
        return self._manner.speaker.phrase(key, {"path": path, **params}, self._manner.language)

    def _say(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.sentence(key, params or {}, self._manner.language)


def _of_file(path: str, report: Report) -> list[Finding]:
    """Give what is said of a file and of the papers in it, and is not accepted."""
    groups = grouped(spoken(report), report)
    return [f for g in groups if path in g.paths for f in g.findings if f.waived is None]


def _rules(findings: Sequence[Finding]) -> list[str]:
    return [f.rule for f in findings if f.severity is not Severity.INFO]


def _moved(before: Report, after: Report, told: set[str]) -> Iterator[ExaminedFile]:
    """Yield the files that stand otherwise now, although nothing was done to them."""
    states = {file.file.path: file_state(file, before) for file in before.files}
    for file in after.files:
        path = file.file.path
        if path in states and path not in told and states[path] != file_state(file, after):
            yield file
