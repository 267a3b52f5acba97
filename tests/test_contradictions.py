"""Not a contradiction: two nationalities, a year alone, a form whose number was not read."""

from __future__ import annotations

from datetime import date

import pytest

from docscheck.contradictions import contradictions
from docscheck.document import Part, Standing
from docscheck.finding import Kind, Severity, Verdict
from docscheck.judge import Circumstances, judge
from docscheck.languages import LANGUAGES
from docscheck.messages import Speaker
from docscheck.profile import Declared, establish
from docscheck.rulebook.load import load
from tests.literal import TODAY, file, folder, part, proven, read

RULES = load()
SEN = part("passport", proven("nationality", "SEN"), proven("birth_date", "2004-05-17"))
LASTING = part("ehic", read("expiry_date", "2027-08-31"))
SHORT = part("ehic", read("expiry_date", "2027-01-31"))
GUESS = part("passport", read("nationality", "SEN", standing=Standing.GUESSED))
VLS_T = part("visa", marks=("vls_t",))
EXCHANGE = part("quebec_form", marks=("exchange",))


def found(declared: Declared, *parts: Part) -> list[tuple[str, object, object, bool]]:
    documents = folder(*(file(f"{n}.pdf", p) for n, p in enumerate(parts))).documents
    known = establish(declared, documents, TODAY)
    said = contradictions(declared, known, documents, RULES, TODAY)
    return [(c.key, c.declared, c.read, c.grave) for c in said]


@pytest.mark.parametrize(
    ("declared", "parts"),
    [
        (Declared(), (SEN,)),
        (Declared(nationality="SEN", birth_date=date(2004, 5, 17)), (SEN,)),
        (Declared(nationality="MAR"), (SEN, part("passport", proven("nationality", "MAR")))),
        (Declared(nationality="MAR"), (part("passport", read("nationality", "SEN", 0.5)),)),
        (Declared(nationality="MAR"), (GUESS,)),
        (Declared(nationality="MAR"), (part("rib", read("nationality", "SEN")),)),
        (Declared(nationality="SYR"), (part("passport", proven("nationality", "XXB")),)),
        (Declared(birth_date=date(2004, 5, 17)), (part("passport", read("birth_date", "2004")),)),
        (Declared(nationality="ESP", ehic=True), ()),
        (Declared(nationality="ESP", ehic=False), (part("ehic"),)),
        (Declared(nationality="ESP", ehic=False), (SHORT,)),
        (Declared(nationality="CAN", situation="quebec_individual"), (part("quebec_form"),)),
        (Declared(nationality="CAN", situation="quebec_exchange"), (EXCHANGE,)),
        (Declared(visa_kind="vls_ts"), (part("visa"),)),
        (Declared(visa_kind="vls_ts", holds_permit=True), ()),
    ],
)  # fmt: skip
def test_these_agree(declared: Declared, parts: tuple[Part, ...]) -> None:
    assert found(declared, *parts) == []


@pytest.mark.parametrize(
    ("declared", "parts", "expected"),
    [
        (Declared(nationality="MAR"), (SEN,), ("nationality", "MAR", "SEN", False)),
        (Declared(nationality="DEU"), (SEN,), ("nationality", "DEU", "SEN", True)),
        (Declared(birth_date=date(2005, 5, 17)), (SEN,),
         ("birth_date", "2005-05-17", "2004-05-17", False)),
        (Declared(birth_date=date(2012, 5, 17)), (SEN,),
         ("birth_date", "2012-05-17", "2004-05-17", True)),
        (Declared(nationality="ESP", ehic=True), (SHORT,), ("ehic", True, False, False)),
        (Declared(nationality="ESP", ehic=False), (LASTING,), ("ehic", False, True, True)),
        (Declared(nationality="ESP", s1=False), (part("s1_form"),), ("s1", False, True, True)),
        (Declared(nationality="CAN", situation="quebec_individual"), (EXCHANGE,),
         ("situation", "quebec_individual", "quebec_exchange", False)),
        (Declared(nationality="CAN", situation="student"), (EXCHANGE,),
         ("situation", "student", "quebec_exchange", True)),
        (Declared(nationality="MAR", visa_kind="vls_ts"), (VLS_T,),
         ("visa_kind", "vls_ts", "vls_t", True)),
        (Declared(nationality="MAR", visa_kind="vls_t", holds_permit=False),
         (part("residence_permit"),), ("holds_permit", False, True, True)),
    ],
)  # fmt: skip
def test_these_do_not(
    declared: Declared, parts: tuple[Part, ...], expected: tuple[str, object, object, bool]
) -> None:
    assert found(declared, *parts) == [expected]


WHOLE = (SEN, part("school_certificate"), part("visa", marks=("minor_school",)))


def test_a_wrong_nationality_that_hides_a_paper_makes_the_folder_one_to_review() -> None:
    subject = folder(*(file(f"{n}.pdf", p) for n, p in enumerate(WHOLE)))
    report = judge(subject, RULES, Declared(nationality="DEU"), Circumstances(TODAY))
    (said,) = [f for f in report.findings if f.rule == "profile.contradiction"]
    assert (said.kind, said.severity, said.issue.where.path) == (
        Kind.REVIEW,
        Severity.ERROR,
        "0.pdf",
    )
    assert report.verdict is not Verdict.READY
    report = judge(subject, RULES, Declared(nationality="MAR"), Circumstances(TODAY))
    (said,) = [f for f in report.findings if f.rule == "profile.contradiction"]
    assert said.severity is Severity.WARNING


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_said_without_a_birth_date_in_clear(language: str) -> None:
    subject = folder(*(file(f"{n}.pdf", p) for n, p in enumerate((*WHOLE, LASTING, EXCHANGE))))
    declared = Declared(
        nationality="DEU", birth_date=date(2003, 2, 1), ehic=False, s1=False,
        situation="student", visa_kind="vls_t", holds_permit=False,
    )  # fmt: skip
    report = judge(subject, RULES, declared, Circumstances(TODAY))
    said = [
        Speaker().problem(f.issue, language)
        for f in report.findings
        if f.rule == "profile.contradiction"
    ]
    assert len(said) >= 3
    assert not any("2003" in s and "02" in s for s in said)
    assert "DEU" in said[0] + "".join(said)
