"""The staff screens: a booking officer meets the departures and bookings of their own country, and no others."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from bookings.models import AuditEvent, Booking, BookingState, Departure, DepartureState
from bookings.parties import Contact
from bookings.staff_views.bookings import BookingViewSet
from bookings.staff_views.departures import DepartureViewSet
from bookings.staff_views.guides import GuideViewSet
from bookings.staff_views.series import SeriesViewSet
from tests.bookings.factories import (
    counter,
    held,
    make_booking,
    make_departure,
    make_guide,
    make_series,
    make_trail,
)
from tests.bookings.journeys import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def russian():
    """A Russian departure with one party, and a name to look for."""
    departure = make_departure(make_trail("RU"))
    return make_booking(departure, contact=Contact("Анна Образцова", "anna@example.org"))


@pytest.fixture
def chinese():
    departure = make_departure(make_trail("CN"))
    return make_booking(departure, contact=Contact("示例访客", "fangke@example.org"))


def addresses() -> list[tuple[str, str, bool]]:
    """Return (viewset, url name, needs a key) of every staff address of this app, found, not listed."""
    return [
        (viewset.name, pattern.name, "pk" in pattern.pattern.converters)
        for viewset in (DepartureViewSet(), SeriesViewSet(), BookingViewSet(), GuideViewSet())
        for pattern in viewset.get_urlpatterns()
    ]


RECORD_ADDRESSES = [(name, view) for name, view, has_key in addresses() if has_key]
LIST_ADDRESSES = [
    (name, view) for name, view, has_key in addresses() if not has_key and view != "add"
]


def test_the_addresses_are_these():
    """A new address must be added here, and so is looked at by the tests below."""
    assert {f"{name}:{view}" for name, view, _key in addresses()} == {
        "departure:index",
        "departure:index_results",
        "departure:add",
        "departure:calendar",
        "departure:people",
        "departure:border_list",
        "departure:edit",
        "departure:inspect",
        "departure:cancel",
        "departure:copy_to_days",
        "departure:guarantee",
        "departure:guides",
        "departure:message",
        "departure:pause",
        "departure:resume",
        "series:index",
        "series:index_results",
        "series:add",
        "series:edit",
        "series:copy",
        "series:inspect",
        "series:guides",
        "series:cancel",
        "guide:index",
        "guide:index_results",
        "guide:add",
        "guide:edit",
        "guide:inspect",
        "guide:renew",
        "booking:index",
        "booking:index_results",
        "booking:inspect",
        "booking:cancel",
        "booking:move",
        "booking:permits",
        "booking:documents",
        "booking:without",
        "booking:split",
        "booking:refund",
        "booking:pay_back",
        "booking:accept_papers",
        "booking:refuse_papers",
    }


def pk_for(name: str, placed) -> int:
    if name == "guide":
        return make_guide(placed.booking.departure.trail.side_id).pk
    if name == "series":
        return make_series(placed.booking.departure.trail).pk
    return placed.booking.departure_id if name == "departure" else placed.booking.pk


@pytest.mark.parametrize(("name", "view"), RECORD_ADDRESSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_other_country_does_not_get_through(
    client, site, russian, chinese, make_officer, name, view, method
):
    client.force_login(make_officer("CN"))
    url = reverse(f"{name}:{view}", args=[pk_for(name, russian)])
    values = {"reason": "fire"} if method == "post" else {}
    response = getattr(client, method)(url, values, follow=True)
    assert response.status_code == 404
    assert "Образцова" not in response.content.decode()
    russian.booking.refresh_from_db()
    assert russian.booking.is_live
    own = reverse(f"{name}:{view}", args=[pk_for(name, chinese)])
    assert client.get(own, follow=True).status_code == 200


@pytest.mark.parametrize(("name", "view"), LIST_ADDRESSES)
@pytest.mark.parametrize(
    "query",
    ["", "?q=Образцова", "?q={reference}", "?side=RU", "?trail={trail}", "?departure={departure}"],
)
def test_other_country_is_in_no_list(client, russian, chinese, make_officer, name, view, query):
    client.force_login(make_officer("CN"))
    booking = russian.booking
    query = query.format(
        reference=booking.reference,
        trail=booking.departure.trail_id,
        departure=booking.departure_id,
    )
    text = client.get(reverse(f"{name}:{view}") + query).content.decode()
    rows = soup_of(client.get(reverse(f"{name}:{view}") + query)).select("tbody tr")
    assert not any("Trail RU" in row.get_text() for row in rows)
    assert booking.reference not in "".join(row.get_text() for row in rows)
    assert "Анна" not in text


@pytest.mark.parametrize("side", ["RU", ""])
def test_own_country_and_both_countries(client, russian, chinese, make_officer, side):
    client.force_login(make_officer(side))
    rows = soup_of(client.get(reverse("booking:index"))).select("tbody tr")
    found = {
        placed.booking.reference
        for placed in (russian, chinese)
        if any(placed.booking.reference in row.get_text() for row in rows)
    }
    expected = {russian.booking.reference} | (set() if side else {chinese.booking.reference})
    assert found == expected


@pytest.mark.parametrize("view", ["booking:index", "departure:index", "departure:add"])
def test_without_permission_nobody_enters(client, make_officer, view):
    client.force_login(make_officer("RU", "access_admin"))
    assert client.get(reverse(view)).status_code == 302


def test_who_may_see_departures_only_meets_no_names(client, russian, make_officer):
    client.force_login(make_officer("RU", "view_departure"))
    url = reverse("departure:inspect", args=[russian.booking.departure_id])
    page = client.get(url)
    assert page.status_code == 200
    assert "Образцова" not in page.content.decode()
    assert client.get(reverse("booking:index")).status_code == 302
    assert (
        client.post(reverse("departure:cancel", args=[russian.booking.departure_id])).status_code
        == 302
    )


@pytest.mark.parametrize("query", ["образцова", "ОБРАЗЦОВА", "Образцова", "{reference}"])
def test_search_by_name_or_number(client, russian, make_officer, query):
    client.force_login(make_officer("RU"))
    make_booking(russian.booking.departure)
    query = query.format(reference=russian.booking.reference.lower())
    rows = soup_of(client.get(reverse("booking:index"), {"q": query})).select("tbody tr")
    assert [russian.booking.reference in row.get_text() for row in rows] == [True]


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%22", "p=x", "p=-1", "state=zz", "departure=x", "day_from=99"]
)
def test_nonsense_in_staff_lists(client, russian, make_officer, query):
    client.force_login(make_officer("RU"))
    for view in ("booking:index", "departure:index"):
        assert client.get(f"{reverse(view)}?{query}").status_code in {200, 404}


def test_export_holds_own_country_only_and_is_recorded(client, russian, chinese, make_officer):
    officer = make_officer("RU")
    client.force_login(officer)
    response = client.get(reverse("booking:index"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert "Анна Образцова" in text
    assert "示例访客" not in text
    xlsx = client.get(reverse("booking:index"), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(xlsx.streaming_content))).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        russian.booking.reference
    ]
    events = AuditEvent.objects.filter(kind="exported").order_by("pk")
    assert [(event.actor_name, event.details["format"]) for event in events] == [
        ("officer-RU", "csv"),
        ("officer-RU", "xlsx"),
    ]


def test_export_gives_spreadsheets_no_formula(client, make_officer):
    make_booking(contact=Contact('=HYPERLINK("http://x")', "visitor@example.org", "+79141234567"))
    client.force_login(make_officer("RU"))
    response = client.get(reverse("booking:index"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert "'=HYPERLINK" in text
    assert "'+79141234567" in text


def form_values(departure: Departure, **values) -> dict:
    return {
        "trail": departure.trail_id,
        "day": f"{departure.local_day}",
        "clock": f"{departure.local_start:%H:%M}",
        "opens_clock": "10:00",
        "closes_hours": "0",
        "min_to_run": "0",
        "capacity": departure.capacity,
        "state": departure.state,
        "note_en": "",
        "note_ru": "",
        "note_zh_hans": "",
        "price": "",
        **values,
    }


def test_times_are_typed_on_the_trails_clock(client, make_officer):
    trail = make_trail("CN")
    client.force_login(make_officer("CN"))
    draft = Departure(trail=trail, starts_at=datetime(2027, 5, 1, 0, 30, tzinfo=UTC), capacity=8)
    values = form_values(draft, state="open", closes_hours="12", guide_languages=["ru", "zh-hans"])
    assert values["clock"] == "08:30"
    response = client.post(reverse("departure:add"), values)
    assert response.status_code == 302
    made = Departure.objects.get()
    assert made.starts_at == datetime(2027, 5, 1, 0, 30, tzinfo=UTC)
    assert made.closes_at == made.starts_at - timedelta(hours=12)
    assert made.guide_languages == ["ru", "zh-hans"]
    assert [event.actor_name for event in made.events.all()] == ["officer-CN"]


def test_departure_on_a_trail_of_the_other_country_is_refused(client, make_officer):
    trail = make_trail("RU")
    client.force_login(make_officer("CN"))
    draft = Departure(trail=trail, starts_at=timezone.now() + timedelta(days=3), capacity=8)
    response = client.post(reverse("departure:add"), form_values(draft, state="open"))
    assert response.status_code == 200
    assert Departure.objects.count() == 0


def test_capacity_may_not_be_cut_below_what_is_taken(client, russian, make_officer):
    client.force_login(make_officer("RU"))
    departure = russian.booking.departure
    url = reverse("departure:edit", args=[departure.pk])
    response = client.post(url, form_values(departure, capacity="1"))
    assert (
        "2 places are already taken; the departure cannot have fewer." in response.content.decode()
    )
    assert client.post(url, form_values(departure, capacity="2")).status_code == 302
    departure.refresh_from_db()
    assert (departure.capacity, departure.places_taken) == (2, 2)


@pytest.mark.parametrize("change", [{"day": "2027-07-01"}, {"state": "draft"}])
def test_departure_with_parties_is_not_moved_or_withdrawn(client, russian, make_officer, change):
    client.force_login(make_officer("RU"))
    departure = russian.booking.departure
    url = reverse("departure:edit", args=[departure.pk])
    response = client.post(url, form_values(departure, **change))
    assert "Parties are booked on this departure" in response.content.decode()
    assert Departure.objects.get().starts_at == departure.starts_at


def test_saving_a_form_opened_before_a_booking_keeps_the_counter(client, russian, make_officer):
    departure = russian.booking.departure
    stale = Departure.objects.get(pk=departure.pk)
    make_booking(departure, 3)
    stale.capacity = 9
    stale.save()
    assert counter(departure) == held(departure) == 5


def test_open_departure_on_a_closed_trail_is_not_called_open(client, russian, make_officer):
    client.force_login(make_officer("RU"))
    departure = russian.booking.departure
    departure.trail.closures.create(reason_id="flood", starts_on=departure.local_day)
    for url in (reverse("departure:index"), reverse("departure:inspect", args=[departure.pk])):
        answer = client.get(url).content.decode()
        assert answer.count("Trail closed: high water") == 1


def test_officer_cancels_a_departure_and_the_parties_are_told(
    client, russian, make_officer, mailoutbox, django_capture_on_commit_callbacks
):
    client.force_login(make_officer("RU"))
    url = reverse("departure:cancel", args=[russian.booking.departure_id])
    assert client.post(url, {"reason": "nonsense"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url, {"reason": "fire", "cancel_note_en": "Take care."})
    assert response.status_code == 302
    russian.booking.refresh_from_db()
    assert russian.booking.state == BookingState.CANCELLED_BY_OPERATOR
    departure = Departure.objects.get()
    assert (departure.state, departure.places_taken) == (DepartureState.CANCELLED, 0)
    (message,) = mailoutbox
    assert "fire danger" in message.body
    assert "Take care." in message.body
    again = client.post(url, {"reason": "fire"}).content.decode()
    assert "The reserve has cancelled this departure." in again


def test_officer_cancels_a_booking(client, russian, make_officer):
    client.force_login(make_officer("RU"))
    url = reverse("booking:cancel", args=[russian.booking.pk])
    assert client.get(url).status_code == 200
    assert client.post(url).status_code == 302
    booking = Booking.objects.get()
    assert booking.state == BookingState.CANCELLED_BY_OPERATOR
    assert [mail.kind for mail in booking.mails.order_by("pk")] == ["confirmed", "cancelled-by-us"]
    page = client.get(reverse("booking:inspect", args=[booking.pk])).content.decode()
    assert "member of staff: officer-RU" in page


def test_copies_keep_the_local_time_and_skip_days_that_have_the_walk(client, make_officer):
    departure = make_departure(
        make_trail("CN"), starts_at=datetime(2027, 5, 3, 0, 30, tzinfo=UTC), note_ru="Записка"
    )
    client.force_login(make_officer("CN"))
    url = reverse("departure:copy_to_days", args=[departure.pk])
    days = {"first_day": "2027-05-03", "last_day": "2027-05-16", "weekdays": ["0", "5"]}
    assert client.post(url, {**days, "weekdays": []}).status_code == 200
    assert client.post(url, {**days, "last_day": "2099-01-01"}).status_code == 200
    for _twice in range(2):
        assert client.post(url, days).status_code == 302
    starts = list(Departure.objects.order_by("starts_at").values_list("starts_at", flat=True))
    assert starts == [datetime(2027, 5, day, 0, 30, tzinfo=UTC) for day in (3, 8, 10, 15)]
    assert set(Departure.objects.values_list("note_ru", flat=True)) == {"Записка"}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("view", ["booking:index", "departure:index"])
def test_lists_ask_the_same_number_of_questions_whatever_their_length(
    client, make_officer, django_assert_max_num_queries, rows, view
):
    trail = make_trail("RU")
    for _row in range(rows):
        make_booking(make_departure(trail))
    client.force_login(make_officer("RU"))
    client.get(reverse(view))
    with django_assert_max_num_queries(15) as found:
        client.get(reverse(view))
    assert len(found) == STAFF_QUERIES[view]


STAFF_QUERIES = {"booking:index": 14, "departure:index": 13}


def test_names_are_in_no_search_index_and_no_log_of_wagtail(client, russian, make_officer):
    from wagtail.models import ModelLogEntry, ReferenceIndex
    from wagtail.search.models import IndexEntry

    client.force_login(make_officer("RU"))
    client.post(reverse("booking:cancel", args=[russian.booking.pk]))
    kinds = {entry.content_type.model for entry in IndexEntry.objects.all()}
    assert "booking" not in kinds
    assert not ModelLogEntry.objects.filter(label__contains="Образцова").exists()
    assert not ReferenceIndex.objects.filter(content_type__model="booking").exists()
