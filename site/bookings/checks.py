"""System checks: the databases must be set up so that counting places is safe, and that they can be taken apart."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, register

from bookings.models.crossing import forget, protect


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


@register(Tags.models)
def keys_that_lead_out_have_no_constraint(app_configs=None, **kwargs) -> list[Error]:
    """Refuse a key from a booking model to another app's that only one and the same database could hold."""
    return [
        Error(
            f"{model.__name__}.{field.name} leads out of the bookings: set db_constraint=False and "
            "on_delete of bookings.models.crossing.",
            id="bookings.E003",
        )
        for model in apps.get_app_config("bookings").get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.is_relation
        and field.related_model._meta.app_label != "bookings"
        and (field.db_constraint or field.remote_field.on_delete not in (protect, forget))
    ]
