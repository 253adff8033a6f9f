from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from content.base.formats import format_date
from content.base.panels import translated_fields
from content.base.viewsets import FactViewSet, SideOwnedViewSet
from content.reserve.models import (
    ContactMessage,
    CountMethod,
    FireDanger,
    Holiday,
    PopulationFigure,
    ProtectedArea,
    Side,
    Species,
)


class SpeciesFilterSet(WagtailFilterSet):
    class Meta:
        model = Species
        fields = ["group", "iucn", "on_ru", "on_cn"]


class FigureFilterSet(WagtailFilterSet):
    class Meta:
        model = PopulationFigure
        fields = ["species", "scope", "year", "is_headline"]


class MessageFilterSet(WagtailFilterSet):
    class Meta:
        model = ContactMessage
        fields = ["language", "created_at"]


class HolidayFilterSet(WagtailFilterSet):
    class Meta:
        model = Holiday
        fields = ["side", "kind", "day"]


class SpeciesViewSet(FactViewSet):
    model = Species
    icon = "snippet"
    menu_label = _("Species")
    list_display = [
        "name",
        "scientific_name",
        "iucn",
        Column("get_on_ru_display", label=_("Russian side"), sort_key="on_ru"),
        Column("get_on_cn_display", label=_("Chinese side"), sort_key="on_cn"),
    ]
    filterset_class = SpeciesFilterSet
    search_fields = ["slug", "scientific_name", *translated_fields("name")]
    search_backend_name = None
    ordering = ["order", "scientific_name"]
    list_export = [
        "slug",
        "scientific_name",
        *translated_fields("name"),
        "group",
        "iucn",
        *translated_fields("ru_list"),
        *translated_fields("cn_list"),
        "on_ru",
        "on_cn",
    ]
    export_filename = "species"


class FigureViewSet(FactViewSet):
    model = PopulationFigure
    icon = "order"
    menu_label = _("Population figures")
    list_display = [
        "species",
        "year",
        "scope",
        "value",
        BooleanColumn("is_headline", label=capfirst(_("shown on the home page"))),
    ]
    filterset_class = FigureFilterSet
    search_fields = ["year", *translated_fields("source")]
    search_backend_name = None
    ordering = ["species", "-year"]
    list_export = [
        "species.slug",
        "year",
        "as_of",
        "scope",
        "qualifier",
        "value",
        "value_max",
        "cubs",
        "ci_low",
        "ci_high",
        *translated_fields("source"),
        *translated_fields("note"),
    ]
    export_filename = "population-figures"


class MethodViewSet(FactViewSet):
    model = CountMethod
    icon = "list-ol"
    menu_label = _("Counting methods")
    list_display = ["name", "version", "scope", "from_year", "to_year"]
    list_filter = ["scope"]
    search_fields = translated_fields("name")
    search_backend_name = None
    ordering = ["scope", "from_year", "pk"]
    list_export = [
        "scope",
        "version",
        "from_year",
        "to_year",
        *(
            column
            for name in ("name", "meaning", "effort", "independence", "flanks", "source")
            for column in translated_fields(name)
        ),
    ]
    export_filename = "counting-methods"


class AreaViewSet(SideOwnedViewSet):
    model = ProtectedArea
    icon = "site"
    menu_label = _("Protected areas")
    list_display = ["name", "side", "established_year", "area_km2"]
    list_filter = ["side"]
    search_fields = ["slug", *translated_fields("name")]
    search_backend_name = None
    ordering = ["order", "pk"]
    list_export = ["slug", "side_id", *translated_fields("name"), "established_year", "area_km2"]
    export_filename = "protected-areas"


class FireDangerViewSet(SideOwnedViewSet):
    model = FireDanger
    icon = "warning"
    menu_label = _("Fire danger")
    list_display = [
        "side",
        "level",
        Column(
            "valid_until",
            label=capfirst(_("last day")),
            accessor=lambda notice: format_date(notice.valid_until, "medium"),
            sort_key="valid_until",
        ),
        DateColumn("set_at", label=capfirst(_("set at")), sort_key="set_at"),
    ]
    list_filter = ["side", "level"]
    search_fields = translated_fields("text")
    search_backend_name = None
    list_export = ["side_id", "level", "valid_until", "set_at", *translated_fields("text")]
    export_filename = "fire-danger"
    copy_view_enabled = False


class HolidayViewSet(SideOwnedViewSet):
    model = Holiday
    icon = "calendar"
    menu_label = _("Holidays")
    list_display = [
        Column(
            "day",
            label=capfirst(_("day")),
            accessor=lambda holiday: format_date(holiday.day, "yMMMEd"),
            sort_key="day",
        ),
        "side",
        "name",
        Column("get_kind_display", label=capfirst(_("kind")), sort_key="kind"),
    ]
    filterset_class = HolidayFilterSet
    search_fields = translated_fields("name")
    search_backend_name = None
    ordering = ["-day"]
    list_export = ["day", "side_id", "kind", *translated_fields("name")]
    export_filename = "holidays"


class SideViewSet(SideOwnedViewSet):
    model = Side
    side_path = "pk"
    icon = "globe"
    menu_label = _("Countries and offices")
    list_display = ["name", "organisation", "email", "phone"]
    copy_view_enabled = False


class MessageViewSet(SideOwnedViewSet):
    """Read only: a message is answered by mail, not changed. The other side's are not shown."""

    model = ContactMessage
    shows_other_side = False
    icon = "mail"
    menu_label = _("Contact messages")
    menu_name = "contact-messages"
    menu_order = 600
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "name",
        "email",
        "side",
        "language",
        DateColumn("created_at", label=capfirst(_("received")), sort_key="created_at"),
        DateColumn("mailed_at", label=capfirst(_("passed on")), sort_key="mailed_at"),
    ]
    filterset_class = MessageFilterSet
    search_fields = ["name", "email", "message"]
    search_backend_name = None
    panels: list = []
    inspect_view_fields = [
        "side",
        "name",
        "email",
        "language",
        "message",
        "created_at",
        "mailed_at",
    ]


class ReserveGroup(SnippetViewSetGroup):
    items = (
        SpeciesViewSet,
        FigureViewSet,
        MethodViewSet,
        AreaViewSet,
        FireDangerViewSet,
        HolidayViewSet,
        SideViewSet,
    )
    menu_label = _("The reserve")
    menu_name = "reserve"
    menu_icon = "reserve"
    menu_order = 500


register_snippet(ReserveGroup)
register_snippet(MessageViewSet)
