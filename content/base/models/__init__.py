from content.base.models.documents import Document
from content.base.models.images import Image, Rendition
from content.base.models.pages import BasePage, StandardPage
from content.base.models.scans import FileScan
from content.base.models.settings import SiteSettings
from content.base.models.texts import TextState
from content.base.models.videos import Video

__all__ = [
    "BasePage",
    "Document",
    "FileScan",
    "Image",
    "Rendition",
    "SiteSettings",
    "StandardPage",
    "TextState",
    "Video",
]
