"""What wagtail-localize lacks: handing a finished translation to the moderators, and dates in the reader's language."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState
from wagtail_localize.compat import DATE_FORMAT
from wagtail_localize.models import StringTranslation, Translation

from content.base.formats import format_date


@dataclass(frozen=True)
class Handover:
    """How far a translated page is: whose word it waits for, and how many texts are still to be translated."""

    left: int
    waiting_for: str
    moderators: str
    may_submit: bool
    may_publish: bool


def handover_of(translation: Translation, page: Page, user) -> Handover:
    """Return what a person is told above the translation editor."""
    rights = page.permissions_for_user(user)
    state, workflow = page.current_workflow_state, page.get_workflow()
    is_waiting = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    return Handover(
        left=texts_left(translation),
        waiting_for=state.workflow.name if is_waiting else "",
        moderators=workflow.name if workflow else "",
        may_submit=bool(workflow) and not is_waiting and rights.can_edit(),
        may_publish=rights.can_publish(),
    )


def texts_left(translation: Translation) -> int:
    """Return how many texts of a page have no translation yet."""
    total, done = translation.get_progress()
    return total - done


@require_POST
def submit_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Save what is translated as a draft and ask the moderators of its language to publish it."""
    translation = get_object_or_404(Translation, pk=translation_id)
    page = translation.get_target_instance().specific
    handover = handover_of(translation, page, request.user)
    if not handover.may_submit:
        raise PermissionDenied
    if handover.left:
        messages.error(request, _left_text(handover.left))
    else:
        _submit(request, translation, page)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _left_text(left: int) -> str:
    return ngettext(
        "%(left)d text is not translated yet. Finish it, then submit.",
        "%(left)d texts are not translated yet. Finish them, then submit.",
        left,
    ) % {"left": left}


def _submit(request: HttpRequest, translation: Translation, page: Page) -> None:
    try:
        translation.save_target(user=request.user, publish=False)
    except ValidationError:
        messages.error(request, gettext("Some texts cannot be saved: mend those marked in red."))
        return
    page = page.specific_class.objects.get(pk=page.pk)
    page.get_workflow().start(page, request.user)
    messages.success(
        request, gettext("Submitted. The moderators see it on their first page and publish it.")
    )


_comment = StringTranslation.get_comment


def comment_in_readers_language(text: StringTranslation) -> str | None:
    """Say when a text was translated, with the date as the reader's language writes it."""
    comment = _comment(text)
    english = text.updated_at.strftime(DATE_FORMAT)
    return comment and comment.replace(english, format_date(localdate(text.updated_at)))


def date_in_readers_language() -> None:
    """Let the translation editor write its dates this way."""
    StringTranslation.get_comment = comment_in_readers_language
