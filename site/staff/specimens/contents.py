"""Lists, cards and pictures; numbers and pictures come from the site itself."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.models import Image
from content.reserve.models import Side
from content.reserve.queries import headline_figures
from staff.specimens.specimen import Specimen

ICONS = (
    "arrow",
    "calendar",
    "camera",
    "check",
    "clock",
    "display",
    "download",
    "globe",
    "info",
    "moon",
    "paw",
    "search",
    "warning",
)


def lists() -> list[Specimen]:
    facts = [
        {"label": _("Length"), "value": "1.8 km", "icon": "route"},
        {"label": _("Difficulty"), "value": _("easy"), "icon": "mountain"},
        {"label": pgettext_lazy("of the year", "Season"), "value": "5–10", "icon": "calendar"},
    ]
    departure = {
        "url": "#",
        "label": _("Book"),
        "title": _("Choose a trail"),
        "time_text": "09:30",
        "tz_text": "UTC+10",
    }
    states = {
        "open": _("Open"),
        "few": _("Last places"),
        "full": _("Full"),
        "closed": _("Closed"),
        "cancelled": _("Cancelled"),
    }
    departures = [
        departure | {"status": status, "places_text": text, "date_text": f"2027-05-{day:02}"}
        for day, (status, text) in enumerate(states.items(), start=1)
    ]
    return [
        Specimen(_("Key facts"), "key_facts", [{"items": facts}]),
        Specimen(_("Facts"), "facts", [{"title": _("The visit in brief"), "items": facts}]),
        Specimen(
            _("Numbers"),
            "numbers",
            [{"items": [{"value": "20", "label": _("Adults"), "source": _("Sample")}]}],
        ),
        Specimen(_("Numbers of cats"), "cat_numbers", [{"figures": headline_figures()}]),
        Specimen(_("Departures"), "departure_list", [{"departures": departures}]),
        Specimen(
            _("Downloads"),
            "download_list",
            [
                {
                    "items": [
                        {"url": "#", "title": _("Lesson plan"), "kind": "PDF", "size": "140 kB"},
                        {"url": "#", "title": _("Answer key"), "kind": "PDF", "note": _("Sample")},
                    ]
                }
            ],
        ),
        Specimen(
            _("Table"),
            "table",
            [
                {
                    "caption": _("Seasons"),
                    "columns": [_("Year"), _("Adults")],
                    "rows": [["1", "10"], ["2", "20"]],
                    "source": _("Sample"),
                }
            ],
        ),
        Specimen(_("Office"), "office", [{"side": side} for side in Side.objects.all()[:1]]),
    ]


def cards(image: Image | None) -> list[Specimen]:
    def card(variant: str, **changes) -> dict:
        words = {
            "url": "#",
            "title": _("Land of Big Cats"),
            "text": _("Two countries, one forest."),
        }
        return words | {"variant": variant, "image": image, "is_sample": True} | changes

    return [
        Specimen(
            _("Cards"),
            "card",
            [
                card("trail", badge=_("Open"), badge_kind="good", meta=["1.8 km", _("easy")]),
                card("story", kicker=_("Stories")),
                card("species", kicker="Panthera tigris"),
                card("lesson", meta=["40 min"]),
                card("gallery", count="3"),
                card("story", image=None, is_sample=False),
            ],
        )
    ]


def pictures(image: Image | None) -> list[Specimen]:
    return [
        Specimen(
            _("Picture with caption"),
            "figure",
            [
                {
                    "image": image,
                    "caption": _("The pictures are drawn for this sample site."),
                    "is_sample": True,
                    "credit": _("Land of Big Cats"),
                }
            ],
        ),
        Specimen(
            _("Pictures side by side"),
            "gallery",
            [
                {"title": _("Land of Big Cats"), "layout": layout, "items": [{"image": image}] * 3}
                for layout in ("grid", "row")
            ],
        ),
        Specimen(_("Film"), "video", [{"film": _film()}]),
        Specimen(_("Icons"), "icon", [{"name": name} for name in ICONS], is_row=True),
    ]


def _film() -> dict:
    """Return a film without a file: what it says and where its words stand is all that is looked at."""
    return {
        "title": _("Tracks in the snow"),
        "url": "#",
        "media_type": "video/mp4",
        "width": 640,
        "height": 360,
        "transcript": _("(Wind in the oaks. Snow creaks.)"),
        "credit": "Land of Big Cats",
        "is_sample": True,
    }
