"""The table of roles as people read it."""

import pytest
from django.urls import reverse

from staff.management.commands.write_role_table import PATH, with_table
from staff.role_table import roles_of_the_table, rows
from tests.bookings.journeys import soup_of
from tests.staff.factories import make_staff


def test_documentation_holds_the_table_of_the_code():
    text = PATH.read_text(encoding="utf-8")
    assert with_table(text) == text, "run manage.py write_role_table"


def cell(thing: str, role: str):
    place = [role.code for role in roles_of_the_table()].index(role)
    row = next(row for row in rows() if str(row.thing) == thing)
    return row.cells[place]


@pytest.mark.parametrize(
    ("thing", "role", "own", "others"),
    [
        ("trails", "editor", {"view", "add", "change"}, {"view"}),
        ("trails", "translator", {"view", "change"}, {"view", "translate"}),
        ("trails", "ranger", set(), set()),
        ("contact messages", "moderator", {"view", "delete"}, set()),
        ("bookings", "booking-officer", {"view", "change"}, set()),
        ("pictures", "booking-officer", set(), set()),
        ("pictures", "photo-curator", {"view", "add", "change"}, {"view"}),
        ("Check parties in", "ranger", {"yes"}, set()),
    ],
)
def test_cells_say_what_is_granted(thing, role, own, others):
    found = cell(thing, role)
    assert (set(found.own), set(found.others)) == (own, others)


@pytest.mark.parametrize(("language", "say"), [("ru", "видеть"), ("zh-hans", "查看")])
def test_screen_tells_the_readers_own_role_first(staffed, client, language, say):
    client.force_login(make_staff("education-officer", "RU", language))
    page = soup_of(client.get(reverse("staff_roles")))
    assert page.select_one(".staff-roles [aria-current]")["href"] == "?role=education-officer"
    assert say in page.select_one("tbody").get_text()


def test_unknown_role_shows_the_readers_own(staffed, client):
    client.force_login(make_staff("ranger", "CN"))
    page = soup_of(client.get(reverse("staff_roles") + "?role=<script>"))
    assert page.select_one(".staff-roles [aria-current]")["href"] == "?role=ranger"
