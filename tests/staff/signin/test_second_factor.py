"""Where a second factor is required, nothing opens without one; and its set-up and removal."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from staff.signin.middleware import FREE
from tests.staff.signin.hands import code_of, connect_app, enter, is_in, recovery_codes_of, sign_in

SET_UP = "/staff/security/"


def plain_staff_addresses() -> list[str]:
    """Return every address under /staff/ that takes no number or name."""
    from wagtail.admin import urls as wagtails

    from staff.signin import urls as ours

    def walk(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(pattern.pattern).lstrip("^").rstrip("$").rstrip("\\Z")
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, route)
            elif not re.search(r"[<(\\]", route):
                yield pattern.name, f"/staff/{route}"

    get_resolver()
    return sorted(
        {
            address
            for name, address in [*walk(ours.urlpatterns, ""), *walk(wagtails.urlpatterns, "")]
            if name not in FREE
        }
    )


@pytest.mark.usefixtures("required")
def test_nothing_opens_without_a_second_factor_where_it_is_required(client, person):
    sign_in(client)
    addresses = plain_staff_addresses()
    assert len(addresses) > 100
    elsewhere = {}
    for address in addresses:
        answer = client.get(address)
        if (answer.status_code, answer.get("Location")) != (302, SET_UP):
            elsewhere[address] = (answer.status_code, answer.get("Location"))
    assert elsewhere == {}


@pytest.mark.usefixtures("required")
def test_way_out_and_language_stay_open_during_set_up(client, person):
    sign_in(client)
    page = client.get(SET_UP).content.decode()
    assert "One more step" in page
    assert "See the sessions" not in page
    for part in ("wagtailadmin_sprite", "wagtailadmin_javascript_catalog"):  # what it is made of
        assert client.get(reverse(part)).status_code == 200
    client.post(reverse("staff_language"), {"language": "ru", "next": SET_UP})
    assert "Ещё один шаг" in client.get(SET_UP).content.decode()
    assert client.post(reverse("wagtailadmin_logout")).url == "/staff/login/"


def connect(client: Client, **callbacks) -> str:
    """Connect an app on the page; return its secret."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")
    return secret


@pytest.mark.usefixtures("required")
def test_first_sign_in_sets_up_an_app_and_goes_on(
    client, person, mailoutbox, django_capture_on_commit_callbacks
):
    sign_in(client)
    with django_capture_on_commit_callbacks(execute=True):
        connect(client)
    assert is_in(client)
    assert [mail.to for mail in mailoutbox] == [["lin@example.com"]]


def test_picture_and_secret_stand_on_the_page(client, person):
    sign_in(client)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert "<svg" in page
    assert "<?xml" not in page
    assert re.search(r">[A-Z2-7]{32}</code>", page)


@pytest.mark.parametrize("code", ["000000", "", "abc", "<script>", "9" * 500])
def test_wrong_code_connects_nothing(client, person, code):
    sign_in(client)
    client.get(reverse("mfa_activate_totp"))
    assert client.post(reverse("mfa_activate_totp"), {"code": code}).status_code == 200
    assert not person.authenticator_set.exists()


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", '{"id": "x"}', "{", '"x"'])
def test_broken_passkey_adds_nothing(client, person, credential):
    sign_in(client)
    client.get(reverse("mfa_add_webauthn"))
    answer = client.post(reverse("mfa_add_webauthn"), {"name": "k", "credential": credential})
    assert answer.status_code == 200
    assert not person.authenticator_set.exists()


@pytest.mark.parametrize("credential", ["", "{}", "[]", "null", '{"id": "x"}', "{", '"x"'])
def test_broken_passkey_does_not_open(client, person, credential):
    client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert answer.url == "/staff/login/"
    assert not is_in(client)


def test_recovery_codes_are_shown_once(client, person):
    sign_in(client)
    connect(client)
    codes = recovery_codes_of(person)
    first = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert all(code in first for code in codes)
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not any(code in again for code in codes)


def test_changing_factors_asks_for_the_password_again_after_a_while(client, person):
    connect_app(person)
    client.force_login(person)  # a session whose sign-in is long ago
    for name in ("mfa_deactivate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        address = reverse(name)
        again = f"{reverse('account_reauthenticate')}?{urlencode({'next': address})}"
        assert client.get(address).url == again
        assert client.post(address).status_code == 302
    assert person.authenticator_set.count() == 2
    again = {"password": "wrong", "next": reverse("mfa_deactivate_totp")}
    assert (
        "not your password"
        in client.post(reverse("account_reauthenticate"), again).content.decode()
    )


@pytest.mark.usefixtures("required")
def test_removing_the_last_factor_leads_back_to_its_set_up(client, person):
    secret = connect_app(person)
    sign_in(client)
    enter(client, code_of(secret))
    assert is_in(client)
    assert client.post(reverse("mfa_deactivate_totp")).url == SET_UP
    assert not person.authenticator_set.exists()
    assert client.get(reverse("wagtailadmin_account")).url == SET_UP


@pytest.mark.usefixtures("required")
def test_session_from_before_the_set_up_must_sign_in_anew(client, person):
    early = Client()
    sign_in(early)
    connect_app(person)  # elsewhere, meanwhile
    assert early.get(reverse("wagtailadmin_account")).url == "/staff/login/"
    assert sign_in(early).url == reverse("mfa_authenticate")


def test_nobody_touches_a_passkey_of_somebody_else(client, make_person):
    owner = make_person("owner")
    make_person("lin")
    key = owner.authenticator_set.create(type="webauthn", data={"name": "k", "credential": {}})
    sign_in(client)
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert client.post(reverse(name, args=[key.pk]), {"name": "mine"}).status_code == 404
    key.refresh_from_db()
    assert key.data["name"] == "k"
