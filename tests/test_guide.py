"""Not to be ticked: what no sound paper shows. Not to be told: what concerns others."""

from __future__ import annotations

from datetime import date

import pytest

from docscheck.document import Folder, Part
from docscheck.guide import Guide, State, Step, guide
from docscheck.judge import Circumstances, judge
from docscheck.profile import KEYS, Declared
from docscheck.rulebook.guidance import PERSON
from docscheck.rulebook.load import load
from tests import literal
from tests.literal import TODAY, holder, part, proven, read

RULES = load()
FINAL, PROVISIONAL = "255081416802538", "704059935012312"
SIX = ("site", "home_page", "details", "upload", "space", "validate")
ASKED_OF_ALL = {"identity", "enrolment"}


def of(*parts: Part, **said: object) -> Guide:
    """Lay out the guide for a folder of these papers."""
    declared = Declared(**{"nationality": "MAR", **said})  # type: ignore[arg-type]
    facts = literal.folder(*(literal.file(f"{n}.pdf", p) for n, p in enumerate(parts)))
    return guide(judge(facts, RULES, declared, Circumstances(TODAY)), RULES, folder_read=True)


def of_nobody(**said: object) -> Guide:
    """Lay out the guide without a folder."""
    declared = Declared(**said)  # type: ignore[arg-type]
    report = judge(Folder("", (), ()), RULES, declared, Circumstances(TODAY))
    return guide(report, RULES, folder_read=False)


def step(told: Guide, name: str) -> Step:
    return next(s for s in told.steps if s.rule.id == name)


def ids(told: Guide) -> set[str]:
    return {s.rule.id for s in told.steps}


def papers(told: Guide, name: str) -> dict[str, State]:
    return {p.requirement: p.state for p in step(told, name).papers}


def passport(end: str = "2033-01-01") -> Part:
    fields = (*holder("ZQVORTEX", "MIRABELLA", "2004-05-17"), proven("expiry_date", end))
    return part("passport", *fields, read("document_number", "X7391"), mrz=literal.zone())


def certificate() -> Part:
    year = read("school_year", "2026-2027")
    return part("school_certificate", *holder("ZQVORTEX", "MIRABELLA"), year)


def visa() -> Part:
    fields = (read("visa_type", "D"), proven("expiry_date", "2027-09-01"))
    start = read("valid_from", "2026-09-05")
    who = holder("ZQVORTEX", "MIRABELLA")
    return part("visa", *who, *fields, start, marks=("vls_ts",), mrz=literal.zone())


def test_without_a_folder_nothing_is_ticked() -> None:
    told = of_nobody(nationality="MAR")
    assert {s.state for s in told.steps} == {State.TODO, State.KNOW}
    assert {p.state for s in told.steps for p in s.papers} == {State.TODO, State.LATER}
    assert told.deadlines == ()
    assert told.next is not None
    assert told.next.rule.id == "ready.papers"


def test_an_empty_folder_ticks_nothing_either() -> None:
    assert {s.state for s in of().steps} == {State.TODO, State.KNOW}


def test_the_six_steps_are_numbered_as_the_slides_number_them() -> None:
    told = of_nobody(nationality="MAR")
    numbered = {s.rule.id: s.number for s in told.steps if s.number}
    assert numbered == {f"register.{name}": n for n, name in enumerate(SIX, start=1)}


def test_papers_are_ticked_one_by_one_and_the_step_when_the_mandatory_ones_are_there() -> None:
    told = of(passport(), certificate())
    listed = papers(told, "ready.papers")
    assert listed["identity"] is listed["enrolment"] is State.DONE
    assert listed["stay"] is State.TODO
    assert listed["civil_status"] is listed["bank_details"] is State.LATER
    assert step(told, "ready.papers").state is State.TODO
    whole = of(passport(), certificate(), visa())
    assert step(whole, "ready.papers").state is State.DONE
    assert whole.next is not None
    assert whole.next.rule.id == "register.site"


def test_a_paper_that_fails_is_to_be_looked_at_and_ticks_nothing() -> None:
    told = of(passport("2025-01-01"), certificate(), visa())
    assert papers(told, "ready.papers")["identity"] is State.LOOK
    assert step(told, "ready.papers").state is State.LOOK
    assert told.next is not None
    assert told.next.rule.id == "ready.papers"


def test_that_the_papers_are_there_does_not_show_that_they_were_sent() -> None:
    told = of(passport(), certificate(), visa())
    assert all(step(told, f"register.{name}").state is State.TODO for name in SIX)
    record = part("birth_certificate", *holder("ZQVORTEX", "MIRABELLA"), marks=("parents",))
    slip = part("rib", proven("iban", "FR1420041010050500013M02606"))
    told = of(passport(), certificate(), visa(), record, slip, stage="completion")
    assert step(told, "certificates.complete").state is not State.DONE


@pytest.mark.parametrize(
    ("paper", "definitive"),
    [
        (part("provisional_certificate"), State.TODO),
        (part("entitlement_certificate", proven("nir", PROVISIONAL)), State.TODO),
        (part("entitlement_certificate"), State.LOOK),
        (part("entitlement_certificate", read("nir", "255081416802599")), State.LOOK),
        (part("entitlement_certificate", proven("nir", FINAL)), State.DONE),
    ],
)
def test_a_certificate_shows_what_came_before_it(paper: Part, definitive: State) -> None:
    told = of(paper)
    for name in SIX:
        assert step(told, f"register.{name}").state is State.DONE
    assert step(told, "certificates.provisional").paths == ("0.pdf",)
    assert step(told, "certificates.definitive").state is definitive


def test_a_certificate_of_somebody_else_shows_nothing() -> None:
    other = part(
        "provisional_certificate",
        *(read("surname", "PALUMBO"), read("given_names", "GREGORIO")),
        read("birth_date", "1999-01-02"),
    )
    me = part(
        "passport",
        *(proven("surname", "ZQVORTEX"), proven("given_names", "MIRABELLA")),
        *(proven("birth_date", "2004-05-17"), proven("expiry_date", "2033-01-01")),
        mrz=literal.zone(),
    )
    told = of(me, other)
    assert step(told, "certificates.provisional").state is State.TODO


def test_what_is_said_is_kept_apart_from_what_is_shown() -> None:
    told = of_nobody(nationality="MAR", stage="completion")
    assert step(told, "register.validate").state is State.SAID
    assert step(told, "certificates.complete").state is State.TODO
    assert {"identity", "enrolment", "stay"} <= papers(told, "certificates.complete").keys()
    assert "ready.details" not in ids(told)
    further = of_nobody(nationality="MAR", stage="vitale-card")
    assert step(further, "certificates.definitive").state is State.SAID
    assert step(further, "after.card").state is State.TODO


def test_a_card_instead_of_registering() -> None:
    told = of_nobody(nationality="DEU", ehic=True)
    assert {s.rule.chapter for s in told.steps} == {"who", "contacts"}
    assert {"who.not_you", "who.card"} <= ids(told)
    held = of(part("ehic", proven("expiry_date", "2028-01-01")), nationality="DEU")
    assert step(held, "who.card").state is State.DONE
    assert held.next is None
    assert "register.site" in ids(of_nobody(nationality="DEU"))


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        ({"nationality": "MAR"}, {"stay.validate"}),
        ({"nationality": "GBR"}, {"stay.validate"}),
        ({"nationality": "MAR", "visa_kind": "vls_t"}, {"stay.temporary"}),
        ({"nationality": "MAR", "visa_kind": "card_to_request"}, {"stay.card"}),
        ({"nationality": "DZA"}, {"stay.algeria"}),
        ({"nationality": "MAR", "birth_date": date(2009, 5, 17)}, {"stay.minor"}),
        ({"nationality": "MAR", "holds_permit": True}, set()),
        ({"nationality": "DEU"}, set()),
        ({"nationality": "FRA"}, set()),
        ({"situation": "refugee"}, set()),
    ],
)
def test_each_visa_has_its_own_way(said: dict[str, object], steps: set[str]) -> None:
    assert {name for name in ids(of_nobody(**said)) if name.startswith("stay.")} == steps


def test_a_temporary_visa_leads_to_no_card() -> None:
    told = ids(of_nobody(nationality="MAR", visa_kind="vls_t"))
    absent = {"certificates.complete", "certificates.definitive", "after.account", "after.card"}
    assert not told & absent
    assert {"certificates.provisional", "after.doctor", "after.solidarity"} <= told


def test_a_form_of_quebec_is_asked_for_and_ticked_only_when_it_is_there() -> None:
    said = {"nationality": "CAN", "situation": "quebec_exchange"}
    assert step(of_nobody(**said), "who.form").state is State.TODO
    assert step(of(**said), "who.form").state is State.TODO
    assert step(of(part("quebec_form"), **said), "who.form").state is State.DONE


def test_the_unknown_nationality_is_asked_for() -> None:
    assert "who.unknown" in ids(of_nobody())
    assert "who.unknown" not in ids(of_nobody(nationality="MAR"))


def test_the_parents_authorisation_is_for_the_youngest_only() -> None:
    child = of_nobody(nationality="MAR", birth_date=date(2011, 5, 5))
    assert papers(child, "ready.papers")["parental_authorization"] is State.TODO
    assert "parental_authorization" not in papers(of_nobody(nationality="MAR"), "ready.papers")


def test_every_profile_is_guided() -> None:
    for profile in RULES.profiles:
        told = of_nobody(**_who_is(profile.id))
        assert told.profile.id == profile.id
        assert {"who.rule", "contacts.phone"} <= ids(told)
        assert ("register.validate" in ids(told)) is profile.registers
        if profile.registers:
            assert told.next is not None


def _who_is(profile: str) -> dict[str, object]:
    """Somebody whom the conditions of this profile fit."""
    rule = next(p for p in RULES.profiles if p.id == profile)
    said: dict[str, object] = {k: v for k, v in rule.when.items() if k != "nationality_group"}
    group = rule.when.get("nationality_group")
    codes = RULES.countries[str(group)] if group else ("MAR",)
    said["nationality"] = next(c for c in codes if c != "FRA" or group == "france")
    return {k: v for k, v in said.items() if k not in ("minor", "under_16")}


def test_what_may_be_unknown_is_what_is_established_of_a_person() -> None:
    assert PERSON == KEYS
