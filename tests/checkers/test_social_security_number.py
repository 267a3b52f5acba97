"""Numbers of the social security. First what must not be flagged."""

from __future__ import annotations

import pytest

from docscheck.checkers import social_security_number
from docscheck.checkers.social_security_number import Settings
from docscheck.document import Field
from docscheck.finding import Context, Issue, Kind, Personal, Where
from tests.literal import TODAY, file, folder, part, read


def judge(*fields: Field) -> list[Issue]:
    dossier = folder(file("a.pdf", part("entitlement_certificate", *fields)))
    subject = dossier.documents[0]
    return list(social_security_number.check(subject, dossier, Settings(), Context(TODAY)))


def issue(rule: str, kind: Kind, number: str) -> Issue:
    params = {"nir": Personal("nir", number)}
    return Issue(rule, kind, Where("a.pdf", 1, None), "", params, "d1")


@pytest.mark.parametrize("number", ["255081416802538", "2550814168025"])
def test_a_good_number_and_one_without_its_key_pass(number: str) -> None:
    assert judge(read("nir", number)) == []


def test_no_number_is_no_defect() -> None:
    assert judge() == []


def test_a_wrong_key() -> None:
    wrong = "255081416802539"
    assert judge(read("nir", wrong, 0.98)) == [issue("nir.key", Kind.FAIL, wrong)]
    assert judge(read("nir", wrong, 0.8)) == [issue("nir.key", Kind.REVIEW, wrong)]


def test_corsica_counts_as_nineteen_and_eighteen() -> None:
    number = "255082A168025"
    key = 97 - int(number.replace("2A", "19")) % 97
    assert judge(read("nir", f"{number}{key:02d}")) == []


def test_a_provisional_number_is_told() -> None:
    number = "755081416802579"
    assert judge(read("nir", number)) == [issue("nir.provisional", Kind.FAIL, number)]
