"""Panels of the editors' interface that show a fact's three languages side by side."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.functional import lazy
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "zh_hans": "中文"}


def translated_fields(name: str) -> list[str]:
    """Return the column names of a translated field, in the order of the site's languages."""
    return [f"{name}_{code.replace('-', '_')}" for code, _label in settings.LANGUAGES]


def translated_panel(name: str, heading=None, help_text: str = "") -> MultiFieldPanel:
    """Return one panel with a translated field's three languages side by side, never the bare field."""
    row = FieldRowPanel(
        [
            TextPanel(column, heading=LANGUAGE_NAMES[column.removeprefix(f"{name}_")])
            for column in translated_fields(name)
        ]
    )
    return TranslatedPanel([row], source_field=name, heading=heading or "", help_text=help_text)


def told_lack(lack, help_text: str, *, may_write: bool) -> SafeString:
    """Return what stands below a text that is missing or left behind, before the help of its field."""
    told = {"lack": lack, "help_text": help_text, "may_write": may_write}
    return render_to_string("staff/facts/lack.html", told)


class TextPanel(FieldPanel):
    """One language of a text, which says when it is missing or has been left behind by another."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs) -> None:
            from content.base.texts.lacks import lack_of  # built on models, which have panels

            super().__init__(**kwargs)
            self.lack = lack_of(self.instance, self.field_name)
            if self.lack:
                may_write = bool(self.bound_field) and not self.bound_field.field.disabled
                self.help_text = told_lack(self.lack, self.help_text, may_write=may_write)

        def classes(self) -> list[str]:
            return [*super().classes(), *(["staff-text--lacking"] if self.lack else [])]


class LacksPanel(Panel):
    """The head of a fact's form: how many of its texts are missing or may be out of date, by language."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "staff/facts/lacks.html"

        def __init__(self, **kwargs) -> None:
            from content.base.texts.lacks import count_lacks  # built on models, which have panels

            super().__init__(**kwargs)
            self.lacks = count_lacks(self.instance)

        def get_context_data(self, parent_context=None) -> dict:
            return {**super().get_context_data(parent_context), "lacks": self.lacks}

        def is_shown(self) -> bool:
            return bool(self.lacks)


class TranslatedPanel(MultiFieldPanel):
    """A group whose heading is the verbose name of the translated field unless one is given."""

    def __init__(self, *args, source_field: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.source_field = source_field

    def clone_kwargs(self) -> dict:
        return {**super().clone_kwargs(), "source_field": self.source_field}

    def on_model_bound(self) -> None:
        super().on_model_bound()
        if not self.heading:
            field = self.model._meta.get_field(self.source_field)
            self.heading = lazy(lambda: _capitalised(field.verbose_name), str)()


def _capitalised(text) -> str:
    words = str(text)
    return words[:1].upper() + words[1:]
