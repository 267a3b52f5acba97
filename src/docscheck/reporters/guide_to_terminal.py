"""The guide in a terminal: what comes next, the days, then every step with its box.

A box is written, never only coloured: `[x]` shown by the folder, `(x)` said by the student, `[?]`
to look at, `[ ]` to do. What is done takes one line; the rest is explained.
"""

from __future__ import annotations

from typing import TextIO

from docscheck.finding import Param, Term
from docscheck.foreign_text import show
from docscheck.guide import Guide, Paper, State, Step
from docscheck.languages import WRITING, written_date
from docscheck.reporters.amount import Amount
from docscheck.reporters.cells import cell_len
from docscheck.reporters.guide_words import headline, occasion, paragraphs, person, warning
from docscheck.reporters.interface import Manner
from docscheck.reporters.screen import Screen

_BOX = {
    State.DONE: "[x]",
    State.SAID: "(x)",
    State.LOOK: "[?]",
    State.TODO: "[ ]",
    State.LATER: "[ ]",
}
_COLOUR = {State.DONE: "green", State.SAID: "green", State.LOOK: "yellow", State.LATER: "dim"}
_IN_LEGEND = (State.DONE, State.SAID, State.LOOK, State.TODO)
_INDENT = 2


def write(guide: Guide, out: TextIO, manner: Manner) -> None:
    """Write the guide for a person."""
    _Page(guide, out, manner).write()


class _Page:
    """One guide on one screen."""

    def __init__(self, guide: Guide, out: TextIO, manner: Manner) -> None:
        self._guide = guide
        self._manner = manner
        self._language = manner.language
        self._comma = WRITING[manner.language].comma
        self._screen = Screen(out, manner.language)
        self._arrow = "→ " if self._screen.can_show("→") else "> "

    def write(self) -> None:
        self._screen.unbroken(headline(self._guide, self._manner, self._language), "bold")
        self._screen.line(person(self._guide, self._manner, self._language), "dim")
        if not self._guide.folder_read:
            self._screen.line(self._say("guide.no_folder"), "dim")
        self._remarks()
        self._legend()
        self._dates()
        for chapter in self._manner.rulebook.guide.chapters:
            steps = [s for s in self._guide.steps if s.rule.chapter == chapter.id]
            if steps:
                self._heading(chapter.title.in_language(self._language))
            for step in steps:
                self._step(step)
        self._screen.line()
        self._screen.line(self._say("officer"), "dim")

    def _remarks(self) -> None:
        """Put what is asked of the person, or said of the answers; problems only of a folder."""
        speaker = self._manner.speaker
        for finding in self._guide.remarks:
            if self._guide.folder_read:
                problem = speaker.problem(finding.issue, self._language)
                self._screen.line()
                self._screen.line(problem)
            remedy = speaker.remedy(finding.issue, self._language)
            self._screen.hanging(self._arrow, remedy, "cyan")

    def _legend(self) -> None:
        """Explain the boxes that occur."""
        seen = {s.state for s in self._guide.steps}
        seen |= {paper.state for s in self._guide.steps for paper in s.papers}
        if State.LOOK in seen:
            self._screen.line(self._say("guide.look"), "dim")
        told = [f"{_BOX[s]} {self._word(f'guide.state.{s}')}" for s in _IN_LEGEND if s in seen]
        whole = "   ".join(told)
        if told:
            self._screen.line()
        for line in [whole] if cell_len(whole) <= self._screen.width else told:
            self._screen.line(line, "dim")

    def _dates(self) -> None:
        if not self._guide.deadlines:
            return
        self._heading(self._say("guide.dates"))
        for deadline in self._guide.deadlines:
            mark = f"{written_date(deadline.day, self._language)}  "
            said = occasion(deadline, self._manner, self._language)
            self._screen.hanging(mark, said, indent=_INDENT)
            advice = warning(deadline, self._manner, self._language)
            self._screen.hanging(self._arrow, advice, "cyan", 2 * _INDENT)

    def _step(self, step: Step) -> None:
        mark = f"{step.number}. " if step.number else ""
        mark += f"{_BOX[step.state]} " if step.state in _BOX else ""
        title = step.rule.title.in_language(self._language)
        self._screen.hanging(mark, title, _COLOUR.get(step.state, "bold"), indent=_INDENT)
        indent = _INDENT + len(mark) if mark else 2 * _INDENT
        if step.paths:
            self._screen.hanging("", self._comma.join(map(show, step.paths)), "dim", indent)
        if step.state not in (State.DONE, State.SAID) or self._is_verbose:
            self._explained(step, indent)
        else:
            self._papers(step, indent)

    def _explained(self, step: Step, indent: int) -> None:
        for paragraph in paragraphs(step, self._guide, self._language):
            self._screen.hanging("", paragraph, "", indent)
        for item in step.rule.items:
            self._screen.hanging("- ", item.in_language(self._language), "", indent)
        self._papers(step, indent)
        for link in step.rule.links:
            self._screen.unbroken(" " * indent + link, "cyan")
        if self._is_verbose:
            params: dict[str, Param] = {
                "rule": step.rule.id,
                "source": step.rule.provenance.source,
            }
            self._screen.hanging("", self._say("source", params), "dim", indent)

    def _papers(self, step: Step, indent: int) -> None:
        for paper in step.papers:
            style = _COLOUR.get(paper.state, "bold")
            self._screen.hanging(f"{_BOX[paper.state]} ", self._named(paper), style, indent)
            if paper.state in (State.TODO, State.LATER):
                how = self._manner.rulebook.requirements[paper.requirement].how
                below = indent + len(_BOX[paper.state]) + 1
                self._screen.hanging(self._arrow, how.in_language(self._language), "cyan", below)

    def _named(self, paper: Paper) -> str:
        term = Term("requirement", paper.requirement)
        name = self._manner.speaker.term(term, self._language)
        notes = [show(path) for path in paper.paths]
        if paper.state is State.LATER:
            notes.append(self._word("guide.state.later"))
        return f"{name} ({self._comma.join(notes)})" if notes else name

    @property
    def _is_verbose(self) -> bool:
        return self._manner.amount is Amount.WHY

    def _heading(self, text: str) -> None:
        self._screen.line()
        self._screen.line(text, "bold")

    def _say(self, key: str, params: dict[str, Param] | None = None) -> str:
        return self._manner.speaker.sentence(key, params or {}, self._language)

    def _word(self, key: str) -> str:
        return self._manner.speaker.phrase(key, {}, self._language)
