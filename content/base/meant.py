"""Two versions of a text compared by what they say: the editor gives paragraphs and parts numbers that nobody wrote."""

import re
from datetime import date, datetime

from django.db import models
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from wagtail import blocks
from wagtail.admin.compare import (
    FieldComparison,
    StreamFieldComparison,
    TextDiff,
    register_comparison_class,
)
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import StreamField

_NUMBER = re.compile(r' data-block-key="[^"]*"')


class MeantComparison(StreamFieldComparison):
    """Takes a body for changed only when its words, its settings or their order are."""

    def has_changed(self) -> bool:
        block = self.field.stream_block
        return meant(block, self.val_a) != meant(block, self.val_b)


class DayComparison(FieldComparison):
    """Writes days and moments as the reader does, in their zone, and nothing where there is none."""

    def htmldiff(self) -> SafeString:
        if self.val_a == self.val_b:
            changes = [("equal", self.val_a)]
        else:
            changes = [("deletion", self.val_a), ("addition", self.val_b)]
        return TextDiff([(kind, _written(day)) for kind, day in changes if day]).to_html()


def _written(day: date) -> str:
    if isinstance(day, datetime):
        return date_format(localtime(day), "SHORT_DATETIME_FORMAT")
    return date_format(day, "SHORT_DATE_FORMAT")


def compare_by_meaning() -> None:
    """Let Wagtail compare the fields of pages this way wherever it does."""
    register_comparison_class(StreamField, comparison_class=MeantComparison)
    register_comparison_class(models.DateField, comparison_class=DayComparison)


def meant(block: blocks.Block, value: object) -> object:
    """Return what a value of a block says, in plain lists and strings that can be compared."""
    if isinstance(block, blocks.StreamBlock):
        return [(child.block_type, meant(child.block, child.value)) for child in value]
    if isinstance(block, blocks.ListBlock):
        return [meant(block.child_block, child) for child in value]
    if isinstance(block, blocks.StructBlock):
        return {name: meant(child, value[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.RichTextBlock):
        return _as_edited(block, value.source)
    stored = block.get_prep_value(value)
    return None if stored == "" else stored


def _as_edited(block: blocks.RichTextBlock, source: str) -> str:
    """Return a formatted text as the editor would save it, whoever wrote it: a hand, an import or a translation."""
    converter = ContentstateConverter(features=block.features)
    saved = converter.to_database_format(converter.from_database_format(source))
    return _NUMBER.sub("", saved)
