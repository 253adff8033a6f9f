"""The sample cats: named as their coats are drawn, met in two catalogues, loaded once."""

import pytest

from content.cameratraps import known
from content.cameratraps.models import (
    Alias,
    IdentityChange,
    IdentityClaim,
    Individual,
    MatchDecision,
)
from content.demo.loading import cats, galleries
from content.demo.loading.texts import read_texts
from tests.cameratraps.test_loading import sample

__all__ = ["sample"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(sample, monkeypatch):
    galleries.load(sample)
    monkeypatch.setattr(type(sample), "page_at", lambda *_args: None)  # no stories here
    cats.load(sample)
    return sample


def test_eight_cats_are_public_and_two_of_them_cross_the_border(loaded):
    found = known.with_sightings(known.animals())
    assert len(found) == 8
    assert [one.crossings for one in found if one.crossings] == [1, 1]
    assert Individual.objects.count() == 10
    assert sorted(MatchDecision.objects.values_list("outcome", flat=True)) == [
        "different",
        "same",
        "same",
        "undecided",
    ]
    assert all(one.cover for one in found)
    assert Individual.objects.filter(is_sample=False).count() == 0
    assert {claim.review for claim in IdentityClaim.objects.all()} == {"agreed", "waiting"}


def test_loading_again_changes_nothing(loaded):
    tables = (Individual, Alias, IdentityClaim, MatchDecision, IdentityChange)
    before = [list(model.objects.order_by("pk").values()) for model in tables]
    cats.load(loaded)
    assert [list(model.objects.order_by("pk").values()) for model in tables] == before


def test_a_code_names_one_coat_from_one_catalogue():
    """Every drawn cat keeps its coat: a code never stands for two of them, except for visits seen head-on."""
    coats = {
        seen["sequence"]: one["id"].removesuffix("-cub")
        for one in read_texts("individuals")["individuals"]
        for seen in one["seen"]
    }
    for cat in read_texts("cats")["cats"]:
        assert len({coats[claim["sequence"]] for claim in cat["claims"] if claim["flank"]}) == 1
