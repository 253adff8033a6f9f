"""`observations`: what was seen; who saw it, which animal it was, tags and comments are left behind."""

from django.utils.translation import gettext_lazy as _

from content.cameratraps.camtrapdp.behaviours import known_behaviours
from content.cameratraps.camtrapdp.checking.deployments import ENDS_FIRST, Deployments
from content.cameratraps.camtrapdp.checking.media import NO_DEPLOYMENT, NOT_AT_WORK
from content.cameratraps.camtrapdp.descriptor import Descriptor
from content.cameratraps.camtrapdp.digests import Digester
from content.cameratraps.camtrapdp.problems import Problems
from content.cameratraps.camtrapdp.rules import RowRules
from content.cameratraps.camtrapdp.source import Source
from content.cameratraps.camtrapdp.staging import Staging
from content.cameratraps.camtrapdp.tables import header_and_lines

WANTED = (
    "observationID",
    "deploymentID",
    "mediaID",
    "eventID",
    "observationLevel",
    "scientificName",
    "behavior",
)
NO_MEDIA = _("An observation of the level “media” names its file.")
NOT_LISTED = _("“%(name)s” is not among the animals the package lists under “taxonomic”.")
HALF_A_BOX = _("A box has four numbers; some are missing.")
OUT_OF_FRAME = _("The box reaches beyond the frame.")
BOX = ("bboxX", "bboxY", "bboxWidth", "bboxHeight")
ROUNDING = 1e-6


class ObservationReader:
    """Reads the table into the staging; `taxa` are the names met, by their number there."""

    def __init__(
        self,
        descriptor: Descriptor,
        deployments: Deployments,
        digester: Digester,
        staging: Staging,
        problems: Problems,
    ) -> None:
        self.descriptor, self.deployments, self.digester = descriptor, deployments, digester
        self.staging, self.problems = staging, problems
        self.taxa: dict[str, int] = {}

    def read(self, source: Source) -> int:
        """Read all rows and return their number."""
        resource = self.descriptor.resources["observations"]
        header, lines = header_and_lines(source, resource, self.problems)
        rules = RowRules("observations", header, WANTED, resource.paths[0], self.problems)
        number = 0
        for file, row, cells in lines:
            number += 1
            values = rules.read(file, row, cells)
            if values is not None and rules.is_whole:
                self._take(file, row, values)
        return number

    def _take(self, file: str, row: int, values: dict) -> None:
        place = self.deployments.places.get(values["deploymentID"], -1)
        if place is None:
            return  # said already
        if place < 0:
            self.problems.add(file, row, "deploymentID", NO_DEPLOYMENT)
            return
        first = int(values["eventStart"].timestamp())
        last = int(values["eventEnd"].timestamp())
        self._check(file, row, values, place, (first, last))
        taxon = self._taxon(file, row, values)
        media = values.get("mediaID")
        self.staging.add(
            "observations",
            (
                file,
                row,
                self.digester.of("observation", values["observationID"]),
                place,
                self.digester.of("media", media) if media else None,
                self._event(values),
                values["observationLevel"] == "event",
                values["observationType"],
                bool(values.get("cameraSetupType")),
                first,
                last,
                taxon,
                int(values.get("count") or 1),
                values.get("lifeStage") or "",
                values.get("sex") or "",
                known_behaviours(values.get("behavior")),
                *(_share(values.get(name)) for name in (*BOX, "classificationProbability")),
            ),
        )

    def _event(self, values: dict) -> bytes:
        """Return what observations of one visit share; without an event that is the file, or the row itself."""
        kinds = (("event", "eventID"), ("media", "mediaID"), ("observation", "observationID"))
        kind, name = next((kind, name) for kind, name in kinds if values.get(name))
        return self.digester.of(f"visit-{kind}", values["deploymentID"], values[name])

    def _taxon(self, file: str, row: int, values: dict) -> int:
        """Return the number of the name, −1 for none."""
        name = (values.get("scientificName") or "").strip()
        if not name:
            return -1
        if name not in self.descriptor.taxa:
            self.problems.add(file, row, "scientificName", NOT_LISTED, name=name[:60])
        return self.taxa.setdefault(name, len(self.taxa))

    def _check(
        self, file: str, row: int, values: dict, place: int, moments: tuple[int, int]
    ) -> None:
        add, deployment = self.problems.add, self.deployments[place]
        if moments[1] < moments[0]:
            add(file, row, "eventEnd", ENDS_FIRST)
        elif not deployment.has_wrong_clock:
            for name, moment in zip(("eventStart", "eventEnd"), moments, strict=True):
                if not deployment.holds(moment):
                    add(file, row, name, NOT_AT_WORK)
        if values["observationLevel"] == "media" and not values.get("mediaID"):
            add(file, row, "mediaID", NO_MEDIA)
        self._check_box(file, row, [values.get(name) for name in BOX])

    def _check_box(self, file: str, row: int, box: list) -> None:
        given = [side for side in box if side is not None]
        if not given:
            return
        if len(given) < len(box):
            self.problems.add(file, row, "bboxX", HALF_A_BOX)
        elif box[0] + box[2] > 1 + ROUNDING or box[1] + box[3] > 1 + ROUNDING:
            self.problems.add(file, row, "bboxX", OUT_OF_FRAME)


def _share(value) -> float | None:
    return None if value is None else float(value)
