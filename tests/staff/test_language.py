"""The language of the staff interface is its user's own, whatever the browser asks for."""

import json

import pytest
from django.urls import reverse

from tests.staff.factories import make_staff

NOT_FOUND = {
    "en": ("Page not found", "To the first page"),
    "ru": ("Страница не найдена", "На рабочий стол"),
    "zh-hans": ("页面不存在", "返回工作台"),
}


@pytest.mark.parametrize("language", NOT_FOUND)
@pytest.mark.parametrize("address", ["/staff/nowhere/", "/staff/pages/987654/edit/"])
def test_missing_page_is_told_in_the_users_language(staffed, client, language, address):
    client.force_login(make_staff("administrator", language=language))
    answer = client.get(address, headers={"accept-language": "de"})
    assert answer.status_code == 404
    assert all(words in answer.content.decode() for words in NOT_FOUND[language])
    assert "Wagtail admin" not in answer.content.decode()
    assert f'lang="{language}"' in answer.content.decode().lower()


@pytest.mark.parametrize(("language", "button"), [("ru", "Опубликовать: "), ("zh-hans", "发布：")])
def test_translation_editors_scripts_speak_the_users_language(staffed, client, language, button):
    client.force_login(make_staff("administrator", language=language))
    catalogue = client.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert json.dumps(button) in catalogue
