"""An invitation: made by an administrator, accepted once by the person, void in every other case."""

import re

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html
from wagtail.models import ModelLogEntry

from bigcats.logs import without_private_links
from staff.invitations.models import Invitation, State
from staff.invitations.services import hash_of, invite
from staff.models import User
from tests.staff.factories import make_staff

CHOSEN = {"new_password1": "a-phrase-of-my-own", "new_password2": "a-phrase-of-my-own"}
PAGE = "/staff/invitation/"
VOID = {
    "en": "This invitation does not hold",
    "ru": "Приглашение не действует",
    "zh-hans": "此邀请无效",
}


@pytest.fixture
def invited(make_person, mailoutbox) -> User:
    """A person with an open invitation; the mail lies in the outbox."""
    host = make_person("host", first_name="Hanna", last_name="Example")
    person = make_person("li", "zh-hans", is_active=False, first_name="明", last_name="李")
    person.set_unusable_password()
    person.save()
    assert invite(person, by=host)
    return person


def link_in(mail) -> str:
    return re.search(r"https?://[^/]+(/staff/invitation/[\w-]+/)", mail.body)[1]


def test_administrator_invites_without_any_password(staffed, client, mailoutbox):
    client.force_login(make_staff("administrator"))
    address = reverse("wagtailusers_users:add")
    page = client.get(address).content.decode()
    assert 'name="side"' in page
    assert "password" not in re.findall(r'name="([^"]+)"', page)
    form = {
        "username": "li",
        "email": "li@example.com",
        "first_name": "明",
        "last_name": "李",
        "side": "CN",
        "language": "zh-hans",
        "groups": [Group.objects.get(name="CN editors").pk],
        "password1": "somebody-elses-choice",
        "password2": "somebody-elses-choice",
    }
    assert client.post(address, form).url == reverse("invitations")
    person = User.objects.get(username="li")
    assert (person.is_active, person.has_usable_password(), person.side) == (False, False, "CN")
    mail = mailoutbox[0]
    assert mail.to == ["li@example.com"]
    assert mail.subject == "大猫之乡网站的工作邀请"
    assert "角色：编辑" in mail.body
    token = link_in(mail).split("/")[-2]
    assert Invitation.objects.get().token_hash == hash_of(token)
    assert not Invitation.objects.filter(token_hash=token).exists()
    again = client.post(address, form | {"username": "li2", "email": "LI@example.com"})
    assert list(again.context["form"].errors) == ["email"]


def test_person_chooses_the_password_and_is_in(client, invited, mailoutbox):
    answer = client.get(link_in(mailoutbox[0]))
    assert answer.url == PAGE  # the secret has left the address
    page = client.get(PAGE).content.decode()
    assert "欢迎" in page
    assert "李" in page
    assert client.post(PAGE, CHOSEN).url == reverse("mfa_index")
    invited.refresh_from_db()
    assert invited.is_active
    assert invited.check_password("a-phrase-of-my-own")
    assert client.get(reverse("wagtailadmin_account")).status_code == 200
    assert ModelLogEntry.objects.filter(action="staff.accept", user=invited).count() == 1


@pytest.mark.usefixtures("required")
def test_set_up_of_the_second_factor_follows(client, invited, mailoutbox):
    client.get(link_in(mailoutbox[0]))
    client.post(PAGE, CHOSEN)
    assert client.get(reverse("wagtailadmin_account")).url == reverse("mfa_index")


@pytest.mark.parametrize(
    "password", ["short", "123456789012", "password1234", "li@example.com", "", "\x00" * 12]
)
def test_weak_password_is_refused_and_the_link_still_holds(client, invited, mailoutbox, password):
    client.get(link_in(mailoutbox[0]))
    answer = client.post(PAGE, {"new_password1": password, "new_password2": password})
    assert answer.status_code == 200
    invited.refresh_from_db()
    assert not invited.is_active
    assert client.post(PAGE, CHOSEN).status_code == 302


def make_used(client, invitation) -> None:
    other = Client()
    other.get(client.link)
    other.post(PAGE, CHOSEN)


def make_withdrawn(client, invitation) -> None:
    Invitation.objects.update(withdrawn_at=timezone.now())


def make_renewed(client, invitation) -> None:
    invite(invitation.person, by=invitation.invited_by)


def make_expired(client, invitation) -> None:
    Invitation.objects.update(expires_at=timezone.now())


def make_wrong(client, invitation) -> None:
    client.link = f"{PAGE}{'x' * 43}/"


REASONS = (make_used, make_withdrawn, make_renewed, make_expired, make_wrong)


@pytest.mark.parametrize("language", VOID)
def test_void_links_say_the_same_whatever_the_reason(invited, mailoutbox, language):
    first = link_in(mailoutbox[0])
    answers = set()
    for spoil in REASONS:
        Invitation.objects.update(
            accepted_at=None,
            withdrawn_at=None,
            token_hash=hash_of(first.split("/")[-2]),
            expires_at=timezone.now() + timezone.timedelta(days=7),
        )
        client = Client(headers={"accept-language": language})
        client.link = first
        spoil(client, Invitation.objects.get())
        answer = client.get(client.link, follow=True)
        said = html.fromstring(answer.content).xpath("//main")[0].text_content()
        answers.add((answer.status_code, said))
        assert client.post(PAGE, CHOSEN).status_code == 410
    assert len(answers) == 1
    status, text = answers.pop()
    assert status == 410
    assert VOID[language] in text
    assert "李" not in text


def test_link_holds_seven_days(client, invited, mailoutbox):
    now = timezone.now()
    for days, status in ((6.9, 200), (7.1, 410)):
        with time_machine.travel(now + timezone.timedelta(days=days)):
            assert client.get(link_in(mailoutbox[0]), follow=True).status_code == status


def test_two_windows_open_the_account_once(invited, mailoutbox):
    windows = Client(), Client()
    for window in windows:
        window.get(link_in(mailoutbox[0]))
    assert [window.post(PAGE, CHOSEN).status_code for window in windows] == [302, 410]


def test_mail_that_does_not_leave_is_told(staffed, client, make_person, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    person = make_person("li", is_active=False)
    administrator = make_staff("administrator")
    assert not invite(person, by=administrator)
    assert person.invitation.state == State.NOT_SENT
    client.force_login(administrator)
    assert "could not be sent" in client.get(reverse("invitations")).content.decode()


def test_administrator_sends_again_and_withdraws(staffed, client, invited, mailoutbox):
    client.force_login(make_staff("administrator"))
    invitation = Invitation.objects.get()
    for name in ("send_invitation", "withdraw_invitation"):
        address = reverse(name, args=[invitation.pk])
        assert client.get(address).status_code == 200
        assert client.post(address).url == reverse("invitations")
    assert len(mailoutbox) == 2
    assert link_in(mailoutbox[0]) != link_in(mailoutbox[1])
    invitation.refresh_from_db()
    assert invitation.state == State.WITHDRAWN


@pytest.mark.parametrize("side", ["RU", "CN"])
def test_others_neither_see_nor_touch_invitations(staffed, client, invited, side):
    pk = Invitation.objects.get().pk
    client.force_login(make_staff("moderator", side))
    addresses = [
        reverse("invitations"),
        reverse("send_invitation", args=[pk]),
        reverse("withdraw_invitation", args=[pk]),
    ]
    assert [client.get(one).url for one in addresses] == ["/staff/"] * 3
    assert [client.post(one).url for one in addresses[1:]] == ["/staff/"] * 2
    assert Invitation.objects.get().state == State.OPEN


def test_list_is_read_under_a_fixed_number_of_queries(
    staffed, client, invited, make_person, django_assert_num_queries
):
    client.force_login(make_staff("administrator"))
    client.get(reverse("invitations"))
    with django_assert_num_queries(13):
        client.get(reverse("invitations"))
    for name in ("a", "b"):
        invite(make_person(name, is_active=False), by=invited)
    with django_assert_num_queries(13):
        client.get(reverse("invitations"))


def test_link_does_not_reach_the_log():
    assert without_private_links("Not Found: /staff/invitation/s3cr-et/ x") == (
        "Not Found: /staff/invitation/…/ x"
    )
