"""What both sides have to say before anything is seen, and what one side alone can never do."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from content.base.models import Image
from content.cameratraps import services
from content.cameratraps.checklist import CURRENT, VERSIONS, all_absent
from content.cameratraps.deciding import ReleaseError
from content.cameratraps.models import Event, Media
from content.cameratraps.states import State, in_state
from tests.cameratraps.curating.people import make_curator
from tests.cameratraps.factories import SAID, make_event, make_species, make_zone

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def ru(sides):
    return make_curator("RU")


@pytest.fixture
def cn(sides):
    return make_curator("CN")


@pytest.fixture
def event(sides) -> Event:
    return make_event(released=False)


def released(event: Event, *people) -> Event:
    for person in people:
        services.release_event(event, person, **SAID)
    return event


def is_public(event: Event) -> bool:
    return Event.objects.public().filter(pk=event.pk).exists()


def actions(event: Event) -> list[str]:
    found = ModelLogEntry.objects.for_instance(event).order_by("pk")
    return [entry.action.removeprefix("cameratraps.") for entry in found]


def test_a_release_keeps_the_words_that_were_agreed_to(event, ru):
    with override("ru"):
        release = services.release_event(event, ru, **SAID)
    with override("ru"):
        words = [str(point.words) for point in VERSIONS[CURRENT]]
    assert (release.checklist, [one["words"] for one in release.answers]) == (CURRENT, words)
    assert {one["term"] for one in release.treatments} >= {"date to month", "embargo record"}
    assert (release.reason, release.review_on) == (SAID["reason"], TODAY + timedelta(days=730))


@pytest.mark.parametrize("point", [point.code for point in VERSIONS[CURRENT] if point.blocks])
def test_what_leads_to_a_place_is_never_released(event, ru, point):
    with pytest.raises(ReleaseError):
        services.release_event(event, ru, **SAID | {"answers": all_absent() | {point: "there"}})
    assert not event.releases.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"reason": "  "},
        {"answers": {}},
        {"answers": all_absent() | {"strip": "perhaps"}},
        {"review_on": TODAY},
        {"embargo_until": date(2024, 4, 29)},
    ],
)
def test_a_release_without_a_full_answer_is_none(event, ru, said):
    with pytest.raises(ReleaseError):
        services.release_event(event, ru, **SAID | said)
    assert (event.releases.count(), actions(event)) == (0, [])


def test_cubs_are_shown_with_a_reason(event, ru, cn):
    for person in (ru, cn):
        services.release_event(
            event, person, **SAID | {"answers": all_absent() | {"cubs": "there"}}
        )
    assert is_public(event)


UNFIT = {
    "a person": lambda event: Event.objects.filter(pk=event.pk).update(observation_type="human"),
    "a vehicle": lambda event: Event.objects.filter(pk=event.pk).update(observation_type="vehicle"),
    "no species": lambda event: Event.objects.filter(pk=event.pk).update(species=None),
    "a camera being set up": lambda event: Media.objects.filter(pk=event.media.first().pk).update(
        shows_people=True
    ),
    "no frame": lambda event: event.media.update(file_public=False),
    "no credit": lambda event: Image.objects.filter(frames__event=event).update(credit=" "),
    "a small zone": lambda event: type(event.zone).objects.update(camera_places=49),
    "a zone of unknown size": lambda event: type(event.zone).objects.update(area_km2=None),
}


@pytest.mark.parametrize("what", UNFIT)
def test_what_is_not_fit_is_refused_with_a_reason_and_changes_nothing(event, ru, what):
    UNFIT[what](event)
    with pytest.raises(ReleaseError) as refused:
        services.release_event(event, ru, **SAID)
    assert len(refused.value.messages) == 1
    assert (event.releases.count(), actions(event)) == (0, [])


def test_what_has_changed_since_somebody_looked_is_not_released(event, ru):
    from content.cameratraps.agreement import mark_of, seen_in

    seen = mark_of(seen_in(event))
    Image.objects.filter(frames__event=event).update(file_hash="other pixels")
    with pytest.raises(ReleaseError, match="changed since you looked"):
        services.release_event(event, ru, seen=seen, **SAID)


def test_one_refusal_blocks_until_it_is_taken_back(event, ru, cn):
    released(event, ru, cn)
    services.refuse_release(event, cn, reason="A ridge.")
    assert not is_public(event)
    for person in (ru, cn):
        with pytest.raises(ReleaseError):
            services.release_event(event, person, **SAID)
    with pytest.raises(ReleaseError):
        services.take_back_refusal(event, ru)
    with pytest.raises(ReleaseError, match="Nothing has changed"):
        services.ask_again(event, ru)
    services.take_back_refusal(event, cn)
    assert not is_public(event)
    released(event, cn)
    assert is_public(event)
    assert actions(event) == ["release", "release", "refuse", "refusal_withdrawn", "release"]


def test_after_a_change_the_other_side_can_be_asked_again(event, ru, cn):
    services.refuse_release(event, cn, reason="A ridge.")
    frame = event.media.first()
    frame.file_public = False
    frame.save()
    with pytest.raises(ReleaseError):
        services.ask_again(event, cn)
    services.ask_again(event, ru)
    assert not event.refusals.exists()
    assert not is_public(event)


def test_a_refusal_says_why(event, cn):
    with pytest.raises(ReleaseError):
        services.refuse_release(event, cn, reason=" ")
    assert not event.refusals.exists()


def test_one_side_makes_the_embargo_longer_and_both_make_it_shorter(event, ru, cn):
    released(event, ru, cn)
    later, middle = date(2027, 1, 1), date(2026, 3, 1)
    assert services.change_embargo(event, ru, later)
    assert (is_public(event), event.public_from()) == (False, later)
    assert not services.change_embargo(event, ru, middle)
    assert event.public_from() == later
    assert services.change_embargo(event, cn, date(2026, 2, 1))
    assert event.public_from() == middle
    with pytest.raises(ReleaseError):
        services.change_embargo(event, cn, date(2024, 4, 29))


def test_a_side_does_not_go_back_behind_its_own_longer_embargo_by_releasing_anew(event, ru, cn):
    released(event, ru, cn)
    services.change_embargo(event, ru, date(2027, 1, 1))
    services.withdraw_release(event, ru)
    released(event, ru)
    assert event.public_from() == date(2027, 1, 1)


def test_the_least_embargo_is_a_setting(event, ru, settings):
    settings.PUBLIC_EMBARGO_DAYS = 2000
    assert services.release_event(event, ru, **SAID).embargo_until > date(2029, 1, 1)


FALLS = {
    "another species": lambda event: services.reidentify_event(
        event, event.by, species=make_species("amur-tiger")
    ),
    "another zone": lambda event: services.move_to_zone(
        event.deployment, event.by, make_zone("RU")
    ),
    "a freer licence": lambda event: _save(event.media.first().image, licence="CC0-1.0"),
    "no credit": lambda event: _save(event.media.first().image, credit=""),
    "people": lambda event: _save(event.media.first(), shows_people=True),
    "a frame more": lambda event: Media.objects.create(
        event=event, image=Image.objects.create(title="x", width=1, height=1, credit="x"),
        sort_order=9, file_public=True,
    ),
    "a frame less": lambda event: event.media.first().delete(),
    "another count": lambda event: _save(event, count=3),
    "the zone on the other side": lambda event: _save(event.zone, side_id="CN"),
    "a deployment of another zone": lambda event: _save(event.deployment, zone=make_zone("RU")),
}  # fmt: skip


def _save(record, **changes) -> None:
    for name, value in changes.items():
        setattr(record, name, value)
    record.save()


@pytest.mark.parametrize("what", FALLS)
def test_an_edit_to_what_was_agreed_to_takes_both_releases_back(event, ru, cn, what):
    released(event, ru, cn)
    event = Event.objects.get(pk=event.pk)
    event.by = ru
    FALLS[what](event)
    assert not event.releases.exists()
    assert actions(event)[2] == "withdraw"


def test_words_order_cover_and_a_stricter_licence_leave_the_releases(event, ru, cn):
    released(event, ru, cn)
    event = Event.objects.get(pk=event.pk)
    _save(event, title_en="Other words", sex="male")
    frame = event.media.first()
    _save(frame, favourite=True, sort_order=7)
    _save(frame.image, licence="reserved", alt_en="Other words")
    assert is_public(event)


def test_nobody_moves_or_names_for_the_other_side(event, cn):
    for verb, args in (
        (services.reidentify_event, {"species": make_species("amur-tiger")}),
        (services.move_to_zone, {"zone": make_zone("CN")}),
    ):
        subject = event if verb is services.reidentify_event else event.deployment
        with pytest.raises(ReleaseError):
            verb(subject, cn, **args)


def test_a_zone_that_is_too_small_takes_no_deployment(event, ru):
    small = make_zone("RU")
    _save(small, camera_places=49)
    with pytest.raises(ReleaseError, match="too small"):
        services.move_to_zone(event.deployment, ru, small)


def test_a_review_that_is_due_is_named_and_hides_nothing(event, ru, cn):
    released(event, ru, cn)
    with time_machine.travel(TODAY + timedelta(days=731), tick=False):
        assert list(in_state(State.REVIEW, "RU")) == [event]
        assert is_public(event)
        services.confirm_release(event, ru, **SAID)
        assert not in_state(State.REVIEW, "RU").exists()
        assert list(in_state(State.REVIEW, "CN")) == [event]


def test_a_visit_lies_on_one_pile(event, ru, cn):
    def piles(side: str) -> set[str]:
        return {state for state in State.values if event in in_state(state, side)}

    assert piles("RU") == piles("CN") == {"new"}
    released(event, ru)
    assert (piles("RU"), piles("CN")) == ({"theirs"}, {"mine"})
    services.refuse_release(event, cn, reason="A ridge.")
    assert piles("RU") == piles("CN") == {"refused"}
    services.take_back_refusal(event, cn)
    services.release_event(event, cn, embargo_until=date(2027, 1, 1), **SAID)
    assert piles("RU") == {"embargoed"}
