"""Deployments and visits into the database: all or nothing, in bulk, and each only once however often it comes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from content.cameratraps.camtrapdp.behaviours import in_all_languages
from content.cameratraps.camtrapdp.checking import CheckedPackage
from content.cameratraps.camtrapdp.clock import Clock
from content.cameratraps.camtrapdp.taxa import Taxa
from content.cameratraps.camtrapdp.visits import Visit, visits_of
from content.cameratraps.models import Deployment, Event
from content.cameratraps.models.events import new_code
from content.reserve.models import Side

BATCH = 500
CODE_LENGTH = 12  # among a million visits eight letters would meet


class Writer:
    """Turns what is left of a package into drafts."""

    def __init__(self, package: CheckedPackage) -> None:
        self.package = package
        self.clock = Clock(Side.objects.get(pk=package.side).time_zone)
        self.taxa = Taxa()
        self.species = {number: self.taxa.species(name) for number, name in enumerate(package.taxa)}
        self.keys: list[int] = []  # of deployments, in their order in the package
        self.counts: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()

    @transaction.atomic
    def write(self) -> None:
        """Write everything that is new."""
        self._write_deployments()
        for visits in _batches(self._fit_visits()):
            known = set(
                Event.objects.filter(digest__in=[visit.digest for visit in visits])
                .order_by()
                .values_list("digest", flat=True)
            )
            new = [self._event(visit) for visit in visits if visit.digest not in known]
            Event.objects.bulk_create(new)
            self.counts["visits_known"] += len(known)
            self.counts["visits_new"] += len(new)

    def preview(self) -> None:
        """Count what would be written, without a write."""
        digests = self._deployment_digests()
        known = _known_deployments(digests)
        self.counts["deployments_known"] = len(known)
        self.counts["deployments_new"] = len(digests) - len(known)
        for visits in _batches(self._fit_visits()):
            here = Event.objects.filter(digest__in=[visit.digest for visit in visits]).count()
            self.counts["visits_known"] += here
            self.counts["visits_new"] += len(visits) - here

    def _fit_visits(self) -> Iterator[Visit]:
        """Yield the visits that become drafts; count the others."""
        deployments = self.package.deployments
        for visit in visits_of(self.package):
            if not deployments[visit.deployment].holds(visit.moment):
                self.counts["wrong_clock"] += 1
            elif visit.taxon >= 0 and visit.kind == "animal" and not self.species[visit.taxon]:
                self.unknown[self.package.taxa[visit.taxon]] += 1
            else:
                yield visit

    def _deployment_digests(self) -> list[str]:
        return [
            self.package.digester.of("deployment", deployment.identifier).hex()
            for deployment in self.package.deployments.staged
        ]

    def _write_deployments(self) -> None:
        digests = self._deployment_digests()
        known = _known_deployments(digests)
        new = [
            self._deployment(place, digest)
            for place, digest in enumerate(digests)
            if digest not in known
        ]
        new.sort(key=lambda deployment: deployment.digest)
        Deployment.objects.bulk_create(new, batch_size=BATCH)
        known |= _known_deployments([deployment.digest for deployment in new])
        self.keys = [known[digest] for digest in digests]
        self.counts["deployments_new"] = len(new)
        self.counts["deployments_known"] = len(digests) - len(new)

    def _deployment(self, place: int, digest: str) -> Deployment:
        staged = self.package.deployments[place]
        start, end = self.clock.month(staged.start), self.clock.month(staged.end)
        return Deployment(
            zone_id=staged.zone.pk,
            start_year=start[0],
            start_month=start[1],
            end_year=end[0],
            end_month=end[1],
            digest=digest,
        )

    def _event(self, visit: Visit) -> Event:
        year, month = self.clock.month(visit.moment)
        zone = self.package.deployments[visit.deployment].zone
        return Event(
            code=new_code(CODE_LENGTH),
            deployment_id=self.keys[visit.deployment],
            observation_type=visit.kind,
            species_id=self.species.get(visit.taxon) if visit.kind == "animal" else None,
            year=year,
            month=month,
            band=self.clock.band(visit.moment, zone.middle),
            count=min(visit.number, 32_767),
            life_stage=visit.life_stage,
            sex=visit.sex,
            digest=visit.digest,
            **in_all_languages(visit.behaviour),
        )


def _known_deployments(digests: list[str]) -> dict[str, int]:
    """Return digest → key of the deployments that are here already."""
    found: dict[str, int] = {}
    for some in _batches(digests):
        here = Deployment.objects.filter(digest__in=some).order_by()
        found |= dict(here.values_list("digest", "pk"))
    return found


def _batches(things: Iterable) -> Iterator[list]:
    rest = iter(things)
    while some := list(islice(rest, BATCH)):
        yield some
