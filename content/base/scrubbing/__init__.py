"""What comes in leaves everything behind that it does not show: one way in for pictures, one for files to download."""

from content.base.scrubbing.documents import scrub_document
from content.base.scrubbing.errors import NotADocumentError, NotAPictureError, RefusedFileError
from content.base.scrubbing.pictures import ScrubbedPicture, scrub_picture

__all__ = [
    "NotADocumentError",
    "NotAPictureError",
    "RefusedFileError",
    "ScrubbedPicture",
    "scrub_document",
    "scrub_picture",
]
