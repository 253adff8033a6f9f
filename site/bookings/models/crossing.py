"""Keys that lead out of the bookings: to trails, sides, accounts. What they lead to may lie in another database.

No constraint of a database can hold them there; so before a trail, a side or an account is deleted, each database is
asked for what points to it.
"""

from django.db import models
from django.db.models import ProtectedError

from bookings.databases import OtherDatabase, alias_of, aliases


def protect(collector, field, sub_objs, using) -> None:
    """Do what Django's PROTECT does, in each database."""
    found = {row for alias in aliases() for row in sub_objs.using(alias)}
    if found:
        raise ProtectedError(f"{field.model.__name__}.{field.name} points to it.", found)


def forget(collector, field, sub_objs, using) -> None:
    """Do what Django's SET_NULL does, in each database."""
    for alias in aliases():
        rows = sub_objs.using(alias)
        if alias == using or rows.exists():
            collector.add_field_update(field, None, rows)


protect.lazy_sub_objs = forget.lazy_sub_objs = (
    True  # Django must not look for them beside the record
)


class SideOfTrail(models.ForeignKey):
    """The side of the record's trail, kept beside it: a question about a side need not ask for trails."""

    def pre_save(self, instance: models.Model, add: bool) -> str:
        side = instance.trail.side_id
        setattr(instance, self.attname, side)
        return side


def refuse_other_database(
    sender: type[models.Model], instance: models.Model, using: str, **kwargs
) -> None:
    """Raise OtherDatabase for a record that is about to be written where the other side's bookings lie.

    What hangs on it cannot go astray: its key leads to a number that only the right database has.
    """
    if sender._meta.app_label != "bookings" or not hasattr(sender, "side_id"):
        return
    is_of_trail = isinstance(sender._meta.get_field("side"), SideOfTrail)
    side = instance.trail.side_id if is_of_trail else instance.side_id
    if alias_of(side) != using:
        raise OtherDatabase(f"{instance._meta.label} {instance.pk} of {side} belongs elsewhere.")
