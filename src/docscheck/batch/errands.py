"""What goes to a worker of a cluster and what comes back: bytes, held to their shape.

An errand is one folder: what a run is judged by, and of persons only what was said of this one. An
answer comes from another machine, which read hostile files: it is data, not to be believed. Names
are bytes, as a disk has them. No object of ours is pickled.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Outcome
from docscheck.batch.marks import Mark, MarkKind
from docscheck.batch.shares import Address
from docscheck.batch.told import told
from docscheck.check import Options
from docscheck.errors import ComponentMissingError
from docscheck.finding import Verdict
from docscheck.profile import Declared

_MOST_MARKS = 100_000
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Word = Annotated[str, Meta(max_length=200, pattern=r"^[ -~]*$")]
Name = Annotated[bytes, Meta(max_length=8_192)]


class Errand(Struct, frozen=True):
    """One folder to read."""

    run: str
    """Of which run: its sessions are kept warm under this name."""
    root: bytes
    """A path as the disk has it, or the address of a share."""
    is_address: bool
    rules: bytes | None
    """Folder of the rules, where they are not those that ship with docscheck."""
    fingerprint: str
    """Of the rules."""
    ocr: str
    """What reads pictures: `standing.Standing.ocr`."""
    today: date
    engine: str
    limits: Mapping[str, float]
    key: bytes
    name: bytes
    declared: Declared

    @property
    def judging(self) -> Judging:
        """How this folder, and every other of the run, is judged."""
        rules = Path(os.fsdecode(self.rules)) if self.rules is not None else None
        options = Options(rules=rules, engine=self.engine, limits=self.limits)
        root = Address(self.root.decode()) if self.is_address else Path(os.fsdecode(self.root))
        return Judging(root, self.today, options, Declared(), key=self.key)

    @property
    def on_disk(self) -> bytes | None:
        """The path that a worker has to see; `None` of a share."""
        return None if self.is_address else self.root


class Answer(Struct, frozen=True, tag="read"):
    """What came of it: an `Outcome` without the name, which nobody has to tell."""

    seconds: Annotated[float, Meta(ge=0.0, le=1e7)]
    digest: Digest | None = None
    verdict: Verdict | None = None
    steps: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None
    crashed: bool = False
    problem: Word | None = None
    report: Annotated[str, Meta(max_length=100_000_000)] | None = None
    marks: Annotated[
        tuple[tuple[MarkKind, Annotated[bytes, Meta(max_length=32)], Name], ...],
        Meta(max_length=_MOST_MARKS),
    ] = ()
    stamp: Digest | None = None


class Refusal(Struct, frozen=True, tag="refused"):
    """Why this worker reads no folder of this run."""

    reason: Literal["version", "rules", "ocr", "unseen", "missing"]
    sentence: Word = ""
    """Of `missing`: a key of `ComponentMissingError.SENTENCES`."""
    params: Annotated[Mapping[Word, Word], Meta(max_length=10)] = msgspec.field(
        default_factory=dict
    )


class MalformedError(Exception):
    """An answer that is none."""


_ERRANDS = msgspec.msgpack.Decoder(Errand)
_ANSWERS = msgspec.msgpack.Decoder(Answer | Refusal)


def errand_of(judging: Judging, run: str, fingerprint: str, ocr: str, name: str) -> Errand:
    """Say what a worker has to know to read one folder."""
    rules, root = judging.options.rules, judging.root
    return Errand(
        run=run,
        root=root.url.encode() if isinstance(root, Address) else os.fsencode(root.absolute()),
        is_address=isinstance(root, Address),
        rules=os.fsencode(rules.absolute()) if rules is not None else None,
        fingerprint=fingerprint,
        ocr=ocr,
        today=judging.today,
        engine=judging.options.engine,
        limits=judging.options.limits,
        key=judging.key,
        name=os.fsencode(name),
        declared=judging.declared_for(name),
    )


def encode(message: Errand | Answer | Refusal) -> bytes:
    """Make bytes of it."""
    return msgspec.msgpack.encode(message)


def decode_errand(data: bytes) -> Errand:
    """Read an errand of a docscheck of this version."""
    return _ERRANDS.decode(data)


def answer_of(outcome: Outcome) -> Answer:
    """Give what is told of an outcome."""
    return Answer(
        seconds=outcome.seconds,
        digest=outcome.digest,
        verdict=Verdict(outcome.verdict) if outcome.verdict is not None else None,
        steps=outcome.steps,
        crashed=outcome.crashed,
        problem=outcome.problem,
        report=outcome.report,
        marks=tuple((m.kind, m.digest, os.fsencode(m.path)) for m in outcome.marks),
        stamp=outcome.stamp,
    )


def decode_answer(data: object, name: str) -> Outcome | Refusal:
    """Read what a worker answered about the folder `name`.

    Raises:
        MalformedError: it is no answer.
    """
    try:
        if not isinstance(data, bytes):
            raise MalformedError
        answer = _ANSWERS.decode(data)
        if isinstance(answer, Refusal):
            return answer
        if (answer.report is None) == (answer.problem is None):
            raise MalformedError
        if answer.report is not None:
            _refuse_unlike(answer.report, answer.verdict)
    except (msgspec.MsgspecError, ValueError) as error:
        raise MalformedError from error
    return Outcome(
        name=name,
        digest=answer.digest,
        seconds=answer.seconds,
        verdict=answer.verdict.value if answer.verdict is not None else None,
        steps=answer.steps,
        crashed=answer.crashed,
        problem=answer.problem,
        report=answer.report,
        marks=tuple(Mark(kind, digest, os.fsdecode(path)) for kind, digest, path in answer.marks),
        stamp=answer.stamp,
    )


def missing(refusal: Refusal) -> ComponentMissingError:
    """Give the component that a worker lacks; it may claim nothing but what can be missing."""
    if refusal.sentence in ComponentMissingError.SENTENCES:
        return ComponentMissingError(refusal.sentence, refusal.params)
    return ComponentMissingError("cluster_without")


def _refuse_unlike(report: str, verdict: Verdict | None) -> None:
    """Refuse what is no report on one line: it becomes a line of a table."""
    if verdict is None or not report.isascii() or not report.isprintable():
        raise MalformedError
    told(report)
