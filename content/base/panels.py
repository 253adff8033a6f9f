"""Panels of the editors' interface that show a fact's three languages side by side."""

from django.conf import settings
from django.utils.functional import lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "zh_hans": "中文"}


def translated_fields(name: str) -> list[str]:
    """Return the column names of a translated field, in the order of the site's languages."""
    return [f"{name}_{code.replace('-', '_')}" for code, _label in settings.LANGUAGES]


def translated_panel(name: str, heading=None, help_text: str = "") -> MultiFieldPanel:
    """Return one panel with a translated field's three languages side by side, never the bare field."""
    row = FieldRowPanel(
        [
            FieldPanel(column, heading=LANGUAGE_NAMES[column.removeprefix(f"{name}_")])
            for column in translated_fields(name)
        ]
    )
    return TranslatedPanel([row], source_field=name, heading=heading or "", help_text=help_text)


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
