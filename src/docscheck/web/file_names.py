r"""Under which name is a file kept that a browser handed over?

Its own, as far as every system takes it: no folder but the one it lay in, no character that cannot
be seen, none that some system refuses. What is judged of names is judged of this one. Browsers send
the path below the folder that was dropped (File API, `webkitRelativePath`), and `%22`, `%0D` and
`%0A` for what may not stand in a header (HTML, multipart/form-data encoding).

>>> kept_name("papers/visa/page 1.jpg"), kept_name("..\\..\\visa.pdf"), kept_name("a\u202efdp.exe")
('visa/page 1.jpg', 'visa.pdf', 'a_fdp.exe')
"""

from __future__ import annotations

from docscheck.foreign_text import is_visible

MAX_BYTES = 180
"""Of one name; file systems take 255, and a copy gets a number."""
_REFUSED = frozenset('<>:"|?*')
"""By Windows; `/` and the backslash part folders."""
_ESCAPED = {"%22": '"', "%0D": "\r", "%0A": "\n", "%0d": "\r", "%0a": "\n"}


def kept_name(given: str) -> str:
    """Give the relative path under which a file is kept: its name, or `folder/name`."""
    for escape, character in _ESCAPED.items():
        given = given.replace(escape, character)
    pieces = [p for p in given.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    # The first of three is the folder that was dropped, as the folder given to a check.
    inner = pieces[-2:] if len(pieces) > 2 else pieces[-1:]
    return "/".join(map(_safe, inner)) or "_"


def numbered(path: str, number: int) -> str:
    """Give another name beside `path`.

    >>> numbered("visa/page 1.jpg", 2)
    'visa/page 1 (2).jpg'
    """
    folder, slash, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    if not stem:
        stem, dot, extension = name, "", ""
    return f"{folder}{slash}{stem} ({number}){dot}{extension}"


def _safe(name: str) -> str:
    seen = "".join(c if is_visible(c) and c not in _REFUSED else "_" for c in name)
    return _shortened(seen.rstrip(" .") or "_")


def _shortened(name: str) -> str:
    """Cut the stem, and keep what tells the kind of file."""
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension.encode()) > MAX_BYTES // 4:
        stem, dot, extension = name, "", ""
    room = MAX_BYTES - len((dot + extension).encode())
    return stem.encode()[:room].decode("utf-8", "ignore") + dot + extension
