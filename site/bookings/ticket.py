"""The ticket of a confirmed booking: one sheet in PDF to show at the meeting point, in the active language.

It gets lost, photographed and passed on: of the person it holds the name alone, and its code the booking number alone.
"""

import json
from io import BytesIO

import segno
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from bookings.models import Booking, BookingState
from bookings.papers import papers_for
from bookings.reminders import reminders
from bookings.wording import guide_text, party_text, price_text, when_text
from content.base.facts import FactText, fact_text
from content.base.pdf.data import TYPST_LANGUAGES, drawn
from content.base.pdf.typesetting import Job, TypesettingError, typeset
from content.trails.drawings import meeting_map

CONTENT_TYPE = "application/pdf"


def file_name(booking: Booking) -> str:
    return f"land-of-big-cats-{booking.reference}.pdf"


def has_ticket(booking: Booking) -> bool:
    """Say whether there is a ticket: papers still being looked at admit nobody, nor does a walk that is over."""
    return booking.state == BookingState.CONFIRMED and booking.departure.ends_at > timezone.now()


def ticket_of(booking: Booking) -> bytes:
    """Return the ticket as PDF. Raises TypesettingError."""
    data = json.dumps(ticket_data(booking), ensure_ascii=False)
    (made,) = typeset([Job(template="ticket.typ", data=data)])
    if isinstance(made, TypesettingError):
        raise made
    return made


def ticket_data(booking: Booking) -> dict:
    """Return what the ticket is typeset from."""
    departure = booking.departure
    trail, side = departure.trail, departure.trail.side
    is_usual_place = departure.meets_at is trail
    return drawn(
        {
            "lang": TYPST_LANGUAGES[get_language()],
            "words": _words(),
            "is-sample": booking.is_sample or departure.is_sample,
            "reference": booking.reference,
            "code": code_of(booking.reference),
            "code-alt": _("Code with the booking number %(reference)s")
            % {"reference": booking.reference},
            "trail": _told(fact_text(trail, "name")),
            "when": capfirst(when_text(departure)),
            "facts": _facts(booking),
            "meeting-point": _told(fact_text(departure.meets_at, "meeting_point")),
            "access": _told(fact_text(trail if is_usual_place else None, "access")),
            "map": meeting_map(
                trail, is_marked=is_usual_place, is_closed=departure.closure is not None
            ),
            "map-alt": _("Map: %(trail)s") % {"trail": fact_text(trail, "name").text},
            "rules": _lines(fact_text(trail, "rules")),
            "bring": _lines(fact_text(trail, "bring")),
            "papers": [
                {"group": capfirst(group), **_told(text)}
                for group, text in papers_for(departure, booking.nationality_groups)
            ],
            "reminders": [vars(reminder) for reminder in reminders(departure)],
            "emergency": [
                {"number": emergency.number, **_told(fact_text(emergency, "label"))}
                for emergency in side.emergency_numbers.all()
            ],
            "organisation": _told(fact_text(side, "organisation")),
            "office": " · ".join(part for part in (side.phone, side.email) if part),
        }
    )


def _facts(booking: Booking) -> list[dict[str, str]]:
    departure = booking.departure
    facts = [
        (pgettext("person", "Name"), booking.name),
        (_("Your party"), party_text(booking.adults, booking.children)),
        (_("Guide speaks"), capfirst(guide_text(departure))),
        (_("Price"), capfirst(price_text(departure))),
        (_("Note"), fact_text(departure, "note").text),
    ]
    return [{"label": label, "value": value} for label, value in facts if value]


def _told(text: FactText) -> dict[str, str]:
    return {"text": text.text, "lang": TYPST_LANGUAGES[text.language]}


def _lines(text: FactText) -> list[dict[str, str]]:
    lines = (line.strip() for line in text.text.splitlines())
    return [_told(FactText(line, text.language)) for line in lines if line]


def code_of(reference: str) -> str:
    """Return the QR code of the bare booking number as SVG that takes the size it is given."""
    drawing = BytesIO()
    segno.make_qr(reference, error="q").save(drawing, kind="svg", xmldecl=False, omitsize=True)
    return drawing.getvalue().decode()


def _words() -> dict[str, str]:
    return {
        "site": _("Land of Big Cats"),
        "sample": _("Sample"),
        "sample-note": _("This is a sample: the walk does not take place."),
        "ticket": pgettext("for a walk", "Ticket"),
        "show": _("Show this sheet at the meeting point, printed or on your telephone."),
        "early": _("Please be at the meeting point 15 minutes early; the group cannot wait long."),
        "number": _("Booking number"),
        "meeting": _("Meeting point"),
        "access": _("Getting there"),
        "rules": _("Rules"),
        "bring": _("What to bring"),
        "papers": _("Papers to bring"),
        "before": _("Before you set out"),
        "emergency": _("Emergency numbers"),
        "office": _("The office"),
        "colon": "：" if get_language() == "zh-hans" else ": ",
    }
