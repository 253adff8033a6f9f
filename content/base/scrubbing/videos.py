"""Films lose all but the picture, and sound that is to stay: positions, cameras, dates, names, subtitles, data tracks.

The packets are copied into a new container by FFmpeg's libraries (PyAV), nothing else is; of H.264 pictures the notes
that cameras write between them (SEI) are dropped as well. Nothing is encoded anew.
"""

import tempfile
from dataclasses import dataclass
from uuid import uuid4

import av
from av.bitstream import BitStreamFilterContext
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.base.scrubbing.errors import RefusedFileError
from content.base.scrubbing.sniffing import kind_of

MAX_BYTES = 100 * 1024 * 1024
MAX_SECONDS = 10 * 60
MAX_SIDE = 3840


@dataclass(frozen=True)
class Format:
    demuxer: str
    pictures: frozenset[str]
    sounds: frozenset[str]
    options: dict[str, str]


FORMATS = {
    "mp4": Format(
        "mp4",
        frozenset({"h264"}),
        frozenset({"aac"}),
        {"movflags": "+faststart", "fflags": "+bitexact"},
    ),
    "webm": Format(
        "webm",
        frozenset({"vp8", "vp9", "av1"}),
        frozenset({"opus", "vorbis"}),
        {"fflags": "+bitexact"},
    ),
}
DEMUXERS = {"mp4": "mp4", "webm": "matroska"}
_DAMAGED = gettext_lazy("This film is damaged or not complete: it cannot be read to its end.")


class NotAVideoError(RefusedFileError):
    """The file is not one of the film formats that every browser plays, or cannot be read to its end."""


class ScrubbedVideo(ContentFile):
    """Picture and sound alone, under a random name."""

    def __init__(self, content: bytes, extension: str, size: tuple[int, int], seconds: int) -> None:
        super().__init__(content, name=f"{uuid4().hex}.{extension}")
        self.dimensions = size
        self.seconds = seconds


def scrub_video(source: File, *, keeps_sound: bool) -> ScrubbedVideo:
    """Return a new file with the picture of `source` alone, and its sound where asked for. Raises NotAVideoError.

    A voice, a stream or a road can tell a place as a position does.
    """
    if source.size > MAX_BYTES:
        raise _refusal(
            _("This film has more than %(size)d MB. Make it smaller or shorter.")
            % {"size": MAX_BYTES // 1024 // 1024},
            "too_large",
        )
    source.seek(0)
    kind = {"film": "mp4", "ebml": "webm"}.get(kind_of(source.read(64)))
    if kind is None:
        raise _refusal(_("This file is not a film. Send MP4 (H.264) or WebM."), "not_a_video")
    source.seek(0)
    try:
        with av.open(source, format=DEMUXERS[kind], metadata_errors="ignore") as opened:
            return _copy(opened, kind, keeps_sound)
    except (av.FFmpegError, ValueError, OverflowError, MemoryError) as error:
        raise _refusal(_DAMAGED, "damaged") from error


def _copy(opened: av.container.InputContainer, kind: str, keeps_sound: bool) -> ScrubbedVideo:
    picture, sound = _tracks(opened, kind)
    sound = sound if keeps_sound else None
    with tempfile.NamedTemporaryFile(suffix=f".{kind}") as target:
        options = FORMATS[kind].options
        with av.open(target.name, "w", format=FORMATS[kind].demuxer, options=options) as made:
            _copy_packets(opened, made, [track for track in (picture, sound) if track])
        with open(target.name, "rb") as written:
            content = written.read()
    return ScrubbedVideo(content, kind, (picture.width, picture.height), _seconds(opened))


def _tracks(opened: av.container.InputContainer, kind: str) -> tuple:
    """Return the picture and the sound, None for a silent film; refuse what browsers do not play."""
    pictures, sounds = opened.streams.video, opened.streams.audio
    known = FORMATS[kind]
    if len(pictures) != 1 or pictures[0].codec_context.name not in known.pictures:
        text = _(
            "Send a film with one picture track: MP4 with H.264, or WebM with VP8, VP9 or AV1."
        )
        raise _refusal(text, "codec")
    if len(sounds) > 1 or (sounds and sounds[0].codec_context.name not in known.sounds):
        text = _("Send a film with one sound track: AAC in MP4, Opus or Vorbis in WebM.")
        raise _refusal(text, "codec")
    if not 0 < max(pictures[0].width, pictures[0].height) <= MAX_SIDE:
        raise _refusal(_DAMAGED, "damaged")
    if not 0 < _seconds(opened) <= MAX_SECONDS:
        text = _("A film of this site lasts ten minutes at most. Make it shorter.")
        raise _refusal(text, "too_long")
    return pictures[0], (sounds[0] if sounds else None)


def _seconds(opened: av.container.InputContainer) -> int:
    return -(-(opened.duration or 0) // av.time_base)


def _copy_packets(opened, made, tracks: list) -> None:
    copies = {track.index: made.add_stream_from_template(track) for track in tracks}
    for copy in copies.values():
        copy.metadata.clear()
    notes = {
        track.index: BitStreamFilterContext(
            "filter_units=remove_types=6", track, copies[track.index]
        )
        for track in tracks
        if track.codec_context.name == "h264"
    }
    count = 0
    for packet in opened.demux(tracks):
        track = packet.stream.index
        if packet.dts is None:
            continue
        for kept in notes[track].filter(packet) if track in notes else [packet]:
            kept.stream = copies[track]
            made.mux(kept)
            count += 1
    if not count:
        raise ValueError("no packets")


def _refusal(text, code: str) -> NotAVideoError:
    return NotAVideoError(text, code=code)
