"""What a picture carried besides its pixels, in words for whoever has sent it; the values themselves are never kept."""

from collections.abc import Iterator
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import ExifTags
from PIL import Image as PillowImage

from content.base.formats import format_list
from content.base.scrubbing.errors import DECODING_ERRORS


class Trace(StrEnum):
    PLACE = "place"
    TIME = "time"
    CAMERA = "camera"
    NOTES = "notes"
    WORDS = "words"
    PREVIEW = "preview"
    SECOND = "second"


WORDS = {
    Trace.PLACE: gettext_lazy("the place (GPS)"),
    Trace.TIME: gettext_lazy("the day and hour"),
    Trace.CAMERA: gettext_lazy("the camera and its owner"),
    Trace.NOTES: gettext_lazy("notes of the camera’s maker"),
    Trace.WORDS: gettext_lazy("descriptions and comments"),
    Trace.PREVIEW: gettext_lazy("a small preview of the whole picture"),
    Trace.SECOND: gettext_lazy("a second picture"),
}
_TIMES = {
    ExifTags.Base.DateTime,
    ExifTags.Base.DateTimeOriginal,
    ExifTags.Base.DateTimeDigitized,
}
_CAMERAS = {
    ExifTags.Base.Make,
    ExifTags.Base.Model,
    ExifTags.Base.Artist,
    ExifTags.Base.HostComputer,
    ExifTags.Base.BodySerialNumber,
    ExifTags.Base.LensSerialNumber,
    ExifTags.Base.CameraOwnerName,
}
_WORDS = {
    ExifTags.Base.ImageDescription,
    ExifTags.Base.UserComment,
    ExifTags.Base.XPTitle,
    ExifTags.Base.XPComment,
    ExifTags.Base.XPAuthor,
    ExifTags.Base.XPKeywords,
    ExifTags.Base.XPSubject,
}
_WORDS_BESIDE_EXIF = {"comment", "xmp", "photoshop", "XML:com.adobe.xmp", "Comment", "Description"}


def traces_in(opened: PillowImage.Image) -> list[Trace]:
    """Return what a picture carries, in the order of `Trace`; damaged metadata says nothing of itself."""
    try:
        found = set(_traces(opened))
    except DECODING_ERRORS:
        found = set()
    return [trace for trace in Trace if trace in found]


def in_words(traces: list[Trace]) -> str:
    """Return one sentence in the reader's language that says what was taken out; empty for nothing."""
    if not traces:
        return ""
    what = format_list([WORDS[one] for one in traces])
    return _("Taken out of the file: %(what)s.") % {"what": what}


def _traces(opened: PillowImage.Image) -> Iterator[Trace]:
    exif = opened.getexif()
    details = exif.get_ifd(ExifTags.IFD.Exif)
    tags = {tag for tag, value in (*exif.items(), *details.items()) if value}
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        yield Trace.PLACE
    if tags & _TIMES:
        yield Trace.TIME
    if tags & _CAMERAS:
        yield Trace.CAMERA
    if ExifTags.Base.MakerNote in tags:
        yield Trace.NOTES
    if tags & _WORDS or _WORDS_BESIDE_EXIF & opened.info.keys():
        yield Trace.WORDS
    if exif.get_ifd(ExifTags.IFD.IFD1) or opened.info.get("thumbnails"):
        yield Trace.PREVIEW
    if opened.format == "MPO" and getattr(opened, "n_frames", 1) > 1:
        yield Trace.SECOND
