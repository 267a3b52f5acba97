"""`--help`: in the reader's language, about every option, and light."""

from __future__ import annotations

import subprocess
import sys

import pytest

from docscheck import __version__
from docscheck.cli.language import Language, default_language
from docscheck.cli.person import Situation, VisaKind
from docscheck.messages import sentences
from docscheck.rulebook.procedure import SITUATIONS, VISA_KINDS
from tests.cli.command import docscheck

SAID = {"en": "Say whether a folder is ready", "fr": "Dit si un dossier est prêt"}
SAID |= {language: sentences(language)["help.check"][:16] for language in ("es", "zh", "ar")}


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        *(("fr_FR.UTF-8", "fr"), ("de_DE.UTF-8", "en"), ("es_MX.UTF-8", "es")),
        *(("zh_CN.UTF-8", "zh"), ("ar_MA.UTF-8", "ar")),
    ],
)
@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["check", "-h"]])
def test_help_speaks_the_language_of_the_computer(
    arguments: list[str], locale: str, language: str
) -> None:
    done = docscheck(*arguments, env={"LC_ALL": locale})
    assert (done.returncode, done.stderr) == (0, "")
    assert squeezed(SAID[language]) in squeezed(done.stdout)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_option_decides_over_the_locale() -> None:
    done = docscheck("check", "--lang", "fr", "--help", env={"LC_ALL": "C.UTF-8"})
    assert SAID["fr"] in done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "en_US"}, "fr"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        (["--lang", "en"], {"LC_ALL": "fr_FR.UTF-8"}, "en"),
        (["--lang=fr"], {"LC_ALL": "C"}, "fr"),
        (["--lang"], {"LC_ALL": "C"}, "en"),
        (["--lang", "de"], {"LC_ALL": "fr_BE"}, "fr"),
        ([], {"LC_ALL": "es"}, "es"),
        ([], {"LC_ALL": "Spanish_Mexico.1252"}, "es"),
        ([], {"LC_ALL": "Estonian_Estonia.1257"}, "en"),
        ([], {"LC_ALL": "et_EE"}, "en"),
        ([], {"LC_ALL": "Chinese (Simplified)_China.936"}, "zh"),
        ([], {"LANG": "zh_CN.GB18030"}, "zh"),
        ([], {"LANG": "ar_MA.UTF-8"}, "ar"),
        ([], {"LANG": "Arabic_Morocco.1256"}, "ar"),
        ([], {"LANG": "arn_CL.UTF-8"}, "en"),
        ([], {"LANG": "French_France.1252"}, "fr"),
        (["--lang=zh"], {"LC_ALL": "ar_EG"}, "zh"),
    ],
)
def test_the_language_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    language: str,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_language(arguments) is Language(language)


@pytest.mark.parametrize("command", ["check", "batch"])
def test_every_option_is_explained(command: str) -> None:
    lines = docscheck(command, "--help").stdout.splitlines()
    options = [line for line in lines if line.startswith("  -")]
    assert len(options) >= 13
    for number, line in enumerate(lines):
        if line.startswith("  -"):
            below = lines[number + 1] if number + 1 < len(lines) else ""
            assert len(line.split("  ")) > 2 or below.startswith(" " * 20), line


def test_version() -> None:
    assert docscheck("--version").stdout == f"docscheck {__version__}\n"


def test_help_loads_neither_the_reports_nor_the_records() -> None:
    code = (
        "import sys; sys.argv = ['docscheck', '--help']\n"
        "from docscheck.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "docscheck.cli.check" in loaded
    assert not loaded & {"rich", "rich.console", "docscheck.document", "docscheck.messages"}


def test_every_situation_and_kind_of_visa_of_the_rules_can_be_given() -> None:
    assert {one.value for one in Situation} == set(SITUATIONS)
    assert {one.value for one in VisaKind} == set(VISA_KINDS)
