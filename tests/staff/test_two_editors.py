"""Two people with the same page open: nothing is lost, the second is told in their own language."""

import pytest
from django.urls import reverse
from wagtail.admin.models import EditingSession

from tests.staff.approving.test_approval import write
from tests.staff.factories import make_staff
from tests.staff.test_work import page_data

TOLD = {
    "ru": "Сохранение перезапишет более новую версию.",
    "zh-hans": "保存将覆盖较新的版本。",
}


@pytest.mark.parametrize("language", sorted(TOLD))
def test_second_editor_is_told_and_nothing_is_lost(staffed, client, language):
    side = {"ru": "RU", "zh-hans": "CN"}[language]
    first, second = make_staff("editor", side, language), make_staff("moderator", side, language)
    page = write(staffed["visit"][language], "Ticks")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    opened = page.get_latest_revision()
    seen = {
        "loaded_revision_id": opened.pk,
        "loaded_revision_created_at": opened.created_at.isoformat(),
    }
    client.force_login(first)
    client.post(edit, page_data("First") | seen)
    client.force_login(second)
    assert client.get(edit).status_code == 200
    own = EditingSession.objects.get(user=second)
    ping = reverse(
        "wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", page.pk, own.pk]
    )
    told = client.post(ping, {"revision_id": opened.pk}).json()
    assert "html" in told
    by_itself = client.post(
        edit, page_data("Second") | seen, headers={"Accept": "application/json"}
    )
    assert (by_itself.status_code, by_itself.json()["error_message"]) == (400, TOLD[language])
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "First"
    client.post(edit, page_data("Second") | seen)  # after reading the warning, all the same
    titles = [revision.content["title"] for revision in page.revisions.order_by("created_at")]
    assert titles == ["Ticks", "First", "Second"]
