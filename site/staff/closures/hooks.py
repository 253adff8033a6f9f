from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.widgets import SnippetListingButton

from content.base.permissions import is_of_other_side
from content.trails.models import Closure
from staff.closures import views


@hooks.register("register_admin_urls")
def closure_urls() -> list:
    return [path("closures/<int:pk>/walks/", views.walks, name="closure_walks")]


@hooks.register("register_snippet_listing_buttons")
def walks_button(snippet, user, next_url=None):
    """Lead from a closure in the list to its walks."""
    if not isinstance(snippet, Closure) or not user.has_perm(views.CHANGE):
        return
    if snippet.lifted_at is None and not is_of_other_side(user, snippet.side_id):
        url = reverse("closure_walks", args=[snippet.pk])
        yield SnippetListingButton(_("Its walks"), url, icon_name="calendar-alt", priority=15)


@hooks.register("register_log_actions")
def settle_action(actions) -> None:
    actions.register_action(
        "trails.settle", _("Say what becomes of walks"), _("Walks called off or kept")
    )
