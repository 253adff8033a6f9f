"""What a teacher says who wants to come with a class."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bookings.consent import class_consent
from bookings.forms.contact import clean_number
from bookings.models import ClassVisit
from content.base.facts import fact_text
from content.base.person_fields import MailAddressField, PersonNameField
from content.reserve.models import Side
from content.schools.models import LessonPage
from content.trails.models import Trail

DAYS_AHEAD = 3
LONGEST_AHEAD = 366
MOST_PUPILS = 120


def _number(label, low: int, high: int, **kwargs) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        **kwargs,
    )


class ClassVisitForm(forms.Form):
    """The class, the day, the lessons, and whom to answer."""

    trail = forms.ModelChoiceField(
        label=_("Trail"), queryset=Trail.objects.none(), empty_label=_("Please choose")
    )
    school = PersonNameField(label=_("School"), max_length=160)
    pupils = _number(_("Pupils"), 1, MOST_PUPILS)
    adults = _number(_("Adults with them"), 1, 30, initial=2)
    age = _number(_("Age of the pupils"), 4, 19, help_text=_("Of most of them, in years"))
    wished_on = forms.DateField(
        label=_("Day you wish for"), widget=forms.DateInput(attrs={"type": "date"})
    )
    other_days = forms.CharField(
        label=_("Other days that would suit you"), max_length=200, required=False
    )
    lessons = forms.MultipleChoiceField(
        label=_("Lessons you would like to use"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("We send you their plans. Tick none, and we choose by the age of the class."),
    )
    words = forms.CharField(
        label=_("What we should know"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "For example wheelchairs, allergies in general, how you travel. No names of pupils."
        ),
    )
    name = PersonNameField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = MailAddressField(
        label=_("E-mail"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    consent = forms.BooleanField(
        label=_("I have read this text and agree that my data are used for this request"),
        error_messages={"required": _("Without this consent we may not keep your request.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    # People do not see this field; robots fill it.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, trails: list[Trail], lessons: list[LessonPage], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["trail"]
        field.queryset = Trail.objects.filter(pk__in=[trail.pk for trail in trails])
        field.choices = [("", field.empty_label), *_by_side(trails)]
        self.fields["lessons"].choices = [
            (str(page.translation_key), page.title) for page in lessons
        ]

    def clean_wished_on(self):
        day = self.cleaned_data["wished_on"]
        trail = self.cleaned_data.get("trail")
        if trail is None:
            return day
        today = trail.today()
        if day < today + timedelta(days=DAYS_AHEAD):
            raise ValidationError(
                ngettext(
                    "The office needs at least %(days)d day to prepare a visit.",
                    "The office needs at least %(days)d days to prepare a visit.",
                    DAYS_AHEAD,
                ),
                params={"days": DAYS_AHEAD},
            )
        if day > today + timedelta(days=LONGEST_AHEAD):
            raise ValidationError(_("Please choose a day within a year."))
        return day

    def clean_phone(self) -> str:
        trail = self.cleaned_data.get("trail")
        return clean_number(self.cleaned_data["phone"], trail.side_id) if trail else ""

    def is_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    def visit(self, language: str) -> ClassVisit:
        """Return the unsaved request."""
        data = self.cleaned_data
        plain = ("trail", "lessons", "school", "pupils", "adults", "age", "wished_on")
        person = ("other_days", "words", "name", "email", "phone")
        consent = class_consent()
        return ClassVisit(
            key=str(data["key"]),
            side=data["trail"].side,
            language=language,
            consent_version=consent.version,
            consent_hash=consent.text_hash,
            **{field: data[field] for field in (*plain, *person)},
        )


def _by_side(trails: list[Trail]) -> list[tuple[str, list[tuple[int, str]]]]:
    groups: dict[Side, list[tuple[int, str]]] = {}
    for trail in trails:
        groups.setdefault(trail.side, []).append((trail.pk, fact_text(trail, "name").text))
    return [(fact_text(side, "name").text, found) for side, found in groups.items()]
