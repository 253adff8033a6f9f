"""The plan of the footage, as written in content/demo/texts/footage.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PLAN = Path(__file__).parents[1] / "texts" / "footage.toml"
CATS = PLAN.with_name("individuals.toml")


@dataclass(frozen=True)
class Sequence:
    """The part of a planned sequence that decides how it looks."""

    id: str
    gallery: str
    species: str
    station: str
    camera: str
    ground: str
    direction: str
    month: int
    frames: tuple[str, ...]


def planned() -> list[Sequence]:
    """Read the plan."""
    with PLAN.open("rb") as file:
        entries = tomllib.load(file)["sequences"]
    names = [name for name in Sequence.__dataclass_fields__ if name != "frames"]
    return [
        Sequence(**{name: entry[name] for name in names}, frames=tuple(entry["frames"]))
        for entry in entries
    ]


@lru_cache(maxsize=1)
def individuals() -> dict[tuple[str, str], int]:
    """Return (sequence, which animal of it) → seed of the coat, for every cat that has a name."""
    with CATS.open("rb") as file:
        cats = tomllib.load(file)["individuals"]
    return {
        (seen["sequence"], seen.get("animal", "")): cat["seed"]
        for cat in cats
        for seen in cat["seen"]
    }
