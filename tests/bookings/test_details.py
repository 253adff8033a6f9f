"""The history tells its details in words of the reader's language."""

import pytest
from django.utils.translation import override

from bookings.details import details_text


@pytest.mark.parametrize(
    ("language", "details", "written"),
    [
        ("en", {"adults": 2, "children": 1}, "adults: 2, children: 1"),
        ("zh-hans", {"adults": 2, "children": 1}, "成人：2，儿童：1"),
        ("zh-hans", {"reason": "fire", "people": 3}, "原因：森林火险，人数：3"),
        (
            "zh-hans",
            {"fields": ["price", "state"], "state": "open"},
            "修改项：成人价格、状态，状态：开放预订",
        ),
        ("ru", {"reason": "fire"}, "причина: пожарная опасность"),
        ("en", {"unheard_of": 1}, "unheard_of: 1"),
        ("en", {}, ""),
    ],
)
def test_details_are_told_in_words(language, details, written):
    with override(language):
        assert details_text(details) == written
