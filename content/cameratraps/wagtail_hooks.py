from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from content.base.panels import translated_fields
from content.base.viewsets import FactViewSet, SideOwnedViewSet
from content.cameratraps import deeds, identity_views, staff_lists, staff_views, words
from content.cameratraps.animal_lists import AliasViewSet, IndividualViewSet
from content.cameratraps.camtrapdp import staff as packages
from content.cameratraps.desk import together
from content.cameratraps.desk import views as desk
from content.cameratraps.editions import hooks as edition_hooks
from content.cameratraps.models import (
    Deployment,
    Event,
    Gallery,
    GalleryIndexPage,
    TaxonName,
    Zone,
)
from content.cameratraps.staff_home import FootagePanel


class EventViewSet(SideOwnedViewSet):
    model = Event
    side_path = "deployment__zone__side"
    edit_view_class = staff_views.EventEditView
    icon = "camera-trap"
    menu_label = _("Visits")
    copy_view_enabled = False
    list_display = [
        "__str__",
        staff_lists.CoverColumn("cover", label=_("cover")),
        "species",
        Column("zone", label=_("zone"), sort_key="deployment__zone__code"),
        Column("month", label=_("month"), accessor=words.month_of, sort_key="month"),
        Column("get_band_display", label=_("time of day"), sort_key="band"),
        Column("released", label=_("released by"), accessor=staff_lists.released_by),
        Column("state", label=_("can be seen"), accessor=staff_lists.state_of),
    ]
    filterset_class = staff_lists.EventFilterSet
    search_fields = ["code", *translated_fields("title")]
    search_backend_name = None
    list_export = [
        "code",
        "species.scientific_name",
        "side_code",
        "zone.code",
        "year",
        "month",
        "band",
        "count",
        "life_stage",
        "sex",
        *translated_fields("title"),
        "is_sample",
    ]
    export_filename = "visits"
    list_per_page = 25

    def get_queryset(self, request):
        return staff_lists.staff_events()


class GalleryViewSet(FactViewSet):
    model = Gallery
    icon = "folder-open-inverse"
    menu_label = _("Galleries")
    list_display = [
        "name",
        staff_lists.CoverColumn("cover", label=_("cover")),
        Column("visits", label=_("visits"), sort_key="visits"),
    ]
    search_fields = translated_fields("name")
    search_backend_name = None

    def get_queryset(self, request):
        return staff_lists.staff_galleries()


class ZoneViewSet(SideOwnedViewSet):
    model = Zone
    icon = "site"
    menu_label = _("Zones")
    list_display = [
        "name",
        "side",
        "code",
        Column("cameras", label=_("deployments"), sort_key="cameras"),
        Column("visits", label=_("visits"), sort_key="visits"),
    ]
    list_filter = ["side"]
    search_fields = ["code", *translated_fields("name")]
    search_backend_name = None

    def get_queryset(self, request):
        return staff_lists.staff_zones()


class DeploymentViewSet(SideOwnedViewSet):
    model = Deployment
    side_path = "zone__side"
    icon = "view"
    menu_label = _("Deployments")
    list_display = [
        "__str__",
        Column("months", label=_("months"), accessor=staff_lists.months_of, sort_key="start_year"),
        Column("side", label=_("side"), accessor="zone.side"),
        Column("visits", label=_("visits"), sort_key="visits"),
    ]
    filterset_class = staff_lists.DeploymentFilterSet
    search_fields = ["zone__code", *(f"zone__{column}" for column in translated_fields("name"))]
    search_backend_name = None

    def get_queryset(self, request):
        return staff_lists.staff_deployments()


class TaxonNameViewSet(FactViewSet):
    model = TaxonName
    icon = "tag"
    menu_label = _("Names in packages")
    list_display = ["scientific_name", "species"]
    search_fields = ["scientific_name"]
    search_backend_name = None

    def get_queryset(self, request):
        return TaxonName.objects.select_related("species")


class PackagesItem(MenuItem):
    """Leads to the packages, for those who import them."""

    def __init__(self) -> None:
        super().__init__(
            _("Packages"),
            reverse("cameratraps_packages"),
            name="packages",
            icon_name="download",
            order=800,
        )

    def is_shown(self, request) -> bool:
        return request.user.has_perm(packages.IMPORT)


class GalleryPagesItem(MenuItem):
    """Leads to the gallery pages in the page explorer."""

    def __init__(self) -> None:
        super().__init__(
            _("Gallery pages"), "", name="gallery-pages", icon_name="folder-open-1", order=900
        )

    def is_shown(self, request) -> bool:
        section = GalleryIndexPage.objects.first()
        if section is not None:
            self.url = reverse("wagtailadmin_explore", args=[section.pk])
        return section is not None


class WhoIsWhoItem(MenuItem):
    """Leads to what the two sides say of animals."""

    def __init__(self) -> None:
        address = reverse_lazy("cameratraps_who_is_who")
        super().__init__(_("Who is who"), address, name="who-is-who", icon_name="tag", order=150)

    def is_shown(self, request) -> bool:
        return request.user.has_perm(identity_views.IDENTIFY)


class DeskItem(MenuItem):
    """Leads to the desk, for those who curate or decide."""

    def __init__(self) -> None:
        address = reverse_lazy("cameratraps_desk")
        super().__init__(_("Desk"), address, name="desk", icon_name="tasks", order=50)

    def is_shown(self, request) -> bool:
        return request.user.has_perm(staff_views.RELEASE)


class CameraTrapGroup(SnippetViewSetGroup):
    items = (
        EventViewSet,
        IndividualViewSet,
        AliasViewSet,
        GalleryViewSet,
        DeploymentViewSet,
        ZoneViewSet,
        TaxonNameViewSet,
    )
    menu_label = _("Camera traps")
    menu_name = "camera-traps"
    menu_icon = "camera-trap"
    menu_order = 210

    def get_submenu_items(self) -> list[MenuItem]:
        own = [
            DeskItem(),
            PackagesItem(),
            edition_hooks.EditionsItem(),
            WhoIsWhoItem(),
            GalleryPagesItem(),
        ]
        return [*super().get_submenu_items(), *own]


register_snippet(CameraTrapGroup)


@hooks.register("register_admin_urls")
def addresses() -> list:
    return [
        *packages.URLS,
        path("camera-traps/desk/", desk.pile, name="cameratraps_desk"),
        path("camera-traps/desk/<int:pk>/", desk.visit, name="cameratraps_desk_visit"),
        path("camera-traps/desk/together/", together.decide, name="cameratraps_desk_decide"),
        path(
            "camera-traps/visits/<int:pk>/release/",
            staff_views.release,
            name="cameratraps_release",
        ),
        path(
            "camera-traps/visits/<int:pk>/animals/",
            identity_views.animals_of_visit,
            name="cameratraps_animals",
        ),
        path(
            "camera-traps/who-is-who/",
            identity_views.who_is_who,
            name="cameratraps_who_is_who",
        ),
        path(
            "camera-traps/who-is-who/<int:pk>/",
            identity_views.match,
            name="cameratraps_match",
        ),
    ]


@hooks.register("register_snippet_listing_buttons")
def release_button(snippet, user, next_url=None):
    if isinstance(snippet, Event) and user.has_perm(staff_views.RELEASE):
        yield Button(
            _("Release"),
            reverse("cameratraps_release", args=[snippet.pk]),
            icon_name="check",
            priority=15,
        )
    if isinstance(snippet, Event) and user.has_perm(identity_views.IDENTIFY):
        yield Button(
            _("Who is it"),
            reverse("cameratraps_animals", args=[snippet.pk]),
            icon_name="tag",
            priority=16,
        )


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    deeds.register(actions)


@hooks.register("construct_homepage_panels")
def show_latest_footage(request, panels: list) -> None:
    panels.append(FootagePanel())
