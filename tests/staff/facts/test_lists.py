"""Every list of records: columns people need, heads with a capital, and one cost however long the list is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from wagtail.snippets.models import get_snippet_models

from content.cameratraps.models import Gallery, GalleryEvent, Zone
from content.stories.models import Author
from tests.cameratraps.factories import make_event
from tests.staff.factories import make_staff
from tests.staff.quality.factories import make_picture


def listing(model) -> str:
    return reverse(model.snippet_viewset.get_url_name("list"))


def heads(client, model) -> list[str]:
    page = html.fromstring(client.get(listing(model)).content)
    cells = page.xpath("//table[contains(@class,'listing')]/thead//th")
    return [" ".join(cell.text_content().split()) for cell in cells if cell.text_content().strip()]


def test_every_list_has_heads_with_a_capital_and_the_day_of_change(staffed, sides, client):
    client.force_login(make_staff("administrator", "", "en"))
    make_event(frames=1)
    Author.objects.create(slug="a", side=sides["RU"], name_en="A", image=make_picture())
    Gallery.objects.create(name_en="Night")
    for model in get_snippet_models():
        if model._meta.app_label not in {"cameratraps", "reserve", "stories", "notices"}:
            continue
        for head in heads(client, model):
            assert not head[:1].islower(), (model, head)
        if model._default_manager.exists():
            assert "Changed" in heads(client, model), model


def test_gallery_shows_its_first_picture_and_its_number_of_visits(staffed, sides, client):
    event = make_event(frames=1)
    gallery = Gallery.objects.create(name_en="Night")
    GalleryEvent.objects.create(gallery=gallery, event=event, sort_order=0)
    client.force_login(make_staff("photo-curator", "RU", "en"))
    page = html.fromstring(client.get(listing(Gallery)).content)
    (row,) = page.xpath("//table[contains(@class,'listing')]/tbody/tr")
    assert len(row.xpath(".//img")) == 1
    assert "1" in [cell.text_content().strip() for cell in row.xpath("./td")]


def count_queries(client, model) -> int:
    client.get(listing(model))
    with CaptureQueriesContext(connection) as asked:
        client.get(listing(model))
    return len(asked)


def make_author(sides, number: int) -> None:
    Author.objects.create(
        slug=f"a{number}", side=sides["RU"], name_en=f"A{number}", image=make_picture()
    )


def make_gallery(sides, number: int) -> None:
    gallery = Gallery.objects.create(name_en=f"G{number}")
    GalleryEvent.objects.create(gallery=gallery, event=make_event(frames=1), sort_order=0)


def make_zone(sides, number: int) -> None:
    Zone.objects.create(code=f"z{number}", side=sides["RU"], name_en=f"Z{number}")


@pytest.mark.parametrize(
    ("model", "make", "cost"),
    [(Author, make_author, 15), (Gallery, make_gallery, 16), (Zone, make_zone, 14)],
)
def test_list_asks_as_much_for_three_records_as_for_one(staffed, sides, client, model, make, cost):
    client.force_login(make_staff("moderator", "RU", "ru"))
    make(sides, 1)
    once = count_queries(client, model)
    make(sides, 2)
    make(sides, 3)
    assert count_queries(client, model) == once == cost


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Чья это запись: её ведут сотрудники этой стороны."),
        ("zh-hans", "记录归哪一方：由该方工作人员维护。"),
    ],
)
def test_form_helps_where_one_could_go_wrong(staffed, client, language, words):
    client.force_login(make_staff("administrator", "", language))
    page = client.get(reverse(Author.snippet_viewset.get_url_name("add"))).content.decode()
    assert page.count(words) == 1
