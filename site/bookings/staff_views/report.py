"""The screen after a walk: how many walked, what went wrong, which animals were met."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from bookings import databases, reporting
from bookings.errors import BookingError
from bookings.models import Departure, WalkReport
from bookings.parties import staff_actor
from bookings.staff_views.checkin import ForRangers
from bookings.staff_views.report_beginning import beginning_of
from bookings.staff_views.report_forms import HeadcountForm, IncidentLines, SightingLines
from bookings.wording import when_text
from content.base.screens import StaffScreen


class ReportView(ForRangers, StaffScreen):
    """One page about one walk of the own country; saving it again replaces what it said."""

    template_name = "bookings/staff/report.html"
    page_title = gettext_lazy("Report of the walk")
    header_icon = "clipboard-list"

    @cached_property
    def departure(self) -> Departure:
        alias = databases.alias_by_number(self.kwargs["pk"])
        own = Departure.objects.using(alias).with_trail().of_side(self.request.user.side)
        return get_object_or_404(own, pk=self.kwargs["pk"])

    @cached_property
    def report(self) -> WalkReport | None:
        return (
            WalkReport.objects.using(self.departure._state.db)
            .filter(departure=self.departure)
            .first()
        )

    def forms(self, data=None) -> dict:
        begun = None if data else beginning_of(self.departure, self.report)
        return {
            "form": HeadcountForm(data, initial=begun and begun.head),
            "incidents": IncidentLines(data, initial=begun and begun.incidents, prefix="incidents"),
            "sightings": SightingLines(data, initial=begun and begun.sightings, prefix="sightings"),
        }

    def get_context_data(self, **kwargs) -> dict:
        forms = {} if "form" in kwargs else self.forms()
        context = {
            "departure": self.departure,
            "when": when_text(self.departure),
            "report": self.report,
        }
        return super().get_context_data(**context, **forms, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        forms = self.forms(request.POST)
        are_right = [form.is_valid() for form in forms.values()]  # each says what is wrong with it
        if not all(are_right):
            return self.render_to_response(self.get_context_data(**forms))
        told = reporting.Told(
            forms["form"].cleaned_data["headcount"],
            [one for form in forms["incidents"] if (one := form.incident())],
            [one for form in forms["sightings"] if (one := form.sighting())],
            forms["form"].cleaned_data["notes"],
        )
        try:
            reporting.report_walk(self.departure.pk, told, staff_actor(request.user))
        except BookingError as error:
            forms["form"].add_error(None, error.message)
            return self.render_to_response(self.get_context_data(**forms))
        messages.success(request, _("The report is written. Thank you."))
        return redirect(reverse("check_in"))
