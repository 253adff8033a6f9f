"""In which database whose bookings live, and which one is meant at the moment.

Each side may keep its departures, bookings and people in a database of its own (`BOOKINGS_RU_DATABASE_URL`,
`BOOKINGS_CN_DATABASE_URL`); without them everything lies in the main one, and all of this costs nothing. What hangs
on a departure or a booking is found where that lies; a question that begins with a class of records is asked of the
side in charge: set for each request and command, by `transaction_for` for each verb. Nobody in charge is an error.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model

# A number tells its database: the rows of the second side's begin here (see `numbering`).
SECOND_SIDE, FIRST_OF_SECOND = "CN", 1_000_000_000

_in_charge: ContextVar[str | None] = ContextVar("bookings_database", default=None)


class NobodyInCharge(RuntimeError):
    """Bookings were asked for without saying whose."""


class OtherDatabase(RuntimeError):
    """A record of one side would be written into the database of the other."""


def alias_of(side: str) -> str:
    """Return the database that holds the bookings of a side."""
    return settings.BOOKING_DATABASES[side]


def alias_by_number(number: int) -> str:
    """Return the database of the departure, booking, guide … that has this number."""
    return alias_of(SECOND_SIDE if number >= FIRST_OF_SECOND else "RU")


def aliases(side: str = "") -> list[str]:
    """Return the databases that hold bookings, of one side or of both."""
    return list(dict.fromkeys([alias_of(side)] if side else settings.BOOKING_DATABASES.values()))


def are_apart() -> bool:
    """Say whether any bookings lie elsewhere than trails and pages, so that no query can join them."""
    return any(alias != DEFAULT_DB_ALIAS for alias in aliases())


def lies_apart(model: type[Model]) -> bool:
    """Say whether the records of a model lie elsewhere than trails and pages."""
    return model._meta.app_label == "bookings" and are_apart()


def current() -> str:
    """Return the database in charge; raise NobodyInCharge where there are two and nobody said which."""
    found = aliases()
    alias = found[0] if len(found) == 1 else _in_charge.get()
    if alias is None:
        raise NobodyInCharge("Say whose bookings are meant: bookings.databases.in_charge(alias).")
    return alias


def put_in_charge(alias: str) -> None:
    """Ask this database for bookings from here on, to the end of the block around."""
    _in_charge.set(alias)


@contextmanager
def in_charge(alias: str | None) -> Iterator[None]:
    """Ask this database for bookings within the block."""
    before = _in_charge.set(alias)
    try:
        yield
    finally:
        _in_charge.reset(before)


def in_turn(side: str = "") -> Iterator[str]:
    """Yield each database that holds bookings, of one side or of both, and put it in charge meanwhile."""
    for alias in aliases(side):
        with in_charge(alias):
            yield alias


def at(number: int) -> AbstractContextManager[None]:
    """Put the database of the departure, booking … with this number in charge."""
    return in_charge(alias_by_number(number))


@contextmanager
def transaction_for(number: int) -> Iterator[None]:
    """Begin a transaction in the database of the departure, booking … with this number, and put it in charge."""
    with transaction_in(alias_by_number(number)):
        yield


@contextmanager
def transaction_in(alias: str) -> Iterator[None]:
    """Begin a transaction in a database and put it in charge."""
    with in_charge(alias), transaction.atomic(using=alias):
        yield
