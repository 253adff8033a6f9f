"""The details of an event of the history in words: codes and counts are stored, labels are shown."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models import CancelReason, Departure, DepartureState
from content.base.formats import colon_after, comma, enumeration

NAMES = {
    "adults": pgettext_lazy("people", "adults"),
    "children": pgettext_lazy("people", "children"),
    "old_adults": _("adults before"),
    "old_children": _("children before"),
    "people": _("people"),
    "parties": _("bookings"),
    "reason": _("reason"),
    "fields": _("changed"),
    "capacity": _("places"),
    "state": _("state"),
}
CODES = {"reason": dict(CancelReason.choices), "state": dict(DepartureState.choices)}


def details_text(details: dict) -> str:
    """Write the details of an event, such as “adults: 2, children: 1”."""
    return comma().join(_told(name, value) for name, value in details.items())


def _told(name: str, value) -> str:
    label = str(NAMES.get(name, name))
    if name == "fields":
        value = enumeration([_field_name(field) for field in value])
    return f"{label}{colon_after(label)}{CODES.get(name, {}).get(value, value)}"


def _field_name(name: str) -> str:
    return str(Departure._meta.get_field(name).verbose_name)
