"""A page's file of either kind, and what it is called."""

from django.utils.text import slugify
from wagtail_localize.models import Translation

from staff.translating.exchange.po import write_po
from staff.translating.exchange.xliff import write_xliff

PO, XLIFF = "po", "xlf"
WRITERS = {PO: write_po, XLIFF: write_xliff}
MEDIA_TYPES = {PO: "text/x-gettext-translation", XLIFF: "application/x-xliff+xml"}


def write_as(translation: Translation, kind: str) -> bytes:
    """Return the texts of a page with their translations as far as there are."""
    return WRITERS[kind](translation)


def file_name(translation: Translation) -> str:
    """Return what a page's file is called, without its ending."""
    name = slugify(translation.source.object_repr) or f"page-{translation.pk}"
    return f"{name}-{translation.target_locale.language_code}"
