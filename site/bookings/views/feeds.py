"""Calendars to subscribe to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings.calendar_feeds import feed_of, feed_of_guide, guide_with_token
from bookings.calendars import CONTENT_TYPE
from bookings.forms.filters import DepartureFilterForm
from bookings.throttling import is_braked, note_failure
from bookings.views.context import too_many
from content.base.facts import fact_text
from content.reserve.models import Side


@require_safe
def departures(request: HttpRequest) -> HttpResponse:
    """Send the coming departures that pass the filters of the public calendar."""
    form = DepartureFilterForm(request.GET, sides=list(Side.objects.all()), months=[])
    found = form.coming(timezone.now())
    name = _("Guided departures")
    if trail := form.chosen.get("trail"):
        name = fact_text(trail, "name").text
    return _file(feed_of(found, name), "land-of-big-cats.ics")


@require_safe
def guide(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """Send the walks of a guide to whoever has the secret address."""
    number = f"guide-{pk}"
    if is_braked(request, number):
        return too_many(request)
    found = guide_with_token(pk, token)
    if found is None:
        note_failure(request, number)
        raise Http404
    response = _file(feed_of_guide(found), "walks.ics")
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
