"""People who should be back from a trail: before everything else on the desk."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.models import Departure
from bookings.overdue import overdue_departures, people_on_trail
from bookings.wording import when_text
from bookings.zones import clocks, person_zone
from staff.desk.lists import SHOWN, DeskList, Row
from staff.models import User
from staff.roles import CHECK_IN

# Who can do something about it: rangers and officers on the spot, moderators by an urgent notice.
CONCERNED = (CHECK_IN, "notices.add_urgentnotice")


def overdue(user: User) -> DeskList | None:
    """Return the walks of the person's country with people who are not back in time."""
    if not any(user.has_perm(right) for right in CONCERNED):
        return None
    walks = list(overdue_departures(timezone.now(), user.side))
    return DeskList(
        key="overdue",
        heading=_("Not back from the trail"),
        icon="warning",
        rows=[_row(walk, user) for walk in walks[:SHOWN]],
        total=len(walks),
        words=ngettext("walk is not back", "walks are not back", len(walks)),
    )


def _row(walk: Departure, user: User) -> Row:
    people = people_on_trail(walk)
    out = ngettext("%(count)d person on the trail", "%(count)d people on the trail", people)
    back = _("expected back %(time)s") % {
        "time": clocks(walk.ends_at, walk.time_zone, person_zone(user))
    }
    return Row(
        title=str(walk.trail),
        url=reverse("check_in") if user.has_perm(CHECK_IN) else "",
        facts=(when_text(walk), back),
        mark=out % {"count": people},
        tone="danger",
    )
