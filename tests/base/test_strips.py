"""The information strip is found where there is one, and a person decides."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from PIL import ImageDraw
from wagtail.models import ModelLogEntry

from content.base.models import Image
from content.base.scrubbing.strips import Strips, strips_of
from content.base.strips import cut_strips, keep_as_it_is
from tests.base.pictures import camera_files

OUR_ART = sorted((Path(__file__).parents[3] / "shared/art").glob("A*.jpg"))
SIZE = (800, 600)


def scene(
    top: int = 0, bottom: int = 0, ground="black", ink="white", level: int = 90
) -> PillowImage.Image:
    """Return a grey scene that grows lighter downwards, with strips of so many rows."""
    width, height = SIZE
    picture = PillowImage.linear_gradient("L").resize(SIZE).point(lambda value: level + value // 4)
    draw = ImageDraw.Draw(picture)
    for first, rows in ((0, top), (height - bottom, bottom)):
        if rows:
            draw.rectangle((0, first, width, first + rows - 1), fill=ground)
            for at in range(20, 300, 12):
                draw.rectangle((at, first + 4, at + 5, first + rows - 6), fill=ink)
    return picture.convert("RGB")


def about(found: Strips, top: int, bottom: int) -> bool:
    return abs(found.top - top) <= 4 and abs(found.bottom - bottom) <= 4


@pytest.mark.parametrize(("top", "bottom"), [(0, 40), (24, 0), (24, 40), (0, 0)])
@pytest.mark.parametrize(("ground", "ink"), [("black", "white"), ("white", "black")])
def test_strip_is_found_at_each_edge(top, bottom, ground, ink):
    assert about(strips_of(scene(top, bottom, ground, ink)), top, bottom)


def test_bar_without_letters_is_no_strip():
    assert strips_of(scene(0, 40, "black", "black")) == (0, 0)


def test_high_dark_part_of_the_scene_is_no_strip():
    assert strips_of(scene(0, 200)) == (0, 0)


def test_snow_that_darkens_slowly_is_no_strip():
    snow = scene(level=190)
    ImageDraw.Draw(snow).line((100, 590, 160, 560), fill="black", width=9)  # a twig
    assert strips_of(snow) == (0, 0)


@pytest.mark.skipif(not camera_files(), reason="the real photographs are not here")
def test_strips_of_real_night_frames_are_found():
    for path in camera_files():
        with PillowImage.open(path) as frame:
            assert about(strips_of(frame), 34, 34), path.name


@pytest.mark.skipif(not OUR_ART, reason="the prototype of the sample pictures is not here")
def test_strip_of_each_drawn_frame_is_found():
    for path in OUR_ART:
        with PillowImage.open(path) as frame:
            assert about(strips_of(frame), 0, 74), path.name


@pytest.fixture
def framed(db) -> Image:
    """A stored picture of which rows at both edges look like a strip."""
    encoded = BytesIO()
    scene(24, 40).save(encoded, "PNG")
    return Image.objects.create(title="Frame", file=ContentFile(encoded.getvalue(), name="x.png"))


def test_what_is_found_is_kept_until_somebody_decides(framed):
    assert framed.has_strip
    assert about(Strips(framed.strip_top, framed.strip_bottom), 24, 40)


@pytest.fixture
def curator(django_user_model):
    return django_user_model.objects.create_user("curator")


def test_cutting_leaves_the_scene_alone_and_is_noted(framed, curator):
    old_name = framed.file.name
    cut_strips(framed, curator)
    cut = Image.objects.get()
    assert (cut.has_strip, cut.width) == (False, SIZE[0])
    assert abs(cut.height - (SIZE[1] - 24 - 40)) <= 8
    with cut.open_file() as stored, PillowImage.open(stored) as opened:
        assert opened.size == (cut.width, cut.height)
        assert strips_of(opened) == (0, 0)
    assert cut.file.name != old_name
    assert ModelLogEntry.objects.filter(action="base.cut_strip", user=curator).exists()


def test_saying_there_is_none_keeps_the_pixels(framed, curator):
    keep_as_it_is(framed, curator)
    kept = Image.objects.get()
    assert (kept.has_strip, kept.file.name, kept.height) == (False, framed.file.name, SIZE[1])
