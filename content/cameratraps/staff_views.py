"""The release of a visit: what is seen, what must be looked for, and the two sides' answers."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from content.base.viewsets import FactEditView
from content.cameratraps import services, words
from content.cameratraps.models import Event
from content.cameratraps.staff_lists import staff_events, state_of

RELEASE = "cameratraps.release_event"


class ReleaseForm(forms.Form):
    """What a curator confirms and decides."""

    has_looked = forms.BooleanField(
        label=gettext_lazy("I have looked at every frame"),
        help_text=gettext_lazy(
            "No information strip, landmark, ridge line, river bend, road, tower or sign; no person, vehicle or "
            "other camera; no den with cubs; no collar number."
        ),
    )
    embargo_until = forms.DateField(
        label=gettext_lazy("Not public before"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Empty: 90 days after the end of the month of capture."),
    )
    review_on = forms.DateField(
        label=gettext_lazy("Look again on"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Empty: in two years."),
    )


class EventEditView(FactEditView):
    """Saving an edit to what was released takes both releases back."""

    def save_instance(self):
        event = super().save_instance()
        if self.form.changes_what_is_shown and services.withdraw_all(event, self.request.user):
            messages.warning(
                self.request,
                _("What can be seen has changed: both sides have to release this visit again."),
            )
        return event


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(RELEASE, raise_exception=True)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a visit with its state; on POST release it for the user's own side, or take that back."""
    event = get_object_or_404(staff_events(), pk=pk)
    form = ReleaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            if _act(request, event, form):
                return redirect("cameratraps_release", pk=pk)
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, "cameratraps/staff/release.html", _context(request, event, form))


def _act(request: HttpRequest, event: Event, form: ReleaseForm) -> bool:
    if not request.user.side:
        raise PermissionDenied
    if "withdraw" in request.POST:
        services.withdraw_release(event, request.user)
        messages.success(request, _("Taken back: the visit is gone from every page."))
        return True
    if not form.is_valid():
        return False
    services.release_event(
        event,
        request.user,
        embargo_until=form.cleaned_data["embargo_until"],
        review_on=form.cleaned_data["review_on"],
    )
    messages.success(request, _("Released for your side."))
    return True


def _context(request: HttpRequest, event: Event, form: ReleaseForm) -> dict:
    releases = {release.side_id: release for release in event.all_releases}
    listing = reverse(Event.snippet_viewset.get_url_name("list"))
    return {
        "event": event,
        "form": form,
        "frames": event.all_frames,
        "meta": words.meta_of(event),
        "state": state_of(event),
        "releases": event.all_releases,
        "own_side": request.user.side,
        "has_own_release": request.user.side in releases,
        "page_title": _("Release"),
        "header_title": _("Release"),
        "header_icon": "check",
        "breadcrumbs_items": [
            {"url": listing, "label": Event._meta.verbose_name_plural},
            {"url": "", "label": str(event)},
        ],
    }
