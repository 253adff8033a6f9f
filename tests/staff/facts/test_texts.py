"""The three columns of a fact in its form and its list: what is missing, and what has been left behind."""

import pytest
from django.urls import reverse

from content.base.texts.outdated import outdated_texts
from content.stories.models import Author, Topic
from tests.staff.factories import make_staff


@pytest.fixture
def topic(staffed) -> Topic:
    """A topic without a Russian name, whose English name has changed after the Chinese one."""
    topic = Topic.objects.create(slug="fire", name_en="Fire", name_zh_hans="火")
    topic.name_en = "Forest fire"
    topic.save()
    return topic


def edit(record) -> str:
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])


def listing(model) -> str:
    return reverse(model.snippet_viewset.get_url_name("list"))


def form_of(topic: Topic, **more) -> dict:
    names = {
        f"name_{code}": getattr(topic, f"name_{code}") or "" for code in ("en", "ru", "zh_hans")
    }
    return {"slug": topic.slug, "order": topic.order, **names, **more}


@pytest.mark.parametrize(
    ("language", "head", "marks"),
    [
        (
            "en",
            "1 text is missing",
            ["No translation yet", "May be out of date: English changed on"],
        ),
        ("ru", "не хватает 1 текста", ["Перевода ещё нет", "Возможно, устарело: English —"]),
        ("zh-hans", "缺1项文本", ["尚无译文", "可能已过时：English于"]),
    ],
)
def test_form_says_what_its_texts_lack(topic, client, language, head, marks):
    client.force_login(make_staff("translator", "RU", language))
    page = client.get(edit(topic)).content.decode()
    assert head in page
    for mark in marks:
        assert page.count(mark) == 1, mark


def test_form_of_a_whole_record_says_nothing(staffed, client):
    topic = Topic.objects.create(slug="a", name_en="A", name_ru="А", name_zh_hans="甲")
    client.force_login(make_staff("translator", "RU"))
    assert "staff-lack" not in client.get(edit(topic)).content.decode()


def test_text_that_is_still_right_is_ticked(topic, client):
    client.force_login(make_staff("translator", "CN"))
    client.post(edit(topic), form_of(topic))
    assert outdated_texts(topic)
    client.post(edit(topic), form_of(topic, **{"still-right": "name_zh_hans"}))
    assert not outdated_texts(topic)


def test_nobody_judges_the_language_of_the_other_side_in_its_records(staffed, sides, client):
    author = Author.objects.create(
        slug="a", side=sides["RU"], name_en="A", name_ru="А", name_zh_hans="甲"
    )
    author.name_ru = "Анна"
    author.save()
    client.force_login(make_staff("translator", "CN"))
    ticked = ["name_en", "name_zh_hans"]
    assert {text.language for text in outdated_texts(author)} == {"en", "zh-hans"}
    assert client.get(edit(author)).content.decode().count('name="still-right"') == 1
    client.post(edit(author), {"name_zh_hans": "甲", "still-right": ticked})
    assert {text.language for text in outdated_texts(author)} == {"en"}


def test_hostile_tick_changes_nothing(topic, client):
    client.force_login(make_staff("translator", "CN"))
    answer = client.post(edit(topic), form_of(topic, **{"still-right": ["slug", "name_", "../x"]}))
    assert answer.status_code == 302
    assert len(outdated_texts(topic)) == 1


def test_list_marks_the_languages_that_lack_something(topic, client):
    Topic.objects.create(slug="a", name_en="A", name_ru="А", name_zh_hans="甲")
    client.force_login(make_staff("editor", "RU"))
    page = client.get(listing(Topic)).content.decode()
    assert page.count("staff-tongues__lacking") == 1
    assert page.count("1 text missing") == 1


@pytest.mark.parametrize(
    ("language", "slugs"), [("ru", {"fire"}), ("en", {"b"}), ("zh-hans", {"b"})]
)
def test_list_is_filtered_by_what_is_missing(topic, client, language, slugs):
    Topic.objects.create(slug="b", name_ru="Б")
    client.force_login(make_staff("editor", "CN"))
    answer = client.get(f"{listing(Topic)}?missing_in={language}")
    assert {one.slug for one in answer.context["object_list"]} == slugs


def test_filter_stands_beside_those_the_list_had(staffed, sides, client):
    for side in sides.values():
        Author.objects.create(slug=f"of-{side.pk}", side=side, name_en="A")
    client.force_login(make_staff("editor", "RU"))
    answer = client.get(f"{listing(Author)}?missing_in=ru&side=CN")
    assert {one.slug for one in answer.context["object_list"]} == {"of-CN"}
    assert client.get(f"{listing(Author)}?missing_in=xx").status_code == 200
