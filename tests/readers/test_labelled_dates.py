"""Dates at labels: in sentences, over the end of a line, in words."""

from __future__ import annotations

from docscheck.readers import labelled
from tests.readers.printed import reading


def read(text: str, labels: tuple[str, ...]) -> list[str]:
    settings = labelled.Settings(labels, "date", order="day")
    return [f.value for f in labelled.read(reading(text), "x", settings)]


def test_visa_from_and_until() -> None:
    text = "VALABLE POUR FRANCE\nDU 01-09-26 AU 31-08-27"
    assert read(text, ("Du", "From")) == ["2026-09-01"]
    assert read(text, ("Au", "Until")) == ["2027-08-31"]


def test_a_date_inside_a_sentence() -> None:
    text = "Monsieur DUPONT, né le 12/03/2004 à Fès, est inscrit le 01/09/2026"
    assert read(text, ("Né le",)) == ["2004-03-12"]


def test_two_orders_of_a_date_are_alternatives() -> None:
    settings = labelled.Settings(("Date of birth",), "date")
    (field,) = labelled.read(reading("Date of birth: 05/06/2004"), "birth_date", settings)
    assert (field.value, field.alternatives) == ("2004-06-05", ("2004-05-06",))


def test_the_first_of_a_month_is_a_day_though_misread() -> None:
    text = "a droit aux prestations du ler septembre 2026 au 31 août 2027."
    assert read(text, ("du",)) == ["2026-09-01"]
    assert read(text, ("au",)) == ["2027-08-31"]


def test_a_date_goes_on_in_the_next_line() -> None:
    text = "a droit aux prestations du 1er septembre 2026 au 31\naoût 2027.\nFait le 3 mai 2026"
    assert read(text, ("au",)) == ["2027-08-31"]
    text = "a droit aux prestations jusqu'au 31 août\n2027. Fait à Lyon"
    assert read(text, ("jusqu'au",)) == ["2027-08-31"]
    assert read("valable jusqu'au 31\nFait le 3 mai 2026", ("jusqu'au",)) == []


def test_a_period_breaks_before_its_last_day() -> None:
    text = "Madame DIOP peut séjourner en France du 12/11/2026 au\n11/02/2027. Elle conserve"
    assert read(text, ("au",)) == ["2027-02-11"]
    words = "autorise son séjour du 12 novembre 2026 au\n1er février 2027, et son travail"
    assert read(words, ("au",)) == ["2027-02-01"]
    assert read("est inscrite au\n3 rue des Lilas, le 12/11/2026", ("au",)) == []


def test_a_value_beside_a_label_may_be_that_of_the_label_above_it() -> None:
    text = "Passeport            Début\nFin                  9 janvier 2027\n9 janvier 2028"
    assert read(text, ("fin",)) == ["2028-01-09"]
    assert read(text, ("début",)) == ["2027-01-09"]


def test_a_date_in_words_at_its_label() -> None:
    text = "Née le (en toutes lettres) :   neuf août deux mille quatre"
    assert read(text, ("née le",)) == ["2004-08-09"]
