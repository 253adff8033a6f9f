"""The preview while Wagtail's first automatic saving is on its way over a slow line."""

import pytest
from django.urls import reverse

from content.base.models import StandardPage
from tests.staff.factories import make_staff
from tests.staff.test_work import add_address, page_data


@pytest.fixture
def saved(staffed, client) -> StandardPage:
    """A page that an editor has just begun and Wagtail has saved."""
    client.force_login(make_staff("editor", "RU", "ru"))
    client.post(add_address(staffed["visit"]["ru"]), page_data("Клещи"))
    return StandardPage.objects.get(title="Клещи")


def preview_of(page: StandardPage) -> str:
    return reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])


def test_saved_draft_is_previewed_before_the_form_sent_anything(saved, client):
    answer = client.get(f"{preview_of(saved)}?mode=")
    assert (answer.status_code, answer.context["page"].title) == (200, "Клещи")


def test_new_page_is_previewed_after_its_own_first_saving(saved, staffed, client):
    parent = staffed["visit"]["ru"]
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["base", "standardpage", parent.pk])
    answer = client.post(preview, page_data("Клещи весной"))
    assert answer.json() == {"is_valid": True, "is_available": True}
    assert "Клещи весной" in client.get(f"{preview}?mode=").content.decode()


def test_preview_is_refused_to_the_other_side(saved, client):
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    assert "Клещи" not in client.get(f"{preview_of(saved)}?mode=").content.decode()


def test_preview_asks_to_sign_in(saved, client):
    client.logout()
    answer = client.get(preview_of(saved))
    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/staff/login/")
