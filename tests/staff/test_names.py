"""What Wagtail names in one language, named in the reader's own on the screens of staff."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from lxml import html
from wagtail.models import Collection, Page, Task, Workflow

from content.trails.models import Trail
from staff.workflows import NAME_BY_WAGTAIL, setup_workflows
from tests.staff.factories import make_staff

SHARED = {"en": "Shared", "ru": "Общее", "zh-hans": "共用"}
ROOT = {"en": "All languages", "ru": "Все языки", "zh-hans": "所有语言"}


@pytest.mark.parametrize("language", SHARED)
def test_collections_are_named_in_the_readers_language(staffed, client, language):
    client.force_login(make_staff("editor", "RU", language))
    with override(language):
        assert str(Collection.objects.get(name="Shared")) == SHARED[language]
    for name in ("wagtailimages:add_multiple", "wagtailimages:index", "wagtaildocs:index"):
        assert SHARED[language] in client.get(reverse(name)).content.decode(), name


@pytest.mark.parametrize("language", ROOT)
def test_root_of_the_pages_is_named_in_the_readers_language(staffed, client, language):
    client.force_login(make_staff("editor", "RU", language))
    root = Page.get_first_root_node()
    shown = client.get(reverse("wagtailadmin_explore", args=[root.pk])).content.decode()
    assert ROOT[language] in shown
    assert "Root" not in shown


@pytest.mark.django_db
def test_columns_of_a_language_carry_its_own_name():
    assert str(Trail._meta.get_field("name_zh_hans").verbose_name).endswith(" · 中文")


@pytest.mark.django_db
def test_unused_workflow_of_wagtail_goes_away():
    Task.objects.get_or_create(name=NAME_BY_WAGTAIL, defaults={"content_type_id": 1})
    Workflow.objects.get_or_create(name=NAME_BY_WAGTAIL)
    setup_workflows()
    assert not Workflow.objects.filter(name=NAME_BY_WAGTAIL).exists()


@pytest.mark.parametrize(("language", "tab"), [("ru", "Поиск"), ("zh-hans", "搜索")])
def test_choosers_name_their_tabs_in_the_readers_language(staffed, client, language, tab):
    client.force_login(make_staff("editor", "RU", language))
    chooser = client.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    tabs = html.fromstring(chooser).xpath("//*[@role='tab']")
    assert tab in [one.text.strip() for one in tabs]
