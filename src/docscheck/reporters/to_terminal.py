"""The report in a terminal: the answer first, then what to do, then the table of files.

For a person in a hurry. The first line alone is an answer; every state is a word as well as a
colour; narrow windows, NO_COLOR and poor encodings are honoured (`screen`). What is said of one
paper stands together, and an advice is given once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from msgspec.structs import replace

from docscheck.document import ExaminedFile
from docscheck.finding import (
    NOT_SEEN_YET,
    Finding,
    Param,
    Severity,
    Term,
    ValueOrigin,
    Verdict,
    Waiver,
)
from docscheck.foreign_text import show
from docscheck.languages import WRITING
from docscheck.report import Report
from docscheck.reporters.amount import Amount
from docscheck.reporters.answer import answer, asked, judged_as, state_of, stopped
from docscheck.reporters.by_paper import Group, file_state, grouped, spoken
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import name_of, recognition, seen_as
from docscheck.reporters.screen import Cell, Screen

COLOUR = {
    Verdict.READY: "bold green",
    Verdict.TO_REVIEW: "bold yellow",
    Verdict.NOT_READY: "bold red",
}
STATE_COLOUR = {
    **dict.fromkeys(("ok", "satisfied"), "green"),
    **dict.fromkeys(("redo", "missing", "nonconforming"), "bold red"),
    **dict.fromkeys(("look", "doubtful"), "yellow"),
    **dict.fromkeys(("left_out", "later", "left_unread", NOT_SEEN_YET), "dim"),
}
_IGNORED = "file.ignored"
_MAX_NAMES = 20
_FEW_NAMES = 3
_INDENT = 2


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the report for a person."""
    _Page(report, out, manner).write()


class _Page:
    """One report on one screen."""

    def __init__(self, report: Report, out: TextIO, manner: Manner) -> None:
        self._report = report
        self._manner = manner
        self._writing = WRITING[manner.language]
        self._screen = Screen(out, manner.language)
        self._arrow = "→ " if self._screen.can_show("→") else "> "
        self._advised: set[str] = set()
        """Advice already given."""

    def write(self) -> None:
        first = [answer(self._report, self._manner)]
        if self._report.is_partial:
            first.insert(0, stopped(self._report, self._manner))
        if self._manner.amount is Amount.ANSWER:
            first = [" ".join(first)]
        for line in first:
            self._screen.unbroken(line, COLOUR[self._report.verdict])
        if self._manner.amount is Amount.ANSWER:
            return
        self._judged_as()
        told = [f for f in spoken(self._report) if f.rule != _IGNORED]
        findings = [f for f in told if f.waived is None]
        self._to_do([f for f in findings if f.severity is Severity.ERROR])
        if self._manner.amount is Amount.TO_DO:
            return
        self._asked()
        self._files()
        self._notes([f for f in findings if f.severity is not Severity.ERROR])
        self._waived([f for f in told if f.waived])
        self._ignored()
        self._screen.line()
        self._screen.line(self._say("officer"), "dim")

    def _judged_as(self) -> None:
        nationality = self._report.profile["nationality"]
        self._screen.line(judged_as(self._report, self._manner), "dim")
        if nationality.origin is ValueOrigin.UNKNOWN and not self._report.is_partial:
            self._screen.line(self._say("judged.say_it"), "dim")
        if self._report.known:
            self._screen.line(self._say("known", {"count": self._report.known}), "dim")

    def _to_do(self, findings: Sequence[Finding]) -> None:
        groups = self._alike(grouped(findings, self._report))
        if groups:
            self._heading("heading.do")
        for number, group in enumerate(groups, start=1):
            self._group(f"{number}. ", group)

    def _notes(self, findings: Sequence[Finding]) -> None:
        """Warnings; mere remarks only when everything is asked for, and else counted."""
        everything = self._manner.amount is Amount.WHY
        shown = [f for f in findings if everything or f.severity is Severity.WARNING]
        if shown:
            self._heading("heading.look")
        for group in self._alike(grouped(shown, self._report)):
            self._group("- ", group)
        if len(shown) < len(findings):
            self._screen.line()
            left = len(findings) - len(shown)
            self._screen.line(self._say("remarks", {"count": left}), "dim")

    def _waived(self, findings: Sequence[Finding]) -> None:
        """What somebody accepted is told, with who it was and until when."""
        if findings:
            self._heading("heading.waived")
        speaker, language = self._manner.speaker, self._manner.language
        for group in grouped(findings, self._report):
            names = self._writing.comma.join(map(show, group.paths))
            self._screen.hanging("- ", names, "bold", indent=_INDENT - 1)
            for finding in group.findings:
                problem = speaker.problem(finding.issue, language)
                self._screen.hanging("  ", self._on_page(finding, problem), "", _INDENT - 1)
                if finding.waived:
                    word = self._accepted(finding.waived)
                    self._screen.hanging(self._arrow, word, "cyan", _INDENT + 1)

    def _accepted(self, waiver: Waiver) -> str:
        params: dict[str, Param] = {
            "author": waiver.author,
            "until": waiver.until,
            "reason": waiver.reason,
        }
        return self._say("waived", params)

    def _alike(self, groups: Sequence[Group]) -> tuple[Group, ...]:
        """Put files together of which exactly the same is said."""
        speaker, language = self._manner.speaker, self._manner.language
        merged: dict[tuple[str, ...], Group] = {}
        for group in groups:
            said = tuple(speaker.problem(f.issue, language) for f in group.findings)
            key = said if group.paths else (group.findings[0].id,)
            first = merged.get(key)
            paths = (first.paths if first else ()) + group.paths
            merged[key] = replace(first or group, paths=paths)
        return tuple(merged.values())

    def _group(self, mark: str, group: Group) -> None:
        if group.paths:
            names = self._writing.comma.join(map(show, group.paths))
            self._screen.hanging(mark, names, "bold", indent=_INDENT - 1)
            mark = " " * len(mark)
        for finding in group.findings:
            self._finding(mark, finding, "" if group.paths else "bold")

    def _finding(self, mark: str, finding: Finding, style: str) -> None:
        speaker, language = self._manner.speaker, self._manner.language
        problem = speaker.problem(finding.issue, language)
        self._screen.hanging(mark, self._on_page(finding, problem), style, indent=_INDENT - 1)
        remedy = speaker.remedy(finding.issue, language)
        said = self._say("as_above") if remedy in self._advised else remedy
        self._advised.add(remedy)
        indent = _INDENT - 1 + len(mark)
        self._screen.hanging(self._arrow, said, "cyan", indent)
        if self._manner.amount is Amount.WHY:
            source = self._say("source", {"rule": finding.rule, "source": finding.source})
            self._screen.hanging("", source, "dim", indent + len(self._arrow))

    def _on_page(self, finding: Finding, problem: str) -> str:
        """Name the page, unless the file has one only or the sentence names it already."""
        where = finding.issue.where
        if where.path is None or where.page is None or self._page_count(where.path) < 2:
            return problem
        page = self._say("page", {"page": where.page})
        return (
            problem if page.lower() in problem.lower() else f"{page}{self._writing.colon}{problem}"
        )

    def _page_count(self, path: str) -> int:
        file = next((f for f in self._report.files if f.file.path == path), None)
        container = file.examined.container if file else None
        return container.page_count if container else 1

    def _asked(self) -> None:
        requirements = asked(self._report)
        if not requirements:
            return
        self._heading("heading.asked")
        rows: list[list[Cell]] = []
        for requirement in requirements:
            state, because = state_of(requirement), requirement.because
            paths = because.params.get("paths", requirement.satisfied_by)
            where = self._few(paths) if isinstance(paths, tuple) else ""
            if self._manner.amount is Amount.WHY:
                where = self._say(because.sentence, dict(because.params))
            name = name_of("requirement", requirement.id, self._manner)
            rows.append([self._state(f"status.{state}", state), (name, ""), (where, "dim")])
        self._screen.columns(rows, _INDENT)

    def _few(self, paths: tuple[str, ...] | tuple[Term, ...]) -> str:
        names = [show(str(path)) for path in paths[:_FEW_NAMES]]
        left = len(paths) - _FEW_NAMES
        return self._writing.comma.join([*names, f"+{left}"] if left > 0 else names)

    def _files(self) -> None:
        if not self._report.files:
            return
        self._heading("heading.files")
        rows = [self._file_row(file) for file in self._report.files]
        below: list[list[str]] = [[] for _ in rows]
        if self._manner.amount is Amount.WHY:
            below = [
                [" ".join(recognition(part, self._manner)) for part in file.examined.parts]
                for file in self._report.files
            ]
        self._screen.columns(rows, _INDENT, below)

    def _file_row(self, file: ExaminedFile) -> list[Cell]:
        state = file_state(file, self._report)
        return [
            self._state(f"state.{state}", state),
            (show(file.file.path), ""),
            (seen_as(file, self._manner), "dim"),
        ]

    def _ignored(self) -> None:
        entries = self._report.ignored
        if not entries:
            return
        self._screen.line()
        names = tuple(show(entry.path, 60) for entry in entries[:_MAX_NAMES])
        params: dict[str, Param] = {"names": names, "count": len(entries) - len(names)}
        key = "ignored.many" if params["count"] else "ignored.line"
        self._screen.line(self._say(key, params), "dim")

    def _heading(self, key: str) -> None:
        self._screen.line()
        self._screen.line(self._say(key), "bold")

    def _state(self, key: str, state: str) -> Cell:
        return self._say(key), STATE_COLOUR.get(state, "")

    def _say(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.sentence(key, params or {}, self._manner.language)
