"""One moment on two clocks: the place's, and the person's where it differs."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import translation

from bookings.zones import clocks, deadline_text

MORNING = datetime(2026, 6, 10, 0, tzinfo=UTC)  # ten in Vladivostok


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "10:00 Vladivostok time · 08:00 for you"),
        ("ru", "10:00, владивостокское время · у вас 08:00"),
        ("zh-hans", "符拉迪沃斯托克时间10:00 · 您当地08:00"),
    ],
)
def test_both_clocks_are_told_where_they_differ(language, words):
    with translation.override(language):
        assert clocks(MORNING, "Asia/Vladivostok", "Asia/Shanghai") == words


def test_one_clock_is_told_where_they_agree():
    assert clocks(MORNING, "Asia/Shanghai", "Asia/Shanghai") == "08:00"
    assert clocks(MORNING, "Asia/Shanghai", "Asia/Singapore") == "08:00"


def test_another_day_is_named():
    words = "10:00 Vladivostok time · 9 Jun, 20:00 for you"
    assert clocks(MORNING, "Asia/Vladivostok", "America/New_York") == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "10 June 2026, 10:00 (Vladivostok time, UTC+10)"),
        ("ru", "10 июня 2026 г., 10:00 (владивостокское время, UTC+10)"),
        ("zh-hans", "2026年6月10日 10:00（符拉迪沃斯托克时间，UTC+10）"),
    ],
)
def test_what_holds_until_a_moment_is_told_without_the_weekday(language, words):
    with translation.override(language):
        told = deadline_text(MORNING, "Asia/Vladivostok")
    assert re.sub(r"\s", " ", told) == words
