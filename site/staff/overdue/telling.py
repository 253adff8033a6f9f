"""Who is told of people in danger: officers and moderators of the side, in their language.

People are not back from a trail, or a ranger’s note tells of a grave incident.
"""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from bookings import overdue, walk_notes
from bookings.models import Departure, OverdueAlarm, WalkNote
from bookings.wording import when_text
from content.base.facts import fact_text
from content.base.languages import LANGUAGE_NAMES
from staff.mailing.models import Occasion
from staff.mailing.services import tell
from staff.models import User
from staff.roles import role_with

ROLES = ("booking-officer", "moderator")


def look() -> tuple[int, int]:
    """Tell of what is overdue and has not been told, and of what has ended; return how many of each."""
    raised, ended = overdue.raise_alarms(), overdue.end_alarms()
    overdue.tell_alarms(tell_officers)
    walk_notes.tell_of_grave(tell_of_incident)
    return raised, ended


def officers_of(side: str) -> QuerySet[User]:
    groups = [role_with(role).group_name(side) for role in ROLES]
    return User.objects.filter(groups__name__in=groups, is_active=True).distinct()


def tell_officers(alarm: OverdueAlarm, is_over: bool) -> None:
    """Owe each of them one mail, however often it is called, that names the walk and a number, nobody of the party."""
    occasion = Occasion.OVERDUE_ENDED if is_over else Occasion.OVERDUE
    departure = alarm.departure
    titles = {code: _title(departure, alarm.people, code) for code in LANGUAGE_NAMES}
    people = officers_of(departure.trail.side_id)
    tell(
        people,
        occasion,
        once=f"{departure.side_id} {alarm.pk}",
        title=titles,
        path=reverse("wagtailadmin_home"),
    )


def tell_of_incident(note: WalkNote) -> None:
    """Owe each of them one mail, however often it is called; what the ranger wrote stays on the screen of the walk."""
    departure = note.departure
    titles = {}
    for code in LANGUAGE_NAMES:
        with override(code):
            titles[code] = _("%(kind)s; %(trail)s, %(when)s") % {
                "kind": note.get_incident_display(),
                "trail": fact_text(departure.trail, "name").text,
                "when": when_text(departure),
            }
    walk = reverse("departure:inspect", args=[departure.pk])
    for user in officers_of(departure.side_id):
        may_see = user.has_perm("bookings.view_departure")
        tell(
            [user],
            Occasion.GRAVE_INCIDENT,
            once=f"{departure.side_id} {note.pk}",
            title=titles,
            path=walk if may_see else reverse("wagtailadmin_home"),
        )


def _title(departure: Departure, people: int, language: str) -> str:
    with override(language):
        return ngettext(
            "%(trail)s, %(when)s: %(count)d person", "%(trail)s, %(when)s: %(count)d people", people
        ) % {
            "trail": fact_text(departure.trail, "name").text,
            "when": when_text(departure),
            "count": people,
        }
