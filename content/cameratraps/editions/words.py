"""An edition in words: its title, how to cite it, and what is in it."""

from datetime import date

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from content.base.formats import between, format_number
from content.cameratraps.models import Edition

VERSION = "1.0.2"  # of Camtrap DP
SITE_NAME = "Land of Big Cats"


def address(name: str, language: str = "") -> str:
    """Return the address of an edition's page."""
    return f"{settings.SITE_URL}/{language or get_language()}/galleries/data/{name}/"


def title_of(name: str) -> str:
    return _("Released camera-trap visits, edition %(name)s") % {"name": name}


def citation(name: str, day: date) -> str:
    """Return how an edition is cited."""
    return _("%(site)s (%(year)s). %(title)s [Camtrap DP %(version)s]. %(address)s") % {
        "site": _("Land of Big Cats"),
        "year": day.year,
        "title": title_of(name),
        "version": VERSION,
        "address": address(name),
    }


def contents_of(edition: Edition) -> list[str]:
    """Return what is in an edition, a line each."""
    counts = edition.counts
    numbers = (
        ("observations", ngettext("%(count)s visit", "%(count)s visits", counts["observations"])),
        ("media", ngettext("%(count)s picture", "%(count)s pictures", counts["media"])),
        ("species", ngettext("%(count)s species", "%(count)s species", counts["species"])),
        ("deployments", ngettext("%(count)s zone", "%(count)s zones", counts["deployments"])),
        (
            "individuals",
            ngettext(
                "%(count)s animal known by name",
                "%(count)s animals known by name",
                counts["individuals"],
            ),
        ),
        (
            "population_estimates",
            ngettext(
                "%(count)s published number of the cats",
                "%(count)s published numbers of the cats",
                counts["population_estimates"],
            ),
        ),
    )
    return [text % {"count": format_number(counts[name])} for name, text in numbers if counts[name]]


def years_of(edition: Edition) -> str:
    first, last = edition.counts["first_year"], edition.counts["last_year"]
    return str(first) if first == last else between(first, last)
