"""Where Wagtail asks before it shows, publishes or copies a page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, WorkflowMenuItem
from wagtail.models import Page

from staff.approving.status import tell_status


@hooks.register("before_edit_page")
def tell_of_approval(request: HttpRequest, page: Page) -> None:
    if request.method == "GET":
        tell_status(request, page)


@hooks.register("before_publish_page")
def keep_as_draft(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep what was written as a draft when it has just become a page of both sides."""
    page = page.specific
    if page.permissions_for_user(request.user).can_publish():
        return None
    messages.warning(
        request,
        _("Saved, not published: a moderator of each side approves this page. Submit it to both."),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("construct_page_action_menu")
def offer_the_answer_first(
    menu_items: list[ActionMenuItem], request: HttpRequest, context: dict
) -> None:
    """Put the answer that is waited for right after saving, the first item.

    Whose word publishes has no second button that does so: it would end the approval as taken back, with nobody's word.
    """
    answers = [item for item in menu_items if isinstance(item, WorkflowMenuItem)]
    others = [item for item in menu_items if item not in answers]
    if any(item.name == "approve" for item in answers):
        others = [item for item in others if not isinstance(item, PublishMenuItem)]
    menu_items[:] = [*others[:1], *answers, *others[1:]]


@hooks.register("before_copy_page")
def publish_no_copy(request: HttpRequest, page: Page) -> None:
    """Refuse to publish by copying what may not be published by its button."""
    asks = request.method == "POST" and request.POST.get("publish_copies")
    if asks and not page.specific.permissions_for_user(request.user).can_publish():
        raise PermissionDenied


@hooks.register("register_log_actions")
def approval_actions(actions) -> None:
    actions.register_action(
        "staff.approve_for_side",
        gettext_lazy("Approve for one side"),
        gettext_lazy("Approved for one side"),
    )
