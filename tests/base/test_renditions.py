"""The ready sizes: which, when, how; and the picture tag that uses nothing else."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.management import call_command
from PIL import Image as PillowImage

from content.base import renditions
from content.base.models import Image
from content.base.scanning import findings_in
from content.base.templatetags.picture_tags import (
    UPRIGHT,
    picture,
    preload_picture,
    shared_picture,
)
from tests.base.pictures import picture_bytes, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(django_capture_on_commit_callbacks) -> Image:
    with django_capture_on_commit_callbacks(execute=True):
        made = Image(title="x", alt_en="An oak", file=upload(picture_bytes(size=(1000, 750))))
        made.save()
    return made


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (60, [60]),
        (400, [400]),
        (440, [400]),
        (700, [400, 700]),
        (1280, [400, 800, 1280]),
        (1600, [400, 800, 1280, 1600]),
        (3840, [400, 800, 1280, 1600]),
    ],
)
def test_a_picture_gets_the_sizes_it_can_fill(width, widths):
    assert renditions.widths_for(width) == widths


def test_sizes_are_made_when_the_row_is_committed(image):
    made = {(one.filter_spec, one.width, one.height) for one in image.renditions.all()}
    assert made == {
        (f"width-{width}|format-{name}", width, round(width * 0.75))
        for width, name in [
            *((width, name) for width in (400, 800, 1000) for name in ("avif", "webp")),
            (1000, "jpeg"),
        ]
    }


def test_every_size_holds_pixels_of_the_size_it_says(image):
    for one in image.renditions.all():
        with one.file.open("rb") as stored:
            content = stored.read()
            stored.seek(0)
            assert PillowImage.open(stored).size == (one.width, one.height)
        assert findings_in(content) == []


def test_missing_sizes_are_made_by_the_command(image, capsys):
    image.renditions.filter(filter_spec__contains="avif").delete()
    call_command("make_renditions")
    assert capsys.readouterr().out == "3 sizes made.\n"
    call_command("make_renditions")
    assert capsys.readouterr().out == "0 sizes made.\n"


def test_the_command_names_pictures_whose_file_is_gone(image, capsys):
    image.file.storage.delete(image.file.name)
    image.renditions.all().delete()
    call_command("make_renditions")
    assert str(image.pk) in capsys.readouterr().err


def test_new_addresses_leave_nothing_at_the_old_ones(image, django_capture_on_commit_callbacks):
    storage = image.file.storage
    old = [image.file.name, *image.renditions.values_list("file", flat=True)]
    with django_capture_on_commit_callbacks(execute=True):
        renditions.change_addresses(image)
    new = [image.file.name, *image.renditions.values_list("file", flat=True)]
    assert not set(old) & set(new)
    assert len(new) == len(old)
    assert [storage.exists(name) for name in old] == [False] * len(old)


def test_the_tag_asks_for_ready_sizes_only(image, django_assert_num_queries):
    with django_assert_num_queries(1):
        html = picture(image, "card")
    assert (html.count(".avif"), html.count(".webp"), html.count(".jpg")) == (3, 4, 0)
    assert 'alt="An oak"' in html
    assert image.renditions.count() == 7


def test_a_withheld_picture_is_not_rendered_anywhere(image):
    image.withheld_until = date.max
    assert (picture(image), shared_picture(image)) == ("", "")


def test_the_shared_picture_is_a_jpeg(image, settings):
    assert shared_picture(image).startswith(f"{settings.SITE_URL}/media/images/")
    assert shared_picture(image).endswith(".jpg")


def test_transparent_pictures_are_laid_on_white_for_jpeg(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image(
            title="x", file=upload(picture_bytes("PNG", "RGBA", size=(400, 300)), "x.png")
        )
        image.save()
    with renditions.shared_rendition(image).file.open("rb") as stored:
        assert PillowImage.open(stored).mode == "RGB"


@pytest.mark.parametrize(
    ("point", "classes"),
    [
        ((500, 375), "focus-x-5 focus-y-5"),
        (
            (780, 60),
            "focus-x-9 focus-y-0",
        ),  # further out than the point, which thus nears the middle
        ((10, 740), "focus-x-0 focus-y-10"),
    ],
)
def test_a_cropped_picture_keeps_its_focal_point_in_view(image, point, classes):
    image.focal_point_x, image.focal_point_y = point
    assert f'class="{classes}"' in picture(image, "card")


@pytest.mark.parametrize(
    ("size", "kind", "sizes"),
    [
        ((1000, 750), "hero", "100vw"),
        ((1000, 250), "hero", "calc(3.00 * 100vw)"),
        (
            (1200, 300),
            "card",
            "(min-width: 64rem) calc(2.67 * 24rem), (min-width: 40rem) calc(2.67 * 50vw), calc(2.67 * 100vw)",
        ),
        ((1000, 250), "text", "(min-width: 48rem) 44rem, 100vw"),  # not cropped
    ],
)
def test_a_panorama_asks_for_the_pixels_its_crop_needs(image, size, kind, sizes):
    image.width, image.height = size
    assert f'sizes="{sizes}"' in picture(image, kind)


@pytest.fixture
def wide(django_capture_on_commit_callbacks) -> Image:
    with django_capture_on_commit_callbacks(execute=True):
        made = Image(
            title="w", file=upload(two_halves(), "w.png"), focal_point_x=250, focal_point_y=400
        )
        made.save()
    return made


def two_halves() -> bytes:
    """Return a wide picture, red on the left and blue on the right."""
    pixels = PillowImage.new("RGB", (2000, 1000), "blue")
    pixels.paste("red", (0, 0, 1000, 1000))
    encoded = BytesIO()
    pixels.save(encoded, "PNG")
    return encoded.getvalue()


def tall_of(image: Image) -> dict[str, tuple[int, int]]:
    found = image.renditions.filter(filter_spec__startswith="fill-")
    return {one.filter_spec: (one.width, one.height) for one in found}


def colour_of(image: Image) -> str:
    with image.renditions.get(filter_spec="fill-400x500|format-webp").file.open("rb") as stored:
        red, _green, blue = PillowImage.open(stored).convert("RGB").getpixel((200, 250))
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(
    ("size", "widths"),
    [((1280, 960), []), ((1600, 800), [400, 640]), ((3000, 2000), [400, 800]), ((900, 450), [360])],
)
def test_a_wide_picture_gets_a_tall_crop(size, widths):
    tall = renditions.tall_sizes_for(*size)
    assert tall == [(width, name) for width in widths for name in renditions.FORMATS]


@pytest.mark.parametrize(
    ("focus", "left"), [(None, 600), ((1000, 10), 600), ((90, 10), 0), ((1999, 10), 1200)]
)
def test_the_tall_crop_lies_about_the_focal_point(focus, left):
    assert renditions.tall_box(2000, 1000, focus) == (left, 0, left + 800, 1000)


def test_the_tall_crop_is_stored_four_by_five(wide):
    assert tall_of(wide) == {
        f"fill-{width}x{height}|format-{name}": (width, height)
        for width, height in ((400, 500), (800, 1000))
        for name in ("avif", "webp")
    }
    assert colour_of(wide) == "red"


def test_a_moved_focal_point_makes_the_tall_crop_anew(wide, django_capture_on_commit_callbacks):
    before = wide.renditions.count()
    wide.focal_point_x = 1800
    with django_capture_on_commit_callbacks(execute=True):
        wide.save()
    assert (colour_of(wide), wide.renditions.count()) == ("blue", before)


def test_the_tall_crop_is_for_headers_on_phones_alone(wide):
    hero, card = picture(wide, "hero"), picture(wide, "card")
    assert "fill" not in card and "media=" not in card
    assert hero.startswith('<picture class="has-tall"><source type="image/avif" media="(max-width')
    assert hero.count("<source") == 4
    assert 'width="800" height="1000"' in hero


def test_the_preload_asks_for_what_the_header_shows(wide, image):
    hero, preload = picture(wide, "hero"), preload_picture(wide)
    assert re.findall(r'imagesrcset="(.*?)"', preload) == re.findall(
        r'avif"[^>]* srcset="(.*?)"', hero
    )
    assert re.findall(r'media="(.*?)"', preload) == [UPRIGHT, f"not ({UPRIGHT})"]
    assert re.findall(r'media="(.*?)"', preload_picture(image)) == ["all"]
    image.withheld_until = date.max
    assert (preload_picture(image), preload_picture(None)) == ("", "")
