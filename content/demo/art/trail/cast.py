"""Which body, coat and stride each species has."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from . import cat_coats, cats, hoofed, others, plain_coats
from .build import Body
from .fur import Fur, grown


@dataclass(frozen=True)
class Role:
    """How to build and move one kind of animal; lengths in metres."""

    body: Callable[[], Body]
    coat: Callable
    stride: float = 0.15
    lift: float = 0.06
    hairs: int = 260_000


ROLES = {
    "amur-leopard": Role(cats.leopard, cat_coats.leopard, 0.17, 0.06, 330_000),
    "amur-tiger": Role(cats.tiger, cat_coats.tiger, 0.23, 0.08, 380_000),
    "eurasian-lynx": Role(cats.lynx, cat_coats.lynx, 0.15, 0.06, 300_000),
    "sika-deer": Role(hoofed.sika_stag, plain_coats.sika, 0.20, 0.09),
    "sika-deer hind": Role(hoofed.sika_hind, plain_coats.sika, 0.18, 0.08),
    "siberian-roe-deer": Role(hoofed.roe_buck, plain_coats.roe, 0.17, 0.08),
    "siberian-roe-deer hind": Role(hoofed.roe_doe, plain_coats.roe, 0.17, 0.08),
    "wild-boar": Role(hoofed.boar, plain_coats.boar, 0.15, 0.06, 300_000),
    "asiatic-black-bear": Role(others.bear, plain_coats.bear, 0.17, 0.06, 330_000),
    "red-fox": Role(others.fox, plain_coats.fox, 0.10, 0.045),
    "raccoon-dog": Role(others.raccoon_dog, plain_coats.raccoon_dog, 0.07, 0.03),
    "asian-badger": Role(others.badger, plain_coats.badger, 0.07, 0.03),
    "manchurian-hare": Role(others.hare, plain_coats.hare, 0.0, 0.0),
}


@cache
def body_of(role: str) -> Body:
    """Build a body once."""
    return ROLES[role].body()


@lru_cache(maxsize=3)
def fur_of(role: str, seed: int, winter: bool) -> Fur:
    """Grow and paint an individual once for each season."""
    return grown(body_of(role), ROLES[role].coat, seed, winter, ROLES[role].hairs)
