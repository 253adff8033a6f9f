"""Django's router: the bookings of a side in that side's database, everything else in the main one."""

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

from bookings.databases import alias_of, aliases, current

APP = "bookings"


class SideRouter:
    """Set where a side has a database of its own; otherwise Django asks nobody."""

    def db_for_read(self, model: type[Model], instance: Model | None = None, **hints) -> str:
        if model._meta.app_label != APP:
            return DEFAULT_DB_ALIAS
        return (instance and database_of(instance)) or current()

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **hints) -> bool:
        """Let a booking point to a trail by its number, and never to a departure in the other database."""
        mine = [record for record in (one, other) if record._meta.app_label == APP]
        return len({record._state.db for record in mine} - {None}) < 2

    def allow_migrate(self, db: str, app_label: str, **hints) -> bool:
        return db in aliases() if app_label == APP else db == DEFAULT_DB_ALIAS


def database_of(record: Model) -> str | None:
    """Return where a record of the bookings lies, or where the bookings of a trail, a side, a person do."""
    if record._meta.app_label == APP and record._state.db:
        return record._state.db
    if record._meta.label == "reserve.Side":
        return alias_of(record.pk)
    side = getattr(record, "side_id", None) or getattr(record, "side", None)
    return alias_of(side) if side else None
