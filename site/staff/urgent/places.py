"""Where a person may let a notice stand: choices of a form, and what stands behind each."""

from django.utils.translation import gettext as _

from content.base.choices import SideCode
from content.notices.services import Place, may_publish
from content.reserve.models import ProtectedArea, Side
from content.trails.models import Trail

EVERYWHERE = "everywhere"


def place_choices(user) -> list:
    """Return the choices in groups: both sides, one side, its areas, its trails."""
    sides = [side for side in SideCode if may_publish(user, side)]
    choices: list = []
    if may_publish(user, None):
        choices.append((EVERYWHERE, _("The whole reserve, on every page")))
    choices += [(f"side-{side.value}", side.label) for side in sides]
    areas = ProtectedArea.objects.filter(side__in=sides)
    trails = Trail.objects.filter(side__in=sides).only(
        "pk", "side", *[f"name_{code}" for code in ("en", "ru", "zh_hans")]
    )
    choices.append((_("Protected areas"), [(f"area-{area.pk}", str(area)) for area in areas]))
    choices.append((_("Trails"), [(f"trail-{trail.pk}", str(trail)) for trail in trails]))
    return choices


def place_of(choice: str) -> Place:
    """Return the place of a choice that the form has let through."""
    kind, _dash, key = choice.partition("-")
    if kind == "side":
        return Place(side=Side.objects.get(pk=key))
    if kind == "area":
        area = ProtectedArea.objects.select_related("side").get(pk=key)
        return Place(side=area.side, area=area)
    if kind == "trail":
        trail = Trail.objects.select_related("side", "area").get(pk=key)
        return Place(side=trail.side, area=trail.area, trail=trail)
    return Place()
