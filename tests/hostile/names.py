"""File names that are hostile to screens, formats and file systems, and honest ones in every script.

Each folder holds one sound certificate under the name.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.kind import Kind
from tests.hostile.raw_pdf import certificate

HOSTILE: dict[str, bytes] = {
    "bidi-override": "passeport\u202efdp.exe.pdf".encode(),
    "bidi-isolate": "a\u2066b\u2069.pdf".encode(),
    "zero-width": "pass\u200bport\ufeff.pdf".encode(),
    "tag-characters": ("a" + "".join(chr(0xE0000 + ord(c)) for c in "ignore") + ".pdf").encode(),
    "newline": b"a\nb.pdf",
    "carriage-return": b"certificat ok\rNot ready.pdf",
    "tab": b"a\tb.pdf",
    "bell-and-backspace": b"a\x07\x08\x08b.pdf",
    "escape-colour": b"\x1b[31mred\x1b[0m.pdf",
    "escape-title": b"\x1b]0;owned\x07.pdf",
    "escape-link": b"\x1b]8;;http:192.0.2.1\x1b\\a\x1b]8;;\x1b\\.pdf",
    "escape-c1": "a\x9b31mb.pdf".encode(),
    "delete": b"a\x7fb.pdf",
    "line-separator": "a\u2028b\u2029c.pdf".encode(),
    "markup-rich": b"[bold red]a [link=http:x]b.pdf",
    "markup-unclosed": b"[bold]a[ [[] b.pdf",
    "markup-emoji": b":pile_of_poo:.pdf",
    "markup-html": b"<img src=x onerror=alert(1)>.pdf",
    "markup-quote": b"\"' onmouseover='alert(1).pdf",
    "markup-entity": b"&lt;b&gt;&#x41;.pdf",
    "markup-template": b"{{7*7}}${7*7}%(x)s{0}.pdf",
    "markup-markdown": b"[a](javascript:alert(1)) `b` **c** | d.pdf",
    "ci-command": b"::error file=a::owned.pdf",
    "ci-command-vso": b"##vso[task.complete result=Succeeded].pdf",
    "xml-cdata": b"]]><a>.pdf",
    "formula-equals": b"=cmd^ calc.pdf",
    "formula-plus": b"+1+1.pdf",
    "formula-at": b"@SUM(A1).pdf",
    "formula-minus": b"-rf *.pdf",
    "shell": b"$(touch owned);`id`|a&b.pdf",
    "backslashes": b"..\\..\\windows\\a.pdf",
    "percent": b"%2e%2e%2fa%00.pdf",
    "undecodable": b"caf\xe9 \xff\xfe.pdf",
    "surrogate-half": b"a\xed\xa0\x80b.pdf",
    "overlong": b"a\xc0\xafb.pdf",
    "long-255": b"n" * 251 + b".pdf",
    "combining-60": ("e" + "\u0301" * 60 + ".pdf").encode(),
    "only-blanks": b"   ",
    "only-dots": b"....",
    "no-stem": b".pdf",
    "blank-at-end": b"a.pdf ",
    "dot-at-end": b"a.pdf.",
    "windows-con": b"CON.pdf",
    "windows-lpt1": b"LPT1.pdf",
    "windows-signs": b'a<b>c:d"e|f?g*.pdf',
    "windows-stream": b"a.pdf:hidden.exe",
    "option-like": b"--output=x.pdf",
    "homoglyphs": "р\u0430sseport.pdf".encode(),
    "private-use": "a\ue000\U000f0000.pdf".encode(),
    "unassigned": "a\u0378\U0001ffff.pdf".encode(),
}
HONEST: dict[str, str] = {
    "french": "Relevé d'identité bancaire – Août 2026 (n° 2).pdf",
    "arabic": "شهادة الميلاد.pdf",
    "hebrew": "תעודת לידה.pdf",
    "chinese": "出生证明.pdf",
    "japanese": "出生証明書 が.pdf",
    "korean": "출생증명서.pdf",
    "hindi": "जन्म प्रमाण पत्र.pdf",
    "tamil": "பிறப்புச் சான்றிதழ்.pdf",
    "bengali": "জন্ম সনদ.pdf",
    "thai": "สูติบัตร.pdf",
    "russian": "Свидетельство о рождении.pdf",
    "ukrainian": "Свідоцтво її.pdf",
    "greek": "Πιστοποιητικό γέννησης.pdf",
    "georgian": "დაბადების მოწმობა.pdf",
    "armenian": "Ծննդյան վկայական.pdf",
    "amharic": "የልደት ምስክር ወረቀት.pdf",
    "persian": "شناسنامه\u200cها.pdf",
    "vietnamese": "Giấy khai sinh.pdf",
    "turkish": "doğum belgesi İIıi.pdf",
    "burmese": "မွေးစာရင်း.pdf",
    "sinhala": "උප්පැන්න සහතිකය.pdf",
    "khmer": "សំបុត្រកំណើត.pdf",
    "emoji": "passeport 🇫🇷 👩‍🎓.pdf",
    "upper-case-extension": "CERTIFICAT.PDF",
    "apostrophes": "certificat d’Amélie O'Neil & Cie, n°1.pdf",
    "decomposed": unicodedata.normalize("NFD", "certificat énoncé à Ngaoundéré.pdf"),
}


def _named(group: str, name: str, file_name: bytes) -> Kind:
    def write(folder: Path) -> None:
        path = os.path.join(os.fsencode(folder), file_name)
        with open(path, "wb") as stream:
            stream.write(certificate())

    return Kind(group, name, write)


def _twins(folder: Path) -> None:
    for number, form in enumerate(("NFC", "NFD")):
        name = unicodedata.normalize(form, "relevé.pdf")
        (folder / name).write_bytes(certificate() + b"\n" * number)


def _case_twins(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(certificate())
    (folder / "A.PDF").write_bytes(certificate() + b"\n")


def _all_in_one(folder: Path) -> None:
    for file_name in HOSTILE.values():
        with open(os.path.join(os.fsencode(folder), file_name), "wb") as stream:
            stream.write(b"")


def kinds() -> Iterator[Kind]:
    for name, file_name in HOSTILE.items():
        yield _named("name", name, file_name)
    for name, text in HONEST.items():
        yield _named("honest", f"name-{name}", text.encode())
    yield Kind("name", "twins-of-one-name", _twins)
    yield Kind("name", "twins-but-for-case", _case_twins)
    yield Kind("name", "all-empty-in-one-folder", _all_in_one)
