"""Who leads which walk. A guide leads one walk at a time: judged under a lock of the guide, from start to end of each.

Locks are taken in the order departure, guides by number.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from bookings import databases, history, places
from bookings.errors import BookingError, DepartureCancelled
from bookings.models import Departure, DepartureState, EventKind, Guide
from bookings.models.guides import new_feed_key
from bookings.parties import Actor
from bookings.staff_errors import GuideBusy, GuideOfOtherSide
from content.base.permissions import SIDE_LANGUAGES

LONGEST_WALK = timedelta(days=7)
LANGUAGE_ORDER = ("en", *SIDE_LANGUAGES.values())


def assign_guides(departure_id: int, guides: Iterable[Guide], actor: Actor) -> Departure:
    """Let these guides, and nobody else, lead a walk; its languages become theirs.

    Raises GuideBusy, GuideOfOtherSide or DepartureCancelled and changes nothing.
    """
    with databases.transaction_for(departure_id):
        departure, now = places.lock(departure_id)
        if departure.state == DepartureState.CANCELLED:
            raise DepartureCancelled
        guides = list(guides)  # those of the other side may lie where no lock finds them
        chosen = lock_guides(guide.pk for guide in guides)
        if error := side_refusal(departure.side_id, guides) or guides_refusal(departure, chosen):
            raise error
        departure.guides.set(chosen)
        if chosen:
            departure.guide_languages = languages_of(chosen)
            departure.save(update_fields=["guide_languages"])
        history.record(
            EventKind.GUIDES_CHANGED, actor, now, departure=departure, guides=len(chosen)
        )
    return departure


def change_guide(guide: Guide) -> Guide:
    """Write a guide; the coming walks speak the guide's languages from now on."""
    with databases.transaction_for(guide.pk):
        departures = places.lock_all(_coming(guide).values_list("pk", flat=True))
        lock_guides([guide.pk])
        guide.save()
        for departure in departures:
            departure.guide_languages = languages_of(departure.guides.all())
            departure.save(update_fields=["guide_languages"])
    return guide


def renew_feed(guide: Guide) -> None:
    """Give a guide's calendar a new address; the old one opens nothing any more."""
    guide.feed_key = new_feed_key()
    guide.save(update_fields=["feed_key"])


def lock_guides(numbers: Iterable[int]) -> list[Guide]:
    """Lock guides to the end of the transaction, always in the same order."""
    return list(Guide.objects.select_for_update().filter(pk__in=list(numbers)).order_by("pk"))


def side_refusal(side: str, guides: Iterable[Guide]) -> BookingError | None:
    """Return why guides cannot lead walks of a side, or None."""
    others = [guide for guide in guides if guide.side_id != side]
    return GuideOfOtherSide(others[0].name) if others else None


def guides_refusal(departure: Departure, guides: Iterable[Guide]) -> Exception | None:
    """Return why these guides, locked, cannot lead a walk at its time, or None."""
    guides = list(guides)
    if error := side_refusal(departure.trail.side_id, guides):
        return error
    for guide in guides:
        if other := clash(departure, guide):
            return GuideBusy(guide.name, str(other.trail), other.starts_at, other.time_zone)
    return None


def clash(departure: Departure, guide: Guide) -> Departure | None:
    """Return another walk that a guide leads at the time of this one, if any."""
    near = (
        guide.walks.with_trail()
        .exclude(pk=departure.pk)
        .exclude(state=DepartureState.CANCELLED)
        .filter(starts_at__lt=departure.ends_at, starts_at__gt=departure.starts_at - LONGEST_WALK)
    )
    return next((other for other in near if other.ends_at > departure.starts_at), None)


def languages_of(guides: Iterable[Guide]) -> list[str]:
    """Return what the guides speak together, in the order of the site's languages."""
    spoken = {code for guide in guides for code in guide.languages}
    return [code for code in LANGUAGE_ORDER if code in spoken]


def _coming(guide: Guide):
    return guide.walks.filter(starts_at__gt=timezone.now())
