"""What comes from a worker is data, held to its shape; what a worker is, is asked before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from docscheck import __version__
from docscheck.batch.cluster_agreed import agreed
from docscheck.batch.cluster_worker import Look, look
from docscheck.batch.errands import (
    MalformedError,
    Refusal,
    answer_of,
    decode_answer,
    decode_errand,
    encode,
    errand_of,
    missing,
)
from docscheck.batch.judging import Judging
from docscheck.batch.ledger import Outcome
from docscheck.batch.marks import Mark, MarkKind
from docscheck.batch.shares import Address
from docscheck.batch.standing import standing
from docscheck.check import Options
from docscheck.errors import UsageError
from docscheck.finding import Enrolled
from docscheck.profile import Declared
from docscheck.rulebook.load import fingerprint
from tests.literal import TODAY

REPORT = '{"today": "2026-11-23", "requirements": [], "findings": []}'
WHOLE = Outcome(
    name="caf\udce9",
    digest="0" * 64,
    seconds=1.5,
    verdict="ready",
    steps=0,
    report=REPORT,
    marks=(Mark(MarkKind.FILE, b"0" * 16, "a\udce9.pdf"),),
    stamp="f" * 64,
)
JUDGING = Judging(Path("students"), TODAY, Options(), Declared(stage="first"), key=b"k" * 32)


def test_an_outcome_comes_back_as_it_was() -> None:
    assert decode_answer(encode(answer_of(WHOLE)), WHOLE.name) == WHOLE
    gone = Outcome("a", None, 0.0, problem="gone")
    assert decode_answer(encode(answer_of(gone)), "a") == gone


BAD = {
    "verdict": "splendid",
    "seconds": -1.0,
    "digest": "short",
    "steps": -1,
    "report": '{"today": "2026-11-23", "requirements": []}',
    "problem": "words\nand lines",
    "marks": [["file", "text", 1]],
    "stamp": 5,
}


@pytest.mark.parametrize("key", BAD)
def test_an_answer_out_of_shape_is_none(key: str) -> None:
    answer = msgspec.msgpack.decode(encode(answer_of(WHOLE)))
    with pytest.raises(MalformedError):
        decode_answer(msgspec.msgpack.encode({**answer, key: BAD[key]}), "a")


@pytest.mark.parametrize(
    "report", [REPORT.replace(", ", ",\n", 1), f"{REPORT}\n{REPORT}", REPORT.replace("23", "é")]
)
def test_a_report_is_one_line(report: str) -> None:
    answer = msgspec.msgpack.decode(encode(answer_of(WHOLE)))
    with pytest.raises(MalformedError):
        decode_answer(msgspec.msgpack.encode({**answer, "report": report}), "a")


@pytest.mark.parametrize("answer", [None, b"", "text", b"\x80", 5])
def test_what_is_no_answer_is_none(answer: object) -> None:
    with pytest.raises(MalformedError):
        decode_answer(answer, "a")


def test_an_errand_tells_of_one_student_only() -> None:
    born = {name: Declared(enrolled=Enrolled(birth_date=day)) for name, day in BORN.items()}
    judging = Judging(Address("s3://b/x"), TODAY, Options(), Declared(), born, b"k" * 32)
    sent = encode(errand_of(judging, "run", "rules", "ocr", "a"))
    assert b"2004-05-17" in sent
    assert b"2003-01-02" not in sent
    errand = decode_errand(sent)
    assert errand.declared.enrolled == Enrolled(birth_date=BORN["a"])
    assert errand.judging.root == Address("s3://b/x")
    assert errand.on_disk is None
    assert errand.judging.key == judging.key


BORN = {"a": date(2004, 5, 17), "b": date(2003, 1, 2)}


def test_a_worker_claims_nothing_but_what_can_be_missing() -> None:
    claimed = Refusal("missing", "engine_missing", {"engine": "Tesseract", "packages": "x"})
    assert missing(claimed).sentence == "engine_missing"
    assert missing(Refusal("missing", "ledger")).sentence == "cluster_without"


def test_workers_that_judge_alike_agree() -> None:
    here = fingerprint(None)
    same: Look = (__version__, here, "5.3 abc", True)
    assert agreed({"tcp://a:1": same, "tcp://b:2": same}, here, JUDGING) == "5.3 abc"


ODD: dict[str, Look | Exception] = {
    "cluster_version": ("0.0.0", "x", "5.3 abc", True),
    "cluster_rules": (__version__, "y", "5.3 abc", True),
    "cluster_ocr": (__version__, "x", "5.4 abc", True),
    "cluster_unseen": (__version__, "x", "5.3 abc", False),
}


@pytest.mark.parametrize("sentence", ODD)
def test_one_that_does_not_is_named_and_no_other(sentence: str) -> None:
    same: Look = (__version__, "x", "5.3 abc", True)
    looks = {"tcp://a:1": same, "tcp://odd:2": ODD[sentence], "tcp://c:3": same}
    with pytest.raises(UsageError, match=sentence) as caught:
        agreed(looks, "x", JUDGING)
    assert caught.value.params["workers"] == "tcp://odd:2"


def test_workers_without_docscheck_or_without_ocr_are_refused() -> None:
    blind: Look = (__version__, "x", "", True)
    with pytest.raises(UsageError, match="cluster_version"):
        agreed({"tcp://a:1": ModuleNotFoundError("docscheck")}, "x", JUDGING)
    with pytest.raises(UsageError, match="cluster_ocr"):
        agreed({"tcp://a:1": blind}, "x", JUDGING)
    unread = Judging(Path("students"), TODAY, Options(engine="none"), Declared())
    assert agreed({"tcp://a:1": blind}, "x", unread) == ""


def test_a_machine_says_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    version, rules, ocr, sees = look(None, "auto", bytes(tmp_path), [b"a"])
    assert (version, rules, sees) == (__version__, fingerprint(None), True)
    assert ocr == standing(None, "auto").ocr != ""
    assert look(None, "none", bytes(tmp_path), [b"b"])[2:] == ("", False)
    assert look(bytes(tmp_path), "none", None, [])[1:] == ("", "", True)
