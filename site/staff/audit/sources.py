"""The three logs in which is written who did what, each narrowed to what one person may see.

A booking officer sees the bookings of their own country only; nobody reads a visitor's name here: what Wagtail
notes of bookings and of messages carries it in its label, and is left out for the bookings' own history.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS
from django.db.models import CharField, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.snippets.models import get_snippet_models

from bookings.databases import aliases
from bookings.merging import Merged, merged
from bookings.models import AuditEvent
from content.base.choices import SideCode
from content.base.permissions import SidePermissionPolicy
from staff.models import User

PAGES, RECORDS, BOOKINGS = "pages", "records", "bookings"
KINDS = [(PAGES, _("Pages")), (RECORDS, _("Facts, pictures, accounts")), (BOOKINGS, _("Bookings"))]
LEFT_OUT = ("bookings",)  # apps whose own history is shown instead
NAMELESS = ("contactmessage",)  # models whose label is a visitor's name


@dataclass(frozen=True)
class Wanted:
    """What a reader of the log asks for; empty means everything."""

    kind: str = ""
    person: User | None = None
    side: str = ""
    since: date | None = None
    until: date | None = None


def entries(user: User, wanted: Wanted) -> QuerySet | Merged:
    """Return rows of (`log`, `row`, `happened_at`), newest first, over all logs a person may see."""
    found: dict[str, list[QuerySet]] = defaultdict(
        list
    )  # by database: only what lies together can be joined
    for kind, (read, moment) in _SOURCES.items():
        for alias in aliases(user.side) if kind == BOOKINGS else [DEFAULT_DB_ALIAS]:
            if wanted.kind in ("", kind):
                rows = _rows(_on_days(read(user, wanted), moment, wanted), kind, moment)
                found[alias].append(rows.using(alias))
    return merged([_joined(parts) for parts in found.values()], _newest_first)


def _joined(parts: list[QuerySet]) -> QuerySet:
    first, *others = parts
    return first.union(*others, all=True).order_by("-happened_at", "log", "-row")


def _newest_first(row: tuple[str, str, datetime]) -> tuple:
    log, number, happened_at = row
    return -happened_at.timestamp(), log, -int(number)


def _rows(log: QuerySet, kind: str, moment: str) -> QuerySet:
    return (
        log.order_by()
        .annotate(log=Value(kind, TextField()), row=Cast("pk", TextField()), happened_at=F(moment))
        .values_list("log", "row", "happened_at")
    )


def _on_days(log: QuerySet, moment: str, wanted: Wanted) -> QuerySet:
    if wanted.since:
        log = log.filter(**{f"{moment}__date__gte": wanted.since})
    if wanted.until:
        log = log.filter(**{f"{moment}__date__lte": wanted.until})
    return log


def _by_staff(log: QuerySet, wanted: Wanted) -> QuerySet:
    """Narrow a log of Wagtail's by who did it; the rows of a deleted account keep only its number."""
    if wanted.person:
        log = log.filter(user_id=wanted.person.pk)
    if wanted.side:
        log = log.filter(user_id__in=User.objects.filter(side=wanted.side).values("pk"))
    return log


def of_pages(user: User, wanted: Wanted) -> QuerySet:
    return _by_staff(PageLogEntry.objects.viewable_by_user(user), wanted)


def of_records(user: User, wanted: Wanted) -> QuerySet:
    left_out = ContentType.objects.filter(app_label__in=LEFT_OUT).values("pk")
    seen = ModelLogEntry.objects.viewable_by_user(user)
    if user.side and not user.is_superuser:
        seen = seen.exclude(_of_the_other_side_alone(user))
    return _by_staff(seen.exclude(content_type_id__in=left_out), wanted)


def _of_the_other_side_alone(user: User) -> Q:
    """Return what holds of entries about records that only their own side may open, or that are deleted."""
    hidden = Q(pk__in=[])
    for model in get_snippet_models():
        policy = model.snippet_viewset.permission_policy
        if isinstance(policy, SidePermissionPolicy) and not policy.shows_other_side:
            own = policy.instances_user_has_any_permission_for(user, ["view", "change", "delete"])
            keys = own.order_by().annotate(number=Cast("pk", CharField())).values("number")
            kind = ContentType.objects.get_for_model(model)
            hidden |= Q(content_type=kind) & ~Q(object_id__in=keys)
    return hidden


def of_bookings(user: User, wanted: Wanted) -> QuerySet:
    """Return the events of the departures of a person's own side; of the other side's, none whatever is asked."""
    if not user.has_perm("bookings.view_auditevent"):
        return AuditEvent.objects.none()
    events = AuditEvent.objects.all()
    for side in filter(None, (user.side, wanted.side)):
        events = events.filter(departure__side_id=side)
    if wanted.person:
        events = events.filter(actor_kind="staff", actor_name=wanted.person.get_username())
    return events


_SOURCES: dict[str, tuple[Callable[[User, Wanted], QuerySet], str]] = {
    PAGES: (of_pages, "timestamp"),
    RECORDS: (of_records, "timestamp"),
    BOOKINGS: (of_bookings, "at"),
}
SIDES = SideCode.choices
