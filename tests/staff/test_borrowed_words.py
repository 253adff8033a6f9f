"""Words that Wagtail uses too: a translation of ours without a context would replace Wagtail's own."""

import pytest
from django.utils.translation import gettext, override


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh-hans",
            {
                "Active": "有效",
                "Documents": "文档",
                "Task": "任务",
                "Words": "字词数",
                "group": "组",
                "pages": "页面",
            },
        ),
        ("ru", {"Active": "Активный", "Task": "Задача"}),
    ],
)
def test_our_texts_leave_wagtails_own_words_alone(language, words):
    with override(language):
        assert {word: gettext(word) for word in words} == words
