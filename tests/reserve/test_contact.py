"""The contact form reaches the office of the right side, keeps what was typed, and loses nothing."""

import pytest
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


def test_robot_gets_thanks_and_nothing_is_kept(client, contact_page):
    response = client.post(
        "/ru/contact/", {**WORDS, "side": "RU", "website": "http://spam.example"}
    )
    assert response.status_code == 302
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize("side", ["", "XX", "\x00"])
def test_unknown_office_is_refused(client, contact_page, side):
    assert client.post("/ru/contact/", {**WORDS, "side": side}).status_code == 422


def test_mail_server_that_is_away_loses_no_message(sides, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    sides["RU"].email = "office@example.org"
    sides["RU"].save()
    record = ContactMessage.objects.create(side=sides["RU"], language="ru", **WORDS)
    assert pass_on(record) is False
    record.refresh_from_db()
    assert record.mailed_at is None
