"""Vector 18: no number under five can be read, nor worked out by taking what is told from its whole."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.cameratraps.rhythm import rhythms_of_species
from content.cameratraps.small_numbers import ENOUGH, LEAST, Cell, cells
from tests.cameratraps.factories import make_event, make_gallery, make_species


def could_be(told: list[Cell], whole: int) -> list[tuple[int, ...]]:
    """Return every row of numbers that somebody must hold possible who knows the whole and how numbers are chosen:
    the small ones, and of the others the least."""
    least_told = min((cell.number for cell in told if cell.number is not None), default=whole)
    ranges = [
        (cell.number,)
        if cell.number is not None
        else range(LEAST)
        if cell.is_small
        else range(LEAST, least_told + 1)
        for cell in told
    ]
    return [numbers for numbers in product(*ranges) if sum(numbers) == whole]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.integers(0, 14), min_size=2, max_size=4))
def test_18_whoever_subtracts_what_is_told_from_the_whole_finds_no_small_number(numbers):
    """Each number kept back could be another one, unless none is told and all are as large as a small one can be."""
    whole = sum(numbers)
    if whole < ENOUGH:
        return  # no chart is drawn of so few
    told = cells(numbers)
    possible = could_be(told, whole)
    assert tuple(numbers) in possible
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
