"""The ledger of the double count: nothing of what is hidden, no sum of two sides, no line across a change of method."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.cameratraps import identities
from content.cameratraps.ledger import ledgers
from content.cameratraps.models import IdentityClaim
from content.reserve.drawing.population import Point, Series
from content.reserve.figures import method_steps
from content.reserve.models import CountMethod, PopulationFigure
from tests.cameratraps.animals import both_say, make_alias, make_claim, person
from tests.cameratraps.factories import make_event, make_indexes, make_species

pytestmark = pytest.mark.django_db
LEDGER = "/en/galleries/cats/count/"


@pytest.fixture
def figures(home_pages, sides):
    make_indexes(home_pages)
    numbers = (("RU-area", 129), ("CN-area", 60))
    for scope, value in numbers:
        PopulationFigure.objects.create(
            species=make_species(), year=2024, scope=scope, value=value, source_en="Signing, 2024"
        )


def known_text() -> str:
    return ledgers()[0].known_text


def pair():
    """Return two codes of the two catalogues, each with a public visit."""
    ours, theirs = make_alias("RU"), make_alias("CN")
    make_claim(ours)
    make_claim(theirs)
    return ours, theirs


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Counted once"), ("ru", "Учтены один раз"), ("zh-hans", "只计一次")],
)
def test_the_ledger_stands_in_each_language_with_sources(client, figures, language, heading):
    html = client.get(LEDGER.replace("/en/", f"/{language}/")).content.decode()
    assert heading in html
    assert "129" in html
    assert "Signing, 2024" in html
    assert "189" not in html
    for other in ("en", "ru", "zh-hans"):
        assert LEDGER.replace("/en/", f"/{other}/") in html


def test_a_pair_is_counted_once_when_merged_and_as_a_band_while_it_is_open(client, figures):
    ours, theirs = pair()
    assert "Each animal counted once: 2." in known_text()
    decision = identities.decide(ours, theirs, person("RU"), answer="same")
    assert "Each animal counted once: 1–2. Of 1 pair" in known_text()
    identities.decide(ours, theirs, person("CN"), answer="same")
    assert "On both: 1. Each animal counted once: 1." in known_text()
    html = client.get(LEDGER).content.decode()
    assert f"{ours.code} and {theirs.code} were found to be one animal" in html
    identities.take_back(decision, person("CN"))
    html = client.get(LEDGER).content.decode()
    assert f"{ours.code} and {theirs.code} are held to be two animals again" in html
    both_say(ours, theirs, "different")
    assert "Each animal counted once: 2." in known_text()


def test_what_is_not_released_is_counted_nowhere_and_its_codes_are_not_told(client, figures):
    ours, theirs = pair()
    make_claim(make_alias(), make_event(released=False))
    make_claim(make_alias(), agreed=False)
    both_say(ours, theirs, "same")
    event = IdentityClaim.objects.get(alias=theirs).event
    event.releases.get(side_id="RU").delete()
    assert "Seen on the Russian side: 1. On the Chinese side: 0. On both: 0." in known_text()
    assert theirs.code not in client.get(LEDGER).content.decode()


def test_the_log_tells_years_and_no_month_or_place(client, figures):
    both_say(*pair(), "same")
    (line,) = ledgers()[0].changes
    assert re.fullmatch(r"\d{4}: RU-code-\w+ and CN-code-\w+ were found .*, by other signs\.", line)


def test_the_ledger_asks_the_same_few_questions(client, figures):
    both_say(*pair(), "same")
    client.get(LEDGER)
    with CaptureQueriesContext(connection) as few:
        client.get(LEDGER)
    both_say(*pair(), "same")
    both_say(*pair(), "different")
    with CaptureQueriesContext(connection) as many:
        client.get(LEDGER)
    assert len(few) == len(many) <= 12


def test_only_neighbours_of_one_known_method_are_joined():
    points = [
        Point(year, 1, 1, 1, "", method=method) for year, method in enumerate((1, 1, None, 1, 2, 2))
    ]
    joins = Series("", "", "circle", points).joins
    assert [(one.x, other.x) for one, other in joins] == [(0, 1), (4, 5)]


def test_a_change_of_method_is_told_number_by_number(sides):
    species = make_species()
    made = [
        PopulationFigure(
            species=species, year=2000 + at, scope=scope, value=1, counted_by_id=method
        )
        for at, (scope, method) in enumerate(
            [
                ("RU-area", 1),
                ("CN-area", 1),
                ("RU-area", 1),
                ("RU-area", 2),
                ("RU-area", None),
            ]
        )
    ]
    assert method_steps(made) == [
        "the first one",
        "the first one",
        "the same",
        "another one: do not compare",
        "not known whether it is the same: do not compare",
    ]


@pytest.mark.parametrize("language", ["en", "ru", "zh-hans"])
def test_each_side_says_how_it_counts_or_that_no_source_says_so(client, figures, language):
    CountMethod.objects.create(
        scope="RU-area",
        from_year=2014,
        **{f"name_{code}": "SECR" for code in ("en", "ru", "zh_hans")},
        **{f"effort_{code}": "3,600 km²" for code in ("en", "ru", "zh_hans")},
    )
    page = client.get(f"/{language}/galleries/cats/count/").content.decode()
    with override(language):
        not_said = _("The published sources do not say how these numbers were counted.")
        assert page.count(not_said) == 2  # the Chinese side, and both together
        assert page.count(f"<dd>{_('not stated')}</dd>") == 4
    assert "<h4>SECR</h4>" in page and "<dd>3,600 km²</dd>" in page


def test_a_method_and_its_numbers_count_the_same(db):
    method = CountMethod.objects.create(scope="RU-area", name_en="SECR")
    figure = PopulationFigure(
        species=make_species(), year=2015, scope="joint", value=84, source="S", counted_by=method
    )
    with pytest.raises(ValidationError, match="counts something else"):
        figure.full_clean()
    figure.scope = "RU-area"
    figure.full_clean()
    figure.save()
    method.scope = "joint"
    with pytest.raises(ValidationError, match="count something else"):
        method.full_clean()
