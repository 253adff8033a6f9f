"""One departure, many visitors, real HTTP: the last steps of the public pages against a server with two workers.

Each visitor sends in the review page (which takes the places) and then confirms from the mail's link: two requests, as
a browser sends them. The signed drafts are made beforehand. Run by `make bench` per database; two workers want Redis.
"""

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from tests.benchmarks.processors import KINDS, seconds_used
from tests.benchmarks.serving import free_port, set_up_django, wait_until_it_answers
from tests.benchmarks.table import print_table

BASE_DIR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Size:
    """How many visitors come for how many places, by how many clients one run after the other."""

    visitors: int
    places: int
    clients: tuple[int, ...]


FULL = Size(1000, 500, (1, 2, 4, 8, 32))
SHORT = Size(300, 200, (1, 8))
REDIS = os.environ.get("CACHE_URL") or "redis://127.0.0.1:6379/8"
COLUMNS = [
    "clients",
    "confirmed",
    "refused",
    "errors",
    "confirmed/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "oversold",
]
BY_KIND = ["clients", *(f"{kind} ms" for kind in KINDS), "together ms", "load"]
CSRF = "c" * 32


@dataclass
class Tally:
    """What one client met; times are seconds from the first byte sent to the last one read, of both requests."""

    confirmed: int = 0
    refused: int = 0
    errors: int = 0
    seconds: list[float] = field(default_factory=list)
    last: float = 0.0


def main() -> int:
    size = _size()
    with tempfile.TemporaryDirectory(prefix="bigcats-bench-") as name, database(Path(name)):
        port = free_port()
        os.environ |= {
            "PORT": str(port),
            "SITE_URL": f"http://127.0.0.1:{port}",
            "SECRET_KEY": "b" * 60,
            "EMAIL_URL": "dummymail://",
            "WEB_WORKERS": os.environ.get("WEB_WORKERS", "2"),
            "WEB_THREADS": os.environ.get("WEB_THREADS", "8"),
            "KEEP_HOUSE": "false",
            "BOOKINGS_PER_ADDRESS": "1000000",
            "HOLDS_PER_CLIENT": "1000000",
            "CACHE_URL": REDIS,
        }
        set_up_django()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        _an_empty_site()
        with _server(port, Path(name) / "server.log"):
            runs = [measure(port, size, clients) for clients in size.clients]
        title = f"{size.visitors} visitors for {size.places} places by HTTP, {connection.display_name}, 2 workers"
        print_table(title, COLUMNS, [run.row for run in runs])
        print_table("Processor time of a confirmed booking", BY_KIND, [run.costs for run in runs])
        connection.close()
    return 1 if any(run.is_wrong for run in runs) else 0


def _size() -> Size:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help=f"{SHORT.visitors} visitors only")
    parser.add_argument("--clients", help="numbers of clients, parted by commas")
    options = parser.parse_args()
    size = SHORT if options.short else FULL
    if options.clients:
        clients = tuple(int(number) for number in options.clients.split(","))
        size = Size(size.visitors, size.places, clients)
    return size


@contextmanager
def database(folder: Path) -> Iterator[None]:
    """Give DATABASE_URL a database of its own: a file, or a new one on the same server."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
        yield
        return
    import psycopg

    base, _, name = url.rpartition("/")
    own = f"bigcats_bench_{os.getpid()}"
    with psycopg.connect(f"{base}/{name}", autocommit=True) as server:
        migrated = os.environ.get("MIGRATED_DATABASE")
        server.execute(f"CREATE DATABASE {own}" + (f" TEMPLATE {migrated}" if migrated else ""))
        os.environ["DATABASE_URL"] = f"{base}/{own}"
        try:
            yield
        finally:
            server.execute(f"DROP DATABASE {own} WITH (FORCE)")


@contextmanager
def _server(port: int, log: Path) -> Iterator[None]:
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=BASE_DIR, stdout=out, stderr=out
        )
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}/healthz", server, log)
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def _an_empty_site() -> None:
    from wagtail.models import Locale

    from tests.conftest import CODES, make_home_pages

    make_home_pages({code: Locale.objects.get_or_create(language_code=code)[0] for code in CODES})


class Meter:
    """Reads the processor time when the last place is confirmed: what is refused after that is no part of it."""

    def __init__(self, database: str, places: int) -> None:
        self.database, self.places = database, places
        self.confirmed: list[int] = []
        self.before, self.after = seconds_used(database), {}

    def confirm(self) -> None:
        self.confirmed.append(1)
        if len(self.confirmed) == self.places:
            self.after = seconds_used(self.database)

    def used(self) -> list[float]:
        after = self.after or seconds_used(self.database)
        return [after[kind] - self.before[kind] for kind in KINDS]


@dataclass(frozen=True)
class Run:
    """The figures of one run, as the tables show them."""

    row: list
    costs: list
    is_wrong: bool


def measure(port: int, size: Size, clients: int) -> Run:
    """Let so many clients send in all visitors; return the figures."""
    from django.db import connection

    from tests.bookings.factories import make_departure

    departure = make_departure(capacity=size.places)
    visitors = [_draft(departure.pk) for _visitor in range(size.visitors)]
    shares = [visitors[number::clients] for number in range(clients)]
    name = connection.settings_dict["NAME"]
    meter = Meter(name, size.places)
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        tallies = list(pool.map(lambda share: _client(port, departure.pk, share, meter), shares))
    return _figures(departure, clients, tallies, start, meter.used())


def _figures(departure, clients: int, tallies: list[Tally], start: float, used: list[float]) -> Run:
    from tests.bookings.factories import counter, held

    seconds = max(tally.last for tally in tallies) - start  # as long as there were places
    confirmed, refused, errors = (
        sum(getattr(tally, name) for tally in tallies)
        for name in ("confirmed", "refused", "errors")
    )
    times = [1000 * one for tally in tallies for one in tally.seconds]
    cuts = quantiles(times, n=100) if len(times) > 1 else [0.0] * 99
    places = held(departure)
    oversold = int(places > departure.capacity or places != counter(departure))
    row = [clients, confirmed, refused, errors, confirmed / seconds]
    row += [*(cuts[at] for at in (49, 94, 98)), oversold]
    costs = [1000 * one / max(1, confirmed) for one in used]
    costs = [clients, *costs, sum(costs), os.getloadavg()[0]]
    return Run(row, costs, is_wrong=bool(errors or oversold))


def _draft(departure_id: int) -> tuple[str, str, str]:
    """Return a filled draft, signed, with its key and its address."""
    from dataclasses import asdict

    from bookings.drafts import Draft, sign
    from bookings.parties import ConsentGiven
    from bookings.references import new_key

    key = new_key()
    email = f"{key.lower()}@example.org"
    typed = {"adults": 1, "children": 0, "name": "Sample Visitor", "email": email, "phone": ""}
    consent = asdict(ConsentGiven("bench", "0" * 64, "en"))
    return sign(Draft(departure_id, key, "", typed, consent)), key, email


def _client(
    port: int, departure_id: int, visitors: list[tuple[str, str, str]], meter: Meter
) -> Tally:
    from bookings.references import confirm_token

    tally = Tally()
    review = f"/en/bookings/departures/{departure_id}/review/"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for draft, key, email in visitors:
        start = time.perf_counter()
        status, place = _post(connection, review, {"draft": draft})
        if status == 303:
            private = place.partition("?")[0]
            link = f"{private}confirm/{confirm_token(key, email)}/"
            status, place = _post(connection, link, {})
        tally.seconds.append(time.perf_counter() - start)
        if status == 303 and place.endswith("?done=booked"):
            tally.confirmed += 1
            tally.last = time.perf_counter()
            meter.confirm()
        elif status == 409:
            tally.refused += 1
        else:
            tally.errors += 1
    connection.close()
    return tally


def _post(connection: http.client.HTTPConnection, path: str, fields: dict) -> tuple[int, str]:
    body = urlencode({**fields, "csrfmiddlewaretoken": CSRF})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"csrftoken={CSRF}",
        "Host": f"127.0.0.1:{connection.port}",
    }
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.headers.get("Location", "")


if __name__ == "__main__":
    sys.exit(main())
