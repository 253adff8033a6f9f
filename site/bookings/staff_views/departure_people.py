"""The persons of a departure with their permits, many decided at once; and the list for the border service."""

from collections import Counter

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings import border_list, permits
from bookings.errors import BookingError
from bookings.models import Booking, PermitState
from bookings.parties import staff_actor
from bookings.permit_words import PersonLine, person_lines
from bookings.staff_errors import NothingToDecide
from bookings.staff_views.departure_actions import DepartureActionView
from bookings.staff_views.permit_actions import changed_text
from bookings.staff_views.permit_form import PermitsForm


class ForOfficers(DepartureActionView):
    """Let in who may change bookings: a departure alone names nobody."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.has_perm("bookings.change_booking"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def actor(self):
        return staff_actor(self.request.user)


class DeparturePeopleView(ForOfficers):
    page_title = gettext_lazy("Persons and papers")
    submit_label = gettext_lazy("Note it for the persons ticked")
    template_name = "bookings/staff/departure_people.html"
    action_form_class = PermitsForm

    @cached_property
    def bookings(self) -> list[Booking]:
        return list(self.object.bookings.live().order_by("created_at", "pk"))

    @cached_property
    def people(self) -> list[PersonLine]:
        return person_lines(self.object, self.bookings)

    @property
    def nothing(self) -> str:
        return "" if self.people else _("Nobody on this departure is known person by person.")

    def form_arguments(self) -> dict:
        return {"people": self.people}

    def act(self, form: PermitsForm) -> str:
        """Note it party by party; those for whom it is not possible stay as they are."""
        said, changed = form.cleaned_data, 0
        refused: BookingError = NothingToDecide()
        for booking in self.bookings:
            wanted = [
                case.key
                for line in self.people
                for case in line.cases
                if line.booking == booking and case.key in said["cases"]
            ]
            if not wanted:
                continue
            try:
                changed += permits.decide_cases(
                    booking.pk, wanted, said["state"], self.actor, said["reason"]
                )
            except BookingError as error:
                refused = error
        if not changed:
            raise refused
        return changed_text(changed)

    @property
    def done_url(self) -> str:
        return reverse("departure:people", args=[quote(self.object.pk)])

    def _ticked(self) -> set[int]:
        """Return the permits that were ticked, or all of the state that a link above the table asks for."""
        typed = self.request.POST.getlist("cases")
        if self.request.method == "POST":
            return {int(key) for key in typed if key.isdecimal()}
        state = self.request.GET.get("tick", "")
        return {case.key for line in self.people for case in line.cases if case.state == state}

    def _choices(self) -> list[tuple[str, str, int]]:
        """Return each state that somebody's permit is in, in words, with how many are."""
        counted = Counter(case.state for line in self.people for case in line.cases)
        return [
            (state.value, capfirst(state.label), counted[state])
            for state in PermitState
            if counted[state]
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            people=self.people,
            ticked=self._ticked(),
            choices=self._choices(),
            list_url=reverse("departure:border_list", args=[quote(self.object.pk)]),
            **kwargs,
        )


class BorderListView(ForOfficers):
    """The list for the border service, as PDF, a spreadsheet or a page to print; making it is recorded."""

    page_title = gettext_lazy("List for the border service")
    action_form_class = PermitsForm

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect("departure:people", self.object.pk)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        made = border_list.make(self.object, self.actor, timezone.now())
        match request.POST.get("as"):
            case "pdf":
                response = self._file(border_list.pdf(made), border_list.PDF, "pdf")
            case "xlsx":
                response = self._file(border_list.spreadsheet(made), border_list.XLSX, "xlsx")
            case _:
                response = render(request, "bookings/staff/border_list.html", {"list": made})
        response.headers["Cache-Control"] = "no-store, private"
        return response

    def _file(self, content: bytes, content_type: str, ending: str) -> HttpResponse:
        name = f"border-list-{self.object.pk}.{ending}"
        return HttpResponse(
            content,
            content_type=content_type,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )
