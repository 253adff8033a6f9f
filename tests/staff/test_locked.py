"""Wagtail's words about locked pages are whole sentences in each language."""

import pytest
from django.urls import reverse

from tests.staff.approving.test_approval import write
from tests.staff.factories import make_staff

TOLD = {
    "ru": ("<b>«Ticks»: заблокировано.</b> Кто: <b>{name}</b>, когда: <b>", "<b>«Ticks»: заблокировано</b> вами, <b>"),
    "zh-hans": ("<b>“Ticks”已被锁定</b>，锁定人：<b>{name}</b>，时间：<b>", "<b>“Ticks”已由您锁定</b>，时间：<b>"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "side"), [("ru", "RU"), ("zh-hans", "CN")])
def test_who_locked_a_page_is_told_in_the_readers_language(staffed, client, language, side):
    page = write(staffed["visit"][language], "Ticks")
    moderator, editor = (make_staff(role, side, language) for role in ("moderator", "editor"))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.force_login(moderator)
    client.post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
    to_others, to_oneself = (told.format(name=moderator.username) for told in TOLD[language])
    assert to_oneself in client.get(edit).content.decode()
    client.force_login(editor)
    assert to_others in client.get(edit).content.decode()
