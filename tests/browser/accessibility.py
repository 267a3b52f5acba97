"""What axe-core (WCAG 2.2 A and AA, and its good practices) finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from msgspec import Struct
from playwright.sync_api import Page

GRAVE = frozenset({"serious", "critical"})
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Barrier(Struct, frozen=True):
    """One finding of axe-core."""

    rule: str
    impact: str
    help: str
    places: tuple[str, ...]
    """HTML of the elements, shortened."""


def barriers(page: Page) -> list[Barrier]:
    """Give everything that is found on the page as it stands now."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": _RULES}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        Barrier(
            one["id"],
            one["impact"] or "none",
            one["help"],
            tuple(node["html"][:200] for node in one["nodes"]),
        )
        for one in found
    ]
