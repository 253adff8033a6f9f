import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from content.schools.models import Framework, Material, StandardNode, Subject
from content.schools.services import make_files

LISTINGS = [Subject, Framework, StandardNode, Material]


@pytest.fixture
def staff(admin_client, lessons):
    make_files([lessons["en"]])
    return admin_client


@pytest.mark.parametrize("model", LISTINGS)
def test_facts_are_listed_and_exported(staff, model):
    url = reverse(model.snippet_viewset.get_url_name("list"))
    assert staff.get(url).status_code == 200
    export = staff.get(f"{url}?export=csv")
    assert export.status_code == 200
    assert len(b"".join(export.streaming_content).splitlines()) > 1


@pytest.mark.parametrize("model", LISTINGS)
def test_forms_open(staff, model):
    viewset = model.snippet_viewset
    assert staff.get(reverse(viewset.get_url_name("add"))).status_code == 200
    url = reverse(viewset.get_url_name("edit"), args=[model.objects.first().pk])
    assert staff.get(url).status_code == 200


def test_lessons_are_listed_with_languages_and_missing_files(staff, lessons):
    page = staff.get(reverse("lessons:index")).content.decode()
    assert page.count("en ru 中") == 3
    for lesson in lessons.values():
        assert lesson.title in page


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_materials_name_their_lesson_in_the_readers_language(staff, lessons, admin_user, language):
    UserProfile.objects.create(user=admin_user, preferred_language=language)
    page = staff.get(reverse(Material.snippet_viewset.get_url_name("list"))).content.decode()
    assert [code for code, lesson in lessons.items() if lesson.title in page] == [language]


def test_lessons_without_files_can_be_found(staff, lessons):
    page = staff.get(reverse("lessons:index"), {"files": "missing"}).content.decode()
    assert lessons["ru"].title in page
    assert lessons["en"].title not in page


def test_lessons_are_exported(staff):
    response = staff.get(reverse("lessons:index"), {"export": "csv"})
    assert len(b"".join(response.streaming_content).splitlines()) == 4


def test_the_editor_of_a_lesson_opens(staff, lessons):
    url = reverse("wagtailadmin_pages:edit", args=[lessons["ru"].pk])
    assert staff.get(url).status_code == 200


def test_the_menu_has_a_group_for_schools(staff):
    home = staff.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("lessons:index") in home
