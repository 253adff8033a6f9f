"""Where visits stand between the two sides: questions that the desk, the list and the cards of the home page share."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.choices import SideCode
from content.cameratraps.choices import Stage
from content.cameratraps.models import Event, Refusal, Release

_OF_EVENT = {"event": OuterRef("pk")}


class State(models.TextChoices):
    """One pile on the desk, as it lies before somebody of one side."""

    NEW = "new", _("not looked at yet")
    MINE = "mine", _("waits for my side")
    THEIRS = "theirs", _("waits for the other side")
    REFUSED = "refused", pgettext_lazy("of a visit", "refused")
    EMBARGOED = "embargoed", _("under embargo")
    PUBLIC = "public", _("public")
    REVIEW = "review", _("to be looked at again")
    ASIDE = "aside", _("set aside")


def waiting_for(side: str) -> QuerySet:
    """Return the visits a side is asked about: handed on or released by the other, refused by nobody."""
    releases = Release.objects.filter(**_OF_EVENT)
    return Event.objects.filter(
        Q(stage=Stage.READY) | Q(Exists(releases)),
        ~Exists(releases.filter(side_id=side)),
        ~Exists(Refusal.objects.filter(**_OF_EVENT)),
    )


def review_due(side: str = "") -> QuerySet:
    """Return the visits of which a release, of one side when it is named, is past its day to look again."""
    due = Release.objects.filter(review_on__lte=timezone.now().date(), **_OF_EVENT)
    return Event.objects.filter(Exists(due.filter(side_id=side) if side else due))


def refused() -> QuerySet:
    return Event.objects.filter(Exists(Refusal.objects.filter(**_OF_EVENT)))


def in_state(state: str, side: str) -> QuerySet:
    """Return the visits of a pile, for somebody of `side`; for nobody's side what waits for either."""
    return _PILES[State(state)](side)


def _new(_side: str) -> QuerySet:
    return Event.objects.filter(stage=Stage.NEW, releases__isnull=True, refusals__isnull=True)


def _waiting_for(*sides: str) -> QuerySet:
    found = [waiting_for(side).values("pk") for side in sides]
    return Event.objects.filter(pk__in=found[0].union(*found[1:]) if found[1:] else found[0])


def _mine(side: str) -> QuerySet:
    return _waiting_for(*([side] if side else SideCode.values))


def _theirs(side: str) -> QuerySet:
    return _waiting_for(*(other for other in SideCode.values if other != side))


def _embargoed(_side: str) -> QuerySet:
    some_day = Event.objects.public(date.max)
    return some_day.exclude(pk__in=Event.objects.public().values("pk"))


_PILES = {
    State.NEW: _new,
    State.MINE: _mine,
    State.THEIRS: _theirs,
    State.REFUSED: lambda _side: refused(),
    State.EMBARGOED: _embargoed,
    State.PUBLIC: lambda _side: Event.objects.public(),
    State.REVIEW: review_due,
    State.ASIDE: lambda _side: Event.objects.filter(stage=Stage.ASIDE),
}
