"""The report as a web page: safe to open, in five languages, no more on it than may be shown."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docscheck.check import Options, Session
from docscheck.document import ExaminedFile, PagePicture
from docscheck.languages import LANGUAGES, WRITING
from docscheck.losses import Trouble
from docscheck.messages import Speaker, sentences
from docscheck.ocr import load_engine
from docscheck.pages.interface import Raster
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters import to_html
from docscheck.reporters.interface import Manner, titles_of
from docscheck.worker.protocol import Pictures
from tests import literal
from tests.literal import TODAY
from tests.reporters.reports import (
    HOSTILE,
    PRIVATE,
    RULEBOOK,
    hostile_names,
    in_trouble,
    report,
    spoken,
    stopped_early,
)

SAMPLES = Path(__file__).parents[2] / "sample_docs"
_VOID = {"meta", "input", "br", "img", "link", "hr"}
_LINKS = {"href", "src", "action", "srcset", "data", "poster", "background", "formaction"}


class Tree(HTMLParser):
    """A strict reader: what is opened is closed, in order; texts and attributes are kept."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str | None, str]] = []
        self.isolated: list[str] = []
        self.style = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "style":
            self.style += data
        elif data.strip():
            marked = (a["lang"] for _, a in reversed(self.open) if a.get("class") == "in")
            self.texts.append((next(marked, None), data.strip()))
            if self.open[-1][0] == "bdi":
                self.isolated.append(data)

    def said(self, language: str) -> list[str]:
        return [text for tongue, text in self.texts if tongue == WRITING[language].tag]


def reports() -> Iterator[str]:
    for told in (in_trouble(), hostile_names(), stopped_early(), report()):
        yield spoken(told, "html")


@pytest.mark.parametrize("page", list(reports()))
def test_it_is_well_formed_and_asks_for_nothing(page: str) -> None:
    tree = Tree(page)
    assert page.startswith("<!doctype html>")
    names = [tag for tag, _ in tree.tags]
    assert not {"script", "iframe", "object", "embed", "link", "base", "form"} & set(names)
    assert names.count("h1") == 1
    for _, attributes in tree.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        for name in _LINKS & set(attributes):
            assert str(attributes[name]).startswith(("#", "data:image/jpeg;base64,"))
    assert "url(" not in tree.style
    assert "@import" not in tree.style


def test_its_policy_allows_its_own_style_and_nothing_else() -> None:
    tree = Tree(spoken(in_trouble(), "html"))
    policy = next(a["content"] for t, a in tree.tags if a.get("http-equiv") and a["content"])
    digest = base64.b64encode(hashlib.sha256(tree.style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_whole_and_the_readers_is_chosen(language: str) -> None:
    tree = Tree(spoken(in_trouble(), "html", language))
    chosen = [a["id"] for t, a in tree.tags if t == "input" and "checked" in a]
    assert chosen == [f"choose-{language}"]
    assert min(len(tree.said(name)) for name in LANGUAGES) > 60
    whole = {name: "".join(tree.said(name)) for name in LANGUAGES}
    for name in LANGUAGES:
        for key in ("page.do", "page.asked", "officer", "status.nonconforming"):
            assert sentences(name)[key] in whole[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_in_which_language_and_direction_it_is(language: str) -> None:
    tree = Tree(spoken(in_trouble(), "html", language))
    (root,) = (a for t, a in tree.tags if t == "html")
    assert root == {"lang": WRITING[language].tag} | ({"dir": "rtl"} if language == "ar" else {})
    said = [a for _, a in tree.tags if a.get("class") == "in"]
    assert {a["lang"] for a in said if a.get("dir") == "rtl"} == {"ar"}
    assert all(a.get("dir") == "rtl" for a in said if a["lang"] == "ar")


def test_every_language_can_be_chosen_by_its_own_name_and_arabic_turns_the_page() -> None:
    tree = Tree(spoken(in_trouble(), "html"))
    for name, writing in WRITING.items():
        assert (None, writing.name) in tree.texts
        direction = "rtl" if name == "ar" else "ltr"
        assert f":root:has(#choose-{name}:checked) {{ direction: {direction};" in tree.style
        assert (
            f'#choose-{name}:checked) .in:not([lang|="{name}"]) {{ display: none; }}' in tree.style
        )
    one_sided = re.findall(
        r"(?:margin|padding|border|inset)-(?:left|right)|(?:^|[\s;])(?:left|right):"
        r"|text-align: (?:left|right)|float:",
        tree.style,
    )
    assert one_sided == []


def test_names_and_values_order_their_own_letters() -> None:
    """`(1).pdf` in an Arabic sentence, an Arabic name in a French one."""
    name = "شهادة (1).pdf"
    tree = Tree(spoken(report(literal.file(name, trouble=Trouble.CORRUPT)), "html", "ar"))
    assert [text for _, text in tree.texts if name in text] == [name] * len(
        [text for text in tree.isolated if text == name]
    )
    assert tree.isolated.count(name) > 10
    assert not {"\u2068", "\u2069"} & set("".join(text for _, text in tree.texts))


def test_a_name_cannot_make_isolates_of_its_own() -> None:
    name = "a\u2068b\u2069.pdf"
    tree = Tree(spoken(report(literal.file(name, trouble=Trouble.CORRUPT)), "html"))
    assert "a\\u2068b\\u2069.pdf" in tree.isolated
    assert "b" not in tree.isolated


def test_a_source_that_stays_in_english_says_so() -> None:
    page = spoken(in_trouble(), "html", "ar")
    assert '<span class="in" lang="ar" dir=rtl><bdi lang="en">Assurance Maladie, leaflet' in page
    assert '<span class="in" lang="fr"><bdi lang="fr">Assurance Maladie, dépliant' in page


def test_every_id_is_there_once_and_every_reference_leads_somewhere() -> None:
    for page in reports():
        tree = Tree(page)
        ids = [a["id"] for _, a in tree.tags if "id" in a]
        assert len(ids) == len(set(ids))
        wanted = {
            str(a[n]).removeprefix("#") for _, a in tree.tags for n in ("href", "for") if n in a
        }
        wanted |= {str(a["aria-labelledby"]) for _, a in tree.tags if "aria-labelledby" in a}
        assert {name for name in wanted if not name.startswith("data:")} <= set(ids)


def test_values_are_masked_unless_asked_for() -> None:
    hidden, shown = (spoken(in_trouble(), "html", show_values=show) for show in (False, True))
    assert [value for value in PRIVATE.values() if value in hidden] == []
    assert [v for v in PRIVATE.values() if v not in shown] == [PRIVATE["iban"]]  # read otherwise


def test_names_of_files_command_nothing() -> None:
    page = spoken(hostile_names(), "html")
    for sign in ("\x1b", "\u202e", "\u200b", "\udce9"):
        assert sign not in page
    assert [name for name in HOSTILE if "[red]" in name and name in page]
    told = Tree(page)
    assert "b" not in {tag for tag, _ in told.tags}


def test_a_file_name_cannot_become_markup() -> None:
    name = '<img src=x onerror="alert(1)">.pdf'
    page = spoken(report(literal.file(name)), "html")
    assert "<img" not in page
    assert any(name in text for _, text in Tree(page).texts)


def test_a_partial_report_says_so_first() -> None:
    tree = Tree(spoken(stopped_early(), "html"))
    english = tree.said("en")
    assert any(text.startswith("Stopped: 1 of 4 files read.") for text in english[:6])


def checked(
    sample: str, pictures: Pictures
) -> tuple[str, Report, Mapping[str, tuple[PagePicture, ...]]]:
    """Check a sample for real, its pages drawn; give the page, the report and the pictures."""
    with Session(TODAY, Options(jobs=1, pictures=pictures)) as session:
        told = session.check(SAMPLES / sample / "documents", Declared())
    speaker = Speaker(titles_of(RULEBOOK), pictures is Pictures.PLAIN)
    out = io.StringIO()
    to_html.write(told, out, Manner("en", speaker, RULEBOOK, pictures=session.pictures))
    return out.getvalue(), told, session.pictures


def words_on(picture: PagePicture) -> set[str]:
    pixels = Image.open(io.BytesIO(picture.data)).convert("L")
    large = pixels.resize((2 * pixels.width, 2 * pixels.height), Image.Resampling.BICUBIC)
    text = load_engine().read(Raster(np.asarray(large, np.uint8), 150.0), page=1).text
    return set(re.findall(r"\w{4,}", text.upper()))


def names_in(file: ExaminedFile) -> set[str]:
    """Give the words of the names and numbers that were read in one file."""
    private = {"surname", "given_names", "holder", "document_number", "iban"}
    fields = (field for part in file.examined.parts for field in part.fields)
    values = " ".join(field.value for field in fields if field.name in private)
    return set(re.findall(r"\w{4,}", values.upper()))


@pytest.mark.slow
def test_pictures_show_the_paper_and_cover_the_person() -> None:
    page, told, drawn = checked("rib_of_someone_else", Pictures.MASKED)
    _, _, plain = checked("rib_of_someone_else", Pictures.PLAIN)
    assert set(drawn) == set(plain) == {file.file.path for file in told.files}
    names = {file.file.path: names_in(file) for file in told.files}
    shown = {path: set[str]().union(*map(words_on, pages)) for path, pages in plain.items()}
    covered = {path: set[str]().union(*map(words_on, pages)) for path, pages in drawn.items()}
    assert sum(bool(shown[path] & names[path]) for path in names) >= 3
    assert [covered[path] & names[path] for path in names if covered[path] & names[path]] == []
    assert sum(len(covered[path] & words) >= 3 for path, words in shown.items()) >= 3
    assert page.count("data:image/jpeg;base64,") == sum(map(len, drawn.values()))


@pytest.mark.slow
def test_the_place_of_the_trouble_is_framed_and_enlarged() -> None:
    page, _, drawn = checked("passport_check_digit", Pictures.MASKED)
    step = page[page.index('<ol class="steps">') : page.index("</ol>")]
    zoomed = re.search(r'viewBox="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"', step)
    frame = re.search(r'class="frame" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"', step)
    assert zoomed is not None
    assert frame is not None
    left, top, width, height = map(float, zoomed.groups())
    at_left, at_top, wide = map(float, frame.groups())
    (picture,) = drawn["passeport_page_identite.pdf"]
    assert 0 <= left <= at_left < at_left + wide <= left + width <= picture.width_px
    assert 0 <= top <= at_top < top + height <= picture.height_px


@pytest.mark.slow
def test_a_page_nobody_recognised_is_too_small_to_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    page = Image.new("L", (1240, 1754), "white")
    font = ImageFont.load_default(34)
    for number in range(24):
        ImageDraw.Draw(page).text((120, 120 + 60 * number), "Ma chère ZQVORTEX, il pleut", 0, font)
    page.save(folder / "letter.png")
    with Session(TODAY, Options(jobs=1, pictures=Pictures.MASKED)) as session:
        session.check(folder, Declared())
    (picture,) = session.pictures["letter.png"]
    assert max(picture.width_px, picture.height_px) <= 260
    assert "ZQVORTEX" not in words_on(picture)


@pytest.mark.slow
def test_without_a_wish_no_page_is_drawn() -> None:
    with Session(TODAY, Options(jobs=1)) as session:
        session.check(SAMPLES / "missing_rib" / "documents", Declared())
    assert session.pictures == {}
