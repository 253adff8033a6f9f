"""The screens of the desk: a pile, one visit after the other, and a decision about several at once."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from content.base.permissions import is_of_other_side
from content.cameratraps import words
from content.cameratraps.agreement import hindrances
from content.cameratraps.desk.acting import Done, act
from content.cameratraps.desk.cards import cards_of, frames_of
from content.cameratraps.desk.forms import DetailsForm, WordsForm
from content.cameratraps.desk.piles import Pile, commonest_species
from content.cameratraps.models import Event
from content.cameratraps.staff_lists import staff_events, state_of
from content.cameratraps.staff_views import RELEASE
from content.cameratraps.states import State
from content.cameratraps.steps import Steps
from content.reserve.models import Species

CURATE = "cameratraps.add_event"
A_PAGE = 24
guarded = permission_required(RELEASE, raise_exception=True)
answers = require_http_methods(["GET", "HEAD", "POST"])


@answers
@guarded
def pile(request: HttpRequest) -> HttpResponse:
    """Show a pile; on POST do something to those that are marked."""
    lying = Pile.of(request)
    if request.method == "POST":
        keys = [int(key) for key in request.POST.getlist("of") if key.isdecimal()]
        if request.POST.get("do") == "decide" and keys:
            chosen = "&".join(f"of={key}" for key in keys)
            return redirect(f"{reverse('cameratraps_desk_decide')}?{chosen}&{lying.query}")
        _require_curator(request)
        marked = list(Event.objects.filter(pk__in=keys).order_by("pk"))
        _told(request, lambda: act(request, marked))
        return redirect(lying.list_address)
    page = Paginator(lying.shown, A_PAGE).get_page(request.GET.get("p"))
    context = {
        "pile": lying,
        "page": page,
        "may_curate": request.user.has_perm(CURATE),
        "visits": cards_of(page, request.user, lying),
        "all_species": Species.objects.all(),
        "undo": Steps(request.session).last,
        **frame(_("Desk")),
    }
    return render(request, "cameratraps/staff/desk/pile.html", context)


@answers
@guarded
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one visit of a pile; on POST do something to it, and answer a script with what has become of it."""
    event = get_object_or_404(staff_events(), pk=pk)
    lying = Pile.of(request)
    if request.method == "POST":
        return _answer(request, event, lying)
    template = "visit_part.html" if request.headers.get("X-Part") else "visit.html"
    context = _context(request, event, lying)
    return render(request, f"cameratraps/staff/desk/{template}", context)


def _answer(request: HttpRequest, event: Event, lying: Pile) -> HttpResponse:
    _require_curator(request)
    around = lying.around(event.pk)  # before the visit leaves the pile
    if "application/json" in request.headers.get("Accept", ""):
        try:
            done = act(request, [event])
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=409)
        return JsonResponse(_outcome(request, event.pk, lying, done))
    done = _told(request, lambda: act(request, [event]))
    if done and done.leaves:
        return redirect(around["next"] or lying.list_address)
    if done and done.undone:
        return redirect(lying.address(done.undone[0]))
    return redirect(lying.address(event.pk))


def _require_curator(request: HttpRequest) -> None:
    if not request.user.has_perm(CURATE):
        raise PermissionDenied


def _outcome(request: HttpRequest, pk: int, lying: Pile, done: Done) -> dict:
    """Return what the script goes on with: the visit as it is now, or the way to the one that was undone."""
    answer = {"said": done.words, "leaves": done.leaves, "undo": Steps(request.session).last}
    if done.undone:
        answer["go"] = lying.address(done.undone[0])
    if not done.leaves:
        context = _context(request, staff_events().get(pk=pk), lying)
        template = "cameratraps/staff/desk/visit_part.html"
        answer["html"] = render_to_string(template, context, request)
    return answer


def _told(request: HttpRequest, verb) -> Done | None:
    """Do something and say so, or say why not, on the next screen."""
    try:
        done = verb()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    messages.success(request, done.words)
    return done


def _context(request: HttpRequest, event: Event, lying: Pile) -> dict:
    may_curate = request.user.has_perm(CURATE)
    is_own = may_curate and not is_of_other_side(request.user, event.side_code)
    return {
        "event": event,
        "pile": lying,
        "around": lying.around(event.pk),
        "frames": frames_of(event),
        "is_own": is_own,
        "meta": words.meta_of(event),
        "state": state_of(event),
        "stage": event.get_stage_display(),
        "hindrances": hindrances(event),
        "species": commonest_species(),
        "all_species": Species.objects.all(),
        "details": DetailsForm(event=event),
        "words": WordsForm(initial={name: getattr(event, name) for name in WordsForm.base_fields}),
        "undo": Steps(request.session).last,
        "may_name": request.user.has_perm("cameratraps.identify_animal"),
        **frame(str(event), (lying.list_address, _("Desk"))),
    }


def frame(title: str, *crumbs: tuple[str, str]) -> dict:
    """Return what every screen's frame asks for."""
    return {
        "states": State.choices,
        "page_title": title,
        "header_title": title,
        "header_icon": "camera-trap",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            *({"url": url, "label": label} for url, label in crumbs),
            {"url": "", "label": title},
        ],
    }
