"""What a checker is: a module with these five names.

- its docstring: the manual page (what it asks, why the portal cares, what passes, what fails, how
  it can be wrong);
- `ID`: the module's name in kebab-case;
- `RULES`: the rule ids it may yield, a closed set, each in `rules/catalogue.toml`;
- `Settings`: a frozen `msgspec.Struct` whose members carry their units; made from a table of TOML;
- `check`: a generator of `Issue`. No I/O, no clock (`context.today`), no sentence, no severity.

It yields nothing when all is well, `REVIEW` when it cannot tell, `UNCHECKED` when the fact it
needs is absent, and never raises for a bad document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from docscheck.document import Document, ExaminedFile, Folder
from docscheck.finding import Context, Issue


class Checker(Protocol):
    """What the three kinds have in common."""

    @property
    def ID(self) -> str:
        """The module's name in kebab-case."""

    @property
    def RULES(self) -> frozenset[str]:
        """The rule ids it may yield."""

    @property
    def Settings(self) -> type:
        """The frozen `msgspec.Struct` that a rule file's table is converted to."""


class FileChecker(Checker, Protocol):
    """Judges one file, whatever it shows."""

    def check(self, subject: ExaminedFile, settings: Any, context: Context) -> Iterator[Issue]: ...


class DocumentChecker(Checker, Protocol):
    """Judges one document; the folder is there for its pages and their measures."""

    def check(
        self, subject: Document, folder: Folder, settings: Any, context: Context
    ) -> Iterator[Issue]: ...


class FolderChecker(Checker, Protocol):
    """Judges documents against one another."""

    def check(self, subject: Folder, settings: Any, context: Context) -> Iterator[Issue]: ...
