"""The desk: what is pressed is done and can be undone, for the own side only; with and without a script."""

import pytest
from django.urls import reverse

from content.base.models import Image
from content.cameratraps.curating import cut_frame
from content.cameratraps.models import Event, Media
from tests.base.pictures import picture_bytes, upload
from tests.cameratraps.curating.people import make_curator
from tests.cameratraps.factories import SAID, make_event, make_species

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def desk(client, sides):
    client.force_login(make_curator("RU"))

    def press(event: Event, do: str, **more) -> dict:
        address = reverse("cameratraps_desk_visit", args=[event.pk])
        answer = client.post(address, {"do": do, **more}, **JSON)
        return answer.json() | {"status": answer.status_code}

    press.client = client
    return press


@pytest.fixture
def event(sides) -> Event:
    return make_event(released=False, frames=3)


def frames(event: Event) -> list[Media]:
    return list(Media.objects.filter(event=event).order_by("sort_order"))


def now(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def test_each_press_is_done_told_and_undone(desk, event):
    tiger = make_species("amur-tiger")
    first, second, _third = frames(event)
    presses = [
        (f"show:{first.pk}", {}),
        (f"people:{second.pk}", {}),
        (f"cover:{second.pk}", {}),
        (f"later:{first.pk}", {}),
        (f"species:{tiger.pk}", {}),
        ("unknown", {}),
        ("details", {"count": 3, "sex": "female", "life_stage": "adult", "behaviour": "resting"}),
        ("words", {"title_ru": "Новое имя"}),
        ("blank", {}),
        ("aside", {}),
    ]

    def picture_of_it() -> list:
        kept = ["pk", "sort_order", "file_public", "shows_people", "favourite"]
        rows = list(Event.objects.filter(pk=event.pk).values())
        return [rows, list(event.media.order_by("pk").values(*kept))]

    for do, more in presses:
        before = picture_of_it()
        answer = desk(event, do, **more)
        assert (answer["status"], answer["undo"]) == (200, answer["said"]), do
        assert picture_of_it() != before, do
        undone = desk(event, "undo")
        assert (undone["status"], str(event.pk) in undone["go"]) == (200, True)
        assert picture_of_it() == before, do
    assert desk(event, "undo")["status"] == 409


def test_behaviour_is_written_in_three_languages(desk, event):
    desk(event, "details", count=1, sex="", life_stage="", behaviour="resting")
    found = now(event)
    assert (found.behaviour_en, found.behaviour_ru, found.behaviour_zh_hans) == (
        "resting",
        "отдыхает",
        "休息",
    )
    desk(event, "details", count=2, sex="", life_stage="", behaviour="-")
    assert now(event).behaviour_en == "resting"


def test_handing_on_asks_both_sides_and_says_what_is_in_the_way(desk, event):
    Media.objects.filter(event=event).update(file_public=False)
    answer = desk(event, "hand_on")
    assert (answer["status"], answer["error"]) == (409, "No frame may be shown.")
    assert now(event).stage == "new"
    Media.objects.filter(event=event).update(file_public=True)
    assert desk(event, "hand_on")["leaves"]
    assert now(event).stage == "ready"


def test_nobody_works_on_a_visit_of_the_other_side(desk, event):
    theirs = make_event("CN", released=False)
    before = list(Event.objects.filter(pk=theirs.pk).values())
    frame = frames(theirs)[0]
    for do in (f"show:{frame.pk}", f"people:{frame.pk}", "blank", "aside", "hand_on", "words"):
        assert desk(theirs, do)["status"] == 409, do
    assert desk(event, f"show:{frame.pk}")["error"] == "This frame is gone."
    assert list(Event.objects.filter(pk=theirs.pk).values()) == before
    assert frames(theirs)[0].file_public


def test_a_step_that_somebody_has_gone_on_from_is_not_undone(desk, event):
    desk(event, "aside")
    Event.objects.filter(pk=event.pk).update(count=5)
    assert "changed since" in desk(event, "undo")["error"]
    assert now(event).stage == "aside"


def test_undoing_gives_no_release_back(desk, event):
    for side in ("RU", "CN"):
        from content.cameratraps import services

        services.release_event(event, make_curator(side, f"first-{side}"), **SAID)
    desk(event, f"show:{frames(event)[0].pk}")
    desk(event, "undo")
    assert frames(event)[0].file_public
    assert not Event.objects.public().exists()


def test_several_are_marked_and_done_at_once_or_not_at_all(desk, event):
    others = [make_event(released=False), make_event("CN", released=False)]
    tiger = make_species("amur-tiger")
    pile = reverse("cameratraps_desk")
    keys = [event.pk, others[0].pk]
    desk.client.post(pile, {"of": keys, "do": "species", "species": tiger.pk})
    assert {now(one).species for one in (event, others[0])} == {tiger}
    desk.client.post(pile, {"of": [*keys, others[1].pk], "do": "aside"})
    assert {now(one).stage for one in (event, *others)} == {"new"}
    desk.client.post(pile, {"do": "undo"})
    assert now(event).species.slug == "amur-leopard"


def test_without_a_script_the_same_forms_lead_on(desk, event):
    after = make_event(released=False)
    address = reverse("cameratraps_desk_visit", args=[event.pk])
    answer = desk.client.post(f"{address}?state=new", {"do": "blank"})
    following = reverse("cameratraps_desk_visit", args=[after.pk])
    assert answer.headers["Location"] == f"{following}?state=new"
    html = desk.client.get(answer.headers["Location"]).content.decode()
    assert f'value="show:{frames(after)[0].pk}"' in html
    assert "nothing in it" in html


def test_a_cut_leaves_other_pixels_and_no_old_file(sides, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = Image(title="x", file=upload(picture_bytes(size=(500, 400))), credit="x")
        image.save()
    event = make_event(frames=0, released=False)
    frame = Media.objects.create(event=event, image=image, detections=[{"category": "animal"}])
    old, edges = image.file.name, {"left": 10, "top": 0, "right": 0, "bottom": 25}
    with django_capture_on_commit_callbacks(execute=True):
        cut_frame(frame, make_curator("RU"), **edges)
    image.refresh_from_db()
    assert (image.width, image.height) == (450, 300)
    assert not image.file.storage.exists(old)
    assert Media.objects.get(pk=frame.pk).detections == []


@pytest.mark.parametrize("number", [1, 4])
def test_the_desk_asks_the_same_however_much_lies_on_it(
    desk, sides, number, django_assert_max_num_queries
):
    events = [make_event(released=False, frames=number) for _number in range(number)]
    addresses = [
        reverse("cameratraps_desk"),
        reverse("cameratraps_desk_visit", args=[events[0].pk]),
    ]
    for address, most in zip(addresses, (32, 40), strict=True):
        desk.client.get(address)
        with django_assert_max_num_queries(most):
            assert desk.client.get(address).status_code == 200


def test_one_answer_about_several_visits_is_all_or_nothing(desk, event):
    fit, unfit = event, make_event(released=False)
    Media.objects.filter(event=unfit).update(file_public=False)
    address = reverse("cameratraps_desk_decide")
    data = {"release": "1", "has_looked": "on", "reason": "Walking."}
    data |= {f"point_{code}": answer for code, answer in SAID["answers"].items()}

    def decide(*visits: Event, looked=True):
        from content.cameratraps.agreement import mark_of, seen_in

        marks = {f"seen_{one.pk}": mark_of(seen_in(one)) for one in visits}
        ticks = {f"looked_{one.pk}": "on" for one in visits if looked}
        return desk.client.post(
            address, {**data, **marks, **ticks, "of": [one.pk for one in visits]}
        )

    assert "looked at every frame" in decide(fit, looked=False).content.decode()
    assert "No frame may be shown" in decide(fit, unfit).content.decode()
    assert not fit.releases.exists()
    assert decide(fit).status_code == 302
    assert fit.releases.get().side_id == "RU"
