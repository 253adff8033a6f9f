"""Single texts of a translation: writing one beside a colleague, keeping that of before, confirming a draft."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from rest_framework.parsers import FormParser, MultiPartParser
from rest_framework.request import Request
from wagtail.admin import messages
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views.edit_translation import (
    StringTranslationSerializer,
    edit_string_translation,
)

from staff.translating.colleagues import told_of, unseen_text
from staff.translating.services import confirm_drafts, keep_translation


def translation_to_edit(request: HttpRequest, translation_id: int) -> Translation:
    """Return a translation that the reader may edit; 404 or PermissionDenied otherwise."""
    translation = get_object_or_404(
        Translation.objects.select_related("source", "target_locale"), pk=translation_id
    )
    page = translation.get_target_instance().specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return translation


def edit_text(request: HttpRequest, translation_id: int, string_segment_id: int) -> HttpResponse:
    """Answer the editor's script; where a colleague has written meanwhile, tell instead of writing over it."""
    if request.method != "PUT":
        return edit_string_translation(request, translation_id, string_segment_id)
    translation = translation_to_edit(request, translation_id)
    segment = get_object_or_404(translation.source.stringsegment_set, pk=string_segment_id)
    words = _typed(request)
    text = unseen_text(request, translation, segment, words)
    if text is None:
        return edit_string_translation(request, translation_id, string_segment_id)
    told = StringTranslationSerializer(text, context={"translation_source": translation.source})
    return JsonResponse(told.data | {"error": told_of(text, words)})


def _typed(request: HttpRequest) -> str:
    """Return what was typed; the body stays there to be read again."""
    request.body  # noqa: B018  (kept in memory from here on)
    return Request(request, parsers=[FormParser(), MultiPartParser()]).data.get("value", "")


@require_POST
def keep_text(request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponse:
    """Keep the translation of before for a text of the original that has changed."""
    translation = translation_to_edit(request, translation_id)
    segment = get_object_or_404(StringSegment, pk=segment_id, source=translation.source)
    if keep_translation(request.user, translation, segment):
        messages.success(request, _("The earlier translation is kept."))
    else:
        messages.warning(request, _("This text has a new translation already."))
    return _back(translation)


@require_POST
def confirm_texts(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Confirm that texts drafted by a machine have been read and are right."""
    translation = translation_to_edit(request, translation_id)
    chosen = [int(number) for number in request.POST.getlist("text") if number.isdecimal()]
    count = confirm_drafts(request.user, translation, chosen)
    words = ngettext("%(count)d text confirmed.", "%(count)d texts confirmed.", count)
    messages.success(request, words % {"count": count})
    return _back(translation)


def _back(translation: Translation) -> HttpResponse:
    return redirect("wagtailadmin_pages:edit", translation.get_target_instance().pk)
