"""What is killed in the middle loses no booking: the server, the database, the mail server. All of it is real."""

import time
from collections import Counter
from threading import Thread

import psycopg
import pytest
from aiosmtpd.controller import Controller
from django.conf import settings as site_settings
from django.db import connection

from tests.bookings.cluster import FOUND, Cluster
from tests.bookings.crowd import Crowd, Site, running
from tests.bookings.factories import make_departure
from tests.smtp import Sink

pytestmark = [
    pytest.mark.long,
    pytest.mark.concurrency,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="kills a PostgreSQL of its own"),
    pytest.mark.skipif(not FOUND, reason="the programs of PostgreSQL are not installed here"),
]
VISITORS = 500


@pytest.fixture
def departure(home_pages):
    return make_departure(capacity=VISITORS)


@pytest.fixture
def cluster(departure):
    """A database of its own that holds the departure and the pages around it."""
    own = Cluster()
    try:
        own.fill_from(connection.settings_dict)
        yield own
    finally:
        own.remove()


def site_of(cluster: Cluster, folder, **settings: str) -> Site:
    values = {
        "SECRET_KEY": site_settings.SECRET_KEY,
        "DATABASE_URL": cluster.url,
        "EMAIL_URL": "dummymail://",
        "CACHE_URL": "locmemcache://",  # a pause after a dead mail server ends with the process
        **settings,
    }
    return Site(folder, **values)


def rows(cluster: Cluster, query: str) -> list[tuple]:
    with psycopg.connect(cluster.url) as database:
        return database.execute(query).fetchall()


def kill_in_the_middle(crowd: Crowd, port: int, kill) -> None:
    """Let the crowd book, and kill something as soon as a third of them have their places."""
    booking = Thread(target=crowd.book, args=[port])
    booking.start()
    assert crowd.is_half_way.wait(240)
    kill()
    booking.join()


def assert_nothing_is_lost(crowd: Crowd, cluster: Cluster, site: Site) -> None:
    confirmed = rows(cluster, "SELECT reference FROM bookings_booking WHERE state = 'confirmed'")
    assert crowd.unanswered > 0, "nothing was killed"
    assert len(crowd.promised) == len(crowd.visitors)
    assert {reference for (reference,) in confirmed} == set(crowd.promised)
    assert rows(cluster, "SELECT places_taken FROM bookings_departure") == [(len(crowd.visitors),)]
    assert "agree" in site.manage("reconcile_bookings")
    mails = rows(
        cluster, "SELECT kind, count(*) FROM bookings_outboxmail GROUP BY kind ORDER BY kind"
    )
    assert mails == [("confirmed", len(crowd.visitors)), ("please-confirm", len(crowd.visitors))]


def test_killing_the_server_among_500_bookings_loses_none(departure, cluster, tmp_path):
    crowd = Crowd(departure.pk, VISITORS)
    with running(site_of(cluster, tmp_path)) as site:

        def kill():
            site.kill()
            site.start()

        kill_in_the_middle(crowd, site.port, kill)
        assert_nothing_is_lost(crowd, cluster, site)


def test_killing_the_database_among_500_bookings_loses_none(departure, cluster, tmp_path):
    crowd = Crowd(departure.pk, VISITORS)
    with running(site_of(cluster, tmp_path)) as site:

        def kill():
            cluster.kill()
            cluster.start()

        kill_in_the_middle(crowd, site.port, kill)
        assert_nothing_is_lost(crowd, cluster, site)


def test_mails_wait_for_a_dead_mail_server_and_a_killed_postman_and_come_once(
    departure, cluster, tmp_path, port
):
    """The sink is away while they book, the site is killed; both come back, and every mail arrives."""
    sink, crowd = Sink(), Crowd(departure.pk, 30)
    mail = {"EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    with running(site_of(cluster, tmp_path, **mail)) as site:
        crowd.book(site.port)
        site.kill()
        assert not rows(cluster, "SELECT 1 FROM bookings_outboxmail WHERE sent_at IS NOT NULL")
        with psycopg.connect(cluster.url) as database:  # a minute later
            database.execute("UPDATE bookings_outboxmail SET next_try = now()")
        away = Controller(sink, hostname="127.0.0.1", port=port)
        away.start()
        try:
            site.start()
            wait_until_all_have_left(cluster)
        finally:
            away.stop()
    came = Counter(mail["Subject"].rpartition("(")[2].rstrip(")") for mail in sink.mails)
    assert came == dict.fromkeys(crowd.promised, 1)
    assert all("booked" in mail["Subject"] for mail in sink.mails)


def wait_until_all_have_left(cluster: Cluster) -> None:
    """Wait for the postman; requests to confirm are dropped, because all have confirmed already."""
    owed = "SELECT 1 FROM bookings_outboxmail WHERE sent_at IS NULL AND dropped_at IS NULL"
    deadline = time.monotonic() + 240
    while rows(cluster, owed):
        assert time.monotonic() < deadline, "mails are still owed"
        time.sleep(0.3)
