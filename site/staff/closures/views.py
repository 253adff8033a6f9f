"""One page for a closure: its walks with their parties, and what becomes of each with one press of a button."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import log

from bookings import databases
from bookings.closing import Settled, kept_under, settle_closure
from bookings.models import BOOKED_STATES
from bookings.parties import staff_actor
from bookings.standing_still import walks_under
from bookings.wording import staff_when_text
from bookings.zones import person_zone
from content.base.formats import format_date, semicolon
from content.base.panels import translated_fields
from content.base.permissions import is_of_other_side
from content.trails.models import Closure
from staff.closures.forms import FatesForm

CHANGE = "bookings.change_departure"


def walks(request: HttpRequest, pk: int) -> HttpResponse:
    """Say of each walk under a closure whether it is called off or takes place; every party is told once."""
    closure = _own_closure(request, pk)
    with databases.in_charge(databases.alias_of(closure.side_id)):
        form = FatesForm(
            request.POST or None,
            closure=closure,
            walks=_walks(closure),
            language=get_language(),
        )
        if request.method == "POST" and form.is_valid():
            return _settle(request, closure, form)
        return _page(request, closure, form)


def _own_closure(request: HttpRequest, pk: int) -> Closure:
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    closures = Closure.objects.select_related("trail__side", "area__side", "side")
    closure = get_object_or_404(closures.defer("trail__track"), pk=pk)
    if is_of_other_side(request.user, closure.side_id):
        raise PermissionDenied
    return closure


def _walks(closure: Closure):
    booked = Q(bookings__state__in=BOOKED_STATES)
    return (
        walks_under(closure)
        .with_trail()
        .annotate(parties=Count("bookings", filter=booked), is_kept=kept_under(closure))
    )


def _settle(request: HttpRequest, closure: Closure, form: FatesForm) -> HttpResponse:
    actor = staff_actor(request.user)
    done = settle_closure(closure, form.calls_off, form.columns("cancel_note"), actor)
    _give_text(closure, form)
    log(instance=closure, action="trails.settle", user=request.user)
    messages.success(request, _told(done))
    return redirect(reverse("departure:index"))


def _give_text(closure: Closure, form: FatesForm) -> None:
    """Let visitors read the chosen phrase where nobody has written anything else."""
    if form.words and not any(getattr(closure, name) for name in translated_fields("text")):
        for name, text in form.columns("text").items():
            setattr(closure, name, text)
        closure.save(update_fields=[*form.columns("text"), "changed_at"])


def _told(done: Settled) -> str:
    off = ngettext(
        "%(count)d walk is called off", "%(count)d walks are called off", done.called_off
    ) % {"count": done.called_off}
    parties = ngettext(
        "%(count)d party is told by e-mail", "%(count)d parties are told by e-mail", done.parties
    ) % {"count": done.parties}
    kept = ngettext(
        "%(count)d walk takes place all the same",
        "%(count)d walks take place all the same",
        done.kept,
    ) % {"count": done.kept}
    return semicolon().join([off, parties, kept])


def _page(request: HttpRequest, closure: Closure, form: FatesForm) -> HttpResponse:
    zone = person_zone(request.user)
    until = format_date(closure.ends_on) if closure.ends_on else _("until further notice")
    context = {
        "page_title": _("Walks under a closure"),
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(Closure.snippet_viewset.get_url_name("list")), "label": _("Closures")},
            {"url": "", "label": _("Walks under a closure")},
        ],
        "closure": closure,
        "days": f"{format_date(closure.starts_on)} – {until}",
        "form": form,
        "lines": [
            (walk, staff_when_text(walk, zone), field, reverse("departure:inspect", args=[walk.pk]))
            for walk, field in form.lines
        ],
    }
    return render(request, "staff/closures/walks.html", context)
