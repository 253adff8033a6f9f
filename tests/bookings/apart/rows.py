"""What lies in a database, asked without the site's own code."""

from django.db import connections

from bookings.databases import alias_of

OTHER = {"RU": "CN", "CN": "RU"}


def tables(alias: str) -> list[str]:
    return connections[alias].introspection.table_names()


def all_text(alias: str) -> str:
    """Return every row of every table as text."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        found = []
        for table in tables(alias):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [f"{table} {row}" for row in cursor.fetchall()]
    return "\n".join(found)


def count(side: str, table: str) -> int:
    with connections[alias_of(side)].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM bookings_{table}")
        return cursor.fetchone()[0]
