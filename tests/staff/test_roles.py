"""The table of roles against what a role is meant to do, written out a second time by hand."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.snippets.models import get_snippet_models

from staff.granting import setup_roles
from staff.roles import ROLES, groups
from staff.screens import registered_viewsets
from tests.staff.factories import make_staff

ACTIONS = {"a": "add", "c": "change", "d": "delete", "v": "view"}
ROLE_CODES = (
    "editor",
    "moderator",
    "translator",
    "photo-curator",
    "education-officer",
    "booking-officer",
    "ranger",
)
# model: what editors, moderators, translators, photo curators, education officers, booking officers and rangers may do
MATRIX = {
    "reserve.species": ("acv", "acdv", "cv", "v", "", "", ""),
    "reserve.populationfigure": ("acdv", "acdv", "cv", "", "", "", ""),
    "reserve.countmethod": ("acdv", "acdv", "cv", "", "", "", ""),
    "reserve.protectedarea": ("cv", "cv", "cv", "", "", "", ""),
    "reserve.side": ("v", "cv", "cv", "", "", "", ""),
    "reserve.firedanger": ("acdv", "acdv", "cv", "", "", "", ""),
    "reserve.contactmessage": ("", "dv", "", "", "", "", ""),
    "trails.trail": ("acv", "acdv", "cv", "", "", "", ""),
    "trails.closure": ("acdv", "acdv", "cv", "", "", "", ""),
    "trails.closurereason": ("v", "acdv", "cv", "", "", "v", ""),
    "trails.entryzone": ("v", "acdv", "cv", "", "", "acdv", ""),
    "reserve.holiday": ("v", "acdv", "cv", "", "", "acdv", ""),
    "stories.author": ("acv", "acdv", "cv", "", "", "", ""),
    "stories.topic": ("acv", "acdv", "cv", "", "", "", ""),
    "cameratraps.zone": ("v", "v", "cv", "acdv", "", "", ""),
    "cameratraps.deployment": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.event": ("v", "v", "cv", "acdv", "", "", ""),
    "cameratraps.media": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.gallery": ("v", "v", "cv", "acdv", "", "", ""),
    "cameratraps.release": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.refusal": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.packageimport": ("v", "v", "v", "v", "", "", ""),
    "cameratraps.edition": ("v", "v", "v", "v", "", "", ""),
    "cameratraps.editionapproval": ("v", "v", "v", "v", "", "", ""),
    "cameratraps.taxonname": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.individual": ("v", "v", "cv", "acdv", "", "", ""),
    "cameratraps.alias": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.identityclaim": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.matchdecision": ("v", "v", "v", "acdv", "", "", ""),
    "cameratraps.verdict": ("v", "v", "v", "acdv", "", "", ""),
    "schools.subject": ("v", "v", "cv", "", "acdv", "", ""),
    "schools.framework": ("v", "v", "v", "", "acdv", "", ""),
    "schools.standardnode": ("v", "v", "v", "", "acdv", "", ""),
    "schools.material": ("v", "v", "cv", "", "acdv", "", ""),
    "schools.materialfile": ("v", "v", "v", "", "acdv", "", ""),
    "bookings.departure": ("", "", "", "", "", "acdv", ""),
    "bookings.departureseries": ("", "", "", "", "", "acv", ""),
    "bookings.guide": ("", "", "", "", "", "acv", ""),
    "bookings.quotazone": ("", "", "", "", "", "acv", ""),
    "bookings.booking": ("", "", "", "", "", "cv", ""),
    "bookings.classvisit": ("", "", "", "", "", "cv", ""),
    "bookings.auditevent": ("", "", "", "", "", "v", ""),
    "bookings.outboxmail": ("", "", "", "", "", "v", ""),
    "notices.preparedphrase": ("", "acdv", "", "", "", "v", ""),
    "notices.urgentnotice": ("", "acv", "", "", "", "acv", ""),
    "base.video": ("acv", "acdv", "cv", "acv", "acv", "", ""),
    "base.sitesettings": ("", "c", "", "", "", "", ""),
    "staff.glossaryterm": ("v", "acdv", "acv", "", "", "", ""),
    "staff.user": ("", "", "", "", "", "", ""),
    "auth.group": ("", "", "", "", "", "", ""),
    "wagtailcore.site": ("", "", "", "", "", "", ""),
    "wagtailcore.locale": ("", "", "", "", "", "", ""),
    "wagtailcore.workflow": ("", "", "", "", "", "", ""),
    "wagtailredirects.redirect": ("", "", "", "", "", "", ""),
}


def models_in_the_interface() -> set[str]:
    """Return every model that has screens of its own under /staff/."""
    found = {
        viewset.model._meta.label_lower
        for viewset in registered_viewsets()
        if isinstance(viewset, ModelViewSet)
    }
    return found | {model._meta.label_lower for model in get_snippet_models()}


@pytest.mark.parametrize("side", ["RU", "CN"])
@pytest.mark.parametrize("place", range(len(ROLE_CODES)), ids=ROLE_CODES)
def test_role_may_do_exactly_what_is_meant(staffed, side, place):
    user = make_staff(ROLE_CODES[place], side)
    for label in set(MATRIX) | models_in_the_interface():
        if issubclass(apps.get_model(label), Page):
            continue
        app, model = label.split(".")
        may = {
            letter for letter, action in ACTIONS.items() if user.has_perm(f"{app}.{action}_{model}")
        }
        assert may == set(MATRIX.get(label, [""] * len(ROLE_CODES))[place]), label


def test_administrator_may_do_everything(staffed):
    user = make_staff("administrator")
    assert user.get_group_permissions() == {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in Permission.objects.select_related("content_type")
    }


@pytest.mark.parametrize("name", sorted(groups()))
def test_every_group_opens_the_staff_interface(staffed, name):
    role, side = groups()[name]
    assert make_staff(role.code, side).has_perm("wagtailadmin.access_admin")


def page_rights(user, page) -> set[str]:
    return set(page.permissions_for_user(user).permissions)


WRITE = {"add", "change"}
PUBLISH = {"add", "change", "publish", "lock", "unlock"}
PAGE_RIGHTS = [
    # role, section, rights in the own language and English, rights in the other side's language
    ("editor", "", WRITE),
    ("editor", "stories", WRITE),
    ("moderator", "visit", PUBLISH),
    ("translator", "stories", {"change"}),
    ("photo-curator", "", set()),
    ("photo-curator", "galleries", WRITE),
    ("photo-curator", "schools", set()),
    ("education-officer", "schools", WRITE),
    ("education-officer", "stories", set()),
    ("booking-officer", "visit", set()),
    ("ranger", "visit", set()),
]


@pytest.mark.parametrize(
    ("side", "own", "others"), [("RU", "ru", "zh-hans"), ("CN", "zh-hans", "ru")]
)
@pytest.mark.parametrize(("role", "section", "rights"), PAGE_RIGHTS)
def test_pages_are_granted_by_section_and_language(
    staffed, side, own, others, role, section, rights
):
    user = make_staff(role, side)
    assert page_rights(user, staffed[section][own]) == rights
    assert page_rights(user, staffed[section]["en"]) == rights
    assert page_rights(user, staffed[section][others]) == set()


def test_setup_roles_changes_nothing_the_second_time(staffed):
    assert setup_roles() == []


def test_setup_roles_takes_away_what_the_table_does_not_grant(staffed):
    group = Group.objects.get(name="RU booking officers")
    group.permissions.add(Permission.objects.get(codename="change_user"))
    root = Page.get_first_root_node()
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=root, permission=publish)
    add_image = Permission.objects.get(
        content_type__app_label="wagtailimages", codename="add_image"
    )
    GroupCollectionPermission.objects.create(
        group=group, collection=Collection.get_first_root_node(), permission=add_image
    )
    assert setup_roles() == [
        "RU booking officers: model rights +0 −1",
        "RU booking officers: page rights +0 −1",
        "RU booking officers: collection rights +0 −1",
    ]
    assert not group.permissions.filter(codename="change_user").exists()
    assert not group.page_permissions.exists()
    assert not group.collection_permissions.exists()


def test_setup_roles_drops_wagtails_own_groups(home_pages, sides):
    assert Group.objects.filter(name="Editors").exists()
    setup_roles()
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(groups())


def test_setup_roles_gives_a_new_section_its_rights(staffed, home_pages):
    staffed["galleries"]["ru"].delete()
    assert setup_roles() == []
    from content.cameratraps.models import GalleryIndexPage

    home = home_pages["ru"]
    home.refresh_from_db()
    home.add_child(instance=GalleryIndexPage(title="Галереи", slug="galleries", locale=home.locale))
    assert setup_roles() == ["RU photo curators: page rights +2 −0"]


def test_command_tells_what_it_changed(staffed, capsys):
    call_command("setup_roles")
    assert capsys.readouterr().out == "Nothing to change.\n"


def test_every_role_is_named_in_the_sample_accounts():
    from content.demo.loading.texts import read_texts

    used = {record["role"] for record in read_texts("staff")["accounts"]}
    assert used == {role.code for role in ROLES}
