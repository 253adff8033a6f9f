"""The language of the staff interface is its user's own, whatever the browser asks for."""

import json

import pytest
from django.urls import reverse

from tests.staff.factories import make_staff

NOT_FOUND = {
    "en": "The requested page could not be found.",
    "ru": "Запрошенная страница не найдена.",
    "zh-hans": "找不到请求的页面。",
}


@pytest.mark.parametrize("language", NOT_FOUND)
@pytest.mark.parametrize("address", ["/staff/nowhere/", "/staff/pages/987654/edit/"])
def test_missing_page_is_told_in_the_users_language(staffed, client, language, address):
    client.force_login(make_staff("administrator", language=language))
    answer = client.get(address, headers={"accept-language": "de"})
    assert answer.status_code == 404
    assert NOT_FOUND[language] in answer.content.decode()
    assert f'lang="{language}"' in answer.content.decode().lower()


@pytest.mark.parametrize(("language", "button"), [("ru", "Опубликовать: "), ("zh-hans", "发布：")])
def test_translation_editors_scripts_speak_the_users_language(staffed, client, language, button):
    client.force_login(make_staff("administrator", language=language))
    catalogue = client.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert json.dumps(button) in catalogue
