"""The sample accounts of both countries, one for each role."""

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from content.base.languages import LANGUAGE_NAMES
from content.base.models import SiteSettings
from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES, read_texts
from content.reserve.models import Side
from staff.accounts import SAMPLE_PASSWORD, sample_users
from staff.granting import setup_roles
from staff.models import HAN, User
from staff.roles import role_with


class NotASampleSiteError(Exception):
    """Accounts with a public password are for sample sites only."""


def load(sample: Sample) -> None:
    """Make the groups of the table and the sample accounts; an account that exists is left as it is.

    In production there are groups only: everybody knows the password of the sample accounts.
    """
    if not SiteSettings.load().is_sample_site:
        raise NotASampleSiteError
    setup_roles()
    if settings.PRODUCTION:
        return
    password = make_password(SAMPLE_PASSWORD)
    for record in read_texts("staff")["accounts"]:
        if not User.objects.filter(username=record["username"]).exists():
            _make_account(record, password)


def _make_account(record: dict, password: str) -> None:
    role, side = role_with(record["role"]), record["side"]
    first, last = _split_name(record["name"])
    user = User.objects.create(
        username=record["username"],
        first_name=first,
        last_name=last,
        email=record["email"],
        side=side,
        password=password,
        is_superuser=role.everything,
    )
    user.groups.add(Group.objects.get(name=role.group_name(side)))
    UserProfile.objects.create(
        user=user,
        preferred_language=LANGUAGES[record["language"]],
        current_time_zone=Side.objects.get(code=side).time_zone if side else "",
    )


def _split_name(name: str) -> tuple[str, str]:
    """Return first and family name; a Chinese name has no space and begins with the family's."""
    if HAN.match(name):
        return name[1:], name[:1]
    first, _space, last = name.partition(" ")
    return first, last


def sample_accounts() -> list[str]:
    """Return a line for each sample account there is, after a line with their common password."""
    users = sample_users().select_related("wagtail_userprofile").prefetch_related("groups")
    lines = []
    for user in users.order_by("pk"):
        group = next(iter(user.groups.all()), None)
        language = LANGUAGE_NAMES.get(user.wagtail_userprofile.preferred_language, "")
        lines.append(f"    {user.username:<14}{group.name if group else '':<26}{language}")
    if lines:
        lines.insert(0, f"\n  Sample staff accounts, all with the password {SAMPLE_PASSWORD}")
    return lines
