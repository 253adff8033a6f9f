"""A person leaves: the account is closed at once, their drafts find an heir, and nothing they wrote is lost."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from staff.models import User
from staff.waiting import drafts_of
from tests.staff.factories import make_staff


@pytest.fixture
def leaver(staffed) -> User:
    """A Russian editor with one draft of their own and one page kept from others."""
    person = make_staff("editor", "RU")
    User.objects.filter(pk=person.pk).update(last_login=timezone.now())
    person.refresh_from_db()
    draft = staffed["stories"]["ru"]
    Page.objects.filter(pk=draft.pk).update(owner=person)
    draft.title = "Черновик уходящего"
    draft.save_revision(user=person)
    Page.objects.filter(pk=staffed["visit"]["ru"].pk).update(locked=True, locked_by=person)
    return person


def close(client: Client, person: User, **form):
    return client.post(reverse("wagtailusers_users:delete", args=[person.pk]), form)


def test_deleting_closes_the_account_and_hands_the_drafts_over(staffed, client, leaver):
    heir, theirs = make_staff("editor", "RU"), Client()
    theirs.force_login(leaver)
    client.force_login(make_staff("administrator"))
    page = client.get(reverse("wagtailusers_users:delete", args=[leaver.pk])).content.decode()
    assert "Черновик уходящего" in page
    assert close(client, leaver, heir=heir.pk).url == reverse("wagtailusers_users:index")
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert theirs.get("/staff/").status_code == 302  # out at once
    assert [one.draft_title for one in drafts_of(heir)] == ["Черновик уходящего"]
    assert not drafts_of(leaver).exists()
    handed = staffed["stories"]["ru"]
    handed.refresh_from_db()
    assert handed.owner == heir
    assert [one.user for one in handed.revisions.order_by("pk")] == [leaver, heir]
    assert not Page.objects.filter(locked=True).exists()
    assert ModelLogEntry.objects.filter(action="staff.close", object_id=str(leaver.pk)).exists()


def test_without_an_heir_the_drafts_stay_with_the_name(client, leaver):
    client.force_login(make_staff("administrator"))
    close(client, leaver)
    leaver.refresh_from_db()
    assert not leaver.is_active
    assert drafts_of(leaver).count() == 1


def test_heir_is_never_of_the_other_side(client, leaver):
    other = make_staff("editor", "CN")
    client.force_login(make_staff("administrator"))
    for wrong in (other.pk, leaver.pk, "x", 10**9):
        assert list(close(client, leaver, heir=wrong).context["form"].errors) == ["heir"]
    leaver.refresh_from_db()
    assert leaver.is_active


def test_account_nobody_has_used_is_deleted(staffed, client):
    unused = make_staff("editor", "CN")
    client.force_login(make_staff("administrator"))
    close(client, unused)
    assert not User.objects.filter(pk=unused.pk).exists()


def test_accounts_are_not_deleted_in_numbers(client, leaver):
    client.force_login(make_staff("administrator"))
    address = reverse("wagtail_bulk_action", args=["staff", "user", "delete"])
    assert client.post(f"{address}?id={leaver.pk}").url == reverse("wagtailusers_users:index")
    assert User.objects.filter(pk=leaver.pk).exists()


@pytest.mark.parametrize("side", ["RU", "CN"])
def test_moderator_of_either_side_closes_nothing(client, leaver, side):
    client.force_login(make_staff("moderator", side))
    assert close(client, leaver).url == "/staff/"
    leaver.refresh_from_db()
    assert leaver.is_active
