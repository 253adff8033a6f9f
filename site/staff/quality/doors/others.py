"""The other ways out: many pages at once from a list, and the translation editor's own button."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import MissingTranslationError, Translation

from staff.quality.doors.telling import held_back


@hooks.register("before_bulk_action")
def hold_back_many(
    request: HttpRequest, action_type: str, objects: list, action
) -> HttpResponse | None:
    """Publish all of the pages that were ticked, or none."""
    if action_type != "publish" or not issubclass(action.model, Page):
        return None
    deep = action.cleaned_form.cleaned_data.get("include_descendants")
    drafts = [page.get_latest_revision_as_object() for page in _with_drafts_below(objects, deep)]
    return redirect(action.next_url) if held_back(request, *drafts) else None


def _with_drafts_below(pages: list[Page], deep: bool) -> Iterator[Page]:
    for page in pages:
        yield page
        if deep:
            yield from page.get_descendants().not_live()


@hooks.register("before_edit_page", order=-1)
def hold_back_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Save a translation as a draft and look at it before the translation editor publishes it."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale, enabled=True
    ).first()
    if translation is None or not page.permissions_for_user(request.user).can_publish():
        return None
    try:
        translation.save_target(user=request.user, publish=False)
    except (MissingTranslationError, ValidationError):
        return None  # the translation editor says what is wrong
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    return redirect("wagtailadmin_pages:edit", page.pk) if held_back(request, draft) else None
