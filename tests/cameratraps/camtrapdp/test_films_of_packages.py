"""Films in a package: silent, scrubbed, withheld, with a still as the frame of the visit."""

import pytest
from django.core.files.storage import default_storage

from content.base.models import Video
from content.base.scanning import findings_in
from content.cameratraps.camtrapdp import films, import_package
from content.cameratraps.models import Media
from tests.base.films import SECRETS, film_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def filmed(package):
    package.media[0] |= {"filePath": "media/IMG.mp4", "fileMediatype": "video/mp4"}
    package.files["media/IMG.mp4"] = film_bytes()
    return package


def test_a_film_comes_in_silent_and_withheld_with_a_still(filmed):
    counts = import_package(filmed.archive(), "RU").counts
    assert (counts["films_new"], counts["frames_new"], counts["films"]) == (1, 0, 0)
    video, frame = Video.objects.get(), Media.objects.get()
    assert (frame.film, video.side, video.is_withheld) == (video, "RU", True)
    assert (frame.image.width, frame.file_public) == (64, False)
    stored = [default_storage.open(one.file.name).read() for one in (video, frame.image)]
    assert [findings_in(data) for data in stored] == [[], []]
    assert not [secret for secret in SECRETS for data in stored if secret in data]
    video.captions_en = video.captions_ru = video.captions_zh_hans = "WEBVTT"
    assert not video.has_all_captions  # no page shows it, whatever is written
    assert import_package(filmed.archive(), "RU").counts["films_known"] == 1


def test_films_too_large_or_broken_are_left_out_and_counted(filmed, monkeypatch):
    filmed.files["media/IMG.mp4"] = film_bytes()[:900]
    assert import_package(filmed.archive(), "RU").counts["films_faulty"] == 1
    monkeypatch.setattr(films, "MAX_BYTES", 500)
    assert import_package(filmed.archive(), "RU").counts["films_too_large"] == 1
    assert not Video.objects.exists() and not Media.objects.exists()
