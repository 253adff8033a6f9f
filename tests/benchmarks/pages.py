"""Warm pages over real HTTP: time, processor time, queries, bytes, and how many a second eight clients get."""

import http.client
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from tests.benchmarks.table import Cell

PAGES = {
    "home": "/en/",
    "wildlife": "/en/wildlife/",
    "species": "/ru/wildlife/amur-leopard/",
    "trails": "/en/trails/",
    "trail": "/ru/trails/leopards-lair/",
    "galleries": "/zh-hans/galleries/",
    "lesson finder": "/en/schools/",
    "stories": "/en/stories/",
    "search": "/en/search/?q=leopard",
    "departures": "/zh-hans/bookings/departures/",
    "departure form": "/en/bookings/departures/",
}
FOLLOWED = {"departure form": r'href="(/en/bookings/departures/\d+/)"'}
WARM_UPS = 3
SECONDS_ALONE, MOST_ALONE = 2.0, 100
TURNS_IN_PROCESS = 9
CLIENTS, SECONDS_TOGETHER = 8, 2.0


def rows(url: str) -> list[list[Cell]]:
    """Return a row of figures for each page."""
    return [_row(url, name, path) for name, path in addresses(url).items()]


def addresses(url: str) -> dict[str, str]:
    """Return the pages; where a link must be followed, the first one."""
    found = dict(PAGES)
    for name, pattern in FOLLOWED.items():
        _status, body = Client(url).get(found[name])
        if link := re.search(pattern, body.decode()):
            found[name] = link[1]
    return found


class Client:
    """One connection that is kept open, as a browser keeps it."""

    def __init__(self, url: str) -> None:
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)

    def get(self, path: str) -> tuple[int, bytes]:
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def _row(url: str, name: str, path: str) -> list[Cell]:
    client = Client(url)
    for _turn in range(WARM_UPS):
        status, body = client.get(path)
    if status != 200:
        return [f"{name} ({status})", None, None, None, None, None, None]
    times = _times_alone(client, path)
    return [
        name,
        statistics.median(times) * 1000,
        times[int(len(times) * 0.95)] * 1000,
        *in_process(path),
        len(body) / 1000,
        _per_second(url, path),
    ]


def _times_alone(client: Client, path: str) -> list[float]:
    times, end = [], time.perf_counter() + SECONDS_ALONE
    while len(times) < MOST_ALONE and (time.perf_counter() < end or len(times) < 5):
        start = time.perf_counter()
        client.get(path)
        times.append(time.perf_counter() - start)
    return sorted(times)


def in_process(path: str) -> tuple[float, int]:
    """Return processor milliseconds and queries of the warm page, without network and neighbours."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client as InProcess
    from django.test.utils import CaptureQueriesContext

    client = InProcess(SERVER_NAME=urlsplit(settings.SITE_URL).hostname)
    for _turn in range(WARM_UPS):
        client.get(path)
    times = []
    for _turn in range(TURNS_IN_PROCESS):
        start = time.process_time()
        client.get(path)
        times.append(time.process_time() - start)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return statistics.median(times) * 1000, len(captured)


def _per_second(url: str, path: str) -> float:
    """Return how many answers eight clients get a second, together."""
    end = time.perf_counter() + SECONDS_TOGETHER

    def ask(_number: int) -> int:
        client, count = Client(url), 0
        while time.perf_counter() < end:
            client.get(path)
            count += 1
        return count

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(ask, range(CLIENTS))) / SECONDS_TOGETHER
