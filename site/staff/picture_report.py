"""The report of pictures that say nothing to those who cannot see them."""

import django_filters
from django.conf import settings
from django.contrib.admin.utils import quote
from django.db.models import Case, QuerySet, Value, When
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.images.permissions import permission_policy

from content.base.alternatives import lacks_words, languages_lacking
from content.base.models import Image
from staff.models import User
from staff.roles import SHELF_NAMES

WRITES = ("add", "change")


def pictures_of(user: User) -> QuerySet[Image]:
    """Return the pictures whose words a person may change."""
    return permission_policy.instances_user_has_permission_for(user, "change")


class LackFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=settings.LANGUAGES,
        empty_label=_("Any language"),
        method="filter_language",
    )
    mine = django_filters.ChoiceFilter(
        label=_("Whose"),
        choices=[("1", _("Those I can change"))],
        empty_label=pgettext_lazy("pictures", "All"),
        method="filter_mine",
    )

    class Meta:
        model = Image
        fields = ["language", "mine"]

    def filter_language(self, pictures: QuerySet, _name: str, language: str) -> QuerySet:
        return pictures.filter(lacks_words([language]))

    def filter_mine(self, pictures: QuerySet, _name: str, _value: str) -> QuerySet:
        return pictures.filter(is_mine=1)


class ThumbnailColumn(Column):
    cell_template_name = "staff/thumbnail_cell.html"


class PicturesWithoutWords(ReportView):
    """List the pictures lacking words in one language or more, those the reader can mend first."""

    page_title = _("Pictures without text alternative")
    header_icon = "image"
    index_url_name = "pictures_without_words"
    index_results_url_name = "pictures_without_words_results"
    results_template_name = "staff/picture_report_results.html"
    permission_policy = permission_policy
    any_permission_required = WRITES
    filterset_class = LackFilterSet
    is_searchable = False
    list_export = ["id", "title", "lacking", "collection_name", "may_change", "created_on"]
    export_headings = {
        "id": pgettext_lazy("pictures", "Number"),
        "title": _("Title"),
        "lacking": _("Missing in"),
        "collection_name": pgettext_lazy("pictures", "Collection"),
        "may_change": _("Yours"),
        "created_on": pgettext_lazy("pictures", "Added"),
    }
    columns = [
        ThumbnailColumn("thumbnail", label=_("Picture")),
        TitleColumn("title", label=_("Title"), get_url=lambda picture: picture.edit_url),
        Column("lacking", label=_("Missing in")),
        Column("collection_name", label=pgettext_lazy("pictures", "Collection")),
        Column("may_change", label=_("Yours")),
        DateColumn("created_at", label=pgettext_lazy("pictures", "Added"), width="12%"),
    ]

    def get_queryset(self) -> QuerySet[Image]:
        mine = pictures_of(self.request.user).values("pk")
        seen = permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["choose", "change"]
        ).values("pk")
        return (
            Image.objects.filter(lacks_words(), pk__in=seen)
            .annotate(is_mine=Case(When(pk__in=mine, then=Value(1)), default=Value(0)))
            .select_related("collection")
            .prefetch_renditions("max-165x165")
            .order_by("-is_mine", "-created_at", "-pk")
        )

    def decorate_paginated_queryset(self, pictures):
        for picture in pictures:
            describe(picture)
        return pictures

    def to_row_dict(self, item: Image) -> dict:
        return super().to_row_dict(describe(item))

    def get_filename(self) -> str:
        return f"pictures-without-words-{localdate():%Y-%m-%d}"


def describe(picture: Image) -> Image:
    """Write beside a picture what the report says of it, in the reader's language."""
    shelf = picture.collection.name
    picture.lacking = ", ".join(languages_lacking(picture))
    picture.collection_name = str(SHELF_NAMES.get(shelf, shelf))
    picture.may_change = gettext("Yes") if picture.is_mine else gettext("No")
    picture.created_on = date_format(localtime(picture.created_at), "SHORT_DATE_FORMAT")
    picture.edit_url = (
        reverse("wagtailimages:edit", args=[quote(picture.pk)]) if picture.is_mine else None
    )
    return picture
