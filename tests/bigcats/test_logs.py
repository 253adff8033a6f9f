"""Logs name no private link, whatever refuses or fails."""

import logging
from io import StringIO

import pytest
from django.test import Client

from bigcats.logs import HidePrivateLinks, without_private_links
from bookings.views import changes
from tests.bookings.factories import make_booking


@pytest.fixture
def written(monkeypatch):
    """What the handler of the settings writes."""
    (handler,) = (
        handler
        for handler in logging.root.handlers
        if any(isinstance(one, HidePrivateLinks) for one in handler.filters)
    )
    stream = StringIO()
    monkeypatch.setattr(handler, "stream", stream)
    return stream


def private_path(placed) -> str:
    return f"/ru/bookings/{placed.booking.reference}/{placed.secret}/cancel/"


@pytest.mark.django_db
def test_refused_form_leaves_no_secret_in_the_log(written, sides):
    placed = make_booking()
    answer = Client(enforce_csrf_checks=True).post(private_path(placed))
    assert answer.status_code == 403
    assert f"/ru/bookings/{placed.booking.reference}/…/cancel/" in written.getvalue()
    assert placed.secret not in written.getvalue()


@pytest.mark.django_db
def test_failure_of_ours_leaves_no_secret_in_the_log(written, sides, monkeypatch):
    def fail(*args):
        raise RuntimeError("broken")

    placed = make_booking()
    monkeypatch.setattr(changes, "page_context", fail)
    answer = Client(raise_request_exception=False).get(private_path(placed))
    assert answer.status_code == 500
    assert "RuntimeError: broken" in written.getvalue()
    assert placed.secret not in written.getvalue()


def test_djangos_own_handlers_are_off():
    assert logging.getLogger("django").handlers == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/en/bookings/7K2M9QXD/s3cr-et_/", "/en/bookings/7K2M9QXD/…/"),
        ("GET /en/bookings/7K2M9QXD/s3cret?x=1 twice", "GET /en/bookings/7K2M9QXD/…?x=1 twice"),
        ("/en/bookings/7K2M9QXD/s3cr-et_/confirm/t0k_en/", "/en/bookings/7K2M9QXD/…/confirm/…/"),
        ("/ru/bookings/guides/12/s3cret.ics", "/ru/bookings/guides/12/…"),
        ("/en/bookings/departures/12/review/", "/en/bookings/departures/12/review/"),
        ("/en/trails/leopards-lair/", "/en/trails/leopards-lair/"),
    ],
)
def test_only_the_secret_goes(text, expected):
    assert without_private_links(text) == expected
