"""The details of an event of the history in words: codes and counts are stored, labels are shown."""

from django.contrib.auth import get_user_model
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bookings.models import (
    AuditEvent,
    CancelReason,
    Departure,
    DepartureState,
    PermitState,
    RefusalReason,
)
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
    "words": _("reason"),
    "replaced": _("saved over"),
    "series": _("series"),
    "guides": _("guides"),
    "to": _("moved to"),
    "permit": _("permit"),
    "refusal": _("reason"),
    "documents": _("documents"),
    "persons": _("persons"),
    "permits_granted": _("permits granted"),
    "permits_refused": _("permits refused"),
}
CODES = {
    "reason": dict(CancelReason.choices),
    "state": dict(DepartureState.choices),
    "permit": dict(PermitState.choices),
    "refusal": dict(RefusalReason.choices),
}


def actor_text(event: AuditEvent) -> str:
    """Return who did it: somebody of the staff by name, everybody else by kind."""
    if not event.actor_name:
        return str(event.get_actor_kind_display())
    person = get_user_model().objects.filter(username=event.actor_name).first()
    return (person and person.get_full_name()) or event.actor_name


def details_text(details: dict) -> str:
    """Write the details of an event, such as “adults: 2, children: 1”."""
    return comma().join(_told(name, value) for name, value in details.items())


def _told(name: str, value) -> str:
    label = str(NAMES.get(name, name))
    if name == "fields":
        value = enumeration([_field_name(field) for field in value])
    elif name == "words":
        value = value.get(get_language() or "en") or next(iter(value.values()), "")
    elif name == "replaced":
        value = enumeration([f"{field}{colon_after(field)}{text}" for field, text in value.items()])
    return f"{label}{colon_after(label)}{CODES.get(name, {}).get(value, value)}"


def _field_name(name: str) -> str:
    return str(Departure._meta.get_field(name).verbose_name)
