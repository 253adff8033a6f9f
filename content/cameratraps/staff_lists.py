"""What the staff lists of camera traps show."""

from datetime import date

import django_filters
from django import forms
from django.db.models import Count, Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn

from content.base.choices import SideCode
from content.base.formats import between, format_date, format_list
from content.cameratraps.choices import MONTHS_OF, Season
from content.cameratraps.models import (
    Deployment,
    Event,
    Gallery,
    GalleryEvent,
    Media,
    Refusal,
    Release,
    Zone,
)
from content.cameratraps.states import State, in_state, waiting_for


class CoverColumn(BaseColumn):
    """A small picture of a visit, or of a gallery's first; staff see it whether or not it is released."""

    cell_template_name = "cameratraps/staff/cover_cell.html"

    def get_cell_context_data(self, instance: Event | Gallery, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        frames = sorted(_frames_of(instance), key=lambda frame: not frame.favourite)
        context["cover"] = frames[0].image if frames else None
        return context


def _frames_of(record: Event | Gallery) -> list[Media]:
    if isinstance(record, Event):
        return record.all_frames
    return list(record.all_entries[0].event.media.all()) if record.all_entries else []


class EventFilterSet(WagtailFilterSet):
    season = django_filters.ChoiceFilter(
        label=gettext_lazy("season"), choices=Season.choices, method="filter_season"
    )
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("state"), choices=State.choices, method="filter_state"
    )
    waits_for = django_filters.ChoiceFilter(
        label=gettext_lazy("waits for the release of"),
        choices=SideCode.choices,
        method="filter_waiting",
        widget=forms.RadioSelect,
    )
    is_public = django_filters.BooleanFilter(label=gettext_lazy("public"), method="filter_public")

    class Meta:
        model = Event
        fields = ["species", "deployment__zone__side", "deployment__zone", "year", "band"]

    def filter_season(self, events: QuerySet, _name: str, season: str) -> QuerySet:
        return events.filter(month__in=MONTHS_OF[Season(season)])

    def filter_state(self, events: QuerySet, _name: str, state: str) -> QuerySet:
        side = self.request.user.side if self.request else ""
        return events.filter(pk__in=in_state(state, side).values("pk"))

    def filter_waiting(self, events: QuerySet, _name: str, side: str) -> QuerySet:
        return events.filter(pk__in=waiting_for(side).values("pk"))

    def filter_public(self, events: QuerySet, _name: str, is_public: bool) -> QuerySet:
        public = Event.objects.public()
        return (
            events.filter(pk__in=public.values("pk"))
            if is_public
            else events.exclude(pk__in=public.values("pk"))
        )


class DeploymentFilterSet(WagtailFilterSet):
    class Meta:
        model = Deployment
        fields = ["zone__side", "zone"]


def staff_events() -> QuerySet:
    """Return all visits with what the list shows of them, whatever its length in the same few queries."""
    frames = Media.objects.select_related("image").order_by("sort_order")
    return Event.objects.select_related("species", "deployment__zone__side").prefetch_related(
        Prefetch(
            "media",
            queryset=frames.prefetch_related("image__renditions"),
            to_attr="all_frames",
        ),
        Prefetch(
            "releases",
            queryset=Release.objects.select_related("approved_by", "side"),
            to_attr="all_releases",
        ),
        Prefetch(
            "refusals",
            queryset=Refusal.objects.select_related("refused_by", "side"),
            to_attr="all_refusals",
        ),
    )


def staff_galleries() -> QuerySet:
    """Return the galleries with their number of visits and the frames of their first."""
    entries = GalleryEvent.objects.order_by("sort_order").select_related("event")
    return Gallery.objects.annotate(visits=Count("entries")).prefetch_related(
        Prefetch(
            "entries",
            queryset=entries.prefetch_related(
                Prefetch(
                    "event__media",
                    queryset=Media.objects.select_related("image")
                    .prefetch_related("image__renditions")
                    .order_by("sort_order"),
                )
            ),
            to_attr="all_entries",
        )
    )


def staff_zones() -> QuerySet:
    """Return the zones with their numbers of deployments and visits."""
    return Zone.objects.select_related("side").annotate(
        cameras=Count("deployments", distinct=True),
        visits=Count("deployments__events", distinct=True),
    )


def staff_deployments() -> QuerySet:
    """Return the deployments with their number of visits."""
    return Deployment.objects.select_related("zone__side").annotate(visits=Count("events"))


def months_of(deployment: Deployment) -> str:
    """Return from which month until which a camera was at work, as the language writes them."""
    first = date(deployment.start_year, deployment.start_month, 1)
    last = date(deployment.end_year, deployment.end_month, 1)
    return between(format_date(first, "yMMMM"), format_date(last, "yMMMM"))


def released_by(event: Event) -> str:
    """Return which sides have released a visit from `staff_events`, and who did it."""
    return ", ".join(
        f"{release.side_id} ({release.approved_by.get_full_name() or release.approved_by})"
        if release.approved_by
        else release.side_id
        for release in event.all_releases
    )


def state_of(event: Event) -> str:
    """Return in words whether a visit from `staff_events` can be seen."""
    if event.all_refusals:
        return _("refused by %(sides)s") % {
            "sides": format_list([str(one.side) for one in event.all_refusals])
        }
    day = event.public_from_these(event.all_frames, event.all_releases, event.all_refusals)
    if day is None:
        return _("not public")
    if day > timezone.now().date():
        return _("public from %(day)s") % {"day": format_date(day, "medium")}
    return _("public")
