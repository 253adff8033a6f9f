import pytest

from search.snippets import excerpt, marked


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("The Tiger", ["tiger"], "The <mark>Tiger</mark>"),
        ("О тигре и ЁЛКЕ", ["тигр", "елк"], "О <mark>тигре</mark> и <mark>ЁЛКЕ</mark>"),
        ("东北豹在东北", ["东北"], "<mark>东北</mark>豹在<mark>东北</mark>"),
        ("Straße", ["strass"], "<mark>Straße</mark>"),
        ("Owl’s nest", ["owl's"], "<mark>Owl’s</mark> nest"),
        ("leopardcat", ["leo", "opard"], "<mark>leopardcat</mark>"),
        (
            '<b>cat</b> & "dog"',
            ["cat"],
            "&lt;b&gt;<mark>cat</mark>&lt;/b&gt; &amp; &quot;dog&quot;",
        ),
        ("nothing", ["tiger"], "nothing"),
        ("", ["tiger"], ""),
    ],
)
def test_words_are_marked_and_all_else_is_escaped(text, words, html):
    assert marked(text, words) == html


def test_script_in_a_question_is_never_markup():
    assert marked("<script>x</script>", ["<script>x</script>"]) == (
        "<mark>&lt;script&gt;x&lt;/script&gt;</mark>"
    )


def test_excerpt_prefers_the_summary():
    assert excerpt("A page", "About a tiger.", "long tiger text", ["tiger"]) == (
        "About a <mark>tiger</mark>."
    )
    assert excerpt("Tiger", "No such word.", "long tiger text", ["tiger"]) == "No such word."


def test_excerpt_cuts_a_long_text_around_the_word():
    text = "one two " * 60 + "tiger" + " three four" * 60
    found = excerpt("", "Summary", text, ["tiger"])
    assert found.startswith("…")
    assert found.endswith("…")
    assert "<mark>tiger</mark>" in found
    assert len(found) < 260
    chinese = excerpt("", "", "山" * 300 + "虎" + "林" * 300, ["虎"])
    assert len(chinese) < 140


def test_excerpt_without_any_hit_is_the_summary():
    assert excerpt("", "Summary", "text", ["tiger"]) == "Summary"
