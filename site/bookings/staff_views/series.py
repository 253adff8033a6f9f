"""The staff screens of series: one form makes a season of departures, changes it, or calls it off."""

from datetime import date

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from bookings import series as verbs
from bookings.models import DepartureSeries
from bookings.parties import staff_actor
from bookings.staff_views.action_forms import CancelSeriesForm, SeriesGuidesForm
from bookings.staff_views.action_view import ActionView
from bookings.staff_views.filters import SeriesFilterSet
from bookings.staff_views.scoping import OfOwnSide
from bookings.staff_views.series_days import days_of
from bookings.staff_views.series_form import SERIES_PANELS
from bookings.staff_views.series_outcome import foreseen, tell
from bookings.staff_views.viewset import BookingModelViewSet
from bookings.wording import guide_text, rule_text, span_text
from bookings.zones import person_zone


class SeriesIndexView(OfOwnSide, generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().with_trail()

    @cached_property
    def columns(self):
        title_class = self._get_title_column_class(generic.models.TitleColumn)
        return [
            title_class(
                "trail",
                label=gettext_lazy("Trail"),
                accessor="trail",
                sort_key="trail_id",
                get_url=self.get_inspect_url,
            ),
            Column("rule", label=gettext_lazy("When it walks"), accessor=rule_text),
            Column("span", label=gettext_lazy("Season"), accessor=span_text, sort_key="first_day"),
            Column("capacity", label=gettext_lazy("Places"), accessor="capacity"),
            Column("guide", label=gettext_lazy("Guide speaks"), accessor=guide_text),
        ]


class SeriesCreateView(OfOwnSide, generic.CreateView):
    def save_instance(self):
        series = self.form.save(commit=False)
        tell(self.request, verbs.add_series(series, staff_actor(self.request.user)))
        return series


class SeriesCopyView(OfOwnSide, generic.CopyView):
    """A form filled in as another series is; it is sent to the one that adds."""

    def get_initial_form_instance(self) -> DepartureSeries:
        copied = self.get_object()
        copied.pk, copied._state.adding = None, True
        return copied


class SeriesEditView(OfOwnSide, generic.EditView):
    """One button saves; another only says what saving would do to the calendar."""

    template_name = "bookings/staff/series_form.html"

    def records(self):
        return super().records().with_trail()

    def get_form_kwargs(self) -> dict:
        kwargs = super().get_form_kwargs()
        if since := _day(self.request.GET.get("from", "")):
            kwargs["initial"] = {**(kwargs.get("initial") or {}), "since": since}
        return kwargs

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "foresee" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.object = self.get_object()
        self.form = self.get_form()
        lines = []
        if self.form.is_valid():
            wanted = self.form.save(commit=False)
            outcome = verbs.foresee_change(wanted, self.actor, self.form.cleaned_data["since"])
            lines = foreseen(outcome, person_zone(request.user))
        return self.render_to_response(
            self.get_context_data(form=self.form, foreseen=lines, has_unsaved_changes=True)
        )

    def save_instance(self):
        wanted = self.form.save(commit=False)
        since = self.form.cleaned_data["since"]
        tell(self.request, verbs.change_series(wanted, self.actor, since))
        return wanted

    @property
    def actor(self):
        return staff_actor(self.request.user)


class SeriesInspectView(OfOwnSide, generic.InspectView):
    """A series with its coming days: in the calendar, left out, changed by hand, not yet due."""

    template_name = "bookings/staff/series.html"

    def records(self):
        return super().records().with_trail()

    def get_fields(self):
        return []

    @cached_property
    def header_buttons(self):
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @cached_property
    def header_more_buttons(self):
        if not self.user_has_permission("change"):
            return []
        pk = quote(self.object.pk)
        guides, copy, cancel = (
            reverse(f"series:{name}", args=[pk]) for name in ("guides", "copy", "cancel")
        )
        return [
            Button(_("Guides of the series"), url=guides, icon_name="user", priority=10),
            Button(_("Copy the series"), url=copy, icon_name="copy", priority=20),
            Button(_("Cancel the series"), url=cancel, icon_name="cross", priority=30),
        ]

    def get_context_data(self, **kwargs):
        zone = person_zone(self.request.user)
        return super().get_context_data(
            rule=rule_text(self.object),
            span=span_text(self.object),
            guide=guide_text(self.object),
            guides=", ".join(guide.name for guide in self.object.guides.all()),
            days=days_of(self.object, timezone.now(), zone),
            **kwargs,
        )


class SeriesActionView(ActionView):
    """A short form about a series from a day on."""

    record_space = "series"

    def get_page_subtitle(self):
        return str(self.object)

    def when(self) -> str:
        return f"{rule_text(self.object)} · {span_text(self.object)}"

    def initial(self) -> dict:
        return {"since": self.object.trail.today()}


class GuidesOfSeriesView(SeriesActionView):
    page_title = gettext_lazy("Guides of the series")
    submit_label = gettext_lazy("Save the guides")
    action_form_class = SeriesGuidesForm

    def form_arguments(self) -> dict:
        return {"series": self.object}

    def act(self, form: SeriesGuidesForm) -> str:
        chosen, since = form.cleaned_data["guides"], form.cleaned_data["since"]
        actor = staff_actor(self.request.user)
        tell(self.request, verbs.lead_series(self.object.pk, chosen, since, actor))
        return _("Guides saved.")


class CancelSeriesView(SeriesActionView):
    page_title = gettext_lazy("Cancel the series")
    submit_label = gettext_lazy("Cancel these departures and tell every party")
    action_form_class = CancelSeriesForm
    is_dangerous = True

    def act(self, form: CancelSeriesForm) -> str:
        walks, parties = verbs.cancel_series(
            self.object.pk,
            form.cleaned_data["since"],
            form.cleaned_data["reason"],
            staff_actor(self.request.user),
            form.notes,
        )
        return _("Departures cancelled: %(walks)d. Parties told by e-mail: %(parties)d.") % {
            "walks": walks,
            "parties": parties,
        }


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


class SeriesViewSet(BookingModelViewSet):
    """Series: never deleted, as their departures stay; they end by their last day."""

    model = DepartureSeries
    name = "series"
    icon = "calendar"
    menu_label = pgettext_lazy("departures", "Series")
    menu_order = 150
    ordering = ["trail_id", "first_day", "pk"]
    filterset_class = SeriesFilterSet
    edit_handler = SERIES_PANELS
    inspect_view_enabled = True
    index_view_class = SeriesIndexView
    add_view_class = SeriesCreateView
    copy_view_class = SeriesCopyView
    edit_view_class = SeriesEditView
    inspect_view_class = SeriesInspectView
    inspect_template_name = "bookings/staff/series.html"

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("copy/<int:pk>/", self.copy_view, name="copy"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("guides/<int:pk>/", self.construct_view(GuidesOfSeriesView), name="guides"),
            path("cancel/<int:pk>/", self.construct_view(CancelSeriesView), name="cancel"),
        ]
