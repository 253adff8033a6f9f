"""`media`: moments and, where the file lies in the package, its path; names, EXIF and comments are left behind."""

from django.utils.translation import gettext_lazy as _

from content.cameratraps.camtrapdp.checking.deployments import Deployments
from content.cameratraps.camtrapdp.descriptor import Resource
from content.cameratraps.camtrapdp.digests import Digester
from content.cameratraps.camtrapdp.problems import Problems
from content.cameratraps.camtrapdp.rules import RowRules
from content.cameratraps.camtrapdp.source import Source, is_local
from content.cameratraps.camtrapdp.staging import Staging
from content.cameratraps.camtrapdp.tables import header_and_lines

WANTED = ("mediaID", "deploymentID", "filePath", "fileName", "fileMediatype")
NO_DEPLOYMENT = _("There is no deployment of this identifier.")
NOT_AT_WORK = _("The camera of this deployment was not at work then.")
LEADS_OUT = _("This path leads out of the package.")


def read_media(
    source: Source,
    resource: Resource,
    deployments: Deployments,
    digester: Digester,
    staging: Staging,
    problems: Problems,
) -> int:
    """Read the table into the staging and return the number of its rows."""
    header, lines = header_and_lines(source, resource, problems)
    rules = RowRules("media", header, WANTED, resource.paths[0], problems)
    number = 0
    for file, row, cells in lines:
        number += 1
        values = rules.read(file, row, cells)
        if values is None or not rules.is_whole:
            continue
        if values["deploymentID"] not in deployments.places:
            problems.add(file, row, "deploymentID", NO_DEPLOYMENT)
            continue
        place = deployments.places[values["deploymentID"]]
        if place is None:
            continue  # said already
        deployment = deployments[place]
        moment = int(values["timestamp"].timestamp())
        if not deployment.has_wrong_clock and not deployment.holds(moment):
            problems.add(file, row, "timestamp", NOT_AT_WORK)
        staging.add(
            "media",
            (
                file,
                row,
                digester.of("media", values["mediaID"]),
                place,
                moment,
                _path(values["filePath"], source, file, row, problems),
                values.get("fileName") or "",
                values["fileMediatype"].partition("/")[0],
                bool(values.get("favorite")),
            ),
        )
    return number


def _path(given: str, source: Source, file: str, row: int, problems: Problems) -> str | None:
    """Return the path of a file that lies in the package; None for one that does not. Addresses are never asked."""
    if "://" in given:
        return None
    if not is_local(given):
        problems.add(file, row, "filePath", LEADS_OUT)
        return None
    return given if source.has(given) else None
