"""Telling a person what keeps a page back."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.admin import messages
from wagtail.models import Page

from staff.quality.checks import Finding, what_must_be_mended


def held_back(request: HttpRequest, *pages: Page) -> bool:
    """Say whether one of these pages, as they stand in memory, must not go out yet; tell the person why."""
    kept = [(page, what_must_be_mended(page, request.user)) for page in pages]
    kept = [(page, findings) for page, findings in kept if findings]
    for page, findings in kept:
        messages.error(request, _told(page, findings))
    return bool(kept)


def _told(page: Page, findings: list[Finding]) -> str:
    return render_to_string(
        "staff/quality/held_back.html",
        {"title": page.get_admin_display_title(), "findings": findings},
    )
