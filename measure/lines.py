"""What a measure shows, line by line: reached, wanted, met or not."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

HEAD = "| what | reached | wanted | met |\n|---|---|---|---|"


class Line(Struct, frozen=True):
    """One line of the table."""

    what: str
    reached: str
    wanted: str = ""
    met: bool | None = None
    """`None`: for information, or not run."""

    def __str__(self) -> str:
        """Give it as a row of Markdown."""
        verdict = {None: "", True: "yes", False: "**no**"}[self.met]
        return f"| {self.what} | {self.reached} | {self.wanted} | {verdict} |"


class Told(Struct, frozen=True):
    """A table that was printed."""

    text: str
    met: bool
    """Of all that was wanted."""


def told(lines: Iterable[Line]) -> Told:
    """Print the lines as they come."""
    rows, met = [HEAD], True
    print(HEAD, flush=True)
    for line in lines:
        rows.append(str(line))
        met = met and line.met is not False
        print(line, flush=True)
    return Told("\n".join(rows) + "\n", met)
