"""Who opens which address of the staff interface: facts by the table of roles, everything else by name.

A letter stands for a role: editor, moderator, translator, photo curator, education officer, booking officer, ranger,
administrator. What belongs to the other side is declared apart, after `OTHERS`.
"""

from content.base.permissions import SidePermissionPolicy
from staff.granting import permission_names
from staff.roles import Role, role_with
from tests.staff.addresses import Address

LETTERS = {
    "e": "editor",
    "m": "moderator",
    "t": "translator",
    "p": "photo-curator",
    "s": "education-officer",
    "b": "booking-officer",
    "r": "ranger",
    "a": "administrator",
}
ALL = "emtpsbra"
WITH_PAGES = "emtpsa"
WITH_TEXTS = WITH_PAGES + "b"
OTHERS = "°"

# What a view of a fact asks for: one of these rights.
ANY = ("add", "change", "delete", "view")
RIGHTS = {
    "list": ANY,
    "list_results": ANY,
    "index": ANY,
    "index_results": ANY,
    "inspect": ANY,
    "add": ("add",),
    "copy": ("add",),
    "edit": ("change",),
    "cancel": ("change",),
    "copy_to_days": ("change",),
    "guarantee": ("change",),
    "pause": ("change",),
    "resume": ("change",),
    "guides": ("change",),
    "message": ("change",),
    "renew": ("change",),
    "days": ("change",),
    "calendar": ANY,
    "move": ("change",),
    "accept_papers": ("change",),
    "permits": ("change",),
    "without": ("change",),
    "documents": ("change",),
    "people": ("change",),
    "border_list": ("change",),
    "refuse_papers": ("change",),
    "answer": ("change",),
    "split": ("change",),
    "refund": ("change",),
    "pay_back": ("change",),
    "delete": ("delete",),
    "usage": ("add", "change"),
    "history": ("add", "change", "delete"),
    "history_results": ("add", "change", "delete"),
}
VIEWSETS = {
    "departure": "bookings.departure",
    "series": "bookings.departureseries",
    "guide": "bookings.guide",
    "quota": "bookings.quotazone",
    "booking": "bookings.booking",
    "classvisit": "bookings.classvisit",
    "glossary": "staff.glossaryterm",
}


def roles_of(letters: str) -> set[str]:
    return {LETTERS[letter] for letter in letters}


def opens_fact(role: Role, model: type, view: str, *, is_own: bool) -> bool:
    """Say by the table of roles whether a role opens a view of a fact of its own side, or of the other's."""
    if role.everything:
        return True
    app, name = model._meta.label_lower.split(".")
    granted = permission_names(role)
    rights = {action for action in RIGHTS[view] if f"{app}.{action}_{name}" in granted}
    if not rights or is_own:
        return bool(rights)
    viewset = getattr(model, "snippet_viewset", None)
    policy = viewset.permission_policy if viewset else None
    if app == "bookings":
        return False  # nothing of the other side is there
    if not isinstance(policy, SidePermissionPolicy):
        return True  # belongs to nobody
    if not policy.shows_other_side:
        return False
    return view == "inspect" or (role.code == "translator" and "change" in RIGHTS[view])


PAGES = "wagtailadmin_pages:"
# By name; where the other side's thing opens to others, a second line with OTHERS says to whom.
PLACES = {
    ALL: [
        "wagtailadmin_home",
        "wagtailadmin_account",
        "staff_roles",
        "handbook",
        # Everybody's own way in: second factors and sessions.
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_generate_recovery_codes",
        "usersessions_list",
        "account_reauthenticate",
        "wagtailadmin_dismissibles",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtail_localize:javascript_catalog",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_complete",
        # Titles and addresses to link to, which the public site shows as well.
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_child°",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_chosen_multiple",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtailadmin_tag_autocomplete",
        "wagtailadmin_api:pages:listing",
        "wagtailadmin_api:documents:listing",
        "wagtailadmin_api:images:listing",
        "wagtailadmin_api:documents:detail",
        "wagtailadmin_api:documents:detail°",
        "wagtailadmin_api:images:detail",
        "wagtailadmin_api:images:detail°",
        "wagtailembeds:chooser",
        "wagtailembeds:chooser_upload",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:choose_results",
        "wagtailimages_chooser:chosen_multiple",
        "wagtailimages_chooser:select_format",
        "wagtailimages_chooser:select_format°",
        "wagtaildocs_chooser:choose",
        "wagtaildocs_chooser:choose_results",
        "wagtaildocs_chooser:chosen_multiple",
        # Each shows what this person may see, which may be nothing.
        "wagtailadmin_workflows:task_chooser",
        "wagtailadmin_workflows:task_chooser_results",
        "wagtailadmin_workflows:task_chooser_create",
        "wagtailadmin_workflows:task_chosen",
        "wagtailadmin_workflows:task_chosen°",
        f"{PAGES}choose_parent",
        f"{PAGES}choose_parent°",
        "lessons:choose_parent",
        # Lead on to the page's own view, which decides.
        f"{PAGES}revisions_index",
        f"{PAGES}revisions_index°",
    ],
    WITH_TEXTS: [
        # Each lists what this person may mend or see, which may be nothing.
        "broken_links",
        "broken_links_results",
        "missing_translations",
        "missing_translations_results",
    ],
    WITH_PAGES: [
        "wagtailadmin_explore_root",
        "wagtailadmin_explore",
        "wagtailadmin_explore°",
        "wagtailadmin_explore_results",
        "wagtailadmin_explore_results°",
        f"{PAGES}type_use",
        f"{PAGES}type_use°",
        f"{PAGES}type_use_results",
        f"{PAGES}type_use_results°",
        f"{PAGES}search",
        f"{PAGES}search_results",
        "lessons:index",
        "lessons:index_results",
        "wagtailadmin_reports:workflow",
        "wagtailadmin_reports:workflow_results",
        "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_reports:workflow_tasks_results",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:aging_pages_results",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
        "pictures_without_words",
        "pictures_without_words_results",
        "wagtailimages:index",
        "wagtailimages:index_results",
        "wagtailimages:add",
        "wagtailimages:add_multiple",
        "wagtailimages:edit",
        "staff_picture_strip",
        "wagtailimages:edit_multiple",
        "wagtailimages:delete",
        "wagtailimages:delete_multiple",
        "wagtailimages:image_usage",
        "wagtailimages_chooser:create",
        "wagtaildocs_chooser:chosen",
        "wagtaildocs_chooser:chosen°",
    ],
    "emsa": [
        "wagtaildocs:index",
        "wagtaildocs:index_results",
        "wagtaildocs:add",
        "wagtaildocs:add_multiple",
        "wagtaildocs:edit",
        "wagtaildocs:edit_multiple",
        "wagtaildocs:delete",
        "wagtaildocs:delete_multiple",
        "wagtaildocs:document_usage",
        "wagtaildocs_chooser:create",
    ],
    # A story of the own language.
    "emta": [
        f"{PAGES}{view}"
        for view in (
            "edit",
            "preview_on_edit",
            "usage",
            "view_draft",
            "copy",
            "revisions_view",
            "revisions_revert",
            "workflow_history",
            "history",
            "history_results",
        )
    ],
    "ema": [f"{PAGES}{view}" for view in ("add", "preview_on_add", "add_subpage")],
    "ma": [
        *(
            f"{PAGES}{view}"
            for view in (
                "delete",
                "unpublish",
                "move",
                "set_page_position",
                "set_privacy",
                "revisions_unschedule",
                "lock",
                "unlock",
                "move_confirm",
            )
        ),
        "wagtailsettings:edit",
        "wagtailsettings:edit°",
        "wagtailadmin_reports:locked_pages",
        "wagtailadmin_reports:locked_pages_results",
    ],
    "emta ": [
        "wagtailadmin_api:pages:detail",
        "changes_of_original",
        "keep_text",
        "confirm_texts",
        "upload_texts",
        "wagtail_localize:upload_pofile",
        "submit_translation_to_moderators",
        "wagtail_localize:download_pofile",
        "wagtail_localize:preview_translation",
    ],
    "ta": [
        "to_translate",
        "upload_archive",
        "to_translate_results",
        "start_translation",
        "wagtail_localize:submit_page_translation",
        "wagtail_localize:submit_page_translation°",
        "wagtail_localize:translations_report",
        "wagtail_localize:translations_report_results",
        "wagtail_localize:update_translations",
        "wagtail_localize:update_translations°",
    ],
    "emtsba": ["wagtailsnippets:index"],
    "mpa": [
        "cameratraps_desk",
        "cameratraps_desk_decide",
        "cameratraps_desk_visit",
        "cameratraps_desk_visit°",
        "cameratraps_release",
        "cameratraps_release°",  # each side has its say on every visit
        "cameratraps_editions",
        "cameratraps_edition",
        "cameratraps_edition°",
        "cameratraps_edition_file",
        "cameratraps_edition_file°",
        "staff_scans",
    ],
    "pa": [
        "cameratraps_packages",
        "cameratraps_package",
        "cameratraps_who_is_who",
        "cameratraps_animals",
        "cameratraps_animals°",
        "cameratraps_match",
        "cameratraps_match°",
    ],
    "bra": [
        "check_in",
        "ranger_paper",
        "ranger_sheet",
        "ranger_sheet_data",
        "ranger_sheet_words",
        "ranger_ticket_photo",
        "ranger_manifest",
        "ranger_worker",
        "walk_report",
    ],
    "ba": ["walk_statistics"],
    "mba": [
        "staff_urgent_notices",
        "staff_urgent_new",
        "staff_who_did_what",
        "staff_who_did_what_results",
        "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:site_history_results",
    ],
    # Administrators alone.
    "a": [
        "cameratraps_package°",
        "walk_report°",
        "invitations",
        "invitation_results",
        "send_invitation",
        "send_invitation°",
        "withdraw_invitation",
        "withdraw_invitation°",
        "reset_sign_in",
        "reset_sign_in°",
        "staff_picture_strip°",
        "wagtailadmin_api:pages:detail°",
        "changes_of_original°",
        "keep_text°",
        "confirm_texts°",
        "upload_texts°",
        "start_translation°",
        "submit_translation_to_moderators°",
        "wagtail_localize:download_pofile°",
        "wagtail_localize:upload_pofile°",
        "wagtail_localize:preview_translation°",
        *(
            f"{PAGES}{view}{OTHERS}"
            for view in (
                "add",
                "preview_on_add",
                "add_subpage",
                "edit",
                "preview_on_edit",
                "usage",
                "view_draft",
                "copy",
                "delete",
                "unpublish",
                "move",
                "move_confirm",
                "set_page_position",
                "set_privacy",
                "lock",
                "unlock",
                "revisions_view",
                "revisions_revert",
                "revisions_unschedule",
                "workflow_history",
                "history",
                "history_results",
            )
        ),
        *(
            f"wagtailimages:{view}{OTHERS}"
            for view in ("edit", "edit_multiple", "delete", "delete_multiple", "image_usage")
        ),
        *(
            f"wagtaildocs:{view}{OTHERS}"
            for view in ("edit", "edit_multiple", "delete", "delete_multiple", "document_usage")
        ),
    ],
}
# Whole spaces of names that are the administrators'.
ADMINISTRATION = {
    "wagtailadmin_collections",
    "wagtailadmin_workflows",
    "wagtailredirects",
    "wagtaillocales",
    "wagtailsites",
    "wagtailusers_users",
    "wagtailusers_groups",
}
# What a walk by plain requests cannot tell, and where it is looked at instead.
NOT_WALKED = {
    **dict.fromkeys(
        (
            "account_login",
            "leave_sign_in",
            "accept_invitation",
            "open_invitation",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "mfa_reauthenticate",
            "mfa_reauthenticate_webauthn",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_edit_webauthn",
            "mfa_remove_webauthn",
            "end_session",
            "end_other_sessions",
        ),
        "a step of signing in or out, or a key or session of one's own: tests of signing in",
    ),
    **dict.fromkeys(
        (
            "wagtailadmin_pages:workflow_action",
            "wagtailadmin_pages:collect_workflow_action_data",
            "wagtailadmin_pages:workflow_history_detail",
            "wagtailadmin_pages:workflow_preview",
            "wagtailadmin_pages:confirm_workflow_cancellation",
        ),
        "wants a page that waits for approval: tests of the workflows",
    ),
    **dict.fromkeys(
        (
            "wagtailadmin_editing_sessions:ping",
            "wagtailadmin_editing_sessions:release",
            "wagtaildocs:create_multiple_from_uploaded_document",
            "wagtaildocs:delete_upload_multiple",
            "wagtailimages:create_multiple_from_uploaded_image",
            "wagtailimages:delete_upload_multiple",
            "wagtail_localize:edit_override",
        ),
        "wants a record that only its own person has: an open editor, a half-finished upload",
    ),
    **dict.fromkeys(
        ("wagtailimages:preview", "wagtailimages_chooser:chosen"),
        "wants a real file; pictures are seen by all staff",
    ),
    **dict.fromkeys(
        (
            "wagtailimages:url_generator",
            "wagtailimages:url_generator_output",
            "wagtail_localize:submit_snippet_translation",
            "wagtail_localize:snippets_api_listing",
            "wagtail_localize:snippets_api_detail",
            "wagtailadmin_tag_model_autocomplete",
            "wagtail_localize:convert_to_alias",
            "wagtail_localize:machine_translate",
            "wagtailsettings:preview_on_edit",
            "wagtailadmin_pages:convert_alias",
            "wagtailadmin_api:pages:find",
            "wagtailadmin_api:images:find",
            "wagtailadmin_api:documents:find",
        ),
        "switched off here: not found, whoever asks",
    ),
    **dict.fromkeys(
        ("wagtail_localize:edit_string_translation", "wagtail_localize:stop_translation"),
        "answers neither to GET nor to an empty form in a way that tells: tests of translating",
    ),
    **dict.fromkeys(("handbook_page", "handbook_picture"), "open to all: tests of the handbook"),
    "staff/settings/<slug:app_name>/<slug:model_name>/": "leads on to the one with a number",
    "staff/localize/translate/<int:translation_id>/preview/<str:mode>/": "as the one without a mode",
    "closure_walks": "by the side of the closure: tests of closures",
    "staff_urgent_end": "wants a notice that holds: tests of urgent notices",
    "wagtailadmin_workflows:add_task": "wants a kind of task",
    "wagtail_bulk_action": "by kind and record: test_sides",
    "wagtailadmin_block_preview": "wants a block; shows samples alone",
    "wagtailadmin_password_reset_confirm": "wants a link from a mail",
    "wagtailadmin_api:pages:action": "asks the rights of each action: Wagtail's own",
    "wagtailadmin_login": "open to all, and leads on who is signed in",
    "wagtailadmin_logout": "ends the walk",
    "wagtailadmin_error_test": "raises an error on purpose",
    "staff_language": "open to all: it turns the language",
}


def is_declared_open(role_code: str, address: Address, model: type | None, *, is_own: bool) -> bool:
    """Say whether a role is meant to open an address; raises KeyError for one that nobody has declared."""
    role = role_with(role_code)
    space, _colon, view = address.name.rpartition(":")
    name = address.name if is_own else f"{address.name}{OTHERS}"
    if space.startswith("wagtailsnippetchoosers_"):
        return opens_chooser(role, model, view)
    if space.startswith("wagtailsnippets_") or space in VIEWSETS:
        return opens_fact(role, model, view, is_own=is_own)
    for letters, names in PLACES.items():
        if name in names:
            return role_code in roles_of(letters.strip())
    if space in ADMINISTRATION:
        return role.everything
    raise KeyError(name)


def opens_chooser(role: Role, model: type, view: str) -> bool:
    """Say whether a role may choose a fact, or make one on the way."""
    if not getattr(model.snippet_viewset.permission_policy, "shows_other_side", True):
        return False
    if view == "create":
        return opens_fact(role, model, "add", is_own=True)
    return bool(role.pages) or role.everything or opens_fact(role, model, "list", is_own=True)
