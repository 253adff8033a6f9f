import time
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from content.base.choices import SideCode
from content.cameratraps.camtrapdp import check_package, import_package
from content.cameratraps.camtrapdp.detections import Detections
from content.cameratraps.camtrapdp.importing import Report
from content.cameratraps.camtrapdp.problems import PackageRefusedError
from content.cameratraps.camtrapdp.words import counted, problem_line, unknown_line

PACKAGE_COUNTS = {"deployments", "media", "observations", "people", "vehicles", "blanks", "setups"}
PACKAGE_COUNTS |= {"files_here", "files_elsewhere"}


class Command(BaseCommand):
    help = (
        "Import a Camtrap DP package (folder, ZIP archive or datapackage.json) as drafts of visits."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", help="folder, ZIP archive or datapackage.json")
        parser.add_argument(
            "--side",
            choices=SideCode.values,
            help="whose package; else found by the zones, both too",
        )
        parser.add_argument("--dry-run", action="store_true", help="check and count, write nothing")
        parser.add_argument(
            "--language", default="en", choices=[code for code, _name in settings.LANGUAGES]
        )

        parser.add_argument("--detections", help="results of MegaDetector for the frames (JSON)")

    def handle(self, *args, **options) -> None:
        begun = time.monotonic()
        with translation.override(options["language"]):
            try:
                report = self._report(options)
            except PackageRefusedError as error:
                raise CommandError(" ".join(error.messages)) from error
            self._tell(report)
            if report.is_refused:
                raise CommandError(_("The package was refused; nothing was written."))
            if options["dry_run"]:
                self.stdout.write(_("Only checked: nothing was written."))
        seconds = max(time.monotonic() - begun, 0.001)
        rows = report.counts["media"] + report.counts["observations"]
        self.stdout.write(f"{seconds:.1f} s, {rows / seconds:.0f} rows/s")

    def _report(self, options: dict) -> Report:
        """Check or import for one side; without a side for each on which deployments lie, all checked before any."""
        path, side = options["path"], options["side"]
        detections = Detections(options["detections"])
        if side:
            return self._one(options, side, detections)
        report = check_package(path)
        if report.is_refused or (options["dry_run"] and len(report.sides) == 1):
            return report
        of_both = len(report.sides) > 1
        for one in report.sides:
            _add(report, self._one(options, one, detections, of_both=of_both))
        return report

    def _one(
        self, options: dict, side: str, detections: Detections, *, of_both: bool = False
    ) -> Report:
        if options["dry_run"]:
            return check_package(options["path"], side, of_both=of_both)
        return import_package(options["path"], side, detections=detections, of_both=of_both)

    def _tell(self, report: Report) -> None:
        for problem in report.problems.shown:
            self.stderr.write(problem_line(problem))
        hidden = report.problems.count - len(report.problems.shown)
        if hidden:
            self.stderr.write(_("… and %(number)d more.") % {"number": hidden})
        for label, number in counted(report.counts):
            self.stdout.write(f"{label}: {number}")
        for name, number in report.unknown.items():
            self.stdout.write(f"  {unknown_line(name, number)}")


def _add(whole: Report, part: Report) -> None:
    """Add what one side's import has done to the report of the whole package, which has counted what is in it."""
    for name, number in part.counts.items():
        if name not in PACKAGE_COUNTS:
            whole.counts[name] = whole.counts.get(name, 0) + number
    for name, number in part.unknown.items():
        whole.unknown[name] = whole.unknown.get(name, 0) + number
