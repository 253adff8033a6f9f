import pytest

from content.base.plain_text import html_text, stream_text
from content.stories.models import StoryPage
from content.stories.reading import reading_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("word " * 200, 1),
        ("слово " * 201, 2),
        ("豹" * 400, 1),
        ("豹" * 401, 2),
        ("豹" * 400 + " word" * 200, 2),
    ],
)
def test_reading_time_counts_words_and_chinese_characters(text, minutes):
    assert reading_minutes(text) == minutes


def test_html_text_keeps_paragraphs_apart_and_words_whole():
    assert html_text("<p>One <b>t</b>wo</p><p>three &amp; four</p>") == "One two three & four"


@pytest.mark.django_db
def test_stream_text_takes_words_of_every_block_and_no_machine_values():
    page = StoryPage(
        body=[
            {"type": "heading", "value": {"text": "A heading"}},
            {"type": "text", "value": "<p>Rich <i>text</i></p>"},
            {"type": "notice", "value": {"kind": "danger", "title": "Stop", "text": "<p>Now</p>"}},
            {"type": "facts", "value": {"items": [{"label": "Length", "value": "3 km"}]}},
            {"type": "table", "value": {"caption": "C", "columns": ["a"], "rows": [["b", "c"]]}},
            {"type": "cards", "value": {"items": [{"title": "T", "text": "", "url": "/en/"}]}},
            {"type": "climate", "value": None},
        ]
    )
    assert stream_text(page.body).split("\n") == [
        "A heading",
        "Rich text",
        "Stop",
        "Now",
        "Length",
        "3 km",
        "C",
        "a",
        "b",
        "c",
        "T",
    ]
