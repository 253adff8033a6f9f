"""Random identifiers: each edition has its own, so two of them share none, and their order tells nothing."""

import random
from uuid import UUID


class Identifiers:
    """Gives out one identifier after another; with a seeded source, for tests, always the same ones."""

    def __init__(self, source: random.Random | None = None) -> None:
        self._source = source or random.SystemRandom()

    def new(self) -> str:
        return UUID(int=self._source.getrandbits(128), version=4).hex
