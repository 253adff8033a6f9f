"""The sample site, in a copy of its database, served as `make run` serves it."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.benchmarks.serving import (
    BASE_DIR,
    free_port,
    set_up_django,
    wait_until_it_answers,
)

SAMPLE = BASE_DIR / "var" / "db.sqlite3"


@contextmanager
def sample_site() -> Iterator[str]:
    """Serve the sample site and yield its address; this process is set up for the same database."""
    with tempfile.TemporaryDirectory(prefix="bigcats-bench-") as name:
        folder = Path(name)
        _prepare(folder)
        port = free_port()
        os.environ["SITE_URL"] = f"http://127.0.0.1:{port}"
        environment = {
            **os.environ,
            "PORT": str(port),
            "WEB_WORKERS": "1",
            "WEB_THREADS": "8",
            "KEEP_HOUSE": "false",
        }
        with (folder / "server.log").open("w") as log:
            command = [sys.executable, "manage.py", "serve"]
            server = subprocess.Popen(
                command, cwd=BASE_DIR, env=environment, stdout=log, stderr=log
            )
        try:
            wait_until_it_answers(f"http://127.0.0.1:{port}/healthz", server, folder / "server.log")
            set_up_django()
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _prepare(folder: Path) -> None:
    """Copy the database `make run` has filled; without one the server fills a new one."""
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
    os.environ["EMAIL_URL"] = "dummymail://"
    os.environ["CACHE_URL"] = "locmemcache://"
    if SAMPLE.exists():
        copy = sqlite3.connect(folder / "db.sqlite3")
        with closing(sqlite3.connect(SAMPLE)) as source, closing(copy) as target:
            source.backup(target)
    else:
        print("No sample site in var/ yet: loading one takes another minute.", flush=True)
        os.environ["MEDIA_STORAGE_URL"] = f"file:{folder}/media"
