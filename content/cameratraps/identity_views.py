"""The staff screens of who is who: what waits, the animals of one visit, and two codes side by side."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from content.cameratraps import identities, identity_lists, words
from content.cameratraps.identity_forms import ClaimForm, MatchForm, NewMatchForm
from content.cameratraps.models import Event, IdentityClaim
from content.cameratraps.staff_lists import staff_events, state_of

IDENTIFY = "cameratraps.identify_animal"
guarded = permission_required(IDENTIFY, raise_exception=True)
answers = require_http_methods(["GET", "HEAD", "POST"])


@answers
@guarded
def who_is_who(request: HttpRequest) -> HttpResponse:
    """Show what waits for either side, and all pairs; on POST compare two more codes."""
    form = NewMatchForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        first, second = said.pop("first"), said.pop("second")
        decision = _tried(form, identities.decide, first, second, request.user, **said)
        if decision is not None:
            return redirect("cameratraps_match", pk=decision.pk)
    context = {
        "form": form,
        "claims": identity_lists.waiting_claims(),
        "decisions": identity_lists.decisions(),
        **_frame(request, _("Who is who")),
    }
    return render(request, "cameratraps/staff/who_is_who.html", context)


@answers
@guarded
def animals_of_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a visit with the animals named on it; on POST name one, agree, disagree or take back."""
    event = get_object_or_404(staff_events(), pk=pk)
    form = ClaimForm(_posted(request, "claim"), event=event, side=request.user.side)
    if request.method == "POST" and _act_on_visit(request, event, form):
        return redirect("cameratraps_animals", pk=pk)
    context = {
        "event": event,
        "form": form,
        "frames": event.all_frames,
        "meta": words.meta_of(event),
        "state": state_of(event),
        "claims": identity_lists.claims_of(event),
        **_frame(request, _("Who is it"), (str(event), "")),
    }
    return render(request, "cameratraps/staff/animals_of_visit.html", context)


def _act_on_visit(request: HttpRequest, event: Event, form: ClaimForm) -> bool:
    """Do what was asked; say whether it was done."""
    user, posted = request.user, request.POST
    if "claim" in posted:
        if not form.is_valid():
            return False
        said = form.cleaned_data
        done = _tried(form, identities.claim, event, said.pop("alias"), user, **said)
        return done is not None
    claim = get_object_or_404(IdentityClaim, pk=_number(posted.get("of")), event=event)
    verbs = {
        "agree": lambda: identities.review(claim, user, agrees=True),
        "disagree": lambda: identities.review(claim, user, agrees=False),
        "withdraw": lambda: identities.withdraw_claim(claim, user),
    }
    for name, verb in verbs.items():
        if name in posted:
            _told(request, verb)
    return True


@answers
@guarded
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two codes side by side; on POST say the own side's word or take it back."""
    decision = get_object_or_404(identity_lists.decisions(), pk=pk)
    own = next((word for word in decision.all_verdicts if word.side_id == request.user.side), None)
    first = {"answer": own.answer, "evidence": own.evidence} if own else {}
    form = MatchForm(_posted(request, "say"), initial={"basis": decision.basis, **first})
    if "take_back" in request.POST:
        _told(request, lambda: identities.take_back(decision, request.user))
        return redirect("cameratraps_match", pk=pk)
    if request.method == "POST" and form.is_valid():
        pair = (decision.first, decision.second)
        if _tried(form, identities.decide, *pair, request.user, **form.cleaned_data) is not None:
            return redirect("cameratraps_match", pk=pk)
    context = {
        "decision": decision,
        "form": form,
        "own": own,
        "pair": identity_lists.side_by_side(decision),
        **_frame(request, _("One animal or two"), (str(decision), "")),
    }
    return render(request, "cameratraps/staff/match.html", context)


def _tried(form, verb, *args, **said):
    """Return what the verb returns; None, with the reason on the form, when it refuses."""
    try:
        return verb(*args, **said)
    except ValidationError as error:
        form.add_error(None, error)
    return None


def _told(request: HttpRequest, verb) -> None:
    """Do something, or tell on the next screen why it is refused."""
    try:
        verb()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))


def _posted(request: HttpRequest, name: str):
    return request.POST if name in request.POST else None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _frame(request: HttpRequest, title: str, *crumbs: tuple[str, str]) -> dict:
    """Return what every screen's frame asks for; below the first screen a way back to it."""
    start = (reverse("cameratraps_who_is_who"), _("Who is who"))
    steps = [start, *((url, label) for label, url in crumbs)] if crumbs else [("", start[1])]
    return {
        "own_side": request.user.side,
        "page_title": title,
        "header_title": title,
        "header_icon": "tag",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            *({"url": url, "label": label} for url, label in steps),
        ],
    }
