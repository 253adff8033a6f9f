"""In which language and at what time of theirs a person is written to."""

from datetime import datetime

from django.conf import settings

from content.base.formats import format_date, format_time, local
from content.base.permissions import SIDE_LANGUAGES
from staff.models import User


def language_of_person(user: User) -> str:
    """Return the language of a person's interface; without a profile that of their side, or English."""
    profile = getattr(user, "wagtail_userprofile", None)
    chosen = profile.preferred_language if profile else ""
    return chosen or SIDE_LANGUAGES.get(user.side, settings.LANGUAGE_CODE)


def time_zone_of_person(user: User) -> str:
    """Return the name of the time zone a person has chosen, or that of the site."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile.current_time_zone if profile else "") or settings.TIME_ZONE


def moment_for(user: User, moment: datetime) -> str:
    """Write a day and an hour by the clock of a person, in the active language."""
    zone = time_zone_of_person(user)
    return f"{format_date(local(moment, zone))} {format_time(moment, zone)}"
