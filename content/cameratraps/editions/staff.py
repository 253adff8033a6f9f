"""The screens of editions: make one, see what is in it, agree to it for one's own side, pull it back."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from content.base.choices import Licence
from content.base.facts import fact_text
from content.cameratraps.editions import services
from content.cameratraps.editions.words import contents_of, years_of
from content.cameratraps.models import Edition, Zone
from content.cameratraps.models.editions import NAME, OPEN_LICENCES

PUBLISH = "cameratraps.publish_edition"
LISTED = 50


class EditionForm(forms.Form):
    """The name of a new edition and the terms of its data."""

    name = forms.CharField(
        label=pgettext_lazy("edition", "Name"),
        max_length=40,
        validators=[NAME],
        help_text=gettext_lazy(
            "It is cited and stands in the address, such as 2026-1; never used again."
        ),
    )
    licence = forms.ChoiceField(
        label=gettext_lazy("Licence of the data"), choices=OPEN_LICENCES, initial=Licence.CC_BY
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(PUBLISH, raise_exception=True)
def editions(request: HttpRequest) -> HttpResponse:
    """List the editions; on POST make one of what is public today."""
    form = EditionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.make_edition(user=request.user, **form.cleaned_data)
        except ValidationError as error:
            _add_errors(form, error)
        else:
            messages.success(request, _("The edition is made. Both sides have to agree to it."))
            return redirect("cameratraps_edition", pk=made.pk)
    context = {"form": form, "editions": Edition.objects.prefetch_related("approvals")[:LISTED]}
    return render(request, "cameratraps/staff/editions.html", _titled(context, _("Editions")))


def _add_errors(form: EditionForm, error: ValidationError) -> None:
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(PUBLISH, raise_exception=True)
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one edition; on POST agree to it for the own side, or pull it back."""
    found = get_object_or_404(Edition.objects.select_related("made_by"), pk=pk)
    problem = ""
    if request.method == "POST":
        try:
            _act(request, found)
            return redirect("cameratraps_edition", pk=pk)
        except ValidationError as error:
            problem = " ".join(error.messages)
    approvals = list(found.approvals.select_related("side", "approved_by"))
    is_whole = bool(found.counts)
    context = {
        "edition": found,
        "approvals": approvals,
        "contents": contents_of(found) if is_whole else [],
        "years": years_of(found) if is_whole else "",
        "size": filesizeformat(found.size),
        "left_out": _left_out(found),
        "own_side": request.user.side,
        "has_own": request.user.side in {approval.side_id for approval in approvals},
        "problem": problem,
    }
    crumbs = [{"url": reverse("cameratraps_editions"), "label": _("Editions")}]
    return render(request, "cameratraps/staff/edition.html", _titled(context, found.name, crumbs))


def _act(request: HttpRequest, found: Edition) -> None:
    if not request.user.side:
        raise PermissionDenied
    if "withdraw" in request.POST:
        services.withdraw_edition(found, request.user)
        messages.success(request, _("Pulled back: the file is gone, and the page says so."))
        return
    approved = services.approve_edition(found, request.user)
    told = _("Published.") if approved.is_public else _("Your side has agreed.")
    messages.success(request, told)


def _left_out(found: Edition) -> list[str]:
    """Return the zones without an outline, each with how many visits were left out for it."""
    left_out = found.counts.get("left_out", {})
    zones = Zone.objects.filter(code__in=left_out) if left_out else []
    return [f"{fact_text(zone, 'name').text} · {left_out[zone.code]}" for zone in zones]


def _titled(context: dict, title: str, crumbs: list | None = None) -> dict:
    return {
        **context,
        "page_title": title,
        "header_title": title,
        "header_icon": "download",
        "breadcrumbs_items": [*(crumbs or []), {"url": "", "label": title}],
    }


@require_safe
@permission_required(PUBLISH, raise_exception=True)
def edition_file(request: HttpRequest, pk: int) -> FileResponse:
    """Give the file to those who have to agree to it."""
    found = get_object_or_404(Edition, pk=pk)
    if not found.file:
        raise Http404
    return FileResponse(
        found.file.open("rb"), as_attachment=True, filename=f"land-of-big-cats-{found.name}.zip"
    )


URLS = [
    path("camera-traps/editions/", editions, name="cameratraps_editions"),
    path("camera-traps/editions/<int:pk>/", edition, name="cameratraps_edition"),
    path("camera-traps/editions/<int:pk>/file/", edition_file, name="cameratraps_edition_file"),
]
