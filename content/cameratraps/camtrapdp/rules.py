"""The rules of single fields, read by frictionless from our own copy of the standard's facts (`fields/*.json`)."""

import json
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from frictionless import Schema

from content.cameratraps.camtrapdp.problems import Problems

REMEMBERED = 2_000
FOLDER = Path(__file__).parent / "fields"
# Never repeated in a report, which is read aloud, copied and sent.
_UNSAID = {"latitude", "longitude", "exifData", "locationID", "locationName", "cameraID", "setupBy"}

NO_COLUMN = _("This column is missing.")
TWO_COLUMNS = _("There are two columns of this name.")
CELLS = _("The row has %(found)d cells, the heading %(expected)d.")
REASONS: dict[str, Promise] = {
    "required": _("This must not be empty."),
    "enum": _("“%(value)s” is not one of: %(rule)s."),
    "minimum": _("“%(value)s” is less than %(rule)s."),
    "maximum": _("“%(value)s” is more than %(rule)s."),
    "pattern": _("“%(value)s” is not written as the standard asks."),
}
UNSAID_REASONS: dict[str, Promise] = {
    "minimum": _("This is less than %(rule)s."),
    "maximum": _("This is more than %(rule)s."),
}
TYPES: dict[str, Promise] = {
    "number": _("“%(value)s” is not a number."),
    "integer": _("“%(value)s” is not a whole number."),
    "boolean": _("“%(value)s” is neither true nor false."),
    "datetime": _(
        "“%(value)s” is not a date and time with its distance from UTC, such as 2026-05-01T06:30:00+10:00."
    ),
}
UNSAID_TYPE = _("This is not a number.")


def _reader_of(field) -> Callable[[str], tuple]:
    """Return the reader of a field's cells, which remembers the last ones: most columns say the same few things."""
    return lru_cache(maxsize=REMEMBERED)(field.create_cell_reader())


@cache
def schema_of(table: str) -> Schema:
    """Return the fields of a table. That keys are unique and lead somewhere is checked elsewhere, in bounded memory."""
    given = json.loads((FOLDER / f"{table}.json").read_text(encoding="utf-8"))
    for field in given["fields"]:
        field.get("constraints", {}).pop("unique", None)
    return Schema.from_descriptor(
        {"fields": given["fields"], "missingValues": given["missingValues"]}
    )


class RowRules:
    """Reads the cells of one table's rows; `wanted` are the fields whose values are of use."""

    def __init__(
        self, table: str, header: list[str], wanted: Iterable[str], file: str, problems: Problems
    ) -> None:
        self.problems, self.width = problems, len(header)
        labels = [label.strip() for label in header]
        self.columns = []
        self.is_whole = bool(header)  # no column is missing that must be there
        if not header:
            return  # said already
        for field in schema_of(table).fields:
            if labels.count(field.name) > 1:
                problems.add(file, 1, field.name, TWO_COLUMNS)
            if field.name not in labels:
                if field.constraints.get("required"):
                    problems.add(file, 1, field.name, NO_COLUMN)
                    self.is_whole = False
                continue
            if field.constraints or field.type not in ("string", "any") or field.name in wanted:
                place = labels.index(field.name)
                self.columns.append((place, field.name, _reader_of(field), field))

    def read(self, file: str, row: int, cells: list[str]) -> dict | None:
        """Return the values of a row; None, with every problem noted, when it has any."""
        if len(cells) != self.width:
            self.problems.add(file, row, "", CELLS, found=len(cells), expected=self.width)
            return None
        values, is_good = {}, True
        for place, name, reader, field in self.columns:
            value, notes = reader(cells[place])
            if notes:
                is_good = False
                for kind in notes:
                    self._note(file, row, field, kind, cells[place])
            values[name] = value
        return values if is_good else None

    def _note(self, file: str, row: int, field, kind: str, cell: str) -> None:
        rule = field.constraints.get(kind, "")
        values = {
            "value": cell[:60],
            "rule": ", ".join(map(str, rule)) if isinstance(rule, list) else rule,
        }
        if field.name in _UNSAID:
            reason = UNSAID_REASONS.get(kind) or (UNSAID_TYPE if kind == "type" else None)
            reason = reason or REASONS["required"]
        else:
            reason = TYPES[field.type] if kind == "type" else REASONS[kind]
        self.problems.add(file, row, field.name, reason, **values)
