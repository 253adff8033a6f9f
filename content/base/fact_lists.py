"""The list of a kind of fact: in which languages each record is whole, and a filter for what is missing."""

from functools import cache, cached_property

import django_filters
from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
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


class FactIndexView(IndexView):
    """Wagtail's list of snippets with that column and that filter, where the snippet has texts."""

    @property
    def columns(self) -> list[Column]:
        columns = super().columns
        if not text_fields(self.model):
            return columns
        return [*columns, LanguagesColumn("languages", label=_("Languages"), width="10%")]

    @cached_property
    def filters(self) -> WagtailFilterSet | None:
        if text_fields(self.model):
            self.filterset_class = filterset_with_languages(
                self.filterset_class or WagtailFilterSet, self.model
            )
        return super().filters


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
