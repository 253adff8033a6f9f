"""System checks of the accounts."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import DatabaseError

from staff.accounts import sample_users


@register(Tags.database)
def no_sample_accounts_in_production(databases=None, **kwargs) -> list[Error]:
    """Refuse to migrate or deploy a production site on which anybody knows the sample password."""
    if not settings.PRODUCTION or not databases:
        return []
    try:
        names = sorted(sample_users().values_list("username", flat=True))
    except DatabaseError:  # the first migration of an empty database
        return []
    if not names:
        return []
    return [
        Error(
            f"Sample accounts exist on a production site: {', '.join(names)}.",
            hint="Delete or deactivate them; their password is public.",
            id="staff.E001",
        )
    ]
