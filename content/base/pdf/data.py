"""What the data of every PDF file is made of."""

from content.base.pdf.glyphs import printable

TYPST_LANGUAGES = {"en": "en", "ru": "ru", "zh-hans": "zh"}


def drawn(value):
    """Return the data with every string made of characters the fonts have."""
    if isinstance(value, dict):
        return {name: drawn(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [drawn(inner) for inner in value]
    return printable(value) if isinstance(value, str) else value
