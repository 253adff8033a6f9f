"""System checks: the database must be set up so that counting places is safe."""

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.database)
def transactions_are_safe(databases=None, **kwargs) -> list[Error]:
    """Refuse SQLite without IMMEDIATE transactions, and PostgreSQL with another isolation than READ COMMITTED."""
    errors = []
    for alias, config in settings.DATABASES.items():
        options = config.get("OPTIONS", {})
        engine = config["ENGINE"].rsplit(".", 1)[-1]
        if engine == "sqlite3" and options.get("transaction_mode") != "IMMEDIATE":
            errors.append(
                Error(f"Database {alias}: transaction_mode must be IMMEDIATE.", id="bookings.E001")
            )
        if engine == "postgresql" and "isolation_level" in options:
            errors.append(
                Error(
                    f"Database {alias}: leave isolation_level at READ COMMITTED.",
                    id="bookings.E002",
                )
            )
    return errors
