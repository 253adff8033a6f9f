"""A person of the other country, who must not get through."""

import pytest
from django.urls import reverse

from content.base.permissions import SidePermissionPolicy
from content.reserve.models import ContactMessage
from content.trails.models import Trail
from staff.roles import ROLES
from tests.staff.factories import (
    make_area,
    make_closure,
    make_departure,
    make_message,
    make_staff,
)
from tests.trails.factories import make_indexes, make_pages, make_point, make_trail

MAKERS = {"protectedarea": make_area, "trail": make_trail, "closure": make_closure}


def url_of(record, view: str) -> str:
    return reverse(record.snippet_viewset.get_url_name(view), args=[record.pk])


@pytest.mark.parametrize("kind", sorted(MAKERS))
@pytest.mark.parametrize("role", [role.code for role in ROLES if not role.both_sides])
def test_policy_leaves_a_record_to_its_side(staffed, kind, role):
    user, own, others = make_staff(role, "CN"), MAKERS[kind]("CN"), MAKERS[kind]("RU")
    policy: SidePermissionPolicy = own.snippet_viewset.permission_policy
    for action in ("add", "change", "delete", "view"):
        granted = policy.user_has_permission(user, action)
        assert policy.user_has_permission_for_instance(user, action, own) is granted
        expected = granted and (action == "view" or (action == "change" and role == "translator"))
        assert policy.user_has_permission_for_instance(user, action, others) is expected


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_moderator_of_other_side_cannot_open_change_or_delete(staffed, client, kind):
    client.force_login(make_staff("moderator", "CN"))
    record = MAKERS[kind]("RU")
    for view in ("edit", "delete", "history", "usage", "copy"):
        answer = client.get(url_of(record, view))
        assert (answer.status_code, answer.url) == (302, "/staff/"), view
    assert client.post(url_of(record, "delete")).url == "/staff/"
    assert type(record).objects.filter(pk=record.pk).exists()
    assert client.get(url_of(record, "inspect")).status_code == 200


def test_own_side_opens_its_record(staffed, client):
    client.force_login(make_staff("moderator", "RU"))
    record = make_trail("RU")
    assert [client.get(url_of(record, view)).status_code for view in ("edit", "delete")] == [
        200,
        200,
    ]


def test_list_offers_changes_of_own_records_only(staffed, client):
    client.force_login(make_staff("moderator", "CN"))
    own, others = make_trail("CN"), make_trail("RU")
    page = client.get(reverse(Trail.snippet_viewset.get_url_name("list"))).content.decode()
    assert url_of(own, "edit") in page
    assert url_of(others, "edit") not in page
    assert url_of(others, "delete") not in page
    assert url_of(others, "inspect") in page


def test_deleting_several_at_once_spares_the_other_sides(staffed, client):
    client.force_login(make_staff("moderator", "CN"))
    own, others = make_trail("CN"), make_trail("RU")
    address = reverse("wagtail_bulk_action", args=["trails", "trail", "delete"])
    client.post(f"{address}?id={own.pk}&id={others.pk}")
    assert Trail.objects.filter(pk=others.pk).exists()


def test_closure_of_other_sides_trail_is_refused(staffed, client):
    client.force_login(make_staff("editor", "CN"))
    trail = make_trail("RU")
    data = {"trail": trail.pk, "reason": "fire", "effect": "stop", "starts_on": "2027-01-01"}
    data |= {f"text_{column}": "" for column in ("en", "ru", "zh_hans")}
    address = reverse("wagtailsnippets_trails_closure:add")
    answer = client.post(address, data)
    assert "trail" in answer.context["form"].errors
    assert not trail.closures.exists()
    assert client.post(address, data | {"trail": make_trail("CN").pk}).status_code == 302


def form_data(form) -> dict:
    """Return what a browser would send back of an untouched form, lists within it included."""
    data = {}
    for bound in form:
        value = bound.value()
        if value is not None and value is not False and bound.html_name != "gpx":
            data[bound.html_name] = value
    for formset in form.formsets.values():
        for part in (formset.management_form, *formset.forms):
            data |= {bound.html_name: bound.value() for bound in part if bound.value() is not None}
    return data


def test_translator_of_other_side_changes_own_languages_texts_only(staffed, client):
    client.force_login(make_staff("translator", "CN"))
    trail = make_trail("RU", length_km="3.5")
    point = make_point(trail)
    address = url_of(trail, "edit")
    form = client.get(address).context["form"]
    data = form_data(form)
    data |= {
        "name_zh_hans": "新名称",
        "name_ru": "Чужое имя",
        "length_km": "99",
        "points-0-name_zh_hans": "观景台",
        "points-0-name_ru": "Чужое место",
        "points-0-DELETE": "on",
        "points-0-ORDER": "5",
    }
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.context["form"].errors
    changed = Trail.objects.get(pk=trail.pk)
    assert changed.name_zh_hans == "新名称"
    assert (changed.name_ru, str(changed.length_km)) == (trail.name_ru, "3.50")
    assert changed.open_months == trail.open_months
    assert [(p.pk, p.name_zh_hans, p.name_ru) for p in changed.points.all()] == [
        (point.pk, "观景台", point.name_ru)
    ]


def test_translator_of_other_side_adds_nothing_to_a_list(staffed, client):
    client.force_login(make_staff("translator", "CN"))
    trail = make_trail("RU")
    address = url_of(trail, "edit")
    data = form_data(client.get(address).context["form"])
    data |= {"points-TOTAL_FORMS": "1", "points-0-name_zh_hans": "多", "points-0-kind": "water"}
    client.post(address, data)
    assert not trail.points.exists()


def test_translator_of_own_side_changes_everything(staffed, client):
    client.force_login(make_staff("translator", "RU"))
    fields = client.get(url_of(make_trail("RU"), "edit")).context["form"].fields
    assert [name for name, field in fields.items() if field.disabled] == []


def test_contact_messages_of_other_side_are_not_shown(staffed, client):
    client.force_login(make_staff("moderator", "RU"))
    own, others = make_message("RU"), make_message("CN")
    address = reverse(ContactMessage.snippet_viewset.get_url_name("list"))
    page = client.get(address).content.decode()
    assert own.name in page
    assert others.name not in page
    export = b"".join(client.get(f"{address}?export=csv").streaming_content).decode()
    assert others.name not in export
    assert client.get(url_of(own, "inspect")).status_code == 200
    assert client.get(url_of(others, "inspect")).url == "/staff/"
    assert client.post(url_of(others, "delete")).url == "/staff/"


def test_booking_officer_meets_own_departures_only(staffed, client):
    client.force_login(make_staff("booking-officer", "RU"))
    own, others = make_departure("RU"), make_departure("CN")
    page = client.get(reverse("departure:index")).content.decode()
    assert reverse("departure:inspect", args=[own.pk]) in page
    assert reverse("departure:inspect", args=[others.pk]) not in page
    answer = client.get(reverse("departure:edit", args=[others.pk]), follow=True)
    assert answer.status_code == 404


def test_english_page_of_a_trail_is_left_to_its_side(staffed, home_pages):
    pages = make_pages(make_indexes(home_pages), make_trail("RU"))
    russian, chinese = make_staff("editor", "RU"), make_staff("editor", "CN")
    may_edit = {
        (user.side, code): page.permissions_for_user(user).can_edit()
        for user in (russian, chinese)
        for code, page in pages.items()
    }
    assert may_edit == {
        ("RU", "en"): True,
        ("RU", "ru"): True,
        ("RU", "zh-hans"): False,
        ("CN", "en"): False,
        ("CN", "ru"): False,
        ("CN", "zh-hans"): True,
    }
