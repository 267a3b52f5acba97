"""The page as people use it: with a mouse, with the keyboard alone, without script, on a phone."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FileChooser, Page, expect
from playwright.sync_api import TimeoutError as TooSlow

from docscheck.messages import LANGUAGES
from tests.browser.accessibility import Barrier
from tests.browser.conftest import OpenPage
from tests.hostile.corpus import kinds
from tests.web.running import PATIENCE, SAMPLES, Run, running

Audit = Callable[[Page], list[Barrier]]
PAPERS = SAMPLES / "expired_passport" / "documents"
COMPLETE = SAMPLES / "complete" / "documents"
_MOST_STEPS = 80
"""Presses of Tab in which anything on a page is reached."""
_PATIENCE_MS = 1000 * PATIENCE


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with running(tmp_path / "own") as started:
        yield started


@pytest.fixture
def refusing(open_page: OpenPage, complaints: list[str]) -> Iterator[None]:
    """The browser tells of a page that is refused as well, and that is no complaint here."""
    yield
    assert all("403" in said or "404" in said for said in complaints)
    complaints.clear()


def papers_of(folder: Path) -> list[str]:
    return sorted(map(os.fspath, folder.iterdir()))


def drop(page: Page, paths: list[str]) -> None:
    """Drop files or folders on the zone as a file manager does: by the browser's own events."""
    box = page.locator("#drop").bounding_box()
    assert box is not None
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": paths, "dragOperationsMask": 1}
    browser = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})


def hand_in(page: Page, paths: list[str]) -> None:
    page.set_input_files("#choose", paths)
    expect(page.locator("#received")).to_be_visible()


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the element has the focus, and see that the focus is shown."""
    for _ in range(_MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"never reached: {wanted}")


def chooser_by_keyboard(page: Page) -> FileChooser:
    """Press Space until the chooser opens: a slow browser forgets a key after five seconds."""
    for _ in range(_MOST_STEPS):
        try:
            with page.expect_file_chooser(timeout=10_000) as choosing:
                page.keyboard.press("Space")
        except TooSlow:
            continue
        return choosing.value
    raise AssertionError("no chooser opens")


def shown_focus(page: Page) -> str:
    """Give how the focus is drawn: on the element, or on the label that stands for it."""
    return str(
        page.evaluate(
            """() => {
              const here = document.activeElement;
              const own = getComputedStyle(here);
              const next = here.nextElementSibling;
              return own.opacity === "0" ? getComputedStyle(next).outlineStyle : own.outlineStyle;
            }"""
        )
    )


def test_dropped_with_the_mouse_and_ready(open_page: OpenPage, run: Run, audit: Audit) -> None:
    page = open_page(run.address)
    assert "token" not in page.url
    drop(page, papers_of(COMPLETE))
    expect(page.locator(".papers li")).to_have_count(len(papers_of(COMPLETE)))
    page.click("#continue")
    page.select_option("#answer", label="Morocco")
    page.click("#next")
    # No European card for somebody from Morocco.
    expect(page.locator("h1")).to_have_text("How far have you come?")
    page.check("text=I am registering on the portal")
    page.click("#next")
    page.check("text=Student >> nth=0")
    page.click("#next")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    assert audit(page) == []
    expect(page.locator(".answer h1")).to_have_text("Ready to upload")
    expect(page.frame_locator("iframe.report").locator("h1")).to_contain_text("Ready")
    with page.expect_download() as saved:
        page.click("#save")
    text = saved.value.path().read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    page.click("#prepare")
    expect(page.locator("h1")).to_have_text("Your files are being prepared")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    assert audit(page) == []
    with page.expect_download() as saved:
        page.click("#download")
    shown = page.locator(".bundle bdi").all_inner_texts()
    with zipfile.ZipFile(saved.value.path()) as bundle:
        assert bundle.testzip() is None
        assert {entry.compress_type for entry in bundle.infolist()} == {zipfile.ZIP_STORED}
        assert set(bundle.namelist()) == {*shown, "manifest.json"}
    assert "01-identity-passport.pdf" in shown
    page.click("#delete")
    expect(page.locator("h1")).to_have_text("Your files are wiped")
    assert run.kept_files() == []
    page.click("#quit")
    expect(page.locator("h1")).to_have_text("docscheck has ended")
    assert run.process.wait(timeout=PATIENCE) == 0
    assert run.left() == []


def test_a_folder_is_dropped(open_page: OpenPage, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "my papers"
    shutil.copytree(PAPERS, folder)
    (folder / "more").mkdir()
    shutil.copy(COMPLETE / papers_of(COMPLETE)[0], folder / "more" / "passport.pdf")
    page = open_page(run.address)
    drop(page, [os.fspath(folder)])
    expect(page.locator(".papers li")).to_have_count(len(papers_of(PAPERS)) + 1)
    expect(page.locator(".papers")).to_contain_text("more/passport.pdf")


def test_with_the_keyboard_alone(open_page: OpenPage, run: Run) -> None:
    page = open_page(run.address)
    tab_to(page, "#choose")
    assert shown_focus(page) != "none"
    chooser_by_keyboard(page).set_files(papers_of(PAPERS))
    expect(page.locator("#continue")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nationality")
    tab_to(page, "#answer")
    assert shown_focus(page) != "none"
    page.keyboard.type("Germ")
    page.keyboard.press("Enter")
    if page.url.endswith("nationality"):
        tab_to(page, "#next")
        page.keyboard.press("Enter")
    page.wait_for_url("**/ehic")
    tab_to(page, "[type=radio]")
    page.keyboard.press("ArrowUp")
    assert page.locator("#answer-2").is_checked()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stage")
    tab_to(page, "#next")
    assert shown_focus(page) != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/situation")
    tab_to(page, "#next")
    page.keyboard.press("Enter")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    expect(page.locator(".answer h1")).to_have_text("Not ready yet")
    tab_to(page, "#prepare")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checking")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    for wanted, name in (("#download", "docscheck.zip"), ("#save", "docscheck.html")):
        tab_to(page, wanted)
        with page.expect_download() as saved:
            page.keyboard.press("Enter")
        assert saved.value.suggested_filename == name
    tab_to(page, "#delete")
    page.keyboard.press("Enter")
    page.wait_for_url("**/deleted")


def test_without_script(open_page: OpenPage, run: Run) -> None:
    page = open_page(run.address, java_script_enabled=False)
    page.set_input_files("#choose", papers_of(PAPERS))
    page.click("text=Add these files")
    expect(page.locator(".papers li")).to_have_count(len(papers_of(PAPERS)))
    page.click("text=Remove >> nth=0")
    expect(page.locator(".papers li")).to_have_count(len(papers_of(PAPERS)) - 1)
    page.click("#continue")
    page.click("#skip")
    # The page asks for itself again until the reading is over.
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    expect(page.locator(".answer h1")).to_have_text("Not ready yet")
    page.click("#prepare")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    expect(page.locator("#download")).to_be_visible()
    page.click("#change")
    page.click("text=Back to the result")
    page.click("#delete")
    expect(page.locator("h1")).to_have_text("Your files are wiped")


@pytest.mark.usefixtures("refusing")
@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1200)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_barrier(
    open_page: OpenPage, run: Run, audit: Audit, scheme: str, width: int, language: str
) -> None:
    page = open_page(
        run.address,
        color_scheme=scheme,
        viewport={"width": width, "height": 844},
        reduced_motion="reduce",
    )
    page.click(f".tongues [lang={language}]")
    assert page.get_attribute("html", "lang") == language

    def seen() -> None:
        assert audit(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    seen()
    hand_in(page, papers_of(PAPERS))
    seen()
    page.click("#continue")
    seen()
    page.select_option("#answer", "DEU")
    for _ in range(3):
        page.click("#next")
        seen()
    page.click("#next")
    page.wait_for_selector("#bar")
    seen()
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    seen()
    page.click("#delete")
    seen()
    page.goto(page.url + "/nothing")
    seen()
    page.click("#quit")
    seen()


@pytest.mark.usefixtures("refusing")
def test_another_browser_is_told_why_it_is_refused(
    open_page: OpenPage, run: Run, audit: Audit
) -> None:
    first = open_page(run.address)
    second = open_page(run.address)
    expect(second.locator("main")).to_contain_text("good once")
    assert audit(second) == []
    # The same address in the first browser finds its page again.
    first.goto(run.address)
    expect(first.locator("#drop")).to_be_visible()


def test_what_is_too_large_is_refused_with_a_sentence(
    open_page: OpenPage, run: Run, audit: Audit, tmp_path: Path
) -> None:
    large = tmp_path / "photo of the whole album.jpg"
    with large.open("wb") as stream:
        stream.truncate(50_000_001)
    page = open_page(run.address)
    hand_in(page, [*papers_of(PAPERS), os.fspath(large)])
    expect(page.get_by_role("alert")).to_contain_text(
        "“photo of the whole album.jpg” is larger than 50 MB."
    )
    expect(page.locator(".papers li")).to_have_count(len(papers_of(PAPERS)))
    assert audit(page) == []
    assert large.name not in run.kept_files()


def test_hostile_files_are_findings_and_the_others_are_read(
    open_page: OpenPage, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "among them"
    shutil.copytree(PAPERS, folder)
    chosen = {"active", "damaged", "structure"}
    for kind in [kind for kind in kinds() if kind.group in chosen][::8]:
        kind.write(folder)
    names = [path for path in folder.iterdir() if path.is_file()]
    page = open_page(run.address)
    hand_in(page, sorted(map(os.fspath, names)))
    page.click("#continue")
    page.click("#skip")
    page.wait_for_url("**/result", timeout=3 * _PATIENCE_MS)
    report = page.frame_locator("iframe.report")
    expect(report.locator(".paper")).to_have_count(len(names))
    assert run.process.poll() is None


def test_progress_is_shown_file_by_file(open_page: OpenPage, tmp_path: Path) -> None:
    with running(tmp_path / "slow", "--lang", "en", "--jobs", "1") as run:
        page = open_page(run.address)
        hand_in(page, papers_of(PAPERS))
        page.click("#continue")
        page.click("#skip")
        count = len(papers_of(PAPERS))
        expect(page.locator("#said")).to_have_text(f"0 of {count} read", timeout=1000)
        assert page.get_attribute("#said", "role") == "status"
        expect(page.locator(".reading .read").first).to_contain_text("Read", timeout=_PATIENCE_MS)
        expect(page.locator("#said")).not_to_have_text(f"0 of {count} read")
        page.click("#stop")
        expect(page.locator("#drop")).to_be_visible()


def test_an_answer_that_would_matter_is_asked_for_after_the_check(
    open_page: OpenPage, run: Run
) -> None:
    page = open_page(run.address)
    hand_in(page, papers_of(SAMPLES / "complete_eu" / "documents"))
    page.click("#continue")
    page.click("#skip")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    page.click("text=Do you have a European Health Insurance Card?")
    page.check("text=Yes")
    page.click("#next")
    page.click("#skip")
    page.wait_for_url("**/result", timeout=_PATIENCE_MS)
    expect(page.locator(".answer")).to_contain_text("you probably need not register")


def test_the_browser_of_somebody_who_ended_it_says_so(open_page: OpenPage, run: Run) -> None:
    page = open_page(run.address)
    hand_in(page, papers_of(PAPERS))
    page.click("#quit")
    expect(page.locator("h1")).to_have_text("docscheck has ended")
    assert run.process.wait(timeout=PATIENCE) == 0
    assert run.left() == []
