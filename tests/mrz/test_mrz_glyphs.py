import tomllib
from importlib.resources import files

import numpy as np

from docscheck.mrz.glyphs import ALPHABET, FIRST, NONE, STEP, network
from docscheck.mrz.straighten import STRIP_HEIGHT
from training.mrz_strips import HELD_OUT, draw_strip


def test_blank_paper_holds_no_character() -> None:
    noise = np.random.default_rng(1).normal(0, 0.05, (STRIP_HEIGHT, 400)).astype(np.float32)
    assert set(network().score(noise).argmax(1)) == {NONE}


def test_answers_are_probabilities_every_second_column() -> None:
    scores = network().score(np.zeros((STRIP_HEIGHT, 300), np.float32))
    assert scores.shape == ((300 - 26) // STEP + 1, NONE + 1)
    np.testing.assert_allclose(np.exp(scores).sum(1), 1, rtol=1e-4)


def test_a_cut_that_was_never_taught_is_read_six_times_in_seven() -> None:
    random, right, all_ = np.random.default_rng(77), 0, 0
    for _ in range(40):
        strip = draw_strip(random, HELD_OUT, 0.7)
        if not (strip.legible and strip.upright):
            continue
        scores = network().score(strip.pixels)
        for centre, character in zip(strip.centres, strip.text, strict=True):
            place = round((float(centre) - FIRST) / STEP)
            if character != " " and 0 <= place < len(scores):
                right += ALPHABET[int(scores[place, :NONE].argmax())] == character
                all_ += 1
    assert all_ > 500
    assert right / all_ > 0.85


def test_the_record_tells_the_accuracy_of_the_shipped_weights() -> None:
    folder = files("docscheck.mrz")
    record = tomllib.loads((folder / "glyphs.toml").read_text(encoding="utf-8"))
    assert record["held_out"]["character_named"] > 0.85
    assert len((folder / "glyphs.npz").read_bytes()) < 2_000_000
