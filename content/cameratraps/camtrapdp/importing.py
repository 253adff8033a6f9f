"""From a package to drafts: check it whole; then rows all or nothing; then frames one by one, as far as they come."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from content.cameratraps.camtrapdp import claims
from content.cameratraps.camtrapdp.checking import CheckedPackage, read_package
from content.cameratraps.camtrapdp.detections import Detections
from content.cameratraps.camtrapdp.frames import take_frames
from content.cameratraps.camtrapdp.problems import PackageRefusedError, Problems
from content.cameratraps.camtrapdp.tally import tally
from content.cameratraps.camtrapdp.writing import Writer
from content.cameratraps.models import ImportState, PackageImport


@dataclass
class Report:
    """What a package holds and what has become of it, or why it was refused."""

    side: str
    problems: Problems
    sides: tuple[str, ...] = ()  # on which its deployments lie
    outside: list[str] = field(default_factory=list)  # shown to the curator, never stored
    counts: dict[str, int] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)  # name of an animal → visits left out
    record: PackageImport | None = None

    @property
    def is_refused(self) -> bool:
        return bool(self.problems)


def check_package(
    place: str | Path | BinaryIO, side: str | None = None, *, of_both: bool = False
) -> Report:
    """Say what an import would do; nothing is written. Raises PackageRefusedError.

    Of a package of both sides it tells what is in it; what would be new is asked for each side, with `of_both`.
    """
    with read_package(place, side, of_both=of_both) as package:
        report = _report(package)
        if not report.is_refused and (side or len(report.sides) == 1):
            writer = Writer(package)
            writer.preview()
            _add_counts(report, writer)
        return report


def import_package(
    place: str | Path | BinaryIO,
    side: str,
    user=None,
    *,
    record: PackageImport | None = None,
    detections: Detections | None = None,
    of_both: bool = False,
) -> Report:
    """Import a package for a side. Raises PackageRefusedError, or ImportRunningError while another one runs.

    `record` is a claim that was made before, `detections` are boxes for the frames. `of_both`: rows of the other side
    are left for its own import.
    """
    record = record or claims.claim_import(side, user)
    with _held(record), read_package(place, side, of_both=of_both) as package:
        report = _report(package)
        report.record = record
        if report.is_refused:
            claims.note_progress(record, ImportState.REFUSED, problems=report.problems.count)
            return report
        writer = Writer(package)
        writer.write()
        _add_counts(report, writer)
        claims.note_progress(record, ImportState.FRAMES, **report.counts, unknown=report.unknown)
        report.counts |= take_frames(package, record, detections or Detections())
        claims.note_progress(record, ImportState.DONE, **report.counts)
        return report


@contextmanager
def _held(record: PackageImport) -> Iterator[None]:
    """Hold a claim; however it ends, give it back and say how it ended."""
    try:
        yield
    except PackageRefusedError:
        record.state = ImportState.REFUSED
        raise
    finally:
        ended = record.state in (ImportState.DONE, ImportState.REFUSED)
        claims.end_import(record, record.state if ended else ImportState.BROKEN_OFF)


def _report(package: CheckedPackage) -> Report:
    return Report(
        package.side,
        package.problems,
        tuple(sorted(package.deployments.sides)),
        package.deployments.outside,
        tally(package),
    )


def _add_counts(report: Report, writer: Writer) -> None:
    report.counts |= {
        name: writer.counts[name]
        for name in (
            "deployments_new",
            "deployments_known",
            "visits_new",
            "visits_known",
            "wrong_clock",
        )
    }
    report.unknown = dict(writer.unknown.most_common())
    report.counts["unknown_visits"] = writer.unknown.total()
