"""Do hostile names come out of the formats of CI systems harmless and whole? Part of `names`.

Each is read again by somebody else's strict parser:

    SARIF       valid against the OASIS schema, each address gives the name's bytes again
    JUnit XML   valid against the Jenkins schema, read by junitparser, each file its case
    GitHub      one command a line, its escapes undone: the name as people see it
    Markdown    markdown-it (CommonMark, tables): no markup but ours, the name as people see it
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import xmlschema
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from docscheck.foreign_text import is_visible, show, visible

_SCHEMAS = Path(__file__).parents[1] / "tests" / "schemas"
_COMMAND = re.compile(r"::(?:error|warning|notice) file=([^,:]*),title=([^,:]*)::(.*)")
_OURS = frozenset(
    {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
        *("ordered_list_open", "ordered_list_close", "bullet_list_open", "bullet_list_close"),
        *("list_item_open", "list_item_close", "strong_open", "strong_close", "hardbreak"),
        *(
            f"{part}_{end}"
            for part in ("table", "thead", "tbody", "tr", "th", "td")
            for end in ("open", "close")
        ),
        *("softbreak", "text_special"),
    }
)


class Wrong(Exception):
    """An output that shows a name as it must not, or not at all."""


def check_sarif(text: str, drawn: Sequence[str]) -> None:
    """Read SARIF again."""
    if not text.isascii():
        raise Wrong("sarif: not ASCII")
    told: dict[str, Any] = json.loads(text)
    for error in _sarif().iter_errors(told):
        raise Wrong(f"sarif: {error.message}")
    (run,) = told["runs"]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    back = {os.fsdecode(unquote_to_bytes(uri)) for uri in uris}
    if back != set(drawn):
        raise Wrong(f"sarif: {(set(drawn) ^ back)!a} did not come back")


def check_junit(text: str, drawn: Sequence[str]) -> None:
    """Read JUnit XML again."""
    _junit().validate(text)
    suites = JUnitXml.fromstring(text.encode())
    names = {case.name for suite in suites for case in suite if suite.name == "files"}
    missing = set(map(visible, drawn)) - names
    if missing:
        raise Wrong(f"junit: {missing!a} has no case")
    wrong = sum(bool(case.result) for suite in suites for case in suite)
    if wrong != suites.failures + suites.errors:
        raise Wrong("junit: the counts are not those of the cases")


def check_github(text: str, drawn: Sequence[str]) -> None:
    """Read workflow commands again."""
    *commands, last = text.split("\n")[:-1]
    read = [_COMMAND.fullmatch(line) for line in commands]
    if not all(read) or last.startswith("::") or "##" in text:
        raise Wrong("github: a line is no command of ours")
    files = {_undone(match[1]) for match in read if match}
    for name in drawn[1:]:
        if visible(name).replace("##", "# #") not in files:
            raise Wrong(f"github: {name!a} is not named")
    if not all(map(is_visible, text.replace("\n", ""))):
        raise Wrong("github: a hidden character comes through")


def check_markdown(text: str, drawn: Sequence[str]) -> None:
    """Read Markdown again."""
    tokens = list(_flat(MarkdownIt("commonmark").enable("table").parse(text)))
    strange = {token.type for token in tokens} - _OURS
    if strange:
        raise Wrong(f"markdown: {strange} came out of a name")
    shown = "".join(token.content for token in tokens if token.type in ("text", "text_special"))
    packed = "".join(shown.split())
    for name in drawn:
        if "".join(show(name).split()) not in packed:
            raise Wrong(f"markdown: {name!a} is not shown")
    if not all(map(is_visible, text.replace("\n", ""))):
        raise Wrong("markdown: a hidden character comes through")


def _undone(escaped: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        escaped = escaped.replace(code, character)
    return escaped


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


@cache
def _sarif() -> jsonschema.Draft7Validator:
    text = (_SCHEMAS / "sarif-schema-2.1.0.json").read_text("utf-8")
    return jsonschema.Draft7Validator(json.loads(text))


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(_SCHEMAS / "junit-10.xsd"))
