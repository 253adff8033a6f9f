"""Before a page's editor opens or saves: nothing goes live half, and a page that lags behind says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from content.base.languages import LANGUAGE_NAMES
from staff.translating.changes_view import page_ahead_of
from staff.translating.colleagues import note_seen
from staff.translating.following import translation_into
from staff.translating.obstacles import obstacles_of


@hooks.register("before_edit_page", order=-1)  # before wagtail-localize answers with its own editor
def keep_translations_whole(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to publish a translation that is not finished, and say what is missing."""
    translation = translation_into(page)
    if translation is None:
        return _warn_of_changes(request, page)
    if request.method != "POST":
        note_seen(request, translation)
        return None
    if request.POST.get("action") != "publish":
        return None
    reasons = obstacles_of(translation)
    for reason in reasons:
        messages.error(request, reason)
    return redirect(request.path) if reasons else None


def _warn_of_changes(request: HttpRequest, page: Page) -> None:
    """Tell the editor of a page kept by hand that another language's page has changed since."""
    if request.method != "GET":
        return
    ahead = page_ahead_of(page)
    if ahead is None:
        return
    told = _("The page in the other language (%(language)s) has changed since this one.") % {
        "language": LANGUAGE_NAMES[ahead.locale.language_code]
    }
    address = reverse("changes_of_original", args=[page.pk])
    messages.warning(request, told, buttons=[messages.button(address, _("See what changed"))])
