"""The words for those who cannot see a picture: asked for when it is sent, and found where they are missing."""

from collections.abc import Iterable

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from content.base.file_names import is_name_of
from content.base.languages import html_lang
from content.base.models import Image
from content.base.panels import LANGUAGE_NAMES, told_lack, translated_fields
from content.base.texts.lacks import lacks_of

HINT = gettext_lazy(
    "One sentence, as you would tell it on the telephone: who, doing what, where. Leave out “picture of”; "
    "names and dates go into the caption. Example: A leopard drinks at a stream under bare oaks."
)


def lacks_words(languages: Iterable[str] = ()) -> Q:
    """Return what holds of pictures without text alternative in one of these languages, by default in any."""
    lacking = Q()
    for column in [_column(code) for code in languages] or translated_fields("alt"):
        lacking |= Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
    return lacking & Q(is_decorative=False)


def languages_lacking(image: Image) -> list[str]:
    """Return the names of the languages in which a picture has no text alternative."""
    if image.is_decorative:
        return []
    return [
        LANGUAGE_NAMES[column.removeprefix("alt_")]
        for column in translated_fields("alt")
        if not getattr(image, column)
    ]


def _column(language: str) -> str:
    return f"alt_{language.replace('-', '_')}"


class AlternativeForm(forms.ModelForm):
    """Takes a picture only with words in one language at least, or with the word that it needs none."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alt", "caption"):
            self._name_columns(name)
        if "alt_en" in self.fields:
            self.fields["alt_en"].help_text = HINT
            self.fields["alt_ru"].help_text = self.fields["alt_zh_hans"].help_text = ""
        if self.instance.pk:
            self._mark_lacks()

    def _mark_lacks(self) -> None:
        """Mark what is missing or may be out of date, as the forms of facts do."""
        for lack in lacks_of(self.instance):
            if field := self.fields.get(lack.column):
                field.help_text = told_lack(lack, field.help_text, may_write=not field.disabled)

    def _name_columns(self, name: str) -> None:
        """Name each language of a text in that language, and give a sentence room."""
        label = capfirst(self._meta.model._meta.get_field(name).verbose_name)
        for column in translated_fields(name):
            if column not in self.fields:
                continue
            code, field = column.removeprefix(f"{name}_"), self.fields[column]
            field.label = f"{label} · {LANGUAGE_NAMES[code]}"
            field.widget = AdminAutoHeightTextInput(
                attrs={"lang": html_lang(code.replace("_", "-")), "maxlength": field.max_length}
            )

    def clean(self) -> dict:
        cleaned = super().clean()
        if "alt_en" in self.fields:
            self._check_words(cleaned)
        return cleaned

    def _check_words(self, cleaned: dict) -> None:
        words = {column: cleaned.get(column) for column in translated_fields("alt")}
        if cleaned.get("is_decorative"):
            if any(words.values()):
                self.add_error("is_decorative", _decorative_with_words())
        elif not any(words.values()) and not self.errors.keys() & words.keys():
            self.add_error(_column(get_language()), _no_words())
        upload = self.files.get(self.add_prefix("file"))
        for column, text in words.items():
            if upload and text and is_name_of(upload, text):
                self.add_error(column, gettext("This is the name of a file, not what can be seen."))


def _no_words() -> str:
    return gettext(
        "Say what can be seen, in at least one language, or tick “Only decoration”. Those who cannot see depend on it."
    )


def _decorative_with_words() -> str:
    return gettext("Decoration has no words: take them out, or untick this.")
