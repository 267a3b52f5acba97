"""Rules: what ships loads whole; what is wrong is refused with file, key and the nearest name."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from docscheck.errors import RulebookError
from docscheck.finding import Severity
from docscheck.rulebook.load import build, for_reading, load, packaged_rules, read
from docscheck.rulebook.schema import Confidence
from docscheck.worker import protocol

CONTRACT_TYPES = """passport national_id_card visa visa_validation residence_permit
residence_receipt school_certificate birth_certificate family_record_book marriage_certificate
sworn_translation rib id_photo parental_authorization ehic s1_form resources_attestation quebec_form
provisional_certificate entitlement_certificate vitale_form cvec_attestation admission_letter
student_card transcript bank_statement proof_of_address insurance_attestation other""".split()

CONTRACT_RULES = """file.empty file.corrupt file.encrypted file.restricted file.extension_mismatch
file.unsupported file.too_large file.too_many_pages file.limit file.timeout file.duplicate
file.active_content file.hidden_text file.name file.ignored format.pdf_required format.media_type
quality.blurry quality.glare quality.dark quality.low_resolution quality.cropped quality.rotated
quality.blank_page quality.screenshot quality.unreadable document.unrecognised document.irrelevant
document.look_alike document.several_in_one_file document.split_over_files document.side_missing
mrz.missing mrz.check_digit mrz.visual_mismatch validity.expired validity.expires_soon
validity.not_yet_valid validity.school_year validity.visa_type validity.visa_not_validated
civil_status.no_parents civil_status.untranslated civil_status.legalisation bank.iban_missing
bank.iban_invalid bank.rib_key bank.holder bank.not_sepa nir.key nir.provisional consistency.name
consistency.birth_date consistency.document_number consistency.other_person photo.dimensions
photo.face_count photo.face_size photo.pose photo.background photo.exposure photo.sharpness
requirement.missing requirement.nonconforming requirement.not_needed profile.not_eligible
profile.unknown internal.crash""".split()

REQUIREMENTS = """identity enrolment stay civil_status bank_details parental_authorization id_photo
vitale_form ehic s1_form resources quebec_form visa_validation translation""".split()


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """Give a copy of the shipped rules that a test may spoil."""
    return Path(shutil.copytree(packaged_rules(), tmp_path / "rules"))


def spoil(rules: Path, name: str, old: str, new: str) -> None:
    path = rules / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_ships_keeps_the_contract() -> None:
    book = load()
    assert set(CONTRACT_TYPES) <= set(book.types)
    assert set(CONTRACT_RULES) <= set(book.catalogue)
    assert set(REQUIREMENTS) == set(book.requirements)
    assert not book.profiles[-1].when


def test_only_facts_of_high_confidence_make_errors() -> None:
    book = load()
    errors = [r for r in book.catalogue.values() if r.severity is Severity.ERROR]
    assert errors
    assert all(rule.provenance.confidence is Confidence.HIGH for rule in errors)


def test_a_worker_reads_by_the_same_rules_from_what_it_was_sent() -> None:
    raw = read(packaged_rules())
    setup = protocol.Setup(for_reading(raw), "auto", date(2026, 11, 23))
    sent, whole = build(protocol.decode_setup(protocol.encode(setup)).rules), build(raw)
    assert sent.portal.limits == whole.portal.limits
    for kind, own in sent.types.items():
        assert own == replace(whole.types[kind], checks={}, needed=own.needed)
    assert sent.types["rib"].needed == (("iban",), ("holder", "surname"))


def test_one_toml_file_adds_a_type(rules: Path) -> None:
    (rules / "documents" / "library_card.toml").write_text(
        """
title = { fr = "carte de bibliothèque", en = "library card" }
source = "none"
as_of = 2026-11-01
confidence = "L"
[[cues]]
kind = "title"
any = ["carte de bibliothèque"]
weight = 0.9
[[fields]]
name = "surname"
reader = "labelled"
labels = ["nom"]
kind = "name"
""",
        encoding="utf-8",
    )
    assert load(rules).types["library_card"].title.en == "library card"


BROKEN = [
    ("documents/passport.toml", 'kind = "mrz"', 'kind = "mrzz"', ["cues[0].kind", "mrz"]),
    ("documents/passport.toml", 'reader = "mrz"', 'reader = "mzr"', ["fields[0].reader", '"mrz"']),
    ("documents/passport.toml", "[checks.expiry]", "[checks.expiri]", ["checks.expiri", "expiry"]),
    ("documents/passport.toml", "margin_days = 90", "margin_day = 90", ["margin_days"]),
    ("documents/passport.toml", "margin_days = 90", 'margin_days = "90"', ["margin_days", "int"]),
    ("documents/passport.toml", 'confidence = "H"', 'confidence = "Z"', ["confidence"]),
    ("documents/passport.toml", "as_of = 2026-11-01", "", ["as_of", "missing"]),
    ("documents/passport.toml", "title =", "titel =", ["titel", '"title"']),
    ("documents/cvec_attestation.toml", '["enrolment"]', '["enrollment"]', ['"enrolment"']),
    ("catalogue.toml", 'severity = "error"', 'severity = "eror"', ['"error"']),
    ("requirements.toml", 'types = ["passport"', 'types = ["pasport"', ['"passport"']),
    ("countries.toml", '"AUT"', '"AUTX"', ["eu_eea_ch", "AUTX"]),
    ("profiles.toml", "registers = false", 'registers = "no"', ["registers"]),
    ("portal.toml", "max_depth = 32", 'max_depth = "deep"', ["limits.max_depth"]),
    ("portal.toml", "max_depth = 32", "max_deph = 32", ["limits.max_deph", '"max_depth"']),
    ("portal.toml", "max_depth = 32", "", ["limits.max_depth", "missing"]),
    ("portal.toml", "[limits]", "[limits", ["portal.toml", "TOML"]),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN)
def test_a_wrong_rule_is_refused_by_name(
    rules: Path, name: str, old: str, new: str, said: list[str]
) -> None:
    spoil(rules, name, old, new)
    with pytest.raises(RulebookError) as error:
        load(rules)
    message = str(error.value)
    assert name.rsplit("/", 1)[-1] in message
    for words in said:
        assert words in message


def test_a_weak_fact_may_not_make_an_error(rules: Path) -> None:
    text = (rules / "catalogue.toml").read_text(encoding="utf-8")
    start = text.index('["validity.expired"]')
    changed = text[:start] + text[start:].replace('confidence = "H"', 'confidence = "M"', 1)
    (rules / "catalogue.toml").write_text(changed, encoding="utf-8")
    with pytest.raises(RulebookError, match="confidence H"):
        load(rules)


def test_a_missing_folder_or_file_is_named(tmp_path: Path, rules: Path) -> None:
    with pytest.raises(RulebookError, match="no such rules folder"):
        load(tmp_path / "nowhere")
    (rules / "profiles.toml").unlink()
    with pytest.raises(RulebookError, match=r"profiles\.toml"):
        load(rules)


def test_a_huge_rule_file_is_refused(rules: Path) -> None:
    (rules / "portal.toml").write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(RulebookError, match="at most"):
        load(rules)
