"""Handing a finished translation to the moderators, which wagtail-localize lacks."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from staff.quality.doors.telling import held_back
from staff.translating.obstacles import obstacles_of
from staff.translating.pages import progress_of


@dataclass(frozen=True)
class Handover:
    """How far a translated page is: whose word it waits for, and how many texts are still to be translated."""

    left: int
    obstacles: list[str]
    waiting_for: str
    moderators: str
    may_submit: bool
    may_publish: bool


def handover_of(translation: Translation, page: Page, user) -> Handover:
    """Return what a person is told above the translation editor."""
    rights = page.permissions_for_user(user)
    state, workflow = page.current_workflow_state, page.get_workflow()
    is_waiting = state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS
    progress = progress_of(translation)
    return Handover(
        left=progress.left,
        obstacles=obstacles_of(translation, progress),
        waiting_for=state.workflow.name if is_waiting else "",
        moderators=workflow.name if workflow else "",
        may_submit=bool(workflow) and not is_waiting and rights.can_edit(),
        may_publish=rights.can_publish(),
    )


@require_POST
def submit_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Save what is translated as a draft and ask the moderators of its language to publish it."""
    translation = get_object_or_404(Translation, pk=translation_id)
    page = translation.get_target_instance().specific
    handover = handover_of(translation, page, request.user)
    if not handover.may_submit:
        raise PermissionDenied
    for reason in handover.obstacles:
        messages.error(request, reason)
    if not handover.obstacles:
        _submit(request, translation, page)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _submit(request: HttpRequest, translation: Translation, page: Page) -> None:
    try:
        translation.save_target(user=request.user, publish=False)
    except ValidationError:
        messages.error(request, gettext("Some texts cannot be saved: mend those marked in red."))
        return
    page = page.specific_class.objects.get(pk=page.pk)
    if held_back(request, page.get_latest_revision_as_object()):
        return
    page.get_workflow().start(page, request.user)
    messages.success(
        request, gettext("Submitted. The moderators see it on their first page and publish it.")
    )
