"""Every text of a page or a fact, however it came in: typed, pasted, imported."""

from typing import Any

from django import forms
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from content.base.tidying.html import tidy_html
from content.base.tidying.text import tidy_text

_TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
_NOT_WORDS = (models.URLField, models.EmailField, models.SlugField, models.FilePathField)


def tidy_record(record: models.Model, *, leave_out: frozenset[str] = frozenset()) -> None:
    """Tidy the texts of a record in place; nothing is stored."""
    for field in record._meta.concrete_fields:
        if field.name in leave_out or not field.editable:
            continue
        if isinstance(field, StreamField):
            _tidy_stream(record, field)
            continue
        value = record.__dict__.get(field.attname)  # what is deferred was not typed just now
        tidied = tidy_value(field, value)
        if tidied != value:
            setattr(record, field.attname, tidied)


def tidy_value(field: models.Field, value: Any) -> Any:
    """Return a field's value tidied; what holds no words comes back as it is."""
    if not isinstance(value, str) or not value or field.choices or isinstance(field, _NOT_WORDS):
        return value
    if isinstance(field, RichTextField):
        return tidy_html(value, may_list=_may_list(field.features))
    if isinstance(field, models.CharField | models.TextField):
        return tidy_text(value, in_one_line=isinstance(field, models.CharField))
    return value


def _tidy_stream(record: models.Model, field: StreamField) -> None:
    value = record.__dict__.get(field.attname)
    if not isinstance(value, blocks.StreamValue):
        return
    raw = value.get_prep_value()
    tidied = tidy_raw(field.stream_block, raw)
    if tidied != raw:
        setattr(record, field.attname, blocks.StreamValue(field.stream_block, tidied, is_lazy=True))


def tidy_raw(block: blocks.Block, raw: Any) -> Any:
    """Return a block's stored value with its texts tidied; a text that is null becomes an empty one."""
    if raw is None and isinstance(block, _TEXTS):
        return ""
    if not raw:
        return raw
    if isinstance(block, blocks.StreamBlock):
        return [_tidy_child(block, item) for item in raw]
    if isinstance(block, blocks.StructBlock):
        return _tidy_struct(block.child_blocks, raw)
    if isinstance(block, blocks.ListBlock):
        return [_tidy_item(block.child_block, item) for item in raw]
    if isinstance(block, blocks.RichTextBlock):
        return tidy_html(raw, may_list=_may_list(block.features))
    if isinstance(block, blocks.CharBlock | blocks.TextBlock) and isinstance(raw, str):
        return tidy_text(raw, in_one_line=isinstance(block, blocks.CharBlock))
    return raw


def _tidy_struct(known: dict[str, blocks.Block], raw: dict) -> dict:
    """Tidy each part; a text that was left out is an empty one, which translating needs."""
    left_out = {name: "" for name, part in known.items() if isinstance(part, _TEXTS)}
    given = {
        name: tidy_raw(known[name], one) if name in known else one for name, one in raw.items()
    }
    return left_out | given


def _tidy_child(block: blocks.StreamBlock, item: dict) -> dict:
    child = block.child_blocks.get(item["type"])
    return {**item, "value": tidy_raw(child, item["value"])} if child else item


def _tidy_item(block: blocks.Block, item: Any) -> Any:
    is_wrapped = isinstance(item, dict) and item.get("type") == "item" and "value" in item
    return (
        {**item, "value": tidy_raw(block, item["value"])} if is_wrapped else tidy_raw(block, item)
    )


def _may_list(features: list[str] | None) -> bool:
    return features is None or "ul" in features


class TidyForm(forms.ModelForm):
    """A form of facts whose texts are tidied before they are checked; put before the form of the model."""

    def clean(self) -> dict:
        cleaned = super().clean()
        for field in self._meta.model._meta.concrete_fields:
            if field.name in cleaned:
                cleaned[field.name] = tidy_value(field, cleaned[field.name])
        return cleaned
