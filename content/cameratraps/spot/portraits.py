"""Which pictures the game may ask about: public visits alone, and of animals only what both sides agree upon."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from content.cameratraps.models import Event, IdentityClaim, MatchDecision, Media, Verdict
from content.cameratraps.models.identities import Answer, Confidence, Flank

MOST_CLAIMS = 2000
MOST_ANIMALS = 40
MOST_OF_ONE = 4
MOST_SIGHTS = 48
_CODE_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True)
class Portrait:
    """A public visit of one known animal alone. `sides`: the catalogues that name it on some such visit."""

    event: int
    code: str
    species: str
    animal: int
    flank: str
    image: int
    sides: frozenset[str] = frozenset()

    @property
    def is_striped(self) -> bool:
        return self.species == "amur-tiger"

    def shares_a_flank(self, other: "Portrait") -> bool:
        return Flank.BOTH in (self.flank, other.flank) or self.flank == other.flank


def portraits(dice: Random) -> list[Portrait]:
    """Return portraits of some animals, a few of each; the same for the same dice while the same is public."""
    claims = (
        IdentityClaim.objects.public()
        .filter(event__count=1, confidence=Confidence.CERTAIN)
        .exclude(flank="")
        .annotate(image=Subquery(_cover("event_id")))
        .order_by("event__code", "pk")
        .values_list(
            "event_id",
            "event__code",
            "event__species__slug",
            "animal_id",
            "flank",
            "image",
            "alias__side_id",
        )
    )
    by_event: dict[int, list[Portrait]] = defaultdict(list)
    sides: dict[int, set[str]] = defaultdict(set)
    for *row, side in claims[:MOST_CLAIMS]:
        by_event[row[0]].append(Portrait(*row))
        sides[row[3]].add(side)
    by_animal: dict[int, list[Portrait]] = defaultdict(list)
    for found in by_event.values():
        if len({one.animal for one in found}) == 1:
            one = found[0]
            by_animal[one.animal].append(replace(one, sides=frozenset(sides[one.animal])))
    return _some(list(by_animal.values()), dice)


def _some(animals: list[list[Portrait]], dice: Random) -> list[Portrait]:
    dice.shuffle(animals)
    for seen in animals:
        dice.shuffle(seen)
    return [one for seen in animals[:MOST_ANIMALS] for one in seen[:MOST_OF_ONE]]


def _cover(event: str):
    """Return the question for the picture that stands for a visit."""
    frames = Media.objects.filter(event=OuterRef(event), file_public=True)
    return frames.order_by("-favourite", "sort_order", "pk").values("image_id")[:1]


@dataclass(frozen=True)
class Verdicts:
    """What the sides have said of pairs of animals: which are settled to be two, and which are open."""

    different: frozenset[frozenset[int]]
    spoken_of: frozenset[frozenset[int]]

    def are_two(self, one: Portrait, other: Portrait) -> bool:
        """Say whether both sides hold these to be two animals.

        Either they have said so, or one catalogue has them as two and nobody has asked.
        """
        pair = frozenset((one.animal, other.animal))
        if len(pair) == 1:
            return False
        return pair in self.different or (
            bool(one.sides & other.sides) and pair not in self.spoken_of
        )


def verdicts() -> Verdicts:
    """Return what has been said of pairs, animal by animal."""
    words = Verdict.objects.filter(decision=OuterRef("pk"))
    rows = (
        MatchDecision.objects.filter(Exists(words))
        .exclude(outcome=Answer.SAME)
        .annotate(one=_animal("first"), other=_animal("second"))
        .order_by("pk")
        .values_list("one", "other", "outcome")
    )
    pairs = [(frozenset((one, other)), outcome) for one, other, outcome in rows]
    return Verdicts(
        frozenset(pair for pair, outcome in pairs if outcome == Answer.DIFFERENT),
        frozenset(pair for pair, _outcome in pairs),
    )


def _animal(end: str) -> Coalesce:
    individual = f"{end}__individual"
    return Coalesce(F(f"{individual}__merged_into_id"), F(f"{individual}__pk"))


def sights(dice: Random) -> list[Event]:
    """Return some public visits in a telling-nothing order, each with `image`, the picture that stands for it.

    Codes are random, so a stretch of them is a fair draw, and cheap however many visits there are.
    """
    start = "".join(dice.choice(_CODE_LETTERS) for _letter in range(8))
    events = Event.objects.public().annotate(image=Subquery(_cover("pk"))).select_related("species")
    after = list(events.filter(code__gte=start).order_by("code")[:MOST_SIGHTS])
    before = list(events.filter(code__lt=start).order_by("code")[:MOST_SIGHTS])
    found = [*after, *before][:MOST_SIGHTS]
    dice.shuffle(found)
    return found


def kinds_of(events: Iterable[Event]) -> list:
    """Return the species of some visits, each once, in their own order."""
    found = {event.species_id: event.species for event in events}
    return sorted(found.values(), key=lambda one: (one.order, one.pk))
