"""Every address of the staff interface, asked by every role, against what is declared."""

from functools import cached_property

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Page

from content.base.models import SiteSettings
from staff.roles import ROLES
from tests.staff.addresses import Address, staff_addresses
from tests.staff.declared import NOT_WALKED, VIEWSETS, is_declared_open
from tests.staff.factories import make_staff
from tests.staff.subjects import Subjects, make_subjects
from tests.staff.test_menus import english_left

SIDES = ("RU", "CN")
OF_WAGTAIL = {
    "wagtailadmin_collections": "wagtailcore.collection",
    "wagtailusers_users": "staff.user",
    "wagtailusers_groups": "auth.group",
    "wagtailsites": "wagtailcore.site",
    "wagtaillocales": "wagtailcore.locale",
    "wagtailadmin_workflows": "wagtailcore.workflow",
    "wagtailimages_chooser": "base.image",
    "wagtaildocs_chooser": "base.document",
    "wagtailadmin_api:pages": "stories.storypage",
    "wagtailadmin_api:images": "base.image",
    "wagtailadmin_api:documents": "base.document",
}
CLOSED = {403, 404}
# The name of the site stands in all its languages in the sign of its pages, which previews show.
SIGN_OF_THE_SITE = {"Land of Big Cats"}
# Words that Wagtail has written into its code in English, on screens of administrators but for the first; names of
# groups as they are stored; what a record says in its English column.
NOT_OURS = {
    "wagtailadmin_choose_page_email_link": {"Subject"},
    "wagtailredirects:index": {"Type"},
    "wagtailadmin_workflows:add": {"Page"},
    "wagtailadmin_workflows:edit": {"Page"},
    "wagtailusers_groups:index": {"Site administrators"},
    "wagtailusers_groups:index_results": {"Site administrators"},
    "wagtailusers_groups:add": {"Collection", "Delete", "Edit", "Page"},
    "wagtailusers_groups:edit": {"Collection", "Delete", "Edit", "Page"},
    "wagtailsnippets_reserve_side:inspect": {"Russia"},
    "glossary:index": {"comment", "departure", "deployment"},
    "glossary:index_results": {"comment", "departure", "deployment"},
}
POST_ONLY = 405
# Sent without the file of the step before, Wagtail's own view falls over.
BREAKS_IN_WAGTAIL = {"wagtailredirects:process_import"}


class Undone(Exception):
    """Raised to undo whatever a request has changed."""


class Visit:
    """One address about one side's things."""

    def __init__(self, address: Address, subjects: Subjects) -> None:
        self.address, self.subjects = address, subjects

    @property
    def space(self) -> str:
        return self.address.name.rpartition(":")[0]

    @cached_property
    def model(self) -> type | None:
        """The kind of record that `pk` stands for."""
        if self.space.startswith("wagtailsnippet") and "_" in self.space:
            return apps.get_model(*self.space.split("_", 1)[1].split("_"))
        label = VIEWSETS.get(self.space) or OF_WAGTAIL.get(self.space)
        if self.address.name == "reset_sign_in":
            label = "staff.user"
        if "task" in self.address.name:
            label = "wagtailcore.task"
        if self.address.name == "staff_picture_strip":
            label = "base.image"
        if self.address.name == "walk_report":
            label = "bookings.departure"
        if self.address.name in (
            "cameratraps_release",
            "cameratraps_animals",
            "cameratraps_desk_visit",
        ):
            label = "cameratraps.event"
        if self.address.name == "cameratraps_package":
            label = "cameratraps.packageimport"
        if self.address.name in ("cameratraps_edition", "cameratraps_edition_file"):
            label = "cameratraps.edition"
        if self.address.name == "cameratraps_match":
            label = "cameratraps.matchdecision"
        return apps.get_model(label) if label else None

    @property
    def values(self) -> dict[str, object]:
        page, parent = self.subjects.page.pk, self.subjects.parent.pk
        record = self.subjects.records
        values = {
            "page_id": page,
            "page_to_move_id": page,
            "page_pk": page,
            "parent_page_id": parent,
            "destination_id": parent,
            "revision_id": record["wagtailcore.revision"].pk,
            "image_id": record["base.image"].pk,
            "document_id": record["base.document"].pk,
            "doc_id": record["base.document"].pk,
            "collection_id": record["wagtailcore.collection"].pk,
            "task_id": record["wagtailcore.task"].pk,
            "workflow_pk": record["wagtailcore.workflow"].pk,
            "redirect_id": record["wagtailredirects.redirect"].pk,
            "content_type_app_name": "stories",
            "content_type_model_name": "storypage",
            "app_label": "stories",
            "model_name": "storypage",
        }
        if self._is_of_a_translation:
            values |= self._translation_values
        if self.space == "wagtailsettings":
            settings = {"app_name": "base", "model_name": "sitesettings"}
            values |= settings | {"pk": SiteSettings.load().pk}
        if "invitation" in self.address.name:
            values["pk"] = record["staff.invitation"].pk
        if self.model is not None:
            values["pk"] = record[self.model._meta.label_lower].pk
        return values

    @property
    def _translation_values(self) -> dict[str, object]:
        translation = self.subjects.translation
        return {
            "translation_id": translation.pk,
            "translation_source_id": translation.source_id,
            "string_segment_id": translation.source.stringsegment_set.first().pk,
            "segment_id": translation.source.stringsegment_set.first().pk,
            "language": translation.target_locale.language_code,
            "mode": "default",
            "page_id": self._translated_page.pk,
        }

    @property
    def _is_of_a_translation(self) -> bool:
        names = ("start_translation", "changes_of_original")
        is_ours = "translation_id" in self.address.parts or self.address.name in names
        return is_ours or self.space == "wagtail_localize"

    @property
    def _translated_page(self) -> Page:
        """The original, or, where the translation is looked at, the page made of it."""
        translation = self.subjects.translation
        if self.address.name == "changes_of_original":
            return translation.get_target_instance()
        return translation.source.get_source_instance()

    @property
    def path(self) -> str:
        return self.address.filled(self.values)

    def __str__(self) -> str:
        return f"{self.subjects.side} {self.address.name}"


def visits(sections: dict) -> list[Visit]:
    """Return every address with the things of each side; those without a thing once."""
    found = []
    for side in SIDES:
        subjects = make_subjects(side, sections)
        for address in staff_addresses():
            if address.route in NOT_WALKED or address.name in NOT_WALKED:
                continue
            if address.parts or side == "RU":
                found.append(Visit(address, subjects))
    return found


def ask(client: Client, path: str):
    """Return the answer of an address, as if it had never been asked; one for forms alone is sent an empty one."""
    try:
        with transaction.atomic():
            answer = client.get(path)
            if answer.status_code == POST_ONLY:
                answer = client.post(path)
            raise Undone
    except Undone:
        return answer


def is_open(answer) -> bool:
    """Say whether somebody got through: who may not is sent to the first page, or told that there is nothing."""
    return answer.status_code not in CLOSED and answer.headers.get("Location") != "/staff/"


@pytest.mark.long
@pytest.mark.skipif(connection.vendor != "sqlite", reason="rights do not depend on the database")
@pytest.mark.parametrize("role", [role.code for role in ROLES])
def test_role_opens_what_is_declared_and_nothing_else(staffed, role):
    user = make_staff(role, "" if role == "administrator" else "RU")
    client = Client(raise_request_exception=False)
    client.force_login(user)
    wrong = {}
    for visit in visits(staffed):
        is_own = visit.subjects.side == "RU"
        declared = is_declared_open(role, visit.address, visit.model, is_own=is_own)
        answer = ask(client, visit.path)
        is_broken = answer.status_code >= 500 and visit.address.name not in BREAKS_IN_WAGTAIL
        if is_broken or is_open(answer) is not declared:
            wrong[str(visit)] = f"{answer.status_code} {answer.headers.get('Location', '')}"
    assert wrong == {}


def html_of(answer) -> str:
    """Return what an answer shows: a page, or the part of one that a window is filled with."""
    kind = answer.headers.get("Content-Type", "")
    if answer.status_code != 200 or getattr(answer, "streaming", False):
        return ""
    if "html" in kind:
        return answer.content.decode()
    found = answer.json() if "json" in kind else None
    return found.get("html", "") if isinstance(found, dict) else ""


@pytest.mark.long
@pytest.mark.skipif(connection.vendor != "sqlite", reason="words do not depend on the database")
@pytest.mark.parametrize("language", ["ru", "zh-hans"])
def test_no_address_shows_a_text_of_ours_in_english(staffed, language):
    client = Client(raise_request_exception=False)
    client.force_login(make_staff("administrator", language=language))
    left = {}
    for visit in visits(staffed):
        if visit.subjects.side == "RU" and (shown := html_of(ask(client, visit.path)).strip()):
            known = NOT_OURS.get(visit.address.name, set()) | SIGN_OF_THE_SITE
            left[visit.address.name] = english_left(shown, language) - known
    assert {name: texts for name, texts in left.items() if texts} == {}
