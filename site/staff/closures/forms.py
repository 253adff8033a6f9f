"""What becomes of each walk under a closure, and which prepared phrase its parties read."""

from collections.abc import Iterable

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models import Departure
from content.base.panels import LANGUAGE_NAMES
from content.notices.models import PreparedPhrase
from content.notices.wording import filled
from content.trails.models import Closure

LONGEST_NOTE = 300  # as long as the words to the parties of a departure may be


class Fate(models.TextChoices):
    OFF = "off", pgettext_lazy("walk", "call off")
    KEEP = "keep", pgettext_lazy("walk", "takes place")


def phrases_for(closure: Closure) -> dict[str, dict[str, str]]:
    """Return the prepared phrases that can be filled for a closure, by number, each in all languages."""
    texts = {}
    for phrase in PreparedPhrase.objects.all():
        wants_day = "{until}" in str(phrase.text)
        if wants_day and not closure.ends_on:
            continue
        words = filled(phrase, closure.place, closure.ends_on)
        if max(map(len, words.values())) <= LONGEST_NOTE:
            texts[str(phrase.pk)] = words
    return texts


class FatesForm(forms.Form):
    """One choice for each walk, and the words for all parties."""

    phrase = forms.ChoiceField(
        label=_("Words to the parties"),
        required=False,
        help_text=_(
            "Each party reads them in its language, below the reason. Visitors of the trail read them too where the "
            "closure has no text yet. The phrases are edited under “Prepared phrases”."
        ),
    )

    def __init__(
        self, *args, closure: Closure, walks: Iterable[Departure], language: str, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.phrases = phrases_for(closure)
        choices = [(key, words[language]) for key, words in self.phrases.items()]
        self.fields["phrase"].choices = [("", _("none, the reason alone")), *choices]
        self.walks = list(walks)
        for walk in self.walks:
            is_off = closure.effect == "cancel" and not walk.is_kept
            self.fields[f"walk_{walk.pk}"] = forms.ChoiceField(
                label=_("What becomes of it"),
                choices=Fate,
                initial=Fate.OFF if is_off else Fate.KEEP,
                widget=forms.RadioSelect,
            )

    @property
    def lines(self) -> list[tuple[Departure, forms.BoundField]]:
        return [(walk, self[f"walk_{walk.pk}"]) for walk in self.walks]

    @property
    def calls_off(self) -> dict[int, bool]:
        return {one.pk: self.cleaned_data[f"walk_{one.pk}"] == Fate.OFF for one in self.walks}

    @property
    def words(self) -> dict[str, str]:
        """Return the chosen phrase by language; empty texts for none."""
        return self.phrases.get(self.cleaned_data["phrase"]) or {}

    def columns(self, name: str) -> dict[str, str]:
        """Return the words as the columns of a text, such as `cancel_note`."""
        if not self.words:
            return {}
        codes = {code: code.replace("_", "-") for code in LANGUAGE_NAMES}
        return {f"{name}_{code}": self.words[language] for code, language in codes.items()}
