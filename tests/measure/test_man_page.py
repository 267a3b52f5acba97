"""docscheck(1) is what the commands say of themselves, in both languages, and can be shown."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from measure import man_page
from tests.cli.command import docscheck

LANGUAGES = sorted(man_page.PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_up_to_date(language: str) -> None:
    written = man_page.PAGES[language].read_text(encoding="utf-8")
    assert written == man_page.page(language), "run `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_part(language: str) -> None:
    listed = docscheck("--help").stdout.partition("Commands:\n")[2]
    commands = set(re.findall(r"^  (\w+)", listed, re.MULTILINE))
    text = man_page.PAGES[language].read_text(encoding="utf-8")
    assert {name.split()[1] for name in re.findall(r'\.SS "(docscheck \w+)', text)} == commands
    assert len(commands) >= 10


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_mandoc_has_nothing_to_say(language: str) -> None:
    lint = ["mandoc", "-T", "lint", "-W", "warning", str(man_page.PAGES[language])]
    done = subprocess.run(lint, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_groff_shows_it_without_a_warning(language: str) -> None:
    page = str(man_page.PAGES[language])
    show = ["groff", "-K", "utf8", "-w", "w", "-man", "-T", "utf8", "-P-cbou", page]
    done = subprocess.run(show, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    for words in ("docscheck check [OPTIONS] FOLDER", "--show-values", "NO_COLOR"):
        assert words in done.stdout
