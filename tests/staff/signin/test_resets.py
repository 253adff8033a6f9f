"""An administrator takes away lost second factors; nobody else does."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.staff.factories import make_staff
from tests.staff.signin.hands import code_of, connect_app, enter, is_in, sign_in


def test_administrator_resets_and_the_person_is_told_in_their_language(
    staffed, client, make_person, mailoutbox, django_capture_on_commit_callbacks
):
    person = make_person("лина", "ru", is_superuser=False, first_name="Лина", last_name="Вымышлена")
    person.groups.add(make_staff("editor", "RU").groups.get())
    secret, theirs = connect_app(person), Client()
    sign_in(theirs, "лина")
    enter(theirs, code_of(secret))
    administrator = make_staff("administrator")
    client.force_login(administrator)
    address = reverse("reset_sign_in", args=[person.pk])
    assert "1 second factor" in client.get(address).content.decode()
    assert is_in(theirs)  # asking changes nothing
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address).status_code == 302
    assert not person.authenticator_set.exists()
    assert not is_in(theirs)
    assert mailoutbox[0].to == ["лина@example.com"]
    assert "Администратор удалил ваши вторые факторы" in mailoutbox[0].body
    entry = ModelLogEntry.objects.get(action="staff.reset_sign_in")
    assert (entry.object_id, entry.user) == (str(person.pk), administrator)


@pytest.mark.parametrize("side", ["RU", "CN"])
@pytest.mark.parametrize("role", ["moderator", "editor", "booking-officer"])
def test_others_do_not_reset_anybody(staffed, client, side, role):
    person = make_staff("editor", "RU")
    connect_app(person)
    client.force_login(make_staff(role, side))
    assert client.post(reverse("reset_sign_in", args=[person.pk])).url == "/staff/"
    assert person.authenticator_set.count() == 2


def test_administrator_does_not_reset_a_superuser_or_themselves(staffed, client, person):
    connect_app(person)
    administrator = make_staff("administrator")
    client.force_login(administrator)
    for one in (person, administrator):
        assert client.post(reverse("reset_sign_in", args=[one.pk])).url == "/staff/"
    assert person.authenticator_set.count() == 2


def test_command_helps_the_last_administrator(person):
    connect_app(person)
    call_command("reset_sign_in", "lin", verbosity=0)
    assert not person.authenticator_set.exists()
    with pytest.raises(CommandError, match="nobody"):
        call_command("reset_sign_in", "nobody")
