"""The number on a ticket, read from a photograph: for telephones whose browsers read no codes themselves."""

import zxingcpp
from django.core.exceptions import ValidationError
from django.core.files import File

from bookings.references import read_reference
from content.base.scrubbing.pictures import read_pixels

MOST_BYTES = 20 * 1024 * 1024
LONGEST = 20  # letters of what may be a booking number


def number_in(photo: File) -> str:
    """Return the booking number a photograph shows, or nothing; the photograph is not kept."""
    if photo.size > MOST_BYTES:
        return ""
    try:
        pixels = read_pixels(photo).convert("L")
    except ValidationError:
        return ""
    codes = zxingcpp.read_barcodes(pixels, formats=zxingcpp.BarcodeFormat.QRCode)
    found = [code.text for code in codes if code.text.isalnum() and len(code.text) <= LONGEST]
    return read_reference(found[0]) if found else ""
