"""Bookings where the papers of the party decide: asked for, judged under the lock, offered a day that works."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from bookings import outbox, services
from bookings.errors import PassportsNotSaid, TooLateForPapers
from bookings.models import Booking, Departure
from bookings.parties import Party
from bookings.queries import in_time_for, next_fitting
from bookings.requests import BookingRequest
from tests.bookings.factories import make_departure, make_request, make_trail
from tests.trails.factories import make_entry_zone

pytestmark = pytest.mark.django_db
LEAD = 30


@pytest.fixture
def trail():
    """A trail that people of other countries must book a month ahead."""
    trail = make_trail()
    make_entry_zone("RU", {"group": "RU"}, {"group": "other", "lead_days": LEAD}, trail=trail)
    return trail


def walk(trail, days: int) -> Departure:
    return make_departure(trail, starts_at=timezone.now() + timedelta(days=days, hours=3))


def place(departure: Departure, *groups: str, adults: int = 2):
    request = make_request(departure)
    party = Party(adults, 0, groups)
    return services.place_booking(BookingRequest(**{**request.__dict__, "party": party})).booking


def test_party_that_is_in_time_is_booked_with_its_passports(trail):
    booking = place(walk(trail, LEAD + 2), "RU", "other")
    assert booking.nationality_groups == ["RU", "other"]


def test_party_too_late_for_its_papers_is_refused_and_takes_no_place(trail):
    soon = walk(trail, 5)
    with pytest.raises(TooLateForPapers) as refused:
        place(soon, "RU", "other")
    soon.refresh_from_db()
    assert soon.places_taken == 0 and not Booking.objects.exists()
    assert refused.value.first_day == trail.today() + timedelta(days=LEAD)
    assert place(soon, "RU").party_size == 2


def test_passports_must_be_said_where_a_rule_depends_on_them(trail):
    with pytest.raises(PassportsNotSaid):
        place(walk(trail, LEAD + 2))


def test_party_may_not_grow_once_it_is_too_late_but_may_shrink(trail):
    departure = walk(trail, LEAD + 2)
    booking = place(departure, "other")
    trail.entry_zones.first().rules.filter(group="other").update(lead_days=LEAD + 20)
    with pytest.raises(TooLateForPapers):
        services.change_party_size(booking.pk, Party(3))
    services.change_party_size(booking.pk, Party(1))
    booking.refresh_from_db()
    assert (booking.party_size, booking.nationality_groups) == (1, ["other"])


def test_offers_and_calendar_leave_out_what_comes_too_early(trail):
    soon, later = walk(trail, 5), walk(trail, LEAD + 3)
    elsewhere = make_departure(make_trail("CN"))
    now = timezone.now()
    assert next_fitting(soon, 1, ["other"]) == [later]
    assert next_fitting(later, 1, ["RU"]) == [soon]
    found = in_time_for(Departure.objects.all(), ["other"], now)
    assert set(found) == {later, elsewhere}


@pytest.mark.parametrize(
    ("code", "label", "refusal"),
    [
        ("en", "Passports in your party", "The earliest day for your party is"),
        ("ru", "Паспорта в вашей группе", "Ближайший возможный день для вашей группы"),
        ("zh-hans", "同行者所持护照", "最早可选"),
    ],
)
def test_form_asks_and_says_the_first_day_that_works(client, site, trail, code, label, refusal):
    soon = walk(trail, 5)
    later = walk(trail, LEAD + 3)
    address = f"/{code}" + reverse("bookings:departure", args=[soon.pk]).removeprefix("/en")
    assert label in client.get(address).content.decode()
    typed = {"adults": 2, "children": 0}
    unsaid = client.post(address, typed)
    assert unsaid.status_code == 200 and 'value="2"' in unsaid.content.decode()
    refused = client.post(address, {**typed, "groups": ["RU", "other"]})
    html = refused.content.decode()
    assert refused.status_code == 409 and refusal in html and 'value="2"' in html
    assert f"/bookings/departures/{later.pk}/" in html or str(later.pk) in html
    assert client.post(address, {**typed, "groups": ["mars"]}).status_code == 200
    assert client.post(address, {**typed, "groups": ["RU"]}).status_code == 302


def test_trail_in_no_zone_does_not_ask(client, site):
    departure = make_departure()
    page = client.get(reverse("bookings:departure", args=[departure.pk])).content.decode()
    assert "Passports in your party" not in page


def test_mail_names_the_papers_of_the_party_alone(trail):
    trail.entry_zones.first().rules.filter(group="RU").update(papers_en="Inner passport")
    place(walk(trail, LEAD + 2), "other")
    outbox.send_due()
    [letter] = mail.outbox
    assert "Citizens of other countries: Passport" in letter.body
    assert "Inner passport" not in letter.body


@pytest.mark.parametrize("number", [2, 5])
def test_holidays_are_read_once_whatever_trails_have_rules(number, django_assert_num_queries):
    for turn in range(number):
        trail = make_trail(slug=f"zone-{turn}")
        make_entry_zone("RU", {"group": "RU", "lead_days": 3, "lead_kind": "working"}, trail=trail)
    with django_assert_num_queries(4):  # trails, their zones, their rules, the holidays
        in_time_for(Departure.objects.all(), ["RU"], timezone.now())
