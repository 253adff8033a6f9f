"""`deployments`: each is put into a zone here, and its position, place and camera are left behind."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from content.cameratraps.camtrapdp.descriptor import Resource
from content.cameratraps.camtrapdp.problems import Problems
from content.cameratraps.camtrapdp.rules import RowRules
from content.cameratraps.camtrapdp.source import Source
from content.cameratraps.camtrapdp.tables import header_and_lines
from content.cameratraps.camtrapdp.zones import KnownZone, ZoneFinder

FIRST_YEAR = 1990
TWICE = _("This identifier stands in an earlier row too.")
ENDS_FIRST = _("The end lies before the start.")
IMPOSSIBLE = _("A camera cannot have been at work then.")
OUTSIDE = _("The deployment %(deployment)s lies in no zone of the site.")


@dataclass(frozen=True)
class StagedDeployment:
    """A deployment without its place. Moments are seconds since 1970, UTC."""

    identifier: str
    zone: KnownZone
    start: int
    end: int
    has_wrong_clock: bool

    def holds(self, moment: int) -> bool:
        return self.start <= moment <= self.end


class Deployments:
    """The deployments of a package by their identifiers, which stay in memory."""

    def __init__(self) -> None:
        self.staged: list[StagedDeployment] = []
        self.places: dict[str, int | None] = {}  # identifier → place in `staged`, None when faulty
        self.outside: list[str] = []

    def __getitem__(self, place: int) -> StagedDeployment:
        return self.staged[place]

    @property
    def sides(self) -> set[str]:
        return {deployment.zone.side for deployment in self.staged}


def read_deployments(
    source: Source, resource: Resource, finder: ZoneFinder, problems: Problems, of: str = ""
) -> Deployments:
    """Read the table and find the zone of every row; `of` one side leaves out those that lie on the other."""
    header, lines = header_and_lines(source, resource, problems)
    rules = RowRules("deployments", header, ("deploymentID",), resource.paths[0], problems)
    found = Deployments()
    for file, row, cells in lines:
        values = rules.read(file, row, cells)
        if values and rules.is_whole:
            _take(found, finder, file, row, values, problems, of)
        elif "deploymentID" in header and len(cells) > header.index("deploymentID"):
            found.places.setdefault(cells[header.index("deploymentID")], None)
    return found


def _take(
    found: Deployments,
    finder: ZoneFinder,
    file: str,
    row: int,
    values: dict,
    problems: Problems,
    of: str,
) -> None:
    identifier = values["deploymentID"]
    if identifier in found.places:
        problems.add(file, row, "deploymentID", TWICE)
        return
    found.places[identifier] = None
    start, end = values["deploymentStart"], values["deploymentEnd"]
    if end < start:
        problems.add(file, row, "deploymentEnd", ENDS_FIRST)
        return
    if not is_possible(start) or not is_possible(end):
        problems.add(file, row, "deploymentStart", IMPOSSIBLE)
        return
    zone = finder.find(float(values["longitude"]), float(values["latitude"]))
    if zone is None:
        found.outside.append(identifier)
        problems.add(file, row, "deploymentID", OUTSIDE, deployment=identifier[:60])
        return
    if of and zone.side != of:
        return
    found.places[identifier] = len(found.staged)
    found.staged.append(
        StagedDeployment(
            identifier,
            zone,
            int(start.timestamp()),
            int(end.timestamp()),
            bool(values.get("timestampIssues")),
        )
    )


def is_possible(moment: datetime) -> bool:
    """Say whether a camera may have worked at a moment: after the first of its kind, and not tomorrow."""
    return moment.year >= FIRST_YEAR and moment <= datetime.now(UTC) + timedelta(days=2)
