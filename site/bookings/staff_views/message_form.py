"""A message to the parties of a departure, in up to three languages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bookings.models.messages import LONGEST_MESSAGE
from content.base.panels import LANGUAGE_NAMES


class MessageForm(forms.Form):
    """What to write; each party reads its own language, or the first there is."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for column, name in LANGUAGE_NAMES.items():
            self.fields[f"text_{column}"] = forms.CharField(
                label=_("Message to the parties (%(language)s)") % {"language": name},
                max_length=LONGEST_MESSAGE,
                required=False,
                widget=forms.Textarea(attrs={"rows": 5}),
            )
        self.fields["text_en"].help_text = _(
            "Each party gets the text in its own language; where that is missing, the first there is. "
            "Every party reads the same, so name nobody."
        )

    def clean(self) -> dict:
        data = super().clean()
        if not self.errors and not any(self.texts.values()):
            self.add_error(None, _("Write the message in at least one language."))
        return data

    @property
    def texts(self) -> dict[str, str]:
        """Return column → text."""
        return {name: text for name, text in self.cleaned_data.items() if name != "key"}
