"""Sample day limits: trails that share what a day can bear."""

from collections.abc import Callable

from bookings import quotas
from bookings.databases import alias_of, in_charge
from bookings.models import QuotaZone
from content.trails.models import Trail


def load(
    records: list[dict], trails: dict[str, Trail], columns: Callable[..., dict[str, str]]
) -> None:
    """Add the limits that are missing, over those of their trails that there are; `columns` reads their names."""
    for record in records:
        members = [trails[slug].pk for slug in record["trails"] if slug in trails]
        with in_charge(alias_of(record["side"])):
            names = columns(record, "name")
            if members and not QuotaZone.objects.filter(name_en=names["name_en"]).exists():
                zone = QuotaZone(side_id=record["side"], usual_limit=record["limit"], **names)
                quotas.save_zone(zone, members, {})
