"""Sources of the sample facts carry their date as each language writes it."""

import pytest

from content.demo.loading.reserve import _source_columns

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("day", "english", "russian", "chinese"),
    [
        ("2018-07-05", "5 July 2018", f"5{NBSP}июля 2018{NBSP}г.", "2018年7月5日"),
        ("2018-07", "July 2018", f"июль 2018{NBSP}г.", "2018年7月"),
        ("2018", "2018", f"2018{NBSP}г.", "2018年"),
    ],
)
def test_date_of_a_source_is_written_as_the_language_does(day, english, russian, chinese):
    title = {"en": "Paper", "ru": "Газета", "zh": "报纸"}
    columns = _source_columns([{"title": title, "date": day}])
    written = {name: text.replace("\u202f", NBSP) for name, text in columns.items()}
    assert written == {
        "sources_en": f"Paper ({english})",
        "sources_ru": f"Газета ({russian})",
        "sources_zh_hans": f"报纸（{chinese}）",
    }
