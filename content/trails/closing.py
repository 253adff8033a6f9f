"""Closing several trails at once, from their list."""

from datetime import date

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from content.base.panels import LANGUAGE_NAMES
from content.trails.chosen import ChosenAction
from content.trails.models import Closure, ClosureEffect, ClosureReason, Trail
from content.trails.standing_still import closing


def close_trails(
    trails: list[Trail],
    reason: ClosureReason,
    starts_on: date,
    ends_on: date | None,
    texts: dict[str, str],
    user,
    *,
    effect: str = ClosureEffect.STOP,
) -> list[Closure]:
    """Write the same closure for each of these trails, into the history too."""
    dates = {"starts_on": starts_on, "ends_on": ends_on}
    made = [Closure(trail=one, reason=reason, effect=effect, **dates, **texts) for one in trails]
    with transaction.atomic():
        closing.send(Closure, closures=made)
        for closure in made:
            closure.save()
            log(instance=closure, action="wagtail.create", user=user)
    return made


class CloseTrailsForm(forms.Form):
    """Why, from when to when, and words for visitors."""

    reason = forms.ModelChoiceField(label=_("Reason"), queryset=ClosureReason.objects.none())
    effect = forms.ChoiceField(
        label=_("Booked walks"),
        choices=ClosureEffect.choices,
        initial=ClosureEffect.STOP,
        help_text=_("Either way the booking officers confirm what becomes of each walk."),
    )
    starts_on = forms.DateField(label=_("First day"), widget=AdminDateInput)
    ends_on = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Empty: until further notice"),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].queryset = ClosureReason.objects.filter(is_offered=True)
        self.fields["starts_on"].initial = timezone.localdate
        for column, name in LANGUAGE_NAMES.items():
            self.fields[f"text_{column}"] = forms.CharField(
                label=_("Text for visitors (%(language)s)") % {"language": name},
                max_length=600,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day is before the first one."))
        return data

    @property
    def texts(self) -> dict[str, str]:
        return {name: text for name, text in self.cleaned_data.items() if name.startswith("text_")}


class CloseTrails(ChosenAction):
    display_name = _("Close")
    aria_label = _("Close the chosen trails")
    action_type = "close"
    heading = _("Close trails")
    outcome = _(
        "These trails will be closed. Walks with parties on those days then wait "
        "for the decision of the booking officers."
    )
    button = _("Close these trails")
    is_serious = True
    form_class = CloseTrailsForm
    models = [Trail]

    def check_perm(self, trail: Trail) -> bool:
        policy = Closure.snippet_viewset.permission_policy
        closure = Closure(trail=trail, side=trail.side)
        return policy.user_has_permission_for_instance(self.request.user, "add", closure)

    def get_execution_context(self) -> dict:
        data = self.cleaned_form.cleaned_data
        return {
            "reason": data["reason"],
            "effect": data["effect"],
            "starts_on": data["starts_on"],
            "ends_on": data["ends_on"],
            "texts": self.cleaned_form.texts,
            "user": self.request.user,
        }

    @classmethod
    def execute_action(cls, objects: list[Trail], **closure) -> tuple[int, int]:
        return len(close_trails(objects, **closure)), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)d trail is closed.", "%(count)d trails are closed.", num_parent_objects
        ) % {"count": num_parent_objects}
