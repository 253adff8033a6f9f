"""How many bookings a second `place_booking` makes, by one and by eight threads; run by `make bench` per database."""

import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.table import print_table

BASE_DIR = Path(__file__).resolve().parents[2]
SECONDS = 4.0
CAPACITY = 400
COLUMNS = ["what", "threads", "bookings", "refused", "bookings/s", "oversold"]


@dataclass(frozen=True)
class Run:
    """One way of booking: on how many departures, of what capacity, by how many threads."""

    name: str
    threads: int
    departures: int
    capacity: int


RUNS = (
    Run("many departures", 1, 40, CAPACITY),
    Run("many departures", 8, 40, CAPACITY),
    Run("one departure", 8, 1, CAPACITY),
    Run("the last 20 places", 8, 1, 20),
)


def main() -> int:
    sys.path.insert(0, str(BASE_DIR / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bigcats.settings")
    import django

    django.setup()
    from django.db import connection

    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        results = [measure(run) for run in RUNS]
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    print_table(f"place_booking on {connection.display_name}, mail apart", COLUMNS, results)
    return 1 if any(row[-1] for row in results) else 0


def measure(run: Run) -> list:
    """Book single places until the time is over or all are taken; return the figures."""
    from tests.bookings.factories import counter, held, make_departure

    departures = [make_departure(capacity=run.capacity) for _number in range(run.departures)]
    start = time.perf_counter()
    with ThreadPoolExecutor(run.threads) as pool:
        counts = list(pool.map(booker(departures, start + SECONDS), range(run.threads)))
    seconds = time.perf_counter() - start
    booked, refused = (sum(column) for column in zip(*counts, strict=True))
    oversold = sum(
        held(departure) > departure.capacity or held(departure) != counter(departure)
        for departure in departures
    )
    return [run.name, run.threads, booked, refused, booked / seconds, oversold]


def booker(departures: list, end: float) -> Callable[[int], tuple[int, int]]:
    """Return what one thread does: book, turn by turn on each departure, until none has a place."""
    from django.db import connection

    from bookings.errors import BookingError
    from bookings.services import place_booking
    from tests.bookings.factories import make_request

    def book(number: int) -> tuple[int, int]:
        booked = refused = 0
        turn = number
        while time.perf_counter() < end and refused < len(departures):
            try:
                place_booking(make_request(departures[turn % len(departures)], 1))
                booked += 1
            except BookingError:
                refused += 1
            turn += 1
        connection.close()
        return booked, refused

    return book


if __name__ == "__main__":
    sys.exit(main())
