"""`--waivers`: what somebody accepted changes the answer of the real command, and nothing else."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.cli.command import TODAY, docscheck

PAPERS = Path(__file__).parents[2] / "sample_docs" / "expired_passport" / "documents"
RULE = "validity.expired"


def accepted(tmp_path: Path, until: str) -> Path:
    digest = hashlib.sha256((PAPERS / "01_passeport.pdf").read_bytes()).hexdigest()
    path = tmp_path / "accepted.toml"
    path.write_text(
        f'[[waiver]]\nrule = "{RULE}"\nsha256 = "{digest[:12]}"\nuntil = {until}\n'
        'reason = "renewal seen"\nauthor = "A. Morel"\n'
    )
    return path


def test_an_expired_passport_that_was_accepted_stands_in_the_way_no_more(tmp_path: Path) -> None:
    waivers = ("--waivers", accepted(tmp_path, "2026-12-31"))
    done = docscheck("check", PAPERS, *TODAY, "--format", "json", *waivers)
    report = json.loads(done.stdout)
    assert (done.returncode, report["verdict"], done.stderr) == (0, "ready", "")
    (finding,) = [f for f in report["findings"] if f["rule"] == RULE]
    assert (finding["severity"], finding["waived"]["author"]) == ("error", "A. Morel")


def test_past_its_day_the_folder_is_not_ready_and_says_why(tmp_path: Path) -> None:
    done = docscheck("check", PAPERS, *TODAY, "--waivers", accepted(tmp_path, "2026-11-22"))
    assert done.returncode == 1
    assert done.stdout.startswith("Not ready:")
    assert "it ended on 22 November 2026" in " ".join(done.stdout.split())
