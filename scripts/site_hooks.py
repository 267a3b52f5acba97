"""What MkDocs is told beyond its settings: which page is the first, and where links may lead.

Both languages are built from docs/, each with its own first page, `extra.home`. Pages there link to
files of the repository as well, which are not on the site: such a link becomes the file's name.
"""

from __future__ import annotations

import re
from typing import Any

_FIRST, _LAID_ASIDE = "index.html", "index.other.html"
_OUTSIDE = re.compile(r"\[([^\]]*)\]\((\.\./[^)]*)\)")


def on_files(files: Any, config: Any) -> Any:
    """Lay the first page of this language where browsers look for it."""
    for file in files.documentation_pages():
        if file.src_uri == config.extra["home"]:
            _lay(file, _FIRST)
        elif file.src_uri == "index.md":
            _lay(file, _LAID_ASIDE)
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Name what a link outside docs/ leads to.

    >>> on_page_markdown("see [complete](../sample_docs/complete)")
    'see complete (`sample_docs/complete`)'
    """
    return _OUTSIDE.sub(lambda found: f"{found[1]} (`{found[2].removeprefix('../')}`)", markdown)


def _lay(file: Any, place: str) -> None:
    file.dest_uri = file.url = place
