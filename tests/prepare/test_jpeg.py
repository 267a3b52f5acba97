"""A JPEG without what does not show: the same picture to the last bit of its data."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from docscheck.mend.jpeg import is_by_camera, without_metadata
from docscheck.pages.interface import Unopenable

GPS, ORIENTATION, DETAILS, EXPOSURE = 0x8825, 0x0112, 0x8769, 0x829A


def picture() -> Image.Image:
    rows = np.linspace(0, 255, 96, dtype=np.uint8)
    return Image.fromarray(np.repeat(rows[:, None], 128, axis=1)).convert("RGB")


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[ORIENTATION] = orientation
    made[GPS] = {1: "N", 2: (48.0, 51.0, 29.5)}
    return made


def jpeg(image: Image.Image | None = None, **options: object) -> bytes:
    out = io.BytesIO()
    options = {"exif": exif(), "comment": b"at home", "dpi": (300, 300), **options}
    (image or picture()).save(out, "JPEG", **options)
    return out.getvalue()


def pixels(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image)


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_the_picture_is_the_same_and_nothing_is_said_of_it(mode: str, progressive: bool) -> None:
    data = jpeg(picture().convert(mode), progressive=progressive)
    bare = without_metadata(data)
    assert np.array_equal(pixels(bare), pixels(data))
    assert b"Exif" in data
    assert b"at home" in data
    assert b"Exif" not in bare
    assert b"at home" not in bare
    with Image.open(io.BytesIO(bare)) as image:
        assert image.info["dpi"] == (300, 300)
        assert not image.getexif()


def test_how_it_was_held_stays_where_that_is_asked() -> None:
    with Image.open(io.BytesIO(without_metadata(jpeg(exif=exif(6)), 6))) as image:
        assert dict(image.getexif()) == {ORIENTATION: 6}


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_mark_of_a_camera_stays_without_its_values_where_that_is_asked(
    orientation: int,
) -> None:
    taken = exif(orientation)
    taken.get_ifd(DETAILS)[EXPOSURE] = 0.02
    data = jpeg(exif=taken)
    assert is_by_camera(data)
    assert not is_by_camera(jpeg())
    bare = without_metadata(data, orientation, by_camera=True)
    assert is_by_camera(bare)
    assert not is_by_camera(without_metadata(data, orientation))
    with Image.open(io.BytesIO(bare)) as image:
        told = image.getexif()
        assert set(told) == {ORIENTATION, DETAILS}
        assert told[ORIENTATION] == orientation
        assert dict(told.get_ifd(DETAILS)) == {EXPOSURE: 0}


def test_a_film_or_second_picture_behind_the_end_goes() -> None:
    bare = without_metadata(jpeg() + b"ftypmp42 a film" + jpeg())
    assert bare.endswith(b"\xff\xd9")
    assert b"a film" not in bare
    assert bare == without_metadata(jpeg())


def test_a_profile_of_colours_stays() -> None:
    assert b"ICC_PROFILE" in without_metadata(jpeg(icc_profile=b"profile" * 30))


def test_a_preview_in_the_head_goes() -> None:
    plain = jpeg(exif=b"", comment=b"")
    place = plain.index(b"JFIF\0")
    head = plain[place : place + 12] + bytes((2, 2)) + b"PREVIEWPREVI"
    length = (len(head) + 2).to_bytes(2, "big")
    with_preview = plain[: place - 2] + length + head + plain[place + 14 :]
    bare = without_metadata(with_preview)
    assert b"PREVIEW" not in bare
    assert np.array_equal(pixels(bare), pixels(plain))


@pytest.mark.parametrize("cut", [3, 30, 400, 1200])
def test_what_has_no_end_is_refused(cut: int) -> None:
    data = jpeg()
    with pytest.raises(Unopenable):
        without_metadata(data[: min(cut, len(data) - 3)])
