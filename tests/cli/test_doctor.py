"""`docscheck doctor`: what is installed, with things really taken away from the command."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from docscheck.installation import (
    Presence,
    System,
    components,
    install_languages,
    system_name,
    this_system,
)
from docscheck.messages import LANGUAGES, sentences
from docscheck.worker.hardening import Measure, State
from tests.cli.command import docscheck

_NAMESPACE = ("unshare", "--map-root-user", "--mount")


def _can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*_NAMESPACE, "true"], capture_output=True, check=False).returncode == 0


def test_this_machine_can_read_and_a_page_proves_it() -> None:
    done = docscheck("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    first = done.stdout.splitlines()[0]
    assert first == "All is well: documents can be read on this computer, and a test page was."
    for words in ("Tesseract", "pikepdf", "Arabic", "writing outside a folder of their own"):
        assert words in done.stdout


def test_nothing_personal_is_told() -> None:
    said = docscheck("doctor").stdout + docscheck("doctor", "--format", "json").stdout
    assert str(Path.home()) not in said
    assert str(Path(__file__).parents[2]) not in said


def test_programs_read_the_same(tmp_path: Path) -> None:
    told = json.loads(docscheck("doctor", "--format", "json").stdout)
    assert told["fit"] is True
    assert told["test_page"] == "there"
    assert set(told["isolation"]) <= {measure.value for measure in Measure}
    assert set(told["isolation"].values()) <= {state.value for state in State}
    found = {entry["id"]: entry for entry in told["components"]}
    assert found["engine"]["version"].startswith("tesseract ")
    assert all(found[name]["needed"] for name in ("engine", "fra", "pdf_pages", "pictures"))


# Language data lies in a fixed place of the system; only a namespace of mounts, which CI has and
# some containers refuse, takes it away from one command and from nobody else.
@pytest.mark.skipif(not _can_mount(), reason="no mount namespace here: data cannot be hidden")
def test_without_french_the_command_to_get_it_is_told(tmp_path: Path) -> None:
    hide = f'mount --bind "{tmp_path}" /usr/share/tesseract-ocr && exec "$@"'
    done = docscheck("doctor", prefix=(*_NAMESPACE, "sh", "-c", hide, "sh"))
    assert done.returncode == 3
    assert done.stdout.startswith("Not everything is here that reading documents needs.")
    if this_system() is System.DEBIAN:
        assert "\n  sudo apt install tesseract-ocr tesseract-ocr-fra libmagic1\n" in done.stdout
        assert "sudo apt install tesseract-ocr-fra" in done.stdout.replace("\n", " ")
    assert "traceback" not in done.stderr.lower()


def test_a_library_that_cannot_be_loaded_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "zxingcpp.py").write_text("raise ImportError('libstdc++ is too old')\n")
    done = docscheck("doctor", "--lang", "fr", env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 3
    assert "ENDOMMAGÉ" in done.stdout
    assert "python -m pip install --force-reinstall docscheck" in done.stdout


@pytest.mark.parametrize(
    ("name", "release", "system"),
    [
        ("linux", {"ID": "debian"}, System.DEBIAN),
        ("linux", {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, System.DEBIAN),
        ("linux", {"ID": "fedora"}, System.FEDORA),
        ("linux", {"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, System.FEDORA),
        ("linux", {"ID": "manjaro", "ID_LIKE": "arch"}, System.ARCH),
        ("linux", {"ID": "alpine"}, System.OTHER),
        ("darwin", {}, System.MACOS),
        ("win32", {}, System.WINDOWS),
    ],
)
def test_what_software_is_installed_with(
    name: str, release: dict[str, str], system: System
) -> None:
    assert this_system(name, lambda: release) is system


def test_a_linux_that_does_not_say_its_name() -> None:
    def unknown() -> dict[str, str]:
        raise FileNotFoundError("/etc/os-release")

    assert this_system("linux", unknown) is System.OTHER
    assert system_name()


@pytest.mark.parametrize(
    ("system", "command"),
    [
        (System.DEBIAN, "sudo apt install tesseract-ocr-ara tesseract-ocr-chi-sim"),
        (System.FEDORA, "sudo dnf install tesseract-langpack-ara tesseract-langpack-chi_sim"),
        (System.ARCH, "sudo pacman -S tesseract-data-ara tesseract-data-chi_sim"),
        (System.MACOS, "brew install tesseract-lang"),
        (System.WINDOWS, "winget install --interactive UB-Mannheim.TesseractOCR"),
        (System.OTHER, None),
    ],
)
def test_one_command_for_several_languages(system: System, command: str | None) -> None:
    assert install_languages(("ara", "chi_sim"), system) == command


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_its_words(language: str) -> None:
    said = sentences(language)
    for component in components(System.OTHER):
        if component.script is None:
            assert said[f"component.{component.id}"]
            assert said[f"component.{component.id}.for"]
        else:
            assert said[f"script.{component.script}"]
    assert all(said[f"measure.{measure.value}"] for measure in Measure)
    assert all(said[f"isolation.{state.value}"] for state in State)
    assert all(said[f"presence.{presence.value}"] for presence in Presence)
