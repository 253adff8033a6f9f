"""One page as translation work: its state, how far it is, how long it waits, how much it matters."""

from dataclasses import dataclass
from datetime import datetime
from functools import total_ordering
from uuid import UUID

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from wagtail.models import Page


class State(TextChoices):
    """How far a page is in one language; the first three wait for a translator."""

    MISSING = "missing", pgettext_lazy("translation", "Missing")
    OUT_OF_DATE = "out-of-date", pgettext_lazy("translation", "Out of date")
    IN_PROGRESS = "in-progress", pgettext_lazy("translation", "In progress")
    READY = "ready", pgettext_lazy("translation", "Ready to publish")
    DONE = "done", pgettext_lazy("translation", "Up to date")


WAITING = frozenset({State.MISSING, State.OUT_OF_DATE, State.IN_PROGRESS})


@total_ordering
class Importance(TextChoices):
    """How soon a page is wanted in every language; the first is wanted first."""

    HOME = "home", pgettext_lazy("importance", "Home page")
    SECTION = "section", pgettext_lazy("importance", "Head of a section")
    VISIT = "visit", pgettext_lazy("importance", "Visit and safety")
    TRAIL = "trail", pgettext_lazy("importance", "Trail")
    MENU = "menu", pgettext_lazy("importance", "In the menu")
    OTHER = "other", pgettext_lazy("importance", "Other page")

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: "Importance") -> bool:
        return self.rank < other.rank


VISIT_SECTION = "visit"


def importance_of(page: Page, model: str, section: str) -> Importance:
    """Judge a page by its kind, the section it stands in, and the menu."""
    if page.depth == 2:
        return Importance.HOME
    if section == VISIT_SECTION:
        return Importance.SECTION if page.depth == 3 else Importance.VISIT
    if model.endswith("indexpage"):
        return Importance.SECTION
    if model == "trailpage":
        return Importance.TRAIL
    return Importance.MENU if page.show_in_menus else Importance.OTHER


@dataclass(frozen=True)
class Section:
    """The section of the site a page stands in: its address, and its title in the language of the list."""

    slug: str
    title: str


@dataclass(frozen=True)
class Changes:
    """How much of the original has changed since it was translated."""

    changed: int = 0
    added: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed)


@dataclass(frozen=True)
class PageWork:
    """One page in one language. `total` is None where a page is kept by hand, without segments."""

    key: UUID
    title: str
    kind: Promise | str
    section: Section
    language: str
    source_language: str
    source_id: int
    state: State
    importance: Importance
    since: datetime | None
    target_id: int | None = None
    translation_id: int | None = None
    total: int | None = None
    done: int | None = None
    unread: int = 0  # filled in by a machine, read by nobody yet
    changes: Changes = Changes()
    is_submitted: bool = False
    missing_parent: str = ""  # the title of the page above that must be translated first

    @property
    def waits(self) -> bool:
        """Say whether a translator has something to do here."""
        return self.state in WAITING

    @property
    def url(self) -> str:
        """Return the address of the translation; of the question whether to begin one where there is none."""
        if self.target_id:
            return reverse("wagtailadmin_pages:edit", args=[self.target_id])
        return reverse("start_translation", args=[self.source_id, self.language])

    @property
    def order(self) -> tuple:
        """Sort by: what matters most, then what has waited longest."""
        return self.importance.rank, self.since.timestamp() if self.since else 0.0, self.source_id
