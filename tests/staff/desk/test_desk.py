"""What lies on the desk of each role: their own work, never the other country's, in few questions of the database."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment, CommentReply

from bookings.models import Departure
from content.base.models import FileScan
from content.reserve.models import FireDanger
from staff.desk.desk import desk_of
from staff.desk.lists import age
from staff.roles import ROLES
from tests.bookings.factories import make_booking, under_review
from tests.cameratraps.animals import make_alias, make_claim
from tests.staff.factories import make_closure, make_departure, make_staff
from tests.staff.test_home import add_page

NOW = datetime(2026, 6, 9, 3, tzinfo=UTC)
QUERIES = {
    "editor": 25,
    "moderator": 41,
    "translator": 30,
    "photo-curator": 33,
    "education-officer": 24,
    "booking-officer": 35,
    "ranger": 26,
    "administrator": 55,
}


def lists_of(user) -> dict[str, list]:
    return {one.key: one.rows for one in desk_of(user).lists}


def submit(page, author):
    page.save_revision(user=author)
    page.get_workflow().start(page, author)


def work(staffed, number: int, author) -> None:
    """Let so much of every kind wait for both sides."""
    for one in range(number):
        for code in ("en", "ru", "zh-hans"):
            parent = staffed["visit"][code]
            for kind in ("draft", "sent", "old"):
                page = add_page(parent, f"{kind}-{code}-{number}-{one}")
                if kind == "sent":
                    submit(page, author)
                elif kind == "draft":
                    page.save_revision(user=author)
                else:
                    long_ago = timezone.now() - timedelta(days=4000)
                    type(page).objects.filter(pk=page.pk).update(
                        last_published_at=long_ago, first_published_at=long_ago
                    )
                    Comment.objects.create(page=page, user=author, text="?", contentpath="title")
        for side in ("RU", "CN"):
            closed = make_departure(side)
            make_booking(closed)
            under_review(side)
            make_closure(side)
            closed.trail.closures.create(reason_id="flood", starts_on=timezone.localdate())
            make_claim(make_alias(side), agreed=False)


def questions(user) -> int:
    """Return how often a desk asks the database, with nothing remembered of it."""
    fresh = type(user).objects.get(pk=user.pk)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        desk_of(fresh)
    return len(queries)


def test_desk_asks_as_little_whatever_lies_on_it(staffed):
    author = make_staff("editor", "RU")
    people = {role.code: make_staff(role.code, "" if role.both_sides else "CN") for role in ROLES}
    for size in (1, 6):
        work(staffed, size, author)
        desk_of(people["administrator"])  # the types of content are remembered by the process
        asked = {code: questions(user) for code, user in people.items()}
        assert asked == QUERIES, size


def test_every_list_is_short_and_says_how_much_more_there_is(staffed):
    author = make_staff("editor", "RU")
    work(staffed, 7, author)
    FileScan.objects.create(started_at=timezone.now(), files=1)  # else its lack is told
    administrator = make_staff("administrator")
    administrator.is_superuser = True  # as the sample account is
    desk = desk_of(administrator)
    assert {one.key for one in desk.lists} == {
        "approve", "departures", "decisions", "papers", "notices", "review", "comments", "translate",
    }  # fmt: skip
    assert {len(one.rows) for one in desk.lists} == {5}
    assert {one.key: one.total for one in desk.lists if one.words}["approve"] == 14
    # of 21 that wait, the 7 in English want a moderator of each side


def test_sender_and_age_stand_with_what_waits_for_approval(staffed):
    author = make_staff("editor", "CN", "zh-hans")
    author.first_name, author.last_name = "文清", "范"
    author.save()
    submit(add_page(staffed["visit"]["zh-hans"], "蜱虫"), author)
    (row,) = lists_of(make_staff("moderator", "CN"))["approve"]
    assert (row.title, row.facts[2:]) == ("蜱虫", ("sent by 范文清", "today"))
    assert "approve" not in lists_of(make_staff("moderator", "RU"))
    assert [row.title for row in lists_of(author)["sent"]] == ["蜱虫"]


def test_page_of_a_removed_account_still_waits(staffed):
    author = make_staff("editor", "CN", "zh-hans")
    submit(add_page(staffed["visit"]["zh-hans"], "蜱虫"), author)
    author.delete()
    (row,) = lists_of(make_staff("moderator", "CN"))["approve"]
    assert "sent by a former colleague" in row.facts


def test_page_that_was_sent_back_is_first_among_ones_drafts(staffed):
    author, moderator = make_staff("editor", "RU"), make_staff("moderator", "RU")
    refused = add_page(staffed["visit"]["ru"], "refused")
    submit(refused, author)
    state = refused.current_workflow_task_state
    state.task.specific.on_action(state, moderator, "reject", comment="?")
    add_page(staffed["visit"]["ru"], "later").save_revision(user=author)
    rows = [(row.title, row.mark) for row in lists_of(author)["drafts"]]
    assert rows == [("refused", "changes requested"), ("later", "")]


def test_comments_are_shown_to_those_who_may_change_the_page(staffed):
    author, moderator = make_staff("editor", "RU"), make_staff("moderator", "RU")
    page = add_page(staffed["visit"]["ru"], "Тигр")
    comment = Comment.objects.create(page=page, user=moderator, text="Год?", contentpath="title")
    assert [row.title for row in lists_of(author)["comments"]] == ["Год?"]
    for other in (moderator, make_staff("editor", "CN"), make_staff("booking-officer", "RU")):
        assert "comments" not in lists_of(other)
    CommentReply.objects.create(comment=comment, user=author, text="2024")
    assert [row.title for row in lists_of(moderator)["comments"]] == ["Год?"]


def test_comment_with_markup_is_shown_as_text(staffed, client):
    page = add_page(staffed["visit"]["ru"], "Тигр")
    hostile = "<script>alert(1)</script>"
    Comment.objects.create(
        page=page, user=make_staff("moderator", "RU"), text=hostile, contentpath="title"
    )
    client.force_login(make_staff("editor", "RU"))
    answer = client.get("/staff/").content.decode()
    assert hostile not in answer
    assert "&lt;script&gt;alert(1)" in answer


@time_machine.travel(NOW, tick=False)
def test_notices_of_both_sides_are_seen_ones_own_first(staffed):
    FireDanger.objects.create(side_id="RU", level=4, valid_until=timezone.localdate())
    own, others = make_closure("CN"), make_closure("RU")
    rows = lists_of(make_staff("booking-officer", "CN"))["notices"]
    assert [(row.title, bool(row.url)) for row in rows[-2:]] == [
        (str(own.trail), True),
        (str(others.trail), False),
    ]
    assert len(rows) == 3


@pytest.mark.parametrize("days", [-2, 2])
def test_closure_that_holds_on_other_days_is_no_notice(staffed, days):
    closure = make_closure("RU")
    closure.starts_on = closure.ends_on = timezone.localdate() + timedelta(days=days)
    closure.save()
    assert "notices" not in lists_of(make_staff("editor", "RU"))


@time_machine.travel(NOW, tick=False)
def test_departures_of_tomorrow_show_both_clocks(staffed):
    start = datetime(2026, 6, 10, 0, tzinfo=UTC)  # ten in Vladivostok, eight in Hunchun
    walk = make_departure("RU")
    Departure.objects.filter(pk=walk.pk).update(starts_at=start, closes_at=start)
    make_departure("RU")  # in three days
    ranger, officer = make_staff("ranger", "RU"), make_staff("administrator")
    officer.wagtail_userprofile.current_time_zone = "Asia/Shanghai"
    officer.wagtail_userprofile.save()
    (row,) = lists_of(officer)["departures"]
    assert row.facts == ("tomorrow", "10:00 Vladivostok time · 08:00 for you", "Russia")
    (row,) = lists_of(ranger)["departures"]
    assert (row.facts, row.url) == (("tomorrow", "10:00"), "/staff/check-in/")
    assert "departures" not in lists_of(make_staff("ranger", "CN"))


def test_walk_on_a_closed_trail_and_walk_nobody_closed_need_a_decision(staffed):
    closed, past, quiet = (make_departure("RU") for _one in range(3))
    for departure in (closed, past, quiet):
        make_booking(departure)
    closed.trail.closures.create(reason_id="fire", starts_on=closed.local_day)
    Departure.objects.filter(pk=past.pk).update(
        starts_at=timezone.now() - timedelta(days=2), closes_at=timezone.now() - timedelta(days=3)
    )
    rows = lists_of(make_staff("booking-officer", "RU"))["decisions"]
    assert [(row.title, row.mark) for row in rows] == [
        (str(past.trail), "did it take place?"),
        (str(closed.trail), "Trail closed: fire danger"),
    ]
    assert "decisions" not in lists_of(make_staff("booking-officer", "CN"))
    assert "decisions" not in lists_of(make_staff("ranger", "RU"))


@time_machine.travel(NOW, tick=False)
def test_age_is_told_in_days():
    moments = [timezone.now() - timedelta(days=days) for days in (0, 1, 2)]
    assert [age(moment) for moment in moments] == ["today", "yesterday", "2 days ago"]


def test_walk_under_a_closure_that_calls_walks_off_says_so(staffed):
    departure = make_departure("RU")
    make_booking(departure)
    departure.trail.closures.create(
        reason_id="fire", starts_on=departure.local_day, effect="cancel"
    )
    [row] = lists_of(make_staff("booking-officer", "RU"))["decisions"]
    assert row.mark == "To be called off, trail closed: fire danger"


def test_papers_to_decide_lie_on_the_desk_of_their_side_the_soonest_walk_first(staffed):
    later = under_review(starts_at=timezone.now() + timedelta(days=9))
    sooner = under_review(starts_at=timezone.now() + timedelta(days=3))
    gone = under_review(starts_at=timezone.now() + timedelta(days=1))
    past = timezone.now() - timedelta(hours=1)
    Departure.objects.filter(pk=gone.departure_id).update(starts_at=past, closes_at=past)
    rows = lists_of(make_staff("booking-officer", "RU"))["papers"]
    assert [row.url for row in rows] == [
        f"/staff/booking/inspect/{one.pk}/" for one in (sooner, later)
    ]
    assert "citizens of China" in rows[0].facts
    for other in (make_staff("booking-officer", "CN"), make_staff("ranger", "RU")):
        assert "papers" not in lists_of(other)
