from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from content.base.panels import translated_fields
from content.base.viewsets import SideOwnedViewSet
from content.trails.models import Closure, Trail


class TrailFilterSet(WagtailFilterSet):
    class Meta:
        model = Trail
        fields = ["side", "difficulty", "route_type", "guide"]


class ClosureFilterSet(WagtailFilterSet):
    class Meta:
        model = Closure
        fields = ["trail", "reason", "trail__side"]


class TrailViewSet(SideOwnedViewSet):
    model = Trail
    icon = "site"
    menu_label = _("Trails")
    list_display = [
        "name",
        "side",
        "difficulty",
        "length_km",
        "guide",
    ]
    filterset_class = TrailFilterSet
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
        "max_party",
        "guide",
        "price",
        "price_child",
        "is_sample_track",
    ]
    export_filename = "trails"


class ClosureViewSet(SideOwnedViewSet):
    model = Closure
    side_path = "trail__side"
    icon = "warning"
    menu_label = _("Closures")
    list_display = [
        "trail",
        "reason",
        DateColumn("starts_on", label=capfirst(_("first day")), sort_key="starts_on"),
        DateColumn("ends_on", label=capfirst(_("last day")), sort_key="ends_on"),
    ]
    filterset_class = ClosureFilterSet
    search_fields = [f"trail__{column}" for column in translated_fields("name")]
    search_backend_name = None
    list_export = ["trail", "reason", "starts_on", "ends_on", *translated_fields("text")]
    export_filename = "closures"


class TrailGroup(SnippetViewSetGroup):
    items = (TrailViewSet, ClosureViewSet)
    menu_label = _("Trails")
    menu_name = "trails"
    menu_icon = "site"
    menu_order = 220


register_snippet(TrailGroup)
