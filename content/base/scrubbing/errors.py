from django.core.exceptions import ValidationError


class RefusedFileError(ValidationError):
    """A file that was not taken; the message says why, in the language of the person who sent it."""


class NotAPictureError(RefusedFileError):
    """The file is not one of the picture formats we take, or cannot be decoded to its end."""


class NotADocumentError(RefusedFileError):
    """The file is not one of the document formats we take, or not what its name says."""
