"""The sample galleries: whole, released, and loaded once however often the loader runs."""

import pytest

from content.base.models import Image
from content.cameratraps.models import Event, GalleryEvent, GalleryPage, Zone
from content.demo.loading import galleries
from content.demo.loading.sample import Sample
from content.demo.loading.texts import MEDIA_DIR, read_texts
from content.reserve.models import Side, Species
from tests.cameratraps.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample(home_pages, sides) -> Sample:
    """The sample site as it stands before the galleries step, its pictures without files."""
    made = Sample(
        locales={
            "en": home_pages["en"].locale,
            "ru": home_pages["ru"].locale,
            "zh": home_pages["zh-hans"].locale,
        }
    )
    for position, record in enumerate(read_texts("species")["species"]):
        Species.objects.create(
            slug=record["slug"], scientific_name=record["scientific_name"], order=position
        )
    for sequence in read_texts("footage")["sequences"]:
        for frame in sequence["frames"]:
            made.pictures[f"frames/{frame}"] = make_image(title=f"frames/{frame}").pk
    return made


def test_every_visit_is_public_and_shared_by_three_languages(sample):
    galleries.load(sample)
    footage = read_texts("footage")["sequences"]
    assert Event.objects.public().count() == len(footage) >= 24
    assert Event.objects.filter(is_sample=True).count() == len(footage)
    pages = GalleryPage.objects.live()
    assert (pages.count(), pages.values("gallery").distinct().count()) == (9, 3)
    for page in pages:
        assert page.gallery.entries.count() >= 8
    assert not Image.objects.filter(withheld_until__gt="2025-01-01").exists()
    assert Zone.objects.count() == 6
    assert Side.objects.count() == 2


def test_loading_again_changes_nothing(sample):
    galleries.load(sample)
    before = list(GalleryEvent.objects.values_list("pk", "event__code"))
    galleries.load(sample)
    assert list(GalleryEvent.objects.values_list("pk", "event__code")) == before
    assert GalleryPage.objects.count() == 9


def test_a_visit_whose_frames_are_missing_is_left_out(sample):
    sequence = read_texts("footage")["sequences"][0]
    del sample.pictures[f"frames/{sequence['frames'][0]}"]
    galleries.load(sample)
    assert Event.objects.count() == len(read_texts("footage")["sequences"]) - 1


def test_every_frame_of_the_footage_is_committed():
    frames = [frame for one in read_texts("footage")["sequences"] for frame in one["frames"]]
    assert [frame for frame in frames if not (MEDIA_DIR / f"frames/{frame}.webp").exists()] == []
