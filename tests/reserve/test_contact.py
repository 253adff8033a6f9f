"""The contact form reaches the office of the right side, keeps what was typed, and loses nothing."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from wagtail.models import Page

from content.reserve.models import ContactMessage, ContactPage
from content.reserve.services import pass_on

WORDS = {
    "name": "Вера",
    "email": "vera@example.org",
    "message": "Здравствуйте! Можно ли с собакой?",
}


@pytest.fixture
def contact_page(home_pages, sides) -> Page:
    for code, side in sides.items():
        side.email = f"office-{code.lower()}@example.org"
        side.save()
    page = ContactPage(title="Контакты", slug="contact", locale=home_pages["ru"].locale)
    home_pages["ru"].add_child(instance=page)
    return page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("side", "address"), [("RU", "office-ru@example.org"), ("CN", "office-cn@example.org")]
)
def test_message_reaches_the_chosen_office(client, contact_page, side, address):
    response = client.post("/ru/contact/", {**WORDS, "side": side})
    assert (response.status_code, response["Location"]) == (302, "/ru/contact/sent/")
    assert client.get(response["Location"]).status_code == 200
    assert [message.to for message in mail.outbox] == [[address]]
    assert mail.outbox[0].reply_to == ["vera@example.org"]
    assert ContactMessage.objects.get().mailed_at is not None


def test_invalid_message_keeps_what_was_typed(client, contact_page):
    response = client.post("/ru/contact/", {**WORDS, "email": "not an address", "side": "RU"})
    assert response.status_code == 422
    assert "Можно ли с собакой?" in response.content.decode()
    assert not ContactMessage.objects.exists()


def test_page_that_shows_what_was_typed_is_in_no_cache(client, contact_page):
    response = client.post("/ru/contact/", {**WORDS, "email": "x", "side": "RU"})
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.django_db(transaction=True)
def test_name_over_two_lines_becomes_one(client, contact_page):
    words = {**WORDS, "name": "Вера\r\nBcc: x@example.org", "side": "RU"}
    assert client.post("/ru/contact/", words).status_code == 302
    assert [message.subject for message in mail.outbox] == ["[RU] Вера Bcc: x@example.org"]
    assert mail.outbox[0].recipients() == ["office-ru@example.org"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "a\0b"),
        ("name", "\u202eareV"),
        ("email", f"a@{'ж' * 60}.рф"),
        ("message", "a\0b"),
        ("message", "x" * 5001),
    ],
)
def test_hostile_value_is_refused_with_one_reason(client, contact_page, field, value):
    response = client.post("/ru/contact/", {**WORDS, "side": "RU", field: value})
    assert response.status_code == 422
    assert response.content.decode().count('class="errorlist"') == 1
    assert not ContactMessage.objects.exists()


def test_robot_gets_thanks_and_nothing_is_kept(client, contact_page):
    response = client.post(
        "/ru/contact/", {**WORDS, "side": "RU", "website": "http://spam.example"}
    )
    assert response.status_code == 302
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize("side", ["", "XX", "\x00"])
def test_unknown_office_is_refused(client, contact_page, side):
    assert client.post("/ru/contact/", {**WORDS, "side": side}).status_code == 422


def test_message_that_no_mail_can_carry_stays_in_the_list(sides):
    sides["RU"].email = "office@example.org"
    sides["RU"].save()
    words = {**WORDS, "name": "Вера\nBcc: x@example.org"}  # kept before names were checked
    record = ContactMessage.objects.create(side=sides["RU"], language="ru", **words)
    assert pass_on(record) is False
    assert mail.outbox == []


def test_mail_server_that_is_away_loses_no_message(sides, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    sides["RU"].email = "office@example.org"
    sides["RU"].save()
    record = ContactMessage.objects.create(side=sides["RU"], language="ru", **WORDS)
    assert pass_on(record) is False
    record.refresh_from_db()
    assert record.mailed_at is None


@pytest.mark.django_db(transaction=True)
def test_form_sent_twice_is_one_message(client, contact_page):
    form = BeautifulSoup(client.get("/ru/contact/").content, "html.parser")
    words = {**WORDS, "side": "RU", "key": form.select_one("input[name=key]")["value"]}
    addresses = {client.post("/ru/contact/", words)["Location"] for _click in range(2)}
    assert addresses == {"/ru/contact/sent/"}
    assert ContactMessage.objects.count() == len(mail.outbox) == 1
