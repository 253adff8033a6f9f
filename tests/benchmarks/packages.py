"""A Camtrap DP package made up here, checked, imported and imported again: rows a second and the most memory taken.

`python -m tests.benchmarks.packages --observations 1000000` for the largest; `make bench` takes 4,500 files.
"""

import argparse
import csv
import gzip
import json
import os
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks.serving import set_up_django
from tests.benchmarks.table import print_table
from tests.cameratraps.camtrapdp.packages import (
    DEPLOYMENT,
    DESCRIPTOR,
    MEDIUM,
    OBSERVATION,
    OUTLINE,
    PROFILE,
)

START = datetime(2025, 1, 1, tzinfo=UTC)
FILES_OF_A_VISIT, FILES_OF_A_DEPLOYMENT = 3, 900
COLUMNS = ["step", "seconds", "rows/s", "peak memory, MB", "new visits"]
SECONDS_ALLOWED, FILES_MEASURED = 10, 4_500


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bigcats-packages-") as name:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{name}/db.sqlite3")
        os.environ.setdefault("SECRET_KEY", "b" * 60)
        set_up_django()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        folder, rows = Path(name, "package"), 0
        folder.mkdir()
        rows = write_package(folder, options.observations)
        _make_zone()
        table = [measured(step, act, folder, rows) for step, act in _steps()]
        print_table(
            f"A package of {rows} rows, a third of them visits, {connection.display_name}",
            COLUMNS,
            table,
        )
        connection.close()
    is_slow = options.observations <= 2 * FILES_MEASURED and table[1][1] > SECONDS_ALLOWED
    return 1 if is_slow else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.packages")
    parser.add_argument("--observations", type=int, default=6_000)
    return parser.parse_args()


def _steps() -> list[tuple[str, Callable]]:
    from content.cameratraps.camtrapdp import check_package, import_package

    return [
        ("check", lambda folder: check_package(folder, "RU")),
        ("import", lambda folder: import_package(folder, "RU")),
        ("import again", lambda folder: import_package(folder, "RU")),
    ]


def measured(step: str, act: Callable, folder: Path, rows: int) -> list:
    """Do one step and return its row of the table; memory is that of the process, looked at ten times a second."""
    with _memory() as peak:
        begun = time.monotonic()
        report = act(folder)
        seconds = time.monotonic() - begun
    if report.is_refused:
        sys.exit(f"The package of the benchmark is refused: {report.problems.shown[:3]}")
    return [step, seconds, int(rows / seconds), peak[0], report.counts["visits_new"]]


class _memory:
    """Watches the resident memory of this process, in MB."""

    def __enter__(self) -> list[int]:
        self.peak, self.is_over = [0], threading.Event()
        self.thread = threading.Thread(target=self._watch)
        self.thread.start()
        return self.peak

    def __exit__(self, *_error) -> None:
        self.is_over.set()
        self.thread.join()

    def _watch(self) -> None:
        page = resource.getpagesize()
        while not self.is_over.wait(0.1):
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
            self.peak[0] = max(self.peak[0], pages * page // 1024**2)


def write_package(folder: Path, observations: int) -> int:
    """Write a package with three files to a visit and an observation to each, and return its number of rows."""
    visits = observations // (FILES_OF_A_VISIT + 1)
    files = visits * FILES_OF_A_VISIT
    deployments = files // FILES_OF_A_DEPLOYMENT + 1
    tables = {
        "deployments": (_deployments(deployments), deployments),
        "media": (_media(files), files),
        "observations": (_observations(visits), visits * (FILES_OF_A_VISIT + 1)),
    }
    resources = []
    for name, (rows, _number) in tables.items():
        _write(folder / f"{name}.csv.gz", rows)
        resources.append(
            {
                "name": name,
                "path": f"{name}.csv.gz",
                "profile": "tabular-data-resource",
                "schema": PROFILE.format(version="1.0.2"),
            }
        )
    text = json.dumps({"resources": resources, **DESCRIPTOR})
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return sum(number for _rows, number in tables.values())


def _write(path: Path, rows: Iterator[dict]) -> None:
    with gzip.open(path, "wt", compresslevel=1, encoding="utf-8", newline="") as file:
        first = next(rows)
        writer = csv.DictWriter(file, list(first))
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)


def _deployments(number: int) -> Iterator[dict]:
    for at in range(number):
        yield {
            **DEPLOYMENT,
            "deploymentID": f"d{at}",
            "latitude": str(43.01 + at % 380 / 1000),
            "deploymentStart": "2025-01-01T00:00:00Z",
            "deploymentEnd": "2025-12-31T23:59:59Z",
        }


def _media(files: int) -> Iterator[dict]:
    for at in range(files):
        yield {
            **MEDIUM,
            "mediaID": f"m{at}",
            "deploymentID": f"d{at // FILES_OF_A_DEPLOYMENT}",
            "timestamp": _moment(at // FILES_OF_A_VISIT),
            "filePath": f"https://example.org/{at}.jpg",
        }


def _observations(visits: int) -> Iterator[dict]:
    for at in range(visits):
        moment = _moment(at)
        shared = {
            **OBSERVATION,
            "deploymentID": f"d{at * FILES_OF_A_VISIT // FILES_OF_A_DEPLOYMENT}",
            "eventID": f"e{at}",
            "eventStart": moment,
            "eventEnd": moment,
        }
        yield {**shared, "observationID": f"o{at}"}
        for file in range(at * FILES_OF_A_VISIT, (at + 1) * FILES_OF_A_VISIT):
            yield {
                **shared,
                "observationID": f"f{file}",
                "observationLevel": "media",
                "mediaID": f"m{file}",
            }


def _moment(visit: int) -> str:
    return (START + timedelta(minutes=visit * 7 % 520_000)).isoformat()


def _make_zone() -> None:
    from content.cameratraps.models import Zone
    from content.reserve.models import Side, Species

    side = Side.objects.create(
        code="RU", time_zone="Asia/Vladivostok", currency="RUB", name_en="Russia"
    )
    Zone.objects.create(
        side=side, code="z", name_en="Zone", camera_places=100, area_km2=1700, outline=OUTLINE
    )
    Species.objects.create(
        slug="leopard", scientific_name="Panthera pardus orientalis", group="cats"
    )


if __name__ == "__main__":
    sys.exit(main())
