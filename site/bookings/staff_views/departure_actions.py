"""What staff do to one departure from its screen: cancel, guarantee, lead, copy, write to its parties."""

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bookings import announcing, guiding, pausing, scheduling, services
from bookings.parties import staff_actor
from bookings.references import new_key
from bookings.staff_views.action_forms import (
    CancelDepartureForm,
    CopyDepartureForm,
    GuidesForm,
    PauseForm,
)
from bookings.staff_views.action_view import ActionView
from bookings.staff_views.message_form import MessageForm
from bookings.wording import staff_name, when_text
from bookings.zones import person_zone


class DepartureActionView(ActionView):
    """A short form about one departure."""

    record_space = "departure"

    def get_page_subtitle(self):
        return staff_name(self.object, person_zone(self.request.user))

    def when(self) -> str:
        return when_text(self.object)


class CancelDepartureView(DepartureActionView):
    page_title = gettext_lazy("Cancel departure")
    submit_label = gettext_lazy("Cancel the departure and tell every party")
    action_form_class = CancelDepartureForm
    is_dangerous = True

    def act(self, form: CancelDepartureForm) -> str:
        told = services.cancel_departure(
            self.object.pk,
            form.cleaned_data["reason"],
            staff_actor(self.request.user),
            form.notes,
        )
        return ngettext(
            "The departure is cancelled; %(count)d party is told by e-mail.",
            "The departure is cancelled; %(count)d parties are told by e-mail.",
            told,
        ) % {"count": told}


class PauseView(DepartureActionView):
    page_title = gettext_lazy("Pause booking")
    submit_label = gettext_lazy("Pause booking and tell those who wait")
    action_form_class = PauseForm

    def act(self, form: PauseForm) -> str:
        told = pausing.pause_booking(self.object.pk, form.texts, staff_actor(self.request.user))
        return ngettext(
            "Booking is paused; %(count)d party that waits is told by e-mail.",
            "Booking is paused; %(count)d parties that wait are told by e-mail.",
            told,
        ) % {"count": told}


class ResumeView(DepartureActionView):
    page_title = gettext_lazy("Open booking again")
    submit_label = gettext_lazy("Open booking again")
    action_form_class = Form

    def act(self, form: Form) -> str:
        pausing.resume_booking(self.object.pk, staff_actor(self.request.user))
        return _("This walk can be booked again.")


class GuaranteeDepartureView(DepartureActionView):
    page_title = gettext_lazy("Let it take place all the same")
    submit_label = gettext_lazy("It takes place, however many have booked")
    action_form_class = Form

    def act(self, form: Form) -> str:
        scheduling.guarantee_departure(self.object.pk, staff_actor(self.request.user))
        return _("Visitors now read that this walk is guaranteed.")


class GuidesView(DepartureActionView):
    page_title = gettext_lazy("Choose guides")
    submit_label = gettext_lazy("Save the guides")
    action_form_class = GuidesForm

    def form_arguments(self) -> dict:
        return {"departure": self.object}

    def act(self, form: GuidesForm) -> str:
        chosen = form.cleaned_data["guides"]
        guiding.assign_guides(self.object.pk, chosen, staff_actor(self.request.user))
        return _("Guides saved.")


class CopyDepartureView(DepartureActionView):
    page_title = gettext_lazy("Copy to other days")
    submit_label = gettext_lazy("Copy")
    action_form_class = CopyDepartureForm

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not self.user_has_permission("add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def act(self, form: CopyDepartureForm) -> str:
        made = scheduling.copy_departure(self.object, form.days, staff_actor(self.request.user))
        return ngettext("%(count)d departure added.", "%(count)d departures added.", len(made)) % {
            "count": len(made)
        }


class MessageView(DepartureActionView):
    page_title = gettext_lazy("Write to the parties")
    submit_label = gettext_lazy("Send to every party")
    action_form_class = MessageForm

    def initial(self) -> dict:
        return {"key": new_key()}

    def act(self, form: MessageForm) -> str:
        actor = staff_actor(self.request.user)
        key = form.cleaned_data["key"]
        told = announcing.write_to_parties(self.object.pk, form.texts, actor, key)
        return ngettext(
            "The message goes to %(count)d party by e-mail.",
            "The message goes to %(count)d parties by e-mail.",
            told,
        ) % {"count": told}
