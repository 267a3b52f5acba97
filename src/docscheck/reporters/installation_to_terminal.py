"""What is installed, in a terminal: the answer first, then what lacks and its command, then all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from docscheck.finding import Param
from docscheck.installation import (
    Component,
    Diagnosis,
    Presence,
    System,
    install_languages,
    install_needed,
)
from docscheck.messages import Speaker
from docscheck.ocr import DEFAULT_LANGUAGES
from docscheck.reporters.cells import cell_len, padded
from docscheck.reporters.screen import Cell, Screen

_COLOUR = {Presence.THERE: "green", Presence.MISSING: "yellow", Presence.BROKEN: "bold red"}
_ISOLATION_COLOUR = {"on": "green", "refused": "yellow", "not_offered": "dim"}
_INDENT = 2
_OF_THE_SYSTEM = ("engine", *DEFAULT_LANGUAGES)
"""Components that come with the system's own packages, not with Python's."""


def write(diagnosis: Diagnosis, out: TextIO, language: str, system: System) -> None:
    """Write the diagnosis for a person.

    Args:
        diagnosis: what was found.
        out: where to.
        language: one of `LANGUAGES`.
        system: whose commands are told.
    """
    _Page(diagnosis, Screen(out, language), language, system).write()


class _Page:
    def __init__(self, diagnosis: Diagnosis, screen: Screen, language: str, system: System) -> None:
        self._diagnosis = diagnosis
        self._screen = screen
        self._language = language
        self._system = system

    def write(self) -> None:
        found, screen = self._diagnosis, self._screen
        self._answer()
        versions = {
            "tool": found.tool_version,
            "rules": found.rules_edition,
            "python": found.python,
            "system": found.system,
        }
        screen.line(self._word("doctor.versions", versions), "dim")
        self._heading("heading.components")
        for component in found.components:
            if component.script is None:
                self._component(component)
        self._letters([c for c in found.components if c.script is not None])
        if found.isolation:
            self._isolation()

    def _answer(self) -> None:
        found = self._diagnosis
        if found.is_fit:
            self._screen.unbroken(self._say("doctor.fit"), "bold green")
        elif found.lacks:
            names = tuple(self._word(f"component.{c.id}") for c in found.lacks)
            self._screen.line(self._say("doctor.lacks", {"names": names}), "bold red")
            command = install_needed(self._system)
            if command and any(c.id in _OF_THE_SYSTEM for c in found.lacks):
                self._command("doctor.everything", command, 0)
        else:
            self._screen.line(self._say("doctor.unread"), "bold red")
            self._screen.line(self._say("doctor.unread.advice"))

    def _component(self, component: Component) -> None:
        missing = component.presence is Presence.MISSING and not component.needed
        state = "missing_unneeded" if missing else component.presence.value
        colour = "bold red" if component in self._diagnosis.lacks else _COLOUR[component.presence]
        name = self._word(f"component.{component.id}")
        version = (component.version or "").rpartition(" ")[2]
        self._row(self._say(f"presence.{state}"), colour, f"{name} {version}".rstrip())
        if component.presence is not Presence.THERE:
            below = 2 * _INDENT + self._widest
            purpose = self._word(f"component.{component.id}.for")
            self._screen.hanging("", purpose, "dim", below)
            if component.install:
                self._command("install", component.install, below)

    def _letters(self, components: Iterable[Component]) -> None:
        read = [c for c in components if c.presence is Presence.THERE]
        unread = [c for c in components if c.presence is not Presence.THERE]
        self._heading("heading.letters")
        for key, some in (("letters.read", read), ("letters.unread", unread)):
            if some:
                scripts = tuple(self._word(f"script.{c.script}") for c in some)
                self._screen.hanging("", self._say(key, {"scripts": scripts}), indent=_INDENT)
        command = install_languages(tuple(c.id for c in unread), self._system) if unread else None
        if command:
            self._command("letters.install", command, _INDENT)

    def _command(self, key: str, command: str, indent: int) -> None:
        """Write a command on a line of its own, however long: it is to be copied."""
        self._screen.hanging("", self._say(key), "dim", indent)
        self._screen.unbroken(" " * (indent + _INDENT) + command)

    def _isolation(self) -> None:
        self._heading("heading.isolation")
        for measure, state in self._diagnosis.isolation.items():
            name = self._word(f"measure.{measure}")
            self._row(self._word(f"isolation.{state}"), _ISOLATION_COLOUR[state], name)
        everything = set(self._diagnosis.isolation.values()) == {"on"}
        self._screen.line()
        self._screen.line(self._say("isolation.all" if everything else "isolation.less"), "dim")

    def _row(self, word: str, colour: str, text: str) -> None:
        row: list[Cell] = [(padded(word, self._widest), colour), (text, "")]
        self._screen.columns([row], _INDENT)

    @property
    def _widest(self) -> int:
        """Of the words of the first column, so that the second stands straight."""
        states = ("presence.there", "presence.missing", "presence.broken", "isolation.not_offered")
        return max(cell_len(self._word(key)) for key in states)

    def _heading(self, key: str) -> None:
        self._screen.line()
        self._screen.line(self._say(key), "bold")

    def _say(self, key: str, params: Mapping[str, Param] | None = None) -> str:
        return Speaker().sentence(key, params or {}, self._language)

    def _word(self, key: str, params: Mapping[str, Param] | None = None) -> str:
        return Speaker().phrase(key, params or {}, self._language)
