"""Vector 18: no number under five can be read, nor worked out by taking what is told from its whole."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.cameratraps.rhythm import rhythms_of_species
from content.cameratraps.small_numbers import ENOUGH, LEAST, Cell, cells
from tests.cameratraps.factories import make_event, make_gallery, make_species


def could_be(told: list[Cell], whole: int) -> list[dict[int, int]]:
    """Return all that the small numbers could be (place → number) for somebody who knows the whole and how it is done:
    of the others kept back, none is smaller than `LEAST` or larger than the least number told."""
    known = [cell.number for cell in told if cell.number is not None]
    small = [place for place, cell in enumerate(told) if cell.is_small]
    others = len(told) - len(known) - len(small)
    rest, most = whole - sum(known), min(known, default=whole)
    return [
        dict(zip(small, numbers, strict=True))
        for numbers in product(range(LEAST), repeat=len(small))
        if LEAST * others <= rest - sum(numbers) <= most * others
    ]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.integers(0, 14), min_size=2, max_size=5))
def test_18_whoever_subtracts_what_is_told_from_the_whole_finds_no_small_number(numbers):
    """Each number kept back could be another one, unless none is told and all are as large as a small one can be."""
    whole = sum(numbers)
    if whole < ENOUGH:
        return  # no chart is drawn of so few
    told = cells(numbers)
    possible = could_be(told, whole)
    assert {place: numbers[place] for place, cell in enumerate(told) if cell.is_small} in possible
    if set(numbers) == {LEAST - 1}:
        return
    for place, cell in enumerate(told):
        if cell.is_small and numbers[place]:
            assert len({row[place] for row in possible}) > 1, (numbers, told)


@pytest.mark.django_db
def test_18_a_chart_of_one_species_gives_no_single_visit_away(home_pages, sides):
    species = make_species()
    visits = [
        make_event(species=species, month=month, band=band, frames=1)
        for month, band, number in ((1, "night", 11), (7, "dusk", 1), (3, "day", 7))
        for _turn in range(number)
    ]
    make_gallery(home_pages, *visits)
    charts = repr(rhythms_of_species(species))
    assert "fewer than 5" in charts
    assert not re.findall(r">1<|: 1\b|\b1 visit\b", charts)
