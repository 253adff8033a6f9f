"""Vectors 13 and 16: whatever is edited in whatever order, nothing is told that both sides have not agreed to tell."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from content.base.models import Image
from content.cameratraps import checklist, queries, services, wall
from content.cameratraps.agreement import FREEDOM
from content.cameratraps.models import Event, Media, ShownVisit, Zone
from tests.base.pictures import picture_bytes, upload
from tests.cameratraps.animals import person
from tests.cameratraps.factories import (
    make_deployment,
    make_event,
    make_gallery,
    make_image,
    make_species,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)
SIDES = ("RU", "CN")
OTHER = {"RU": "CN", "CN": "RU"}
LARGE = {"camera_places": 90, "area_km2": 900}


@dataclass(frozen=True)
class Told:
    """What a public visit tells: facts, and frame → (pixels, licence)."""

    facts: tuple
    frames: tuple


@dataclass
class Scene:
    """A visit, and apart from it what each side has agreed to and from which day it may be seen at the earliest."""

    event: Event
    gallery: int
    zones: list[Zone]
    agreed: dict[str, Told] = field(default_factory=dict)
    not_before: dict[str, date] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    @property
    def now(self) -> Told:
        """Return what the visit would tell if it were public, read anew."""
        event = Event.objects.select_related("deployment").get(pk=self.event.pk)
        frames = Media.objects.filter(event=event, file_public=True).select_related("image")
        return Told(
            (
                event.observation_type, event.species_id, event.year, event.month, event.band, event.count,
                event.deployment_id, event.deployment.zone_id,
            ),
            tuple(sorted((one.image_id, one.image.file_hash, one.image.licence) for one in frames)),
        )  # fmt: skip

    def may_be_seen(self, on: date) -> bool:
        """Say whether both sides have agreed to what there is, for that day, and nobody has refused."""
        if set(self.agreed) != set(SIDES) or self.refused:
            return False
        now = self.now
        return all(_covers(self.agreed[side], now) for side in SIDES) and on >= max(
            self.not_before.values()
        )


def _covers(agreed: Told, now: Told) -> bool:
    then = {image: (pixels, FREEDOM.index(licence)) for image, pixels, licence in agreed.frames}
    return agreed.facts == now.facts and all(
        image in then and then[image][0] == pixels and FREEDOM.index(licence) <= then[image][1]
        for image, pixels, licence in now.frames
    )


def is_seen(scene: Scene) -> bool:
    """Say whether the pages show the visit today; all their questions must say the same."""
    code, gallery = scene.event.code, scene.gallery
    answers = {
        queries.visit(gallery, code) is not None,
        code in [one.event.code for one in queries.gallery_visits(gallery)],
        code in [event.code for event in wall.visits(ShownVisit.objects.all())],
        ShownVisit.objects.filter(event=scene.event, public_from__lte=TODAY).exists(),
        Media.objects.shown().filter(event=scene.event).exists(),
        any(not image.is_withheld for image in Image.objects.filter(frames__event=scene.event)),
    }
    assert len(answers) == 1, "the pages do not agree with one another"
    return answers.pop()


def release(scene: Scene, side: str, days: int) -> None:
    until = TODAY + timedelta(days=days)
    services.release_event(
        scene.event, person(side), answers=checklist.all_absent(), reason="Fit", embargo_until=until
    )
    scene.agreed[side], scene.not_before[side] = scene.now, until


def refuse(scene: Scene, side: str, _days: int) -> None:
    services.refuse_release(scene.event, person(side), reason="A ridge")
    scene.refused.add(side)
    scene.agreed.pop(side, None)


def take_back_refusal(scene: Scene, side: str, _days: int) -> None:
    services.take_back_refusal(scene.event, person(side))
    scene.refused.discard(side)


def ask_again(scene: Scene, side: str, _days: int) -> None:
    services.ask_again(scene.event, person(side))
    scene.refused.discard(OTHER[side])


def withdraw(scene: Scene, side: str, _days: int) -> None:
    services.withdraw_release(scene.event, person(side))
    scene.agreed.pop(side)


def embargo(scene: Scene, side: str, days: int) -> None:
    until = TODAY + timedelta(days=days)
    services.change_embargo(scene.event, person(side), until)
    scene.not_before[side] = until


def rezone(scene: Scene, side: str, days: int) -> None:
    services.move_to_zone(scene.event.deployment, person(side), scene.zones[days % 3])


def reidentify(scene: Scene, side: str, days: int) -> None:
    kind, slug = [("animal", "amur-leopard"), ("animal", "red-fox"), ("human", "red-fox")][days % 3]
    services.reidentify_event(
        scene.event, person(side), species=make_species(slug), observation_type=kind
    )


def edit(scene: Scene, _side: str, days: int) -> None:
    """Save the visit as its form does, with another month, time of day, number or camera."""
    event = Event.objects.get(pk=scene.event.pk)
    name, value = [
        ("month", 1 + days % 3), ("band", "day" if days % 2 else "night"), ("count", 1 + days % 2),
        ("deployment", scene.zones[1].deployments.first()),
    ][days % 4]  # fmt: skip
    setattr(event, name, value)
    event.save()


def frame(scene: Scene, _side: str, days: int) -> None:
    """Show or hide a frame, add one, take one away, or find a person on one."""
    frames = list(Media.objects.filter(event=scene.event))
    if days % 4 == 3 or not frames:
        Media.objects.create(event=scene.event, image=make_image(), sort_order=9, file_public=True)
    elif days % 4 == 2 and len(frames) > 1:
        frames[-1].delete()
    else:
        name = "file_public" if days % 4 else "shows_people"
        setattr(frames[0], name, not getattr(frames[0], name))
        frames[0].save()


def terms(scene: Scene, _side: str, days: int) -> None:
    """Give a picture another licence, or other pixels."""
    image = Image.objects.filter(frames__event=scene.event).order_by("pk").first()
    if image is None:
        return
    if days % 3:
        image.licence = FREEDOM[days % len(FREEDOM)]
    else:
        image.file = upload(picture_bytes(size=(20 + days % 5, 20)))
    image.save()


ACTIONS = (release, refuse, ask_again, withdraw, embargo, embargo, embargo, rezone, reidentify, edit, edit, frame,
           frame, terms)  # fmt: skip


def make_scene(home_pages) -> Scene:
    event = make_event(released=False, year=2025, month=1)
    event.deployment.zone.__class__.objects.filter(pk=event.zone.pk).update(**LARGE)
    other = make_deployment("RU").zone
    Zone.objects.filter(pk=other.pk).update(**LARGE)
    small = make_deployment("RU").zone
    Zone.objects.filter(pk=small.pk).update(camera_places=3, area_km2=20)
    page = make_gallery(home_pages, event)["en"]
    return Scene(
        event, page.gallery_id, [event.zone, *Zone.objects.filter(pk__in=(other.pk, small.pk))]
    )


def take(scene: Scene, action, side: str, days: int) -> None:
    """Try one step; a step that is refused changes nothing."""
    before = scene.now, is_seen(scene)
    try:
        action(scene, side, days)
    except ValidationError:
        assert (scene.now, is_seen(scene)) == before
    scene.event.refresh_from_db()


STEPS = st.lists(
    st.tuples(st.sampled_from(ACTIONS), st.sampled_from(SIDES), st.integers(-40, 40)),
    min_size=8,
    max_size=24,
)


def show_again(scene: Scene) -> None:
    """Let both sides agree anew, as far as they can: from a hidden visit there is nothing left to find."""
    for side in SIDES:
        take(scene, take_back_refusal, side, 0)
        take(scene, release, side, -40)


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(steps=[(embargo, "CN", 20), (embargo, "RU", -5)])
@example(steps=[(edit, "RU", 1)])
@given(steps=STEPS)
def test_16_nothing_is_told_that_both_sides_have_not_agreed_to(steps, home_pages, sides):
    with time_machine.travel(TODAY, tick=False):
        scene = make_scene(home_pages)
        show_again(scene)
        assert is_seen(scene)
        for action, side, days in steps:
            if not is_seen(scene):
                show_again(scene)
            take(scene, action, side, days)
            assert scene.may_be_seen(TODAY) or not is_seen(scene), action.__name__


@pytest.mark.parametrize("action", [refuse, withdraw, reidentify, rezone])
def test_16_one_side_hides_at_once_and_two_are_needed_to_show_again(action, home_pages, sides):
    with time_machine.travel(TODAY, tick=False):
        scene = make_scene(home_pages)
        for side in SIDES:
            take(scene, release, side, -40)
        assert is_seen(scene)
        take(scene, action, "RU", 1)
        assert not is_seen(scene)
        for step in (take_back_refusal, release):
            take(scene, step, "RU", -40)
        shown_by_one = is_seen(scene)
        if action in (refuse, withdraw):  # the other side's word for the same still stands
            assert shown_by_one and scene.may_be_seen(TODAY)
        else:
            assert not shown_by_one
            take(scene, release, "CN", -40)
            assert is_seen(scene)


@pytest.mark.parametrize(
    "point",
    [
        "strip",
        "landmark",
        "ridge",
        "river",
        "road",
        "tower",
        "sign",
        "person",
        "vehicle",
        "camera",
        "den",
    ],
)
def test_13_a_landscape_that_can_be_recognised_is_not_released(point, home_pages, sides):
    scene = make_scene(home_pages)
    answers = checklist.all_absent() | {point: checklist.THERE}
    with pytest.raises(ValidationError):
        services.release_event(scene.event, person("RU"), answers=answers, reason="Fit")
    gap = {code: answer for code, answer in checklist.all_absent().items() if code != point}
    with pytest.raises(ValidationError):
        services.release_event(scene.event, person("RU"), answers=gap, reason="Fit")
    assert not scene.event.releases.exists()
