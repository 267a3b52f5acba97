"""What is said of the files to upload: what each is, what was done to it, what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docscheck.prepared import Left, Output, Prepared
from docscheck.reporters.interface import Manner
from docscheck.reporters.recognised import name_of


class Line(Struct, frozen=True):
    """One file."""

    name: str
    words: tuple[str, ...]


class Bundled(Struct, frozen=True):
    """The files to upload, and the others."""

    verdict: str
    files: tuple[Line, ...]
    left: tuple[Line, ...]


def told(prepared: Prepared, manner: Manner) -> Bundled:
    """Say it in the language of the manner, with the sentences of `docscheck prepare`."""
    judged = prepared.after or prepared.before
    return Bundled(
        judged.verdict.value,
        tuple(Line(output.path, tuple(_done(output, manner))) for output in prepared.outputs),
        tuple(Line(left.path, tuple(_why(left, manner))) for left in prepared.left),
    )


def _done(output: Output, manner: Manner) -> Iterator[str]:
    speaker, language = manner.speaker, manner.language
    yield " + ".join(name_of("type", kind, manner) for kind in dict.fromkeys(output.types))
    mends = [speaker.phrase(f"prepare.mend.{m}", {}, language) for m in output.mends]
    if mends:
        yield ", ".join(mends)
    if output.kept:
        yield speaker.sentence(f"prepare.kept.{output.kept}", {}, language)
    if output.to_review:
        yield speaker.sentence("prepare.look", {}, language)


def _why(left: Left, manner: Manner) -> Iterator[str]:
    key = f"prepare.left.{left.reason}"
    yield manner.speaker.sentence(key, {"better": left.better}, manner.language)
