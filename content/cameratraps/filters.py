from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.choices import MONTHS, SideCode
from content.base.facts import fact_text
from content.cameratraps.choices import Band, Season
from content.cameratraps.doings import Doing
from content.cameratraps.small_numbers import LEAST, at_least

NOT_KNOWN = {"invalid_choice": _("This choice is not known; it was left out.")}
TIME_CHOICES = [
    ("day", _("by day")),
    ("night", _("by night")),
    ("twilight", _("at dawn and dusk")),
]
# Of an animal known by name years and sides are told together, nothing finer.
TOLD_OF_CATS = ("species", "side", "year", "doing", "cat")


def choice_field(label, choices, nothing) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", nothing), *choices], required=False, error_messages=NOT_KNOWN
    )


class AnimalFilters(forms.Form):
    """Filters of which the first is the species. A value that is not known is named and left out."""

    species = choice_field(_("Animal"), [], _("all animals"))

    def __init__(self, *args, species, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.offer("species", [(one.slug, fact_text(one, "name").text) for one in species])

    def offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Set what can be chosen besides nothing."""
        field = self.fields[name]
        field.choices = [field.choices[0], *choices]

    def chosen(self) -> dict:
        """Return the values that filter: the valid ones that are not empty."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class VisitFilters(AnimalFilters):
    """The filters of the wall of visits: the first four stand open, the others in a fold."""

    side = choice_field(_("Side"), SideCode.choices, _("both sides"))
    season = choice_field(pgettext_lazy("of the year", "Season"), Season.choices, _("any season"))
    time = choice_field(_("Day or night"), TIME_CHOICES, _("any time"))
    zone = choice_field(_("Part of the reserve"), [], _("all parts"))
    month = choice_field(
        _("Month"), [(str(number), name) for number, name in MONTHS], _("any month")
    )
    band = choice_field(_("Part of the day"), Band.choices, _("any time of day"))
    year = choice_field(_("Year"), [], _("all years"))
    doing = choice_field(_("Behaviour"), Doing.choices, _("any behaviour"))
    cat = choice_field(_("Known by name"), [], _("any animal"))

    OPEN = ("species", "side", "season", "time")

    def __init__(self, *args, offered, cats, **kwargs) -> None:
        super().__init__(*args, species=offered.species, **kwargs)
        self.offer("zone", [(zone.code, fact_text(zone, "name").text) for zone in offered.zones])
        self.offer("year", [(str(year), str(year)) for year in reversed(offered.years)])
        self.offer("cat", [(cat.code, fact_text(cat, "name").text) for cat in cats])
        self.left_out: list[str] = []
        self.labels = {name: dict(field.choices) for name, field in self.fields.items()}

    def chosen(self) -> dict:
        """Return what filters; beside an animal known by name, filters finer than side and year are left out."""
        found = super().chosen()
        if "cat" not in found:
            return found
        self.left_out = [str(self.fields[name].label) for name in found if name not in TOLD_OF_CATS]
        return {name: value for name, value in found.items() if name in TOLD_OF_CATS}

    def label_of(self, name: str, value: str) -> str:
        """Return the words of a value, without any number."""
        return str(self.labels[name][value])

    def tell(self, numbers: dict[str, dict[str, int]]) -> None:
        """Write beside each value how many visits it would leave, as far as numbers are told."""
        for name, by_value in numbers.items():
            choices = [
                (value, f"{label} ({_told(by_value[value])})")
                for value, label in self.fields[name].choices[1:]
                if value in by_value
            ]
            self.offer(name, choices)

    @property
    def open_fields(self) -> list:
        return [self[name] for name in self.OPEN]

    @property
    def folded_fields(self) -> list:
        return [self[name] for name in self.fields if name not in self.OPEN]

    @property
    def is_unfolded(self) -> bool:
        """Say whether something in the fold is chosen or wrong."""
        return any(field.value() or field.errors for field in self.folded_fields)


def _told(number: int) -> str:
    step = at_least(number)
    return f"<{LEAST}" if step is None else f"{step}+"
