"""A name, numbers and a place that must not get out: real checks, every output, every place (R22).

The claims of SECURITY.md, docs/privacy.md and docs/confidentialite.md that are about values are
held here.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.cli.command import SEPARATE, TODAY, docscheck
from tests.outputs.test_no_network import can_trace

NAME, GIVEN_NAME = "ZQVORTEX", "MIRABELLA"
IBAN = "FR1420041010050500013M02606"
NUMBER = "22671943"
BIRTH = "17/05/2004"
PLACE = "PARAMARIBO"
LATITUDE, LONGITUDE = (5.0, 49.0, 33.1234), (55.0, 10.0, 9.4321)
SECRETS = (NAME, GIVEN_NAME, IBAN, IBAN[4:20], "0500013", NUMBER, BIRTH, "2004-05-17", PLACE)
COORDINATES = ("33.12", "9.43", "5.82", "55.16")
READ = ("ZQVORTEX", IBAN, "2004-05-17")
"""What `--show-values` shows of them: they were really read."""
_GPS = 0x8825
_DESCRIPTION, _ARTIST = 0x010E, 0x013B


def drawn(title: str, lines: tuple[str, ...]) -> bytes:
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=(595, 842))
    page.setAuthor(f"{GIVEN_NAME} {NAME}")
    page.setSubject(PLACE)
    page.setFont("Helvetica-Bold", 18)
    page.drawString(80, 760, title)
    page.setFont("Helvetica", 12)
    for number, line in enumerate(lines):
        page.drawString(80, 700 - 26 * number, line)
    page.save()
    return stream.getvalue()


def slip() -> bytes:
    spaced = " ".join(re.findall(".{1,4}", IBAN))
    return drawn(
        "RELEVÉ D'IDENTITÉ BANCAIRE",
        (f"Titulaire du compte : Mme {GIVEN_NAME} {NAME}", f"IBAN : {spaced}", "BIC : PSSTFRPPPAR"),
    )


def photographed_certificate() -> bytes:
    """A certificate as a picture that needs OCR and tells where it was taken."""
    pdf = drawn(
        "CERTIFICAT DE SCOLARITÉ",
        (
            "Université de Bellerive",
            "Année universitaire 2026-2027",
            f"Nom : {NAME}",
            f"Prénom : {GIVEN_NAME}",
            f"Né(e) le : {BIRTH} à {PLACE}",
            f"Numéro étudiant : {NUMBER}",
            "est inscrite en première année de licence.",
            "Fait à Bellerive, le 10/09/2026",
        ),
    )
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=200 / 72).to_pil()
    document.close()
    exif = Image.Exif()
    exif[_DESCRIPTION], exif[_ARTIST] = PLACE, f"{GIVEN_NAME} {NAME}"
    exif.get_ifd(_GPS).update({1: "N", 2: LATITUDE, 3: "W", 4: LONGITUDE})
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=92, dpi=(200, 200), exif=exif)
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file of the fast path and one that is read by OCR."""
    made = tmp_path_factory.mktemp("private") / "papers"
    made.mkdir()
    (made / "rib.pdf").write_bytes(slip())
    (made / "certificat.jpg").write_bytes(photographed_certificate())
    return made


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Empty places for whatever may want to be written somewhere."""
    names = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "PWD")
    made = {name: tmp_path / name for name in names}
    for place in made.values():
        place.mkdir()
    return {name: os.fspath(place) for name, place in made.items()}


def leaks(said: str) -> list[str]:
    packed = re.sub(r"\s", "", said).upper()
    return [secret for secret in SECRETS + COORDINATES if secret.upper() in packed]


def in_places(command: list[str], places: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    return subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        env={**kept, **places, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=places["PWD"],
        check=False,
        timeout=300,
    )


def test_the_values_are_really_read(folder: Path) -> None:
    told = docscheck("check", folder, *TODAY, "--format", "json", "--show-values").stdout
    fields = [
        field["value"]
        for document in json.loads(told)["documents"]
        for part in document["parts"]
        for field in part["fields"].values()
    ]
    assert [secret for secret in READ if not any(secret in value for value in fields)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--verbose", "--lang", "fr"],
        ["check", "--format", "json"],
        ["check", "--format", "html"],
        ["guide", "--verbose"],
        ["guide", "--format", "json"],
    ],
)
def test_no_value_gets_out(folder: Path, places: dict[str, str], arguments: list[str]) -> None:
    command, *options = arguments
    report, days = Path(places["PWD"]) / "report", Path(places["PWD"]) / "days.ics"
    files = ["--output", os.fspath(report), "--calendar", os.fspath(days)]
    asked = [*SEPARATE, command, os.fspath(folder), *TODAY, *options, *files]
    done = in_places(asked, places)
    assert done.returncode in (0, 1)
    assert (done.stdout, done.stderr) == ("", "")
    for written in (report, days):
        assert leaks(written.read_text(encoding="utf-8")) == [], written
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        written.unlink()
    left = [path for place in places.values() for path in Path(place).rglob("*")]
    assert left == []


def test_the_screen_masks_what_it_shows(folder: Path, places: dict[str, str]) -> None:
    done = in_places([*SEPARATE, "check", os.fspath(folder), *TODAY, "--verbose"], places)
    assert leaks(done.stdout + done.stderr) == []
    assert done.stderr == ""


def test_what_goes_wrong_tells_no_value_either(folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for path in folder.iterdir():
        data = path.read_bytes()
        (broken / path.name).write_bytes(data[: len(data) * 2 // 3])
        (broken / f"{path.stem}.txt").write_bytes(data)
    done = docscheck("check", broken, *TODAY, "--verbose", "--format", "json")
    assert leaks(done.stdout + done.stderr) == []


@pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not trace")
def test_no_file_is_written_anywhere(folder: Path, places: dict[str, str], tmp_path: Path) -> None:
    logs = tmp_path / "calls"
    logs.mkdir()
    calls = "trace=open,openat,creat,mkdir,mkdirat,memfd_create,rename,renameat,renameat2,link"
    # One log for each process: in a common one, calls of one interrupt those of another.
    tracing = ("-ff", "-qq", "-e", calls, "-o", os.fspath(logs / "of"))
    prefix = [shutil.which("strace") or "strace", *tracing]
    done = in_places([*prefix, *SEPARATE, "check", os.fspath(folder), *TODAY, "-q"], places)
    assert done.returncode == 1
    writing = re.compile(
        r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|creat\(|mkdir|memfd_create|rename|link\("
    )
    written = [
        line
        for log in logs.iterdir()
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines()
        if writing.search(line)
        and not re.search(r'"/dev/(null|tty|urandom)"', line)
        and "= -1 " not in line
    ]
    # A worker may have an empty folder of its own to live in; no file is ever made in it.
    homes = [line for line in written if "mkdir" in line and places["TMPDIR"] in line]
    assert [line for line in written if line not in homes] == []
    assert [*Path(places["TMPDIR"]).iterdir()] == []
