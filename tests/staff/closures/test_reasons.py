"""The reasons of closures: records of the staff, which past closures keep."""

from datetime import date

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone, translation

from content.trails.closing import CloseTrailsForm
from content.trails.models import Closure, ClosureReason
from content.trails.told_closures import title_of, words_of
from tests.staff.factories import make_staff
from tests.trails.factories import make_trail

DAY = date(2026, 5, 1)


@pytest.fixture
def closure(sides) -> Closure:
    return Closure.objects.create(
        trail=make_trail(), reason_id="fire", starts_on=DAY, ends_on=timezone.localdate()
    )


def form_of(reason: ClosureReason, **changed) -> dict:
    """Return what the form of a reason sends, with some of it changed."""
    names = [field.name for field in reason._meta.concrete_fields]
    sent = {name: getattr(reason, name) for name in names if name != "code"}
    return {**sent, "is_offered": "on", **changed}


def test_words_of_the_staff_are_read_in_each_language(staffed, client, closure):
    reason = closure.reason
    sent = form_of(reason, name_ru="горит торфяник", phrase_zh_hans="地下泥炭正在燃烧。")
    client.force_login(make_staff("moderator", "RU", "ru"))
    address = reverse("wagtailsnippets_trails_closurereason:edit", args=[reason.pk])
    assert client.post(address, sent).status_code == 302
    stored = Closure.objects.get(pk=closure.pk)
    with translation.override("ru"):
        assert title_of(stored) == "Тропа закрыта: горит торфяник"
        assert str(stored).endswith(" · горит торфяник · 2026-05-01")
    with translation.override("zh-hans"):
        assert words_of(stored).text == "地下泥炭正在燃烧。"


def test_a_reason_is_named_in_all_three_languages(staffed, client):
    client.force_login(make_staff("moderator", "CN", "zh-hans"))
    address = reverse("wagtailsnippets_trails_closurereason:add")
    sent = {"kind": "works", "order": 9, "name_en": "landslide", "name_zh_hans": "滑坡"}
    assert client.post(address, sent).status_code == 200
    assert client.post(address, {**sent, "name_ru": "оползень"}).status_code == 302
    added = ClosureReason.objects.get(name_ru="оползень")
    assert (added.kind, len(added.code)) == ("works", 10)


def test_a_reason_that_was_used_stays_for_the_history(staffed, client, closure):
    with pytest.raises(ProtectedError):
        closure.reason.delete()
    client.force_login(make_staff("moderator", "RU"))
    address = reverse("wagtailsnippets_trails_closurereason:delete", args=[closure.reason.pk])
    assert client.post(address).status_code in (302, 403)
    assert ClosureReason.objects.filter(code="fire").exists()


def test_one_no_longer_offered_can_be_kept_but_not_chosen(staffed, client, closure):
    ClosureReason.objects.filter(code__in=["fire", "works"]).update(is_offered=False)
    assert not CloseTrailsForm().fields["reason"].queryset.filter(code="fire").exists()
    client.force_login(make_staff("editor", "RU"))
    address = reverse("wagtailsnippets_trails_closure:edit", args=[closure.pk])
    sent = {"trail": closure.trail_id, "area": "", "effect": "stop", "starts_on": DAY}
    assert client.post(address, {**sent, "reason": "works"}).status_code == 200
    assert client.post(address, {**sent, "reason": "fire"}).status_code == 302


def test_the_list_of_reasons_asks_as_little_for_many_as_for_one(
    staffed, client, django_assert_max_num_queries
):
    client.force_login(make_staff("moderator", "RU"))
    address = reverse("wagtailsnippets_trails_closurereason:list")
    client.get(address)
    with django_assert_max_num_queries(20):
        assert "fire danger" in client.get(address).content.decode()


def test_missing_texts_of_closures_are_listed_though_reasons_are_read_along(
    staffed, client, closure
):
    client.force_login(make_staff("moderator", "RU"))
    assert client.get(reverse("missing_translations")).status_code == 200
