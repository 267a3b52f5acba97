"""How photos are scored: what counts as found, failed or remarked upon."""

from __future__ import annotations

from measure.photos import Judged, holds, report, tallies
from specimens.portraits.kinds import EXPECTED, GOOD

ADVICE = ("photo.not_checked", "unchecked")


def judged(kind: str, *said: tuple[str, str]) -> Judged:
    return Judged(kind, frozenset({ADVICE, *said}))


def test_a_fault_is_found_by_its_own_rule_only() -> None:
    assert judged("small_face", ("photo.face_size", "review")).is_found
    assert not judged("small_face", ("photo.pose", "review")).is_found
    assert not judged("two_people", ("photo.face_count", "unchecked")).is_found
    assert judged("turned", ("photo.face_count", "review")).is_found
    assert judged("no_face", ("document.unrecognised", "unchecked")).is_found


def test_only_failures_of_error_rules_flag_a_photo_in_order() -> None:
    assert not judged(GOOD, ("photo.file_size", "fail")).has_remark
    warned = judged(GOOD, ("photo.pose", "review"))
    assert (warned.is_failed, warned.has_remark) == (False, True)
    assert judged(GOOD, ("photo.exposure", "fail")).is_failed
    assert not judged(GOOD, ("photo.exposure", "review")).is_failed


def test_bounds_hold_for_a_perfect_run_and_not_for_one_blind_spot() -> None:
    perfect = [judged(GOOD)] * 50
    perfect += [judged(kind, (rule, "review")) for kind, rule in EXPECTED.items() for _ in range(9)]
    assert holds(perfect)
    blind = [one for one in perfect if one.kind != "moved"] + [judged("moved")] * 9
    assert not holds(blind)
    assert tallies(blind)[2]["moved"].rate == 0
    assert len(report(perfect)) == 5 + len(EXPECTED)
