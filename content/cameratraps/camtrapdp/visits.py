"""Visits, put together from observations: the unit that is counted here."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.cameratraps.camtrapdp.checking import CheckedPackage
from content.cameratraps.choices import ObservationType

KEPT = (ObservationType.ANIMAL, ObservationType.UNKNOWN, ObservationType.UNCLASSIFIED)
_KINDS = ", ".join(f"'{kind.value}'" for kind in KEPT)
# Observations of one level of an event add up: a female and two cubs are three animals. Files of an event do not: they
# show the same animals again, so the file that shows most of them tells how many there were.
_VISITS = f"""
SELECT event, deployment, kind, taxon, SUM(number), MIN(first), MIN(life), MAX(life), MIN(sex), MAX(sex), MAX(behaviour)
FROM observations WHERE is_event AND NOT is_setup AND kind IN ({_KINDS}) GROUP BY event, kind, taxon
UNION ALL
SELECT event, deployment, kind, taxon, MAX(number), MIN(first), MIN(life0), MAX(life1), MIN(sex0), MAX(sex1),
       MAX(behaviour)
FROM (
    SELECT event, deployment, kind, taxon, media, SUM(number) AS number, MIN(first) AS first, MIN(life) AS life0,
           MAX(life) AS life1, MIN(sex) AS sex0, MAX(sex) AS sex1, MAX(behaviour) AS behaviour
    FROM observations AS o
    WHERE NOT is_event AND NOT is_setup AND kind IN ({_KINDS})
      AND NOT EXISTS (SELECT 1 FROM observations AS e WHERE e.event = o.event AND e.is_event)
    GROUP BY event, kind, taxon, media
)
GROUP BY event, kind, taxon
"""
_ORDERED = f"{_VISITS} ORDER BY event, kind, taxon"


@dataclass(frozen=True)
class Visit:
    """One visit of one kind of animal, as the package tells it. `event` and `digest` are keyed digests."""

    event: bytes
    deployment: int
    kind: str
    taxon: int
    number: int
    moment: int
    life_stage: str
    sex: str
    behaviour: str
    digest: str


def visits_of(package: CheckedPackage) -> Iterator[Visit]:
    """Yield the visits in the order of their digests, which tells neither time nor place."""
    for event, deployment, kind, taxon, number, moment, *words in package.staging.ask(_ORDERED):
        life, sex = _the_same(*words[0:2]), _the_same(*words[2:4])
        digest = digest_of(package, event, kind, taxon)
        yield Visit(
            event, deployment, kind, taxon, number, moment, life, sex, words[4] or "", digest
        )


def digest_of(package: CheckedPackage, event: bytes, kind: str, taxon: int) -> str:
    """Return by what a visit is known again."""
    name = package.taxa[taxon] if taxon >= 0 else ""
    return package.digester.of("visit", event, kind, name).hex()


def _the_same(least: str, most: str) -> str:
    return least if least == most else ""
