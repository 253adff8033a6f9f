"""Which species of this site a scientific name in a package means."""

from collections import defaultdict

from content.cameratraps.models import TaxonName
from content.reserve.models import Species


class Taxa:
    """Names said by staff first, then the name itself, then species and subspecies where only one can be meant."""

    def __init__(self) -> None:
        self._exact = {
            _plain(name): pk for name, pk in Species.objects.values_list("scientific_name", "pk")
        }
        self._binomials: dict[str, list[int]] = defaultdict(list)
        for name, pk in self._exact.items():
            self._binomials[_binomial(name)].append(pk)
        self._said = {
            _plain(name): pk
            for name, pk in TaxonName.objects.values_list("scientific_name", "species_id")
        }

    def species(self, name: str) -> int | None:
        """Return the key of the species a name means; None when this site does not have it."""
        plain = _plain(name)
        found = self._said.get(plain) or self._exact.get(plain)
        if found or " " not in plain:
            return found
        same = self._binomials.get(_binomial(plain), [])
        return same[0] if len(same) == 1 else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _binomial(name: str) -> str:
    return " ".join(name.split()[:2])
