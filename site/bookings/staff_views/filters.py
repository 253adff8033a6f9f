import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from bookings.models import (
    Booking,
    BookingState,
    Departure,
    DepartureSeries,
    DepartureState,
    Guide,
    PermitCase,
    PermitState,
)
from bookings.queries import by_deadline, needing_decision, with_unsent_mail
from content.base.choices import SideCode
from content.trails.models import Trail

EVERY_STATE = "all"


def trails_of_user(request):
    """Return the trails a member of staff may choose from."""
    trails = Trail.objects.order_by("order")
    side = request.user.side
    return trails.filter(side_id=side) if side else trails


def departures_of_user(request):
    return Departure.objects.with_trail().of_side(request.user.side).order_by("-starts_at")


class DepartureFilterSet(WagtailFilterSet):
    side = django_filters.ChoiceFilter(
        label=_("Side"), field_name="side_id", choices=SideCode.choices
    )
    trail = django_filters.ModelChoiceFilter(label=_("Trail"), queryset=trails_of_user)
    starts_at = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)
    state = django_filters.ChoiceFilter(label=_("State"), choices=DepartureState.choices)
    needs_decision = django_filters.ChoiceFilter(
        label=_("Decision"),
        choices=[("true", _("needs a decision"))],
        method="filter_decision",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Departure
        fields = ["side", "trail", "starts_at", "state"]

    def filter_decision(self, departures: QuerySet, _name: str, _value: str) -> QuerySet:
        return needing_decision(departures, timezone.now())


class SeriesFilterSet(WagtailFilterSet):
    side = django_filters.ChoiceFilter(
        label=_("Side"), field_name="side_id", choices=SideCode.choices
    )
    trail = django_filters.ModelChoiceFilter(label=_("Trail"), queryset=trails_of_user)

    class Meta:
        model = DepartureSeries
        fields = ["side", "trail"]


class GuideFilterSet(WagtailFilterSet):
    side = django_filters.ChoiceFilter(
        label=_("Side"), field_name="side_id", choices=SideCode.choices
    )

    class Meta:
        model = Guide
        fields = ["side", "is_active"]


def state_choices() -> list[tuple[str, str]]:
    """Return the states, what waits for the staff first; a mere hold is in no list."""
    first = (BookingState.PERMIT_REVIEW, _("To decide: papers being looked at"))
    others = [
        (state, capfirst(state.label))
        for state in BookingState
        if state not in (BookingState.PERMIT_REVIEW, BookingState.HELD)
    ]
    return [first, *others, (EVERY_STATE, _("All, with those that ran out"))]


class BookingFilterSet(WagtailFilterSet):
    departure = django_filters.ModelChoiceFilter(label=_("Departure"), queryset=departures_of_user)
    trail = django_filters.ModelChoiceFilter(
        label=_("Trail"), field_name="departure__trail", queryset=trails_of_user
    )
    day = django_filters.DateFromToRangeFilter(
        label=_("Day of the walk"), field_name="departure__starts_at", widget=DateRangePickerWidget
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=state_choices, method="filter_state"
    )
    papers = django_filters.ChoiceFilter(
        label=_("Permits"),
        choices=[(state, capfirst(state.label)) for state in PermitState],
        method="filter_papers",
    )
    mail = django_filters.ChoiceFilter(
        label=_("E-mail"),
        choices=[("unsent", _("could not be sent"))],
        method="filter_mail",
        widget=forms.RadioSelect,
    )
    refund = django_filters.ChoiceFilter(
        label=_("Refund"),
        choices=[("open", _("still to be paid back"))],
        method="filter_refund",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Booking
        fields = ["departure", "trail", "day", "state"]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Leave out what ran out, unless somebody asks for a state, for lost mails or for one booking."""
        asked = self.form.cleaned_data
        if not (asked.get("state") or asked.get("mail") or self.request.GET.get("q")):
            queryset = queryset.exclude(state=BookingState.EXPIRED)
        return super().filter_queryset(queryset)

    def filter_state(self, bookings: QuerySet, _name: str, value: str) -> QuerySet:
        return bookings if value == EVERY_STATE else bookings.filter(state=value)

    def filter_papers(self, bookings: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep the parties with such a permit, the one with the nearest deadline first."""
        cases = PermitCase.objects.filter(participant__booking=OuterRef("pk"), state=value)
        return by_deadline(bookings.filter(Exists(cases)))

    def filter_refund(self, bookings: QuerySet, _name: str, _value: str) -> QuerySet:
        return bookings.filter(refunds__paid_at=None, refunds__isnull=False).distinct()

    def filter_mail(self, bookings: QuerySet, _name: str, _value: str) -> QuerySet:
        return with_unsent_mail(bookings)
