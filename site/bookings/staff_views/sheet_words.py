"""The words of the sheet on a telephone: its scripts have none of their own."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bookings.models import AttendanceKind, IncidentKind, NoteKind, Severity, Sign


def sheet_words() -> dict[str, str]:
    """Return everything the scripts may say, in the active language; `{…}` is filled in by them."""
    return {
        **{kind.value: str(kind.label) for kind in (*AttendanceKind, *NoteKind)},
        "as-of": _("As of {time}"),
        "as-of-day": _("As of {day}, {time}"),
        "offline": _("No signal: you can go on, your notes are sent later."),
        "old": _("This list is old. Parties may have changed since."),
        "signed-out": _(
            "Your session has ended. Sign in to send your notes; they stay here until then."
        ),
        "queued": _("Notes that are still to be sent: {count}"),
        "others": _(
            "Notes of {name} on this telephone: {count}. They are sent when that person signs in."
        ),
        "all-sent": _("Everything is sent."),
        "refused": _("Not accepted: {what}"),
        "unknown-party": _("this booking is not on a walk of your country"),
        "wrong-day": _("not on the day of the walk"),
        "too-late": _("the walk was more than two weeks ago; write it into the report"),
        "unknown-walk": _("this walk is not one of your country"),
        "unknown-animal": _("this animal is not in the list any more"),
        "called-off": _("this walk is called off"),
        "to-send": _("not sent yet"),
        "remove": _("Remove"),
        "nothing": _("No list is kept on this telephone. Open it once with a signal."),
        "no-walks": _("No walk today or tomorrow."),
        "nobody-booked": _("Nobody has booked yet."),
        "nobody-found": _("No party with this number or name."),
        "count": pgettext("people of a walk", "Here {came} of {booked} · on the trail {out}"),
        "expected": pgettext("people of a walk", "Expected {booked}"),
        "overdue": _("Not back since {time}"),
        "disputed": _("Rangers disagree:"),
        "me": _("this telephone"),
        "on-trail": pgettext("people of a party", "on the trail {out}"),
        "dismiss": _("Dismiss"),
        "of": pgettext("people of a party", "{people} of {size}"),
        "awaits-papers": _("The papers are still being looked at: nobody walks without them."),
        "sign-out": _(
            "Notes that are not sent yet stay on this telephone until you sign in again."
        ),
        "no-code": _("No code could be read in the picture. Type the number."),
        "no-photo": _("Without a signal a picture cannot be read. Type the number."),
        "camera-off": _("The camera cannot be used. Type the number instead."),
    }


def note_choices() -> dict[str, list[tuple[str, str]]]:
    """Return what may be chosen for a note of a walk; the animals come with the list."""
    kinds = {"sign": Sign, "incident": IncidentKind, "severity": Severity}
    return {name: list(choices.choices) for name, choices in kinds.items()}
