"""What each role finds in the menu and on the staff home, and in which language."""

import re
from functools import cache

import pytest
from django.urls import reverse
from django.utils import translation
from lxml import html
from wagtail.admin.menu import admin_menu, reports_menu

from bigcats.catalogues import collect
from staff.roles import ROLES, SHELF_NAMES
from staff.tasks import links_for
from tests.cameratraps.factories import make_event
from tests.staff.factories import make_staff

OWN_NAMES = {"English"}  # a language is named in itself, whoever reads
MENUS = {
    "editor": "explorer stories trails camera-traps schools reserve images films documents reports handbook",
    "moderator": (
        "urgent-notices explorer stories trails camera-traps schools reserve contact-messages images films documents "
        "reports settings handbook"
    ),
    "translator": (
        "to-translate explorer stories trails camera-traps schools reserve images films reports handbook"
    ),
    "photo-curator": "camera-traps images explorer reserve films reports handbook",
    "education-officer": "schools explorer images films documents reports handbook",
    "booking-officer": "bookings check-in urgent-notices trails reserve reports handbook",
    "ranger": "check-in handbook",
    "administrator": (
        "urgent-notices explorer to-translate stories trails check-in bookings camera-traps schools "
        "reserve contact-messages images films documents reports settings handbook"
    ),
}


def menu_of(user, rf) -> list[str]:
    request = rf.get(reverse("wagtailadmin_home"))  # the menu is whole once the addresses are known
    request.user = user
    items = sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)
    return [item.name for item in items]


@pytest.mark.parametrize("role", [role.code for role in ROLES])
def test_menu_shows_the_places_of_ones_work_in_order(staffed, rf, role):
    user = make_staff(role, "" if role == "administrator" else "RU")
    assert menu_of(user, rf) == MENUS[role].split()


@pytest.mark.parametrize(("role", "shown"), [("translator", True), ("editor", False)])
def test_report_of_translations_is_for_translators(staffed, rf, role, shown):
    request = rf.get("/staff/")
    request.user = make_staff(role, "RU")
    addresses = {item.url for item in reports_menu.menu_items_for_request(request)}
    assert (reverse("wagtail_localize:translations_report") in addresses) is shown


@pytest.mark.parametrize("role", [role.code for role in ROLES])
def test_every_link_of_the_home_opens(staffed, client, role):
    user = make_staff(role, "" if role == "administrator" else "CN")
    client.force_login(user)
    links = links_for(user)
    assert links
    assert {link.url: client.get(link.url).status_code for link in links} == {
        link.url: 200 for link in links
    }


@cache
def our_texts() -> frozenset[str]:
    """Return every text of code and templates with a word in it."""
    texts = (message.id for message in collect())
    return frozenset(
        text for text in texts if isinstance(text, str) and re.search("[a-z]{3}", text)
    )


def english_left(page: str, language: str) -> set[str]:
    """Return our own texts that a page shows in English though they have a translation."""
    with translation.override(language):
        return {
            text for text in visible_texts(page) & our_texts() if translation.gettext(text) != text
        } - OWN_NAMES


def visible_texts(page: str) -> set[str]:
    tree = html.fromstring(page)
    for hidden in tree.xpath("//script | //style | //template"):
        hidden.drop_tree()
    found = [*tree.itertext(), *tree.xpath("//@placeholder | //@title | //@aria-label")]
    return {" ".join(text.split()) for text in found} - {""}


@pytest.mark.parametrize("language", ["ru", "zh-hans"])
@pytest.mark.parametrize("role", [role.code for role in ROLES])
def test_no_text_of_ours_is_left_in_english(staffed, client, role, language):
    user = make_staff(role, "" if role == "administrator" else "RU", language)
    client.force_login(user)
    for address in ["/staff/", reverse("wagtailadmin_account"), *(x.url for x in links_for(user))]:
        page = client.get(address).content.decode()
        assert f'<html lang="{language}"' in page
        assert english_left(page, language) == set(), address


@pytest.mark.parametrize("language", ["ru", "zh-hans"])
def test_forms_have_no_text_of_ours_in_english(staffed, client, language):
    client.force_login(make_staff("administrator", "", language))
    for name in (
        "wagtailsnippets_reserve_species:add",
        "wagtailsnippets_reserve_populationfigure:add",
        "wagtailsnippets_reserve_protectedarea:add",
        "wagtailsnippets_trails_trail:add",
        "wagtailimages:add",
        "wagtailusers_users:add",
    ):
        page = client.get(reverse(name)).content.decode()
        assert english_left(page, language) == set(), name


def test_a_text_left_in_english_is_found():
    assert english_left("<p>Contact messages</p><p title='Species'>x</p>", "ru") == {
        "Contact messages",
        "Species",
    }


def test_pictures_name_each_language_in_itself(staffed, client):
    client.force_login(make_staff("photo-curator", "CN", "zh-hans"))
    fields = client.get(reverse("wagtailimages:add")).context["form"].fields
    assert [
        fields[f"caption_{code}"].label.rpartition(" · ")[2] for code in ("en", "ru", "zh_hans")
    ] == [
        "English",
        "Русский",
        "中文",
    ]


def test_collections_are_named_in_the_readers_language(staffed, client):
    client.force_login(make_staff("photo-curator", "CN", "zh-hans"))
    choices = client.get(reverse("wagtailimages:add")).context["form"].fields["collection"].choices
    with translation.override("zh-hans"):
        expected = {str(SHELF_NAMES[name]) for name in ("Chinese side", "Shared")}
        assert {str(label) for _value, label in choices} - {"---------"} == expected


def test_staff_pages_ask_no_other_host(staffed, client):
    client.force_login(make_staff("moderator", "RU", "ru"))
    page = html.fromstring(client.get("/staff/").content)
    sources = page.xpath("//script/@src | //link/@href | //img/@src | //iframe/@src")
    assert [source for source in sources if not source.startswith("/")] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", {"Выбрать: тропа", "Выбрать другой объект: тропа", "Изменить: тропа"}),
        ("zh-hans", {"选择步道", "选择其他步道", "编辑此步道"}),
    ],
)
def test_choosers_speak_the_readers_language(staffed, client, language, words):
    client.force_login(make_staff("administrator", "", language))
    page = client.get(reverse("wagtailsnippets_trails_closure:add")).content.decode()
    assert words <= visible_texts(page)


def test_inspecting_a_record_shows_no_identifier_of_the_machine(staffed, client):
    client.force_login(make_staff("administrator", "", "ru"))
    event = make_event(is_sample=True)
    address = reverse("wagtailsnippets_cameratraps_event:inspect", args=[event.pk])
    page = client.get(address).content.decode()
    assert str(event.uuid) not in page
    assert "Да" in visible_texts(page)
    assert visible_texts(page).isdisjoint({"Uuid", "True"})
