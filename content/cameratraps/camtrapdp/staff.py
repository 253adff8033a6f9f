"""The screens of packages: check one, import it, see how far it has come, and what came before."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from content.base.choices import SideCode
from content.cameratraps.camtrapdp.background import import_beside, kept_open
from content.cameratraps.camtrapdp.claims import claim_import
from content.cameratraps.camtrapdp.importing import Report, check_package
from content.cameratraps.camtrapdp.problems import PackageRefusedError
from content.cameratraps.camtrapdp.words import counted, unknown_line
from content.cameratraps.models import PackageImport

IMPORT = "cameratraps.add_event"
LISTED = 50


class PackageForm(forms.Form):
    """A package and whose it is; for people of one side it is theirs."""

    package = forms.FileField(
        label=gettext_lazy("Camtrap DP package"),
        help_text=gettext_lazy("A ZIP archive, version 1.0, 1.0.1 or 1.0.2."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )
    side = forms.ChoiceField(label=gettext_lazy("Side"), choices=SideCode.choices)

    def __init__(self, *args, user_side: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user_side = user_side
        if user_side:
            del self.fields["side"]

    @property
    def chosen_side(self) -> str:
        return self.user_side or self.cleaned_data["side"]


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(IMPORT, raise_exception=True)
def packages(request: HttpRequest) -> HttpResponse:
    """List the imports of the own side; on POST check a package, and import it when that was asked for."""
    form = PackageForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        user_side=request.user.side,
    )
    report = None
    if request.method == "POST" and form.is_valid():
        try:
            report = check_package(kept_open(form.cleaned_data["package"]), form.chosen_side)
            if "import" in request.POST and not report.is_refused:
                return _begin(request, form)
        except PackageRefusedError as error:
            form.add_error("package", error)
    return render(request, "cameratraps/staff/packages.html", _context(request, form, report))


def _begin(request: HttpRequest, form: PackageForm) -> HttpResponse:
    record = claim_import(form.chosen_side, request.user)
    import_beside(kept_open(form.cleaned_data["package"]), record)
    return redirect("cameratraps_package", pk=record.pk)


@require_safe
@permission_required(IMPORT, raise_exception=True)
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far an import has come, or how it ended."""
    record = get_object_or_404(PackageImport.objects.select_related("side", "started_by"), pk=pk)
    if request.user.side and record.side_id != request.user.side:
        raise PermissionDenied
    return render(
        request,
        "cameratraps/staff/package.html",
        {
            "record": record,
            "numbers": counted(record.counts),
            "unknown": _unknown(record.counts.get("unknown", {})),
            "page_title": _("Import of a package"),
            "header_title": _("Import of a package"),
            "header_icon": "download",
            "breadcrumbs_items": [
                {"url": reverse("cameratraps_packages"), "label": _("Packages")},
                {"url": "", "label": _("Import of a package")},
            ],
        },
    )


def _context(request: HttpRequest, form: PackageForm, report: Report | None) -> dict:
    return {
        "form": form,
        "report": report,
        "numbers": counted(report.counts) if report and not report.is_refused else [],
        "unknown": _unknown(report.unknown) if report else [],
        "hidden": report.problems.count - len(report.problems.shown) if report else 0,
        "imports": _imports(request.user)[:LISTED],
        "page_title": _("Packages"),
        "header_title": _("Packages"),
        "header_icon": "download",
        "breadcrumbs_items": [{"url": "", "label": _("Packages")}],
    }


def _imports(user) -> QuerySet[PackageImport]:
    imports = PackageImport.objects.select_related("side", "started_by")
    return imports.filter(side_id=user.side) if user.side else imports


def _unknown(names: dict[str, int]) -> list[str]:
    return [unknown_line(name, number) for name, number in names.items()]


URLS = [
    path("camera-traps/packages/", packages, name="cameratraps_packages"),
    path("camera-traps/packages/<int:pk>/", package, name="cameratraps_package"),
]
