"""Narrowing the list of translation work, which is no table of the database."""

import django_filters
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from staff.translating.work import PageWork, State


class WorkFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=pgettext_lazy("language", "Into"),
        choices=settings.LANGUAGES,
        empty_label=_("My language"),
        widget=forms.RadioSelect,
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("translation", "State"),
        choices=State.choices,
        empty_label=_("All that is not finished"),
        widget=forms.RadioSelect,
    )
    section = django_filters.ChoiceFilter(
        label=_("Section"), empty_label=_("Whole site"), widget=forms.RadioSelect
    )
    source_language = django_filters.ChoiceFilter(
        label=pgettext_lazy("language", "From"),
        choices=settings.LANGUAGES,
        empty_label=_("Any language"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = None
        fields = []

    def __init__(self, *args, sections: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, queryset=Page.objects.none(), **kwargs)
        self.filters["section"].extra["choices"] = sections

    def filter_queryset(self, rows: list[PageWork]) -> list[PageWork]:
        wanted = self.form.cleaned_data
        return [row for row in rows if _fits(row, wanted)]


def _fits(row: PageWork, wanted: dict[str, str]) -> bool:
    if wanted["state"] and row.state != wanted["state"]:
        return False
    if not wanted["state"] and row.state == State.DONE:
        return False
    if wanted["section"] and row.section.slug != wanted["section"]:
        return False
    return not wanted["source_language"] or row.source_language == wanted["source_language"]
