"""What the staff lists of trails and closures show."""

from datetime import timedelta

import django_filters
from django import forms
from django.db.models import Case, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import WagtailFilterSet

from content.base.formats import colon_after, enumeration, format_date
from content.trails.closures import with_unended_closures
from content.trails.models import Closure, ClosureState, EntryRule, EntryZone, LeadKind, Trail
from content.trails.queries import state_of
from content.trails.told_closures import reason_of


def staff_trails() -> QuerySet[Trail]:
    """Return all trails with what the list shows of them; the line on the map stays in the database."""
    return (
        Trail.objects.select_related("side", "area")
        .defer("track")
        .prefetch_related(*with_unended_closures())
    )


def today_at(trail: Trail) -> str:
    """Return in words whether a trail of `staff_trails` can be walked today."""
    state = state_of(trail)
    if state.is_closed:
        return _("closed: %(reason)s") % {"reason": reason_of(state.closure)}
    return _("open") if state.in_season else _("out of season")


def staff_closures() -> QuerySet[Closure]:
    """Return all closures, those that are not over first."""
    yesterday = timezone.now().date() - timedelta(days=1)
    is_over = Case(
        When(ends_on__lt=yesterday, then=Value(1)),
        When(lifted_at__isnull=False, then=Value(1)),
        default=Value(0),
    )
    return (
        Closure.objects.select_related("side", "area", "trail__side")
        .defer("trail__track")
        .order_by(is_over, "-starts_on", "pk")
    )


def time_of(closure: Closure) -> str:
    """Return in words how far it is with a closure, by the clock of its side."""
    return str(closure.state_on(closure.side.today()).label)


def first_day(closure: Closure) -> str:
    return format_date(closure.starts_on, "medium")


def last_day(closure: Closure) -> str:
    """Return the last day, or that nobody knows it yet."""
    return format_date(closure.ends_on, "medium") if closure.ends_on else _("until further notice")


def staff_entry_zones() -> QuerySet[EntryZone]:
    """Return all entry zones with their rules and the names of their trails."""
    return EntryZone.objects.select_related("side").prefetch_related(
        "rules", Prefetch("trails", queryset=Trail.objects.defer("track"))
    )


def rules_in_words(zone: EntryZone) -> str:
    """Return how early each group must book, in a line."""
    told = [(rule.get_group_display(), _lead_text(rule)) for rule in zone.rules.all()]
    return " · ".join(f"{group}{colon_after(group)}{lead}" for group, lead in told)


def _lead_text(rule: EntryRule) -> str:
    if rule.lead_days == 0:
        return _("until the start")
    if rule.lead_kind == LeadKind.WORKING:
        text = ngettext("%(days)d working day", "%(days)d working days", rule.lead_days)
    else:
        text = ngettext("%(days)d day", "%(days)d days", rule.lead_days)
    return text % {"days": rule.lead_days}


def trails_in(zone: EntryZone) -> str:
    """Name the trails that enter a zone."""
    return enumeration([str(trail) for trail in zone.trails.all()])


class TrailFilterSet(WagtailFilterSet):
    class Meta:
        model = Trail
        fields = ["side", "difficulty", "route_type", "guide"]


class ClosureFilterSet(WagtailFilterSet):
    time = django_filters.ChoiceFilter(
        label=gettext_lazy("When"),
        choices=ClosureState.choices,
        method="filter_time",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Closure
        fields = ["time", "trail", "area", "reason", "effect", "side"]

    def filter_time(self, closures: QuerySet, _name: str, time: str) -> QuerySet:
        today = timezone.localdate()
        is_planned = Q(lifted_at=None, starts_on__gt=today)
        is_lifted = Q(lifted_at__isnull=False) | Q(ends_on__lt=today)
        return {
            ClosureState.PLANNED: closures.filter(is_planned),
            ClosureState.LIFTED: closures.filter(is_lifted),
        }.get(ClosureState(time), closures.active_on(today))
