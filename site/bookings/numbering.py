"""The numbers of the rows in the second side's own database begin where the first side's will never come.

So the number of a departure, as it stands in an address, tells which database to ask (`databases.alias_by_number`).
"""

from django.apps import apps
from django.db import connections

from bookings.databases import FIRST_OF_SECOND, SECOND_SIDE, alias_of

_LAST_BEFORE = FIRST_OF_SECOND - 1
_POSTGRESQL = "SELECT setval(%(sequence)s, GREATEST(last_value, %(last)s)) FROM {sequence}"


def begin_numbers(sender, using: str, **kwargs) -> None:
    """Move the counters of all booking tables on; those that are there already stay (after each `migrate`)."""
    if using != alias_of(SECOND_SIDE) or using == alias_of("RU"):
        return
    connection = connections[using]
    models = apps.get_app_config("bookings").get_models(include_auto_created=True)
    begin = _begin_in_sqlite if connection.vendor == "sqlite" else _begin_in_postgresql
    with connection.cursor() as cursor:
        for model in models:
            begin(cursor, model._meta.db_table)


def _begin_in_postgresql(cursor, table: str) -> None:
    cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
    if sequence := cursor.fetchone()[0]:  # it quotes itself
        cursor.execute(
            _POSTGRESQL.format(sequence=sequence), {"sequence": sequence, "last": _LAST_BEFORE}
        )


def _begin_in_sqlite(cursor, table: str) -> None:
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
    row = cursor.fetchone()
    if row is None:
        cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [table, _LAST_BEFORE])
    elif row[0] < _LAST_BEFORE:
        cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [_LAST_BEFORE, table])
