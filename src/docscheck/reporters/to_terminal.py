"""The report in a terminal: the answer first, then what to do, then the table of files.

For a person in a hurry. The first line alone is an answer; every state is a word as well as a
colour; narrow windows and NO_COLOR are honoured by Rich. Strings from outside reach the screen as
`Text`, never as markup (R15).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from docscheck.document import ExaminedFile, Trouble
from docscheck.finding import (
    Finding,
    Kind,
    Param,
    Requirement,
    RequirementStatus,
    Severity,
    Term,
    ValueOrigin,
    Verdict,
)
from docscheck.foreign_text import show
from docscheck.report import Report
from docscheck.reporters.amount import Amount
from docscheck.reporters.interface import Manner

_COLOUR = {
    Verdict.READY: "bold green",
    Verdict.TO_REVIEW: "bold yellow",
    Verdict.NOT_READY: "bold red",
}
_STATE_COLOUR = {"ok": "green", "redo": "bold red", "look": "yellow", "warn": "yellow"}
_STATUS_COLOUR = {
    RequirementStatus.SATISFIED: "green",
    RequirementStatus.MISSING: "bold red",
    RequirementStatus.NONCONFORMING: "bold red",
    RequirementStatus.DOUBTFUL: "yellow",
}
_OPEN = (
    RequirementStatus.NONCONFORMING,
    RequirementStatus.MISSING,
    RequirementStatus.DOUBTFUL,
)
_REQUIREMENT_REPEATS = "requirement.nonconforming"
"""Says again, for tools, what the finding about the document already told the student."""


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the report for a person."""
    _Page(report, out, manner).write()


class _Page:
    """One report on one console."""

    def __init__(self, report: Report, out: TextIO, manner: Manner) -> None:
        self._report = report
        self._manner = manner
        self._console = Console(
            file=out, highlight=False, markup=False, emoji=False, soft_wrap=False
        )

    def write(self) -> None:
        self._answer()
        if self._manner.amount is Amount.ANSWER:
            return
        self._assumptions()
        shown = [f for f in self._report.findings if f.rule != _REQUIREMENT_REPEATS]
        decisive = [f for f in shown if f.severity is Severity.ERROR]
        self._findings("heading.do", decisive, numbered=True)
        self._requirements()
        self._files()
        self._findings("heading.look", [f for f in shown if _is_worth_knowing(f)], numbered=False)
        self._ignored()
        self._print(self._say("officer"), "dim")

    def _answer(self) -> None:
        statuses = Counter(r.status for r in self._asked())
        params: dict[str, Param] = {
            "satisfied": statuses[RequirementStatus.SATISFIED],
            "asked": sum(statuses.values()),
        }
        params["counts"] = ", ".join(self._counts(statuses, params))
        verdict = self._report.verdict
        self._print(self._say(f"answer.{verdict.value}", params), _COLOUR[verdict])

    def _counts(
        self, statuses: Counter[RequirementStatus], params: dict[str, Param]
    ) -> Iterator[str]:
        if not statuses:
            yield self._say("count.not_asked")
            return
        yield self._say("count.satisfied", params)
        for status in _OPEN:
            if statuses[status]:
                said = self._say(f"count.{status.value}", {"count": statuses[status]})
                yield said[0].lower() + said[1:]

    def _asked(self) -> Iterator[Requirement]:
        for requirement in self._report.requirements:
            if requirement.status is not RequirementStatus.NOT_APPLICABLE:
                yield requirement

    def _assumptions(self) -> None:
        profile = self._report.profile
        stage = str(profile["stage"].value)
        said = [
            self._say("assumed.stage", {"stage": Term("stage", stage)}),
            self._say("assumed.profile", {"profile": Term("profile", self._report.profile_rule)}),
        ]
        nationality = profile["nationality"]
        if nationality.origin is ValueOrigin.INFERRED:
            said.append(
                self._say("assumed.nationality", {"nationality": str(nationality.value)})
            )
        elif nationality.origin is ValueOrigin.UNKNOWN:
            said.append(self._say("assumed.unknown"))
        self._print(" ".join(said), "dim")

    def _findings(self, heading: str, findings: list[Finding], *, numbered: bool) -> None:
        if not findings:
            return
        self._heading(heading)
        for number, finding in enumerate(findings, start=1):
            mark = f"{number}." if numbered else "-"
            self._finding(mark, finding)

    def _finding(self, mark: str, finding: Finding) -> None:
        issue, speaker, language = finding.issue, self._manner.speaker, self._manner.language
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=3, justify="right")
        grid.add_column(ratio=1)
        where = self._where(finding)
        if where:
            grid.add_row(Text(mark), Text(where, style="bold"))
            mark = ""
        grid.add_row(Text(mark), Text(speaker.problem(issue, language)))
        grid.add_row(Text("→"), Text(speaker.remedy(issue, language), style="cyan"))
        if self._manner.amount is Amount.WHY:
            source = self._say("source", {"source": finding.source})
            grid.add_row("", Text(f"{finding.rule}. {source}", style="dim"))
        self._console.print(grid)

    def _where(self, finding: Finding) -> str:
        where = finding.issue.where
        if where.path is None:
            return ""
        pages = self._page_count(where.path)
        if where.page is None or pages < 2:
            return show(where.path)
        return f"{show(where.path)}, {self._say('page', {'page': where.page}).lower()}"

    def _page_count(self, path: str) -> int:
        file = next((f for f in self._report.files if f.file.path == path), None)
        container = file.examined.container if file else None
        return container.page_count if container else 1

    def _requirements(self) -> None:
        asked = list(self._asked())
        if not asked:
            return
        self._heading("heading.asked")
        table = Table.grid(padding=(0, 2))
        for requirement in asked:
            status = requirement.status
            because = requirement.because
            table.add_row(
                Text(self._say(f"status.{status.value}"), style=_STATUS_COLOUR[status]),
                Text(self._name("requirement", requirement.id)),
                Text(self._say(because.sentence, dict(because.params)), style="dim"),
            )
        self._console.print(Padding(table, (0, 0, 0, 2)))

    def _files(self) -> None:
        if not self._report.files:
            return
        self._heading("heading.files")
        table = Table(box=None, padding=(0, 2), show_header=True, header_style="dim")
        for column in ("column.file", "column.seen_as", "column.state"):
            table.add_column(self._say(column), overflow="fold")
        for file in self._report.files:
            state = self._state(file)
            table.add_row(
                Text(show(file.file.path)),
                Text(self._seen_as(file)),
                Text(self._say(f"state.{state}"), style=_STATE_COLOUR[state]),
            )
        self._console.print(table)

    def _seen_as(self, file: ExaminedFile) -> str:
        if file.examined.trouble is not None:
            return self._say("seen_as.unread")
        names = [
            self._name("type", kind) if kind else self._say("seen_as.unrecognised")
            for kind in (part.classification.type for part in file.examined.parts)
        ]
        if not names:
            return self._say("seen_as.blank")
        return " + ".join(dict.fromkeys(names))

    def _state(self, file: ExaminedFile) -> str:
        findings = self._report.findings_of(file.file.path)
        kinds = {f.kind for f in findings if f.severity is Severity.ERROR}
        if Kind.FAIL in kinds or file.examined.trouble in (Trouble.CORRUPT, Trouble.ENCRYPTED):
            return "redo"
        if kinds:
            return "look"
        return "warn" if any(f.severity is Severity.WARNING for f in findings) else "ok"

    def _ignored(self) -> None:
        names = [show(entry.path, 60) for entry in self._report.ignored]
        if names:
            self._console.print()
            self._print(self._say("ignored.line", {"names": tuple(names[:20])}), "dim")

    def _heading(self, key: str) -> None:
        self._console.print()
        self._print(self._say(key), "bold")

    def _print(self, text: str, style: str = "") -> None:
        self._console.print(Text(text, style=style))

    def _say(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.sentence(key, params or {}, self._manner.language)

    def _name(self, kind: str, identifier: str) -> str:
        name = self._manner.speaker.term(Term(kind, identifier), self._manner.language)
        return name[:1].upper() + name[1:]


def _is_worth_knowing(finding: Finding) -> bool:
    return finding.severity is not Severity.ERROR and finding.rule != "file.ignored"
