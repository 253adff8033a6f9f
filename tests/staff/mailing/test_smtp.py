"""Mails to staff by a real SMTP server: whole on the wire, and none lost while the server is away."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from staff.mailing.models import Occasion, StaffMail
from staff.mailing.services import tell
from tests.smtp import parts
from tests.staff.factories import make_staff


@pytest.fixture
def moderators(staffed) -> list:
    """A moderator of each side, with an address."""
    people = [make_staff("moderator", "RU", "ru"), make_staff("moderator", "CN", "zh-hans")]
    for person in people:
        person.email = f"{person.side.lower()}@example.org"
        person.save()
    return people


def told(sink) -> dict[str, tuple[str, str]]:
    """Return language and subject of what the server received, by receiver."""
    return {mail["To"]: (mail["Content-Language"], mail["Subject"].strip()) for mail in sink.mails}


def test_mail_arrives_whole_in_the_language_of_each(
    sink, moderators, django_capture_on_commit_callbacks
):
    sink.start()
    with django_capture_on_commit_callbacks(execute=True):
        tell(moderators, Occasion.SUBMITTED, title="Клещи 蜱虫", name="Ли", page=None)
    assert told(sink) == {
        "ru@example.org": (
            "ru",
            "Ли просит одобрить страницу «Клещи 蜱虫».",
        ),
        "cn@example.org": ("zh-hans", "Ли提交了“Клещи 蜱虫”，等待您审核。"),
    }
    for mail in sink.mails:
        shown = parts(mail)
        assert set(shown) == {"text/plain", "text/html"}
        assert all("Клещи 蜱虫" in text for text in shown.values())
        assert mail["Auto-Submitted"] == "auto-generated"


def test_mail_waits_for_a_server_that_is_away_and_goes_once(
    sink, moderators, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        tell(moderators, Occasion.SUBMITTED, title="Снег", name="Ли", page=None)
    assert sink.mails == []
    assert StaffMail.objects.filter(sent_at=None).count() == 2
    sink.start()
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=True):
        call_command("send_mail_queue")
        call_command("send_mail_queue")
    assert set(told(sink)) == {"ru@example.org", "cn@example.org"}
    assert len(sink.mails) == 2
    assert not StaffMail.objects.filter(sent_at=None).exists()
