"""Makers of departures and bookings for tests; every value may be named."""

from datetime import time, timedelta

from django.utils import timezone

from bookings.databases import alias_of
from bookings.models import (
    Booking,
    ClassVisit,
    Departure,
    DepartureSeries,
    DepartureState,
    Guide,
    QuotaZone,
)
from bookings.parties import SYSTEM, ConsentGiven, Contact, Party
from bookings.quotas import save_zone
from bookings.references import new_key
from bookings.requests import BookingRequest, Placed
from bookings.series import add_series
from bookings.services import place_booking
from content.reserve.models import Side
from content.trails.models import Trail
from tests.trails.factories import make_entry_zone


def make_sides() -> dict[str, Side]:
    """Return both sides; made when missing."""
    values = {
        "RU": {
            "time_zone": "Asia/Vladivostok",
            "currency": "RUB",
            "name_en": "Russia",
            "organisation_en": "Land of the Leopard",
            "organisation_ru": "Земля леопарда",
            "organisation_zh_hans": "豹之乡",
            "email": "ru@example.org",
        },
        "CN": {
            "time_zone": "Asia/Shanghai",
            "currency": "CNY",
            "name_en": "China",
            "organisation_en": "Northeast park",
            "organisation_ru": "Северо-восточный парк",
            "organisation_zh_hans": "东北公园",
            "email": "cn@example.org",
        },
    }
    return {
        code: Side.objects.update_or_create(code=code, defaults=fields)[0]
        for code, fields in values.items()
    }


def make_trail(side: str = "RU", **fields) -> Trail:
    sides = make_sides()
    slug = fields.pop("slug", f"trail-{side.lower()}")
    values = {
        "name_en": f"Trail {side}",
        "name_ru": f"Тропа {side}",
        "name_zh_hans": f"步道 {side}",
        "meeting_point_en": "At the gate",
        "meeting_point_ru": "У ворот",
        "meeting_point_zh_hans": "大门口",
        "duration_max": 90,
        **fields,
    }
    return Trail.objects.update_or_create(slug=slug, defaults={"side": sides[side], **values})[0]


def make_departure(trail: Trail | None = None, **fields) -> Departure:
    """Return an open departure a week from now with 10 places."""
    start = fields.pop("starts_at", None) or (timezone.now() + timedelta(days=7)).replace(
        minute=0, second=0, microsecond=0
    )
    values = {"capacity": 10, "state": DepartureState.OPEN, "closes_at": start, **fields}
    trail = trail or make_trail()
    of_its_side = Departure.objects.using(alias_of(trail.side_id))
    return of_its_side.create(trail=trail, starts_at=start, **values)


def make_series(trail: Trail | None = None, **fields) -> DepartureSeries:
    """Return a series at ten o'clock every Saturday and Sunday from today on, two weeks ahead, with its departures."""
    trail = trail or make_trail()
    values = {
        "clock": time(10),
        "weekdays": [5, 6],
        "first_day": trail.today(),
        "days_ahead": 13,
        "capacity": 10,
        **fields,
    }
    series = DepartureSeries(trail=trail, **values)
    add_series(series, SYSTEM)
    return series


def make_zone(*trails: Trail, limit: int, days: dict | None = None) -> QuotaZone:
    """Return a zone that bears so many people a day on all these trails together."""
    zone = QuotaZone(side=trails[0].side, name_en="Zone", name_ru="Зона", name_zh_hans="区域")
    zone.usual_limit = limit
    return save_zone(zone, [trail.pk for trail in trails], days or {})


def make_guide(side: str = "RU", **fields) -> Guide:
    values = {"name": f"Guide {side}", "languages": ["ru"], **fields}
    return Guide.objects.using(alias_of(side)).create(side=make_sides()[side], **values)


def make_class_visit(trail: Trail | None = None, **fields) -> ClassVisit:
    """Return a request of a school for a day a month ahead, which is kept but tells nobody."""
    trail = trail or make_trail()
    values = {
        "key": new_key(),
        "school": "School No. 0",
        "pupils": 20,
        "adults": 2,
        "age": 10,
        "wished_on": trail.today() + timedelta(days=30),
        "name": "Sample Teacher",
        "email": "teacher@example.org",
        "language": "en",
        "consent_version": "test",
        "consent_hash": "0" * 64,
        "consent_at": timezone.now(),
        **fields,
    }
    return ClassVisit.objects.create(trail=trail, side=trail.side, **values)


def make_request(
    departure: Departure, adults: int = 2, children: int = 0, **fields
) -> BookingRequest:
    values = {
        "contact": Contact("Sample Visitor", "visitor@example.org", "+79141234567"),
        "consent": ConsentGiven("test", "0" * 64, "en"),
        "language": "en",
        "key": new_key(),
        "party": Party(adults, children),
        **fields,
    }
    return BookingRequest(departure_id=departure.pk, **values)


def make_booking(
    departure: Departure | None = None, adults: int = 2, children: int = 0, **fields
) -> Placed:
    """Book a party by the real verb."""
    return place_booking(make_request(departure or make_departure(), adults, children, **fields))


def under_review(side: str = "RU", adults: int = 2, **fields) -> Booking:
    """Return a booking whose papers wait to be looked at."""
    trail = make_trail(side, slug=f"border-{side.lower()}")
    if not trail.entry_zones.exists():
        rule = {"group": "CN", "is_reviewed": True, "papers_en": "A pass of the border service"}
        make_entry_zone(side, rule, trail=trail)
    departure = make_departure(trail, **fields)
    request = make_request(departure)
    party = Party(adults, 0, ("CN",))
    return place_booking(BookingRequest(**{**request.__dict__, "party": party})).booking


def held(departure: Departure) -> int:
    """Return how many people hold places by the rows themselves."""
    return departure.bookings.holding().places()


def counter(departure: Departure) -> int:
    of_its_side = Departure.objects.using(departure._state.db)
    return of_its_side.values_list("places_taken", flat=True).get(pk=departure.pk)
