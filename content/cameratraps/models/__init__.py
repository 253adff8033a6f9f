from content.cameratraps.models.events import Event
from content.cameratraps.models.galleries import Gallery, GalleryEvent
from content.cameratraps.models.imports import ImportState, PackageImport, TaxonName
from content.cameratraps.models.media import Media
from content.cameratraps.models.pages import GalleryIndexPage, GalleryPage
from content.cameratraps.models.places import Deployment, Zone
from content.cameratraps.models.releases import Release

__all__ = [
    "Deployment",
    "Event",
    "Gallery",
    "GalleryEvent",
    "GalleryIndexPage",
    "GalleryPage",
    "ImportState",
    "Media",
    "PackageImport",
    "Release",
    "TaxonName",
    "Zone",
]
