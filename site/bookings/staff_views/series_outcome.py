"""What a change of a series does to the calendar, told before it is saved and after."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from bookings.models import Departure
from bookings.series import SeriesOutcome
from bookings.wording import staff_when_text
from bookings.zones import person_zone


def tell(request: HttpRequest, outcome: SeriesOutcome) -> None:
    """Say what a verb did, and name the departures that stayed as they were."""
    for text in _done(outcome):
        messages.success(request, text)
    zone = person_zone(request.user)
    for departure in outcome.kept:
        url = reverse("departure:inspect", args=[departure.pk])
        buttons = [messages.button(url, _("Departure"))]
        messages.warning(request, _kept(departure, zone), buttons=buttons)


def foreseen(outcome: SeriesOutcome, zone: str) -> list[str]:
    """Return the lines that say what saving would do; times for somebody in `zone`."""
    lines = [*_would(outcome), *(_kept(departure, zone) for departure in outcome.kept)]
    return lines or [_("Nothing in the calendar would change.")]


def _kept(departure: Departure, zone: str) -> str:
    text = _("%(when)s has parties and stays as it is.")
    if not departure.places_taken:
        text = _("%(when)s stays as it is: a guide leads another walk at the new time.")
    return text % {"when": staff_when_text(departure, zone)}


def _done(outcome: SeriesOutcome) -> Iterator[str]:
    if count := outcome.added:
        yield ngettext("%(count)d departure added.", "%(count)d departures added.", count) % {
            "count": count
        }
    if count := outcome.changed:
        yield ngettext("%(count)d departure changed.", "%(count)d departures changed.", count) % {
            "count": count
        }
    if count := outcome.withdrawn:
        yield ngettext(
            "%(count)d departure taken out of the calendar.",
            "%(count)d departures taken out of the calendar.",
            count,
        ) % {"count": count}


def _would(outcome: SeriesOutcome) -> Iterator[str]:
    if count := outcome.added:
        yield ngettext(
            "%(count)d departure would be added.", "%(count)d departures would be added.", count
        ) % {"count": count}
    if count := outcome.changed:
        yield ngettext(
            "%(count)d departure would change.", "%(count)d departures would change.", count
        ) % {"count": count}
    if count := outcome.withdrawn:
        yield ngettext(
            "%(count)d departure would leave the calendar.",
            "%(count)d departures would leave the calendar.",
            count,
        ) % {"count": count}
