"""Machine-readable zones: what must not be taken for one stands first."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from docscheck.document import Mrz, Repair, Source, Standing
from docscheck.readers import mrz, mrz_fields
from docscheck.readers.interface import Reading
from docscheck.readers.mrz_shapes import BY_NAME, check_digit
from tests.readers.printed import TODAY, page

TD3 = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
TD1 = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
MRV_A = (
    "V<UTOERIKSSON<<ANNA<MARIA".ljust(44, "<"),
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
)
MRV_B = (
    "V<UTOERIKSSON<<ANNA<MARIA".ljust(36, "<"),
    "L8988901C4XXX4009078F9612109<<<<<<<<",
)
FRA_ID = ("IDFRABERTHIER".ljust(36, "<"), "8806923102858CORINNE<<<<<<<6512068F6")
LONG_TD1 = (
    "I<UTOD23145890<7349<<<<<<<<<<<",
    "3407127M9507122UTO<<<<<<<<<<<2",
    "STEVENSON<<PETER<JOHN<<<<<<<<<",
)
VECTORS = {
    "TD3": TD3, "TD1": TD1, "TD2": TD2, "MRV-A": MRV_A, "MRV-B": MRV_B, "FRA-ID": FRA_ID,
}  # fmt: skip


def parsed(lines: tuple[str, ...]) -> Mrz:
    zone = mrz.parse(lines)
    assert zone is not None
    return zone


def weights(value: str) -> list[str]:
    """L weighs as 1 does, G as 6, `<` as 0: no check digit can tell those apart."""
    return [check_digit(character) for character in value.replace("-", "")]


def values(zone: Mrz, today: date = TODAY) -> dict[str, str]:
    return {field.name: field.value for field in mrz.fields(zone, today)}


def sealed(head: str, *, number: str = "", birth: str, expiry: str, rest: str = "") -> str:
    """Write the second line of a TD3 zone with right check digits."""
    first = number.ljust(9, "<")
    first += check_digit(first)
    dates = birth + check_digit(birth) + "F" + expiry + check_digit(expiry)
    optional = rest.ljust(14, "<")
    optional += check_digit(optional)
    composite = check_digit(first + dates[:7] + dates[8:] + optional)
    return first + head + dates + optional + composite


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("REPUBLIQUE FRANCAISE",),
        (
            "THIS<IS<A<LINE<OF<ORDINARY<TEXT<IN<CAPITALS<",
            "AND<ANOTHER<ONE<OF<THE<SAME<LENGTH<AS<ABOVE<",
        ),
        ("X" * 44, "X" * 44),
        (TD3[0], TD3[1][:-1]),
        (TD3[0].lower(), TD3[1]),
    ],
)
def test_other_text_is_no_zone(lines: tuple[str, ...]) -> None:
    assert mrz.parse(lines) is None


@pytest.mark.parametrize("shape", VECTORS)
def test_specimens_of_the_standard_hold(shape: str) -> None:
    zone = parsed(VECTORS[shape])
    assert (zone.shape, zone.proven) == (shape, True)
    assert [d.name for d in zone.check_digits] == [c.name for c in BY_NAME[shape].checks]


def test_visas_have_no_composite() -> None:
    for lines in (MRV_A, MRV_B):
        assert "composite" not in {digit.name for digit in parsed(lines).check_digits}


def test_fields_of_a_passport() -> None:
    assert values(parsed(TD3)) == {
        "surname": "ERIKSSON",
        "given_names": "ANNA MARIA",
        "birth_date": "1974-08-12",
        "sex": "F",
        "nationality": "UTO",
        "issuing_state": "UTO",
        "document_number": "L898902C3",
        "expiry_date": "2012-04-15",
        "mrz_lines": "\n".join(TD3),
    }


def test_a_number_longer_than_nine_runs_into_the_optional_data() -> None:
    zone = parsed(LONG_TD1)
    assert zone.proven
    assert values(zone)["document_number"] == "D23145890734"


def test_old_french_card_has_no_expiry_and_an_issue_month() -> None:
    fields = {f.name: f for f in mrz.fields(parsed(FRA_ID), TODAY)}
    assert (fields["issue_date"].value, fields["expiry_date"].value) == ("1988-06", "1998-06")
    assert fields["expiry_date"].standing is Standing.GUESSED
    assert fields["nationality"].value == "FRA"


@pytest.mark.parametrize(
    ("issued", "born", "expires"),
    [
        ("2015-03", "1990-01-01", "2030-03"),  # of age: fifteen years
        ("2015-03", "2000-01-01", "2025-03"),  # a minor: ten
        ("2008-03", "1980-01-01", "2023-03"),  # prolonged by five
        ("2003-12", "1980-01-01", "2013-12"),  # too old to be prolonged
        ("2015-03", "", "2025-03"),
    ],
)
def test_expiry_of_old_french_cards(issued: str, born: str, expires: str) -> None:
    assert mrz_fields._card_expiry(issued, born) == expires


def test_names_carry_no_check_digit_and_are_never_proven() -> None:
    standings = {f.name: f.standing for f in mrz.fields(parsed(TD3), TODAY)}
    assert standings["surname"] is Standing.READ
    assert standings["nationality"] is Standing.READ
    assert standings["birth_date"] is Standing.PROVEN
    assert standings["document_number"] is Standing.PROVEN


def test_a_wrong_check_digit_is_recorded_and_proves_nothing() -> None:
    zone = parsed((TD3[0], TD3[1].replace("7408122", "7408123")))
    assert [d.name for d in zone.check_digits if not d.holds] == ["birth_date", "composite"]
    field = next(f for f in mrz.fields(zone, TODAY) if f.name == "birth_date")
    assert field.standing is Standing.READ


@pytest.mark.parametrize(
    ("printed", "today", "value"),
    [
        ("040812", date(2026, 11, 23), "2004-08-12"),
        ("261123", date(2026, 11, 23), "2026-11-23"),
        ("261124", date(2026, 11, 23), "1926-11-24"),
        ("0408<<", date(2026, 11, 23), "2004-08"),
        ("04<<<<", date(2026, 11, 23), "2004"),
        ("040000", date(2026, 11, 23), "2004"),
        ("040231", date(2026, 11, 23), ""),
        ("<<<<<<", date(2026, 11, 23), ""),
    ],
)
def test_century_and_unknown_parts_of_birth_dates(printed: str, today: date, value: str) -> None:
    assert mrz_fields.birth_date(printed, today) == value


def test_states_become_iso_where_iso_has_them() -> None:
    assert [mrz_fields.state(c) for c in ("D<<", "GBD", "RKS", "XXA", "MAR")] == [
        "DEU", "GBR", "RKS", "XXA", "MAR",
    ]  # fmt: skip


def test_mononym_has_no_given_names() -> None:
    line = sealed("IDN", number="A1234567", birth="040812", expiry="310811")
    zone = parsed(("P<IDNSUKARNO".ljust(44, "<"), line))
    assert zone.proven
    assert values(zone)["surname"] == "SUKARNO"
    assert "given_names" not in values(zone)


def test_foreigner_number_of_a_french_permit() -> None:
    zone = parsed(
        ("IRFRA" + "ABC123DE4" + check_digit("ABC123DE4") + "7503123456<<<<<",
         "0408127F3108114MAR<<<<<<<<<<<0", "ALAMI<<FATIMA<ZAHRA".ljust(30, "<"))
    )  # fmt: skip
    assert values(zone)["foreigner_number"] == "7503123456"
    french = replace(
        zone, lines=(zone.lines[0], zone.lines[1].replace("MAR", "FRA"), zone.lines[2])
    )
    assert "foreigner_number" not in values(french)


def test_the_reader_gives_one_field_under_its_own_name() -> None:
    reading = Reading((), TODAY, parsed(TD3))
    found = list(mrz.read(reading, "issuing_state", mrz.Settings("nationality")))
    assert [(f.name, f.value) for f in found] == [("issuing_state", "UTO")]
    assert list(mrz.read(Reading((), TODAY), "surname", mrz.Settings("surname"))) == []


class TestRepair:
    def test_leaves_a_right_zone_alone(self) -> None:
        for lines in (*VECTORS.values(), LONG_TD1):
            assert mrz.repair(lines) == (lines, ())

    def test_puts_letters_in_dates_and_digits_in_states_right(self) -> None:
        read = (TD3[0].replace("UTOE", "UT0E"), TD3[1].replace("UTO7408122", "UT074O81Z2"))
        lines, changes = mrz.repair(read)
        assert lines == TD3
        assert {(c.read, c.taken) for c in changes} == {("0", "O"), ("O", "0"), ("Z", "2")}

    def test_finds_the_one_look_alike_in_a_number(self) -> None:
        lines, changes = mrz.repair((TD3[0], TD3[1].replace("L898902C3", "L8989O2C3")))
        assert lines == TD3
        assert [(c.line, c.column, c.read, c.taken) for c in changes] == [(1, 5, "O", "0")]

    def test_does_not_force_a_wrong_check_digit(self) -> None:
        wrong = (TD3[0], TD3[1].replace("7408122", "7408123"))
        assert mrz.repair(wrong)[0] == wrong

    def test_gives_up_on_a_far_away_reading(self) -> None:
        far = (TD3[0], "L8O8OOOOOOUTOOOOOOOOFOOOOOOOZEOOOOOOB<<<<<OO")
        assert mrz.repair(far) == (far, ())

    def test_a_repaired_number_is_not_proven_but_a_repaired_date_is(self) -> None:
        read = MRV_A[1].replace("L8988901C4", "L89889O1C4").replace("4009078", "40O9078")
        lines, changes = mrz.repair((MRV_A[0], read))
        assert lines == MRV_A
        zone = replace(parsed(lines), repairs=changes, source=Source.TEXT_LAYER)
        fields = {f.name: f for f in mrz.fields(zone, TODAY)}
        standing = {name: field.standing for name, field in fields.items()}
        assert [(r.read, r.taken) for r in fields["document_number"].repaired] == [("O", "0")]
        assert [r.column for r in fields["birth_date"].repaired] == [15]
        assert fields["surname"].repaired == ()
        assert standing["document_number"] is Standing.READ
        assert standing["birth_date"] is Standing.PROVEN

    def test_what_the_glyph_reader_repaired_is_proven_by_a_composite_only(self) -> None:
        for lines, proven in ((TD3, Standing.PROVEN), (MRV_A, Standing.READ)):
            zone = replace(parsed(lines), repairs=(Repair(1, 14, "1", lines[1][14]),))
            standing = {f.name: f.standing for f in mrz.fields(zone, TODAY)}
            assert standing["birth_date"] is proven
            assert standing["expiry_date"] is Standing.PROVEN

    def test_a_composite_that_fails_leaves_nothing_proven(self) -> None:
        zone = parsed((TD3[0], TD3[1][:-1] + "1"))
        assert all(f.standing is not Standing.PROVEN for f in mrz.fields(zone, TODAY))

    @given(st.integers(0, 43), st.sampled_from("OIZSBGQDL0125868"))
    def test_never_proves_a_wrong_value(self, column: int, wrong: str) -> None:
        broken = TD3[1][:column] + wrong + TD3[1][column + 1 :]
        lines, changes = mrz.repair((TD3[0], broken))
        zone = mrz.parse(lines, source=Source.TEXT_LAYER)
        right = values(parsed(TD3))
        for field in mrz.fields(replace(zone, repairs=changes), TODAY) if zone else ():
            if field.standing is Standing.PROVEN:
                assert weights(field.value) == weights(right[field.name])


class TestSearch:
    def test_finds_nothing_in_prose(self) -> None:
        assert (
            mrz.find_in_text(
                [
                    "Je soussigné certifie que l'étudiant est inscrit pour 2026-2027",
                    "IBAN FR76 1234",
                ]
            )
            == ()
        )

    @pytest.mark.parametrize(
        "first",
        [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "P < UTOERIKSSON << ANNA < MARIA <<<<<<<<<<<<<<<<<<<",
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<KKKK<<LKK<<<<",
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<",
            "P<UTOERIKSSON<<ANNA<MARIA<cccc<<<<<<<<<<<<<<",
            "P<UTOERIKSSON«ANNA<MARIA<<<<<<<<<<<<<<<<<<".replace("«", "<«"),
        ],
    )
    def test_finds_and_fits_noisy_lines(self, first: str) -> None:
        found = mrz.find_in_text(
            ["PASSPORT", first, "L898902C36UTO 7408122F1204159ZE184226B<<<< <10"]
        )
        assert found == (TD3,)

    def test_keeps_a_short_given_name(self) -> None:
        line = "P<CHNLI<<K".ljust(44, "<")
        assert mrz.find_in_text([line, TD3[1]])[0][0] == line

    @pytest.mark.parametrize("shape", VECTORS)
    def test_reads_every_shape_from_a_page(self, shape: str) -> None:
        zone = mrz.read_page(page("\n".join(("TITLE OF THE PAPER", *VECTORS[shape], "END"))))
        assert zone is not None
        assert (zone.shape, zone.lines, zone.proven) == (shape, VECTORS[shape], True)
        assert zone.box is not None
        assert 0 < zone.box.top < zone.box.bottom < 1


names = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=12)


@given(
    names,
    names,
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=9, max_size=9),
    st.dates(date(1940, 1, 1), TODAY),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
def test_what_is_written_is_read(
    surname: str, given_name: str, number: str, born: date, expires: date
) -> None:
    first = f"P<MAR{surname}<<{given_name}".ljust(44, "<")
    second = sealed("MAR", number=number, birth=f"{born:%y%m%d}", expiry=f"{expires:%y%m%d}")
    zone = parsed((first, second))
    found = values(zone)
    assert zone.proven
    assert (found["surname"], found["given_names"]) == (surname, given_name)
    assert found["document_number"] == number
    assert found["birth_date"] == born.isoformat()
    assert found["expiry_date"] == expires.isoformat()
