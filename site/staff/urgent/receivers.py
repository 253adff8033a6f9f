"""Who is told of an urgent notice: moderators and booking officers of both sides."""

from content.base.choices import SideCode
from content.base.languages import LANGUAGE_NAMES
from content.notices.models import UrgentNotice
from content.notices.wording import column
from staff.mailing.models import Occasion
from staff.mailing.services import tell
from staff.models import User
from staff.roles import role_with

ROLES = ("moderator", "booking-officer")


def tell_both_sides(notice: UrgentNotice, user: User, occasion: Occasion) -> None:
    """Write to both sides, each person in their own language; not to whoever did it."""
    groups = [role_with(role).group_name(side) for role in ROLES for side in SideCode]
    people = User.objects.filter(groups__name__in=groups, is_active=True).exclude(pk=user.pk)
    texts = {code: getattr(notice, column(code)) for code in LANGUAGE_NAMES}
    tell(
        people.distinct(),
        occasion,
        title=texts,
        name=user.get_full_name() or user.get_username(),
        path="/staff/urgent/",
    )
