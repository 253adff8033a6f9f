"""Makers of known animals for tests, and of people who speak for a side."""

from itertools import count

from content.cameratraps import identities
from content.cameratraps.models import Alias, Event, IdentityClaim, Individual, MatchDecision
from staff.models import User
from tests.cameratraps.factories import make_event, make_species

_numbers = count(1)
OTHER = {"RU": "CN", "CN": "RU"}


def person(side: str) -> User:
    """Return the one curator of a side, made when missing."""
    return User.objects.get_or_create(username=f"names-animals-{side}", defaults={"side": side})[0]


def make_alias(side: str = "RU", **changes) -> Alias:
    """Create an animal of a side's catalogue with one code."""
    number = next(_numbers)
    fields = {
        "name_en": f"Cat{number}x",
        "name_ru": f"Кот{number}x",
        "name_zh_hans": f"猫{number}x",
        "sex": "female",
    }
    fields = {**fields, **changes}
    if "species" not in fields:
        fields["species"] = make_species()
    individual = Individual.objects.create(side_id=side, **fields)
    return Alias.objects.create(individual=individual, side_id=side, code=f"{side}-code-{number}x")


def make_claim(alias: Alias, event: Event | None = None, *, agreed: bool = True, **changes):
    """Create a claim of the alias' own side on a visit, agreed to by the other unless told otherwise."""
    if event is None:
        event = make_event(alias.side_id, species=alias.individual.species)
    claim = identities.claim(event, alias, person(alias.side_id), **changes)
    return identities.review(claim, person(OTHER[alias.side_id]), agrees=True) if agreed else claim


def make_known(side: str = "RU", **changes) -> Individual:
    """Create an animal with one public visit on the side of its catalogue."""
    return make_claim(make_alias(side, **changes)).alias.individual


def both_say(one: Alias, other: Alias, answer: str, **changes) -> MatchDecision:
    """Let both sides say the same of a pair."""
    for side in ("RU", "CN"):
        decision = identities.decide(one, other, person(side), answer=answer, **changes)
    return decision


def claims_of(individual: Individual) -> list[IdentityClaim]:
    return list(IdentityClaim.objects.filter(alias__individual=individual))
