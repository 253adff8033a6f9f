"""The persons on the private page: completed until the last day, replaced, taken out, deleted by the visitor."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bookings.models import Participant, TravelDocument
from tests.bookings.factories import counter, make_departure
from tests.bookings.journeys import soup_of
from tests.bookings.persons import CONSENTS, book_party, border_departure, border_trail, typed
from tests.bookings.test_people_verbs import named, states

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def told(client, private: str) -> str:
    return " ".join(soup_of(client.get(private)).select_one("main").get_text(" ").split())


def test_page_says_until_when_papers_are_wanted_and_takes_them(client):
    departure = make_departure(
        border_trail(lead_days=5), starts_at=timezone.now() + timedelta(days=9)
    )
    booking, private = book_party(client, departure, later=True)
    page = told(client, private)
    assert "Papers wanted until" in page and "4 days are left." in page and "name missing" in page
    one = client.post(f"{private}people/", {**typed(1), "papers": "on"})
    assert one["Location"] == f"{private}?done=named"
    assert states(booking) == ["ready", "docs_missing"]
    assert "Something is still missing" in told(client, one["Location"])
    rest = typed(1, number="", birth_date="", citizenship="") | typed(2, "Бо Пример")
    done = client.post(f"{private}people/", rest)
    assert states(booking) == ["ready", "ready"]
    assert "Names and papers of everybody are there." in told(client, done["Location"])
    assert booking.consents.get(purpose="papers").language == "en"


def test_wrong_answer_on_the_private_page_loses_nothing(client):
    _booking, private = book_party(client, border_departure(), later=True)
    answer = client.post(f"{private}people/", {**typed(1, number="!"), "papers": "on"})
    assert answer.status_code == 200
    page = soup_of(answer)
    assert page.select_one("input[name=person-1-name]")["value"] == "Ada Sample"
    assert page.select_one("input[name=person-1-number]")["value"] == "!"
    assert not Participant.objects.exclude(name="").exists()


def test_what_can_come_later_is_not_called_optional(client):
    _booking, private = book_party(client, border_departure(), later=True)
    page = soup_of(client.get(f"{private}people/"))
    labels = [label.get_text(" ", strip=True) for label in page.select("main form label[for]")]
    assert {text for text in labels if text.endswith("optional")} == {
        "Name in its own script optional"
    }


def test_booking_that_is_over_asks_nothing_of_its_persons(client):
    _booking, private = book_party(client, border_departure(), later=True)
    assert "permit: papers missing" in told(client, private)
    client.post(f"{private}cancel/")
    page = told(client, private)
    assert "This booking is cancelled" in page
    assert "permit:" not in page and "missing" not in page


def test_another_person_begins_anew(client):
    booking, private = book_party(client, border_departure())
    old = TravelDocument.objects.get(participant__number=1).pk
    other = typed(1, "Cyd Sample", number="CD 765432")
    same = {"person-2-name": "Sample Person 2"}
    assert client.post(f"{private}people/", other | same).status_code == 303
    assert not TravelDocument.objects.filter(pk=old).exists()
    assert TravelDocument.objects.get(participant__number=1).ends_with == "32"
    assert states(booking) == ["ready", "ready"]


def test_after_the_last_day_the_page_leads_to_the_office(client, time_machine):
    now = timezone.now()
    departure = make_departure(border_trail(lead_days=5), starts_at=now + timedelta(days=9))
    booking, private = book_party(client, departure, later=True)
    time_machine.move_to(now + timedelta(days=6), tick=False)
    assert "Give names and papers" not in told(client, private)
    assert client.post(f"{private}people/", {**typed(1), **CONSENTS})["Location"] == private
    assert states(booking) == ["docs_missing", "docs_missing"]


def test_person_is_taken_out_after_one_more_question(client):
    booking, private = book_party(client, border_departure())
    assert f"{private}people/2/" in client.get(private).content.decode()
    assert "Sample Person 2" in told(client, f"{private}people/2/")
    assert counter(booking.departure) == 2
    answer = client.post(f"{private}people/2/")
    assert "Your party has become smaller" in told(client, answer["Location"])
    assert (counter(booking.departure), TravelDocument.objects.count()) == (1, 1)
    assert client.post(f"{private}people/2/")["Location"] == private
    assert client.post(f"{private}people/1/")["Location"] == private  # one person stays
    assert counter(booking.departure) == 1


def test_consent_is_taken_back_after_one_more_question(client):
    booking, private = book_party(client, border_departure())
    assert "Take back the consent to keep papers" in told(client, private)
    assert "at once" in told(client, f"{private}papers/")
    assert TravelDocument.objects.count() == 2
    answer = client.post(f"{private}papers/")
    assert "Names and papers are deleted" in told(client, answer["Location"])
    assert not TravelDocument.objects.exists() and states(booking) == ["docs_missing"] * 2
    assert client.post(f"{private}papers/")["Location"] == private


def test_wrong_link_reaches_nobody(client):
    booking = named()
    for path in ("people/", "people/1/", "papers/"):
        address = f"/en/bookings/{booking.reference}/wrong-secret/{path}"
        assert client.get(address).status_code == client.post(address).status_code == 404


def test_download_has_the_names_and_not_the_numbers(client):
    _booking, private = book_party(client, border_departure())
    held = client.get(f"{private}data.json").json()
    assert [one["name"] for one in held["persons"]] == ["Sample Person 1", "Sample Person 2"]
    assert [one["purpose"] for one in held["consents"]] == ["papers", "booking"]
    assert "7512345671" not in str(held)
