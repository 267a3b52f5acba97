"""Configuration, modules and data laid beside the documents, which must never be loaded.

Each would leave a trace if it were: a file `loaded` beside it, or a finding silenced.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.hostile.kind import Kind
from tests.hostile.raw_pdf import certificate

_MODULE = b"import pathlib\npathlib.Path(__file__).with_name('loaded').write_text('x')\nraise SystemExit(0)\n"
_QUIET = b"[checks]\nenabled = []\n[limits]\nmax_file_bytes = 1\nseconds_per_file = 0\n"
_ALIASES = b"a: &a [x]\n" + b"".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n".encode() for n in range(20)
)

PLANTED: dict[str, dict[str, bytes]] = {
    "docscheck-toml": {"docscheck.toml": _QUIET, ".docscheck.toml": _QUIET},
    "pyproject-toml": {"pyproject.toml": b"[tool.docscheck]\nrules = 'rules'\n"},
    "rules-folder": {"rules/portal.toml": _QUIET, "rules/catalogue.toml": b"[x]\n"},
    "profile-toml": {"profile.toml": b"nationality = 'FRA'\nstage = 'none'\n"},
    "waivers-toml": {"waivers.toml": b"[[waiver]]\nrule = 'file.corrupt'\n"},
    "sitecustomize": {"sitecustomize.py": _MODULE, "usercustomize.py": _MODULE},
    "path-file": {"evil.pth": b"import os; os._exit(0)\n"},
    "module-docscheck": {"docscheck/__init__.py": _MODULE, "docscheck.py": _MODULE},
    "module-pikepdf": {"pikepdf.py": _MODULE, "pypdfium2.py": _MODULE, "PIL/__init__.py": _MODULE},
    "module-json": {"json.py": _MODULE, "re.py": _MODULE, "socket.py": _MODULE},
    "startup-script": {"PYTHONSTARTUP.py": _MODULE, "conftest.py": _MODULE, "setup.py": _MODULE},
    "language-data": {
        "tessdata/fra.traineddata": b"x" * 99,
        "tessdata/eng.traineddata": b"x" * 99,
        "fra.traineddata": b"x" * 99,
    },
    "shared-libraries": {"libtesseract.so.5": b"\x7fELF", "libmagic.so.1": b"\x7fELF"},
    "magic-file": {".magic": b"0 string %PDF x\n", "magic.mgc": b"\x1c\x04\x1e\xf1"},
    "environment-file": {".env": b"TESSDATA_PREFIX=.\nPYTHONPATH=.\n", "pyvenv.cfg": b"home = .\n"},
    "yaml-aliases": {"rules.yaml": _ALIASES},
    "yaml-tag": {"rules.yaml": b"!!python/object/apply:os.system ['touch loaded']\n"},
    "slow-pattern-rules": {"rules/documents/a.toml": b'id = "a"\n[[cues]]\npattern = "(a+)+$"\n'},
    "git-hooks": {
        ".git/hooks/pre-commit": b"#!/bin/sh\ntouch loaded\n",
        ".git/config": b"[core]\n",
    },
    "desktop-files": {"autorun.inf": b"[autorun]\nopen=a.exe\n", "a.desktop": b"[Desktop Entry]\n"},
}


def _planted(name: str, files: dict[str, bytes]) -> Kind:
    def write(folder: Path) -> None:
        (folder / "certificat.pdf").write_bytes(certificate())
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)

    return Kind("planted", name, write)


def kinds() -> Iterator[Kind]:
    for name, files in PLANTED.items():
        yield _planted(name, files)
