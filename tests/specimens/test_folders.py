from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
import pytest

from specimens.channels import Channel
from specimens.folders import DEFECTS, Taste, differences, draw_folder
from specimens.folders.stories import STORIES, stages
from specimens.make_samples import RECIPES

TODAY = date(2026, 11, 23)
TINY = Taste(megapixels=0.3, scan_dpi=50)
EVERY_STAGE = [(story, stage) for story in STORIES for stage in stages(story)]


def _draw(seed: str, **wish: Any) -> Any:
    return draw_folder(Random(seed), TODAY, unseen=False, taste=TINY, **wish)


@pytest.mark.parametrize(("story", "stage"), EVERY_STAGE)
def test_a_folder_in_order_holds_what_its_stage_requires(story: str, stage: str) -> None:
    folder = _draw(f"{story}/{stage}", story=story, stage=stage)
    expected = folder.expected
    assert expected["verdicts"] == ["ready"]
    assert expected["rules"] == []
    assert set(folder.files) == set(expected["files"])
    needed = {"identity", "enrolment"} | (set() if story.startswith("eu") else {"stay"})
    if stage == "completion":
        needed |= {"civil_status", "bank_details"}
    assert needed <= set(expected["requirements"])
    assert {tuple(value) for value in expected["requirements"].values()} == {("satisfied",)}


def _pdf_pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("seed", range(4))
def test_the_truth_names_every_page_of_every_file_once(seed: int) -> None:
    folder = _draw(f"pages/{seed}")
    for path, pages in folder.expected["files"].items():
        if folder.files[path].startswith(b"%PDF"):
            numbers = {page["pages"][0] for page in pages}
            assert numbers == set(range(1, _pdf_pages(folder.files[path]) + 1)), path


@pytest.mark.parametrize("seed", range(3))
def test_identity_and_permit_in_order_are_pdf(seed: int) -> None:
    folder = _draw(f"pdf/{seed}", story="permit")
    for path, pages in folder.expected["files"].items():
        if any(page["type"] in ("passport", "residence_permit") for page in pages):
            assert folder.files[path].startswith(b"%PDF")
            assert path.lower().endswith(".pdf")


QUICK = ("missing_visa", "admission_letter", "wrong_iban", "cropped_passport", "untranslated_birth")


@pytest.mark.parametrize(
    "defect",
    [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in DEFECTS],
)
def test_every_defect_can_be_drawn_and_says_what_must_be_found(defect: str) -> None:
    expected = _draw(defect, defect=defect).expected
    assert expected["defect"] == defect
    (wanted,) = expected["rules"]
    assert all("." in rule for rule in wanted["any_of"])
    assert set(wanted["files"]) <= set(expected["files"])
    if DEFECTS[defect].about is not None:
        assert wanted["files"]


def test_at_least_25_kinds_of_defect() -> None:
    assert len(DEFECTS) >= 25


def test_the_same_seed_gives_the_same_folder() -> None:
    first, again, other = (_draw(seed) for seed in ("a", "a", "b"))
    assert (first.files, first.expected) == (again.files, again.expected)
    assert first.files != other.files


def test_channels_can_be_restricted() -> None:
    folder = _draw("scan", story="vls_ts", channels=(Channel.SCAN,))
    pages = [page for pages in folder.expected["files"].values() for page in pages]
    scanned = [page["channel"] for page in pages if page["type"] != "visa_validation"]
    assert set(scanned) == {"scan"}, "all but the paper that is never scanned"


def test_a_spoiled_page_is_not_expected_to_be_read() -> None:
    expected = _draw("blur", defect="blurred_passport").expected
    pages = [page for pages in expected["files"].values() for page in pages]
    assert {page["type"] for page in pages if not page["legible"]} == {"passport"}


def test_a_folder_is_written_with_its_sub_folders(tmp_path: Path) -> None:
    folder = _draw("write", style="messy")
    folder.write(tmp_path)
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert written == set(folder.files)


def _right_report(expected: dict[str, Any]) -> dict[str, Any]:
    """Write the report that makes no mistake, from the right answer."""
    documents = [
        {"path": path, "parts": [{"type": p["type"], "pages": p["pages"]} for p in pages]}
        for path, pages in expected["files"].items()
    ]
    findings = [
        {"rule": rule["any_of"][0], "document": (rule["files"] or [None])[0]}
        for rule in expected["rules"]
    ]
    requirements = [
        {"id": key, "status": value[0]} for key, value in expected["requirements"].items()
    ]
    return {
        "verdict": expected["verdict"],
        "documents": documents,
        "findings": findings,
        "requirements": requirements,
    }


def test_a_report_without_mistake_shows_no_difference() -> None:
    for wish in ({}, {"defect": "expired_passport"}, {"defect": "missing_visa"}):
        expected = _draw("right", **wish).expected
        assert differences(expected, _right_report(expected)) == ()


def test_every_kind_of_mistake_is_a_difference() -> None:
    expected = _draw("wrong", defect="expired_passport", story="vls_ts").expected
    right = _right_report(expected)
    silent = {**right, "findings": []}
    assert any("validity.expired" in line for line in differences(expected, silent))
    assert any("verdict" in line for line in differences(expected, {**right, "verdict": "ready"}))
    unasked = {**right, "requirements": []}
    assert any("requirement" in line for line in differences(expected, unasked))
    assert any("nothing said" in line for line in differences(expected, {**right, "documents": []}))
    for document in right["documents"]:
        for part in document["parts"]:
            part["type"] = "other"
    assert any("right would be passport" in line for line in differences(expected, right))


def test_every_sample_recipe_names_a_story_and_a_defect_that_exist() -> None:
    assert {recipe.story for recipe in RECIPES.values()} <= set(STORIES)
    assert {recipe.defect for recipe in RECIPES.values()} - {None} <= set(DEFECTS)
