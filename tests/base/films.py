"""Makers of films full of secrets."""

import tempfile
from pathlib import Path

import av
from PIL import Image as PillowImage

PLACE = "+43.1056+131.0342/"
SECRETS = (b"43.1056", b"STATION-7", b"RECONYX", b"x264 - core", b"2024-05-01")


def film_bytes(
    kind: str = "mp4", *, sound: bool = True, seconds: int = 1, codec: str = ""
) -> bytes:
    """Return a short film with a position, a camera, a date and a data-laden picture track."""
    codec = codec or {"mp4": "libx264", "webm": "libvpx"}[kind]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film.{kind}"
        options = {"movflags": "use_metadata_tags"} if kind == "mp4" else {}
        with av.open(str(path), "w", options=options) as made:
            made.metadata.update(
                {
                    "location": PLACE,
                    "com.apple.quicktime.location.ISO6709": PLACE,
                    "title": "STATION-7",
                    "make": "RECONYX",
                    "creation_time": "2024-05-01T04:11:00Z",
                }
            )
            picture = made.add_stream(codec, rate=5)
            picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
            picture.metadata["handler_name"] = "STATION-7"
            tone = (
                made.add_stream({"mp4": "aac", "webm": "libopus"}[kind], rate=48000)
                if sound
                else None
            )
            for number in range(5 * seconds):
                frame = av.VideoFrame.from_image(
                    PillowImage.new("RGB", (64, 48), (number * 40 % 255, 90, 60))
                )
                made.mux(picture.encode(frame))
            made.mux(picture.encode())
            if tone:
                _silence(made, tone, seconds)
        return path.read_bytes()


def _silence(made, tone, seconds: int) -> None:
    for number in range(50 * seconds):
        frame = av.AudioFrame(
            format="fltp" if tone.codec_context.name == "aac" else "flt",
            layout="stereo",
            samples=960,
        )
        for plane in frame.planes:
            plane.update(bytes(plane.buffer_size))
        frame.sample_rate, frame.pts = 48000, number * 960
        made.mux(tone.encode(frame))
    made.mux(tone.encode())
