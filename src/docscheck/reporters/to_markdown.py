r"""The report as Markdown (CommonMark 0.31, with the tables of GFM): for a job's summary or a mail.

Order of thought as in the terminal. Whatever is said goes through one door that leaves no character
a meaning: file names may hold markup, addresses and mentions (R18).

>>> _text("*a*_b_|<c> http://x @d")
'\\*a\\*\\_b\\_\\|\\<c\\> http\\://x \\@d'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from docscheck.finding import Finding, Severity
from docscheck.foreign_text import show, visible
from docscheck.report import Report
from docscheck.reporters.answer import answer, asked, judged_as, state_of, stopped
from docscheck.reporters.by_paper import file_state, grouped, spoken
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import name_of, seen_as

_MEANT = re.compile(r"([\\`*_\[\]<>|~#@&$^{}]|:(?=//)|(?<=www)\.)")
"""What Markdown, and GitHub's kind of it, would act upon."""
_OPENING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
"""What would begin a list or underline a heading."""
_EDGES = re.compile(r"^ +| +$")
_SPACE = "&#32;"
"""A bare one at the edge of bold text would leave its asterisks as they are."""


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write the page."""
    for line in _lines(report, manner):
        out.write(line + "\n")


def _lines(report: Report, manner: Manner) -> Iterator[str]:
    yield f"## {_text(_say('page.title', {'dossier': report.dossier}, manner))}"
    yield ""
    if report.is_partial:
        yield f"**{_text(stopped(report, manner))}**"
        yield ""
    yield f"**{_text(answer(report, manner))}**"
    yield ""
    yield _text(judged_as(report, manner))
    if report.known:
        yield ""
        yield _text(_say("known", {"count": str(report.known)}, manner))
    findings = [f for f in spoken(report) if f.waived is None]
    yield from _to_do([f for f in findings if f.severity is Severity.ERROR], report, manner)
    yield from _asked(report, manner)
    yield from _files(report, manner)
    yield from _notes([f for f in findings if f.severity is Severity.WARNING], report, manner)
    yield ""
    yield _text(_say("officer", {}, manner))


def _to_do(findings: Sequence[Finding], report: Report, manner: Manner) -> Iterator[str]:
    if findings:
        yield from _heading("heading.do", manner)
    for number, group in enumerate(grouped(findings, report), start=1):
        yield from _group(f"{number}. ", group.paths, group.findings, manner)


def _notes(findings: Sequence[Finding], report: Report, manner: Manner) -> Iterator[str]:
    if findings:
        yield from _heading("heading.look", manner)
    for group in grouped(findings, report):
        yield from _group("- ", group.paths, group.findings, manner)


def _group(
    mark: str, paths: Sequence[str], findings: Sequence[Finding], manner: Manner
) -> Iterator[str]:
    """Yield one item: its files in bold, what was seen, what to do."""
    inner = " " * len(mark)
    speaker, language = manner.speaker, manner.language
    first = f"**{_text(', '.join(map(show, paths)))}**" if paths else None
    if first:
        yield f"{mark}{first}"
    for number, finding in enumerate(findings):
        lead = inner if first or number else mark
        problem = _text(speaker.problem(finding.issue, language))
        yield f"{lead}{'- ' if first else ''}{problem}\\"
        deeper = inner + ("  " if first else "")
        yield f"{deeper}→ {_text(speaker.remedy(finding.issue, language))}"


def _asked(report: Report, manner: Manner) -> Iterator[str]:
    requirements = asked(report)
    if not requirements:
        return
    yield from _heading("heading.asked", manner)
    yield from _table_head(3)
    for entry in requirements:
        because = entry.because
        state = _say(f"status.{state_of(entry)}", {}, manner)
        why = manner.speaker.sentence(because.sentence, because.params, manner.language)
        yield _row(state, name_of("requirement", entry.id, manner), why)


def _files(report: Report, manner: Manner) -> Iterator[str]:
    if not report.files:
        return
    yield from _heading("heading.files", manner)
    yield from _table_head(3)
    for entry in report.files:
        state = _say(f"state.{file_state(entry, report)}", {}, manner)
        yield _row(state, show(entry.file.path), seen_as(entry, manner))


def _heading(key: str, manner: Manner) -> Iterator[str]:
    yield ""
    yield f"### {_text(_say(key, {}, manner))}"
    yield ""


def _table_head(columns: int) -> Iterator[str]:
    """GFM has no table without a head; an empty one is shown as a thin line."""
    yield _row(*[""] * columns)
    yield "|" + " --- |" * columns


def _row(*cells: str) -> str:
    return "| " + " | ".join(map(_text, cells)) + " |"


def _say(key: str, params: dict[str, str], manner: Manner) -> str:
    return manner.speaker.sentence(key, dict(params), manner.language)


def _text(told: str) -> str:
    """Give a text as Markdown that shows just that text, on one line."""
    shown = _OPENING.sub(_escaped, _MEANT.sub(r"\\\1", visible(told)))
    return _EDGES.sub(lambda edge: _SPACE * len(edge[0]), shown)


def _escaped(opening: re.Match[str]) -> str:
    space, mark = opening.groups()
    return f"{space}\\{mark}" if not mark.isdigit() else f"{space}{mark}\\"
