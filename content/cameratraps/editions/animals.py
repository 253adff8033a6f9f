"""Our own tables: the animals known by name as their pages tell of them, and the published numbers."""

from collections.abc import Iterable

from content.base.choices import SideCode
from content.cameratraps.editions.content import Content
from content.cameratraps.editions.identifiers import Identifiers
from content.cameratraps.editions.tables import Row
from content.cameratraps.known import Known, with_sightings
from content.cameratraps.models.individuals import LifeStatus
from content.reserve.models import PopulationFigure
from content.reserve.queries import all_figures

STATUS = {
    LifeStatus.ALIVE: "alive",
    LifeStatus.NOT_SEEN: "notSeenSince",
    LifeStatus.DEAD: "dead",
}


def individuals(content: Content, identifiers: Identifiers) -> Iterable[Row]:
    """Yield the animals; of a visit neither month nor zone is told with them."""
    known = with_sightings(content.animals) if content.animals else []
    names = {one.individual.pk: identifiers.new() for one in known}
    kept = {visit.pk for visit in content.visits}
    for one in known:
        one.sightings = [seen for seen in one.sightings if seen.event in kept]
        if one.sightings:
            yield _individual(one, names)


def _individual(one: Known, names: dict[int, str]) -> Row:
    animal = one.individual
    return {
        "individualID": names[animal.pk],
        "scientificName": animal.species.scientific_name,
        "nameEng": animal.name_en,
        "nameRus": animal.name_ru,
        "nameZho": animal.name_zh_hans,
        "sex": animal.sex,
        "birthYear": animal.birth_year,
        "birthYearMargin": animal.birth_margin if animal.birth_year else None,
        "status": STATUS[LifeStatus(animal.status)],
        "statusYear": animal.status_year if animal.status != LifeStatus.ALIVE else None,
        "motherID": names.get(animal.mother.animal_id) if animal.mother else None,
        **{f"codes{side}": "|".join(one.codes.get(side, [])) for side in SideCode.values},
        **{f"years{side}": "|".join(map(str, one.years[side])) for side in SideCode.values},
    }


def estimates(identifiers: Identifiers) -> Iterable[Row]:
    """Yield the published numbers, each with its source."""
    for figure in all_figures():
        yield _estimate(figure, identifiers.new())


def _estimate(figure: PopulationFigure, identifier: str) -> Row:
    method = figure.counted_by
    return {
        "estimateID": identifier,
        "scientificName": figure.species.scientific_name,
        "scope": figure.scope,
        "year": figure.year,
        "asOf": figure.as_of,
        "qualifier": figure.qualifier,
        "adults": figure.value,
        "adultsMax": figure.value_max,
        "cubs": figure.cubs,
        "ciLow": figure.ci_low,
        "ciHigh": figure.ci_high,
        "methodEng": method.name_en if method else None,
        "methodRus": method.name_ru if method else None,
        "methodZho": method.name_zh_hans if method else None,
        "sourceEng": figure.source_en,
        "sourceRus": figure.source_ru,
        "sourceZho": figure.source_zh_hans,
    }
