"""Which database holds what, by the settings; and the habits that let the two sides' bookings be taken apart."""

import re

import pytest
from django.db import DEFAULT_DB_ALIAS, models

from bigcats import environment
from bigcats.environment import BASE_DIR
from bookings import checks, databases
from bookings.databases import FIRST_OF_SECOND, alias_by_number, are_apart, current
from bookings.models import Guide

MAIN, RU, CN = "postgres://main/site", "postgres://ru/bookings", "postgres://cn/bookings"
ON_ITS_OWN = re.compile(r"transaction\.atomic\(\)|@transaction\.atomic|on_commit\((?!.*using=)")


@pytest.mark.parametrize(
    ("ru", "cn", "sides", "aliases"),
    [
        ("", "", ["default", "default"], ["default"]),
        (MAIN, MAIN, ["default", "default"], ["default"]),
        (RU, CN, ["bookings_ru", "bookings_cn"], ["default", "bookings_ru", "bookings_cn"]),
        ("", CN, ["default", "bookings_cn"], ["default", "bookings_cn"]),
        (RU, RU, ["bookings_ru", "bookings_ru"], ["default", "bookings_ru"]),
    ],
)
def test_each_address_is_one_database(monkeypatch, ru, cn, sides, aliases):
    for name, address in [("DATABASE_URL", MAIN), ("BOOKINGS_RU_DATABASE_URL", ru)]:
        monkeypatch.setenv(name, address)
    monkeypatch.setenv("BOOKINGS_CN_DATABASE_URL", cn)
    found, by_side = environment.databases()
    assert list(found) == aliases
    assert by_side == {"RU": sides[0], "CN": sides[1]}


@pytest.mark.skipif(are_apart(), reason="the bookings lie apart here")
def test_without_settings_everything_lies_in_the_main_database(settings):
    assert not hasattr(settings, "DATABASE_ROUTERS") or settings.DATABASE_ROUTERS == []
    assert current() == alias_by_number(1) == alias_by_number(FIRST_OF_SECOND) == DEFAULT_DB_ALIAS


def test_number_tells_the_database(settings):
    settings.BOOKING_DATABASES = {"RU": "one", "CN": "two"}
    assert [alias_by_number(number) for number in (1, 999_999_999, 1_000_000_000)] == [
        "one",
        "one",
        "two",
    ]
    with pytest.raises(databases.NobodyInCharge):
        current()
    assert [(alias, current()) for alias in databases.in_turn()] == [("one", "one"), ("two", "two")]


def test_every_transaction_of_the_bookings_names_its_database():
    """`databases.transaction_for`, `transaction_in`; a callback after the commit says `using`."""
    wrong = [
        f"{path.relative_to(BASE_DIR)}: {line.strip()}"
        for path in (BASE_DIR / "site" / "bookings").rglob("*.py")
        if "migrations" not in path.parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if ON_ITS_OWN.search(line)
    ]
    assert wrong == []


def test_key_that_leads_out_with_a_constraint_is_refused(monkeypatch):
    assert checks.keys_that_lead_out_have_no_constraint() == []
    field = Guide._meta.get_field("side")
    monkeypatch.setattr(field, "db_constraint", True)
    (error,) = checks.keys_that_lead_out_have_no_constraint()
    assert (error.id, error.msg.split(" ")[0]) == ("bookings.E003", "Guide.side")
    monkeypatch.setattr(field, "db_constraint", False)
    monkeypatch.setattr(field.remote_field, "on_delete", models.CASCADE)
    assert [error.id for error in checks.keys_that_lead_out_have_no_constraint()] == [
        "bookings.E003"
    ]
