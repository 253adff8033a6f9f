"""What is pressed and what is read."""

from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from content.base.blocks import samples
from staff.specimens.specimen import Specimen


def actions() -> list[Specimen]:
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


def words() -> list[Specimen]:
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
        *_asides(),
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


def _asides() -> list[Specimen]:
    parts = samples.accordion()["items"]
    for part in parts:
        part["text"] = mark_safe(part["text"])  # rich text of our own
    return [
        Specimen(_("Text that unfolds"), "accordion", [{"items": parts}]),
        Specimen(
            _("Fact box"),
            "fact_box",
            [samples.fact_box() | {"text": _("Two countries, one forest."), "source": _("Sample")}],
        ),
        Specimen(_("Call to action"), "call_to_action", [_call(2), _call(1)]),
    ]


def _call(links: int) -> dict:
    shown = samples.call_to_action()
    return shown | {"links": [one | {"href": one["url"]} for one in shown["links"][:links]]}


def _another_language() -> str:
    return "ru" if get_language() != "ru" else "en"
