"""What the office does about the persons of one booking: their permits, their documents, who stays at home."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bookings import naming, people, permits
from bookings.permit_words import PersonLine, person_lines, undecided
from bookings.staff_views.booking_actions import BookingActionView
from bookings.staff_views.permit_form import PermitsForm, WithoutPersonForm
from content.base.formats import format_date


def changed_text(count: int) -> str:
    """Return for how many permits something was noted."""
    said = ngettext(
        "%(count)d permit noted. The party is told by e-mail once everything is decided.",
        "%(count)d permits noted. The party is told by e-mail once everything is decided.",
        count,
    )
    return said % {"count": count}


class OfPersons(BookingActionView):
    """An action whose form knows the persons of the booking."""

    @cached_property
    def people(self) -> list[PersonLine]:
        return person_lines(self.object.departure, [self.object])

    @property
    def nothing(self) -> str:
        return "" if self.people else _("Nobody of this party is known person by person.")

    def form_arguments(self) -> dict:
        return {"people": self.people}


class DecidePermitsView(OfPersons):
    """Person by person; whoever still waits for a word is ticked."""

    page_title = gettext_lazy("Decide person by person")
    submit_label = gettext_lazy("Note it for the persons ticked")
    action_form_class = PermitsForm

    def initial(self) -> dict:
        return {"cases": [case.key for case in undecided(self.people)]}

    def act(self, form: PermitsForm) -> str:
        said = form.cleaned_data
        count = permits.decide_cases(
            self.object.pk, said["cases"], said["state"], self.actor, said["reason"]
        )
        return changed_text(count)


class WithoutPersonView(OfPersons):
    page_title = gettext_lazy("Let the party go without one person")
    submit_label = gettext_lazy("Free the place, delete name and papers, tell the party")
    action_form_class = WithoutPersonForm
    is_dangerous = True

    def initial(self) -> dict:
        refused = [
            line.number
            for line in self.people
            if any(case.state in ("refused", "expired") for case in line.cases)
        ]
        return {"number": refused[0]} if len(refused) == 1 else {}

    def act(self, form: WithoutPersonForm) -> str:
        naming.take_out(self.object.pk, form.cleaned_data["number"], self.actor)
        return _("The party goes without this person and is told by e-mail.")


class DocumentsView(OfPersons):
    """Open the documents of a party: asked once more, because every reading stays in the history."""

    page_title = gettext_lazy("Read the documents")
    submit_label = gettext_lazy("Show them; the reading is recorded with my name")
    action_form_class = PermitsForm

    @property
    def nothing(self) -> str:
        has_any = any(line.document for line in self.people)
        return "" if has_any else _("No document is stored for this party.")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._page(None)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        rows = list(self.object.participants.select_related("document"))
        found = people.read_papers(self.object, rows, self.actor, timezone.now())
        context = self.get_context_data(
            subject=self.subject(),
            when=self.when(),
            back_url=self.record_url,
            people=[(one, found[one.pk], _born(found[one.pk])) for one in rows if one.pk in found],
        )
        response = render(request, "bookings/staff/documents.html", context)
        response.headers["Cache-Control"] = "no-store, private"
        return response


def _born(papers) -> str:
    return format_date(papers.birth_date, "medium")
