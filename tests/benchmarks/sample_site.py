"""The sample site, in a copy of its database, served as `make run` serves it."""

import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
SAMPLE = BASE_DIR / "var" / "db.sqlite3"
SECONDS_TO_LOAD = 600


@contextmanager
def sample_site() -> Iterator[str]:
    """Serve the sample site and yield its address; this process is set up for the same database."""
    with tempfile.TemporaryDirectory(prefix="bigcats-bench-") as name:
        folder = Path(name)
        _prepare(folder)
        port = _free_port()
        os.environ["SITE_URL"] = f"http://127.0.0.1:{port}"
        environment = {**os.environ, "PORT": str(port), "WEB_WORKERS": "1", "WEB_THREADS": "8"}
        with (folder / "server.log").open("w") as log:
            command = [sys.executable, "manage.py", "serve"]
            server = subprocess.Popen(
                command, cwd=BASE_DIR, env=environment, stdout=log, stderr=log
            )
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", server, folder / "server.log")
            _set_up_django()
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


def _set_up_django() -> None:
    sys.path.insert(0, str(BASE_DIR / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bigcats.settings")
    import django

    django.setup()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_LOAD
    while time.monotonic() < deadline:
        if server.poll() is not None:
            sys.exit(f"The server stopped:\n{log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    sys.exit("The server did not answer in time.")
