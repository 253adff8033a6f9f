"""Whoever sends a picture is told what was taken out of it."""

from io import BytesIO

import pytest
from django.utils import translation
from PIL import ExifTags
from PIL import Image as PillowImage

from content.base.scrubbing import scrub_picture
from content.base.scrubbing.traces import Trace, in_words
from tests.base.pictures import SECRET, camera_files, picture_bytes, upload

ALL = [Trace.PLACE, Trace.CAMERA, Trace.WORDS]


def traces_of(content: bytes, name: str = "x.jpg") -> list[Trace]:
    return scrub_picture(upload(content, name)).traces


@pytest.mark.parametrize(
    ("image_format", "name"),
    [
        ("JPEG", "x.jpg"),
        ("PNG", "x.png"),
        ("WEBP", "x.webp"),
        ("AVIF", "x.avif"),
        ("HEIF", "x.heic"),
    ],
)
def test_what_every_format_carries_is_named(image_format, name):
    assert traces_of(picture_bytes(image_format), name) == ALL


def photograph(**metadata) -> bytes:
    encoded = BytesIO()
    PillowImage.new("RGB", (60, 40)).save(encoded, "JPEG", **metadata)
    return encoded.getvalue()


def test_plain_picture_carried_nothing():
    assert traces_of(photograph()) == []


@pytest.mark.parametrize(
    ("tag", "trace"),
    [
        (ExifTags.Base.DateTimeOriginal, Trace.TIME),
        (ExifTags.Base.BodySerialNumber, Trace.CAMERA),
        (ExifTags.Base.UserComment, Trace.WORDS),
    ],
)
def test_details_are_told_apart(tag, trace):
    made = PillowImage.Exif()
    made.get_ifd(ExifTags.IFD.Exif)[tag] = SECRET
    assert traces_of(photograph(exif=made)) == [trace]


def test_damaged_metadata_says_nothing_and_refuses_nothing():
    assert traces_of(photograph(exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")) == []


@pytest.mark.skipif(not camera_files(), reason="the real photographs are not here")
def test_real_camera_trap_files_carried_time_camera_and_notes():
    for path in camera_files():
        assert traces_of(path.read_bytes()) == [Trace.TIME, Trace.CAMERA, Trace.NOTES], path.name


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Taken out of the file: the place (GPS) and descriptions and comments."),
        ("ru", "Из файла удалено: место съёмки (GPS) и описания и комментарии."),
        ("zh-hans", "已从文件中清除：拍摄地点（GPS）和说明和备注。"),
    ],
)
def test_it_is_said_in_the_senders_language(language, said):
    with translation.override(language):
        assert in_words([Trace.PLACE, Trace.WORDS]) == said
    assert in_words([]) == ""
