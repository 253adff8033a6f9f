"""Two people with the same thing open: nothing is lost, the second is told in their own language and decides."""

import re

import pytest
from django.urls import reverse
from wagtail.admin.models import EditingSession
from wagtail.images import get_image_model
from wagtail.models import Collection, ModelLogEntry

from bookings.models import EventKind
from content.base.models import SiteSettings
from content.base.overtaking import SAVED_OVER
from content.stories.models import Topic
from staff.roles import OWN_SHELF
from tests.bookings.factories import make_booking, make_departure, make_trail
from tests.bookings.test_staff import form_values
from tests.staff.approving.test_approval import write
from tests.staff.factories import make_staff
from tests.staff.facts.test_texts import edit as edit_address
from tests.staff.facts.test_texts import form_of
from tests.staff.test_work import page_data, upload

WARNED = {
    "ru": "Сохранение перезапишет более новую версию.",
    "zh-hans": "保存将覆盖较新的版本。",
}
TOLD = {
    "ru": ("Не сохранено:", "Что изменено там: Название", "Сохранить моё поверх"),
    "zh-hans": ("未保存：", "对方改动了：标题", "用我的版本覆盖"),
}
SIDES = {"ru": "RU", "zh-hans": "CN"}
languages = pytest.mark.parametrize("language", sorted(TOLD))
KEY = re.compile(r'name="save_over"\s+value="([^"]+)"')
OPENED = re.compile(r'name="opened_on" value="(\d*)"')


def pair(language: str, role: str = "editor") -> tuple:
    return tuple(make_staff(one, SIDES[language], language) for one in (role, "moderator"))


def titles(page) -> list[str]:
    return [revision.content["title"] for revision in page.revisions.order_by("created_at", "pk")]


@pytest.fixture
def opened(staffed, client, language):
    """A page that two have open; the first has saved. Returned with what the second one's form carries."""
    first, second = pair(language)
    page = write(staffed["visit"][language], "Ticks")
    revision = page.get_latest_revision()
    seen = {
        "loaded_revision_id": revision.pk,
        "loaded_revision_created_at": revision.created_at.isoformat(),
    }
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.force_login(second)
    client.get(address)
    client.force_login(first)
    client.post(address, page_data("First") | seen)
    client.force_login(second)
    return page, address, seen


@languages
def test_second_editor_is_told_while_the_page_is_open(client, opened, language):
    page, address, seen = opened
    own = EditingSession.objects.get(user__groups__name__endswith="moderators", object_id=page.pk)
    ping = reverse(
        "wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", page.pk, own.pk]
    )
    assert "html" in client.post(ping, {"revision_id": seen["loaded_revision_id"]}).json()
    accept = {"Accept": "application/json"}
    by_itself = client.post(address, page_data("Second") | seen, headers=accept)
    assert (by_itself.status_code, by_itself.json()["error_message"]) == (400, WARNED[language])
    assert titles(page) == ["Ticks", "First"]


@languages
@pytest.mark.parametrize("button", [{}, {"action-publish": "1"}, {"action-submit": "1"}])
def test_page_saved_meanwhile_is_not_saved_over_unasked(client, opened, language, button):
    page, address, seen = opened
    opened_on, newest = page.revisions.order_by("pk").values_list("pk", flat=True)
    for _time in range(2):  # pressing again does not make it an answer
        answer = client.post(address, page_data("Second") | seen | button)
        seen = {
            "loaded_revision_id": newest,
            "loaded_revision_created_at": answer.context["loaded_revision_created_at"],
            "opened_revision": opened_on,
        }
        told = answer.content.decode()
        assert all(words in told for words in TOLD[language])
        assert 'value="Second"' in told
        assert (
            reverse(
                "wagtailadmin_pages:revisions_compare",
                args=[page.pk, opened_on, newest],
            )
            in told
        )
    page.refresh_from_db()
    assert (titles(page), page.live) == (["Ticks", "First"], False)


@languages
def test_page_is_saved_over_on_request_and_both_versions_stay(client, opened, language):
    page, address, seen = opened
    key = KEY.search(client.post(address, page_data("Second") | seen).content.decode())[1]
    assert client.post(address, page_data("Second") | seen | {"save_over": key}).status_code == 302
    assert titles(page) == ["Ticks", "First", "Second"]
    again = client.post(address, page_data("Third") | seen | {"save_over": key})
    assert (again.status_code, titles(page)) == (200, ["Ticks", "First", "Second"])


@languages
@pytest.mark.parametrize("hostile", ["<script>", "0", "9" * 40])
def test_a_made_up_version_is_no_way_around(client, opened, language, hostile):
    page, address, seen = opened
    made_up = {"save_over": hostile, "opened_revision": hostile}
    answer = client.post(address, page_data("Second") | seen | made_up)
    assert (answer.status_code, titles(page)) == (200, ["Ticks", "First"])
    assert "<script>/" not in answer.content.decode()


@languages
def test_fact_saved_meanwhile_is_saved_over_on_request_only(staffed, client, language):
    first, second = pair(language)
    topic = Topic.objects.create(slug="fire", name_en="Fire", name_ru="Пожар", name_zh_hans="火")
    client.force_login(second)
    opened = {"opened_on": OPENED.search(client.get(edit_address(topic)).content.decode())[1]}
    client.force_login(first)
    assert (
        client.post(edit_address(topic), form_of(topic, name_en="First") | opened).status_code
        == 302
    )
    client.force_login(second)
    data = form_of(topic, name_en="Second") | opened
    answer = client.post(edit_address(topic), data)
    told = answer.content.decode()
    topic.refresh_from_db()
    assert (answer.status_code, topic.name_en) == (200, "First")
    assert TOLD[language][0] in told
    assert first.username in told
    assert 'value="Second"' in told
    assert "First</li>" in told
    assert f'value="{opened["opened_on"]}"' in told
    key = KEY.search(told)[1]
    assert client.post(edit_address(topic), data | {"save_over": key}).status_code == 302
    topic.refresh_from_db()
    assert topic.name_en == "Second"
    kept = ModelLogEntry.objects.get(action=SAVED_OVER)
    assert list(kept.data["replaced"].values()) == ["First"]


def test_translator_of_the_other_side_is_told_too(staffed, client, sides):
    from tests.staff.factories import make_area

    area, translator = make_area("CN"), make_staff("translator", "RU", "ru")
    client.force_login(translator)
    page = client.get(edit_address(area)).content.decode()
    field = re.search(r'<input type="hidden" name="opened_on"[^>]*>', page)[0]
    assert "disabled" not in field


def test_picture_saved_meanwhile_is_not_saved_over_unasked(staffed, client):
    client.force_login(make_staff("photo-curator", "RU", "ru"))
    upload(client, OWN_SHELF["RU"])
    picture = get_image_model().objects.get()
    address = reverse("wagtailimages:edit", args=[picture.pk])
    opened = OPENED.search(client.get(address).content.decode())[1]
    shelf = Collection.objects.get(name=OWN_SHELF["RU"]).pk
    data = {"title": "Леопард", "collection": shelf, "alt_ru": "Первый", "licence": "reserved"}
    data |= {"credit": "А.", "opened_on": opened}
    assert client.post(address, data).status_code == 302
    assert client.post(address, data | {"alt_ru": "Второй"}).status_code == 200
    picture.refresh_from_db()
    assert picture.alt_ru == "Первый"


@languages
def test_departure_saved_meanwhile_is_saved_over_on_request_only(staffed, client, language):
    first, second = (make_staff("booking-officer", SIDES[language], language) for _one in "ab")
    first.first_name, first.last_name = "First", "Officer"
    first.save()
    departure = make_departure(make_trail(SIDES[language]))
    address = reverse("departure:edit", args=[departure.pk])
    client.force_login(second)
    opened = {"opened_on": OPENED.search(client.get(address).content.decode())[1]}
    client.force_login(first)
    theirs = form_values(departure, capacity=7, guide_languages=["ru"]) | opened
    assert client.post(address, theirs).status_code == 302
    client.force_login(second)
    mine = form_values(departure, capacity=9) | opened
    for _time in range(2):
        answer = client.post(address, mine)
        told = answer.content.decode()
        departure.refresh_from_db()
        assert (answer.status_code, departure.capacity) == (200, 7)
        assert TOLD[language][0] in told
        assert first.get_full_name() in told
        assert {"ru": "<li>Мест: 7</li>", "zh-hans": "<li>名额：7</li>"}[language] in told
        assert 'value="9"' in told
    assert client.post(address, mine | {"save_over": KEY.search(told)[1]}).status_code == 302
    departure.refresh_from_db()
    assert (departure.capacity, departure.guide_languages) == (9, [])
    saved = departure.events.filter(kind=EventKind.DEPARTURE_CHANGED)
    assert [sorted(event.details.get("replaced", {}).values()) for event in saved] == [
        ["7", {"ru": "русский", "zh-hans": "俄语"}[language]],
        [],
    ]
    shown = client.get(reverse("departure:inspect", args=[departure.pk])).content.decode()
    assert {"ru": "сохранено поверх:", "zh-hans": "被覆盖的内容："}[language] in shown


def test_a_booking_that_comes_in_meanwhile_does_not_hold_an_officer_back(staffed, client):
    departure = make_departure(make_trail("RU"))
    address = reverse("departure:edit", args=[departure.pk])
    client.force_login(make_staff("booking-officer", "RU", "ru"))
    opened = {"opened_on": OPENED.search(client.get(address).content.decode())[1]}
    make_booking(departure, 2)
    assert client.post(address, form_values(departure, capacity=9) | opened).status_code == 302


@languages
def test_settings_saved_meanwhile_are_saved_over_on_request_only(staffed, client, language):
    first, second = (make_staff("administrator", language=language) for _one in "ab")
    settings = SiteSettings.load()
    address = reverse("wagtailsettings:edit", args=["base", "sitesettings", settings.pk])
    client.force_login(second)
    opened = {"opened_on": OPENED.search(client.get(address).content.decode())[1]}
    data = {"tile_max_zoom": 17} | opened
    client.force_login(first)
    assert client.post(address, data | {"icp_number": "First"}).status_code == 302
    client.force_login(second)
    told = client.post(address, data | {"icp_number": "Second"}).content.decode()
    assert SiteSettings.objects.get().icp_number == "First"
    assert TOLD[language][0] in told
    assert first.username in told
    assert "First</li>" in told
    over = {"icp_number": "Second", "save_over": KEY.search(told)[1]}
    assert client.post(address, data | over).status_code == 302
    assert SiteSettings.objects.get().icp_number == "Second"
    kept = ModelLogEntry.objects.get(action=SAVED_OVER)
    assert list(kept.data["replaced"].values()) == ["First"]
