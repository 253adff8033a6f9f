"""The page of all visits over 200,000 public frames: how long selections take, and whether numbers keep in step.

`python -m tests.benchmarks.wall` fills a database of its own, or the empty one that DATABASE_URL names.
`make bench` takes a tenth of the frames. The times are of whole answers within this process, one after another.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time

from tests.benchmarks.serving import set_up_django
from tests.benchmarks.table import Cell, print_table

TURNS, WARM_UPS, BUDGET = 15, 2, 150.0
COLUMNS = [
    "selection",
    "p50 ms",
    "p95 ms",
    "processor p50 ms",
    "processor p95 ms",
    "statements",
]
SELECTIONS = {
    "none": "",
    "an animal seen often": "species=many-0",
    "an animal seen seldom": "species=many-20",
    "a side": "side=RU",
    "a part of the reserve": "zone=many-3",
    "a season by night": "season=winter&time=night",
    "a month and a year": "month=2&year=2023",
    "a behaviour": "doing=eating",
    "five at once": "species=many-1&side=RU&season=winter&time=night&year=2024",
    "nothing fits": "zone=many-1&side=CN",
    "a value that is not known": "zone=nowhere&month=13",
    "the 200th page": "side=RU&page=200",
    "the last page": "page=100000",
}


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bigcats-wall-") as name:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{name}/db.sqlite3")
        os.environ.setdefault("SECRET_KEY", "b" * 60)
        os.environ["MEDIA_STORAGE_URL"] = f"file://{name}/media"
        os.environ["ALLOWED_HOSTS"] = "*"
        set_up_django()
        return _measure(options.frames)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.wall", description=__doc__)
    parser.add_argument("--frames", type=int, default=200_000)
    return parser.parse_args()


def _measure(frames: int) -> int:
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    begun = time.monotonic()
    visits = _fill(frames)
    print(f"\n{visits} visits written in {time.monotonic() - begun:.0f} s")
    rows = [_row(name, query) for name, query in SELECTIONS.items()]
    title = f"All visits, {frames} public frames of {visits} visits, {connection.display_name}"
    print_table(title, COLUMNS, [*rows, _together(rows)])
    print(f"\n{_withdrawing()}")
    connection.close()
    slow = [row[0] for row in rows if row[2] > BUDGET]
    if slow:
        print(f"Slower than {BUDGET:.0f} ms at p95: {', '.join(slow)}")
    return 0


def _fill(frames: int) -> int:
    from django.db import connection

    from content.cameratraps.models import ShownVisit
    from tests.benchmarks.many_visits import fill
    from tests.cameratraps.factories import make_indexes
    from tests.conftest import make_home_pages, make_locales, make_sides

    if not ShownVisit.objects.exists():
        make_sides()
        make_indexes(make_home_pages(make_locales()))
        fill(frames)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return ShownVisit.objects.count()


def _row(name: str, query: str) -> list[Cell]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, address = Client(), f"/en/galleries/visits/?{query}"
    times, processor = [], []
    for turn in range(WARM_UPS + TURNS):
        start, worked = time.perf_counter(), time.process_time()
        answer = client.get(address)
        if turn >= WARM_UPS:
            times.append((time.perf_counter() - start) * 1000)
            processor.append((time.process_time() - worked) * 1000)
        if answer.status_code != 200:
            sys.exit(f"{address} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [
        name,
        statistics.median(times),
        _p95(times),
        statistics.median(processor),
        _p95(processor),
        len(asked),
    ]


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def _together(rows: list[list[Cell]]) -> list[Cell]:
    return [
        "all of them",
        statistics.median(float(row[1] or 0) for row in rows),
        _p95([float(row[2] or 0) for row in rows]),
        statistics.median(float(row[3] or 0) for row in rows),
        _p95([float(row[4] or 0) for row in rows]),
        max(int(row[5] or 0) for row in rows),
    ]


def _withdrawing() -> str:
    """Take a release back, and say how long it took and whether the numbers knew it at once."""
    from django.db import transaction

    from content.cameratraps import wall
    from tests.cameratraps.factories import make_event

    with transaction.atomic():
        event = make_event(frames=4)
        before = wall.tallies(wall.Selection({}), wall.offer()).total
        start = time.perf_counter()
        event.releases.first().delete()
        milliseconds = (time.perf_counter() - start) * 1000
        after = wall.tallies(wall.Selection({}), wall.offer()).total
        transaction.set_rollback(True)
    return f"A release taken back in {milliseconds:.0f} ms, {before - after} visit fewer in the same step."


if __name__ == "__main__":
    sys.exit(main())
