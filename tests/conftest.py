"""What every test may use."""

import gc
import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache
from django.db import connection, connections
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from wagtail.models import Collection, Locale, Page, Site

from content.reserve.models import HomePage, Side
from tests import scenes
from tests.smtp import port, sink  # noqa: F401 – fixtures

CODES = ("en", "ru", "zh-hans")

# No test fails for being slow.
hypothesis_settings.register_profile(
    "calm", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("calm")


def pytest_configure() -> None:
    """Give each worker a cache of its own; leave out slow hashing and the waiting for the disk."""
    site_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    _cache_of_this_worker(os.environ.get("PYTEST_XDIST_WORKER", ""))
    database = site_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"]["init_command"] = (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
        )
    for one in site_settings.DATABASES.values():
        if one["ENGINE"].endswith("postgresql"):
            one.setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items) -> None:
    """Begin with the long tests: two workers end together when what is left at last is short.

    Not with those that empty the database: what the migrations wrote is gone after them.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None or _empties(item))


def _empties(item) -> bool:
    database = item.get_closest_marker("django_db")
    return bool(database and database.kwargs.get("transaction"))


def pytest_collection_finish() -> None:
    """Let the collector of garbage look no more at what stays until the end: all modules, all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _cache_of_this_worker(worker: str) -> None:
    """Use a Redis database for each worker: emptying the cache empties the whole database, whatever the prefix."""
    cache = site_settings.CACHES["default"]
    if worker and cache["BACKEND"].endswith("RedisCache"):
        address = urlsplit(cache["LOCATION"])
        number = int(address.path.strip("/") or 0) + int(worker.removeprefix("gw"))
        cache["LOCATION"] = urlunsplit(address._replace(path=f"/{number}"))


# A database that is migrated already, made once for all workers: the path of a file, or a name on the same server.
MIGRATED = os.environ.get("MIGRATED_DATABASE", "")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> Iterator[None]:
    """Let the test database begin as a copy of the migrated one, where one is named.

    Those of the sides, where they have their own, begin as copies of `…_ru` and `…_cn`.
    """
    test = connection.settings_dict["TEST"]
    if not MIGRATED or connection.vendor != "sqlite":
        for one in connections.all():
            end = one.alias.removeprefix("default").removeprefix("bookings")
            one.settings_dict["TEST"]["TEMPLATE"] = f"{MIGRATED}{end}" if MIGRATED else None
        yield
        return
    shutil.copyfile(MIGRATED, test["NAME"])
    yield
    for end in ("", "-wal", "-shm"):
        Path(test["NAME"] + end).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb) -> bool:
    """Take the copy as it is: without this the file would be made anew."""
    return django_db_keepdb or bool(MIGRATED and connection.vendor == "sqlite")


@pytest.fixture(scope="session", autouse=True)
def _emptied_quickly() -> None:
    """Let a test that commits empty only the tables it filled, by DELETE: TRUNCATE of all makes a new file for each.

    What `migrate` writes about the models themselves stays: writing it again costs more than most such tests.
    """
    for one in connections.all():
        one.ops.sql_flush = partial(_sql_to_empty, one)


def _sql_to_empty(connection, style, tables, **options) -> list[str]:
    kept = {"django_content_type", "auth_permission"}
    names = [connection.ops.quote_name(table) for table in tables if table not in kept]
    filled = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in names
    )
    with connection.cursor() as cursor:
        cursor.execute(filled)
        return [f"DELETE FROM {name}" for (name,) in cursor.fetchall()]


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef, request) -> None:
    """Write the scene of a test once the database is there and before the test's own transaction begins."""
    if fixturedef.argname == "_django_db_helper":
        with request.getfixturevalue("django_db_blocker").unblock():
            scenes.change_to(scenes.wanted_by(request.node))


@pytest.fixture(autouse=True)
def _begin_in_english():
    """Begin each test in English and with an empty cache, whatever the one before has left behind."""
    translation.activate("en")
    cache.clear()  # what a rolled-back test has left there is true no more
    yield
    translation.activate("en")


@pytest.fixture(autouse=True)
def _files_in_a_folder_of_their_own(settings, tmp_path):
    """Keep what a test stores apart from the site's own files."""
    media = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(media), "base_url": "/media/"},
        },
    }
    settings.MEDIA_ROOT = str(media)
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")


def make_locales() -> dict[str, Locale]:
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in CODES}


@pytest.fixture
def locales(db) -> dict[str, Locale]:
    """The three locales by language code."""
    return make_locales()


@pytest.fixture
def home_pages(db) -> dict[str, HomePage]:
    """An empty site: the home page of each language, linked as translations."""
    return scenes.given("home_pages") or make_home_pages(make_locales())


@scenes.scene("home_pages")
def _empty_site() -> scenes.Given:
    return {"home_pages": make_home_pages(make_locales())}


def make_home_pages(locales: dict[str, Locale]) -> dict[str, HomePage]:
    root = Page.get_first_root_node()
    if root is None:  # a test that committed has emptied the database, roots included
        root = Page.add_root(title="Root", slug="root", locale=locales["en"])
        Collection.add_root(name="Root")
    Page.objects.filter(depth=2).delete()
    root.refresh_from_db()
    pages: dict[str, HomePage] = {}
    for code, locale in locales.items():
        page = HomePage(title=f"Home {code}", slug=f"home-{code}", locale=locale)
        if pages:
            page.translation_key = pages["en"].translation_key
        root.add_child(instance=page)
        pages[code] = page
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": pages["en"]},
    )
    return pages


@pytest.fixture
def sides(db) -> dict[str, Side]:
    """Both countries by code."""
    return make_sides()


def make_sides() -> dict[str, Side]:
    russia, _made = Side.objects.get_or_create(
        code="RU",
        defaults={
            "time_zone": "Asia/Vladivostok",
            "currency": "RUB",
            "name_en": "Russia",
            "name_ru": "Россия",
            "name_zh_hans": "俄罗斯",
        },
    )
    china, _made = Side.objects.get_or_create(
        code="CN",
        defaults={
            "time_zone": "Asia/Shanghai",
            "currency": "CNY",
            "name_en": "China",
            "name_ru": "Китай",
            "name_zh_hans": "中国",
        },
    )
    return {"RU": russia, "CN": china}
