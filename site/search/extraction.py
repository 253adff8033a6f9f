"""What of a page or a fact can be searched: its words in one language, taken from its own fields."""

from collections.abc import Iterator
from functools import cache

from django.db import models
from django.utils import translation
from modeltranslation.manager import get_translatable_fields_for_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from content.base.facts import fact_text
from content.base.models import Image
from content.base.plain_text import html_text, stream_text

# Columns nobody searches for; a page's title and summary are kept apart.
LEFT_OUT = {"title", "summary", "sources", "credit", "sheet"}  # a sheet holds the answers, too


def page_text(page: Page) -> str:
    """Return the words of a specific page besides its title and summary, its facts' words included."""
    texts = [page.search_description, *_own_texts(page), *_extra_text(page)]
    with translation.override(page.locale.language_code):
        for field in fact_fields(type(page)):
            texts += [fact_words(fact) for fact in _facts(page, field.name)]
    return "\n".join(text for text in texts if text)


def fact_words(record: models.Model) -> str:
    """Return the words of a record of facts in the active language."""
    names = get_translatable_fields_for_model(type(record)) or []
    texts = (fact_text(record, name).text for name in names if name not in LEFT_OUT)
    return "\n".join(html_text(text) for text in texts if text)


def _own_texts(page: Page) -> Iterator[str]:
    for field in _text_fields(type(page)):
        value = getattr(page, field.name)
        if isinstance(field, StreamField):
            yield stream_text(value)
        else:
            yield html_text(value) if isinstance(field, RichTextField) else value


def _extra_text(page: Page) -> list[str]:
    """Return what a page type itself adds, by a method `search_text() -> str`."""
    extra = getattr(page, "search_text", None)
    return [extra()] if extra else []


@cache
def _text_fields(model: type[Page]) -> list[models.Field]:
    """Return a page type's own text fields: not Wagtail's, not choices, not addresses."""
    of_wagtail = {field.name for field in Page._meta.get_fields()}
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in of_wagtail | LEFT_OUT
        and isinstance(field, models.CharField | models.TextField | StreamField)
        and not isinstance(field, models.URLField | models.EmailField | models.SlugField)
        and not field.choices
    ]


@cache
def fact_fields(model: type[Page]) -> list[models.Field]:
    """Return a page type's links to facts, a trail or authors for example; pictures are not followed."""
    of_wagtail = {field.name for field in Page._meta.get_fields()}
    return [
        field
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]
        if field.name not in of_wagtail
        and field.is_relation
        and field.related_model is not Image
        and get_translatable_fields_for_model(field.related_model)
    ]


def _facts(page: Page, name: str) -> list[models.Model]:
    value = getattr(page, name)
    if value is None:
        return []
    return list(value.all()) if hasattr(value, "all") else [value]
