"""Spot the cat: only released pictures and settled animals are asked about, nothing is kept, nothing is given away."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.base.texts.columns import words
from content.cameratraps.models import Event, IdentityClaim
from content.cameratraps.spot.questions import Kind, PairAnswer, questions
from content.cameratraps.spot.rounds import Round, clean_code
from tests.cameratraps.animals import both_say, make_alias, make_claim
from tests.cameratraps.factories import make_event, make_indexes, make_species, make_zone

pytestmark = pytest.mark.django_db
SEEDS = [f"class {number}" for number in range(12)]


@pytest.fixture
def address(home_pages) -> str:
    return f"{make_indexes(home_pages)['en'].url}spot-the-cat/"


def portrait(alias, flank: str, **changes) -> Event:
    return make_claim(
        alias, make_event(alias.side_id, species=alias.individual.species, **changes), flank=flank
    ).event


def footage(times: int = 1) -> dict[str, list[Event]]:
    """Create two settled leopards and visits of other animals by day and night; return animal → its visits."""
    one, other = make_alias("RU"), make_alias("CN")
    both_say(one, other, "different")
    for name in ("red-fox", "sika-deer", "wild-boar"):
        for band in ("day", "night"):
            make_event(species=make_species(name), band=band)
    return {
        alias.individual.name_en: [
            portrait(alias, flank) for _n in range(times) for flank in ("left", "left", "right")
        ]
        for alias in (one, other)
    }


def pairs(seeds=SEEDS):
    return [one for seed in seeds for one in questions(seed) if one.kind == Kind.PAIR]


def test_a_round_is_the_same_for_everybody_who_plays_its_code(sides):
    footage()
    assert questions("3b") == questions("3b")
    assert questions("3b") != questions("4a")
    assert Counter(one.kind for one in questions("3b")) == {"pair": 6, "species": 2, "time": 2}


def test_every_right_answer_follows_from_what_both_sides_have_said(sides):
    visits = footage()
    owner = {event.pk: name for name, events in visits.items() for event in events}
    seen = set()
    for question in pairs():
        one, other = question.pair
        is_same = owner[one.event] == owner[other.event]
        if one.flank != other.flank:
            assert question.right == PairAnswer.UNTOLD
        else:
            assert question.right == (PairAnswer.SAME if is_same else PairAnswer.TWO)
        assert question.truth == (PairAnswer.SAME if is_same else PairAnswer.TWO)
        seen.add(question.right)
    assert seen == set(PairAnswer)


def test_what_is_not_settled_or_not_released_is_not_asked_about(sides):
    visits = footage()
    alias = make_alias("RU")
    left_out = {
        "hidden": portrait(alias, "left", released=False),
        "with a cub": portrait(alias, "left", count=2),
        "no flank": portrait(alias, ""),
        "not agreed": make_claim(alias, agreed=False, flank="left").event,
        "not sure": make_claim(alias, flank="left", confidence="likely").event,
    }
    asked = {one.event for question in pairs() for one in question.pair}
    assert asked == {event.pk for events in visits.values() for event in events}
    hidden = left_out["hidden"].media.first().image_id
    assert hidden not in {
        image for seed in SEEDS for one in questions(seed) for image in one.images
    }


def test_two_cats_of_which_nobody_has_spoken_are_told_apart_within_one_catalogue_only(sides):
    here, there, third = make_alias("RU"), make_alias("CN"), make_alias("RU")
    by_visit = {portrait(alias, "left").pk: alias for alias in (here, there, third)}
    for name in ("red-fox", "sika-deer"):
        make_event(species=make_species(name), band="day")
    found = [{by_visit[one.event] for one in question.pair} for question in pairs()]
    assert found
    assert all(pair == {here, third} for pair in found)
    both_say(here, third, "undecided")
    assert pairs() == []


def play(client, address: str, code: str, letters: str = ""):
    return client.get(address, {"round": code, "answers": letters})


def test_a_round_is_played_to_its_end_and_leaves_nothing_behind(client, address, sides):
    footage()
    asked = questions("3b")
    client.get(address)  # settings and menus are made and remembered once
    letters = ""
    with CaptureQueriesContext(connection) as statements:
        for number, question in enumerate(asked):
            right = "abcd"[question.options.index(question.right)]
            html = play(client, address, "3b", letters).content.decode()
            assert f"Question {number + 1} of 10" in html
            answered = client.get(address, {"round": "3b", "answers": letters, "answer": right})
            letters += right
            assert "Right!" in answered.content.decode()
            assert f"answers={letters}#play" in answered.content.decode()
        result = play(client, address, "3b", letters)
    assert "10 of 10" in result.content.decode()
    assert not result.cookies
    assert {query["sql"].split()[0] for query in statements} == {"SELECT"}


def test_an_open_question_does_not_hold_its_answer(client, address, sides):
    footage()
    names = [name for seen in IdentityClaim.objects.all() for name in names_of(seen)]
    for number, question in enumerate(questions("3b")):
        html = play(client, address, "3b", "a" * number).content.decode()
        assert not [name for name in names if name in html]
        assert 'class="spot__answer' not in html
        if question.kind != Kind.PAIR:
            assert "Seen " not in html  # the alternative text would name the animal


def names_of(claim) -> list[str]:
    return [*words(claim.alias.individual, "name").values(), claim.alias.individual.code]


def test_neither_a_place_nor_a_date_is_told_by_any_page_of_a_round(client, address, sides):
    footage()
    zone = make_zone()
    for column in ("name_en", "name_ru", "name_zh_hans", "description_en"):
        setattr(zone, column, "SECRET-ZONE")
    zone.save()
    for event in Event.objects.all():
        event.deployment.zone = zone
        event.deployment.save()
        event.title_en, event.caption_en, event.year, event.month = "T-SECRET", "C-SECRET", 2021, 7
        event.save()
    for query in [
        *({"round": "3b", "answers": "a" * number} for number in range(11)),
        *({"round": "3b", "answers": "a" * number, "answer": "b"} for number in range(10)),
        {"round": "3b", "key": "1"},
        {},
    ]:
        html = client.get(address, query).content.decode()
        assert not [one for one in ("SECRET", "2021", "July") if one in html], query
        for event in Event.objects.all():
            assert event.code not in html


def test_the_key_tells_all_answers_of_a_round(client, address, sides):
    footage()
    html = client.get(address, {"round": " 3B ", "key": "1"}).content.decode()
    assert html.count('class="spot-told__one"') == 10
    assert "<strong>Two cats</strong>" in html


def test_with_too_little_released_there_is_nothing_to_play(client, address, sides):
    make_event()
    for query in (
        {},
        {"round": "3b"},
        {"round": "3b", "answers": "a"},
        {"round": "3b", "key": "1"},
    ):
        answer = client.get(address, query)
        assert (answer.status_code, "nothing to play" in answer.content.decode()) == (200, True)


def test_an_address_without_a_code_leads_to_a_round_of_its_own(client, address, sides):
    first, second = (client.get(f"{address}?round=").url for _n in range(2))
    assert first != second
    assert Round.of({"round": first.partition("round=")[2].partition("#")[0]}).code


def test_nonsense_in_an_address_is_left_out(client, address, sides):
    footage()
    for query in (
        {"round": "<script>alert(1)</script>"},
        {"round": "x", "answers": "zzzz", "answer": "abc"},
        {"round": "x", "answers": "a" * 4000, "answer": "'"},
        {"round": "\x00x", "answers": "\x00"},
        {"round": "三年级2班", "answers": "é"},
    ):
        answer = client.get(address, query)
        assert answer.status_code == 200, query
        assert "<script>alert" not in answer.content.decode()


def test_a_code_is_read_as_a_class_writes_it():
    assert clean_code(" 3-Б класс ") == "3-б-класс"
    assert clean_code("三年级2班") == "三年级2班"
    assert clean_code("!" * 50) == ""


def test_more_footage_asks_no_more_of_the_database(client, address, sides):
    footage()
    few = _statements(client, address)
    footage(times=2)
    assert few == _statements(client, address) == [11, 11, 12, 12, 12]


def _statements(client, address: str) -> list[int]:
    """Return how many statements the start, a question, an answer, the result and the key ask, when warm."""
    found = []
    for query in (
        {},
        {"round": "x"},
        {"round": "x", "answer": "a"},
        {"round": "x", "answers": "aaaaaaaaaa"},
        {"round": "x", "key": "1"},
    ):
        client.get(address, query)
        with CaptureQueriesContext(connection) as asked:
            client.get(address, query)
        found.append(len(asked))
    return found
