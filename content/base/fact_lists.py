"""The list of a kind of fact: in which languages each record is whole, and a filter for what is missing."""

from copy import copy
from functools import cache, cached_property

import django_filters
from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView

from content.base.languages import html_lang
from content.base.texts.columns import LANGUAGES, lacking_in, missing_in, text_fields

SHORT_NAMES = {"en": "en", "ru": "ru", "zh-hans": "中"}


class LanguagesColumn(Column):
    """The three languages, those that lack a text marked."""

    cell_template_name = "staff/facts/languages_cell.html"

    def get_value(self, instance: Model) -> list[dict]:
        return [
            {
                "short": SHORT_NAMES[code],
                "lang": html_lang(code),
                "lacking": len(lacking_in(instance, code)),
            }
            for code in LANGUAGES
        ]


class PictureColumn(BaseColumn):
    """A small picture of the record, without words: its name stands beside it."""

    cell_template_name = "staff/facts/picture_cell.html"

    def get_cell_context_data(self, instance: Model, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"picture": instance.image}


class FactIndexView(IndexView):
    """Wagtail's list of snippets with a picture, the languages of its texts and the day it was changed.

    The picture stands where the snippet has one, the languages and their filter where it has texts.
    """

    @property
    def columns(self) -> list[Column]:
        columns = [_with_capital(column) for column in super().columns]
        if has_picture(self.model):
            place = 1 + next(n for n, one in enumerate(columns) if isinstance(one, TitleColumn))
            columns.insert(place, PictureColumn("picture", label=_("Picture"), width="10%"))
        if text_fields(self.model):
            columns.append(LanguagesColumn("languages", label=_("Languages"), width="10%"))
        return [*columns, UpdatedAtColumn(label=pgettext("in lists", "Changed"), width="12%")]

    def get_base_queryset(self) -> QuerySet:
        records = super().get_base_queryset().select_related(*self._shown_relations())
        if not has_picture(self.model):
            return records
        return records.select_related("image").prefetch_related("image__renditions")

    def _shown_relations(self) -> list[str]:
        names = {name for name in self.list_display if isinstance(name, str)}
        return [
            field.name
            for field in self.model._meta.fields
            if field.is_relation and field.name in names
        ]

    @cached_property
    def filters(self) -> WagtailFilterSet | None:
        if text_fields(self.model):
            self.filterset_class = filterset_with_languages(
                self.filterset_class or WagtailFilterSet, self.model
            )
        return super().filters


def has_picture(model: type[Model]) -> bool:
    return any(field.name == "image" and field.is_relation for field in model._meta.fields)


def _with_capital(column: Column) -> Column:
    """Return a column whose head begins with a capital, in the language of this request; the column is shared."""
    mine = copy(column)
    if getattr(mine, "label", None):
        mine.label = capfirst(str(mine.label))
        mine.header = Column.Header(mine)  # the copied one still points to the shared column
    return mine


@cache
def filterset_with_languages(
    base: type[WagtailFilterSet], model: type[Model]
) -> type[WagtailFilterSet]:
    """Return a set of filters with one more: records with a text missing in a language."""

    class FactFilterSet(base):
        missing_in = django_filters.ChoiceFilter(
            label=_("Texts missing in"),
            choices=settings.LANGUAGES,
            empty_label=_("Any language"),
            method="filter_missing_in",
        )

        class Meta(getattr(base, "Meta", object)):
            pass

        def filter_missing_in(self, records: QuerySet, _name: str, language: str) -> QuerySet:
            return records.filter(missing_in(model, language))

    if getattr(FactFilterSet._meta, "model", None) is None:
        FactFilterSet._meta.model = model
    return FactFilterSet
