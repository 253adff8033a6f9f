"""Ten questions for one round, drawn by dice that fall alike for everybody who plays it."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import combinations
from random import Random

from content.cameratraps.choices import Band
from content.cameratraps.models import Event
from content.cameratraps.spot.portraits import (
    Portrait,
    Verdicts,
    kinds_of,
    portraits,
    sights,
    verdicts,
)
from content.reserve.models import Species

LENGTH = 10
LEAST = 4  # fewer questions are no game
OF_EACH_KIND = {"pair": 6, "species": 2, "time": 2}
CHOICES_OF_SPECIES = 4


class Kind(StrEnum):
    PAIR = "pair"
    SPECIES = "species"
    TIME = "time"


class PairAnswer(StrEnum):
    SAME = "same"
    TWO = "two"
    UNTOLD = "untold"  # left against right flank: the pictures cannot tell


@dataclass(frozen=True)
class Question:
    """One question. `options` are what may be answered, `right` is one of them; `images` are pictures by key.

    `truth` is what is known of a pair whatever its pictures tell; None while the sides have not settled it.
    """

    kind: Kind
    images: tuple[int, ...]
    options: tuple[str, ...]
    right: str
    pair: tuple[Portrait, Portrait] | None = None
    truth: str | None = None
    event: Event | None = None
    choices: tuple[Species, ...] = ()


def questions(code: str) -> list[Question]:
    """Return the questions of a round; the same for everybody while the same pictures are public."""
    dice = Random(int.from_bytes(sha256(code.encode()).digest()))
    pairs = _pairs(portraits(dice), verdicts(), dice)
    seen = sights(dice)
    used = {image for question in pairs for image in question.images}
    seen.sort(key=lambda event: event.image in used)  # pictures that no other question shows first
    times = _times(seen, dice)
    used |= {question.images[0] for question in times[: OF_EACH_KIND[Kind.TIME]]}
    seen.sort(key=lambda event: event.image in used)
    kinds = _kinds(seen, kinds_of(seen), dice)
    found = _drawn(pairs, times, kinds)
    dice.shuffle(found)
    return found if len(found) >= LEAST else []


def _drawn(pairs: list[Question], times: list[Question], kinds: list[Question]) -> list[Question]:
    """Return ten of them, pairs first; where pairs lack, there is more of the rest."""
    rest = [question for couple in zip(kinds, times, strict=False) for question in couple]
    rest += [*kinds[len(times) :], *times[len(kinds) :]]
    asked = pairs[: OF_EACH_KIND[Kind.PAIR]]
    return asked + rest[: LENGTH - len(asked)]


def _pairs(found: list[Portrait], said: Verdicts, dice: Random) -> list[Question]:
    """Return pairs, the three right answers in turn, showing no picture twice while there are others."""
    by_answer: dict[PairAnswer, list[tuple[Portrait, Portrait]]] = {one: [] for one in PairAnswer}
    for one, other in combinations(found, 2):
        answer = _answer(one, other, said)
        if answer:
            by_answer[answer].append((one, other))
    for pairs in by_answer.values():
        dice.shuffle(pairs)
    chosen: list[Question] = []
    times_shown: dict[int, int] = {}
    while len(chosen) < OF_EACH_KIND[Kind.PAIR] and any(by_answer.values()):
        for answer, pairs in by_answer.items():
            if not pairs:
                continue
            pairs.sort(key=lambda pair: -sum(times_shown.get(one.image, 0) for one in pair))
            pair = pairs.pop()
            for one in pair:
                times_shown[one.image] = times_shown.get(one.image, 0) + 1
            chosen.append(_pair_question(pair, answer, _truth(*pair, said), dice))
    return chosen


def _answer(one: Portrait, other: Portrait, said: Verdicts) -> PairAnswer | None:
    """Return what is right of a pair; None when it makes no fair question."""
    if one.species != other.species:
        return None
    return _truth(one, other, said) if one.shares_a_flank(other) else PairAnswer.UNTOLD


def _truth(one: Portrait, other: Portrait, said: Verdicts) -> PairAnswer | None:
    """Return what both sides hold of a pair; None while they have not settled it."""
    if one.animal == other.animal:
        return PairAnswer.SAME
    return PairAnswer.TWO if said.are_two(one, other) else None


def _pair_question(
    pair: tuple[Portrait, Portrait], answer: PairAnswer, truth: PairAnswer | None, dice: Random
) -> Question:
    first, second = dice.sample(pair, 2)
    return Question(
        Kind.PAIR,
        images=(first.image, second.image),
        options=tuple(PairAnswer),
        right=answer,
        pair=(first, second),
        truth=truth,
    )


def _kinds(seen: list[Event], species: list[Species], dice: Random) -> list[Question]:
    """Return questions after the species, each species once, by the first visit there is of it."""
    if len(species) < 2:
        return []
    asked: dict[int, Event] = {}
    for event in seen:
        asked.setdefault(event.species_id, event)
    return [_kind_question(event, species, dice) for event in asked.values()]


def _kind_question(event: Event, species: list[Species], dice: Random) -> Question:
    others = [one for one in species if one.pk != event.species_id]
    near = [one for one in others if one.group == event.species.group]
    far = [one for one in others if one.group != event.species.group]
    wrong = [*dice.sample(near, len(near)), *dice.sample(far, len(far))][: CHOICES_OF_SPECIES - 1]
    choices = sorted([event.species, *wrong], key=lambda one: (one.order, one.pk))
    return Question(
        Kind.SPECIES,
        images=(event.image,),
        options=tuple(one.slug for one in choices),
        right=event.species.slug,
        event=event,
        choices=tuple(choices),
    )


def _times(seen: list[Event], dice: Random) -> list[Question]:
    """Return questions after day or night, both in turn; dawn and dusk would be a guess."""
    by_band = {band: [event for event in seen if event.band == band] for band in _TIMES}
    turns = [event for couple in zip(*by_band.values(), strict=False) for event in couple]
    if dice.random() < 0.5:
        turns.reverse()
    return [
        Question(Kind.TIME, (event.image,), tuple(_TIMES), event.band, event=event)
        for event in turns
    ]


_TIMES = (Band.DAY.value, Band.NIGHT.value)
