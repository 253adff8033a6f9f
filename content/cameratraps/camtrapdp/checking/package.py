"""A package that has been read: what is wrong with it, and what is left of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from content.cameratraps.camtrapdp.checking.across import check_across
from content.cameratraps.camtrapdp.checking.deployments import Deployments, read_deployments
from content.cameratraps.camtrapdp.checking.media import read_media
from content.cameratraps.camtrapdp.checking.observations import ObservationReader
from content.cameratraps.camtrapdp.descriptor import Descriptor, read_descriptor
from content.cameratraps.camtrapdp.digests import Digester
from content.cameratraps.camtrapdp.problems import Problems
from content.cameratraps.camtrapdp.source import DESCRIPTOR, Source, open_source
from content.cameratraps.camtrapdp.staging import Staging
from content.cameratraps.camtrapdp.zones import ZoneFinder

NO_ZONES = _("No zone has an outline yet: packages cannot be sorted into zones.")


@dataclass
class CheckedPackage:
    """What reading has left: safe rows in the staging, deployments in memory, files where they were."""

    source: Source
    staging: Staging
    problems: Problems
    side: str = ""
    deployments: Deployments = field(default_factory=Deployments)
    taxa: list[str] = field(default_factory=list)
    digester: Digester | None = None
    media_rows: int = 0
    observation_rows: int = 0


@contextmanager
def read_package(
    place: str | Path | BinaryIO, side: str | None = None, *, of_both: bool = False
) -> Iterator[CheckedPackage]:
    """Read a package whole. Raises PackageRefusedError when it cannot be, or must not be, read.

    `of_both`: the package may hold rows of the other side too, which are left for that side's turn.
    """
    source, staging = open_source(place), Staging()
    try:
        package = CheckedPackage(source, staging, Problems())
        _read(package, side, of_both=of_both)
        yield package
    finally:
        staging.close()
        source.close()


def _read(package: CheckedPackage, side: str | None, *, of_both: bool) -> None:
    problems = package.problems
    descriptor = read_descriptor(package.source, problems)
    finder = ZoneFinder(None if of_both else side)
    if not finder.zones:
        problems.add(DESCRIPTOR, 0, "", NO_ZONES)
    package.deployments = read_deployments(
        package.source,
        descriptor.resources["deployments"],
        finder,
        problems,
        (side or "") if of_both else "",
    )
    package.side = side or min(package.deployments.sides, default="")
    package.digester = Digester(package.side, descriptor.project)
    _read_rows(package, descriptor)


def _read_rows(package: CheckedPackage, descriptor: Descriptor) -> None:
    package.media_rows = read_media(
        package.source,
        descriptor.resources["media"],
        package.deployments,
        package.digester,
        package.staging,
        package.problems,
    )
    reader = ObservationReader(
        descriptor, package.deployments, package.digester, package.staging, package.problems
    )
    package.observation_rows = reader.read(package.source)
    package.taxa = list(reader.taxa)
    package.staging.finish()
    check_across(package.staging, package.problems)
