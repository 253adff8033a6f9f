"""The decision about one visit: what is seen, what must be looked for, and the two sides' answers."""

from collections.abc import Callable

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from content.base.viewsets import FactEditView
from content.cameratraps import services, words
from content.cameratraps.agreement import hindrances, mark_of, seen_in
from content.cameratraps.checklist import TREATMENTS
from content.cameratraps.decision_forms import ConfirmForm, EmbargoForm, ReasonForm, ReleaseForm
from content.cameratraps.models import Event
from content.cameratraps.staff_lists import staff_events, state_of

RELEASE = "cameratraps.release_event"


class EventEditView(FactEditView):
    """Saving an edit to what was released takes both releases back."""

    def save_instance(self):
        had_releases = self.object.releases.exists()
        event = super().save_instance()
        if self.form.changes_what_is_shown:
            services.withdraw_all(event, self.request.user)
        if had_releases and not event.releases.exists():
            messages.warning(
                self.request,
                _("What can be seen has changed: both sides have to release this visit again."),
            )
        return event


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(RELEASE, raise_exception=True)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a visit with its state; on POST say the word of the user's own side, or take it back."""
    event = get_object_or_404(staff_events(), pk=pk)
    decision = Decision(request, event)
    if request.method == "POST" and decision.is_taken():
        return redirect("cameratraps_release", pk=pk)
    return render(request, "cameratraps/staff/release.html", decision.context())


class Decision:
    """One curator's answer about one visit: which form was sent, and what it asks for."""

    def __init__(self, request: HttpRequest, event: Event) -> None:
        self.request, self.event = request, event
        self.own = next(
            (one for one in event.all_releases if one.side_id == request.user.side), None
        )
        self.form = self._form(self._release_form, "release", "confirm")
        self.refusal = self._form(ReasonForm, "refuse")
        self.embargo = self._form(EmbargoForm, "embargo")

    def _release_form(self, data) -> Form:
        if self.own:
            return ConfirmForm(data)
        mark = mark_of(seen_in(self.event))
        return ReleaseForm(data, initial={"seen": mark}, earliest=self.event.earliest_release)

    def _form(self, make: Callable, *names: str) -> Form:
        posted = self.request.method == "POST" and any(name in self.request.POST for name in names)
        return make(self.request.POST if posted else None)

    def is_taken(self) -> bool:
        """Do what was asked; False when it was refused, with the reason in the form or in a message."""
        if not self.request.user.side:
            raise PermissionDenied
        asked = next((name for name in self._verbs() if name in self.request.POST), "")
        if not asked:
            return False
        form, verb, done = self._verbs()[asked]
        if form is not None and not form.is_valid():
            return False
        try:
            verb()
        except ValidationError as error:
            if form is None:
                messages.error(self.request, " ".join(error.messages))
            else:
                form.add_error(None, error)
            return False
        messages.success(self.request, done)
        return True

    def _verbs(self) -> dict[str, tuple[Form | None, Callable, str]]:
        event, user = self.event, self.request.user
        return {
            "release": (self.form, self._release, _("Released for your side.")),
            "confirm": (
                self.form,
                lambda: services.confirm_release(event, user, **self.form.said),
                _("Noted: your side has looked again."),
            ),
            "withdraw": (
                None,
                lambda: services.withdraw_release(event, user),
                _("Taken back: the visit is gone from every page."),
            ),
            "refuse": (
                self.refusal,
                lambda: services.refuse_release(event, user, **self.refusal.cleaned_data),
                _("Refused: nobody sees the visit."),
            ),
            "take_back_refusal": (
                None,
                lambda: services.take_back_refusal(event, user),
                _("Your side’s refusal is taken back. It can be released now."),
            ),
            "ask_again": (
                None,
                lambda: services.ask_again(event, user),
                _("The other side is asked again."),
            ),
            "embargo": (
                self.embargo,
                lambda: services.change_embargo(event, user, self.embargo.cleaned_data["until"]),
                _("Noted. An earlier day holds once both sides have asked for it."),
            ),
        }

    def _release(self) -> None:
        seen = self.form.cleaned_data.get("seen") or None
        services.release_event(self.event, self.request.user, seen=seen, **self.form.said)

    def context(self) -> dict:
        """Return what the screen shows."""
        event, user = self.event, self.request.user
        return {
            "event": event,
            "form": self.form,
            "refusal_form": self.refusal,
            "embargo_form": self.embargo,
            "frames": event.all_frames,
            "meta": words.meta_of(event),
            "state": state_of(event),
            "releases": event.all_releases,
            "refusals": event.all_refusals,
            "hindrances": hindrances(event),
            "treatments": TREATMENTS.values(),
            "own_side": user.side,
            "own": self.own,
            "own_refusal": any(one.side_id == user.side for one in event.all_refusals),
            "others_refusal": any(one.side_id != user.side for one in event.all_refusals),
            "history": _history(event),
            "page_title": _("Release"),
            "header_title": _("Release"),
            "header_icon": "check",
            "breadcrumbs_items": [
                {
                    "url": reverse(Event.snippet_viewset.get_url_name("list")),
                    "label": Event._meta.verbose_name_plural,
                },
                {"url": "", "label": str(event)},
            ],
        }


def _history(event: Event) -> str:
    return reverse(Event.snippet_viewset.get_url_name("history"), args=[event.pk])
