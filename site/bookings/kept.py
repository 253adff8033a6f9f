"""Queries that a rush asks hundreds of times a second, their SQL made once: making it costs more than the answer.

A query is described as everywhere, by a queryset; only its values change from one asking to the next.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql import Query, UpdateQuery
from django.db.models.sql.compiler import SQLCompiler


class KeptQuery:
    """The SQL of a queryset, made once for each database; `samples` stand where the values belong.

    `describe` gets the samples by name. A sample must be unlike everything else in the query. `lock` is for PostgreSQL
    alone: the clause of a row lock that Django has no name for.
    """

    def __init__(
        self, describe: Callable[..., QuerySet], *, lock: str = "", **samples: Any
    ) -> None:
        self._describe, self._lock, self._samples = describe, lock, samples
        self._made: dict[str, _Made] = {}

    def rows(self, alias: str, **values: Any) -> list[dict[str, Any]]:
        """Return the rows by the names of their columns, as `values` would."""
        made = self._made_for(alias)
        with connections[alias].cursor() as cursor:
            cursor.execute(made.sql, made.told(values, alias))
            found = cursor.fetchall()
        return [dict(zip(made.names, row, strict=True)) for row in made.converted(found)]

    def first(self, alias: str, **values: Any) -> Model | None:
        """Return the first row as a record; the query is one of whole rows, or of some of their columns."""
        found = self.rows(alias, **values)
        return record_of(self._made_for(alias).model, alias, found[0]) if found else None

    def _made_for(self, alias: str) -> "_Made":
        if alias not in self._made:  # two threads may both make it, of the same
            query = self._query(self._describe(**self._samples).using(alias))
            lock = self._lock if connections[alias].vendor == "postgresql" else ""
            self._made[alias] = _Made(query.get_compiler(alias), self._samples, alias, lock)
        return self._made[alias]

    def _query(self, described: QuerySet) -> Query:
        return described.query


class KeptUpdate(KeptQuery):
    """The same for an UPDATE that sets `changes`, in which samples may stand as well."""

    def __init__(self, describe: Callable[..., QuerySet], changes: dict, **samples: Any) -> None:
        super().__init__(describe, **samples)
        self._changes = changes

    def run(self, alias: str, **values: Any) -> int:
        """Change the rows; return how many."""
        made = self._made_for(alias)
        with connections[alias].cursor() as cursor:
            cursor.execute(made.sql, made.told(values, alias))
            return cursor.rowcount

    def _query(self, described: QuerySet) -> Query:
        query = described.order_by().query.chain(UpdateQuery)
        query.add_update_values(self._changes)
        return query


class _Made:
    """What is told to one database, and how its answer is read."""

    def __init__(
        self, compiler: SQLCompiler, samples: dict[str, Any], alias: str, lock: str
    ) -> None:
        sql, parameters = compiler.as_sql()
        self.sql = f"{sql} {lock}".rstrip()
        self.model = compiler.query.model
        names = {_as_told(sample, alias): name for name, sample in samples.items()}
        self._parameters = [(names.get(one), one) for one in parameters]
        if missing := set(samples) - {name for name, _one in self._parameters}:
            raise ValueError(f"The query does not depend on {', '.join(sorted(missing))}.")
        selected = compiler.select or []
        self.names = [name or column.target.attname for column, _sql, name in selected]
        self._converters = compiler.get_converters([column for column, *_rest in selected])
        self._compiler = compiler

    def told(self, values: dict[str, Any], alias: str) -> list:
        return [_as_told(values[name], alias) if name else one for name, one in self._parameters]

    def converted(self, rows: list[tuple]) -> Iterable:
        return self._compiler.apply_converters(rows, self._converters) if self._converters else rows


def record_of(model: type[Model], alias: str, values: dict[str, Any]) -> Model:
    """Return the record that a database keeps with these values of its columns; the others are read when asked for."""
    names = [one.attname for one in model._meta.concrete_fields if one.attname in values]
    return model.from_db(alias, names, [values[name] for name in names])


def _as_told(value: Any, alias: str) -> Any:
    """Return a value as the database takes it."""
    operations = connections[alias].ops
    if isinstance(value, datetime):
        return operations.adapt_datetimefield_value(value)
    return operations.adapt_datefield_value(value) if isinstance(value, date) else value
