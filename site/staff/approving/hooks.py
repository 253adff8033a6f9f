"""Where Wagtail asks before it shows, publishes or copies a page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
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
