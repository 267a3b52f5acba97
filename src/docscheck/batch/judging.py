"""How are the folders of a run judged, and by what is one judged that others are not?"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec import Struct, field

from docscheck import __version__
from docscheck.batch.shares import Root
from docscheck.check import Options
from docscheck.profile import Declared
from docscheck.rulebook.load import fingerprint


class Judging(Struct, frozen=True):
    """How every folder is judged."""

    root: Root
    today: date
    options: Options
    declared: Declared
    """Of all students."""
    listed: Mapping[str, Declared] = field(default_factory=dict)
    """Of one student, by folder: what the roster says."""
    key: bytes = b""
    """Of the ledger: `Ledger.key`."""

    def declared_for(self, name: str) -> Declared:
        """Give what was said of one student; the roster over what holds for all."""
        listed = self.listed.get(name)
        return listed.over(self.declared) if listed is not None else self.declared

    def options_as_json(self) -> str:
        """Give what decides every verdict besides files, day and version; no word of a roster."""
        chosen = {
            "rules": fingerprint(self.options.rules),
            "ocr": self.options.engine,
            "limits": dict(sorted(self.options.limits.items())),
            "declared": self.declared,
        }
        return msgspec.json.encode(chosen).decode()


class Basis:
    """What else than the files and the day decides the verdict on a folder, as one number.

    A birth date of a roster is in it: like all hashes of a ledger it is made under its key.
    """

    def __init__(self, judging: Judging) -> None:
        self._judging = judging
        self._common = f"{__version__} {judging.options_as_json()}".encode()

    def of(self, name: str) -> str:
        """Give 64 hexadecimal digits for one folder."""
        listed = msgspec.json.encode(self._judging.listed.get(name))
        return hmac.digest(self._judging.key, self._common + b"\0" + listed, "sha256").hex()
