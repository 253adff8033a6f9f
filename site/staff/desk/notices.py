"""What holds today on both sides: urgent notices, fire danger, closures."""

from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.formats import format_date
from content.notices.models import UrgentNotice
from content.notices.queries import in_force
from content.reserve.fire import FireNotice, fire_notices
from content.trails.models import Closure
from content.trails.told_closures import reason_of
from staff.desk.lists import SHOWN, DeskList, Row
from staff.models import User


def notices(user: User) -> DeskList:
    """Return what is in force on either side, urgent notices before all, the person's own side first."""
    urgent = list(in_force().select_related("side"))
    fires = fire_notices(get_language())
    closures = [one for one in _near_today() if one.holds_on(one.side.today())]
    rows = [_urgent_row(one, user) for one in _ordered(urgent, lambda one: one.side_id, user)]
    mine = [*_ordered(fires, lambda one: one.side, user), *_ordered(closures, _side_of, user)]
    rows += [_row(one, user) for one in mine]
    return DeskList(
        key="notices",
        heading=_("Closures and notices in force"),
        icon="warning",
        rows=rows[:SHOWN],
        total=len(rows),
        all_url=_closures_url(user),
    )


def _near_today() -> QuerySet[Closure]:
    """Return the closures that may hold today on one of the two clocks."""
    today, day = timezone.now().date(), timedelta(days=1)
    return (
        Closure.objects.overlapping(today - day, today + day)
        .select_related("side", "area", "trail")
        .defer("trail__track")
        .order_by("-starts_on", "pk")
    )


def _ordered(found: list, side_of, user: User) -> list:
    return sorted(found, key=lambda one: side_of(one) != user.side)


def _side_of(closure: Closure) -> str:
    return closure.side_id


def _row(one: FireNotice | Closure, user: User) -> Row:
    return _fire_row(one, user) if isinstance(one, FireNotice) else _closure_row(one, user)


def _urgent_row(notice: UrgentNotice, user: User) -> Row:
    facts = (format_date(notice.last_day), str(notice.side or _("both sides")))
    may_end = user.has_perm("notices.add_urgentnotice")
    return Row(
        notice.text,
        reverse("staff_urgent_notices") if may_end else "",
        facts,
        mark=_("urgent"),
        tone="danger",
    )


def _fire_row(fire: FireNotice, user: User) -> Row:
    url = reverse("wagtailsnippets_reserve_firedanger:list")
    tone = fire.kind
    return Row(
        fire.title,
        url if user.has_perm("reserve.view_firedanger") else "",
        (fire.until,),
        tone=tone,
    )


def _closure_row(closure: Closure, user: User) -> Row:
    until = (
        _("until %(day)s") % {"day": format_date(closure.ends_on)}
        if closure.ends_on
        else _("until further notice")
    )
    return Row(
        title=str(closure.place),
        url=_closure_url(closure, user),
        facts=(capfirst(reason_of(closure)), until, str(closure.side)),
        mark=_("closed"),
        tone="danger",
    )


def _closure_url(closure: Closure, user: User) -> str:
    """Return the closure where the person may see it; for booking officers the walks of that trail."""
    if user.has_perm("trails.view_closure"):
        name = "edit" if _may_change(closure, user) else "inspect"
        return reverse(f"wagtailsnippets_trails_closure:{name}", args=[closure.pk])
    if user.has_perm("bookings.view_departure") and user.side in ("", closure.side_id):
        which = f"?trail={closure.trail_id}" if closure.trail_id else ""
        return reverse("departure:index") + which
    return ""


def _may_change(closure: Closure, user: User) -> bool:
    policy = Closure.snippet_viewset.permission_policy
    return policy.user_has_permission_for_instance(user, "change", closure)


def _closures_url(user: User) -> str:
    may_see = user.has_perm("trails.view_closure")
    return reverse("wagtailsnippets_trails_closure:list") if may_see else ""
