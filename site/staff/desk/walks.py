"""The guided walks of the next two days, and those about which an officer has to decide."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from bookings.checkin import days_ahead
from bookings.models import Departure, DepartureState, DepartureStatus
from bookings.queries import leaving_soon, needing_decision
from bookings.wording import places_text
from bookings.zones import clocks, person_zone
from content.base.formats import format_date
from content.trails.models import ClosureEffect
from content.trails.told_closures import reason_of
from staff.desk.lists import SHOWN, DeskList, Row
from staff.models import User
from staff.roles import CHECK_IN

VIEW = "bookings.view_departure"
SHOWN_WALKS = 8


def departures(user: User) -> DeskList | None:
    """Return the walks of today and tomorrow in the person's country; without any, the next ones."""
    if not _works_with_walks(user):
        return None
    now = timezone.now()
    own = Departure.objects.with_trail().of_side(user.side)
    soon = leaving_soon(own, now)
    coming = soon or list(own.coming(now)[:SHOWN])
    return DeskList(
        key="departures",
        heading=_("Departures today and tomorrow") if soon else _("Next departures"),
        icon="calendar-alt",
        rows=[_departure_row(one, user, now) for one in coming[:SHOWN_WALKS]],
        total=len(coming) + 1,  # there are always later ones to look up
        all_url=reverse("departure:index") if user.has_perm(VIEW) else "",
        all_words=_("All departures"),
    )


def _works_with_walks(user: User) -> bool:
    return user.has_perm(VIEW) or user.has_perm(CHECK_IN)


def _departure_url(departure: Departure, user: User) -> str:
    """Return the departure itself, or for a ranger the list of its parties."""
    if user.has_perm(VIEW):
        return reverse("departure:inspect", args=[departure.pk])
    return reverse("check_in")


def _departure_row(departure: Departure, user: User, now) -> Row:
    status = departure.status_at(now)
    is_odd = departure.closure or departure.state == DepartureState.CANCELLED
    when = clocks(departure.starts_at, departure.time_zone, person_zone(user))
    facts = (day_name(departure, now), when, *([] if user.side else [str(departure.trail.side)]))
    return Row(
        title=str(departure.trail),
        url=_departure_url(departure, user),
        facts=facts,
        mark=_mark(departure, status, now),
        tone="danger" if is_odd else "",
        taken=departure.places_taken,
        capacity=departure.capacity,
    )


def _mark(departure: Departure, status: DepartureStatus, now) -> str:
    """Return what a line says of its places; a walk of today that has begun is not over for those who look after it."""
    if status == DepartureStatus.PAST and days_ahead(departure, now) == 0:
        return pgettext("departure", "has left")
    return places_text(departure, status)


def day_name(departure: Departure, now) -> str:
    """Return “today”, “tomorrow” or the date, by the calendar of the place."""
    names = {0: _("today"), 1: _("tomorrow")}
    return names.get(days_ahead(departure, now)) or format_date(departure.local_day, "MMMEd")


def decisions(user: User) -> DeskList | None:
    """Return the walks with parties on a closed trail, and those that are over and nobody has closed."""
    if not user.has_perm("bookings.change_departure"):
        return None
    now = timezone.now()
    found = needing_decision(Departure.objects.of_side(user.side), now)
    total = found.count()
    shown = found.with_trail()[:SHOWN] if total else []
    return DeskList(
        key="decisions",
        heading=_("Bookings that need a decision"),
        icon="help",
        rows=[_decision_row(one, user, now) for one in shown],
        total=total,
        all_url=f"{reverse('departure:index')}?needs_decision=true",
        words=ngettext("departure needs a decision", "departures need a decision", total),
    )


def _decision_row(departure: Departure, user: User, now) -> Row:
    people = ngettext("%(count)d person", "%(count)d people", departure.places_taken)
    mark, tone = _question(departure, now)
    return Row(
        title=str(departure.trail),
        url=_decision_url(departure, now),
        facts=(
            format_date(departure.local_day, "MMMEd"),
            clocks(departure.starts_at, departure.time_zone, person_zone(user)),
            people % {"count": departure.places_taken},
        ),
        mark=mark,
        tone=tone,
    )


def _decision_url(departure: Departure, now) -> str:
    """Return where it is decided: all walks of a closure together, anything else on the departure itself."""
    closure = departure.closure
    if closure and departure.places_taken and departure.starts_at > now:
        return reverse("closure_walks", args=[closure.pk])
    return reverse("departure:inspect", args=[departure.pk])


def _question(departure: Departure, now) -> tuple[str, str]:
    """Return what is to be decided upon, and how pressing it is."""
    if departure.starts_at < now - timedelta(hours=1):
        return _("did it take place?"), "caution"
    if (closure := departure.closure) and departure.places_taken:
        if closure.effect == ClosureEffect.CANCEL:
            closed = _("To be called off, trail closed: %(reason)s")
        else:
            closed = _("Trail closed: %(reason)s")
        return closed % {"reason": reason_of(closure)}, "danger"
    short = ngettext("%(count)d too few", "%(count)d too few", departure.still_needed)
    return short % {"count": departure.still_needed}, "caution"
