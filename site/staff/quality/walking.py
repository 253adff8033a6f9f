"""Walking through what an editor has filled in: every field and block of a record, as it is stored.

Stored values rather than Python ones, because a chooser whose page is gone answers with nothing at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import AutoField, Field, Model, OneToOneField
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from modeltranslation.fields import TranslationField
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

LEFT_OUT = (AutoField, OneToOneField, ParentalKey)  # what a record is, and what it is part of


@dataclass(frozen=True)
class Leaf:
    """One value: what holds it, and the way to it, such as body, picture, caption."""

    holder: Field | blocks.Block
    name: str
    value: Any
    way: tuple[Any, ...]  # labels, each said in the reader's language when it is shown
    parent: blocks.Block | None = None  # the block it is one value of
    siblings: Any = None  # the other values of that block


def said(way: tuple[Any, ...]) -> str:
    """Return a way in the active language."""
    return " › ".join(capfirst(str(step)) for step in way)


def leaves(record: Model) -> Iterator[Leaf]:
    """Return every filled-in value of a record and of the lists within it."""
    yield from _of_fields(record, ())
    for relation in get_all_child_relations(type(record)):
        if relation.name == COMMENTS_RELATION_NAME:
            continue
        label = relation.related_model._meta.verbose_name
        for child in getattr(record, relation.get_accessor_name()).all():
            yield from _of_fields(child, (label,))


def _of_fields(record: Model, way: tuple[Any, ...]) -> Iterator[Leaf]:
    skipped = _skipped(record)
    for field in record._meta.concrete_fields:
        if not field.editable or field.name in skipped or isinstance(field, LEFT_OUT):
            continue
        here = (*way, field.verbose_name)
        if isinstance(field, StreamField):
            stream = getattr(record, field.name)
            yield from _of_block(field.stream_block, "", stream.get_prep_value(), here)
        else:
            yield Leaf(field, field.name, getattr(record, field.attname), here)


def _skipped(record: Model) -> set[str]:
    """Return what no editor fills in: a page's own machinery, and the bare field of a text with three columns."""
    if isinstance(record, Page):
        return {field.name for field in Page._meta.concrete_fields}
    columns = (field for field in record._meta.fields if isinstance(field, TranslationField))
    return {column.translated_field.name for column in columns}


def _of_block(
    block: blocks.Block,
    name: str,
    value: Any,
    way: tuple[Any, ...],
    parent=None,
    siblings: Any = None,
) -> Iterator[Leaf]:
    if isinstance(block, blocks.BaseStreamBlock):
        for item in value or []:
            child = block.child_blocks.get(item["type"])
            if child is not None:
                yield from _of_block(child, item["type"], item["value"], (*way, child.label))
    elif isinstance(block, blocks.BaseStructBlock):
        for key, child in block.child_blocks.items():
            label = (*way, child.label) if child.label else way
            yield from _of_block(child, key, (value or {}).get(key), label, block, value)
    elif isinstance(block, blocks.ListBlock):
        for item in value or []:
            inner = item["value"] if isinstance(item, dict) and "value" in item else item
            yield from _of_block(block.child_block, name, inner, way, parent, siblings)
    else:
        yield Leaf(block, name, value, way, parent, siblings)
