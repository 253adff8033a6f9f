"""Sample guides, who lead the sample walks of the next days."""

from datetime import timedelta

from django.utils import timezone

from bookings import guiding
from bookings.databases import alias_of, aliases
from bookings.models import Departure, Guide
from bookings.parties import SYSTEM
from bookings.staff_errors import GuideBusy
from content.reserve.models import Side

NEXT_DAYS = timedelta(days=10)


def load(records: list[dict], codes: dict[str, str]) -> None:
    """Add the guides that are missing; let each lead the walks in exactly their languages that have none yet.

    `codes` gives for a language as the records name it the one of the site.
    """
    sides = set(Side.objects.values_list("pk", flat=True))
    guides = [_guide(record, codes) for record in records if record["side"] in sides]
    now = timezone.now()
    near = Departure.objects.with_trail().filter(starts_at__gt=now, starts_at__lt=now + NEXT_DAYS)
    free = near.filter(guides=None, is_sample=True).exclude(state="cancelled").order_by("starts_at")
    for alias in aliases():
        for departure in free.using(alias):
            _lead(departure, guides)


def _guide(record: dict, codes: dict[str, str]) -> Guide:
    values = {
        "languages": [codes[key] for key in record["languages"]],
        "phone": record["phone"],
        "is_sample": True,
    }
    names = {"side_id": record["side"], "name": record["name"]}
    of_its_side = Guide.objects.using(alias_of(record["side"]))
    return of_its_side.get_or_create(**names, defaults=values)[0]


def _lead(departure: Departure, guides: list[Guide]) -> None:
    for guide in guides:
        is_own = guide.side_id == departure.trail.side_id
        if is_own and set(guide.languages) == set(departure.guide_languages):
            try:
                guiding.assign_guides(departure.pk, [guide], SYSTEM)
            except GuideBusy:
                continue
            return
