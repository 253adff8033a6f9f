"""Where a person is signed in: seen and ended by that person alone."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from staff.signin.devices import device_name
from tests.staff.signin.hands import PASSWORD, is_in, sign_in

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
WECHAT = (
    "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50"
)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (FIREFOX, "Firefox · Windows"),
        (WECHAT, "WeChat · Android"),
        ("", "Unknown device"),
        ("<script>alert(1)</script>", "Unknown device"),
    ],
)
def test_device_is_told_in_words(sent, said):
    assert device_name(sent) == said


@pytest.fixture
def three(person) -> list[Client]:
    """The same person on three devices."""
    clients = [Client(headers={"user-agent": agent}) for agent in (FIREFOX, WECHAT, "")]
    for one in clients:
        sign_in(one)
    return clients


def test_sessions_are_listed_under_a_fixed_number_of_queries(
    three, person, django_assert_num_queries
):
    page = reverse("usersessions_list")
    three[0].get(page)
    with django_assert_num_queries(6):  # session, person, profile, noted, alive, languages
        shown = three[0].get(page).content.decode()
    assert (shown.count("<h2>"), "Firefox · Windows" in shown, "WeChat · Android" in shown) == (
        3,
        True,
        True,
    )
    three[1].logout()
    three[2].logout()
    with django_assert_num_queries(6):
        assert three[0].get(page).content.decode().count("<h2>") == 1


def test_one_session_is_ended_at_once(three, person):
    other = person.usersession_set.get(user_agent=WECHAT)
    three[0].post(reverse("end_session", args=[other.pk]))
    assert [is_in(one) for one in three] == [True, False, True]


def test_all_others_are_ended_at_once(three):
    three[0].post(reverse("end_other_sessions"))
    assert [is_in(one) for one in three] == [True, False, False]


def test_nobody_ends_the_session_of_somebody_else(three, person, make_person):
    make_person("stranger")
    stranger = Client()
    sign_in(stranger, "stranger")
    session = person.usersession_set.first()
    assert stranger.post(reverse("end_session", args=[session.pk])).status_code == 404
    assert stranger.get(reverse("end_session", args=[session.pk])).status_code == 405
    stranger.post(reverse("end_other_sessions"))
    assert all(is_in(one) for one in three)


def test_new_password_ends_the_other_sessions(three, person):
    account = reverse("wagtailadmin_account")
    form = {
        "password-old_password": PASSWORD,
        "password-new_password1": "another-long-phrase",
        "password-new_password2": "another-long-phrase",
        "name_email-first_name": "Lin",
        "name_email-last_name": "Primer",
        "name_email-email": "lin@example.com",
        "locale-preferred_language": "en",
        "locale-current_time_zone": "UTC",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "mail_rhythm-rhythm": "at-once",
    }
    assert three[0].post(account, form).status_code == 302
    assert [is_in(one) for one in three] == [True, False, False]
    shown = three[0].get(reverse("usersessions_list")).content.decode()
    assert (shown.count("<h2>"), "This device" in shown) == (1, True)


def test_inactive_account_is_out_at_once(three, person):
    person.is_active = False
    person.save()
    assert [is_in(one) for one in three] == [False, False, False]


def test_visitor_gets_no_session_and_no_cookie(client, home_pages):
    page = client.get("/en/")
    assert (page.status_code, page.cookies) == (200, {})
    assert not Session.objects.exists()
