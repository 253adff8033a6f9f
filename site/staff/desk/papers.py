"""The bookings whose papers wait for an officer's word."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.models import Booking, BookingState
from bookings.papers import passports_text
from bookings.permit_words import by_day_text
from bookings.queries import with_papers_to_decide
from bookings.wording import party_text, staff_when_text
from bookings.zones import person_zone
from staff.desk.lists import SHOWN, DeskList, Row
from staff.models import User


def papers(user: User) -> DeskList | None:
    """Return the bookings of the person's country whose papers are to be decided upon, the nearest deadline first."""
    if not user.has_perm("bookings.change_booking"):
        return None
    found = with_papers_to_decide(Booking.objects.of_side(user.side), timezone.now())
    total = found.count()
    shown = found.with_trail()[:SHOWN] if total else []
    return DeskList(
        key="papers",
        heading=_("Papers to decide upon"),
        icon="doc-full",
        rows=[_row(one, user) for one in shown],
        total=total,
        all_url=f"{reverse('booking:index')}?state={BookingState.PERMIT_REVIEW}",
        words=ngettext(
            "booking waits for a word on its papers",
            "bookings wait for a word on their papers",
            total,
        ),
    )


def _row(booking: Booking, user: User) -> Row:
    departure = booking.departure
    facts = (
        staff_when_text(departure, person_zone(user)),
        party_text(booking.adults, booking.children),
        passports_text(booking.nationality_groups),
    )
    is_late = bool(booking.file_by) and booking.file_by <= departure.trail.today()
    return Row(
        title=f"{booking.reference} · {departure.trail}",
        url=reverse("booking:inspect", args=[booking.pk]),
        facts=tuple(fact for fact in facts if fact),
        mark=by_day_text(booking.file_by) if booking.file_by else "",
        tone="danger" if is_late else "",
    )
