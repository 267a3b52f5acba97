import numpy as np
import pytest

from docscheck.document import Repair
from docscheck.mrz.decode import believed, confidences, repair, shape_of, spell, unproven
from docscheck.mrz.glyphs import ALPHABET, NONE
from docscheck.readers.mrz_shapes import FRA_ID, MRV_A, TD1, TD3, check_digits

LINES = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)


def seen(lines: tuple[str, ...], *changes: tuple[int, int, str, float]) -> list[np.ndarray]:
    """Answers sure of the lines, but for places where another character is `nats` likelier."""
    answers = []
    for number, line in enumerate(lines):
        rows = np.full((len(line), NONE + 1), -12.0, np.float32)
        for column, character in enumerate(line):
            rows[column, ALPHABET.index(character)] = -0.05
        for at, column, character, nats in changes:
            if at == number:
                rows[column, ALPHABET.index(character)] = -0.05 + nats
        answers.append(rows)
    return answers


def test_what_is_seen_clearly_is_spelled_and_not_repaired() -> None:
    answers = seen(LINES)
    assert shape_of(answers) is TD3
    assert spell(TD3, answers) == LINES
    assert repair(TD3, answers, LINES) == (LINES, ())


def test_a_printed_wrong_check_digit_is_not_repaired() -> None:
    wrong = (LINES[0], LINES[1][:9] + "7" + LINES[1][10:])
    answers = seen(wrong)
    assert repair(TD3, answers, spell(TD3, answers)) == (wrong, ())


def test_a_close_runner_up_is_taken_when_the_check_digit_asks_for_it() -> None:
    answers = seen(LINES, (1, 4, "8", 1.0))
    spelled = spell(TD3, answers)
    assert spelled[1][4] == "8"
    assert repair(TD3, answers, spelled) == (LINES, (Repair(1, 4, "8", "9"),))


def test_two_runners_up_as_close_leave_the_line_as_read() -> None:
    # 8 -> 9 in the third place and 0 -> 1 in the sixth weigh the same in the check digit
    answers = seen(LINES, (1, 2, "8", 1.0), (1, 5, "1", -1.0))
    spelled = spell(TD3, answers)
    assert (spelled[1][2], spelled[1][5]) == ("8", "0")
    lines, repairs = repair(TD3, answers, spelled)
    assert (lines[1][:10], repairs) == (spelled[1][:10], ())


def test_more_than_two_misread_characters_are_left_alone() -> None:
    answers = seen(LINES, (1, 1, "3", 1.0), (1, 14, "1", 1.0), (1, 22, "7", 1.0))
    spelled = spell(TD3, answers)
    lines, repairs = repair(TD3, answers, spelled)
    assert len(repairs) <= 2
    assert lines != LINES


@pytest.mark.parametrize(("column", "likelier"), [(14, "A"), (20, "7"), (12, "0")])
def test_no_character_is_taken_that_the_place_forbids(column: int, likelier: str) -> None:
    answers = seen(LINES, (1, column, likelier, 2.0))
    assert spell(TD3, answers) == LINES


def test_a_state_that_does_not_exist_gives_way_to_a_near_one() -> None:
    france = (LINES[0].replace("UTO", "FRA"), LINES[1])
    assert spell(TD3, seen(france, (0, 2, "E", 1.0))) == france
    sure = (LINES[0].replace("UTO", "QQQ"), LINES[1])
    assert spell(TD3, seen(sure)) == sure


def test_the_shape_follows_from_size_and_code_alone() -> None:
    assert shape_of(seen(CARD)) is TD1
    visa = ("VCFRA".ljust(36, "<"), "8" * 36)
    french = ("IDFRABERTHIER".ljust(36, "<"), "8806923102858CORINNE<<<<<<<6512068F6")
    card = ("I<UTOERIKSSON".ljust(36, "<"), "D231458907UTO7408122F1204159<<<<<<<6")
    names = [found.name for lines in (visa, french, card) if (found := shape_of(seen(lines)))]
    assert names == ["MRV-B", "FRA-ID", "TD2"]
    assert shape_of(seen(CARD[:2])) is None


def test_confidence_is_that_of_the_character_taken() -> None:
    answers = seen(CARD, (0, 5, "O", -3.0))
    sure = confidences(answers, ("I<UTOO31458907<<<<<<<<<<<<<<<<", *CARD[1:]))
    assert sure[0][5] == pytest.approx(np.exp(-3.05), abs=1e-3)
    assert sure[0][0] == pytest.approx(np.exp(-0.05), abs=1e-3)


def test_a_smudge_among_the_fillers_that_end_a_name_is_no_letter() -> None:
    assert spell(TD3, seen(LINES, (0, 34, "K", 3.0))) == LINES
    assert spell(TD3, seen(LINES, (0, 43, "K", 3.0))) == LINES
    assert spell(TD1, seen(CARD, (0, 25, "K", 3.0), (1, 22, "C", 2.0))) == CARD


@pytest.mark.parametrize(
    "names", ["DE<LA<TOUR<<ANNE<MARIE<LOUISE<JOSEPHIN", "ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"]
)
def test_a_name_may_fill_its_line_or_stand_alone(names: str) -> None:
    lines = (f"P<UTO{names:<39}".replace(" ", "<"), LINES[1])
    assert spell(TD3, seen(lines)) == lines


def test_optional_data_may_stand_at_the_right_when_it_is_plain() -> None:
    lines = (LINES[0], LINES[1][:28] + "<<<<<<<<<<<A17" + "<0")
    assert spell(TD3, seen(lines)) == lines


def test_a_check_digit_proves_what_nothing_likely_contradicts() -> None:
    assert unproven(TD3, seen(LINES), LINES) == ()


def test_a_check_digit_proves_nothing_where_another_likely_reading_holds_too() -> None:
    # L89... and L96... have the same check digit, L99... and L86... have others
    doubtful = seen(LINES, (1, 1, "9", -1.5), (1, 2, "6", -1.5))
    assert unproven(TD3, doubtful, LINES) == ("document_number",)
    assert unproven(TD3, seen(LINES, (1, 1, "9", -1.5)), LINES) == ()


CHINESE = (
    "POCHNZHANG<<SAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
    "E123456784CHN9001011M3001019MHKHLHGENNBIA928",
)
LONG = (
    "I<UTOD23145890<7349<<<<<<<<<<<",
    "3407127M9507122UTO<<<<<<<<<<<2",
    "STEVENSON<<PETER<JOHN<<<<<<<<<",
)
GERMAN = (
    "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<",
    "C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4",
)
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6")
VISA = (  # nationality XXX, unspecified: the visa of ICAO 9303-7
    "VCFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
)


@pytest.mark.parametrize("lines", [CHINESE, LONG, GERMAN, FRENCH, VISA])
def test_zones_that_readers_trip_over_are_spelled_and_proven(lines: tuple[str, ...]) -> None:
    answers = seen(lines)
    shape = shape_of(answers)
    assert shape is not None
    assert spell(shape, answers) == lines
    assert repair(shape, answers, lines) == (lines, ())
    assert unproven(shape, answers, lines) == ()


def test_unknown_days_are_spelled_where_they_are_printed() -> None:
    unknown = (CARD[0], "7408<<4F1204159UTO<<<<<<<<<<<0", CARD[2])
    assert spell(TD1, seen(unknown)) == unknown
    assert spell(TD1, seen(CARD, (1, 0, "<", 1.0)))[1] == CARD[1]


def test_a_long_number_is_repaired_where_it_runs_on() -> None:
    answers = seen(LONG, (0, 15, "1", 1.0))
    lines, repairs = repair(TD1, answers, spell(TD1, answers))
    assert (lines, repairs) == (LONG, (Repair(0, 15, "1", "7"),))


def test_a_long_number_that_may_be_a_short_one_is_not_proven() -> None:
    assert unproven(TD1, seen(LONG, (0, 14, "4", -1.0)), LONG) == ("document_number",)


def test_a_repair_breaks_no_other_check_digit() -> None:
    wrong = (LINES[0], LINES[1][:43] + "3")
    answers = seen(wrong, (1, 13, "6", -1.0), (1, 26, "6", -1.0))
    lines, _ = repair(TD3, answers, spell(TD3, answers))
    before = [d.holds for d in check_digits(TD3, wrong)]
    assert [d.holds for d in check_digits(TD3, lines)] == before


def test_a_value_is_unproven_where_the_reading_set_aside_also_passes() -> None:
    # 6 and G weigh the same: where either may stand, the digit tells nothing
    card = ("I<UTOD23145860" + "4" + "<" * 15, *CARD[1:])
    held = check_digits(TD1, card)[0]
    card = (card[0][:14] + held.computed + card[0][15:], *CARD[1:])
    assert unproven(TD1, seen(card, (0, 12, "G", -2.0)), card) == ("document_number",)
    assert unproven(TD1, seen(card), card) == ()


def test_a_french_card_has_digits_where_letters_are_as_likely() -> None:
    answers = seen(FRENCH, (1, 0, "B", 1.0), (1, 5, "Z", 1.0))
    assert spell(FRA_ID, answers) == FRENCH


def test_no_filler_stands_amid_a_number() -> None:
    assert spell(MRV_A, seen(VISA, (1, 4, "<", 1.0))) == VISA


def test_lines_that_the_glyphs_do_not_bear_out_are_no_reading() -> None:
    assert believed(TD3, 0.95, (LINES[0], "L898902C36UTO7408123F1204158ZE184226B<<<<<11"))
    assert not believed(TD3, 0.75, (LINES[0], "L898902C36UTO7408123F1204158ZE184226B<<<<<11"))
    assert believed(TD3, 0.75, LINES)
    assert not believed(TD3, 0.5, LINES)
