"""Films belong to a side: the other side looks on, its translators fill in their own language."""

import pytest
from django.urls import reverse

from content.base.models import Video
from tests.base.test_films import film
from tests.staff.factories import make_staff


@pytest.mark.parametrize("role", ["editor", "moderator", "photo-curator", "education-officer"])
def test_film_of_the_other_side_cannot_be_changed(staffed, client, role):
    made = film(side="CN")
    edit = reverse("wagtailsnippets_base_video:edit", args=[made.pk])
    client.force_login(make_staff(role, "RU", "ru"))
    client.post(edit, {"title_en": "Taken"})
    assert Video.objects.get().title_en == "Snow"
    assert client.get(edit).status_code == 302
    client.force_login(make_staff(role, "CN", "zh-hans"))
    assert client.get(edit).status_code == 200


def test_booking_officers_have_no_films(staffed, client):
    client.force_login(make_staff("booking-officer", "RU", "ru"))
    assert client.get(reverse("wagtailsnippets_base_video:list")).status_code == 302


def test_only_the_own_side_can_be_chosen(staffed, client):
    client.force_login(make_staff("editor", "RU", "ru"))
    form = client.get(reverse("wagtailsnippets_base_video:add")).context["form"]
    assert [code for code, _label in form.fields["side"].choices] == ["", "RU"]
