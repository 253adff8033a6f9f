"""What is typed or chosen at the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.base.languages import LANGUAGE_NAMES
from content.base.texts.columns import LANGUAGES, column_of
from content.cameratraps.camtrapdp.behaviours import KNOWN
from content.cameratraps.choices import LifeStage, Sex
from content.cameratraps.models import Zone
from content.cameratraps.states import State
from content.reserve.models import Species

KEEP = "-"  # the behaviour stays as it is written
EDGES = ("left", "top", "right", "bottom")


class PileForm(forms.Form):
    """Which pile lies on the desk; wrong values count as none."""

    state = forms.ChoiceField(label=_("state"), choices=State.choices, required=False)
    species = forms.ModelChoiceField(
        label=_("species"), queryset=Species.objects.all(), required=False
    )
    zone = forms.ModelChoiceField(
        label=_("zone"), queryset=Zone.objects.select_related("side"), required=False
    )


class DetailsForm(forms.Form):
    """What was seen of the animals."""

    count = forms.IntegerField(label=_("how many animals"), min_value=1, max_value=99)
    sex = forms.ChoiceField(label=_("sex"), choices=[("", "–"), *Sex.choices], required=False)
    life_stage = forms.ChoiceField(
        label=_("life stage"), choices=[("", "–"), *LifeStage.choices], required=False
    )
    behaviour = forms.ChoiceField(label=_("behaviour"), required=False)

    def __init__(self, *args, event=None, **kwargs) -> None:
        first = {}
        written = event.behaviour if event else ""
        if event:
            first = {"count": event.count, "sex": event.sex, "life_stage": event.life_stage}
        super().__init__(*args, initial=first, **kwargs)
        words = {str(word): key for key, word in KNOWN.items()}  # two keys may say the same
        self.fields["behaviour"].choices = [
            (KEEP, written or "–"),
            ("", _("none")),
            *((key, word) for word, key in sorted(words.items())),
        ]

    @property
    def said(self) -> dict:
        """What the verb is to be told."""
        behaviour = self.cleaned_data["behaviour"]
        return self.cleaned_data | {"behaviour": None if behaviour == KEEP else behaviour}


class CutForm(forms.Form):
    """How much to cut off each edge, in per cent."""

    left = forms.IntegerField(min_value=0, max_value=80, initial=0, label=_("left"))
    top = forms.IntegerField(min_value=0, max_value=80, initial=0, label=_("top"))
    right = forms.IntegerField(min_value=0, max_value=80, initial=0, label=_("right"))
    bottom = forms.IntegerField(min_value=0, max_value=80, initial=0, label=_("bottom"))


def texts_form(*names: str, long: tuple[str, ...] = (), lengths: dict[str, int]) -> type:
    """Return a form of the three columns of some texts."""
    fields: dict[str, forms.Field] = {}
    for name in names:
        for code in LANGUAGES:
            widget = forms.Textarea(attrs={"rows": 2, "lang": code})
            if name not in long:
                widget = forms.TextInput(attrs={"lang": code})
            fields[column_of(name, code)] = forms.CharField(
                label=LANGUAGE_NAMES[code],
                required=False,
                max_length=lengths[name],
                widget=widget,
            )
    return type("TextsForm", (forms.Form,), fields)


AltForm = texts_form("alt", lengths={"alt": 400})
WordsForm = texts_form(
    "title", "caption", long=("caption",), lengths={"title": 120, "caption": 600}
)
