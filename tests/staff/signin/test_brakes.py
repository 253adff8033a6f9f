"""Guessing is slowed down: for one account, from one address, and for nobody else."""

import pytest
import time_machine
from django.conf import settings as site_settings
from django.test import Client
from django.urls import reverse

from tests.staff.signin.hands import connect_app, enter, is_in, sign_in

NOON = "2026-06-01T12:00:00Z"
CLOSED = "Wait five minutes"


def from_(address: str) -> Client:
    return Client(REMOTE_ADDR=address)


def guess(times: int, username: str = "lin") -> None:
    """Guess a password from a new address each time, as a net of machines does."""
    for number in range(times):
        sign_in(from_(f"198.51.100.{number + 1}"), username, "wrong")


def test_account_closes_for_five_minutes_after_five_wrong_tries(make_person):
    make_person("lin")
    make_person("ivan")
    with time_machine.travel(NOON, tick=False) as clock:
        guess(5)
        closed = sign_in(from_("203.0.113.9"))
        assert CLOSED in closed.content.decode()
        assert sign_in(from_("203.0.113.9"), "ivan").url == "/staff/"  # others are not affected
        clock.shift(5 * 60 + 1)
        assert sign_in(from_("203.0.113.9")).url == "/staff/"


def test_words_tell_the_minutes_of_the_setting():
    assert "5/5m/key" in site_settings.ACCOUNT_RATE_LIMITS["login_failed"]


def test_unknown_names_are_braked_like_known_ones(db):
    guess(5, "nobody")
    assert CLOSED in sign_in(from_("203.0.113.9"), "nobody").content.decode()


def test_codes_are_braked_too(client, person):
    connect_app(person)
    sign_in(client)
    for _try in range(5):
        enter(client, "000000")
    assert CLOSED in enter(client, "000000").content.decode()


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_address_that_tries_too_often_waits_a_minute(client, db, language):
    words = {"en": "Wait one minute", "ru": "Подождите минуту", "zh-hans": "请等待一分钟"}
    client.post(reverse("staff_language"), {"language": language})
    with time_machine.travel(NOON, tick=False) as clock:
        for number in range(30):
            sign_in(client, f"name-{number}", "wrong")
        refused = sign_in(client, "name-31", "wrong")
        assert (refused.status_code, refused["Retry-After"]) == (429, "60")
        assert words[language] in refused.content.decode()
        clock.shift(61)
        assert sign_in(client, "name-32", "wrong").status_code == 200


def test_asking_for_a_new_password_is_braked_by_the_address_asked_about(person):
    page = reverse("wagtailadmin_password_reset")
    answers = [
        from_(f"198.51.100.{number}").post(page, {"email": "LIN@example.com"}).status_code
        for number in range(1, 7)
    ]
    assert answers == [302] * 5 + [429]


def test_address_behind_our_proxy_is_the_one_the_proxy_saw(client, person, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    sign_in(client, headers={"x-forwarded-for": "10.0.0.1, 203.0.113.7"})
    assert person.usersession_set.get().ip == "203.0.113.7"


def test_address_a_visitor_claims_is_not_believed_without_a_proxy(client, person):
    sign_in(client, headers={"x-forwarded-for": "203.0.113.7"})
    assert person.usersession_set.get().ip == "127.0.0.1"
    assert is_in(client)
