"""A real browser against a real server: the sample site as `make run` serves it, in a database of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from bigcats.environment import BASE_DIR
from tests.e2e.words import Words

LANGUAGES = ("en", "ru", "zh-hans")
CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
]

_AT_A_MOMENT = """
import os, sys
sys.path.insert(0, "site")
os.environ["DJANGO_SETTINGS_MODULE"] = "bigcats.settings"
import django, time_machine
from datetime import datetime
from django.core.management import call_command
django.setup()
with time_machine.travel(datetime.fromisoformat(sys.argv[1])):
    call_command(sys.argv[2])
"""


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/e2e" in item.path.as_posix():
            item.add_marker(pytest.mark.e2e)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def site_url(tmp_path_factory, worker_id) -> Iterator[str]:
    """The address of a sample site of this worker's own; E2E_URL names one that runs already."""
    if os.environ.get("E2E_URL"):
        yield os.environ["E2E_URL"].rstrip("/")
        return
    folder = tmp_path_factory.mktemp("site")
    if worker_id != "master":
        shutil.copytree(
            loaded_once(tmp_path_factory.getbasetemp().parent), folder, dirs_exist_ok=True
        )
    with serving(folder) as address:
        os.environ |= {"E2E_MAIL_FOLDER": str(folder / "mail"), "E2E_FOLDER": str(folder)}
        yield address


@pytest.fixture(scope="session")
def strict_url(site_url) -> Iterator[str]:
    """The address of the same site served as in production: staff must have a second factor."""
    if os.environ.get("E2E_STRICT_URL"):
        yield os.environ["E2E_STRICT_URL"].rstrip("/")
        return
    if "E2E_FOLDER" not in os.environ:
        pytest.skip("E2E_URL is set, E2E_STRICT_URL is not: no site that requires a second factor")
    with serving(Path(os.environ["E2E_FOLDER"]), STAFF_TWO_FACTOR="required") as address:
        yield address


def loaded_once(shared: Path) -> Path:
    """Return a folder with a loaded sample site; SAMPLE_SITE names one.

    Else the first of the workers makes it and the others wait for it.
    """
    if ready := os.environ.get("SAMPLE_SITE"):
        return Path(ready)
    folder = shared / "sample-site"
    with FileLock(shared / "sample-site.lock"):
        if not (folder / "loaded").exists():
            folder.mkdir()
            if migrated := os.environ.get("MIGRATED_DATABASE"):
                shutil.copyfile(migrated, folder / "db.sqlite3")
            with serving(folder):
                (folder / "loaded").touch()
    return folder


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[str]:
    """Serve the site of a folder, loading it first when it is empty, as `make run` does; give its address."""
    address = f"http://127.0.0.1:{free_port()}"
    environment = {
        **settings_of(folder),
        "SITE_URL": address,
        "PORT": address.rpartition(":")[2],
        **settings,
    }
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=BASE_DIR,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            wait_until_it_answers(f"{address}/healthz", server, folder / "server.log")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def settings_of(folder: Path) -> dict[str, str]:
    """Return the environment in which everything of a site is kept in one folder."""
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "CACHE_URL": "locmemcache://",
        "MEDIA_STORAGE_URL": f"file:{folder}/media",
        "EMAIL_URL": f"filemail:{folder}/mail",
        "HOLDS_PER_CLIENT": "100000",  # all visitors of all tests come from one address
        "MAILS_BESIDE_REQUESTS": "false",  # a mail is written before its page answers
        "KEEP_HOUSE": "false",  # what is to happen happens when a test says so
    }


def wait_until_it_answers(address: str, server: subprocess.Popen, log) -> None:
    """Wait until the server answers; fail with its output when it stops instead."""
    deadline = time.monotonic() + 600  # loading the sample content on a busy machine
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail(f"The server stopped:\n{log.read_text()[-3000:]}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail("The server did not answer in time.")


@pytest.fixture(scope="session")
def browser():
    """Chromium, once for all browser tests."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=20_000)  # a busy machine; waiting ends as soon as it is true
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_ARGUMENTS)
        yield running
        running.close()


class Opener:
    """Opens pages of given settings; notes requests to other hosts, script errors and reports of the policy."""

    def __init__(self, browser, site_url: str) -> None:
        self.browser, self.site_url = browser, site_url
        self.contexts: list = []
        self.troubles: list[str] = []

    def __call__(self, **settings):
        context = self.browser.new_context(base_url=self.site_url, **settings)
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self._note_foreign(request.url))
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("console", lambda message: self._note_policy(message.text))
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()

    def _note_foreign(self, url: str) -> None:
        if not url.startswith((self.site_url, "data:", "blob:", "about:")):
            self.troubles.append(f"request to another host: {url}")

    def _note_policy(self, text: str) -> None:
        if "Content Security Policy" in text:
            self.troubles.append(text)


@pytest.fixture
def new_page(browser, site_url):
    """Open pages of given settings; every request to another host and every script error fails the test."""
    opener = Opener(browser, site_url)
    yield opener
    opener.close()
    assert opener.troubles == []


@pytest.fixture
def page(new_page):
    """A page on a laptop."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def strict_page(browser, strict_url):
    """A page on a laptop, of the site that requires a second factor."""
    opener = Opener(browser, strict_url)
    yield opener(viewport={"width": 1280, "height": 900})
    opener.close()
    assert opener.troubles == []


@pytest.fixture
def phone(new_page):
    """A page on a phone."""
    return new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    """Each language of the site in turn."""
    return request.param


@pytest.fixture
def say(language, site_url) -> Words:
    """The interface texts of the language; the server has compiled them by now."""
    return Words(language)


@pytest.fixture(scope="session")
def mail_folder(site_url) -> Path:
    """Where the server writes its e-mails as files."""
    if "E2E_MAIL_FOLDER" not in os.environ:
        pytest.skip(
            "E2E_URL is set, E2E_MAIL_FOLDER is not: the mails of that server are out of reach"
        )
    return Path(os.environ["E2E_MAIL_FOLDER"])


@pytest.fixture(scope="session")
def run_at(site_url) -> Callable[[datetime, str], None]:
    """Run a command upon the data of the running site as if it were another moment."""
    if "E2E_FOLDER" not in os.environ:
        pytest.skip("E2E_URL is set, E2E_FOLDER is not: the data of that server are out of reach")
    folder = Path(os.environ["E2E_FOLDER"])

    def run(moment: datetime, command: str) -> None:
        subprocess.run(
            [sys.executable, "-c", _AT_A_MOMENT, moment.isoformat(), command],
            cwd=BASE_DIR,
            env=settings_of(folder),
            check=True,
        )

    return run


@pytest.fixture(scope="session")
def fetch(site_url) -> Callable[[str], str]:
    """Return the source of a page of the running site."""

    def source(path: str) -> str:
        with urllib.request.urlopen(site_url + path, timeout=60) as answer:
            return answer.read().decode()

    return source
