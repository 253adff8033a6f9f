"""The way in: password, second step, and what does not open."""

import pytest
import time_machine
from django.urls import NoReverseMatch, reverse

from tests.staff.signin.hands import (
    PASSWORD,
    code_of,
    connect_app,
    enter,
    is_in,
    recovery_codes_of,
    sign_in,
)

NOON = "2026-06-01T12:00:00Z"


def test_wagtails_own_names_lead_to_the_one_sign_in(client, db):
    assert reverse("wagtailadmin_login") == reverse("account_login") == "/staff/login/"
    assert client.get("/staff/users/").url == "/staff/login/?next=/staff/users/"
    assert 'name="login"' in client.get("/staff/login/").content.decode()


def test_password_alone_suffices_without_a_second_factor(client, person):
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, "/staff/")
    assert is_in(client)


def test_next_leads_back_but_never_to_another_host(client, person):
    form = {"login": "lin", "password": PASSWORD, "next": "/staff/users/"}
    assert client.post("/staff/login/", form).url == "/staff/users/"
    client.logout()
    form["next"] = "https://evil.example/"
    assert client.post("/staff/login/", form).url == "/staff/"


@pytest.mark.parametrize("given", ["wrong", "", PASSWORD.upper(), "' OR 1=1 --", "\x00"])
def test_wrong_password_opens_nothing(client, person, given):
    answer = sign_in(client, password=given)
    assert answer.status_code == 200
    assert not is_in(client)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Username and password do not fit together"),
        ("ru", "Неверное имя пользователя или пароль"),
        ("zh-hans", "用户名与密码不匹配"),
    ],
)
def test_unknown_and_inactive_people_hear_the_same_as_a_wrong_password(
    client, make_person, language, said
):
    make_person("gone", is_active=False)
    client.post(reverse("staff_language"), {"language": language})
    for name in ("gone", "nobody"):
        assert said in sign_in(client, name).content.decode()


def test_nobody_signs_up(client, db):
    for name in ("account_signup", "account_email", "mfa_signup_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert client.get("/staff/signup/").status_code == 302  # Wagtail: unknown, so to the sign-in


def test_code_of_the_app_opens_the_second_door_once(client, person):
    secret = connect_app(person)
    with time_machine.travel(NOON, tick=False):
        assert sign_in(client).url == reverse("mfa_authenticate")
        assert not is_in(client)
        assert enter(client, code_of(secret)).url == "/staff/"
        assert is_in(client)
        client.logout()
        sign_in(client)
        assert "works only once" in enter(client, code_of(secret)).content.decode()
        assert not is_in(client)


def test_recovery_code_opens_the_second_door_once(client, person):
    connect_app(person)
    code = recovery_codes_of(person)[0]
    sign_in(client)
    assert enter(client, code).url == "/staff/"
    client.logout()
    sign_in(client)
    assert enter(client, code).status_code == 200
    assert not is_in(client)
    assert len(recovery_codes_of(person)) == 9


def test_second_step_can_be_left(client, person):
    connect_app(person)
    sign_in(client)
    assert client.get("/staff/login/").url == reverse("mfa_authenticate")
    client.post(reverse("leave_sign_in"))
    assert client.get("/staff/login/").status_code == 200


def test_scripts_of_the_second_step_leave_its_challenge_alone(client, person):
    connect_app(person)
    sign_in(client)
    client.get(reverse("mfa_authenticate"))
    challenge = client.session["mfa.webauthn.state"]
    page = client.get(reverse("wagtailadmin_javascript_catalog"), follow=True)
    assert (page.status_code, page["Content-Type"]) == (200, 'text/javascript; charset="utf-8"')
    assert client.session["mfa.webauthn.state"] == challenge


def test_second_step_does_not_open_without_the_first(client, person):
    secret = connect_app(person)
    assert enter(client, code_of(secret)).url == "/staff/login/"
    assert not is_in(client)


def test_person_without_any_role_is_not_sent_in_circles(client, make_person):
    make_person("guest", is_superuser=False)
    sign_in(client, "guest")
    answer = client.get("/staff/", follow=True)
    assert answer.redirect_chain == [("/staff/login/?next=/staff/", 302)]
    assert answer.status_code == 200


def test_secrets_are_sealed_in_the_database(person):
    secret = connect_app(person)
    stored = "".join(str(one.data) for one in person.authenticator_set.all())
    assert secret not in stored
    assert not any(code in stored for code in recovery_codes_of(person))


def test_with_another_key_of_the_site_no_code_fits(client, person, settings):
    secret = connect_app(person)
    settings.SECRET_KEY = "another-key-" * 5
    sign_in(client)
    for guess in (code_of(secret), ""):
        assert enter(client, guess).status_code == 200
    assert not is_in(client)


def test_password_reset_tells_the_person_in_their_language(
    client, make_person, mailoutbox, django_capture_on_commit_callbacks
):
    make_person("li", "ru")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailadmin_password_reset"), {"email": "li@example.com"})
        client.post(reverse("wagtailadmin_password_reset"), {"email": "nobody@example.com"})
    assert [mail.to for mail in mailoutbox] == [["li@example.com"]]
    assert "парол" in mailoutbox[0].subject.lower()
