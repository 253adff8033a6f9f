"""The rows of an edition. Each table is ordered by its random identifiers: order tells neither time nor place."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from content.cameratraps.camtrapdp.behaviours import KNOWN, in_all_languages
from content.cameratraps.editions.content import Content
from content.cameratraps.editions.identifiers import Identifiers
from content.cameratraps.editions.moments import first_moment, last_moment, moment_of
from content.cameratraps.models import Event, Media
from content.cameratraps.outlines import middle_of, read_outline

Row = dict[str, object]


@dataclass
class Tables:
    """Table → rows, and under which key the edition has each frame."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)  # frame → key

    def add(self, table: str, rows: Iterable[Row], identifier: str) -> None:
        self.rows[table] = sorted(rows, key=lambda row: str(row[identifier]))


class Observed:
    """Makes deployments, media and observations of the visits, all with one set of identifiers."""

    def __init__(self, content: Content, identifiers: Identifiers, *, with_frames: bool) -> None:
        self.content, self.identifiers = content, identifiers
        self.with_frames = with_frames
        self.deployments = {key: identifiers.new() for key in sorted(content.points)}
        self.middles = {
            key: middle_of(read_outline(zone.outline)) for key, zone in content.zones.items()
        }

    def write(self, tables: Tables) -> None:
        tables.add("deployments", self._deployments(), "deploymentID")
        media, credits, observations = [], [], []
        for visit in self.content.visits:
            moment = self._moment(visit)
            observations.append(self._observation(visit, moment))
            frames = self.content.frames[visit.pk] if self.with_frames else []
            for frame in frames:
                key = self.identifiers.new()
                tables.keys[frame.pk] = key
                media.append(self._medium(visit, frame, key, moment))
                credits.append(_credit(frame, key))
        tables.add("media", media, "mediaID")
        tables.add("observations", observations, "observationID")
        tables.add("media-credits", credits, "mediaID")

    def _deployments(self) -> Iterable[Row]:
        """Yield one row for each zone: what cameras there are in it, and which saw what together, is not told."""
        for key, identifier in self.deployments.items():
            zone, point = self.content.zones[key], self.content.points[key]
            months = [
                (visit.year, visit.month) for visit in self.content.visits if visit.zone.pk == key
            ]
            yield {
                "deploymentID": identifier,
                "locationName": zone.name_en,
                "latitude": point.latitude,
                "longitude": point.longitude,
                "coordinateUncertainty": point.uncertainty,
                "deploymentStart": first_moment(*min(months), zone.side.time_zone),
                "deploymentEnd": last_moment(*max(months), zone.side.time_zone),
                "deploymentGroups": zone.side_id,
            }

    def _moment(self, visit: Event) -> datetime:
        middle = self.middles[visit.zone.pk]
        return moment_of(visit.year, visit.month, visit.band, middle, visit.zone.side.time_zone)

    def _observation(self, visit: Event, moment: datetime) -> Row:
        return {
            "observationID": self.identifiers.new(),
            "deploymentID": self.deployments[visit.zone.pk],
            "eventID": self.identifiers.new(),
            "eventStart": moment,
            "eventEnd": moment,
            "observationLevel": "event",
            "observationType": visit.observation_type,
            "scientificName": visit.species.scientific_name,
            "count": visit.count,
            "lifeStage": visit.life_stage,
            "sex": visit.sex,
            "behavior": behaviours_of(visit),
            "classificationMethod": "human",
            "observationTags": "sample" if visit.is_sample else "",
        }

    def _medium(self, visit: Event, frame: Media, key: str, moment: datetime) -> Row:
        return {
            "mediaID": key,
            "deploymentID": self.deployments[visit.zone.pk],
            "captureMethod": "activityDetection",
            "timestamp": moment,
            "filePath": settings.SITE_URL + reverse("cameratraps:frame", args=[key]),
            "filePublic": True,
            "fileMediatype": "image/jpeg",
            "favorite": frame.favourite,
        }


def _credit(frame: Media, key: str) -> Row:
    return {"mediaID": key, "credit": frame.image.credit, "licence": frame.image.licence}


def behaviours_of(visit: Event) -> str:
    """Return the words of the standard for what a visit says of behaviour; what is said freely stays here."""
    said = {word.strip() for word in (visit.behaviour_en or "").split(",")} - {""}
    words = {in_all_languages(word)["behaviour_en"]: word for word in reversed(KNOWN)}
    return "|".join(words[text] for text in sorted(said) if text in words)
