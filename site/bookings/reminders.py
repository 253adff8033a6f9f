"""What a party should know before it sets out; shown on the private page and in the confirmation."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bookings.models import Departure

TICK_MONTHS = range(3, 11)


@dataclass(frozen=True)
class Reminder:
    title: str
    text: str


def reminders(departure: Departure) -> list[Reminder]:
    """Return the reminders for a departure. Ticks come first: a vaccination cannot be made up for on the day."""
    always = [
        Reminder(
            pgettext("papers to bring", "Documents"),
            _(
                "Bring the identity document of each member of the party. Visitors from abroad: "
                "find out in good time whether a pass is needed; it can take 30 working days."
            ),
        ),
        Reminder(
            _("Clothing"),
            _(
                "Shoes with grip, a layer against wind and rain, quiet colours. In winter ice "
                "grips and two pairs of gloves. Water for everyone."
            ),
        ),
        Reminder(
            _("No dogs"),
            _("Dogs draw tigers and frighten deer. A party with a dog cannot join the walk."),
        ),
        Reminder(
            _("Set your clock by hand"),
            _(
                "Near the border a telephone may jump to the other country’s time, two hours off. "
                "The time given here is the time of the trail."
            ),
        ),
    ]
    return [_ticks(), *always] if departure.local_day.month in TICK_MONTHS else always


def _ticks() -> Reminder:
    return Reminder(
        _("Tick vaccination: start early"),
        _(
            "Even the quick vaccination takes at least 14 days, and the last dose should be two "
            "weeks before the visit. Ask your doctor now. On the day: long sleeves, repellent, "
            "a check in the evening."
        ),
    )
