"""`docscheck watch` while files come, change and go; nothing here waits but for its words."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest

from specimens.cases import CASES
from tests.cli.bad_files import certificate
from tests.cli.command import docscheck
from tests.resilience.running import SAMPLE as EXPIRED
from tests.resilience.running import descendants, wait_until_gone
from tests.untouched import digest
from tests.watch.watching import STARTED, watching

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc")
READY = Path(__file__).parents[2] / "sample_docs" / "complete_eu" / "documents"
TIME = r"\d\d:\d\d:\d\d  "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    place = tmp_path / "papers"
    place.mkdir()
    return place


def paper(case: str) -> bytes:
    """Give the one paper of a case."""
    (content,) = CASES[case].draw().values()
    return content


def test_a_folder_is_told_whole_and_then_by_what_changes(folder: Path) -> None:
    (folder / "passport.pdf").write_bytes(paper("passport_expired"))
    with watching(folder) as running:
        start = running.until(STARTED)
        assert start.startswith("Not ready: ")
        assert "has not been valid since" in start
        (folder / "passport.pdf").write_bytes(paper("passport_in_order"))
        line = running.until(rf"{TIME}(OK|NOTE) +passport\.pdf: Passport\. Settled: Expired .*\n")
        assert line.count("\n") == 2, "the rest of the line before, and this one"
        verdict = running.until(rf"{TIME}Not ready: .*\n")
        assert "Still to do: " in verdict
        (folder / "certificate.pdf").write_bytes(certificate())
        running.until(rf"{TIME}\w+ +certificate\.pdf: Certificate of enrolment .*\.\n")
        (folder / "passport.pdf").rename(folder / "mine.pdf")
        running.until(rf"{TIME}\w+ +mine\.pdf: formerly passport\.pdf, the same content\.\n")
        (folder / "mine.pdf").unlink()
        running.until(rf"{TIME}GONE +mine\.pdf: no longer in the folder\.\n")
        running.until(rf"{TIME}Not ready: .*\n")
        before = running.said
        assert running.end() == 1
        assert running.said == before
        assert running.process.stderr is not None
        last = running.process.stderr.read().decode()
    assert re.fullmatch(r"No longer watched\. Last answer: Not ready: .*\.\n", last)


def test_a_scan_that_was_blurred_is_readable_now(folder: Path) -> None:
    (folder / "scan.pdf").write_bytes(paper("few_pixels"))
    with watching(folder) as running:
        running.until(STARTED)
        (folder / "scan.pdf").write_bytes(paper("scan_in_order"))
        running.until(r"scan\.pdf: Certificate of enrolment .*\. Readable now\.")


def test_a_folder_that_gets_ready_is_celebrated_once(folder: Path) -> None:
    for name in ("attestation-inscription.pdf", "rib.pdf"):
        shutil.copy(READY / name, folder)
    with watching(folder) as running:
        assert "Well done" not in running.until(STARTED)
        shutil.copy(READY / "carte_identite.pdf", folder)
        running.until(rf"OK +carte_identite\.pdf: .*\n{TIME}Ready: .*\nWell done: .*\n")
        (folder / "rib.pdf").touch()
        running.until(rf"{TIME}OK +rib\.pdf: the same content as before\.\n")
        assert running.end() == 0
    assert running.said.count("Well done") == 1
    assert running.said.count("Ready: ") == 1


def test_a_file_that_is_still_being_written_is_waited_for(folder: Path) -> None:
    (folder / "other.pdf").write_bytes(certificate())
    content = paper("passport_in_order")
    with watching(folder) as running:
        running.until(STARTED)
        with (folder / "scan.pdf").open("wb") as scanner:
            size = len(content) // 2
            while "WAIT" not in running.said:
                # A few bytes at a time, as long as it only waits.
                scanner.write(content[scanner.tell() : min(scanner.tell() + 8, size)])
                scanner.flush()
                os.utime(scanner.fileno())
                running.hears(0.2)
            running.until(rf"{TIME}WAIT +scan\.pdf: still being written, .*\n")
            scanner.write(content[scanner.tell() :])
        line = running.until(rf"{TIME}.*\n")
        assert re.fullmatch(rf"{TIME}\w+ +scan\.pdf: Passport\.( .*)?\n", line)
        assert running.end() == 1
    assert running.said.count("scan.pdf") == 2


def test_what_is_never_read_and_what_lies_deeper_is_told(folder: Path) -> None:
    (folder / "certificate.pdf").write_bytes(certificate())
    with watching(folder) as running:
        running.until(STARTED)
        (folder / "link.pdf").symlink_to("certificate.pdf")
        running.until(rf"{TIME}ASIDE +link\.pdf: left aside, not looked at\.\n")
        (folder / "more").mkdir()
        (folder / "more" / "again.pdf").write_bytes(certificate())
        running.until(r"more/again\.pdf: Certificate of enrolment .*\.")


def test_the_folder_stays_as_it_was_and_nothing_is_left(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [tmp_path / name for name in ("HOME", "TMPDIR")]
    for place in places:
        place.mkdir()
        monkeypatch.setenv(place.name, os.fspath(place))
    (folder / "certificate.pdf").write_bytes(certificate())
    before = digest(folder)
    with watching(folder) as running:
        running.until(STARTED)
        family = descendants(running.process.pid)
        assert len(family) >= 2, "a nursery and a worker"
        assert running.end(signal.SIGTERM) == 1
        assert wait_until_gone(family, 20) == set()
    assert digest(folder) == before
    assert [[*place.iterdir()] for place in places] == [[], []]


def test_before_the_first_answer_an_interruption_is_one(folder: Path) -> None:
    shutil.copytree(EXPIRED, folder, dirs_exist_ok=True)
    with watching(folder, terminal=True) as running:
        running.until(r"Reading 1/6")
        assert running.end() == 130
    assert "Interrupted: no complete report" in running.said


def test_in_a_terminal_words_are_wrapped_and_in_the_language_asked_for(folder: Path) -> None:
    (folder / "certificat.pdf").write_bytes(certificate())
    with watching(folder, "--lang", "fr", "--nationality", "DZA", terminal=True) as running:
        running.until(r"Ce dossier est surveillé")
        (folder / "passeport.pdf").write_bytes(paper("passport_expired"))
        running.until(r"REFAIRE.*passeport\.pdf : Passeport\.")
        running.until(r"(?s)Reste à.{0,60}faire : ")
        assert running.end() == 1
    assert "Dernière réponse : Pas prêt : " in running.said
    told = running.said.partition("Le dossier n'est plus")[0]
    plain = re.sub(r"\x1b\[[\d;]*m", "", told)
    assert all(len(line.rpartition("\r")[2]) <= 100 for line in plain.split("\r\n"))


def test_whoever_reads_may_leave(folder: Path) -> None:
    (folder / "certificate.pdf").write_bytes(certificate())
    with watching(folder) as running:
        running.until(STARTED)
        os.dup2(os.open(os.devnull, os.O_RDONLY), running._out)
        (folder / "certificate.pdf").unlink()
        assert running.process.wait(timeout=120) == 1
        assert running.process.stderr is not None
        assert running.process.stderr.read().decode().startswith("No longer watched.")


def test_a_folder_that_goes_away_ends_it(folder: Path) -> None:
    (folder / "certificate.pdf").write_bytes(certificate())
    with watching(folder) as running:
        running.until(STARTED)
        folder.rename(folder.with_name("elsewhere"))
        assert running.process.wait(timeout=120) == 2
        assert running.process.stderr is not None
        assert "no longer there" in running.process.stderr.read().decode()


def test_where_the_system_watches_nothing_more_it_looks_by_itself(folder: Path) -> None:
    none = ("unshare", "--map-root-user", "sh", "-c")
    spent = 'echo 0 > /proc/sys/user/max_inotify_instances && exec "$@"'
    if os.system(f"unshare --map-root-user sh -c '{spent}' - true 2> /dev/null"):
        pytest.skip("no namespace of users here")
    (folder / "certificate.pdf").write_bytes(certificate())
    with watching(folder, prefix=(*none, spent, "-")) as running:
        running.until(STARTED)
        (folder / "certificate.pdf").unlink()
        running.until("GONE +certificate")
        assert running.end() == 1


@pytest.mark.parametrize(("name", "said"), [("none", "no such folder"), ("file", "Only a folder")])
def test_what_cannot_be_watched_is_said(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").write_bytes(certificate())
    done = docscheck("watch", tmp_path / name)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
