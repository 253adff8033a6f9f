"""Films that lie in a package: through the one door for films, without sound; a still stands for each.

They are withheld: a film is shown on no page, while its still is released like every other frame.
"""

from dataclasses import dataclass

from django.core.files.base import ContentFile

from content.base.models import Video
from content.base.scrubbing import NotAPictureError, ScrubbedPicture, scrub_picture
from content.base.scrubbing.stills import still_of
from content.base.scrubbing.videos import MAX_BYTES, NotAVideoError, ScrubbedVideo, scrub_video
from content.cameratraps.camtrapdp.checking import CheckedPackage


@dataclass(frozen=True)
class Film:
    """What is left of a film, and the still that stands for it."""

    film: ScrubbedVideo
    still: ScrubbedPicture


def read_film(package: CheckedPackage, path: str) -> Film | str:
    """Return a film of the package; under which number it is counted when it is not taken."""
    with package.source.open(path) as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return "films_too_large"
    try:
        film = scrub_video(ContentFile(content, name="film"), keeps_sound=False)
        return Film(film, scrub_picture(still_of(film)))
    except NotAVideoError as error:
        return "films_too_large" if error.code == "too_long" else "films_faulty"
    except NotAPictureError:
        return "films_faulty"


def store_film(film: Film, name: str, side: str) -> Video:
    """Keep a film for the staff of a side."""
    titles = {"title_en": name, "title_ru": name, "title_zh_hans": name}
    return Video.objects.create(file=film.film, side=side, is_withheld=True, **titles)
