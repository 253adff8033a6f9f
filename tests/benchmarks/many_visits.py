"""Visits drawn by lot in a believable mixture, written in bulk, for the benchmark of the page of all visits."""

import random
from collections.abc import Iterator
from datetime import date

from content.base.models import Image
from content.cameratraps import shown
from content.cameratraps.models import Deployment, Event, Media, Release, Zone
from content.cameratraps.models.events import new_code
from content.reserve.models import Species

FRAMES_OF_A_VISIT = (1, 1, 2, 3, 3, 3, 3, 4, 5, 8)  # 3.3 in the middle
SPECIES, ZONES, YEARS, PICTURES = 24, 8, range(2018, 2026), 400
BANDS = ("night", "night", "night", "dusk", "dawn", "day", "day")
DOINGS = ("walking",) * 6 + ("foraging", "foraging", "standing", "resting", "marking", "")
PAST = date(2026, 6, 1)
AT_ONCE = 2_000


def fill(frames: int) -> int:
    """Write so many public frames, and return the number of their visits."""
    dice = random.Random(frames)
    deployments, species, pictures = _deployments(), _species(), _pictures()
    written = visits = 0
    while written < frames:
        sizes = [dice.choice(FRAMES_OF_A_VISIT) for _number in range(AT_ONCE)]
        events = Event.objects.bulk_create(
            _event(dice, deployments, species) for _number in range(AT_ONCE)
        )
        Media.objects.bulk_create(_frames(dice, events, sizes, pictures), batch_size=AT_ONCE)
        Release.objects.bulk_create(
            (
                Release(event=event, side_id=side, embargo_until=PAST)
                for event in events
                for side in ("RU", "CN")
            ),
            batch_size=AT_ONCE,
        )
        shown.keep_in_step(event.pk for event in events)
        written, visits = written + sum(sizes), visits + AT_ONCE
    return visits


def _event(dice: random.Random, deployments: list, species: list) -> Event:
    """Return a visit: few species are seen often and many seldom, some parts and years more than others."""
    place = min(int(dice.expovariate(0.28)), SPECIES - 1)
    return Event(
        code=new_code(12),
        deployment=dice.choice(deployments),
        species=species[place],
        year=YEARS[min(int(dice.triangular(0, len(YEARS), 5)), len(YEARS) - 1)],
        month=dice.randint(1, 12),
        band=dice.choice(BANDS),
        behaviour_en=dice.choice(DOINGS),
        title_en="A visit of the benchmark",
    )


def _frames(
    dice: random.Random, events: list[Event], sizes: list[int], pictures: list[Image]
) -> Iterator[Media]:
    for event, size in zip(events, sizes, strict=True):
        for place in range(size):
            yield Media(
                event=event,
                image=dice.choice(pictures),
                sort_order=place,
                file_public=True,
                favourite=not place,
            )


def _deployments() -> list[Deployment]:
    zones = Zone.objects.bulk_create(
        Zone(side_id="RU" if number % 2 else "CN", code=f"many-{number}", name_en=f"Part {number}")
        for number in range(ZONES)
    )
    return Deployment.objects.bulk_create(
        Deployment(
            zone=zones[min(n % ZONES, n % 5)],
            start_year=2018,
            start_month=1,
            end_year=2025,
            end_month=12,
        )
        for n in range(400)
    )


def _species() -> list[Species]:
    return Species.objects.bulk_create(
        Species(
            slug=f"many-{number}",
            scientific_name=f"Multa {number}",
            name_en=f"Animal {number}",
            group="hoofed",
        )
        for number in range(SPECIES)
    )


def _pictures() -> list[Image]:
    """Return rows of pictures with two sizes; no page of the benchmark reads their files."""
    pictures = Image.objects.bulk_create(
        Image(title=f"Many {number}", file=f"images/{number:032x}.jpg", width=1280, height=960)
        for number in range(PICTURES)
    )
    size = Image.get_rendition_model()
    size.objects.bulk_create(
        size(
            image=picture,
            filter_spec=f"width-{width}|format-{name}",
            file=f"images/{number:032x}.{width}.{name}",
            width=width,
            height=width * 3 // 4,
            focal_point_key="",
        )
        for number, picture in enumerate(pictures)
        for width in (400, 800)
        for name in ("avif", "webp")
    )
    return pictures
