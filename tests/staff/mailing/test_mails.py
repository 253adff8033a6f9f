"""Mails to staff: in the receiver's language, at once or once a day, never lost."""

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from staff.mailing.models import MailPreference, Occasion, Rhythm, StaffMail
from staff.mailing.services import tell
from tests.staff.approving.test_approval import act, submit, write
from tests.staff.factories import make_staff


def with_address(user):
    user.email = f"{user.username}@example.org"
    user.save()
    return user


@pytest.fixture
def people(staffed) -> dict:
    return {
        "author": with_address(make_staff("editor", "RU", "ru")),
        "RU": with_address(make_staff("moderator", "RU", "ru")),
        "CN": with_address(make_staff("moderator", "CN", "zh-hans")),
    }


def subjects() -> dict[str, str]:
    return {
        message.to[0].split("-")[0] + message.to[0].split("-")[1]: message.subject
        for message in mail.outbox
    }


def test_each_is_told_in_their_own_language(
    client, staffed, people, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = submit(write(staffed["visit"]["en"], "Ticks"), people["author"])
    assert subjects() == {
        "moderatorRU": f"{people['author'].username} просит одобрить страницу «Ticks».",
        "moderatorCN": f"{people['author'].username}提交了“Ticks”，等待您审核。",
    }
    chinese = next(message for message in mail.outbox if "CN" in message.to[0])
    assert chinese.extra_headers["Content-Language"] == "zh-hans"
    html = chinese.alternatives[0].content
    assert 'lang="zh-Hans"' in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        act(client, page, people["CN"], "reject", comment="<script>来源？</script>")
    (told,) = mail.outbox
    assert told.to == [people["author"].email]
    assert told.subject.endswith(" просит доработать страницу «Ticks».")
    assert "> <script>来源？</script>" in told.body
    assert "&lt;script&gt;来源？&lt;/script&gt;" in told.alternatives[0].content


def test_daily_mail_gathers_what_waited(staffed, people, django_capture_on_commit_callbacks):
    moderator = people["CN"]
    MailPreference.objects.create(user=moderator, rhythm=Rhythm.DAILY)
    with django_capture_on_commit_callbacks(execute=True):
        for title in ("Ticks", "Snow"):
            tell([moderator], Occasion.SUBMITTED, title=title, name="Ли", page=None)
        tell([moderator], Occasion.URGENT, title={"zh-hans": "火灾"}, name="Ли")
    assert [message.subject for message in mail.outbox] == ["Ли发布了紧急通知：火灾"]
    mail.outbox.clear()
    call_command("send_mail_queue")
    assert mail.outbox == []
    call_command("send_digests")
    call_command("send_digests")
    (daily,) = mail.outbox
    assert daily.subject == "大猫之乡：2条新消息"
    assert "“Ticks”" in daily.body and "“Snow”" in daily.body


@pytest.mark.parametrize("why", ["never", "switched-off", "inactive", "no-address"])
def test_who_wants_no_mail_gets_none(staffed, people, why):
    user = people["RU"]
    if why == "never":
        MailPreference.objects.create(user=user, rhythm=Rhythm.NEVER)
    elif why == "switched-off":
        user.wagtail_userprofile.submitted_notifications = False
        user.wagtail_userprofile.save()
    elif why == "inactive":
        user.is_active = False
    else:
        user.email = ""
    assert tell([user], Occasion.SUBMITTED, title="Ticks", name="") == []


def test_nothing_is_lost_while_the_mail_server_is_away(
    staffed, people, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        tell([people["RU"]], Occasion.APPROVED, title="Ticks", name="")
    owed = StaffMail.objects.get()
    assert (owed.sent_at, owed.attempts, owed.last_error) == (None, 1, "ConnectionRefusedError")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(timezone.now() + timezone.timedelta(minutes=2)):
        call_command("send_mail_queue")
        call_command("send_mail_queue")
    assert [message.subject for message in mail.outbox] == [
        "Страница «Ticks» одобрена и опубликована."
    ]


def test_person_chooses_how_often(staffed, people, client):
    client.force_login(people["RU"])
    account = reverse("wagtailadmin_account")
    page = client.get(account).content.decode()
    assert "Раз в день, всё одним письмом" in page
    client.post(account, {"mail_rhythm-rhythm": "hourly"})
    assert not MailPreference.objects.exists()


def test_comments_are_told_to_those_who_follow_them(
    staffed, people, django_capture_on_commit_callbacks
):
    from types import SimpleNamespace

    from wagtail.admin.views.pages import edit

    page = write(staffed["visit"]["en"], "Ticks")
    context = {
        "page": page,
        "editor": people["RU"],
        "new_comments": [SimpleNamespace(text="Где источник?")],
        "replied_comments": [],
        "resolved_comments": [],
    }
    with django_capture_on_commit_callbacks(execute=True):
        edit.send_notification([people["CN"]], "updated_comments", context)
    (told,) = mail.outbox
    assert "> Где источник?" in told.body
    assert told.subject == f"{people['RU'].username}对“Ticks”发表了评论。"
