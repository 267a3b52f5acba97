"""The site is whole in both languages and loads nothing from elsewhere; `make site` builds it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = {"en": ("mkdocs.yml", "."), "fr": ("mkdocs.fr.yml", "fr")}
"""Language -> its settings, and its place on the site."""
COUNTERPARTS = {
    "index.md": "accueil.md",
    "install.md": "installation.fr.md",
    "first-check.md": "premier-controle.md",
    "watch.md": "surveiller.md",
    "prepare.md": "preparer.md",
    "page.md": "page-web.md",
    "privacy.md": "confidentialite.md",
    "batch.md": "services.md",
    "office.md": "bureau.fr.md",
    "ci.md": "integration-continue.md",
}
_LOADED = re.compile(r'<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)="?([^"\s>]+)')
_LINKED = re.compile(r'<a\b[^>]*?\bhref="?([^"\s>#]+)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site."""
    place = tmp_path_factory.mktemp("site")
    for settings, below in SETTINGS.values():
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--dirty"]
        done = subprocess.run(
            [*command, "--config-file", settings, "--site-dir", str(place / below)],
            cwd=ROOT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return place


def pages(site: Path) -> list[Path]:
    """Give the pages but the one for addresses that do not exist, which knows no place."""
    return [path for path in site.rglob("*.html") if path.name != "404.html"]


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    assert len(pages(site)) > 50
    for path in pages(site):
        for place in _LOADED.findall(path.read_text(encoding="utf-8")):
            assert not re.match(r"\w+:|//", place), (path.name, place)
            assert (path.parent / place.partition("?")[0]).exists(), (path.name, place)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\((https?:|//)|@import", sheet.read_text(encoding="utf-8"))


def test_links_within_the_site_lead_somewhere(site: Path) -> None:
    for path in pages(site):
        for place in _LINKED.findall(path.read_text(encoding="utf-8")):
            if not re.match(r"\w+:|//", place):
                assert (path.parent / place).exists(), (path.name, place)


@pytest.mark.parametrize(("language", "first"), [("en", "Is my folder"), ("fr", "Mon dossier")])
def test_each_language_has_its_first_page(site: Path, language: str, first: str) -> None:
    text = (site / SETTINGS[language][1] / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in text
    assert first in text


def test_pages_for_those_who_use_it_are_in_both_languages() -> None:
    for pair in COUNTERPARTS.items():
        for name, (settings, _) in zip(pair, SETTINGS.values(), strict=True):
            assert f": {name}\n" in (ROOT / settings).read_text(encoding="utf-8")
            assert (ROOT / "docs" / name).is_file()
        shapes = [
            re.findall(r"^(#+|-|\d\.|```|\|)", (ROOT / "docs" / name).read_text("utf-8"), re.M)
            for name in pair
        ]
        assert shapes[0] == shapes[1], pair
