"""Turning data into PDF files: Typst in a worker process with a time limit."""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

HERE = Path(__file__).resolve().parent
WORKER = HERE / "worker.py"
TEMPLATES = settings.BASE_DIR / "templates" / "pdf"
START_SECONDS = 20
SECONDS_A_FILE = 5
ONE_WORKER = 8  # so many jobs are not worth a second process


class TypesettingError(Exception):
    """A file could not be made; the message says what Typst said."""


@dataclass(frozen=True)
class Job:
    """One file to make. `data` is JSON and never becomes source."""

    template: str
    data: str

    @property
    def made_from(self) -> str:
        """Return a hash of everything the file is made from."""
        return sha256(f"{layout_version()}{self.template}{self.data}".encode()).hexdigest()


@cache
def layout_version() -> str:
    """Return a hash of the templates and fonts: when they change, every file is out of date."""
    parts = [*sorted(TEMPLATES.iterdir()), *sorted(HERE.glob("fonts/*.ttf"))]
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in parts)).hexdigest()


def typeset(jobs: list[Job]) -> list[bytes | TypesettingError]:
    """Return for each job its PDF or the reason why there is none. Many jobs are shared between two workers."""
    if len(jobs) <= ONE_WORKER:
        return _typeset(jobs)
    half = len(jobs) // 2
    with ThreadPoolExecutor(2) as pool:
        return [
            result for part in pool.map(_typeset, (jobs[:half], jobs[half:])) for result in part
        ]


def _typeset(jobs: list[Job]) -> list[bytes | TypesettingError]:
    if not jobs:
        return []
    with TemporaryDirectory(prefix="pdf-files-") as folder:
        outputs = [Path(folder) / f"{number}.pdf" for number in range(len(jobs))]
        errors = _run(jobs, outputs)
        return [
            output.read_bytes() if not error else TypesettingError(error)
            for output, error in zip(outputs, errors, strict=True)
        ]


def _run(jobs: list[Job], outputs: list[Path]) -> list[str]:
    orders = "".join(_orders(jobs, outputs))
    limit = START_SECONDS + SECONDS_A_FILE * len(jobs)
    try:
        done = subprocess.run(
            [sys.executable, str(WORKER), str(TEMPLATES)],
            input=orders.encode(),
            capture_output=True,
            timeout=limit,
            check=False,
        )
        answers, reason = done.stdout, done.stderr.decode(errors="replace")[-2000:]
    except subprocess.TimeoutExpired as expired:
        answers, reason = expired.stdout or b"", f"took longer than {limit} s"
    errors = [json.loads(line)["error"] for line in answers.decode().splitlines()]
    return errors + [reason or "the worker stopped"] * (len(jobs) - len(errors))


def _orders(jobs: list[Job], outputs: list[Path]) -> Iterator[str]:
    for job, output in zip(jobs, outputs, strict=True):
        order = {"template": job.template, "data": job.data, "output": str(output)}
        yield json.dumps(order) + "\n"
