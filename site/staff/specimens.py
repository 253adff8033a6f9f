"""What the living style guide shows: every component in its states, in words that the site uses."""

from dataclasses import dataclass, field

from django import forms
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from content.base.models import Image
from content.reserve.models import Side
from content.reserve.queries import headline_figures


@dataclass(frozen=True)
class Specimen:
    """One component in one or more states. `states` are the inputs its template is given, one dict a state."""

    name: str | Promise
    component: str
    states: list[dict] = field(default_factory=lambda: [{}])
    is_row: bool = False


class ExampleForm(forms.Form):
    """One field of each kind the site's forms are made of."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"), help_text=_("As in the identity document.")
    )
    email = forms.EmailField(label=_("E-mail"))
    adults = forms.IntegerField(label=_("Adults"), min_value=1, max_value=15)
    level = forms.ChoiceField(
        label=_("Difficulty"), choices=[("easy", _("easy")), ("moderate", _("moderate"))]
    )
    note = forms.CharField(label=_("Message"), required=False, widget=forms.Textarea)
    agree = forms.BooleanField(label=_("I have read the rules of the trail"))


def specimens() -> list[Specimen]:
    """Return them all, in the order of the guide; pictures and numbers come from the site itself."""
    image = Image.objects.filter(is_sample=True).first() or Image.objects.first()
    return [
        *_actions(),
        *_words(),
        *_lists(),
        *_cards(image),
        *_pictures(image),
        *_forms(),
        *_ways(),
    ]


def _actions() -> list[Specimen]:
    kinds = ("primary", "secondary", "quiet", "danger")
    return [
        Specimen(
            _("Buttons"),
            "button",
            [{"label": _("See departures"), "kind": kind, "url": "#"} for kind in kinds]
            + [{"label": _("Download the picture"), "kind": "secondary", "icon": "download"}],
            is_row=True,
        ),
        Specimen(
            _("Badges"),
            "badge",
            [
                {"text": _("Cancelled"), "kind": "neutral"},
                {"text": _("Open"), "kind": "good", "icon": "check"},
                {"text": _("Last places"), "kind": "caution"},
                {"text": _("Closed"), "kind": "danger", "icon": "warning"},
                {"text": _("Full"), "kind": "info"},
                {"text": _("Lesson"), "kind": "accent"},
            ],
            is_row=True,
        ),
        Specimen(_("Sample mark"), "sample_mark"),
        Specimen(
            _("Doors"),
            "door",
            [
                {
                    "kind": "visit",
                    "title": _("Visit"),
                    "text": _("Choose a trail"),
                    "url": "#",
                    "action": _("Trails and departures"),
                },
                {
                    "kind": "learn",
                    "title": _("Learn"),
                    "text": _("Lessons and materials"),
                    "url": "#",
                    "action": _("Lessons and materials"),
                },
                {
                    "kind": "watch",
                    "title": _("Watch"),
                    "text": _("See what the cameras saw"),
                    "url": "#",
                    "action": _("Camera-trap galleries"),
                },
            ],
        ),
    ]


def _words() -> list[Specimen]:
    rules = [_("Stay calm. Do not run."), _("Back away slowly."), _("Never follow fresh tracks.")]
    return [
        Specimen(
            _("Notices"),
            "notice",
            [
                {
                    "kind": "info",
                    "title": _("Sample"),
                    "text": _("Sample site: pictures, departures and stories are examples."),
                },
                {"kind": "good", "title": _("Booked"), "text": _("Nothing has changed")},
                {
                    "kind": "caution",
                    "title": _("Out of season"),
                    "text": _("Nothing ticked: closed all year"),
                },
                {
                    "kind": "danger",
                    "title": _("Closure"),
                    "text": _("Booking for this departure has ended."),
                },
            ],
        ),
        Specimen(
            _("Quotation"),
            "quote",
            [{"text": _("Two countries, one forest."), "source": _("Land of Big Cats")}],
        ),
        Specimen(_("Steps"), "steps", [{"items": [{"title": rule} for rule in rules]}]),
        Specimen(
            _("Timeline"),
            "timeline",
            [
                {
                    "items": [
                        {"when": year, "title": _("Land of Big Cats")}
                        for year in ("2012", "2017", "2024")
                    ]
                }
            ],
        ),
        Specimen(
            _("Questions"),
            "questions",
            [
                {
                    "items": [
                        {
                            "question": _("What is real here?"),
                            "answer": _("The pictures are drawn for this sample site."),
                        }
                    ]
                }
            ],
        ),
        Specimen(
            _("Text in another language"), "language_note", [{"language": _another_language()}]
        ),
        Specimen(
            _("Empty list"),
            "empty_state",
            [
                {
                    "title": _("Nothing of this kind. Choose another one above."),
                    "url": "#",
                    "label": _("Clear filters"),
                }
            ],
        ),
    ]


def _lists() -> list[Specimen]:
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


def _cards(image: Image | None) -> list[Specimen]:
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


def _pictures(image: Image | None) -> list[Specimen]:
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
        Specimen(_("Icons"), "icon", [{"name": name} for name in ICONS], is_row=True),
    ]


def _forms() -> list[Specimen]:
    wrong = ExampleForm({"name": "", "email": "x", "adults": "99", "level": "easy"})
    return [
        Specimen(
            _("Fields of a form"),
            "form_field",
            [{"field": one} for one in ExampleForm(auto_id="new_%s")],
        ),
        Specimen(_("What is wrong in a form"), "error_summary", [{"form": wrong}]),
        Specimen(
            _("Fields with errors"),
            "form_field",
            [{"field": wrong[name]} for name in ("name", "email", "adults")],
        ),
        Specimen(
            _("Filters"),
            "filters",
            [{"form": ExampleForm(auto_id="filter_%s"), "count_text": "12", "clear_url": "#"}],
        ),
    ]


def _ways() -> list[Specimen]:
    crumbs = [{"title": _("Land of Big Cats"), "url": "#"}, {"title": _("Trails"), "url": "#"}]
    steps = [_("Departure"), _("Party and contact"), _("Review"), _("Confirmed")]
    return [
        Specimen(_("Breadcrumbs"), "breadcrumbs", [{"crumbs": crumbs}]),
        Specimen(
            _("Pages of a list"), "pagination", [{"page_obj": Paginator(range(30), 10).page(2)}]
        ),
        Specimen(_("Progress"), "progress_steps", [{"steps": steps, "current": 2}]),
        Specimen(_("Search"), "search_box", [{"LANGUAGE_CODE": get_language(), "place": "page"}]),
    ]


def _another_language() -> str:
    return "ru" if get_language() != "ru" else "en"


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

# Drawn by the page itself, around every page: they need no specimen here.
FRAME = {
    "error_page",
    "field_notes",
    "home_hero",
    "map_view_button",
    "language_switcher",
    "page_header",
    "site_footer",
    "site_header",
    "site_menu",
}
