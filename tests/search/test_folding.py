import pytest

from search.folding import MAX_WORDS, clean_text, fold, shortened, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ЁЛКА", "елка"),
        ("Blakiston’s  Owl", "blakiston's owl"),
        ("Straße", "strasse"),
        ("ＡＢＣ１", "abc1"),
        ("«Земля»", '"земля"'),
        ("a\u2013b\u00adc", "a-bc"),
        ("cafe\u0301", "café"),
        ("и\u0306", "й"),
        ("东北豹，虎", "东北豹,虎"),
        (" a\x00b\nc ", "ab c"),
    ],
)
def test_fold_compares_what_reads_alike(text, folded):
    assert fold(text) == folded


def test_fold_is_stable():
    assert fold(fold("Ёж “Blakiston’s” ﬁsh")) == fold("Ёж “Blakiston’s” ﬁsh")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("", []),
        ('"', []),
        ("\x00", []),
        ("%_", []),
        ("  Amur,  TIGER! ", ["amur", "tiger"]),
        ("tiger Tiger", ["tiger"]),
        ("far-eastern", ["far-eastern"]),
        ("东北豹 森林", ["东北豹", "森林"]),
    ],
)
def test_words_are_folded_bare_and_each_once(question, words):
    assert words_of(question) == words


def test_long_question_is_cut():
    assert len(words_of(" ".join(f"word{number}" for number in range(99)))) == MAX_WORDS
    assert len(words_of("x" * 10_000)[0]) == 200


def test_endings_are_taken_off_but_not_from_chinese():
    assert shortened(["leopards", "тигры", "кот", "东北豹东北豹"]) == [
        "leopar",
        "тигр",
        "кот",
        "东北豹东北豹",
    ]


def test_clean_text_can_be_stored_anywhere():
    assert clean_text("a\x00b\ud800\n\tc") == "a b c"
