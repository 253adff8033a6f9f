"""The screen that shows what has changed in the original since a page was translated."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page

from content.base.languages import LANGUAGE_NAMES, html_lang
from staff.translating.following import translation_into
from staff.translating.judging import newer_than
from staff.translating.looks import Look, counts_of, looks_by_hand, looks_of
from staff.translating.obstacles import original_page
from staff.translating.services import catch_up
from staff.translating.texts import ChangeKind


@require_http_methods(["GET", "HEAD", "POST"])
def changes_of_original(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the changes, old and new; a page kept by hand may be declared up to date there."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    translation = translation_into(page)
    original = original_page(translation) if translation else page_ahead_of(page)
    if original is None:
        messages.success(request, _("This page is up to date."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    if request.method == "POST" and translation is None:
        catch_up(page)
        messages.success(request, _("This page is up to date."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    looks = looks_of(translation) if translation else looks_by_hand(page, original)
    return render(
        request,
        "staff/translating/changes.html",
        {
            "page": page,
            "original": original,
            "translation": translation,
            "looks": looks,
            "original_language": LANGUAGE_NAMES[original.locale.language_code],
            "original_lang": html_lang(original.locale.language_code),
            "page_lang": html_lang(page.locale.language_code),
            **numbers(looks),
        },
    )


def numbers(looks: list[Look]) -> dict[str, int]:
    counts = counts_of(looks)
    return {
        "changed": counts[ChangeKind.CHANGED],
        "added": counts[ChangeKind.ADDED],
        "removed": counts[ChangeKind.REMOVED],
    }


def page_ahead_of(page: Page) -> Page | None:
    """Return the page of another language that a page kept by hand lags behind."""
    others = page.get_translations().live().select_related("published_text", "locale")
    ahead = newer_than(Page.objects.select_related("published_text").get(pk=page.pk), list(others))
    return max(ahead, key=lambda one: one.published_text.changed_at, default=None)
