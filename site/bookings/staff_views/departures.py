"""The staff screens of departures."""

from django.contrib.admin.utils import quote
from django.db.models import Case, When
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from bookings import scheduling
from bookings.details import actor_text
from bookings.errors import BookingError
from bookings.models import Departure, DepartureState
from bookings.models.states import LIVE_STATES
from bookings.parties import staff_actor
from bookings.pausing import PAUSABLE
from bookings.permissions import CHECK_IN
from bookings.staff_views.departure_actions import (
    CancelDepartureView,
    CopyDepartureView,
    GuaranteeDepartureView,
    GuidesView,
    MessageView,
    PauseView,
    ResumeView,
)
from bookings.staff_views.departure_form import DEPARTURE_PANELS
from bookings.staff_views.departure_parties import parties_of
from bookings.staff_views.departure_people import BorderListView, DeparturePeopleView
from bookings.staff_views.filters import DepartureFilterSet
from bookings.staff_views.month import MonthView, month_button
from bookings.staff_views.report_lines import report_lines, waiting_notes
from bookings.staff_views.scoping import OfOwnSide
from bookings.staff_views.viewset import BookingModelViewSet
from bookings.wording import (
    free_text,
    guide_text,
    opening_text,
    runs_text,
    staff_name,
    staff_when_text,
    state_text,
    told_text,
    when_text,
)
from bookings.zones import person_zone
from content.base.overtaking import Entry, NoticesOvertaking


class DepartureIndexView(OfOwnSide, generic.IndexView):
    template_name = "bookings/staff/departures.html"

    def get_base_queryset(self):
        return super().get_base_queryset().with_trail()

    @cached_property
    def header_buttons(self):
        return [*super().header_buttons, month_button(reverse("departure:calendar"))]

    def order_queryset(self, queryset):
        """Show what is coming first, soonest on top, and the past below it."""
        if self.is_explicitly_ordered:
            return super().order_queryset(queryset)
        is_past = Case(When(starts_at__lt=timezone.now(), then=1), default=0)
        return queryset.order_by(is_past, "starts_at", "pk")

    @cached_property
    def columns(self):
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="departure"),
            self._get_title_column("starts_at_text", accessor=self.when),
            Column("trail", label=gettext_lazy("Trail"), accessor="trail", sort_key="trail_id"),
            *self.side_column,
            Column(
                "taken",
                label=gettext_lazy("Taken"),
                accessor=lambda departure: f"{departure.places_taken} / {departure.capacity}",
                sort_key="places_taken",
            ),
            Column("left", label=gettext_lazy("Places left"), accessor="places_left"),
            Column("told", label=gettext_lazy("What visitors read"), accessor=told_text),
            Column("guide", label=gettext_lazy("Guide speaks"), accessor=guide_text),
            Column(
                "state",
                label=gettext_lazy("State"),
                accessor=state_text,
                sort_key="state",
            ),
        ]

    def when(self, departure: Departure) -> str:
        return staff_when_text(departure, person_zone(self.request.user))

    @property
    def side_column(self) -> list[Column]:
        """Name the side to those who see both."""
        column = Column("side", label=gettext_lazy("Side"), accessor="trail.side")
        return [] if self.request.user.side else [column]

    def _get_title_column(self, name, **kwargs):
        column_class = self._get_title_column_class(generic.models.TitleColumn)
        return column_class(
            name,
            label=pgettext_lazy("departure", "Start"),
            sort_key="starts_at",
            get_url=self.get_inspect_url,
            **kwargs,
        )


class DepartureCreateView(OfOwnSide, generic.CreateView):
    def save_instance(self):
        return scheduling.add_departure(
            self.form.save(commit=False), staff_actor(self.request.user)
        )


class DepartureEditView(NoticesOvertaking, OfOwnSide, generic.EditView):
    def records(self):
        return super().records().with_trail()

    def newest_entry(self, record: Departure) -> Entry | None:
        """Return the newest entry in the departure's own history; bookings change nothing of the form."""
        newest = record.events.filter(booking=None).first()
        return newest and Entry(str(newest.pk), actor_text(newest), newest.at)

    def form_valid(self, form):
        """Save under the lock; a booking that came in meanwhile may still refuse the change."""
        try:
            return super().form_valid(form)
        except BookingError as error:
            form.add_error(None, error.message)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def save_instance(self):
        return scheduling.change_departure(
            self.form.save(commit=False),
            staff_actor(self.request.user),
            replaced=self.replaced(),
        )


class DepartureInspectView(OfOwnSide, generic.InspectView):
    """A departure with its parties and its history."""

    template_name = "bookings/staff/departure.html"

    def records(self):
        return super().records().with_trail()

    def get_page_subtitle(self):
        return staff_name(self.object, person_zone(self.request.user))

    @cached_property
    def header_buttons(self):
        """Show openly what is done most; the rest is in the menu of dots."""
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @cached_property
    def header_more_buttons(self):
        buttons: list[Button] = []
        if not self.user_has_permission("change"):
            return buttons
        pk = quote(self.object.pk)
        if self.user_has_permission("add"):
            url = reverse("departure:copy_to_days", args=[pk])
            buttons.append(Button(_("Copy to other days"), url=url, icon_name="copy", priority=20))
        if self.object.series_id:
            buttons += self._series_buttons()
        if self.object.still_needed and self.object.state in LIVE_STATES:
            url = reverse("departure:guarantee", args=[pk])
            label = _("Let it take place all the same")
            buttons.append(Button(label, url=url, icon_name="check", priority=5))
        if self.object.state in LIVE_STATES or self.object.state == DepartureState.DRAFT:
            url = reverse("departure:guides", args=[pk])
            buttons.append(Button(_("Choose guides"), url=url, icon_name="user", priority=7))
        if self.object.state in PAUSABLE:
            url = reverse("departure:pause", args=[pk])
            buttons.append(Button(_("Pause booking"), url=url, icon_name="no-view", priority=25))
        if self.object.state == DepartureState.PAUSED:
            url = reverse("departure:resume", args=[pk])
            buttons.append(Button(_("Open booking again"), url=url, icon_name="view", priority=4))
        if self.object.state != DepartureState.CANCELLED:
            url = reverse("departure:cancel", args=[pk])
            buttons.append(Button(_("Cancel departure"), url=url, icon_name="cross", priority=30))
        return buttons

    def _series_buttons(self) -> list[Button]:
        departure = self.object
        series = [quote(departure.series_id)]
        edit = reverse("series:edit", args=series)
        url = f"{edit}?from={departure.series_day}"
        return [
            Button(
                _("The whole series"),
                url=reverse("series:inspect", args=series),
                icon_name="calendar",
                priority=10,
            ),
            Button(_("Change from this day on"), url=url, icon_name="edit", priority=15),
        ]

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        departure = self.object
        context["when"], context["state"] = when_text(departure), state_text(departure)
        context["told"] = told_text(departure)
        context["opens"] = opening_text(departure)
        context["runs"] = runs_text(departure)
        context["guides"] = departure.guides.all()
        context["events"] = departure.events.select_related("booking")
        if departure.starts_at <= timezone.now() and departure.state != DepartureState.CANCELLED:
            context["report"] = report_lines(departure)
            context["notes"] = waiting_notes(departure)
            if self.request.user.has_perm(CHECK_IN):
                context["report_url"] = reverse("walk_report", args=[quote(departure.pk)])
        if self.request.user.has_perm("bookings.view_booking"):
            context["parties"] = parties_of(departure)
            context["messages_sent"] = departure.messages.all()
            if self.user_has_permission("change") and departure.bookings.live().exists():
                context["message_url"] = reverse("departure:message", args=[quote(departure.pk)])
            if self.user_has_permission("change") and self._knows_persons():
                context["people_url"] = reverse("departure:people", args=[quote(departure.pk)])
            context["free"] = free_text(departure) if departure.state in LIVE_STATES else ""
        return context

    def _knows_persons(self) -> bool:
        live = self.object.bookings.live()
        return live.filter(participants__isnull=False).exists()


class DepartureViewSet(BookingModelViewSet):
    """Departures: listed, added, changed, copied, cancelled; never deleted, for their history's sake."""

    model = Departure
    name = "departure"
    icon = "calendar-alt"
    menu_label = gettext_lazy("Departures")
    menu_order = 100
    ordering = ["starts_at", "pk"]
    list_per_page = 50
    filterset_class = DepartureFilterSet
    list_export = [
        "pk",
        "trail",
        "trail.side_id",
        "local_start",
        "capacity",
        "places_taken",
        "get_state_display",
    ]
    export_headings = {
        "trail": gettext_lazy("Trail"),
        "trail.side_id": gettext_lazy("Side"),
        "local_start": gettext_lazy("Start, trail’s own time"),
        "get_state_display": gettext_lazy("State"),
    }
    export_filename = "departures"
    index_template_name = "bookings/staff/departures.html"
    edit_handler = DEPARTURE_PANELS
    inspect_view_enabled = True
    copy_view_enabled = False
    index_view_class = DepartureIndexView
    add_view_class = DepartureCreateView
    edit_view_class = DepartureEditView
    inspect_view_class = DepartureInspectView
    inspect_template_name = "bookings/staff/departure.html"

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("calendar/", MonthView.as_view(), name="calendar"),
            path("new/", self.add_view, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("cancel/<int:pk>/", self.construct_view(CancelDepartureView), name="cancel"),
            path("pause/<int:pk>/", self.construct_view(PauseView), name="pause"),
            path("resume/<int:pk>/", self.construct_view(ResumeView), name="resume"),
            path("guides/<int:pk>/", self.construct_view(GuidesView), name="guides"),
            path(
                "guarantee/<int:pk>/",
                self.construct_view(GuaranteeDepartureView),
                name="guarantee",
            ),
            path("people/<int:pk>/", self.construct_view(DeparturePeopleView), name="people"),
            path(
                "border-list/<int:pk>/",
                self.construct_view(BorderListView),
                name="border_list",
            ),
            path("message/<int:pk>/", self.construct_view(MessageView), name="message"),
            path("copy/<int:pk>/", self.construct_view(CopyDepartureView), name="copy_to_days"),
        ]
