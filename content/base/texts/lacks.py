"""What a fact's form and list say of its texts: missing here, left behind there."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.utils.timezone import localdate
from django.utils.translation import ngettext

from content.base.formats import format_date, format_list
from content.base.texts.columns import LANGUAGES, column_of, missing_languages, text_fields
from content.base.texts.outdated import Overtaken, outdated_texts

NAMES = {"en": "English", "ru": "Русский", "zh-hans": "中文"}


@dataclass(frozen=True)
class Lack:
    """One language of one text that is missing (`by` is empty) or that another language has overtaken."""

    field: str
    language: str
    by: str = ""
    at: datetime | None = None

    @property
    def column(self) -> str:
        return column_of(self.field, self.language)

    @property
    def day(self) -> str:
        return format_date(localdate(self.at)) if self.at else ""

    @property
    def by_name(self) -> str:
        return NAMES.get(self.by, "")


@dataclass(frozen=True)
class LackCount:
    """How much of a record one language lacks."""

    language: str
    missing: int
    outdated: int

    @property
    def name(self) -> str:
        return NAMES[self.language]

    @property
    def words(self) -> str:
        """Say it in a line such as “2 texts are missing, 1 may be out of date”."""
        told = []
        if self.missing:
            text = ngettext(
                "%(count)d text is missing", "%(count)d texts are missing", self.missing
            )
            told.append(text % {"count": self.missing})
        if self.outdated:
            text = ngettext(
                "%(count)d text may be out of date",
                "%(count)d texts may be out of date",
                self.outdated,
            )
            told.append(text % {"count": self.outdated})
        return format_list(told)


def lacks_of(record: Model) -> list[Lack]:
    """Return everything the texts of a record lack; asked once for each record in memory."""
    if "_lacks" not in record.__dict__:
        record.__dict__["_lacks"] = [*_missing(record), *map(_lack, outdated_texts(record))]
    return record.__dict__["_lacks"]


def _missing(record: Model) -> list[Lack]:
    return [
        Lack(field, language)
        for field in text_fields(type(record))
        for language in missing_languages(record, field)
    ]


def _lack(text: Overtaken) -> Lack:
    return Lack(text.field, text.language, text.by, text.at)


def lack_of(record: Model, column: str) -> Lack | None:
    """Return what one column lacks, None when nothing."""
    return next((lack for lack in lacks_of(record) if lack.column == column), None)


def count_lacks(record: Model) -> list[LackCount]:
    """Return how much each language lacks, those that lack nothing left out."""
    counted = []
    for code in LANGUAGES:
        own = [lack for lack in lacks_of(record) if lack.language == code]
        outdated = sum(bool(lack.by) for lack in own)
        if own:
            counted.append(LackCount(code, len(own) - outdated, outdated))
    return counted
