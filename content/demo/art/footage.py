"""The plan of the footage, as written in content/demo/texts/footage.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

PLAN = Path(__file__).parents[1] / "texts" / "footage.toml"


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
