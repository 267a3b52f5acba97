"""Folders in which a paper is there twice: the same one sent two ways, or an old and a new version.

Neither makes a folder wrong: the better one counts, and the other is only to be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from specimens.channels import Channel
from specimens.folders.defects import ANY, Defect
from specimens.folders.mixed_up import another_number
from specimens.folders.orders import Case, Order

_FORMER, _LAST, _AGAIN = "former passport", "last certificate", "passport again"


def _former_passport(case: Case) -> Case:
    """Add the passport before, which is over."""
    former = Order(
        _FORMER,
        "passport",
        expired=True,
        channels=case.order("passport").channels,
        misprints={"passport_number": another_number},
    )
    return case.with_order(former)


def _last_certificate(case: Case) -> Case:
    """Add the certificate of the year before, of the same school."""
    first = case.today.year - (case.today.month < 9) - 1
    last = replace(
        case.order("certificate"), key=_LAST, requirement=None, school_year=f"{first}-{first + 1}"
    )
    return case.with_order(last)


def _sent_again(case: Case) -> Case:
    """Send the passport a second time, photographed into a PDF."""
    again = Order(_AGAIN, "passport", again="passport", channels=(Channel.PHONE_PDF,))
    scanned = replace(case.order("passport"), channels=(Channel.SCAN, Channel.NATIVE))
    return case.with_order(scanned).with_order(again)


_MET = {"identity": ("satisfied",)}
TWICE: Mapping[str, Defect] = {
    "former_passport_too": Defect(
        _former_passport,
        ("document.older_version",),
        _FORMER,
        ANY,
        ("passport",),
        requirements=_MET,
    ),
    "last_year_certificate_too": Defect(
        _last_certificate,
        # Of the wrong year is as true, and all that can be said where a name was read badly.
        ("document.older_version", "validity.school_year"),
        _LAST,
        ANY,
        ("certificate", "passport"),
        requirements={"enrolment": ("satisfied",)},
    ),
    "passport_sent_twice": Defect(
        _sent_again, ("file.duplicate",), None, ANY, ("passport",), requirements=_MET
    ),
}
