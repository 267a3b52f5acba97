"""`docscheck inspect`: one file, read for real, nothing judged and nothing written but pictures."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.cli.command import TODAY, digest, docscheck

SAMPLES = Path(__file__).parents[2] / "sample_docs"
PASSPORT = SAMPLES / "passport_check_digit" / "documents" / "passeport_page_identite.pdf"
RIB = SAMPLES / "rib_of_someone_else" / "documents" / "rib.pdf"
_FRAME = (200, 30, 20)

pytestmark = pytest.mark.slow


def test_what_was_read_where_and_why_it_was_taken_for_that() -> None:
    done = docscheck("inspect", PASSPORT, *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    for words in (
        "application/pdf, pages: 1",
        "Page 1: scanned",
        "Page 1: passport, 99 %.",
        "the machine-readable zone “TD3”",
        "Machine-readable zone (TD3): 3 of 5 check digits hold.",
        "Date of birth 2003-••-•• zone",
        "Values are shortened; --show-values shows them.",
    ):
        assert words in said


def test_french_and_values_when_asked_for() -> None:
    done = docscheck("inspect", RIB, *TODAY, "--lang", "fr", "--show-values")
    assert "IBAN" in done.stdout
    assert "•••" not in done.stdout
    assert "prouvé par les chiffres de contrôle" in " ".join(done.stdout.split())


def test_programs_read_the_same() -> None:
    told = json.loads(docscheck("inspect", RIB, *TODAY, "--format", "json").stdout)
    (part,) = told["parts"]
    assert (told["path"], told["trouble"], part["type"]) == ("rib.pdf", None, "rib")
    assert part["fields"]["iban"]["value"].endswith(part["fields"]["iban"]["value"][-4:])
    assert "•••" in part["fields"]["iban"]["value"]
    assert part["fields"]["iban"]["standing"] == "proven"
    assert told["pages"][0]["number"] == 1
    assert told["pages"][0]["measures"]["word_count"] > 50


def test_pictures_have_a_frame_around_each_value(tmp_path: Path) -> None:
    before = digest(RIB.parent)
    done = docscheck("inspect", RIB, *TODAY, "--pictures", tmp_path, "--format", "json")
    assert done.stderr.strip() == "Pictures of the pages: rib-1.png"
    (picture,) = tmp_path.iterdir()
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    page = Image.open(io.BytesIO(picture.read_bytes()))
    assert page.format == "PNG"
    pixels = np.asarray(page.convert("RGB")).astype(int)
    for field in json.loads(done.stdout)["parts"][0]["fields"].values():
        left, top, right, _ = field["bbox"]
        row = pixels[
            round(top * page.height) - 2, round(left * page.width) : round(right * page.width)
        ]
        red = (np.abs(row - _FRAME).max(axis=1) < 40).mean()
        assert red > 0.6, field
    assert digest(RIB.parent) == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no_such.pdf", "there is no such file"),
        (".", "This is a folder or something else"),
        ("pipe", "This is a folder or something else"),
    ],
)
def test_what_is_no_file_is_explained(tmp_path: Path, name: str, words: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = docscheck("inspect", tmp_path / name)
    assert done.returncode == 2
    assert words.lower() in done.stderr.lower()


def test_pictures_are_not_written_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "rib.pdf").write_bytes(RIB.read_bytes())
    done = docscheck("inspect", tmp_path / "rib.pdf", "--pictures", tmp_path)
    assert done.returncode == 2
    assert "--pictures" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["rib.pdf"]


def test_a_damaged_file_is_named_and_a_name_commands_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "esc\x1b[31m.pdf"
    broken.write_bytes(PASSPORT.read_bytes()[:9_000])
    done = docscheck("inspect", broken)
    assert done.returncode == 1
    assert "It could not be read: it is damaged." in done.stdout
    assert "\x1b" not in done.stdout


def test_a_link_that_somebody_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").symlink_to(RIB)
    done = docscheck("inspect", tmp_path / "mine.pdf", *TODAY, "--ocr", "none")
    assert done.stdout.startswith("rib.pdf\n")
