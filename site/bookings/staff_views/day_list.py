"""A field for several days, one a line."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

MOST_DAYS = 400


class DayListField(forms.CharField):
    """Days as staff type them; the value is a sorted list of ISO days, as a JSON column keeps it."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: list[str] | str) -> str:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: str) -> list[str]:
        typed = [line.strip() for line in super().to_python(value).splitlines() if line.strip()]
        if len(typed) > MOST_DAYS:
            raise ValidationError(
                ngettext("At most %(count)d day.", "At most %(count)d days.", MOST_DAYS),
                params={"count": MOST_DAYS},
            )
        return sorted({_day(line).isoformat() for line in typed})

    def has_changed(self, initial: list[str], data: str) -> bool:
        return super().has_changed(self.prepare_value(initial or ""), data)


def _day(line: str) -> date:
    try:
        return forms.DateField().to_python(line)
    except ValidationError:
        raise ValidationError(
            _("“%(line)s” is not a day. Write one a line, such as 2027-05-09."),
            params={"line": line[:40]},
        ) from None
