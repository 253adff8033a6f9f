"""Visitors who book by HTTP and do not give up: who gets no answer asks again with the same key."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from bookings.references import confirm_token
from tests.benchmarks.contended import _draft, _post
from tests.benchmarks.serving import BASE_DIR, free_port, wait_until_it_answers

PATIENCE_SECONDS = 240


class Site:
    """The real server with two workers and the postman beside it, in a group of processes that dies together."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.log = folder / "server.log"
        self.port = free_port()
        self.environment = {
            **os.environ,
            "PORT": str(self.port),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "WEB_WORKERS": "2",
            "KEEP_HOUSE": "false",
            "BOOKINGS_PER_ADDRESS": "100000",
            "HOLDS_PER_CLIENT": "100000",
            "MEDIA_STORAGE_URL": f"file:{folder}/media",
            **settings,
        }

    def start(self) -> None:
        with self.log.open("a") as out:
            command = [sys.executable, "manage.py", "serve"]
            self.server = subprocess.Popen(
                command,
                cwd=BASE_DIR,
                env=self.environment,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        wait_until_it_answers(f"http://127.0.0.1:{self.port}/healthz", self.server, self.log)

    def kill(self) -> None:
        """End the server, its workers and the postman as `kill -9` does."""
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait(timeout=30)

    def manage(self, *command: str) -> str:
        """Run a command on the site's database; it must succeed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


@contextmanager
def running(site: Site) -> Iterator[Site]:
    site.start()
    try:
        yield site
    finally:
        site.kill()


class Crowd:
    """So many visitors of one departure, several at a time; `promised` are those who were told that they come."""

    def __init__(self, departure_id: int, visitors: int) -> None:
        self.departure_id = departure_id
        self.visitors = [_draft(departure_id) for _visitor in range(visitors)]
        self.promised: list[str] = []
        self.unanswered = 0
        self.is_half_way = Event()

    def book(self, port: int, clients: int = 8) -> None:
        shares = [self.visitors[number::clients] for number in range(clients)]
        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(lambda share: [self._insist(port, one) for one in share], shares))

    def _insist(self, port: int, visitor: tuple[str, str, str]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                reference = self._try(port, visitor)
            except (OSError, http.client.HTTPException):
                reference = ""
            if reference:
                self.promised.append(reference)
                if 3 * len(self.promised) >= len(self.visitors):
                    self.is_half_way.set()
                return
            self.unanswered += 1
            time.sleep(0.2)
        raise TimeoutError("The site did not come back.")

    def _try(self, port: int, visitor: tuple[str, str, str]) -> str:
        """Send in and confirm; return the booking number once the page has promised the places."""
        draft, key, email = visitor
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            review = f"/en/bookings/departures/{self.departure_id}/review/"
            status, place = _post(connection, review, {"draft": draft})
            if status != 303:
                return ""
            private = place.partition("?")[0]
            link = f"{private}confirm/{confirm_token(key, email)}/"
            status, place = _post(connection, link, {})
            is_booked = place.endswith(("?done=booked", "?done=again"))
            return private.split("/")[3] if status == 303 and is_booked else ""
        finally:
            connection.close()
