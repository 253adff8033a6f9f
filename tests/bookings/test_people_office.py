"""What the office does about persons: decide, read documents, hand the list on; the other side reaches none of it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from bookings.models import PermitCase, TravelDocument
from content.reserve.models import Holiday
from tests.bookings.factories import make_departure, make_trail
from tests.bookings.journeys import soup_of
from tests.bookings.persons import border_departure, border_trail
from tests.bookings.test_people_verbs import keys, named, place, states
from tests.bookings.test_ticket import text_of
from tests.trails.factories import make_entry_zone

pytestmark = pytest.mark.django_db
PRIVATE = ("AB123451", "Sample Person 1")


@pytest.fixture
def officer(client, make_officer):
    user = make_officer("RU")
    client.force_login(user)
    return user


def url(view: str, booking) -> str:
    return reverse(f"booking:{view}", args=[booking.pk])


def walk_url(view: str, booking) -> str:
    return reverse(f"departure:{view}", args=[booking.departure_id])


def screen(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(soup_of(answer).select_one("main").get_text(" ").split())


def test_booking_shows_each_person_with_the_permit_and_the_time_left(client, officer):
    booking = named()
    shown = screen(client, url("inspect", booking))
    assert "Sample Person 1" in shown and "…51" in shown and "AB123451" not in shown
    assert "To be filed" in shown and "file within 7 days, by" in shown


def test_time_left_is_counted_in_working_days_where_the_rule_says_so(client, officer):
    trail = make_trail("RU", slug="working")
    rule = {"group": "other", "is_reviewed": True, "lead_days": 2, "lead_kind": "working"}
    make_entry_zone("RU", rule, trail=trail)
    start = timezone.now() + timedelta(days=20)
    departure = make_departure(trail, starts_at=start)
    Holiday.objects.create(
        side_id="RU", day=departure.local_day - timedelta(days=1), kind="off", name_en="Holiday"
    )
    booking = place(departure, 1)
    case = PermitCase.objects.get()
    days = [departure.local_day - timedelta(days=back) for back in range(30)]
    working = [day for day in days if day.isoweekday() < 6 and day != days[1]]
    assert case.file_by == working[1] - timedelta(days=1)
    today = departure.trail.today()
    left = sum(today < day <= case.file_by for day in working)
    assert f"file within {left} working days, by" in screen(client, url("inspect", booking))


def test_permits_are_decided_person_by_person(client, officer):
    booking = named()
    page = soup_of(client.get(url("permits", booking)))
    assert len(page.select("input[name=cases][checked]")) == 2
    first = keys(booking, 1)
    unsaid = client.post(url("permits", booking), {"cases": first, "state": "refused"})
    assert "Please say why." in unsaid.content.decode() and states(booking) == ["ready"] * 2
    refusal = {"cases": first, "state": "refused", "reason": "border"}
    assert client.post(url("permits", booking), refusal).status_code == 302
    assert states(booking) == ["refused", "ready"]
    assert "Refused: the border authority refused" in screen(client, url("inspect", booking))
    assert client.post(url("without", booking), {"number": 1}).status_code == 302
    booking.refresh_from_db()
    assert (booking.party_size, states(booking)) == (1, ["ready"])


def test_many_parties_are_decided_at_once(client, officer):
    departure = border_departure()
    first, second = named(departure=departure), named(departure=departure)
    missing = place(departure, 1)
    address = f"{walk_url('people', first)}?tick=ready"
    assert len(soup_of(client.get(address)).select("input[name=cases][checked]")) == 4
    chosen = [*keys(first), *keys(second), *keys(missing)]
    answer = client.post(address, {"cases": chosen, "state": "granted"}, follow=True)
    assert "4 permits noted" in answer.content.decode()
    for booking in (first, second, missing):
        booking.refresh_from_db()
    assert [one.state for one in (first, second, missing)] == [
        "confirmed",
        "confirmed",
        "permit_review",
    ]
    again = client.post(address, {"cases": chosen, "state": "filed"})
    assert "Nothing has changed" in again.content.decode()


def test_documents_are_shown_to_who_asks_and_the_history_knows(client, officer):
    booking = named()
    asked = client.get(url("documents", booking)).content.decode()
    assert "AB123451" not in asked and not booking.events.filter(kind="document-read").exists()
    shown = client.post(url("documents", booking))
    assert "AB123451" in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    assert booking.events.get(kind="document-read").actor_name == "officer-RU"


@pytest.mark.parametrize(
    ("side", "title", "country"),
    [
        ("RU", "Список лиц для пограничной службы", "Германия"),
        ("CN", "报送边防部门的人员名单", "德国"),
    ],
)
def test_list_for_the_border_service_is_in_the_language_of_the_side(
    client, make_officer, side, title, country
):
    client.force_login(make_officer(side))
    departure = border_departure(side)
    booking = named(departure=departure)
    place(departure, 1)  # without papers there is nothing to hand on
    answer = client.post(walk_url("border_list", booking), {"as": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == title
    people = [row for row in rows if row[-1] == booking.reference]
    assert [(row[1], row[3], row[5]) for row in people] == [
        ("Sample Person 1", country, "AB123451"),
        ("Sample Person 2", country, "AB123452"),
    ]
    page = client.post(walk_url("border_list", booking), {"as": "page"}).content.decode()
    assert title in page and "AB123452" in page and country in page
    booking.participants.filter(number=1).update(name_original="Мария 玛丽亚 Müller 𰻞")
    file = client.post(walk_url("border_list", booking), {"as": "pdf"})
    assert "no-store" in file.headers["Cache-Control"]
    text = text_of(file.content)
    of_side = departure.trail.side
    organisation = of_side.organisation_ru if side == "RU" else of_side.organisation_zh_hans
    for words in (title, organisation, "AB123452", country, "1 / 1"):
        assert words.replace(" ", "") in text.replace(" ", "")
    assert "Мария玛丽亚Müller□" in text.replace(" ", "")
    made = departure.events.filter(kind="border-list")
    assert [event.details for event in made] == [{"people": 2}] * 3
    assert booking.events.filter(kind="document-read").count() == 3


def test_no_name_becomes_a_formula(client, officer):
    booking = named(1)
    booking.participants.update(name='=HYPERLINK("http://example.org")')
    answer = client.post(walk_url("border_list", booking), {"as": "xlsx"})
    cells = [cell for row in load_workbook(BytesIO(answer.content)).active for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


VIEWS = ("inspect", "permits", "without", "documents")
WALK_VIEWS = ("people", "border_list")


@pytest.mark.parametrize(("own", "other"), [("RU", "CN"), ("CN", "RU")])
@pytest.mark.parametrize("method", ["get", "post"])
def test_other_side_reaches_nothing(client, make_officer, own, other, method):
    booking = named(departure=border_departure(own))
    client.force_login(make_officer(other))
    form = {"cases": keys(booking), "state": "granted", "number": 1, "as": "xlsx"}
    addresses = [url(view, booking) for view in VIEWS]
    addresses += [walk_url(view, booking) for view in WALK_VIEWS]
    for address in addresses:
        answer = getattr(client, method)(address, form if method == "post" else {})
        assert answer.status_code == 404, address
        assert not any(text in answer.content.decode() for text in PRIVATE)
    assert states(booking) == ["ready", "ready"] and TravelDocument.objects.count() == 2
    assert not booking.events.filter(kind="document-read").exists()


def test_who_may_only_look_opens_no_document_and_decides_nothing(client, make_officer):
    booking = named()
    client.force_login(make_officer("RU", "view_booking", "view_departure", "change_departure"))
    for address in (
        *(url(view, booking) for view in VIEWS[1:]),
        *(walk_url(view, booking) for view in WALK_VIEWS),
    ):
        assert client.post(address, {"as": "page"}).status_code in (302, 403)
    assert not booking.events.filter(kind="document-read").exists()
    assert "AB123451" not in screen(client, url("inspect", booking))


def test_list_finds_missing_papers_the_nearest_deadline_first(client, officer):
    trail = border_trail(lead_days=1)
    now = timezone.now()
    late = place(make_departure(trail, starts_at=now + timedelta(days=20)), 1)
    soon = place(make_departure(trail, starts_at=now + timedelta(days=10)), 1)
    named(1)
    rows = soup_of(client.get(reverse("booking:index"), {"papers": "docs_missing"})).select(
        "tbody tr"
    )
    found = [row.select_one("a").get_text(strip=True) for row in rows]
    assert found == [soon.reference, late.reference]


@pytest.mark.parametrize("parties", [1, 3])
def test_screen_of_persons_asks_the_same_however_many(
    client, officer, parties, django_assert_max_num_queries
):
    departure = border_departure(capacity=20)
    bookings = [named(departure=departure) for _party in range(parties)]
    client.get(walk_url("people", bookings[0]))
    with django_assert_max_num_queries(22):
        client.get(walk_url("people", bookings[0]))
