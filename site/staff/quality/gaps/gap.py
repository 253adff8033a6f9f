"""One thing that a language lacks, and how much of everything it has."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    PAGE = "page", _("Pages")
    FACT = "fact", pgettext_lazy("records", "Facts")
    PICTURE = "picture", _("Pictures")
    INTERFACE = "interface", _("Words of the interface")


class GapState(models.TextChoices):
    MISSING = "missing", pgettext_lazy("translation", "Missing")
    OUTDATED = "outdated", pgettext_lazy("translation", "Out of date")
    STARTED = "started", pgettext_lazy("translation", "In progress")


@dataclass(frozen=True)
class Gap:
    """A record that lacks something in one language; `side` is empty for what belongs to both."""

    kind: Kind
    sort: str
    title: str
    language: str
    state: GapState
    what: str = ""
    side: str = ""
    since: datetime | None = None
    url: str | None = None


@dataclass(frozen=True)
class Total:
    """How many of all there are is whole in one language."""

    whole: int
    of: int

    @property
    def percent(self) -> int:
        """The share in whole percent; a hundred only when nothing at all is left."""
        return self.whole * 100 // self.of if self.of else 100


@dataclass
class Found:
    """The gaps of one kind of content, and the totals by language."""

    kind: Kind
    gaps: list[Gap] = field(default_factory=list)
    totals: dict[str, Total] = field(default_factory=dict)
