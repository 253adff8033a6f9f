"""One answer about several visits, once the curator has said of each that every frame of it was looked at."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from content.cameratraps import services, words
from content.cameratraps.agreement import hindrances, mark_of, seen_in
from content.cameratraps.checklist import TREATMENTS
from content.cameratraps.decision_forms import ReasonForm, ReleaseForm
from content.cameratraps.desk.cards import frames_of
from content.cameratraps.desk.piles import Pile
from content.cameratraps.desk.views import answers, frame
from content.cameratraps.staff_lists import staff_events, state_of
from content.cameratraps.staff_views import RELEASE

MOST = 48


@answers
@permission_required(RELEASE, raise_exception=True)
def decide(request: HttpRequest) -> HttpResponse:
    """Show the chosen visits with all their frames and one checklist; on POST release or refuse them all, or none."""
    given = request.POST if request.method == "POST" else request.GET
    keys = [int(key) for key in given.getlist("of") if key.isdecimal()][:MOST]
    visits = list(staff_events().filter(pk__in=keys).order_by("pk"))
    lying = Pile.of(request)
    form = ReleaseForm(request.POST if "release" in request.POST else None)
    refusal = ReasonForm(request.POST if "refuse" in request.POST else None)
    if request.method == "POST" and visits and _is_done(request, visits, form, refusal):
        return redirect(lying.list_address)
    context = {
        "visits": [_shown(event, request) for event in visits],
        "form": form,
        "refusal_form": refusal,
        "treatments": TREATMENTS.values(),
        "own_side": request.user.side,
        "pile": lying,
        **frame(_("Decide together"), (lying.list_address, _("Desk"))),
    }
    return render(request, "cameratraps/staff/desk/together.html", context)


def _shown(event, request: HttpRequest) -> dict:
    return {
        "event": event,
        "frames": frames_of(event),
        "meta": words.meta_of(event),
        "state": state_of(event),
        "hindrances": hindrances(event),
        "mark": mark_of(seen_in(event)),
        "looked": f"looked_{event.pk}" in request.POST,
    }


def _is_done(request: HttpRequest, visits: list, form: ReleaseForm, refusal: ReasonForm) -> bool:
    """Take the decision about all of them or about none; the reasons against it go into the form."""
    if not request.user.side:
        raise PermissionDenied
    asked, verb = (form, _release) if "release" in request.POST else (refusal, _refuse)
    if not asked.is_valid():
        return False
    against = []
    try:
        with transaction.atomic():
            for event in visits:
                against += _tried(verb, request, event, asked)
            if against:
                raise ValidationError(against)
    except ValidationError as error:
        asked.add_error(None, error)
        return False
    number = len(visits)
    done = ngettext("Decided about %(count)d visit.", "Decided about %(count)d visits.", number)
    messages.success(request, done % {"count": number})
    return True


def _tried(verb, request: HttpRequest, event, form) -> list[str]:
    try:
        with transaction.atomic():
            verb(request, event, form)
    except ValidationError as error:
        return [f"{event}: {reason}" for reason in error.messages]
    return []


def _release(request: HttpRequest, event, form: ReleaseForm) -> None:
    if f"looked_{event.pk}" not in request.POST:
        raise services.ReleaseError(_("Say that you have looked at every frame of this visit."))
    seen = request.POST.get(f"seen_{event.pk}", "")
    services.release_event(event, request.user, seen=seen, **form.said)


def _refuse(request: HttpRequest, event, form: ReasonForm) -> None:
    services.refuse_release(event, request.user, **form.cleaned_data)
