"""Which columns hold the texts of a fact, and which of them are empty while another language has words."""

from functools import cache

from django.conf import settings
from django.db.models import Model, Q
from modeltranslation.translator import translator

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@cache
def text_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of a model's texts that have three columns, in their order; none when it is no fact."""
    if model not in translator.get_registered_models(abstract=False):
        return ()
    texts = translator.get_options_for_model(model).fields
    return tuple(field.name for field in model._meta.fields if field.name in texts)


@cache
def of_each_language(model: type[Model]) -> tuple[str, ...]:
    """Return the texts that no language owes to another: there may be words in one and none in the next."""
    if not text_fields(model):
        return ()
    return tuple(getattr(translator.get_options_for_model(model), "of_each_language", ()))


def owed_texts(record: Model) -> tuple[str, ...]:
    """Return the texts of a record that every language should have once one of them does."""
    free = of_each_language(type(record))
    if getattr(record, "is_decorative", False):  # a picture that tells nothing
        free = (*free, "alt")
    return tuple(field for field in text_fields(type(record)) if field not in free)


def column_of(field: str, language: str) -> str:
    return f"{field}_{language.replace('-', '_')}"


def text_columns(model: type[Model]) -> list[str]:
    """Return the columns of a model's texts, each language of each."""
    return [column_of(field, code) for field in text_fields(model) for code in LANGUAGES]


def words(record: Model, field: str) -> dict[str, str]:
    """Return language → text of one field, without the empty ones."""
    found = {code: getattr(record, column_of(field, code)) for code in LANGUAGES}
    return {code: text for code, text in found.items() if text and text.strip()}


def missing_languages(record: Model, field: str) -> list[str]:
    """Return the languages in which a text is missing that there is in another."""
    if field not in owed_texts(record):
        return []
    there = words(record, field)
    return [code for code in LANGUAGES if there and code not in there]


def lacking_in(record: Model, language: str) -> list[str]:
    """Return the texts of a record that are missing in a language."""
    fields = text_fields(type(record))
    return [field for field in fields if language in missing_languages(record, field)]


def missing_in(model: type[Model], language: str) -> Q:
    """Return what holds of records with a text that is missing in a language, but not in all."""
    lacking = Q(pk__in=[])
    for field in text_fields(model):
        if field in of_each_language(model):
            continue
        others = Q()
        for code in LANGUAGES:
            if code != language:
                others |= ~_is_empty(column_of(field, code))
        lacking |= _is_empty(column_of(field, language)) & others
    return lacking


def _is_empty(column: str) -> Q:
    return Q(**{column: ""}) | Q(**{f"{column}__isnull": True})
