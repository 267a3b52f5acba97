"""The summary of an accuracy run, put into the READMEs between their markers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

BEGIN, END = "<!-- accuracy -->", "<!-- /accuracy -->"
READMES: Mapping[str, str] = {"README.md": "en", "README.fr.md": "fr"}
_BLOCK = re.compile(f"{BEGIN}\n(.*?){END}", re.DOTALL)


def summary_in(text: str) -> str:
    """Give what stands between the markers.

    Raises:
        ValueError: there are none.
    """
    found = _BLOCK.search(text)
    if found is None:
        raise ValueError("no summary of the accuracy between its markers")
    return found[1]


def publish(root: Path, summaries: Mapping[str, Sequence[str]]) -> None:
    """Write the summary, by language, into every README."""
    for name, language in READMES.items():
        path = root / name
        text = path.read_text(encoding="utf-8")
        old = summary_in(text)
        new = "\n".join(summaries[language]) + "\n"
        whole = text.replace(f"{BEGIN}\n{old}{END}", f"{BEGIN}\n{new}{END}")
        path.write_text(whole, encoding="utf-8")
