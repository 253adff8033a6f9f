"""Staff screens: who may release, what an edit does, lists and exports; nobody acts for the other country."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from content.base.models import Image
from content.cameratraps import services
from content.cameratraps.checklist import all_absent
from content.cameratraps.models import Event, Release
from staff.models import User
from tests.cameratraps.factories import SAID, make_deployment, make_event, make_species, make_zone

pytestmark = pytest.mark.django_db
LOOKED = {
    "release": "1",
    "has_looked": "on",
    "reason": "A walking animal.",
    **{f"point_{code}": "absent" for code in all_absent()},
}


def make_curator(side: str) -> User:
    user = User.objects.create(username=f"curator-{side}", side=side)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="cameratraps")
        | Permission.objects.filter(codename="access_admin")
    )
    return user


@pytest.fixture
def curators(sides) -> dict[str, User]:
    return {side: make_curator(side) for side in ("RU", "CN", "")}


@pytest.fixture
def as_curator(client, curators):
    def sign_in(side: str):
        client.force_login(curators[side])
        return client

    return sign_in


def release_url(event: Event) -> str:
    return reverse("cameratraps_release", args=[event.pk])


def test_a_visit_is_public_when_a_curator_of_each_side_has_released_it(as_curator, curators):
    event = make_event(released=False)
    as_curator("RU").post(release_url(event), LOOKED)
    assert not Event.objects.public().exists()
    as_curator("CN").post(release_url(event), LOOKED)
    assert list(Event.objects.public()) == [event]
    assert set(event.releases.values_list("side_id", "approved_by")) == {
        ("RU", curators["RU"].pk),
        ("CN", curators["CN"].pk),
    }
    assert (
        list(ModelLogEntry.objects.values_list("action", flat=True)) == ["cameratraps.release"] * 2
    )


def test_nobody_releases_for_the_other_side_or_for_both(as_curator, curators):
    event = make_event(released=False)
    as_curator("RU").post(release_url(event), {**LOOKED, "side": "CN"})
    as_curator("RU").post(release_url(event), LOOKED)
    assert list(event.releases.values_list("side_id", flat=True)) == ["RU"]
    assert as_curator("").post(release_url(event), LOOKED).status_code in (302, 403)
    assert event.releases.count() == 1


def test_nobody_takes_back_the_release_of_the_other_side(as_curator):
    event = make_event()
    Release.objects.filter(event=event, side_id="CN").delete()
    response = as_curator("CN").post(release_url(event), {"withdraw": "1"})
    assert response.status_code == 200
    assert list(event.releases.values_list("side_id", flat=True)) == ["RU"]


def test_taking_back_hides_the_visit(as_curator):
    event = make_event()
    as_curator("CN").post(release_url(event), {"withdraw": "1"})
    assert not Event.objects.public().exists()
    assert list(ModelLogEntry.objects.values_list("action", flat=True)) == ["cameratraps.withdraw"]


def test_releasing_needs_the_permission(client, sides):
    user = User.objects.create(username="editor", side="RU")
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "view_event", "change_event"])
    )
    client.force_login(user)
    event = make_event(released=False)
    assert client.post(release_url(event), LOOKED).status_code in (302, 403)
    assert not event.releases.exists()


def test_a_release_needs_the_look_at_the_frames(as_curator):
    event = make_event(released=False)
    response = as_curator("RU").post(release_url(event), {"release": "1"})
    assert "has_looked" in response.context["form"].errors
    assert not event.releases.exists()


def test_ninety_days_pass_before_anything_is_seen(as_curator):
    event = make_event(released=False, year=2026, month=2)
    earliest = date(2026, 2, 28) + timedelta(days=90)
    early = {**LOOKED, "embargo_until": str(earliest - timedelta(days=1))}
    response = as_curator("RU").post(release_url(event), early)
    assert "29 May 2026" in response.content.decode()
    assert not event.releases.exists()
    as_curator("RU").post(release_url(event), LOOKED)
    assert event.releases.get().embargo_until == earliest


def test_one_person_cannot_release_for_both_sides(curators):
    event = make_event(released=False)
    turncoat = curators["RU"]
    services.release_event(event, turncoat, **SAID)
    turncoat.side = "CN"
    with pytest.raises(services.ReleaseError):
        services.release_event(event, turncoat, **SAID)


def test_frame_whose_strip_nobody_has_judged_is_not_released(curators):
    event = make_event(released=False)
    shown = Image.objects.filter(frames__event=event)
    shown.filter(pk=shown.last().pk).update(strip_bottom=60)
    with pytest.raises(services.ReleaseError, match="information strip"):
        services.release_event(event, curators["RU"], **SAID)
    event.media.filter(image__strip_bottom=60).update(file_public=False)
    assert services.release_event(event, curators["RU"], **SAID)


def edit_data(event: Event, **changes) -> dict:
    frames = [
        {"id": frame.pk, "image": frame.image_id, "file_public": "on", "ORDER": frame.sort_order}
        for frame in event.media.all()
    ]
    data = {
        "deployment": event.deployment_id,
        "observation_type": event.observation_type,
        "species": event.species_id,
        "year": event.year,
        "month": event.month,
        "band": event.band,
        "count": event.count,
        "title_en": event.title_en,
        "media": inline_formset(frames, initial=len(frames)),
    }
    return nested_form_data({**data, **changes})


def edit_url(event: Event) -> str:
    return reverse("wagtailsnippets_cameratraps_event:edit", args=[event.pk])


def test_an_edit_of_words_leaves_the_releases(as_curator):
    event = make_event()
    response = as_curator("RU").post(edit_url(event), edit_data(event, title_en="Better words"))
    assert response.status_code == 302
    assert Event.objects.public().get().title_en == "Better words"


def test_an_edit_of_what_is_shown_takes_both_releases_back(as_curator):
    event = make_event()
    other = make_species("amur-tiger")
    response = as_curator("RU").post(edit_url(event), edit_data(event, species=other.pk))
    assert response.status_code == 302
    assert not event.releases.exists()
    assert not Event.objects.public().exists()


def test_a_visit_of_the_other_side_cannot_be_changed_or_deleted(as_curator):
    event = make_event("CN")
    client = as_curator("RU")
    delete = reverse("wagtailsnippets_cameratraps_event:delete", args=[event.pk])
    for address, data in ((edit_url(event), edit_data(event, count=9)), (delete, {})):
        assert client.post(address, data).status_code in (302, 403)
    event.refresh_from_db()
    assert event.count == 1


def test_a_visit_cannot_be_made_for_the_other_side(as_curator):
    theirs = make_deployment("CN")
    event = make_event("RU", released=False)
    as_curator("RU").post(edit_url(event), edit_data(event, deployment=theirs.pk))
    event.refresh_from_db()
    assert event.deployment.zone.side_id == "RU"


def test_a_visit_lies_in_the_months_of_its_deployment(as_curator):
    event = make_event("RU", released=False)
    response = as_curator("RU").post(edit_url(event), edit_data(event, year=2019))
    assert "month" in response.context["form"].errors


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_visits_asks_the_same_few_questions(
    staff_client, sides, number, django_assert_max_num_queries
):
    events = [make_event(frames=0) for _number in range(number)]
    address = reverse("wagtailsnippets_cameratraps_event:list")
    assert staff_client.get(address).status_code == 200
    with django_assert_max_num_queries(30):
        html = staff_client.get(address).content.decode()
    assert all(event.code in html for event in events)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("is_public=true", "A"),
        ("is_public=false", "BC"),
        ("waits_for=RU", "BC"),
        ("waits_for=CN", "C"),
    ],
)
def test_the_list_is_filtered_by_what_waits(staff_client, sides, query, expected):
    make_event(frames=1, title_en="A")
    half = make_event(frames=0, title_en="B", released=False)
    Release.objects.create(event=half, side_id="CN", embargo_until=date(2025, 1, 1))
    make_event(frames=0, title_en="C", released=False, stage="ready")
    export = f"{reverse('wagtailsnippets_cameratraps_event:list')}?{query}&export=csv"
    lines = b"".join(staff_client.get(export).streaming_content).decode().splitlines()[1:]
    assert sorted(line.split(",")[-4] for line in lines) == sorted(expected)


def test_the_export_tells_nothing_finer_than_month_and_zone(staff_client, sides):
    event = make_event(frames=0)
    export = f"{reverse('wagtailsnippets_cameratraps_event:list')}?export=csv"
    text = b"".join(staff_client.get(export).streaming_content).decode()
    assert str(event.uuid) not in text
    assert event.deployment.zone.code in text


@pytest.mark.parametrize("model", ["event", "gallery", "deployment", "zone"])
def test_every_list_and_form_opens(staff_client, sides, model):
    make_event(frames=0)
    make_zone("CN")
    for view in ("list", "add"):
        address = reverse(f"wagtailsnippets_cameratraps_{model}:{view}")
        assert staff_client.get(address).status_code == 200
