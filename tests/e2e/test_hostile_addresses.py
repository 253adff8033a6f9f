"""Addresses nobody means well: every one is answered, none with an error of ours or a trace."""

import urllib.error
import urllib.request
from urllib.parse import urlencode

import pytest

LISTS = {
    "trails/": ("side", "level", "length", "month", "age"),
    "galleries/visits/": (
        *(
            "species",
            "side",
            "season",
            "time",
            "zone",
            "month",
            "band",
            "year",
            "doing",
            "cat",
            "page",
        ),
    ),
    "schools/": ("age", "subject", "minutes", "setting", "language"),
    "stories/": ("topic", "page"),
    "search/": ("q", "kind", "page"),
    "bookings/departures/": ("trail", "side", "language", "month", "places", "page"),
    "bookings/departures.ics": ("trail", "side", "language"),
    "wildlife/": ("q", "group"),
    "contact/": ("side", "sent"),
    "": ("q", "page"),
}
VALUES = (
    "\0",
    '"',
    "'",
    "-1",
    "0",
    "x",
    "99999999999999999999999",
    "1e400",
    "%",
    "<script>alert(1)</script>",
    "٣",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "a" * 300,  # for each of ten names: a server takes a line of 4,094
    "2026-13",
    "{{7*7}}",
    "\u202e",
)
PATHS = (
    "/en/trails/%00/",
    "/en/trails/leopards-lair/track.gpx/x",
    "/en/bookings/departures/99999999999999999999999/",
    "/en/bookings/departures/-1/",
    "/en/bookings/%00/%00/",
    "/en/bookings/AAAAAAAA/x/calendar.ics",
    "/en/wildlife/%00/",
    "/en/galleries/leaf-fall/%00/",
    "/en/galleries/leaf-fall/x/99999999999999999999/",
    "/en/schools/%00/x/y/all.zip",
    "/en/schools/a/b/c/plan.pdf",
    "/media/images/%00",
    "/media/../db.sqlite3",
    "/media/images/%2e%2e/%2e%2e/db.sqlite3",
    "/documents/999999/x.pdf",
    "/xx/",
    "/en/%ff/",
    "/staff/pages/999999999/edit/",
)


def status_of(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path or "home")
def test_list_answers_every_query(site_url, path):
    found = {}
    for value in VALUES:
        query = urlencode(dict.fromkeys((*LISTS[path], "utm_source"), value))
        status, text = status_of(f"{site_url}/ru/{path}?{query}")
        if status != 200 or "<script>alert(1)" in text or "Traceback" in text:
            found[value[:30]] = status
    assert found == {}


@pytest.mark.parametrize("path", PATHS)
def test_strange_address_is_not_found(site_url, path):
    status, text = status_of(site_url + path)
    assert "Traceback" not in text
    assert status in (400, 404) or (status == 200 and "/staff/login/" in text)


def test_form_of_rubbish_is_refused(site_url):
    request = urllib.request.Request(
        f"{site_url}/en/contact/", data=b"\xff\xfe=\x00&name=%00", method="POST"
    )
    try:
        status = urllib.request.urlopen(request, timeout=60).status
    except urllib.error.HTTPError as error:
        status = error.code
    assert status in (200, 400, 403)
