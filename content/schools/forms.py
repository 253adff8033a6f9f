from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm


class LessonForm(WagtailAdminPageForm):
    """The editors' form of a lesson. A draft may be half done; what is published must be teachable."""

    def clean(self) -> dict:
        from content.schools.rules import problems  # reads what the models declare

        cleaned = super().clean()
        if self.is_deferred_validation or "body" in self.errors or "sheet" in self.errors:
            return cleaned
        for name in self.fields.keys() & cleaned.keys():
            if name in {"body", "sheet", "setting", "minutes"} or name.endswith(("_min", "_max")):
                setattr(self.instance, name, cleaned[name])
        for problem in problems(self.instance):
            self.add_error(problem.field if problem.field in self.fields else None, problem.text)
        return cleaned


class MaterialForm(WagtailAdminModelForm):
    """The staff form of a material: it hangs on a lesson, not on one of the lesson's pages."""

    lesson = forms.ChoiceField(label=_("lesson"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from content.schools.queries import lesson_choices  # reads what the models declare

        super().__init__(*args, **kwargs)
        self.fields["lesson"].choices = lesson_choices()
        self.initial["lesson"] = str(self.instance.lesson_key or "")

    def save(self, commit: bool = True):
        self.instance.lesson_key = self.cleaned_data["lesson"]
        return super().save(commit)
