"""Bringing the bookings of a side that were made in the main database into the database of their own it has now.

Rows are copied as they are, column by column: no verb, no signal and no clock changes anything on the way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction

from bookings import numbering
from bookings.databases import FIRST_OF_SECOND, SECOND_SIDE, alias_of
from bookings.models import AuditEvent

CHUNK = 500
NUMBERS_IN_DETAILS = ("visit", "series")  # of the history: keys of records


class CannotMove(Exception):
    """Why the bookings of a side cannot be moved now."""


@dataclass
class Moved:
    """How many rows of each table belong to the side, and how many events of the history to neither."""

    rows: dict[str, int] = field(default_factory=dict)
    nobodys: int = 0


Rows = dict[type[models.Model], list[dict]]


def move(side: str, *, is_trial: bool = False, removes: bool = False) -> Moved:
    """Copy a side's rows into its database in one transaction; `removes` takes them off the main one after that.

    `is_trial` does it all and takes it back. Raises CannotMove and changes nothing.
    """
    target = alias_of(side)
    _refuse_to_move(side, target)
    rows, nobodys = _rows_of(side)
    wanted = _renumbered(rows) if side == SECOND_SIDE else rows
    with transaction.atomic(using=target):
        if _is_empty(target):
            _write(wanted, target)
        elif not removes:
            raise CannotMove("That database holds bookings already; nothing was changed.")
        _compare(wanted, target)
        transaction.set_rollback(is_trial, using=target)
    if not is_trial:
        _move_numbers_on(list(wanted), target)
        if removes:
            _remove(rows)
    return Moved({model._meta.label: len(found) for model, found in rows.items()}, nobodys)


def _refuse_to_move(side: str, target: str) -> None:
    if target == DEFAULT_DB_ALIAS:
        raise CannotMove(
            f"BOOKINGS_{side}_DATABASE_URL is not set: the bookings lie where they belong."
        )
    if side != SECOND_SIDE and alias_of(SECOND_SIDE) == DEFAULT_DB_ALIAS:
        for model in _models():
            if "side_id" in _columns(model):
                early = _plain(model).filter(side_id=SECOND_SIDE, pk__lt=FIRST_OF_SECOND)
                if early.exists():
                    raise CannotMove(
                        f"Move those of {SECOND_SIDE} first: by their numbers they would be looked for in the "
                        f"database of {side}."
                    )


def _models() -> list[type[models.Model]]:
    """Return the tables of bookings, each after those it points to."""
    left = list(apps.get_app_config("bookings").get_models(include_auto_created=True))
    ordered: list[type[models.Model]] = []
    while left:
        ready = [
            one for one in left if not {key.related_model for key in _keys(one)} & set(left) - {one}
        ]
        ordered += ready
        left = [one for one in left if one not in ready]
    return ordered


def _keys(model: type[models.Model]) -> list[models.Field]:
    """Return the keys of a table that lead to other bookings, not out of them."""
    fields = model._meta.concrete_fields
    return [
        one for one in fields if one.is_relation and one.related_model._meta.app_label == "bookings"
    ]


def _columns(model: type[models.Model]) -> list[str]:
    return [one.attname for one in model._meta.concrete_fields]


def _plain(model: type[models.Model], alias: str = DEFAULT_DB_ALIAS) -> models.QuerySet:
    """Return rows by the columns as they are stored, whatever the language."""
    return models.QuerySet(model=model, using=alias)


def _rows_of(side: str) -> tuple[Rows, int]:
    """Return the rows of a side in the main database, and how many events name neither side."""
    rows: Rows = {}
    numbers: dict[type[models.Model], set] = {}
    nobodys = 0
    for model in _models():
        found = []
        for row in _plain(model).order_by("pk").values(*_columns(model)):
            belongs = _side_of(model, row, side, numbers)
            found += [row] if belongs else []
            nobodys += belongs is None
        rows[model] = found
        numbers[model] = {row[model._meta.pk.attname] for row in found}
    return rows, nobodys


def _side_of(model: type[models.Model], row: dict, side: str, numbers: dict) -> bool | None:
    """Say whether a row is of the side; None for one that names nobody's."""
    if "side_id" in row:
        return row["side_id"] == side
    leading = [(key.related_model, row[key.attname]) for key in _keys(model) if row[key.attname]]
    leading = [(other, number) for other, number in leading if other is not model]
    if leading:
        return all(number in numbers[other] for other, number in leading)
    if model is AuditEvent and row["details"].get("side"):
        return row["details"]["side"] == side
    return None


def _renumbered(rows: Rows) -> Rows:
    """Return rows with the numbers of the second side; who has them already keeps them."""
    return {model: [_renumber(model, row) for row in found] for model, found in rows.items()}


def _renumber(model: type[models.Model], row: dict) -> dict:
    own = (
        [model._meta.pk]
        if isinstance(model._meta.pk, models.AutoField | models.BigAutoField)
        else []
    )
    new = {one.attname: _number(row[one.attname]) for one in (*own, *_keys(model))}
    if model is AuditEvent:
        told = row["details"]
        new["details"] = told | {
            name: _number(told[name]) for name in NUMBERS_IN_DETAILS if name in told
        }
    return row | new


def _number(number):
    is_early = isinstance(number, int) and number < FIRST_OF_SECOND
    return number + FIRST_OF_SECOND if is_early else number


def _is_empty(alias: str) -> bool:
    return not any(_plain(model, alias).exists() for model in _models())


def _write(rows: Rows, alias: str) -> None:
    connection = connections[alias]
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model, found in rows.items():
            fields = model._meta.concrete_fields
            names = ", ".join(quote(one.column) for one in fields)
            places = ", ".join(["%s"] * len(fields))
            statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"
            for some in _chunks(found):
                cursor.executemany(
                    statement,
                    [
                        [one.get_db_prep_save(row[one.attname], connection) for one in fields]
                        for row in some
                    ],
                )


def _compare(rows: Rows, alias: str) -> None:
    """Raise CannotMove unless exactly these rows lie there."""
    for model, found in rows.items():
        key = model._meta.pk.attname
        there = set(_plain(model, alias).values_list("pk", flat=True))
        if there != {row[key] for row in found}:
            raise CannotMove(
                f"{model._meta.label}: {len(found)} rows here, {len(there)} there, not the same; nothing was changed."
            )


def _move_numbers_on(found: list[type[models.Model]], alias: str) -> None:
    connection = connections[alias]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(statement)
    numbering.begin_numbers(None, using=alias)


def _remove(rows: Rows) -> None:
    """Delete moved rows from the main database, in one transaction, what points to others first."""
    connection = connections[DEFAULT_DB_ALIAS]
    quote = connection.ops.quote_name
    with transaction.atomic(using=DEFAULT_DB_ALIAS), connection.cursor() as cursor:
        for model, found in reversed(rows.items()):
            key = model._meta.pk
            statement = f"DELETE FROM {quote(model._meta.db_table)} WHERE {quote(key.column)} = %s"
            for some in _chunks(found):
                cursor.executemany(
                    statement,
                    [[key.get_db_prep_save(row[key.attname], connection)] for row in some],
                )


def _chunks(rows: list[dict]) -> Iterator[list[dict]]:
    for first in range(0, len(rows), CHUNK):
        yield rows[first : first + CHUNK]
