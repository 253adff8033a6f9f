"""A page under work beside its other languages, and who may see which of them."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from content.base.models import StandardPage
from tests.staff.factories import make_staff


@pytest.fixture
def chinese(staffed) -> StandardPage:
    """The Chinese page of the visit section, public, with a draft of other words."""
    page = staffed["visit"]["zh-hans"]
    page.title = "蜱虫防护（草稿）"
    page.save_revision()
    return page


def preview(client, page: Page, mode: str) -> str:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    answer = client.get(f"{address}?mode={mode}&in_preview_panel=true")
    assert answer.status_code == 200
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "'unsafe-eval'" in answer.headers["Content-Security-Policy"]  # axe runs in the frame
    return answer.content.decode()


def test_modes_are_the_languages_of_the_site(staffed):
    assert [mode for mode, _name in staffed["visit"]["ru"].preview_modes] == ["", "en", "zh-hans"]


def test_own_draft_in_another_language_is_shown(staffed, chinese, client):
    client.force_login(make_staff("editor", "CN", "zh-hans"))
    shown = preview(client, staffed["visit"]["en"], "zh-hans")
    assert "蜱虫防护（草稿）" in shown
    assert '<html lang="zh-Hans"' in shown


def test_draft_of_the_other_side_is_not_shown(staffed, chinese, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    shown = preview(client, staffed["visit"]["ru"], "zh-hans")
    assert "visit zh-hans" in shown  # what is public
    assert "草稿" not in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Not yet in this language"),
        ("ru", "На этом языке ещё нет"),
        ("zh-hans", "暂无此语言版本"),
    ],
)
def test_what_is_hidden_or_missing_is_said_in_the_editors_language(
    staffed, chinese, client, language, words
):
    chinese.unpublish()
    client.force_login(make_staff("editor", "RU", language))
    shown = preview(client, staffed["visit"]["ru"], "zh-hans")
    assert words in shown
    assert "蜱虫" not in shown


def test_a_new_page_has_no_translation(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    page = StandardPage(title="Новая", locale=staffed["visit"]["ru"].locale)
    assert page.preview_modes[0][0] == ""


def test_unknown_mode_is_the_page_itself(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    assert "visit ru" in preview(client, staffed["visit"]["ru"], "../../etc")
