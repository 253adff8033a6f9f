"""The staff lists of known animals and of their catalogue codes."""

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from content.base.panels import translated_fields
from content.base.viewsets import SideOwnedViewSet
from content.cameratraps.models import Alias, Individual


class IndividualFilterSet(WagtailFilterSet):
    class Meta:
        model = Individual
        fields = ["side", "species", "sex", "status"]


def staff_individuals() -> QuerySet:
    """Return all known animals with what the list shows of them, in the same few queries."""
    return Individual.objects.select_related("side", "species", "merged_into").prefetch_related(
        Prefetch("aliases", queryset=Alias.objects.select_related("side"), to_attr="all_aliases")
    )


def codes_of(individual: Individual) -> str:
    return ", ".join(alias.code for alias in individual.all_aliases)


def stands_for(individual: Individual) -> str:
    """Return which record stands for the animal when it is not this one."""
    if individual.merged_into is None:
        return ""
    return _("merged into %(name)s") % {"name": individual.merged_into}


class IndividualViewSet(SideOwnedViewSet):
    model = Individual
    icon = "tag"
    menu_label = gettext_lazy("Known animals")
    copy_view_enabled = False
    list_display = [
        "__str__",
        Column("codes", label=gettext_lazy("catalogue codes"), accessor=codes_of),
        "species",
        Column("side", label=gettext_lazy("catalogue of"), sort_key="side"),
        Column("get_status_display", label=gettext_lazy("status"), sort_key="status"),
        Column("stands", label=gettext_lazy("stands for"), accessor=stands_for),
    ]
    filterset_class = IndividualFilterSet
    search_fields = ["code", "aliases__code", *translated_fields("name")]
    search_backend_name = None
    list_per_page = 25

    def get_queryset(self, request):
        return staff_individuals()


class AliasViewSet(SideOwnedViewSet):
    model = Alias
    icon = "list-ul"
    menu_label = gettext_lazy("Catalogue codes")
    copy_view_enabled = False
    list_display = [
        "code",
        Column("individual", label=gettext_lazy("animal"), sort_key="individual"),
        Column("side", label=gettext_lazy("catalogue of"), sort_key="side"),
        Column("valid_from", label=gettext_lazy("from year"), sort_key="valid_from"),
        Column("valid_to", label=gettext_lazy("to year"), sort_key="valid_to"),
        Column("claims", label=gettext_lazy("visits"), accessor="visits", sort_key="visits"),
    ]
    list_filter = ["side", "individual__species"]
    search_fields = ["code", *(f"individual__{column}" for column in translated_fields("name"))]
    search_backend_name = None
    list_per_page = 25

    def get_queryset(self, request):
        return Alias.objects.select_related("individual", "side").annotate(visits=Count("claims"))
