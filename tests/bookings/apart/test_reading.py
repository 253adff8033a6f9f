"""Who reads what: visitors see both sides as one calendar, staff see their own side's database."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from bookings.databases import alias_of
from tests.bookings.apart.rows import OTHER
from tests.bookings.factories import make_booking, make_departure, make_guide, make_series
from tests.bookings.journeys import soup_of
from tests.trails.factories import make_entry_zone

pytestmark = pytest.mark.django_db(databases="__all__")
SIDES = ["RU", "CN"]
STAFF_PAGES = [
    "departure:index",
    "departure:calendar",
    "series:index",
    "booking:index",
    "classvisit:index",
    "guide:index",
    "quota:index",
    "check_in",
    "ranger_paper",
    "ranger_sheet_data",
    "walk_statistics",
    "wagtailadmin_home",
]


@pytest.fixture
def parties(walks) -> dict:
    """A party on the walk of each side."""
    found = {side: make_booking(walk, 2).booking for side, walk in walks.items()}
    for side, booking in found.items():
        booking.name = f"Party on the walk of {side}"
        booking.save(update_fields=["name"])
    return found


def numbers(page) -> set[int]:
    """Return the departures a public page links to."""
    links = [link["href"].split("/") for link in soup_of(page).select("main a[href]")]
    return {int(parts[4]) for parts in links if parts[3:4] == ["departures"] and parts[4].isdigit()}


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_calendar_shows_both_sides_in_order_of_time(client, walks, language):
    later = make_departure(walks["RU"].trail, starts_at=timezone.now() + timedelta(days=9))
    page = client.get(f"/{language}/bookings/departures/")
    assert page.status_code == 200
    assert [one.pk for one in page.context["page_obj"]] == [
        walks["RU"].pk,
        walks["CN"].pk,
        later.pk,
    ]
    assert page.context["page_obj"].paginator.count == 3


@pytest.mark.parametrize("side", SIDES)
def test_filters_narrow_the_calendar(client, walks, side):
    walk, pages = walks[side], "/en/bookings/departures/"
    queries = [
        f"side={side}",
        f"trail={walk.trail.slug}",
        f"month={walk.local_day:%Y-%m}&side={side}",
    ]
    for query in [*queries, f"places=6&groups=CN&side={side}"]:
        assert numbers(client.get(f"{pages}?{query}")) == {walk.pk}
    make_entry_zone(side, {"group": "CN", "lead_days": 200}, trail=walk.trail)
    assert numbers(client.get(f"{pages}?groups=CN")) == {walks[OTHER[side]].pk}


def test_feed_and_busy_days_show_both_sides(client, walks):
    feed = Calendar.from_ical(client.get("/en/bookings/departures.ics").content)
    ids = {str(event["uid"]).split("@")[0] for event in feed.walk("VEVENT")}
    assert ids == {f"departure-{walk.pk}" for walk in walks.values()}
    page = client.get(f"/en/bookings/load/?month={walks['RU'].local_day:%Y-%m}")
    assert page.status_code == 200
    assert len(page.context["calendar"].places) == 2


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("address", STAFF_PAGES)
def test_officer_reads_the_own_sides_database(client, make_officer, parties, walks, side, address):
    for one in SIDES:
        make_guide(one, name=f"Guide of {one}")
        make_series(walks[one].trail)
    user = make_officer(side)
    give_all(user)
    client.force_login(user)
    page = client.get(reverse(address))
    assert page.status_code == 200
    text = page.content.decode()
    assert f"Trail {OTHER[side]}" not in text
    assert f"of {OTHER[side]}" not in text


@pytest.mark.parametrize("side", SIDES)
def test_officer_opens_exports_and_cancels_own_bookings_only(client, make_officer, parties, side):
    client.force_login(make_officer(side))
    own, other = parties[side], parties[OTHER[side]]
    for view in ("inspect", "cancel"):
        assert client.get(reverse(f"booking:{view}", args=[own.pk])).status_code == 200
        assert client.get(reverse(f"booking:{view}", args=[other.pk])).status_code == 404
        assert client.post(reverse(f"booking:{view}", args=[other.pk])).status_code in (404, 405)
    sheet = b"".join(client.get(reverse("booking:index") + "?export=csv").streaming_content)
    assert own.reference.encode() in sheet
    assert other.reference.encode() not in sheet
    assert client.post(reverse("booking:cancel", args=[own.pk])).status_code == 302
    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.state, other.state) == ("cancelled_operator", "confirmed")


@pytest.mark.parametrize("address", STAFF_PAGES)
def test_every_list_opens_for_who_works_for_both_sides(client, admin_user, parties, address):
    client.force_login(admin_user)
    assert client.get(reverse(address)).status_code == 200


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("kind", ["departure", "booking"])
def test_record_opens_by_its_number(client, make_officer, parties, side, kind):
    user = make_officer(side)
    give_all(user)
    client.force_login(user)
    record = parties[side].departure if kind == "departure" else parties[side]
    other = parties[OTHER[side]].departure if kind == "departure" else parties[OTHER[side]]
    assert client.get(reverse(f"{kind}:inspect", args=[record.pk])).status_code == 200
    assert client.get(reverse(f"{kind}:inspect", args=[other.pk])).status_code == 404
    if kind == "departure":
        for view in ("edit", "guides", "copy_to_days", "message", "cancel"):
            assert client.get(reverse(f"departure:{view}", args=[record.pk])).status_code == 200


def test_who_works_for_both_sides_sees_one_at_a_time(client, admin_user, parties):
    client.force_login(admin_user)
    lists = reverse("booking:index")
    for side in SIDES:
        client.get(reverse("departure:index") + f"?side={side}")
        text = client.get(lists).content.decode()
        assert parties[side].reference in text
        assert parties[OTHER[side]].reference not in text
        assert f"?side={OTHER[side]}" in text  # the way to the other side
        for one in SIDES:  # a number tells whose it is
            inspect = reverse("booking:inspect", args=[parties[one].pk])
            assert client.get(inspect).status_code == 200


@pytest.mark.parametrize("side", SIDES)
def test_log_and_desk_of_a_side(client, make_officer, parties, side):
    user = make_officer(side)
    give_all(user)
    client.force_login(user)
    text = client.get(reverse("staff_who_did_what") + "?kind=bookings").content.decode()
    assert parties[side].reference in text
    assert parties[OTHER[side]].reference not in text
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_administrator_reads_the_log_of_both_sides(client, admin_user, parties):
    client.force_login(admin_user)
    for query in ("", "?kind=bookings"):
        page = client.get(reverse("staff_who_did_what") + query)
        text = page.content.decode()
        assert all(booking.reference in text for booking in parties.values())
    sheet = client.get(reverse("staff_who_did_what") + "?export=csv")
    assert b"".join(sheet.streaming_content).count(b"\n") >= 3


def give_all(user) -> None:
    """Give every right to read; the side still narrows what is read."""
    from django.contrib.auth.models import Permission

    rights = Permission.objects.filter(codename__startswith="view_")
    others = Permission.objects.filter(codename__in=["check_in_party", "read_log", "access_admin"])
    user.user_permissions.add(*rights, *others)


def test_wrong_links_cost_the_same_whatever_the_side(client, parties, django_assert_num_queries):
    for booking in parties.values():
        with django_assert_num_queries(1, using=alias_of("CN")):
            assert client.get(f"/en/bookings/{booking.reference}/{'x' * 24}/").status_code == 404
