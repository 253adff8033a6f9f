"""Which texts of a fact another language has left behind."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from content.base.models import TextState
from content.base.texts.columns import lacking_in, missing_in
from content.base.texts.outdated import outdated_by_record, outdated_texts, settle
from content.stories.models import Author, Topic

START = datetime(2027, 5, 3, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def topic(db, clock) -> Topic:
    return Topic.objects.create(slug="fire", name_en="Fire", name_ru="Огонь", name_zh_hans="火")


def change(clock, topic: Topic, **texts) -> None:
    """Change texts a day later, as a form does."""
    clock.shift(timedelta(days=1))
    fresh = Topic.objects.get(pk=topic.pk)
    for column, text in texts.items():
        setattr(fresh, column, text)
    fresh.save()


def left_behind(topic: Topic) -> set[tuple[str, str]]:
    fresh = Topic.objects.get(pk=topic.pk)
    return {(text.language, text.by) for text in outdated_texts(fresh)}


def test_new_record_is_up_to_date(topic):
    assert left_behind(topic) == set()
    assert not TextState.objects.exists()


def test_text_written_anew_leaves_the_others_behind(topic, clock):
    change(clock, topic, name_en="Forest fire")
    assert left_behind(topic) == {("ru", "en"), ("zh-hans", "en")}
    assert {text.at for text in outdated_texts(topic)} == {START + timedelta(days=1)}


def test_translation_that_catches_up_leaves_nobody_behind(topic, clock):
    change(clock, topic, name_en="Forest fire")
    change(clock, topic, name_ru="Лесной пожар")
    assert left_behind(topic) == {("zh-hans", "en")}
    change(clock, topic, name_zh_hans="森林火灾")
    assert left_behind(topic) == set()


def test_texts_changed_together_leave_only_the_third_behind(topic, clock):
    change(clock, topic, name_en="Forest fire", name_ru="Лесной пожар")
    assert {language for language, _by in left_behind(topic)} == {"zh-hans"}


def test_filling_in_a_missing_text_is_no_news_to_the_others(clock, db):
    topic = Topic.objects.create(slug="fire", name_en="Fire", name_zh_hans="火")
    change(clock, topic, name_ru="Огонь")
    assert left_behind(topic) == set()


@pytest.mark.parametrize("text", ["Fire ", "Fire"])
def test_space_at_the_end_is_no_change(topic, clock, text):
    change(clock, topic, name_en=text)
    assert left_behind(topic) == set()


def test_missing_text_is_missing_and_not_out_of_date(topic, clock):
    change(clock, topic, name_ru="")
    change(clock, topic, name_en="Forest fire")
    assert left_behind(topic) == {("zh-hans", "en")}


def test_text_may_be_found_to_be_still_right(topic, clock):
    change(clock, topic, name_en="Forest fire")
    clock.shift(timedelta(days=1))
    settle(topic, "name", "ru")
    assert left_behind(topic) == {("zh-hans", "en")}
    change(clock, topic, name_en="Wildfire")
    assert left_behind(topic) == {("ru", "en"), ("zh-hans", "en")}


def test_saving_some_fields_only_is_no_change_of_others(topic, clock):
    fresh = Topic.objects.get(pk=topic.pk)
    fresh.order, fresh.name_ru = 7, "Пламя"
    fresh.save(update_fields=["order"])
    assert not TextState.objects.exists()
    fresh.name_en = "Forest fire"
    clock.shift(timedelta(days=1))
    fresh.save(update_fields=["name_en"])
    assert left_behind(topic) == {("ru", "en"), ("zh-hans", "en")}


def test_what_is_known_of_a_deleted_record_is_forgotten(topic, clock):
    change(clock, topic, name_en="Forest fire")
    Topic.objects.get(pk=topic.pk).delete()
    assert not TextState.objects.exists()


def test_many_records_are_asked_about_at_once(topic, clock, django_assert_num_queries):
    others = [Topic.objects.create(slug=f"t{n}", name_en="A", name_ru="Б") for n in range(3)]
    for one in (topic, *others):
        change(clock, one, name_en="B")
    for records in ([topic], [topic, *others]):
        with django_assert_num_queries(1):
            assert len(outdated_by_record(records)) == len(records)


def test_text_is_missing_where_another_language_has_words(db):
    author = Author.objects.create(slug="a", name_en="Anna", name_ru=" ", role_zh_hans="编辑")
    Author.objects.create(slug="b", name_en="B", name_ru="Б", name_zh_hans="乙")
    assert lacking_in(author, "ru") == ["name", "role"]
    assert lacking_in(author, "en") == ["role"]
    for language, slugs in (("ru", {"a"}), ("en", {"a"}), ("zh-hans", {"a"})):
        found = Author.objects.filter(missing_in(Author, language))
        assert {one.slug for one in found} == slugs, language
