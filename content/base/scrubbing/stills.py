"""One picture out of a film, to stand for it."""

import io

import av
from django.core.files.base import ContentFile

from content.base.scrubbing.videos import NotAVideoError, ScrubbedVideo

A_THIRD = 3  # of the way: by then what set the camera off is in the picture


def still_of(film: ScrubbedVideo) -> ContentFile:
    """Return a picture from the first third of a film. Raises NotAVideoError."""
    film.seek(0)
    try:
        with av.open(film) as opened:
            opened.seek((opened.duration or 0) // A_THIRD)
            picture = next(opened.decode(video=0)).to_image()
    except (av.FFmpegError, StopIteration, ValueError) as error:
        raise NotAVideoError("No picture can be read from this film.", code="damaged") from error
    finally:
        film.seek(0)
    encoded = io.BytesIO()
    picture.save(encoded, "JPEG", quality=92)
    return ContentFile(encoded.getvalue(), name="still.jpg")
