"""The step that asks who comes: only where a rule needs it, stored at once, nothing typed lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bookings import vault
from bookings.models import Booking, Consent, Participant, PermitCase, TravelDocument
from bookings.references import secret_for
from tests.bookings.factories import make_departure, make_trail
from tests.bookings.journeys import choose_party, say_who, send_in, soup_of, step_url
from tests.bookings.persons import (
    CONSENTS,
    book_party,
    border_departure,
    hold_party,
    name_in_step,
    typed,
)
from tests.trails.factories import make_entry_zone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def errors(response) -> list[str]:
    """Return what the summary at the top of a form says."""
    return [line.get_text() for line in soup_of(response).select(".error-summary li")]


def test_trail_without_such_a_rule_goes_straight_on(client):
    departure = make_departure()
    assert choose_party(client, departure)["Location"].endswith("/details/")
    assert client.get(step_url(departure, "people/"))["Location"].endswith("/details/")
    assert not Participant.objects.exists()


def test_persons_are_stored_with_the_held_booking(client):
    departure = border_departure()
    assert hold_party(client, departure, 2)["Location"].endswith("/people/")
    answer = name_in_step(client, departure, **typed(1), **typed(2, "Бо Пример"), **CONSENTS)
    assert answer["Location"].endswith("/details/")
    booking = Booking.objects.get()
    assert booking.consent_at is None
    people = booking.participants.values_list("number", "band", "group", "name", "birth_year")
    assert list(people) == [
        (1, "adult", "other", "Ada Sample", 1980),
        (2, "adult", "other", "Бо Пример", 1980),
    ]
    papers = [vault.unseal(one.sealed) for one in TravelDocument.objects.order_by("pk")]
    assert [one.number for one in papers] == ["7512345671", "7512345672"]
    assert {one.citizenship for one in papers} == {"DE"}
    assert [consent.purpose for consent in Consent.objects.all()] == ["papers"]
    assert not PermitCase.objects.exists()
    again = client.get(step_url(departure, "people/")).content.decode()
    assert "Бо Пример" in again and "ending in 72" in again and "7512345672" not in again


def test_document_stands_nowhere_in_plain_words(client, caplog):
    departure = border_departure()
    booking, private = book_party(client, departure)
    assert booking.state == "permit_review"
    rows = str([list(model.objects.values()) for model in (Booking, Participant, TravelDocument)])
    history = str(list(booking.events.values()))
    shown = client.get(private).content.decode()
    for text in (rows, history, shown, caplog.text):
        assert "7512345671" not in text and "1980-02-29" not in text
    assert "Sample Person 1" not in history + caplog.text


def test_consent_is_asked_and_without_it_nothing_is_kept(client):
    departure = border_departure()
    hold_party(client, departure, 1)
    refused = name_in_step(client, departure, **typed(1))
    assert errors(refused) == [
        "I have read this text and agree: Without this consent we may not keep names and papers."
    ]
    assert 'value="Ada Sample"' in refused.content.decode()
    assert not Participant.objects.exclude(name="").exists()
    assert not Consent.objects.exists()


def test_guardian_is_asked_once_where_children_are_named(client):
    departure = border_departure()
    hold_party(client, departure, 1, 1)
    child = typed(2, "Kim Sample", birth_date="2018-05-01")
    without = name_in_step(client, departure, **typed(1), **child, papers="on")
    assert any("Children come along" in line for line in errors(without))
    assert name_in_step(client, departure, **typed(1), **child, **CONSENTS).status_code == 302
    details = client.get(step_url(departure, "details/"))
    assert soup_of(details).select_one("input[name=guardian]") is None
    assert say_who(client, departure).status_code == 302
    send_in(client, departure)
    assert sorted(Consent.objects.values_list("purpose", flat=True)) == [
        "booking",
        "guardian",
        "papers",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"birth_date": "2023-02-29"}, "There is no such day"),
        ({"birth_date": "yesterday"}, "There is no such day"),
        ({"birth_date": "2999-01-01"}, "lies in the future"),
        ({"birth_date": "1801-01-01"}, "check the year of birth"),
        ({"birth_date": "2020-01-01"}, "under 18 on the day of the walk"),
        ({"birth_date": ""}, "This field is required"),
        ({"number": "x"}, "5 to 20 letters and figures"),
        ({"number": "<script>alert(1)</script>"}, "5 to 20 letters and figures"),
        ({"number": "' OR 1=1 --"}, "5 to 20 letters and figures"),
        ({"number": "A" * 400}, "at most 40 characters"),
        ({"name": "a\x00b"}, "Null characters are not allowed"),
        ({"name": "\u202egnp.elpmas"}, "cannot be printed"),
        ({"name": ""}, "This field is required"),
        ({"citizenship": "XX"}, "Select a valid choice"),
        ({"citizenship": "RU"}, "Select a valid choice"),
    ],
)
def test_wrong_answers_are_explained_and_lose_nothing(client, changes, said):
    departure = border_departure()
    hold_party(client, departure, 2)
    answer = name_in_step(
        client, departure, **typed(1, **changes), **typed(2, "Other Sample"), **CONSENTS
    )
    assert answer.status_code == 200
    [line] = errors(answer)
    assert line.startswith("Person 1: adult") and said in line
    page = soup_of(answer)
    assert page.select_one("input[name=person-2-name]")["value"] == "Other Sample"
    assert page.select_one("input[name=person-2-number]")["value"] == "75 12345672"
    assert not TravelDocument.objects.exists()


def test_two_persons_cannot_have_one_document(client):
    departure = border_departure()
    hold_party(client, departure, 2)
    same = typed(2, number=typed(1)["person-1-number"])
    answer = name_in_step(client, departure, **typed(1), **same, **CONSENTS)
    assert errors(answer) == ["Two persons have the same document number."]


def test_names_of_any_script_are_kept_as_they_are(client):
    departure = border_departure()
    hold_party(client, departure, 1)
    name = "ʻAbd al-ʿAzīz Ó Súilleabháin 𠮷田"
    fields = typed(1, name, name_original="عبد العزيز")
    name_in_step(client, departure, **fields, **CONSENTS)
    assert Participant.objects.values_list("name", "name_original").get() == (name, "عبد العزيز")


def test_mixed_party_says_whose_passport_is_whose(client):
    departure = border_departure()
    hold_party(client, departure, 2, groups=["RU", "other"])
    wrong = name_in_step(
        client,
        departure,
        **typed(1, group="RU"),
        **typed(2, group="RU"),
        **CONSENTS,
    )
    assert any("Nobody has the passport" in line for line in errors(wrong))
    right = name_in_step(
        client,
        departure,
        **typed(1, "Пётр Примеров", group="RU"),
        **typed(2, group="other"),
        **CONSENTS,
    )
    assert right.status_code == 302
    [document] = TravelDocument.objects.all()  # of a Russian nothing but the name is kept
    assert document.participant.number == 2


def test_rest_may_be_given_later(client):
    departure = border_departure()
    booking, _private = book_party(client, departure, later=True)
    assert booking.state == "permit_review"
    cases = PermitCase.objects.values_list("state", "participant__number")
    assert sorted(cases) == [("docs_missing", 1), ("docs_missing", 2)]
    assert not booking.consents.filter(purpose="papers").exists()


def test_half_a_person_is_no_person_left_for_later(client):
    departure = border_departure()
    hold_party(client, departure, 2)
    answer = name_in_step(client, departure, later="1", **typed(1, birth_date=""), **CONSENTS)
    assert errors(answer) == ["Person 1: adult: Date of birth: Please give the date of birth."]


def test_typed_persons_survive_a_hold_that_ran_out(client, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    departure = border_departure(starts_at=now + timedelta(days=9))
    hold_party(client, departure, 1)
    name_in_step(client, departure, **typed(1), **CONSENTS)
    time_machine.move_to(now + timedelta(minutes=20), tick=False)
    say_who(client, departure)
    private = send_in(client, departure)["Location"]
    booking = Booking.objects.get()
    assert secret_for(booking.idempotency_key) in private
    assert booking.participants.get().name == "Ada Sample"


def test_who_gives_the_places_up_leaves_nothing_behind(client):
    departure = border_departure()
    hold_party(client, departure, 1)
    name_in_step(client, departure, **typed(1), **CONSENTS)
    client.post(step_url(departure, "give-up/"), {})
    assert not Participant.objects.exists() and not TravelDocument.objects.exists()


def test_smaller_party_forgets_whom_it_left_out(client):
    departure = border_departure()
    hold_party(client, departure, 2)
    name_in_step(client, departure, **typed(1), **typed(2, "Bo Sample"), **CONSENTS)
    hold_party(client, departure, 1)
    name_in_step(client, departure, **typed(1, number="", birth_date="", citizenship=""))
    assert [one.name for one in Participant.objects.all()] == ["Ada Sample"]
    assert TravelDocument.objects.count() == 1


def test_rule_that_asks_a_name_alone_asks_no_document(client):
    trail = make_trail(slug="names-only")
    make_entry_zone("RU", {"group": "RU", "asks": "name"}, trail=trail)
    departure = make_departure(trail)
    hold_party(client, departure, 1, groups="RU")
    page = soup_of(client.get(step_url(departure, "people/")))
    assert page.select_one("input[name=person-1-name]") is not None
    assert page.select_one("input[name=person-1-number]") is None
    name_in_step(client, departure, **{"person-1-name": "Пётр Примеров"}, **CONSENTS)
    assert not TravelDocument.objects.exists()
    say_who(client, departure)
    assert send_in(client, departure).status_code == 303


@pytest.mark.parametrize(
    ("code", "title"), [("en", "Who comes"), ("ru", "Кто идёт"), ("zh-hans", "参观人员")]
)
def test_step_is_written_in_each_language(client, code, title):
    departure = border_departure()
    hold_party(client, departure, 1)
    page = soup_of(client.get(step_url(departure, "people/", code)))
    assert page.h1.get_text(strip=True) == title
