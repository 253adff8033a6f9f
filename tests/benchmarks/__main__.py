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


PARTS = ("pages", "packages", "wall", "verbs", "bookings")


def main() -> int:
    options = _options()
    print(f"{date.today()} · {_machine()} · load {os.getloadavg()[0]:.1f}")
    if "pages" in options.parts:
        with sample_site() as url:
            _measure_pages(url)
    if "packages" in options.parts:
        command = [sys.executable, "-m", "tests.benchmarks.packages"]
        subprocess.run(command, cwd=BASE_DIR, check=False)
    if "wall" in options.parts:
        command = [sys.executable, "-m", "tests.benchmarks.wall", "--frames=20000"]
        subprocess.run(command, cwd=BASE_DIR, check=False)
    return max([_measure_bookings(database, options) for database in _databases()])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", help=f"of {', '.join(PARTS)}; none named: all", metavar="part"
    )
    parser.add_argument("--short", action="store_true", help="fewer visitors in “bookings”")
    parser.add_argument("--clients", help="numbers of clients in “bookings”, parted by commas")
    options = parser.parse_args()
    options.parts = options.parts or list(PARTS)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    return options


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


def _measure_bookings(database: str, options: argparse.Namespace) -> int:
    environment = {**os.environ, "DATABASE_URL": database, "EMAIL_URL": "dummymail://"}
    size = ["--short"] * options.short
    size += [f"--clients={options.clients}"] if options.clients else []
    modules = {"verbs": ["bookings"], "bookings": ["contended", *size]}
    commands = [words for part, words in modules.items() if part in options.parts]
    return max(
        (
            subprocess.run(
                [sys.executable, "-m", f"tests.benchmarks.{module}", *words],
                cwd=BASE_DIR,
                env=environment,
                check=False,
            ).returncode
            for module, *words in commands
        ),
        default=0,
    )


if __name__ == "__main__":
    sys.exit(main())
