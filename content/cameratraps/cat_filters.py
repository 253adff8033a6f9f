from django.utils.translation import gettext_lazy as _

from content.base.choices import SideCode
from content.cameratraps.filters import AnimalFilters, choice_field


class CatFilters(AnimalFilters):
    """The filters of the list of known animals."""

    side = choice_field(
        _("Seen"),
        [*SideCode.choices, ("both", _("on both sides"))],
        _("on either side"),
    )
