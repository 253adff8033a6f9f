"""The staff screens of bookings: look up, export, cancel. The persons are seen here and nowhere else."""

from django.contrib.admin.utils import quote
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from bookings import history, services
from bookings.errors import BookingError
from bookings.models import Booking, EventKind
from bookings.papers import passports_text
from bookings.parties import staff_actor
from bookings.phones import readable
from bookings.references import read_reference
from bookings.staff_views.filters import BookingFilterSet
from bookings.staff_views.scoping import OfOwnSide
from bookings.wording import party_text, staff_when_text, when_text
from bookings.zones import person_zone

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def any_case(query: str) -> set[str]:
    """Return the ways a name may be written: SQLite folds the case of Latin letters only."""
    return {query, query.lower(), query.upper(), query.title()}


class BookingIndexView(OfOwnSide, generic.IndexView):
    any_permission_required = ["view"]
    is_searchable = True
    custom_field_preprocess = {
        name: {"csv": harmless, "xlsx": harmless} for name in ("name", "email", "phone")
    }

    def get_base_queryset(self):
        return (
            super()
            .get_base_queryset()
            .with_contact()
            .select_related("departure__trail__side")
            .defer("departure__trail__track")
        )

    def search_queryset(self, queryset):
        """Find by booking number, as read out, or by a part of the name."""
        if not self.is_searching:
            return queryset
        condition = Q(reference=read_reference(self.search_query[:20]))
        for name in any_case(self.search_query):
            condition |= Q(name__contains=name)
        return queryset.filter(condition)

    def when(self, booking: Booking) -> str:
        return staff_when_text(booking.departure, person_zone(self.request.user))

    @cached_property
    def columns(self):
        title_class = self._get_title_column_class(generic.models.TitleColumn)
        return [
            title_class(
                "reference",
                label=gettext_lazy("Booking number"),
                accessor="reference",
                sort_key="reference",
                get_url=self.get_inspect_url,
            ),
            Column("name", label=pgettext_lazy("person", "Name"), accessor="name", sort_key="name"),
            Column("trail", label=gettext_lazy("Trail"), accessor="departure.trail"),
            Column(
                "start",
                label=pgettext_lazy("departure", "Start"),
                accessor=self.when,
                sort_key="departure__starts_at",
            ),
            Column(
                "party",
                label=gettext_lazy("Party"),
                accessor=lambda booking: party_text(booking.adults, booking.children),
                sort_key="party_size",
            ),
            Column(
                "state",
                label=gettext_lazy("State"),
                accessor=lambda booking: booking.get_state_display(),
                sort_key="state",
            ),
            DateColumn("created_at", label=gettext_lazy("Booked"), sort_key="created_at"),
        ]

    def as_spreadsheet(self, queryset, spreadsheet_format):
        history.record(
            EventKind.EXPORTED,
            staff_actor(self.request.user),
            timezone.now(),
            count=len(queryset),
            format=spreadsheet_format,
            side=self.request.user.side,
        )
        return super().as_spreadsheet(queryset, spreadsheet_format)


class BookingInspectView(OfOwnSide, generic.InspectView):
    """One booking with its mails and its history."""

    any_permission_required = ["view"]
    template_name = "bookings/staff/booking.html"

    def records(self):
        return super().records().select_related("departure__trail__side")

    def get_fields(self):
        return []

    @cached_property
    def header_buttons(self):
        """Show openly the one thing that staff do to a booking."""
        if not (self.object.is_live and self.user_has_permission("change")):
            return []
        url = reverse("booking:cancel", args=[quote(self.object.pk)])
        return [HeaderButton(_("Cancel booking"), url=url, icon_name="cross")]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        booking = self.object
        context.update(
            when=when_text(booking.departure),
            party=party_text(booking.adults, booking.children),
            passports=passports_text(booking.nationality_groups),
            phone=readable(booking.phone),
            events=booking.events.all(),
            mails=booking.mails.all(),
        )
        return context


class CancelBookingView(OfOwnSide, generic.InspectView):
    page_title = gettext_lazy("Cancel booking")
    template_name = "bookings/staff/action.html"
    any_permission_required = None
    permission_required = "change"

    def records(self):
        return super().records().select_related("departure__trail__side")

    def get_fields(self):
        return []

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        booking = self.object
        context = self.get_context_data(
            subject=f"{booking.reference} · {booking.departure.trail}",
            when=when_text(booking.departure),
            submit_label=_("Cancel the booking and tell the party"),
            is_dangerous=True,
            back_url=reverse("booking:inspect", args=[quote(booking.pk)]),
        )
        return render(request, self.template_name, context)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            services.cancel_booking(self.object.pk, staff_actor(request.user))
            messages.success(request, _("The booking is cancelled; the party is told by e-mail."))
        except BookingError as error:
            messages.error(request, error.message)
        return redirect(reverse("booking:inspect", args=[quote(self.object.pk)]))


class BookingViewSet(ModelViewSet):
    """Bookings are made by visitors; staff look them up, export and cancel them."""

    model = Booking
    name = "booking"
    icon = "group"
    menu_label = gettext_lazy("Bookings")
    menu_order = 200
    ordering = ["-created_at", "-pk"]
    list_per_page = 50
    filterset_class = BookingFilterSet
    search_backend_name = None
    search_fields = ["reference", "name"]
    list_export = [
        "reference",
        "departure.trail",
        "departure.local_start",
        "adults",
        "children",
        "name",
        "email",
        "phone",
        "get_language_display",
        "get_state_display",
        "created_at",
    ]
    export_headings = {
        "departure.trail": gettext_lazy("Trail"),
        "departure.local_start": gettext_lazy("Start, trail’s own time"),
        "get_language_display": gettext_lazy("Language"),
        "get_state_display": gettext_lazy("State"),
    }
    export_filename = "bookings"
    form_fields = ["adults"]
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = BookingIndexView
    inspect_view_class = BookingInspectView
    inspect_template_name = "bookings/staff/booking.html"

    def get_common_view_kwargs(self, **kwargs):
        nowhere = dict.fromkeys(
            [
                "add_url_name",
                "edit_url_name",
                "delete_url_name",
                "history_url_name",
                "usage_url_name",
            ]
        )
        return super().get_common_view_kwargs(**{**nowhere, **kwargs})

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("cancel/<int:pk>/", self.construct_view(CancelBookingView), name="cancel"),
        ]

    def register_admin_url_finder(self) -> None:
        """Register none: no other screen links to a booking."""
