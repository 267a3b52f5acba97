"""What is wrong with a folder: one defect changes the orders of a case and says what the checker
must answer.

A defect is a row of `DEFECTS`: the stages and papers it needs, how it changes the orders, the rules
of the product contract of which one must be raised for which paper, the verdicts that are right,
and the statuses a requirement may take. A verdict of `ready` among them means that the defect is
worth a warning only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from specimens.channels import SPOILS, Channel
from specimens.folders import shelf
from specimens.folders.orders import Case, Order
from specimens.model import Person

NOT_READY = ("not_ready",)
DOUBTED = ("not_ready", "to_review")
REVIEW = ("to_review",)
ANY = ("ready", "to_review", "not_ready")
FAILED = ("missing", "nonconforming", "doubtful")

Change = Callable[[Case], Case]


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that is wrong, and the right answer to it."""

    change: Change
    rules: tuple[str, ...]
    """Any one of them is the right answer."""
    about: str | None
    """Key of the order whose file the finding names; `None` for the whole folder or any file."""
    verdicts: tuple[str, ...] = NOT_READY
    needs: tuple[str, ...] = ()
    """Keys of the papers that the case must hold."""
    stages: tuple[str, ...] = ("registration", "completion")
    requirements: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Requirement -> statuses that are right."""
    translate: bool = True
    born_in: tuple[str, ...] = ()
    """States of birth that can have it; empty for all."""
    suits: Callable[[Person], bool] = lambda person: True
    """Whether a student's name and birth date allow it."""
    may_be_proven: bool = False
    """Harmless after all where the check digits of the spoiled page prove what an officer needs."""
    foreign: bool = False
    """A paper of somebody else is in the folder and counts for something asked: never `ready`."""

    def fits(self, case: Case) -> bool:
        """Tell whether the case can take this defect and its papers can be drawn."""
        if case.stage not in self.stages or not case.has(*self.needs):
            return False
        if not self.suits(case.person):
            return False
        if self.born_in and case.person.birth_country not in self.born_in:
            return False
        return all(
            shelf.can_draw(order.type, order.variants, order.person or case.person)
            for order in self.change(case).orders
        )


def _order(key: str, **changes: object) -> Change:
    """Change one order."""

    def change(case: Case) -> Case:
        return case.with_order(replace(case.order(key), **changes))  # type: ignore[arg-type]  # names are Order's own

    return change


def _without(*keys: str) -> Change:
    return lambda case: case.without(*keys)


def _instead(key: str, type_id: str) -> Change:
    """Put a paper of another type where one was asked for."""
    return _order(key, type=type_id, variants=(), channels=())


def _of_other(key: str) -> Change:
    return lambda case: _order(key, person=case.other)(case)


def _last_year(case: Case) -> Case:
    first = case.today.year - (case.today.month < 9) - 1
    return _order("certificate", school_year=f"{first}-{first + 1}")(case)


def _born_otherwise(case: Case) -> Case:
    """Print another day and year of birth on the certificate, the month kept: a slip of the
    registry.
    """
    born = case.person.birth_date
    wrong = date(born.year - 3, born.month, (born.day + 9) % 28 + 1)
    return _order("certificate", person=replace(case.person, birth_date=wrong))(case)


def _together(*keys: str) -> Change:
    def change(case: Case) -> Case:
        for key in keys:
            case = case.with_order(replace(case.order(key), group="together", channels=_TOGETHER))
        return case

    return change


def _all_together(case: Case) -> Case:
    """Put every paper into one PDF, the portal's six boxes forgotten."""
    return _together(*(order.key for order in case.orders))(case)


_TOGETHER = (Channel.SCAN, Channel.NATIVE)
_PICTURE = (Channel.PHOTO,)
_QUALITY = ("quality.unreadable",)


def _spoiled(key: str, spoil: str, requirement: str) -> Defect:
    """Make what decides unreadable; several rules may say so, one exactly, the others by its
    consequence.
    """
    exact = {
        "blurred": ("quality.blurry", "quality.low_resolution"),
        "dark": ("quality.dark", "quality.blurry", "quality.blank_page"),
        "cropped": ("quality.cropped", "mrz.missing"),
        "glare": ("quality.glare", "quality.cropped", "mrz.missing", "quality.blank_page"),
        "low_resolution": ("quality.low_resolution", "quality.blurry"),
    }[spoil]
    return Defect(
        _order(key, spoil=spoil),
        exact + _QUALITY,
        key,
        DOUBTED,
        (key,),
        requirements={requirement: FAILED},
        may_be_proven=key == "passport",
    )


def _broken(key: str, how: str, rules: tuple[str, ...], requirement: str) -> Defect:
    return Defect(
        _order(key, broken=how, channels=_TOGETHER),
        rules,
        key,
        NOT_READY,
        (key,),
        requirements={requirement: FAILED},
    )


def _missing(key: str, requirement: str, stages: tuple[str, ...], *also: str) -> Defect:
    return Defect(
        _without(key, *also),
        ("requirement.missing",),
        None,
        NOT_READY,
        (key,),
        stages,
        {requirement: ("missing",)},
    )


_BOTH = ("registration", "completion")
_END = ("completion",)

_PAPERS: Mapping[str, Defect] = {
    "missing_identity": _missing("passport", "identity", _BOTH),
    "missing_enrolment": _missing("certificate", "enrolment", _BOTH),
    "missing_visa": _missing("visa", "stay", _BOTH, "validation"),
    "missing_permit": _missing("permit", "stay", _BOTH),
    "missing_civil_status": _missing("birth", "civil_status", _END),
    "missing_rib": _missing("rib", "bank_details", _END),
    "missing_authorization": _missing("authorization", "parental_authorization", _BOTH),
    "admission_letter": Defect(
        _instead("certificate", "admission_letter"),
        ("document.look_alike",),
        "certificate",
        NOT_READY,
        ("certificate",),
        requirements={"enrolment": FAILED},
    ),
    "cvec_attestation": Defect(
        _instead("certificate", "cvec_attestation"),
        ("document.look_alike",),
        "certificate",
        NOT_READY,
        ("certificate",),
        requirements={"enrolment": FAILED},
    ),
    "student_card": Defect(
        _instead("certificate", "student_card"),
        ("document.look_alike",),
        "certificate",
        DOUBTED,
        ("certificate",),
        requirements={"enrolment": FAILED},
    ),
    "bank_statement": Defect(
        _instead("rib", "bank_statement"),
        ("document.look_alike",),
        "rib",
        NOT_READY,
        ("rib",),
        _END,
        {"bank_details": FAILED},
    ),
    "extract_without_parents": Defect(
        _order("birth", type="birth_certificate", variants=("extract_without_parents",)),
        ("civil_status.no_parents",),
        "birth",
        DOUBTED,
        ("birth",),
        _END,
        {"civil_status": FAILED},
    ),
    "untranslated_birth": Defect(
        _order("birth", type="birth_certificate", foreign_language=True),
        ("civil_status.untranslated",),
        "birth",
        DOUBTED,
        ("birth",),
        _END,
        {"civil_status": FAILED},
        translate=False,
        born_in=("CHN", "VNM", "RUS", "UKR"),
    ),
    "short_stay_visa": Defect(
        _order("visa", variants=("short_stay",)),
        ("validity.visa_type", "profile.not_eligible"),
        None,
        DOUBTED,
        ("visa",),
        requirements={"stay": FAILED},
    ),
    "permit_back_missing": Defect(
        _order("permit", keep_pages=(0,), variants=("",)),
        ("document.side_missing",),
        "permit",
        DOUBTED,
        ("permit",),
        requirements={"stay": FAILED},
    ),
}

_FACTS: Mapping[str, Defect] = {
    "expired_passport": Defect(
        _order("passport", expired=True),
        ("validity.expired",),
        "passport",
        NOT_READY,
        ("passport",),
        requirements={"identity": FAILED},
    ),
    "expired_visa": Defect(
        _order("visa", expired=True),
        ("validity.expired",),
        "visa",
        NOT_READY,
        ("visa",),
        requirements={"stay": FAILED},
    ),
    "expired_permit": Defect(
        _order("permit", expired=True),
        ("validity.expired",),
        "permit",
        NOT_READY,
        ("permit",),
        requirements={"stay": FAILED},
    ),
    "previous_year_certificate": Defect(
        _last_year,
        ("validity.school_year",),
        "certificate",
        NOT_READY,
        ("certificate",),
        requirements={"enrolment": FAILED},
    ),
    "rib_of_someone_else": Defect(
        _of_other("rib"),
        ("bank.holder", "consistency.other_person"),
        "rib",
        NOT_READY,
        ("rib",),
        _END,
        {"bank_details": FAILED},
    ),
    "wrong_iban": Defect(
        _order("rib", wrong="iban"),
        ("bank.iban_invalid",),
        "rib",
        DOUBTED,
        ("rib",),
        _END,
        {"bank_details": FAILED},
    ),
    "wrong_rib_key": Defect(
        _order("rib", wrong="rib_key", variants=("",), must_show="rib_key"),
        ("bank.rib_key",),
        "rib",
        DOUBTED,
        ("rib",),
        _END,
        {"bank_details": FAILED},
    ),
    "wrong_mrz_check_digit": Defect(
        _order("passport", wrong="mrz_check_digit"),
        ("mrz.check_digit",),
        "passport",
        DOUBTED,
        ("passport",),
        requirements={"identity": FAILED},
    ),
    "passport_of_someone_else": Defect(
        _of_other("passport"),
        ("consistency.other_person", "consistency.name"),
        None,
        DOUBTED,
        ("passport", "birth"),
    ),
    "certificate_of_someone_else": Defect(
        _of_other("certificate"),
        ("consistency.other_person", "consistency.name"),
        "certificate",
        DOUBTED,
        ("certificate", "visa"),
    ),
    "birth_date_mismatch": Defect(
        _born_otherwise,
        # Where the name is not read either, nothing says that the paper is the student's.
        ("consistency.birth_date", "consistency.other_person"),
        None,
        ANY,
        ("certificate", "visa"),
    ),
    "other_passport_number_on_visa": Defect(
        _order("visa", links={"passport_number": "XX0000000"}),
        ("consistency.document_number",),
        None,
        ANY,
        ("visa", "passport"),
    ),
}

_FILES: Mapping[str, Defect] = {
    "passport_as_jpeg": Defect(
        _order("passport", channels=_PICTURE),
        ("format.pdf_required",),
        "passport",
        NOT_READY,
        ("passport",),
        requirements={"identity": FAILED},
    ),
    "permit_as_jpeg": Defect(
        _order("permit", channels=_PICTURE, split=True),
        ("format.pdf_required",),
        "permit",
        NOT_READY,
        ("permit",),
        requirements={"stay": FAILED},
    ),
    "encrypted_certificate": _broken("certificate", "encrypted", ("file.encrypted",), "enrolment"),
    "encrypted_passport": _broken("passport", "encrypted", ("file.encrypted",), "identity"),
    "truncated_passport": _broken("passport", "truncated", ("file.corrupt",), "identity"),
    "empty_certificate": _broken("certificate", "empty", ("file.empty",), "enrolment"),
    "certificate_without_pages": _broken(
        "certificate", "without_pages", ("file.corrupt", "file.empty"), "enrolment"
    ),
    "blank_certificate": _broken("certificate", "blank", ("quality.blank_page",), "enrolment"),
    "office_certificate": _broken(
        "certificate", "office", ("file.unsupported", "format.media_type"), "enrolment"
    ),
    "misnamed_certificate": Defect(
        _order("certificate", broken="misnamed"),
        ("file.extension_mismatch",),
        "certificate",
        NOT_READY,
        ("certificate",),
    ),
    "misnamed_visa": Defect(
        _order("visa", broken="misnamed", channels=_PICTURE),
        ("file.extension_mismatch",),
        "visa",
        NOT_READY,
        ("visa",),
    ),
    "duplicate": Defect(
        _order("certificate", copies=2), ("file.duplicate",), None, ANY, ("certificate",)
    ),
    "several_in_one_file": Defect(
        _together("passport", "visa"),
        ("document.several_in_one_file",),
        "passport",
        ANY,
        ("passport", "visa"),
    ),
    "everything_in_one_file": Defect(
        _all_together, ("document.several_in_one_file",), None, ANY, ("passport",)
    ),
    "permit_over_two_files": Defect(
        _order("permit", split=True, variants=("",)),
        ("document.split_over_files",),
        "permit",
        ANY,
        ("permit",),
    ),
    "upside_down_certificate": Defect(
        _order("certificate", turned=180, channels=(Channel.SCAN,)),
        ("quality.rotated",),
        "certificate",
        ANY,
        ("certificate",),
    ),
    "screenshot_certificate": Defect(
        _order("certificate", channels=(Channel.SCREENSHOT,)),
        ("quality.screenshot", "format.media_type"),
        "certificate",
        ANY,
        ("certificate",),
    ),
    "irrelevant_paper": Defect(
        lambda case: case.with_order(Order("electricity bill", "proof_of_address")),
        ("document.irrelevant", "document.look_alike"),
        "electricity bill",
        ANY,
    ),
}


def _never_validated(case: Case) -> Case:
    """Start the visa more than three months ago, with no word of its validation."""
    return _order("visa", variants=("vls_ts_old",))(case).without("validation")


_LATE: Mapping[str, Defect] = {
    "visa_never_validated": Defect(
        _never_validated,
        ("validity.visa_not_validated",),
        None,
        DOUBTED,
        ("visa", "validation"),
    ),
}

DEFECTS: Mapping[str, Defect] = {
    **_PAPERS,
    **_FACTS,
    **_FILES,
    **_LATE,
    **{f"{spoil}_passport": _spoiled("passport", spoil, "identity") for spoil in SPOILS},
    **{f"{spoil}_certificate": _spoiled("certificate", spoil, "enrolment") for spoil in SPOILS},
}
