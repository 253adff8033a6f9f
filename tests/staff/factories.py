"""Makers of staff and of the records they work with."""

from itertools import count

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.users.models import UserProfile

from bookings.models import Departure
from content.reserve.models import ContactMessage, ProtectedArea
from content.trails.models import Closure
from staff.models import User
from staff.roles import role_with
from tests.trails.factories import make_trail

_numbers = count(1)


def make_staff(role: str, side: str = "", language: str = "en") -> User:
    """Create a member of staff of one role; the groups must exist."""
    user = User.objects.create(username=f"{role}-{side}-{next(_numbers)}", side=side)
    user.groups.add(Group.objects.get(name=role_with(role).group_name(side)))
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


def make_area(side: str) -> ProtectedArea:
    number = next(_numbers)
    return ProtectedArea.objects.create(
        slug=f"area-{number}",
        side_id=side,
        name_en=f"Area {number}",
        name_ru=f"Территория {number}",
        name_zh_hans=f"保护地{number}",
    )


def make_closure(side: str) -> Closure:
    return Closure.objects.create(
        trail=make_trail(side), reason_id="fire", starts_on=timezone.localdate()
    )


def make_message(side: str) -> ContactMessage:
    return ContactMessage.objects.create(
        side_id=side, name=f"Visitor of {side}", email="v@example.org", message="?", language="en"
    )


def make_departure(side: str) -> Departure:
    start = timezone.now() + timezone.timedelta(days=3)
    return Departure.objects.create(
        trail=make_trail(side), starts_at=start, closes_at=start, capacity=5, state="open"
    )


def picture_file():
    file = get_test_image_file(filename="IMG_0001.png", size=(1200, 800))
    file.seek(0)
    return file
