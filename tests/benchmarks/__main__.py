"""`make bench`: what pages and bookings cost on this machine. Prints tables; asserts only that nothing is oversold."""

import argparse
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.benchmarks import first_visit, pages
from tests.benchmarks.sample_site import sample_site
from tests.benchmarks.table import print_table

PAGE_COLUMNS = [
    "page",
    "median ms",
    "p95 ms",
    "processor ms",
    "queries",
    "HTML kB",
    "requests/s at 8 clients",
]
BASE_DIR = Path(__file__).resolve().parents[2]


def main() -> int:
    options = _options()
    print(f"{date.today()} · {_machine()} · load {os.getloadavg()[0]:.1f}")
    if not options.only_bookings:
        with sample_site() as url:
            _measure_pages(url)
    if options.only_pages:
        return 0
    subprocess.run([sys.executable, "-m", "tests.benchmarks.packages"], cwd=BASE_DIR, check=False)
    return max([_measure_bookings(database) for database in _databases()])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only-pages", action="store_true")
    parser.add_argument("--only-bookings", action="store_true")
    return parser.parse_args()


def _machine() -> str:
    return f"{os.cpu_count()} × {platform.machine()}, Python {platform.python_version()}"


def _measure_pages(url: str) -> None:
    print_table(
        "Pages, warm, one worker with 8 threads, SQLite",
        PAGE_COLUMNS,
        pages.rows(url),
    )
    visits = first_visit.rows(url)
    if visits is None:
        print("\nNo Chromium here: the bytes of a first visit are not measured.")
        return
    print_table(
        "First visit on a phone (390 × 844, 2 pixels a point), kB over the line",
        ["page", "requests", "HTML", "CSS", "JS", "fonts", "images", "other", "all"],
        visits,
    )


def _databases() -> list[str]:
    """Return SQLite, and the server DATABASE_URL names when it is another."""
    named = os.environ.get("DATABASE_URL", "")
    return ["sqlite://:memory:", named] if named.startswith("postgres") else ["sqlite://:memory:"]


def _measure_bookings(database: str) -> int:
    environment = {**os.environ, "DATABASE_URL": database, "EMAIL_URL": "dummymail://"}
    modules = ("tests.benchmarks.bookings", "tests.benchmarks.contended")
    commands = [[sys.executable, "-m", module] for module in modules]
    return max(
        subprocess.run(command, cwd=BASE_DIR, env=environment, check=False).returncode
        for command in commands
    )


if __name__ == "__main__":
    sys.exit(main())
