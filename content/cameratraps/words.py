"""How a visit is told in words: side and zone, month and time of day, and nothing finer."""

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.facts import FactText, fact_text
from content.base.formats import comma, format_date, format_number
from content.cameratraps.models import Event, Media
from content.cameratraps.small_numbers import LEAST, at_least


def title_of(event: Event) -> FactText:
    """Return the visit's title, or the animal's name when it has none."""
    title = fact_text(event, "title")
    return title if title.text else fact_text(event.species, "name")


def side_name(event: Event) -> str:
    return fact_text(event.zone.side, "name").text


def zone_name(event: Event) -> str:
    return fact_text(event.zone, "name").text


def month_of(event: Event) -> str:
    """Return month and year as the language writes them."""
    return format_date(event.first_of_month, "yMMMM")


def frames_text(number: int) -> str:
    return ngettext("%(count)d frame", "%(count)d frames", number) % {"count": number}


def visits_text(number: int) -> str:
    return ngettext("%(count)d visit", "%(count)d visits", number) % {"count": number}


def visits_told(number: int) -> str:
    """Return how many visits match a selection, as far as it is told."""
    step = at_least(number)
    if step is None:
        few = ngettext("fewer than %(count)d visit", "fewer than %(count)d visits", LEAST)
        return few % {"count": LEAST}
    many = ngettext("at least %(count)s visit", "at least %(count)s visits", step)
    return many % {"count": format_number(step)}


def all_visits() -> str:
    return _("All visits")


def position_text(number: int, total: int) -> str:
    return _("Frame %(number)d of %(total)d") % {"number": number, "total": total}


def meta_of(event: Event) -> list[str]:
    """Return what may be said of place and time, for a line under a title."""
    return [zone_name(event), month_of(event), event.get_band_display()]


def facts_of(event: Event) -> list[dict]:
    """Return the facts of a visit as label and value."""
    return [
        {"label": _("Where"), "value": zone_name(event)},
        {"label": _("When"), "value": month_of(event) + comma() + event.get_band_display()},
        {"label": _("How many animals"), "value": event.count},
        {"label": _("Life stage"), "value": event.get_life_stage_display()},
        {"label": _("Sex"), "value": event.get_sex_display()},
        {"label": _("Behaviour"), "value": fact_text(event, "behaviour").text},
    ]


def download_name(event: Event, frame: Media, number: int, extension: str) -> str:
    """Return the name of a downloaded picture: whose site, which animal, which frame, nothing else."""
    return f"land-of-big-cats-{slugify(event.species.slug)}-{number}.{extension}"
