"""Words of Wagtail: a translation of ours without a context would replace them."""

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
                "Inspect": "查看",
                "Log out": "退出登录",  # Wagtail's 注销 says that the account is deleted
                "Name": "名字",
                "Task": "任务",
                "Type": "类型",
                "Words": "字词数",
                "group": "组",
                "pages": "页面",
            },
        ),
        ("ru", {"Active": "Активный", "Task": "Задача", "Type": "Тип"}),
        # A kind of record keeps its form: no “Добавить экскурсия”, no “Новый: экскурсия”.
        ("ru", {"Add %(model_name)s": "Добавить: %(model_name)s", "New": "Новая запись"}),
        # Wagtail’s subject of the mail says that the password has been reset already.
        ("zh-hans", {"Password reset": "重设密码", "Invalid password reset link": "链接无效"}),
    ],
)
def test_words_of_wagtail_keep_their_meaning(language, words):
    with override(language):
        assert {word: gettext(word) for word in words} == words
