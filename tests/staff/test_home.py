"""The first page: what waits for this person, in their language, and nothing of others."""

from datetime import date

import pytest
from django.urls import reverse
from lxml import html
from wagtail.images import get_image_model
from wagtail.models import Collection

from content.base.models import StandardPage
from content.cameratraps.models import Release
from staff.desk.desk import desk_of
from staff.roles import OWN_SHELF
from staff.tasks import links_for
from staff.translating.queries import waiting_work
from staff.waiting import language_of
from tests.cameratraps.factories import make_event
from tests.staff.factories import make_departure, make_message, make_staff, picture_file
from tests.staff.test_work import add_address, page_data


def counts(user) -> dict[str, int]:
    return {one.icon: one.count for one in desk_of(user).waiting}


def home_of(client, user):
    client.force_login(user)
    return html.fromstring(client.get("/staff/").content)


def texts(page, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in page.xpath(path)]


def add_page(parent, title: str) -> StandardPage:
    parent.refresh_from_db()
    page = StandardPage(title=title, slug=title.lower(), locale=parent.locale)
    parent.add_child(instance=page)
    return page


def titles_for(user) -> set[str]:
    return {one.title for one in waiting_work(language_of(user))}


def test_draft_waits_for_its_author_and_then_for_the_moderator(staffed, client):
    editor, moderator = make_staff("editor", "RU", "ru"), make_staff("moderator", "RU", "ru")
    client.force_login(editor)
    data = page_data("Клещи")
    client.post(add_address(staffed["visit"]["ru"]), data)
    assert (counts(editor), counts(moderator)) == ({"edit": 1}, {})
    page = home_of(client, editor)
    assert texts(page, "//*[@id='desk-drafts']//li//a") == ["Клещи"]
    assert texts(page, "//*[@class='staff-waits']//a") == ["1 ваш черновик не опубликован"]
    draft = StandardPage.objects.get(title="Клещи")
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    client.post(edit, data | {"action-submit": "1"})
    assert (counts(editor), counts(moderator)) == ({}, {"tasks": 1})
    assert counts(make_staff("moderator", "CN")) == {}
    page = home_of(client, moderator)
    (link,) = page.xpath("//*[@class='staff-waits']//a/@href")
    assert page.xpath(f"//*[@id='{link.removeprefix('#')}']//a[contains(., 'Клещи')]")


def test_translator_sees_the_pages_missing_in_their_language(staffed, client):
    russian, chinese = (
        make_staff("translator", "RU", "ru"),
        make_staff("translator", "CN", "zh-hans"),
    )
    before = titles_for(russian)
    page = add_page(staffed["visit"]["en"], "Ticks")
    assert titles_for(russian) - before == {"Ticks"}
    translated = page.copy_for_translation(staffed["visit"]["ru"].locale)
    translated.save_revision().publish()
    assert titles_for(russian) == before
    links = home_of(client, chinese).xpath("//*[@id='desk-translate']//li//a/@href")
    assert reverse("start_translation", args=[page.pk, "zh-hans"]) in links


def test_curator_is_told_of_releases_and_footage_of_both_sides(staffed, client):
    event = make_event(frames=1, released=False)
    Release.objects.create(event=event, side_id="CN", embargo_until=date(2025, 1, 1))
    assert counts(make_staff("photo-curator", "RU"))["check"] == 1
    assert "check" not in counts(make_staff("photo-curator", "CN"))
    page = home_of(client, make_staff("photo-curator", "RU", "ru"))
    links = page.xpath("//*[@class='staff-footage']//a/@href")
    assert links == [reverse("cameratraps_release", args=[event.pk])]


def test_pictures_without_words_are_counted_for_their_keepers(staffed):
    shelf = Collection.objects.get(name=OWN_SHELF["RU"])
    picture = get_image_model()(title="x", file=picture_file(), collection=shelf, alt_en="Snow")
    picture.makes_renditions = False
    picture.save()
    assert counts(make_staff("editor", "RU"))["image"] == 1
    assert "image" not in counts(make_staff("editor", "CN"))
    assert "image" not in counts(make_staff("booking-officer", "RU"))


def test_messages_of_ones_own_office_are_counted(staffed):
    make_message("RU")
    assert counts(make_staff("moderator", "RU")) == {"mail": 1}
    assert counts(make_staff("moderator", "CN")) == {}
    assert "mail" not in counts(make_staff("editor", "RU"))


def test_booking_officer_sees_the_next_departures_of_one_country(staffed, client):
    own, others = make_departure("RU"), make_departure("CN")
    page = home_of(client, make_staff("booking-officer", "RU", "ru"))
    links = page.xpath("//*[@id='desk-departures']//li//a/@href")
    assert links == [reverse("departure:inspect", args=[own.pk])]
    assert "занято 0 из 5 мест" in texts(page, "//*[@id='desk-departures']")[0]
    both = home_of(client, make_staff("administrator")).xpath(
        "//*[@id='desk-departures']//li//a/@href"
    )
    assert set(both) == {reverse("departure:inspect", args=[one.pk]) for one in (own, others)}
    assert home_of(client, make_staff("editor", "RU")).xpath("//*[@id='desk-departures']") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Nothing waits for you today."),
        ("ru", "На сегодня дел для вас нет."),
        ("zh-hans", "今天没有待办事项。"),
    ],
)
def test_nothing_to_do_is_said(staffed, client, language, words):
    page = home_of(client, make_staff("booking-officer", "CN", language))
    assert texts(page, "//*[@class='staff-nothing']") == [words]
    assert len(page.xpath("//h1")) == 1


@pytest.mark.parametrize(
    ("role", "icons"),
    [("photo-curator", ["camera-trap", "image"]), ("education-officer", ["lesson"])],
)
def test_own_work_stands_first_among_the_tasks(staffed, role, icons):
    links = links_for(make_staff(role, "CN", "zh-hans"))
    assert [link.icon for link in links][: len(icons)] == icons
    assert len(links) > len(icons)
