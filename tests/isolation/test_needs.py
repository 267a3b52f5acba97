"""What reading loads late, it can load in a hardened worker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
from docscheck.worker.hardening import Measures
measures = Measures()
measures.at_once(2_000_000_000), measures.before_files()
from py3langid.langid import MODEL_FILE, LanguageIdentifier
print(*LanguageIdentifier.from_model_file(MODEL_FILE).classify("The quick brown fox"))
"""


def test_the_model_of_languages_unpacks_itself_to_a_file(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[0].startswith("en")
