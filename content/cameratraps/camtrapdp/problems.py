"""What is wrong with a package: every single thing is counted, the first ones are kept to be read."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.functional import Promise

SHOWN = 200


class PackageRefusedError(ValidationError):
    """A package that cannot be read at all, or must not be; the message says why."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend. `row` counts as a spreadsheet does, the heading being row 1; 0 stands for the whole file."""

    file: str
    row: int
    field: str
    reason: str


@dataclass
class Problems:
    """The problems of one package in the language that is active while it is read."""

    count: int = 0
    shown: list[Problem] = field(default_factory=list)

    def add(self, file: str, row: int, column: str, reason: Promise | str, **values) -> None:
        """Count a problem; `reason` is put into words only while the list is short."""
        self.count += 1
        if len(self.shown) < SHOWN:
            text = str(reason)
            self.shown.append(Problem(file, row, column, text % values if values else text))

    def __bool__(self) -> bool:
        return self.count > 0
