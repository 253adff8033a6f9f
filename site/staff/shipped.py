"""Terms, phrases and reasons that came with the code, brought up to date where nobody on the staff has changed them."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from content.base.texts.columns import LANGUAGES, column_of
from content.notices.first_phrases import FIRST_PHRASES, FORMER_PHRASES
from content.notices.models import PreparedPhrase
from content.trails.first_reasons import FIRST_REASONS, FORMER_REASONS, columns_of
from content.trails.models import ClosureReason
from staff.translating.glossary import COLUMNS, former_terms, shipped_terms
from staff.translating.models import GlossaryTerm

PHRASE_COLUMNS = tuple(column_of("text", code) for code in LANGUAGES)


@dataclass
class Updated:
    """How many rows took over a new text, and how many were added."""

    changed: int = 0
    added: int = 0


@transaction.atomic
def update_shipped_texts() -> Updated:
    """Replace what still equals a text of former times, and add new terms; what the staff wrote stays."""
    updated = Updated()
    for former, current in [*_former_terms(), *_former_phrases(), *_former_reasons()]:
        updated.changed += sum(_replace(row, current) for row in _rows_equal_to(former))
    for term in shipped_terms():
        updated.added += _add(term)
    return updated


Columns = tuple[type[Model], dict[str, str]]  # a kind of row, and its columns


def _former_terms() -> list[tuple[Columns, dict[str, str]]]:
    current = {term["en"]: term for term in shipped_terms()}
    columns = COLUMNS.values()
    return [
        ((GlossaryTerm, {column: one[column] for column in columns}), current[one["now"]])
        for one in former_terms()
        if one["now"] in current
    ]


def _former_phrases() -> list[tuple[Columns, dict[str, str]]]:
    return [
        (
            (PreparedPhrase, dict(zip(PHRASE_COLUMNS, texts, strict=True))),
            dict(zip(PHRASE_COLUMNS, FIRST_PHRASES[place][1:], strict=True)),
        )
        for texts, place in FORMER_PHRASES
    ]


def _former_reasons() -> list[tuple[Columns, dict[str, str]]]:
    current = {code: columns_of(names, said) for code, names, said in FIRST_REASONS}
    return [
        ((ClosureReason, {"code": code, **columns_of(names, said)}), current[code])
        for code, names, said in FORMER_REASONS
    ]


def _rows_equal_to(former: Columns) -> list[Model]:
    model, texts = former
    return list(model.objects.filter(**texts))


def _replace(row: Model, texts: dict[str, str]) -> bool:
    others = type(row).objects.exclude(pk=row.pk)
    if (
        "en" in texts and others.filter(en=texts["en"]).exists()
    ):  # the staff has the new word already
        return False
    for column, text in texts.items():
        setattr(row, column, text)
    row.save()
    log(row, "wagtail.edit")
    return True


def _add(term: dict[str, str]) -> bool:
    """Add a term unless it is there, in whatever words, or somebody has deleted it."""
    if GlossaryTerm.objects.filter(en=term["en"]).exists() or _was_deleted(term["en"]):
        return False
    log(GlossaryTerm.objects.create(**term), "wagtail.create")
    return True


def _was_deleted(word: str) -> bool:
    return ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(GlossaryTerm),
        action="wagtail.delete",
        label__startswith=f"{word} · ",
    ).exists()
