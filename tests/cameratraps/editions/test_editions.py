"""An edition is published by both sides and is gone in the same step as any visit it holds."""

import hashlib
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from content.cameratraps import identities
from content.cameratraps.editions import services
from content.cameratraps.editions.services import EditionError, approve_edition, make_edition
from content.cameratraps.models import (
    Edition,
    EditionFrame,
    EditionState,
    IdentityClaim,
    Release,
)
from tests.base.pictures import picture_bytes, upload
from tests.cameratraps.animals import person
from tests.cameratraps.factories import make_indexes
from tests.cameratraps.test_staff import make_curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(released) -> Edition:
    edition = make_edition("2026-1")
    approve_edition(edition, person("RU"))
    return approve_edition(edition, person("CN"))


def state_of(edition: Edition) -> str:
    return Edition.objects.get(pk=edition.pk).state


def test_it_is_seen_when_both_sides_have_agreed_and_no_sooner(client, released, home_pages):
    make_indexes(home_pages)
    edition = make_edition("2026-1")
    addresses = ["/en/galleries/data/2026-1/", "/en/galleries/data/2026-1/download/"]
    approve_edition(edition, person("RU"))
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert "No edition has been published yet" in client.get("/en/galleries/data/").text
    approve_edition(edition, person("CN"))
    page, file = (client.get(address) for address in addresses)
    data = file.getvalue()
    assert hashlib.sha256(data).hexdigest() == Edition.objects.get().sha256
    assert file.headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified"} & set(file.headers)
    for text in (Edition.objects.get().sha256, "4 visits", "Creative Commons", "edition 2026-1"):
        assert text in page.text
    assert "2026-1" in client.get("/ru/galleries/data/").text
    assert "2026-1" in client.get("/zh-hans/galleries/data/").text


def test_two_people_of_two_sides_agree(released):
    edition = make_edition("2026-1")
    both = person("RU")
    approve_edition(edition, both)
    with pytest.raises(EditionError, match="agreed already"):
        approve_edition(edition, make_curator("RU"))
    both.side = "CN"
    with pytest.raises(EditionError, match="two people"):
        approve_edition(edition, both)
    both.side = ""
    with pytest.raises(EditionError, match="works for one side"):
        approve_edition(edition, both)
    assert state_of(edition) == EditionState.DRAFT


def withdraw(visit) -> None:
    visit.releases.filter(side_id="CN").first().delete()


def prolong(visit) -> None:
    release = visit.releases.first()
    release.embargo_until = date(2999, 1, 1)
    release.save()


def find_people(visit) -> None:
    frame = visit.media.first()
    frame.shows_people = True
    frame.save()


def lose_the_species(visit) -> None:
    visit.species = None
    visit.save()


def rename_nobody(visit) -> None:
    identities.withdraw_claim(IdentityClaim.objects.get(event=visit), person("RU"))


@pytest.mark.parametrize(
    "act",
    [withdraw, prolong, find_people, lose_the_species, rename_nobody, lambda visit: visit.delete()],
)
def test_what_may_not_be_seen_any_more_pulls_the_edition_back(
    client, published, released, home_pages, act, django_capture_on_commit_callbacks
):
    make_indexes(home_pages)
    other = make_edition("2026-2")
    names = [one.file.name for one in (published, other)]
    with django_capture_on_commit_callbacks(execute=True):
        act(released[0])
        assert {state_of(published), state_of(other)} == {EditionState.PULLED}
        assert client.get("/en/galleries/data/2026-1/download/").status_code == 404
    assert not any(map(default_storage.exists, names))
    assert not EditionFrame.objects.exists()
    assert "pulled back on" in client.get("/en/galleries/data/2026-1/").text
    assert client.get("/en/galleries/data/2026-2/").status_code == 404  # nobody ever saw it
    with pytest.raises(EditionError, match="pulled back"):
        approve_edition(other, person("RU"))


def test_a_visit_that_no_edition_holds_pulls_nothing_back(published, released):
    visit = released[0]
    visit.caption_en = "Other words"
    visit.save()
    assert state_of(published) == EditionState.PUBLISHED


def test_what_was_written_past_the_verbs_is_found_when_somebody_asks(
    client, published, released, home_pages
):
    make_indexes(home_pages)
    Release.objects.filter(event=released[1]).update(embargo_until=date(2999, 1, 1))
    assert client.get("/en/galleries/data/2026-1/download/").status_code == 404
    assert state_of(published) == EditionState.PULLED


def test_frames_have_addresses_while_they_may_be_seen(
    client, released, django_capture_on_commit_callbacks
):
    frame = released[3].media.get()
    with django_capture_on_commit_callbacks(execute=True):
        frame.image.file = upload(picture_bytes())
        frame.image.save()
    for side in ("RU", "CN"):  # other pixels: both sides look again
        Release.objects.create(event=released[3], side_id=side, embargo_until=date(2025, 1, 1))
    edition = make_edition("2026-1")
    address = reverse("cameratraps:frame", args=[EditionFrame.objects.get(media=frame).key])
    assert client.get(address).status_code == 404
    for side in ("RU", "CN"):
        approve_edition(edition, person(side))
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "image/jpeg" and answer.getvalue()[:2] == b"\xff\xd8"
    services.withdraw_edition(edition, person("CN"))
    assert client.get(address).status_code == 404


def test_our_own_tables_have_schemas_under_addresses_of_the_site(client):
    answer = client.get("/data/schemas/individuals.json")
    assert answer.json()["primaryKey"] == "individualID"
    assert client.get("/data/schemas/secrets.json").status_code == 404


def test_staff_make_agree_and_pull_back(client, released):
    client.force_login(make_curator("RU"))
    address = reverse("cameratraps_editions")
    assert (
        "Small Latin letters" in client.post(address, {"name": "Nr 1", "licence": "CC0-1.0"}).text
    )
    client.post(address, {"name": "2026-1", "licence": "CC0-1.0"})
    again = client.post(address, {"name": "2026-1", "licence": "CC0-1.0"})
    assert "already exists" in again.text
    edition = Edition.objects.get()
    page = reverse("cameratraps_edition", args=[edition.pk])
    assert "4 visits" in client.get(page).text and "· 1" in client.get(page).text
    client.post(page, {"agree": "1"})
    client.force_login(make_curator("CN"))
    assert client.get(reverse("cameratraps_edition_file", args=[edition.pk])).status_code == 200
    client.post(page, {"agree": "1"})
    assert state_of(edition) == EditionState.PUBLISHED
    client.post(page, {"withdraw": "1"})
    assert state_of(edition) == EditionState.PULLED
    assert "pulled back already" in client.post(page, {"withdraw": "1"}).text
    assert Edition.objects.get().pulled_at <= timezone.now()
