"""The report in a real browser: for every reader, on every screen, on paper, by keyboard alone."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pypdfium2
import pytest
from playwright.sync_api import Page

from docscheck.languages import LANGUAGES, WRITING
from docscheck.messages import sentences
from docscheck.report import Report
from tests.browser.accessibility import Barrier
from tests.browser.conftest import OpenPage
from tests.browser.pages import in_order, much_wrong, written
from tests.reporters.reports import hostile_names, stopped_early

Audit = Callable[[Page], list[Barrier]]

REPORTS: Mapping[str, Callable[[], Report]] = {
    "much wrong": much_wrong,
    "in order": in_order,
    "stopped": stopped_early,
    "hostile names": hostile_names,
}
WIDE, PHONE, NARROW = ({"width": w, "height": 844} for w in (1280, 390, 320))
_FOCUS = """() => {
  const one = document.activeElement, ring = one.matches('input') ? one.parentElement : one;
  const style = getComputedStyle(ring), box = ring.getBoundingClientRect();
  return {
    what: one.id || one.getAttribute('href') || one.localName,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.top >= 0 && box.bottom <= innerHeight && box.width > 0,
  };
}"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    return {
        name: written(make(), folder / f"{name}.html".replace(" ", "_"))
        for name, make in REPORTS.items()
    }


def open_all(page: Page) -> Page:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return page


def choose(page: Page, language: str) -> Page:
    page.locator(f"#choose-{language}").check()
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("scheme", "screen"), [("light", PHONE), ("dark", WIDE)])
def test_nobody_is_shut_out(
    scheme: str,
    screen: Mapping[str, int],
    language: str,
    files: Mapping[str, Path],
    open_page: OpenPage,
    audit: Audit,
) -> None:
    page = open_page(files["much wrong"], color_scheme=scheme, viewport=screen)
    assert audit(open_all(choose(page, language))) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [name for name in REPORTS if name != "much wrong"])
def test_nor_by_any_other_report(
    name: str, scheme: str, files: Mapping[str, Path], open_page: OpenPage, audit: Audit
) -> None:
    assert audit(open_all(open_page(files[name], color_scheme=scheme))) == []


@pytest.mark.parametrize("name", REPORTS)
def test_it_opens_without_a_network_and_asks_for_nothing(
    name: str, files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files[name], offline=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert [url for url in asked if not url.startswith("data:image/jpeg;base64,")] == [page.url]
    pictures = page.locator("symbol image").count()
    assert bool(pictures) == (name in ("much wrong", "in order", "stopped"))


def test_one_language_at_a_time_is_shown_and_read_out(
    files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"])
    for language, writing in WRITING.items():
        choose(page, language)
        first = page.get_by_role("heading", level=2).first
        assert first.inner_text() == sentences(language)["page.do"]
        shown = page.eval_on_selector_all(
            ".in", "all => all.filter(one => one.checkVisibility()).map(one => one.lang)"
        )
        assert set(shown) == {writing.tag}
        assert len(shown) > 30


def test_arabic_turns_the_page_round_and_french_turns_it_back(
    files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"])
    sides = []
    for language in ("ar", "fr"):
        box = choose(page, language).locator(".steps .remedy").first.bounding_box()
        assert box is not None
        sides.append((box["x"], WIDE["width"] - box["x"] - box["width"]))
    (arabic_left, arabic_right), (french_left, french_right) = sides
    assert (arabic_left, arabic_right) == (french_right, french_left)
    assert french_left > french_right


def test_headings_and_landmarks_lead_through_it(
    files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"])
    levels = page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(h => +h.localName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    landmarks: tuple[Literal["banner", "main", "contentinfo"], ...]
    landmarks = ("banner", "main", "contentinfo")
    for role in landmarks:
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("group", name="Language").get_by_role("radio").count() == len(LANGUAGES)
    titles = page.get_by_role("region").all()
    assert [one.get_by_role("heading", level=2).inner_text() for one in titles[:2]] == [
        "What to do, most important first",
        "What is asked of you",
    ]


@pytest.mark.parametrize(
    ("language", "page_one", "place"),
    [
        ("en", "Page 1 of passport.pdf", "Page 1 of passport.pdf, enlarged"),
        ("fr", "Page 1 de passport.pdf", "Page 1 de passport.pdf, agrandie"),
    ],
)
def test_every_picture_is_called_by_its_name_in_the_language(
    language: str, page_one: str, place: str, files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = choose(open_page(files["much wrong"]), language)
    every = page.get_by_role("img")
    assert every.count() == page.locator("svg[role=img]").count() > 5
    assert page.get_by_role("img", name=page_one, exact=True).count() == 1
    enlarged = page.get_by_role("img", name=place)
    assert enlarged.count() == 1
    assert enlarged.locator(".frame").count() == 1
    read_out = page.locator("main").aria_snapshot()
    assert len(re.findall(r'- img "Page \d', read_out)) == read_out.count("- img") == every.count()


def test_by_keyboard_the_language_is_chosen_with_arrows(
    files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"])
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUS)["what"] == "choose-en"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(_FOCUS) == {"what": "choose-fr", "ring": True, "seen": True}
    assert page.get_by_role("heading", level=1).inner_text().startswith("Pas prêt")


def test_by_keyboard_everything_is_reached_in_order_and_seen(
    files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"], viewport=PHONE)
    wanted = page.eval_on_selector_all(
        "input:checked, a, summary",
        "all => all.filter(one => one.checkVisibility())"
        ".map(one => one.id || one.getAttribute('href') || one.localName)",
    )
    met = []
    for _ in wanted:
        page.keyboard.press("Tab")
        met.append(page.evaluate(_FOCUS))
    assert [one["what"] for one in met] == wanted
    assert len(wanted) > 8
    assert [one for one in met if not (one["ring"] and one["seen"])] == []


def test_by_keyboard_details_open_and_links_lead_to_the_paper(
    files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"])
    page.locator("summary").first.focus()
    assert not page.locator("details").first.evaluate("one => one.open")
    page.keyboard.press("Enter")
    assert page.locator("details").first.evaluate("one => one.open")
    link = page.locator(".steps a").first
    link.focus()
    page.keyboard.press("Enter")
    target = page.locator(f"{link.get_attribute('href')}:target")
    target.wait_for()
    assert target.evaluate("one => one.getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("screen", [NARROW, {"width": 640, "height": 400}])
def test_nothing_has_to_be_scrolled_sideways(
    screen: Mapping[str, int], name: str, files: Mapping[str, Path], open_page: OpenPage
) -> None:
    """320 px, which is 1 280 px at 400 %, and 1 280 px at 200 %: WCAG 1.4.10 and 1.4.4."""
    page = open_all(open_page(files[name], viewport=screen))
    for language in LANGUAGES:
        choose(page, language)
        assert page.evaluate("document.documentElement.scrollWidth") == screen["width"]
        assert beyond(page) == []


def test_text_twice_as_large_is_not_cut(files: Mapping[str, Path], open_page: OpenPage) -> None:
    page = open_all(open_page(files["much wrong"], viewport=WIDE))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") == WIDE["width"]
    assert beyond(page) == []


def beyond(page: Page) -> list[str]:
    """Name the elements whose text leaves the screen or is cut by its own box."""
    found: list[str] = page.eval_on_selector_all(
        "main *, header *, footer *",
        """all => all.filter(one => {
          const box = one.getBoundingClientRect(), style = getComputedStyle(one);
          if (!box.width || one.closest('.unseen, thead, svg')) return false;
          const cut = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
          return box.left < -1 || box.right > innerWidth + 1 || cut;
        }).map(one => one.outerHTML.slice(0, 120))""",
    )
    return found


def test_where_the_system_chooses_the_colours_the_states_stay(
    files: Mapping[str, Path], open_page: OpenPage, audit: Audit
) -> None:
    page = open_page(files["stopped"], forced_colors="active")
    assert audit(open_all(page)) == []
    edges = page.eval_on_selector_all(
        ".state, .part, .answer",
        "all => all.map(one => getComputedStyle(one).borderInlineStartStyle)",
    )
    assert set(edges) == {"solid"}
    done, open_ = (
        page.locator(part).first.evaluate("one => getComputedStyle(one).backgroundColor")
        for part in (".part.satisfied", ".part:not(.satisfied)")
    )
    assert done != open_


def test_nothing_moves(files: Mapping[str, Path], open_page: OpenPage) -> None:
    page = open_page(files["much wrong"])
    moving = page.eval_on_selector_all(
        "*",
        "all => all.map(one => getComputedStyle(one))"
        ".filter(s => s.animationName !== 'none' || s.transitionDuration !== '0s').length",
    )
    assert (moving, page.evaluate("document.getAnimations().length")) == (0, 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_printed_every_page_is_used_and_nothing_is_lost(
    scheme: str, files: Mapping[str, Path], open_page: OpenPage
) -> None:
    page = open_page(files["much wrong"], color_scheme=scheme)
    shown = page.locator("main").inner_text()
    printed = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    try:
        text = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
        pictures = [np.asarray(sheet.render(scale=0.5).to_pil().convert("L")) for sheet in printed]
    finally:
        printed.close()
    assert 2 <= len(pictures) <= 8
    assert [n for n, grey in enumerate(pictures, 1) if (grey < 200).mean() < 0.004] == []
    # White paper, whatever the screen.
    assert min(float(np.median(grey)) for grey in pictures) > 250
    assert lost(shown, text) == []


def lost(shown: str, printed: str) -> list[Any]:
    """Give the lines of the screen that are not on the paper.

    What is closed is not printed; a page is called by its name on the screen of who cannot see it.
    """
    packed = "".join(printed.split()).replace("\ufffe", "").replace("\u00ad", "")
    unprinted = ("What was read", "Sources", "Remarks", "Page 1 of")
    return [
        line
        for line in shown.splitlines()
        if line.isascii()
        and not line.startswith(unprinted)
        and "".join(line.split()).upper() not in packed.upper()
    ]
