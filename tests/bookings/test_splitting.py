"""A party in two bookings, and money to be given back."""

from decimal import Decimal

import pytest
from django.urls import reverse

from bookings import moving, refunds, services, splitting
from bookings.errors import BookingNotActive, DeparturePast, PartyNeedsAdult
from bookings.models import AuditEvent, Booking, Departure, RefundNote
from bookings.parties import Actor, ActorKind, Party
from bookings.personal_data import held_about
from bookings.reconciliation import differences
from bookings.retention import erase_person
from bookings.staff_errors import NothingToPayBack, NothingToSplit
from tests.bookings.factories import make_booking, make_departure
from tests.bookings.journeys import soup_of
from tests.bookings.persons import border_departure, name_all

pytestmark = pytest.mark.django_db
OFFICER = Actor(ActorKind.STAFF, "olga")


def test_party_is_split_and_its_part_moves_alone(mailoutbox, django_capture_on_commit_callbacks):
    departure = make_departure(capacity=5)
    later = make_departure(departure.trail)
    booking = make_booking(departure, adults=3, children=2).booking
    with django_capture_on_commit_callbacks(execute=True):
        placed = splitting.split_booking(booking.pk, Party(1, 2), OFFICER)
    booking.refresh_from_db()
    other = placed.booking
    assert (booking.adults, booking.children, booking.party_size) == (2, 0, 2)
    assert (other.adults, other.children, other.state) == (1, 2, booking.state)
    assert other.email == booking.email
    assert (
        [one.text_hash for one in other.consents.all()]
        == [one.text_hash for one in booking.consents.all()]
        != []
    )
    assert Departure.objects.get(pk=departure.pk).places_taken == 5 and differences() == []
    assert [mail.subject[-9:-1] for mail in mailoutbox] == [booking.reference, other.reference]
    assert all("Your booking has changed" in mail.subject for mail in mailoutbox)
    assert set(AuditEvent.objects.filter(kind="split").values_list("booking", "actor_name")) == {
        (booking.pk, "olga"),
        (other.pk, "olga"),
    }
    moving.move_booking(other.pk, later.pk)
    assert Departure.objects.get(pk=departure.pk).places_taken == 2 and differences() == []
    services.cancel_booking(booking.pk)
    assert Departure.objects.get(pk=later.pk).places_taken == 3


@pytest.mark.parametrize(
    ("part", "error"),
    [
        (Party(0, 1), PartyNeedsAdult),
        (Party(2, 0), PartyNeedsAdult),
        (Party(2, 1), NothingToSplit),
        (Party(0, 0), NothingToSplit),
        (Party(3, 0), NothingToSplit),
        (Party(1, 2), NothingToSplit),
        (Party(1, -1), NothingToSplit),
    ],
)
def test_nobody_is_lost_or_left_without_an_adult(part, error):
    booking = make_booking(adults=2, children=1).booking
    with pytest.raises(error):
        splitting.split_booking(booking.pk, part, OFFICER)
    assert Booking.objects.get().party_size == 3 and differences() == []


def test_what_is_over_is_not_split(time_machine):
    booking = make_booking(adults=3).booking
    time_machine.move_to(booking.departure.starts_at)
    with pytest.raises(DeparturePast):
        splitting.split_booking(booking.pk, Party(1), OFFICER)
    time_machine.move_to(booking.created_at)
    services.cancel_booking(booking.pk)
    with pytest.raises(BookingNotActive):
        splitting.split_booking(booking.pk, Party(1), OFFICER)


def test_officer_splits_a_booking(client, site, make_officer):
    booking = make_booking(adults=3).booking
    url = reverse("booking:split", args=[booking.pk])
    client.force_login(make_officer("CN"))
    assert client.get(url).status_code == client.post(url, {"adults": 1}).status_code == 404
    client.force_login(make_officer("RU"))
    page = soup_of(client.get(url))
    assert (page.select_one("#id_adults")["max"], page.select_one("#id_children")["max"]) == (
        "2",
        "0",
    )
    answer = client.post(url, {"adults": 2, "children": 0}, follow=True)
    other = Booking.objects.exclude(pk=booking.pk).get()
    assert f"Booking {other.reference} is made; both are told by e-mail." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == reverse("booking:inspect", args=[other.pk])
    alone = client.get(reverse("booking:split", args=[booking.pk])).content.decode()
    assert "A party with one adult cannot be split." in alone


def test_refund_is_noted_seen_by_the_party_and_paid_out_once(client, site, make_officer):
    placed = make_booking()
    booking = placed.booking
    private = f"/ru/bookings/{booking.reference}/{placed.secret}/"
    client.force_login(make_officer("RU"))
    noted = {"amount": "1500.50", "words": "Two children were ill"}
    client.post(reverse("booking:refund", args=[booking.pk]), noted)
    client.post(reverse("booking:refund", args=[booking.pk]), {"amount": "100"})
    assert (
        client.post(reverse("booking:refund", args=[booking.pk]), {"amount": "0"}).status_code
        == 200
    )
    page = client.get(private).content.decode()
    assert "1\xa0600,50\xa0₽, в визит-центре" in page and "Two children" not in page
    listed = client.get(f"{reverse('booking:index')}?refund=open").content.decode()
    assert booking.reference in listed
    screen = client.get(reverse("booking:inspect", args=[booking.pk])).content.decode()
    assert "Two children were ill" in screen and "still to be paid back" in screen
    client.post(reverse("booking:pay_back", args=[booking.pk]))
    assert "визит-центре" not in soup_of(client.get(private)).select_one(".facts").get_text()
    assert refunds.owed_to(booking) == 0
    assert {note.paid_by for note in RefundNote.objects.all()} == {"officer-RU"}
    with pytest.raises(NothingToPayBack):
        refunds.pay_back(booking.pk, OFFICER)
    listed = client.get(f"{reverse('booking:index')}?refund=open").content.decode()
    assert booking.reference not in listed
    events = AuditEvent.objects.filter(kind__startswith="refund").order_by("pk")
    assert [(event.kind, event.details["amount"]) for event in events] == [
        ("refund-noted", "1500.50"),
        ("refund-noted", "100"),
        ("refund-paid", "1600.50"),
    ]


def test_refunds_belong_to_the_own_side_and_lose_their_words(client, site, make_officer):
    booking = make_booking().booking
    client.force_login(make_officer("CN"))
    for view in ("refund", "pay_back"):
        url = reverse(f"booking:{view}", args=[booking.pk])
        assert client.post(url, {"amount": "5"}).status_code == 404
    assert RefundNote.objects.count() == 0
    refunds.note_refund(booking.pk, Decimal(5), "Private", OFFICER)
    assert held_about(booking)["refunds"][0]["words"] == "Private"
    erase_person(booking.pk)
    assert [(note.amount, note.words) for note in booking.refunds.all()] == [(5, "")]


def test_persons_go_with_their_permits_and_consents(client, site, make_officer):
    departure = border_departure()
    booking = make_booking(departure, party=Party(2, 1, ("other",))).booking
    name_all(booking)
    first, second, child = booking.participants.all()
    cases_before = set(second.cases.values_list("pk", flat=True))
    client.force_login(make_officer("RU"))
    url = reverse("booking:split", args=[booking.pk])
    assert second.name in client.get(url).content.decode()
    refused = client.post(url, {"people": [child.pk]}).content.decode()
    assert "Somebody must go" in refused or "adult" in refused
    client.post(url, {"people": [second.pk, child.pk]})
    other = Booking.objects.exclude(pk=booking.pk).get()
    booking.refresh_from_db()
    assert (booking.party_size, other.adults, other.children) == (1, 1, 1)
    assert list(other.participants.all()) == [second, child]
    assert set(second.cases.values_list("pk", flat=True)) == cases_before != set()
    assert list(booking.participants.all()) == [first]
    assert {one.text_hash for one in other.consents.all()} == {
        one.text_hash for one in booking.consents.all()
    }
    assert differences() == []
