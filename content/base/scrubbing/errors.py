import struct
import zlib

from django.core.exceptions import ValidationError


class RefusedFileError(ValidationError):
    """A file that was not taken; the message says why, in the language of the person who sent it."""


class NotAPictureError(RefusedFileError):
    """The file is not one of the picture formats we take, or cannot be decoded to its end."""


class NotADocumentError(RefusedFileError):
    """The file is not one of the document formats we take, or not what its name says."""


# What Pillow's decoders raise on bytes that are damaged, or made to do harm.
DECODING_ERRORS = (
    OSError,  # UnidentifiedImageError and truncated files too
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
)
