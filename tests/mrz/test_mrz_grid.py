import numpy as np
import pytest

from docscheck.mrz.glyphs import NONE
from docscheck.mrz.grid import answers_at, rows


def answers(places: np.ndarray, width: int) -> np.ndarray:
    """Log-probabilities that say "character" near the places and "none" elsewhere."""
    scores = np.full((width, NONE + 1), -12.0, np.float32)
    near = np.abs(np.arange(width)[:, None] - places[None, :]).min(1) < 1
    scores[:, NONE] = np.where(near, -5, -0.001)
    scores[near, 7] = -0.01
    return scores


@pytest.mark.parametrize("cells", [30, 36, 44])
def test_the_fullest_row_is_the_true_number_of_characters(cells: int) -> None:
    places = 31 + 10.0 * np.arange(cells)
    found = rows(answers(places, 520), (30, 36, 44))
    assert max(found, key=lambda n: found[n].gain) == cells
    assert found[cells].places == pytest.approx(places, abs=0.6)


def test_a_pitch_that_changes_along_the_line_is_followed() -> None:
    places = 25 + np.cumsum(np.linspace(9.0, 11.0, 44))
    assert rows(answers(places, 520), (44,))[44].places == pytest.approx(places, abs=0.8)


def test_a_number_without_room_is_left_out() -> None:
    found = rows(answers(31 + 10.0 * np.arange(30), 340), (30, 36, 44))
    assert set(found) == {30, 36}


def test_answers_between_two_places_are_their_mean() -> None:
    scores = np.zeros((3, NONE + 1), np.float32)
    scores[1] = 2
    assert answers_at(scores, np.array([0.5], np.float32))[0, 0] == pytest.approx(1)
