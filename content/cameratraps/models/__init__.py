from content.cameratraps.models.editions import (
    Edition,
    EditionApproval,
    EditionFrame,
    EditionState,
    EditionVisit,
)
from content.cameratraps.models.events import Event
from content.cameratraps.models.galleries import Gallery, GalleryEvent
from content.cameratraps.models.identities import (
    IdentityChange,
    IdentityClaim,
    MatchDecision,
    Verdict,
)
from content.cameratraps.models.imports import ImportState, PackageImport, TaxonName
from content.cameratraps.models.individuals import Alias, Individual
from content.cameratraps.models.media import Media
from content.cameratraps.models.pages import GalleryIndexPage, GalleryPage
from content.cameratraps.models.places import Deployment, Zone
from content.cameratraps.models.releases import Refusal, Release
from content.cameratraps.models.shown import ShownVisit

__all__ = [
    "Alias",
    "Deployment",
    "Edition",
    "EditionApproval",
    "EditionFrame",
    "EditionState",
    "EditionVisit",
    "Event",
    "Gallery",
    "GalleryEvent",
    "GalleryIndexPage",
    "GalleryPage",
    "IdentityChange",
    "IdentityClaim",
    "ImportState",
    "Individual",
    "MatchDecision",
    "Media",
    "PackageImport",
    "Refusal",
    "Release",
    "ShownVisit",
    "TaxonName",
    "Verdict",
    "Zone",
]
