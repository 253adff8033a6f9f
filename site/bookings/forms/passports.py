"""Fields of what stands in a passport: numbers of any country, days of birth, countries."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.base.formats import babel_locale

# Letters of Latin and Russian, figures, and what people put between them.
_NUMBER = re.compile(r"[0-9A-ZА-ЯЁ]{5,20}")
_BETWEEN = re.compile(r"[\s\-–—№./]+")
OWN = {"RU", "CN"}  # they are groups of their own
COUNTRY = re.compile(r"[A-Z]{2}")
NO_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


class DocumentNumberField(forms.CharField):
    """The number of a passport or identity card, stored without the gaps people write."""

    def __init__(self, **kwargs) -> None:
        attrs = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        widget = forms.TextInput(attrs=attrs)
        super().__init__(max_length=40, required=False, widget=widget, **kwargs)

    def clean(self, value: str) -> str:
        typed = super().clean(value)
        number = _BETWEEN.sub("", typed).upper()
        if typed and not _NUMBER.fullmatch(number):
            raise ValidationError(
                _("A document number has 5 to 20 letters and figures, such as 75 1234567.")
            )
        return number


def day_field(label) -> forms.DateField:
    """Return a field for a day of birth: the browser's own calendar, or typed as 1980-02-29 or 29.02.1980."""
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        widget=forms.DateInput(
            format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off", "max": "9999-12-31"}
        ),
        error_messages={
            "invalid": gettext_lazy("There is no such day. Write it like 1980-02-29 or 29.02.1980.")
        },
    )


def same_day_of(born: date, years: int) -> date:
    """Return the birthday so many years later; of 29 February, 1 March in a year without it."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def country_choices() -> list[tuple[str, str]]:
    """Return the countries but our two, by their names in the active language."""
    names = babel_locale().territories
    found = [
        (code, name)
        for code, name in names.items()
        if COUNTRY.fullmatch(code) and code not in OWN | NO_COUNTRIES
    ]
    return [("", _("please choose")), *sorted(found, key=lambda country: country[1])]
