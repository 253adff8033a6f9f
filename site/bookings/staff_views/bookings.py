"""The staff screens of bookings: look up, export, open. The persons are seen here and nowhere else."""

from django.contrib.admin.utils import quote
from django.db.models import Q
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from bookings import history
from bookings.models import Booking, BookingState, EventKind
from bookings.papers import papers_for, passports_text
from bookings.parties import staff_actor
from bookings.permit_words import person_lines
from bookings.phones import readable
from bookings.references import read_reference
from bookings.refunds import owed_to
from bookings.staff_views.booking_actions import (
    AcceptPapersView,
    CancelBookingView,
    MoveBookingView,
    RefusePapersView,
    moves,
)
from bookings.staff_views.booking_changes import PayBackView, RefundView, SplitBookingView
from bookings.staff_views.filters import BookingFilterSet
from bookings.staff_views.permit_actions import (
    DecidePermitsView,
    DocumentsView,
    WithoutPersonView,
)
from bookings.staff_views.scoping import OfOwnSide
from bookings.staff_views.viewset import BookingModelViewSet
from bookings.waiting import rank
from bookings.wording import held_until_text, party_text, staff_when_text, when_text
from bookings.zones import person_zone
from content.base.formats import format_money

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
        return super().get_base_queryset().with_contact().with_trail()

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
                accessor=lambda booking: capfirst(booking.get_state_display()),
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
    """One booking with what can be done about it, its mails and its history."""

    any_permission_required = ["view"]
    template_name = "bookings/staff/booking.html"

    def records(self):
        return super().records().with_trail()

    def get_fields(self):
        return []

    @cached_property
    def header_buttons(self):
        """Show openly what is done most; a decision stands with its papers, another date with the departure."""
        booking = self.object
        if not (booking.is_pending and booking.consent_at and self.user_has_permission("change")):
            return []
        return [HeaderButton(_("Cancel booking"), url=self._url("cancel"), icon_name="cross")]

    @cached_property
    def header_more_buttons(self):
        booking = self.object
        if not (booking.consent_at and self.user_has_permission("change")):
            return []
        is_ahead = booking.is_live and booking.departure.starts_at > timezone.now()
        wanted = [
            ("split", _("Split the booking"), "copy", is_ahead and booking.adults > 1),
            ("refund", _("Note a refund"), "order", True),
            ("pay_back", _("Pay the refund out"), "check", bool(owed_to(booking))),
        ]
        return [
            Button(label, url=self._url(view), icon_name=icon, priority=10 * place)
            for place, (view, label, icon, is_shown) in enumerate(wanted, start=1)
            if is_shown
        ]

    def _url(self, view: str) -> str:
        return reverse(f"booking:{view}", args=[quote(self.object.pk)])

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        booking = self.object
        context.update(
            when=when_text(booking.departure),
            party=party_text(booking.adults, booking.children),
            passports=passports_text(booking.nationality_groups),
            papers=papers_for(booking.departure, booking.nationality_groups),
            rank=rank(booking) if booking.state == BookingState.WAITING else None,
            held_until=held_until_text(booking),
            moved_from=getattr(booking, "moved_from", None),
            refunds=[
                (note, format_money(note.amount, booking.departure.trail.currency))
                for note in booking.refunds.all()
            ],
            phone=readable(booking.phone),
            consents=booking.consents.all(),
            events=booking.events.all(),
            mails=booking.mails.all(),
        )
        context.update(self._of_persons())
        if moves(booking, timezone.now()) and self.user_has_permission("change"):
            context["move_url"] = self._url("move")
        if booking.state == BookingState.PERMIT_REVIEW and self.user_has_permission("change"):
            context["accept_url"] = self._url("accept_papers")
            context["refuse_url"] = self._url("refuse_papers")
        return context

    def _of_persons(self) -> dict:
        """Return the persons, where they are known, and what can be done about them."""
        if not self.object.nationality_groups:
            return {}
        people = person_lines(self.object.departure, [self.object])
        context: dict = {"people": people}
        if people and self.object.is_live and self.user_has_permission("change"):
            views = ["permits", "without"] if len(people) > 1 else ["permits"]
            views += ["documents"] if any(line.document for line in people) else []
            context |= {f"{view}_url": self._url(view) for view in views}
        return context


class BookingViewSet(BookingModelViewSet):
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
    unused_views = ("add", "edit")
    index_view_class = BookingIndexView
    inspect_view_class = BookingInspectView
    inspect_template_name = "bookings/staff/booking.html"

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("cancel/<int:pk>/", self.construct_view(CancelBookingView), name="cancel"),
            path("move/<int:pk>/", self.construct_view(MoveBookingView), name="move"),
            path("permits/<int:pk>/", self.construct_view(DecidePermitsView), name="permits"),
            path("without/<int:pk>/", self.construct_view(WithoutPersonView), name="without"),
            path("documents/<int:pk>/", self.construct_view(DocumentsView), name="documents"),
            path("split/<int:pk>/", self.construct_view(SplitBookingView), name="split"),
            path("refund/<int:pk>/", self.construct_view(RefundView), name="refund"),
            path("pay-back/<int:pk>/", self.construct_view(PayBackView), name="pay_back"),
            path("accept/<int:pk>/", self.construct_view(AcceptPapersView), name="accept_papers"),
            path("refuse/<int:pk>/", self.construct_view(RefusePapersView), name="refuse_papers"),
        ]

    def register_admin_url_finder(self) -> None:
        """Register none: no other screen links to a booking."""
