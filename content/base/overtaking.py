"""Two people at one record: whoever opened it before the other saved does not save over that unseen.

Facts keep no versions, but their log says who saved them last: the form carries the entry it was opened on. What is
saved over with open eyes is kept in the log.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from django import forms
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.formats import localize
from django.utils.html import strip_tags
from django.utils.translation import gettext
from wagtail.log_actions import log, registry

from content.base.formats import format_list

OPENED_ON, SAVE_OVER = "opened_on", "save_over"
SAVED_OVER = "base.save_over"
MOST_SHOWN = 300  # characters of one text


@dataclass(frozen=True)
class Entry:
    """The newest change of a record: `key` tells it from every other."""

    key: str
    who: str
    when: datetime


class NoticesOvertaking:
    """Refuses to save a form that was opened before somebody else saved; keeps what was typed. For edit views."""

    def get_form(self, form_class=None) -> forms.ModelForm:
        form = super().get_form(form_class)
        self.newest = self.newest_entry(form.instance)
        form.fields[OPENED_ON] = forms.CharField(
            required=False,
            widget=forms.HiddenInput,
            initial=_key(self.newest),
        )
        return form

    def is_valid(self, form: forms.ModelForm) -> bool:
        if not self._is_overtaken():
            return super().is_valid(form)
        self.produced_error_code = "invalid_revision"
        self.produced_error_message = render_to_string(
            "staff/overtaking/record.html",
            {
                "who": self.newest.who,
                "when": self.newest.when,
                "differences": differences(form),
                "key": _key(self.newest),
            },
        )
        return False

    def _is_overtaken(self) -> bool:
        """Say whether somebody saved since; a form that does not tell, such as a script's, is taken as it is."""
        opened_on = self.request.POST.get(OPENED_ON)
        known = {opened_on, self.request.POST.get(SAVE_OVER)}
        return opened_on is not None and _key(self.newest) not in known

    def newest_entry(self, record: Model) -> Entry | None:
        """Return the newest entry in the log of a record; None when nobody has touched it here."""
        logs = registry.get_logs_for_instance(record).select_related("user")
        newest = logs.order_by("-timestamp", "-pk").first()
        return newest and Entry(str(newest.pk), newest.user_display_name, newest.timestamp)

    def save_instance(self) -> Model:
        if replaced := self.replaced():
            log(instance=self.form.instance, action=SAVED_OVER, data={"replaced": replaced})
        return super().save_instance()

    def replaced(self) -> dict[str, str]:
        """Return what is saved over with open eyes: label → what was stored."""
        return dict(differences(self.form)) if self.request.POST.get(SAVE_OVER) else {}


def _key(entry: Entry | None) -> str:
    return entry.key if entry else "0"


def differences(form: forms.ModelForm) -> list[tuple[str, str]]:
    """Return (label, what is stored) of the fields in which a form differs from what is stored."""
    changed = [name for name in form.changed_data if name != OPENED_ON and name in form.fields]
    found = [(str(form[name].label), _stored(form, name)) for name in changed]
    lists = getattr(form, "formsets", {}).values()
    found += [(str(one.model._meta.verbose_name_plural), "…") for one in lists if one.has_changed()]
    return found


def _stored(form: forms.ModelForm, name: str) -> str:
    field, value = form.fields[name], form.get_initial_for_field(form.fields[name], name)
    if isinstance(field, forms.ModelChoiceField):
        value = field.queryset.model._base_manager.filter(pk=getattr(value, "pk", value)).first()
    elif isinstance(value, bool):
        value = gettext("Yes") if value else gettext("No")
    elif isinstance(field, forms.MultipleChoiceField):
        value = format_list([str(dict(field.choices).get(one, one)) for one in value or []])
    elif hasattr(field, "choices"):
        value = dict(field.choices).get(value, value)
    elif isinstance(value, (date, time)):
        value = localize(value)
    return strip_tags(str(value))[:MOST_SHOWN] if value not in (None, "", []) else gettext("empty")
