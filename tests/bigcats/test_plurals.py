import pytest
from babel.messages.catalog import Catalog

from bigcats.plurals import uncounted


@pytest.fixture
def catalogue() -> Catalog:
    """Return a Russian catalogue that counts days already."""
    catalogue = Catalog(locale="ru")
    catalogue.add(("%(n)d day", "%(n)d days"), ("%(n)d день", "%(n)d дня", "%(n)d дней"))
    return catalogue


@pytest.mark.parametrize(
    "text",
    [
        "Не больше %(count)d копий.",
        "занято %(taken)s из %(places)d дней",
        "За %(count)s дней до начала",
        "через %d дня",
        "Осталось {left} дней.",
        "90\N{NO-BREAK SPACE}или %(count)d\N{NO-BREAK SPACE}дней",
    ],
)
def test_uncounted_finds_a_number_before_a_word_of_one_form(catalogue, text):
    catalogue.add("One form", text)
    assert [message.id for message in uncounted(catalogue)] == ["One form"]


@pytest.mark.parametrize(
    "text",
    [
        "%(done)d из %(total)d",
        "до %(millions)d млн пикселей, обычно %(count)d чел. в день",
        "%(name)s просит доработать страницу",
        "с %(first)s по %(last)s включительно",
        "дней: %(count)d",
        "%(amount)s со взрослого",
    ],
)
def test_uncounted_lets_names_days_and_units_be(catalogue, text):
    catalogue.add("One form", text)
    assert uncounted(catalogue) == []
