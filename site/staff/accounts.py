"""The sample accounts: who they are, and how to tell them from real ones."""

from django.db.models import QuerySet

from staff.models import User

SAMPLE_DOMAIN = "@example.org"  # reserved for examples: no real person has an address there
SAMPLE_PASSWORD = "land-of-big-cats"


def sample_users() -> QuerySet[User]:
    """Return the accounts that were made by `load_demo`."""
    return User.objects.filter(email__endswith=SAMPLE_DOMAIN, is_active=True)
