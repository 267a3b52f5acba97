r"""The report as workflow commands, which GitHub shows as annotations beside the files.

One line a finding: `::error file=...,title=...::message`; a doubt is a warning, since nobody knows
yet that anything is wrong. The last line is the answer, in plain words. Escapes: `%`, CR and LF in
messages, `:` and `,` besides in properties (actions/toolkit, `command.ts`). What other systems take
for commands within a line (`##vso[`, `##[`) is taken apart (R18).

>>> _text("50 % of ##vso[task]")
'50 %25 of # #vso[task]'
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from docscheck.finding import Finding, Kind, Severity
from docscheck.foreign_text import visible
from docscheck.report import Report
from docscheck.reporters.answer import answer, stopped
from docscheck.reporters.by_paper import spoken
from docscheck.reporters.from_root import path_from
from docscheck.reporters.interface import Manner

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DOUBT = {**_COMMAND, Severity.ERROR: "warning"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = str.maketrans({**_IN_TEXT, ":": "%3A", ",": "%2C"})
_TEXT = str.maketrans(_IN_TEXT)


def write(report: Report, out: TextIO, manner: Manner) -> None:
    """Write an annotation for each finding that nobody accepted, then the answer."""
    for line in _lines(report, manner):
        out.write(line + "\n")


def _lines(report: Report, manner: Manner) -> Iterator[str]:
    for finding in spoken(report):
        if finding.waived is None:
            yield _annotation(finding, manner)
    if report.is_partial:
        yield _text(stopped(report, manner))
    if report.known:
        known = {"count": report.known}
        yield _text(manner.speaker.sentence("known", known, manner.language))
    yield _text(answer(report, manner))


def _annotation(finding: Finding, manner: Manner) -> str:
    issue, speaker, language = finding.issue, manner.speaker, manner.language
    command = (_COMMAND if finding.kind is Kind.FAIL else _DOUBT)[finding.severity]
    title = manner.rulebook.catalogue[finding.rule].title.in_language(language)
    file = path_from(manner.root, issue.where.path)
    message = f"{speaker.problem(issue, language)} {speaker.remedy(issue, language)}"
    return f"::{command} file={_property(file)},title={_property(title)}::{_text(message)}"


def _text(told: str) -> str:
    return _apart(visible(told)).translate(_TEXT)


def _property(told: str) -> str:
    return _apart(visible(told)).translate(_IN_PROPERTY)


def _apart(told: str) -> str:
    return told.replace("##", "# #")
