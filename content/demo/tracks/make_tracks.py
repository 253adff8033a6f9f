"""Write the sample tracks of the demo trails as GPX 1.1 files beside this script.

The lines are invented: a few sine waves bend a path that leaves the coarse public trailhead, and the heights are
drawn through a handful of control points. They show how a trail page works. They are not surveys, they must not be
walked by, and the one for the photo hides leads to no hide.

Run ``python content/demo/tracks/make_tracks.py``; every run writes the same bytes.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

CREATOR = "Land of Big Cats sample tracks"
DISCLAIMER = "Sample track, invented for the demonstration site. Not a survey; do not use it to find your way."
EARTH_RADIUS_M = 6_371_008.8

LonLat = tuple[float, float]
Metres = tuple[float, float]


@dataclass(frozen=True)
class Track:
    """A line to invent: where it starts, where it heads, how long it is and how it climbs."""

    slug: str
    name: str
    start: LonLat  # longitude, latitude
    bearing: float  # degrees clockwise from north: the way out, or the way to the middle of a loop
    length_km: float  # whole walk, both ways of an out-and-back
    heights: tuple[
        tuple[float, float], ...
    ]  # (share of the way, or of the way out; metres above the sea)
    shape: str = "out-and-back"  # or "loop", "one-way"
    points: int = 121  # odd for an out-and-back, which turns at the middle point
    wander: float = 38.0  # how far the path swings from its bearing, degrees
    note: str = ""


TRACKS = (
    Track(
        "leopard-trail",
        "Leopard’s Trail",
        (131.48, 43.2),
        255,
        1.8,
        ((0, 38), (0.12, 44), (0.45, 118), (0.55, 112), (0.8, 58), (1, 38)),
        shape="loop",
        points=120,
    ),
    Track(
        "leopards-lair",
        "Leopard’s Lair",
        (131.43, 43.229),
        302,
        4.0,
        ((0, 62), (0.25, 84), (0.45, 96), (0.8, 212), (1, 246)),
        points=161,
        note="Starts inside the drawn park outline; visitors meet at the visitor centre in Barabash.",
    ),
    Track(
        "kravtsov-falls",
        "Kravtsov Waterfalls",
        (131.59, 43.29),
        305,
        1.5,
        ((0, 88), (0.35, 97), (0.6, 138), (1, 207.5)),
        points=101,
    ),
    Track(
        "toward-dream",
        "Towards the Dream",
        (131.565, 43.105),
        272,
        4.0,
        ((0, 22), (0.2, 27), (0.3, 24), (0.6, 38), (0.7, 34), (1, 49)),
        points=161,
    ),
    Track(
        "semivyorstka",
        "Semivyorstka",
        (131.33, 43.016),
        285,
        10.0,
        (
            (0, 64),
            (0.15, 96),
            (0.32, 214),
            (0.4, 196),
            (0.55, 288),
            (0.7, 190),
            (0.8, 206),
            (1, 64),
        ),
        shape="loop",
        points=240,
        note="Start moved inside the drawn park outline, within the accuracy of the published point.",
    ),
    Track(
        "gamov-deer-park",
        "Gamov: deer park and bays",
        (131.18, 42.67),
        166,
        6.4,
        ((0, 46), (0.25, 92), (0.5, 128), (0.7, 64), (1, 6)),
        points=161,
        wander=52,
    ),
    Track(
        "photo-hides",
        "Photo hides",
        (131.42, 43.4),
        20,
        1.2,
        ((0, 176), (0.4, 188), (0.6, 185), (1, 203)),
        points=81,
        note="A line drawn at random: it leads to no hide, and the hides are not published.",
    ),
    Track(
        "fangchuan",
        "Fangchuan scenic area, Dragon-Tiger Tower",
        (130.6, 42.436),
        334,
        2.4,
        ((0, 9), (0.35, 12), (0.6, 10), (0.85, 24), (1, 27)),
        points=101,
        wander=26,
    ),
    Track(
        "jingxin",
        "Jingxin wetland bird-watching",
        (130.504, 42.646),
        276,
        11.0,
        ((0, 12), (0.2, 9), (0.45, 17), (0.6, 10), (0.85, 14), (1, 11)),
        shape="one-way",
        points=200,
        wander=30,
        note="A drive; starts inside the drawn park outline, within the accuracy of the published point.",
    ),
    Track(
        "lanjia",
        "Lanjia Grand Canyon",
        (130.8, 43.52),
        318,
        5.0,
        ((0, 428), (0.2, 446), (0.3, 438), (0.65, 512), (0.75, 506), (1, 566)),
        points=181,
    ),
)


def waves(rng: random.Random, count: int) -> list[tuple[float, float, float]]:
    """Draw `count` sine waves as (weight, cycles, phase); the longer the wave, the heavier it weighs."""
    return [
        (rng.uniform(0.5, 1) / k**0.7, k * rng.uniform(1.2, 1.7), rng.uniform(0, math.tau))
        for k in range(1, count + 1)
    ]


def winding_line(track: Track, rng: random.Random, points: int) -> list[Metres]:
    """Walk from (0, 0) along the bearing, swinging left and right of it; the unit of length is one step."""
    swing = waves(rng, 10)
    path = [(0.0, 0.0)]
    for step in range(points - 1):
        share = step / (points - 2)
        turn = sum(
            weight * math.sin(math.tau * cycles * share + phase) for weight, cycles, phase in swing
        )
        heading = math.radians(track.bearing + track.wander * turn)
        east, north = path[-1]
        path.append((east + math.sin(heading), north + math.cos(heading)))
    return path


def winding_loop(track: Track, rng: random.Random, points: int) -> list[Metres]:
    """Go once round a dented oval whose middle lies along the bearing; start and end at (0, 0)."""
    dents = [(0.2 / k, k, rng.uniform(0, math.tau)) for k in range(2, 15)]
    back = math.radians(track.bearing + 180)
    path = []
    for step in range(points):
        angle = math.tau * step / (points - 1)
        radius = 1 + sum(depth * math.sin(k * angle + phase) for depth, k, phase in dents)
        path.append((radius * math.sin(back + angle), 0.8 * radius * math.cos(back + angle)))
    (first_east, first_north) = path[0]
    return [(east - first_east, north - first_north) for east, north in path]


def there_and_back(line: Callable[..., list[Metres]]) -> Callable[..., list[Metres]]:
    """Return a path that follows `line` to its end and comes back the same way."""

    def path(track: Track, rng: random.Random, points: int) -> list[Metres]:
        out = line(track, rng, (points + 1) // 2)
        return out + out[-2::-1]

    return path


SHAPES = {
    "loop": winding_loop,
    "out-and-back": there_and_back(winding_line),
    "one-way": winding_line,
}


def scaled(path: list[Metres], length_m: float) -> list[Metres]:
    """Stretch the path to the wanted length."""
    factor = length_m / sum(math.dist(a, b) for a, b in pairwise(path))
    return [(east * factor, north * factor) for east, north in path]


def placed(path: list[Metres], start: LonLat) -> list[LonLat]:
    """Lay a path in metres on the globe; flat-earth arithmetic is exact enough for a few kilometres."""
    lon, lat = start
    metres_per_degree = math.radians(1) * EARTH_RADIUS_M
    shrink = math.cos(math.radians(lat))
    return [
        (lon + east / (metres_per_degree * shrink), lat + north / metres_per_degree)
        for east, north in path
    ]


def height_at(share: float, heights: tuple[tuple[float, float], ...]) -> float:
    """Ease between the two control points around `share`; the line is flat at every control point."""
    for (left, low), (right, high) in pairwise(heights):
        if share <= right:
            t = (share - left) / (right - left)
            return low + (high - low) * t * t * (3 - 2 * t)
    return heights[-1][1]


def elevations(track: Track, points: int) -> list[float]:
    """Give every point its height; the way back of an out-and-back mirrors the way out."""
    shares = [i / (points - 1) for i in range(points)]
    if track.shape == "out-and-back":
        shares = [min(share, 1 - share) * 2 for share in shares]
    return [round(height_at(share, track.heights), 1) for share in shares]


def ascent_m(heights: list[float]) -> float:
    """Add up everything that goes up."""
    return sum(max(0.0, b - a) for a, b in pairwise(heights))


def distance_m(a: LonLat, b: LonLat) -> float:
    """Measure the great circle between two points (longitude, latitude)."""
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(h))


def gpx(track: Track, line: list[LonLat], heights: list[float]) -> str:
    """Write the track as GPX 1.1, without times."""
    desc = escape(f"{DISCLAIMER} {track.note}".strip())
    name = escape(track.name)
    rows = [
        f'      <trkpt lat="{lat:.5f}" lon="{lon:.5f}"><ele>{height:.1f}</ele></trkpt>'
        for (lon, lat), height in zip(line, heights, strict=True)
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<gpx version="1.1" creator="{CREATOR}" xmlns="http://www.topografix.com/GPX/1/1">',
            f"  <metadata><name>{name}</name><desc>{desc}</desc></metadata>",
            f"  <trk><name>{name}</name><desc>{desc}</desc>",
            "    <trkseg>",
            *rows,
            "    </trkseg>",
            "  </trk>",
            "</gpx>",
            "",
        ]
    )


def make(track: Track, folder: Path) -> str:
    """Write one file and return a line that reports its length and ascent."""
    rng = random.Random(track.slug)
    path = scaled(SHAPES[track.shape](track, rng, track.points), track.length_km * 1000)
    line = placed(path, track.start)
    heights = elevations(track, track.points)
    (folder / f"{track.slug}.gpx").write_text(gpx(track, line, heights), encoding="utf-8")
    length_km = sum(distance_m(a, b) for a, b in pairwise(line)) / 1000
    return f"{track.slug:16} {length_km:6.2f} km  {ascent_m(heights):5.0f} m up  {len(line)} points"


def main() -> None:
    """Write every track beside this script."""
    for track in TRACKS:
        print(make(track, Path(__file__).parent))


if __name__ == "__main__":
    main()
