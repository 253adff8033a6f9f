from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSetGroup

from content.base.panels import translated_fields
from content.base.viewsets import FactViewSet, SideOwnedViewSet
from content.trails import staff_lists
from content.trails.closing import CloseTrails
from content.trails.lifting import LiftClosures
from content.trails.models import Closure, ClosureReason, EntryZone, Trail


class TrailViewSet(SideOwnedViewSet):
    model = Trail
    icon = "trail"
    menu_label = _("Trails")
    list_display = [
        "name",
        "side",
        "difficulty",
        "length_km",
        "guide",
        Column("today", label=capfirst(_("today")), accessor=staff_lists.today_at),
    ]
    filterset_class = staff_lists.TrailFilterSet
    search_fields = ["slug", *translated_fields("name")]
    search_backend_name = None
    ordering = ["order", "pk"]
    list_export = [
        "slug",
        "side_id",
        *translated_fields("name"),
        "length_km",
        "length_is_certain",
        "duration_min",
        "duration_max",
        "difficulty",
        "route_type",
        "ascent_m",
        "descent_m",
        "min_height_m",
        "max_height_m",
        "min_age",
        "min_party",
        "max_party",
        "opens_at",
        "shuts_at",
        "surface",
        "width_cm",
        "steps",
        "wheelchair",
        "pushchair",
        "guide",
        "price",
        "price_child",
        "price_concession",
        "is_sample_track",
    ]
    export_filename = "trails"

    def get_queryset(self, request) -> QuerySet:
        return staff_lists.staff_trails()


class ClosureViewSet(SideOwnedViewSet):
    model = Closure
    side_path = "side"
    icon = "warning"
    menu_label = _("Closures")
    list_display = [
        Column("place", label=_("Trail or area"), accessor="place"),
        Column("side", label=capfirst(_("side")), accessor="side"),
        Column("reason", label=capfirst(_("reason")), accessor="reason", sort_key="reason"),
        Column(
            "first",
            label=capfirst(_("first day")),
            accessor=staff_lists.first_day,
            sort_key="starts_on",
        ),
        Column(
            "last", label=capfirst(_("last day")), accessor=staff_lists.last_day, sort_key="ends_on"
        ),
        Column("time", label=capfirst(_("holds")), accessor=staff_lists.time_of),
    ]
    filterset_class = staff_lists.ClosureFilterSet
    search_fields = [
        f"{place}__{column}" for place in ("trail", "area") for column in translated_fields("name")
    ]
    search_backend_name = None
    list_export = [
        "trail",
        "area",
        "reason",
        "effect",
        "starts_on",
        "ends_on",
        "lifted_at",
        *translated_fields("text"),
    ]
    export_filename = "closures"

    def get_queryset(self, request) -> QuerySet:
        return staff_lists.staff_closures()


class ReasonDeleteView(DeleteView):
    """Deletes a reason that nothing names; one that was used is part of the history."""

    def form_valid(self, form: Form) -> HttpResponse:
        if not self.object.closures.exists():
            return super().form_valid(form)
        messages.error(
            self.request,
            _("Closures name this reason, so it stays. Take away its tick “offered” instead."),
        )
        return redirect(self.get_success_url())


class ClosureReasonViewSet(FactViewSet):
    model = ClosureReason
    delete_view_class = ReasonDeleteView
    icon = "openquote"
    menu_label = _("Reasons of closures")
    list_display = [
        "name",
        "kind",
        "phrase",
        BooleanColumn("is_offered", label=capfirst(_("offered"))),
    ]
    list_filter = ["kind", "is_offered"]
    search_fields = translated_fields("name")
    search_backend_name = None
    ordering = ["order", "code"]
    copy_view_enabled = False


class EntryZoneViewSet(SideOwnedViewSet):
    model = EntryZone
    icon = "key"
    menu_label = _("Entry rules")
    list_display = [
        "name",
        "side",
        Column("rules", label=_("Rules"), accessor=staff_lists.rules_in_words),
        Column("trails", label=_("Trails"), accessor=staff_lists.trails_in),
    ]
    list_filter = ["side"]
    search_fields = translated_fields("name")
    search_backend_name = None
    copy_view_enabled = False

    def get_queryset(self, request) -> QuerySet:
        return staff_lists.staff_entry_zones()


class TrailGroup(SnippetViewSetGroup):
    items = (TrailViewSet, ClosureViewSet, ClosureReasonViewSet, EntryZoneViewSet)
    menu_label = _("Trails")
    menu_name = "trails"
    menu_icon = "trail"
    menu_order = 220


register_snippet(TrailGroup)
hooks.register("register_bulk_action", CloseTrails)
hooks.register("register_bulk_action", LiftClosures)


@hooks.register("register_log_actions")
def closure_actions(actions) -> None:
    actions.register_action("trails.lift", _("Lift a closure"), _("Closure lifted before its time"))
