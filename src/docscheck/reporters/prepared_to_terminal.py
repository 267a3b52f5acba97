"""What was prepared, for a person: the answer, the files to upload, what to obtain, what was left.

The first line alone is an answer; every file says what it was made of and what was done to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from docscheck.finding import Finding, Param, Requirement, Verdict
from docscheck.foreign_text import show
from docscheck.mend.order import Mend
from docscheck.prepared import Left, Output, Prepared
from docscheck.reporters.amount import Amount
from docscheck.reporters.interface import Manner
from docscheck.reporters.prepared_to_json import to_obtain
from docscheck.reporters.recognised import name_of
from docscheck.reporters.screen import Screen

_COLOUR = {
    Verdict.READY: "bold green",
    Verdict.TO_REVIEW: "bold yellow",
    Verdict.NOT_READY: "bold red",
}
_INDENT = 2
_IGNORED = "ignored"


def write(prepared: Prepared, out: TextIO, manner: Manner, place: str) -> None:
    """Write the summary; `place` is the folder that was made, as it was typed."""
    _Page(prepared, out, manner, place).write()


class _Page:
    def __init__(self, prepared: Prepared, out: TextIO, manner: Manner, place: str) -> None:
        self._prepared = prepared
        self._manner = manner
        self._place = place
        self._screen = Screen(out)
        self._arrow = "→ " if self._screen.can_show("→") else "> "

    def write(self) -> None:
        self._answer()
        if self._manner.amount is Amount.ANSWER:
            return
        self._files()
        wanting = to_obtain(self._prepared)
        self._wanting("prepare.heading.obtain", [r for r in wanting if r.blocking])
        self._wanting("prepare.heading.later", [r for r in wanting if not r.blocking])
        self._left()
        self._screen.line()
        if not self._prepared.dry_run and self._prepared.outputs:
            self._screen.line(self._say("prepare.read_again"), "dim")
            if any(Mend.METADATA in output.mends for output in self._prepared.outputs):
                self._screen.line(self._say("prepare.metadata"), "dim")
        dry = ".dry_run" if self._prepared.dry_run else ""
        self._screen.line(self._say(f"prepare.originals{dry}"), "dim")

    def _answer(self) -> None:
        after, count = self._prepared.after, len(self._prepared.outputs)
        params: dict[str, Param] = {"count": count, "path": show(self._place)}
        if after is None:
            self._screen.unbroken(self._say("prepare.answer.dry_run", params), "bold")
        elif not count:
            self._screen.unbroken(self._say("prepare.answer.nothing"), "bold red")
        else:
            key = f"prepare.answer.{after.verdict}"
            self._screen.unbroken(self._say(key, params), _COLOUR[after.verdict])

    def _files(self) -> None:
        if self._prepared.outputs:
            self._heading("prepare.heading.files")
        for output in self._prepared.outputs:
            self._output(output)

    def _output(self, output: Output) -> None:
        names = [name_of("type", kind, self._manner) for kind in dict.fromkeys(output.types)]
        head: dict[str, Param] = {"name": show(output.path), "papers": " + ".join(names)}
        self._screen.hanging("- ", self._phrase("prepare.file", head), "bold", _INDENT - 1)
        apart = Mend.SPLIT in output.mends
        origins = ", ".join(self._pages(o.path, o.pages if apart else ()) for o in output.origins)
        self._below(self._say("prepare.from", {"names": origins}), "dim")
        self._below(self._mends(output), "dim")
        if output.kept:
            self._below(self._say(f"prepare.kept.{output.kept}"), "dim")
        if output.to_review:
            self._below(self._say("prepare.look"), "yellow")
        self._findings(output.still)

    def _mends(self, output: Output) -> str:
        """Name what was done; what is done to every file is said once, at the end."""
        mends = [mend for mend in output.mends if mend is not Mend.METADATA]
        said = [self._phrase(f"prepare.mend.{mend}") for mend in mends]
        return ", ".join(said) or self._phrase("prepare.no_mend")

    def _pages(self, path: str, pages: Sequence[int]) -> str:
        if not pages:
            return show(path)
        params: dict[str, Param] = {"name": show(path), "pages": ", ".join(map(str, pages))}
        return self._phrase("prepare.pages", params)

    def _findings(self, findings: Iterable[Finding]) -> None:
        speaker, language = self._manner.speaker, self._manner.language
        for finding in findings:
            self._below(speaker.problem(finding.issue, language), "")
            remedy = speaker.remedy(finding.issue, language)
            self._screen.hanging(self._arrow, remedy, "cyan", _INDENT + 1)

    def _wanting(self, heading: str, requirements: Sequence[Requirement]) -> None:
        if requirements:
            self._heading(heading)
        for requirement in requirements:
            name = name_of("requirement", requirement.id, self._manner)
            how = self._manner.rulebook.requirements[requirement.id].how
            self._screen.hanging("- ", name, "bold", _INDENT - 1)
            self._below(how.in_language(self._manner.language), "")

    def _left(self) -> None:
        everything = self._manner.amount is Amount.WHY
        left = [e for e in self._prepared.left if everything or e.reason != _IGNORED]
        if left:
            self._heading("prepare.heading.left")
        for entry in left:
            self._one_left(entry)

    def _one_left(self, entry: Left) -> None:
        self._screen.hanging("- ", self._pages(entry.path, entry.pages), "bold", _INDENT - 1)
        self._below(self._say(f"prepare.left.{entry.reason}", {"better": entry.better}), "")
        self._findings(entry.findings)

    def _below(self, text: str, style: str) -> None:
        self._screen.hanging("", text, style, _INDENT + 1)

    def _heading(self, key: str) -> None:
        self._screen.line()
        self._screen.line(self._say(key), "bold")

    def _say(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.sentence(key, params or {}, self._manner.language)

    def _phrase(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.phrase(key, params or {}, self._manner.language)
