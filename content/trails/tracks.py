"""The arithmetic of a track: a list of points [longitude, latitude, height or None], WGS 84, metres.

Longitude comes first, as in GeoJSON. Heights are above the sea.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

Point = Sequence[float | None]
Track = Sequence[Point]

EARTH_RADIUS_M = 6_371_008.8  # mean radius (IUGG)
SMOOTHING_M = 50  # heights are averaged over this stretch of the way
THRESHOLD_M = 2  # rises and falls smaller than this are noise
SLOPE_STRETCH_M = 50  # a slope is measured over this stretch at least
SPACING_M = 2  # points nearer than this to the one before are dropped


@dataclass(frozen=True)
class TrackNumbers:
    """What a track says about the walk; heights are None when the file has none."""

    length_km: float
    ascent_m: int | None = None
    descent_m: int | None = None
    min_height_m: int | None = None
    max_height_m: int | None = None


def distance_m(a: Point, b: Point) -> float:
    """Measure the great circle between two points (haversine)."""
    lon_a, lat_a, lon_b, lat_b = (math.radians(value) for value in (a[0], a[1], b[0], b[1]))
    half = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))


def distances(track: Track) -> list[float]:
    """Return how far each point is from the start along the way, in metres."""
    return list(accumulate((distance_m(a, b) for a, b in pairwise(track)), initial=0.0))


def thinned(track: Track, spacing_m: float = SPACING_M) -> list[list[float | None]]:
    """Drop points that do not move on: recorders write many while people stand still."""
    kept: list[Point] = list(track[:1])
    for point in track[1:]:
        if distance_m(kept[-1], point) >= spacing_m:
            kept.append(point)
    if len(track) > 1 and tuple(kept[-1]) != tuple(track[-1]):
        kept.append(track[-1])
    return [list(point) for point in kept]


def has_heights(track: Track) -> bool:
    return len(track) > 1 and all(point[2] is not None for point in track)


def smoothed_heights(track: Track, window_m: float = SMOOTHING_M) -> list[float]:
    """Return the height at each point, averaged over the way half a window before and after it."""
    along = distances(track)
    sums = list(accumulate((point[2] for point in track), initial=0.0))
    heights, first, last = [], 0, 0
    for place in along:
        while along[first] < place - window_m / 2:
            first += 1
        while last < len(along) and along[last] <= place + window_m / 2:
            last += 1
        heights.append((sums[last] - sums[first]) / (last - first))
    return heights


def climb(heights: Sequence[float], threshold_m: float = THRESHOLD_M) -> tuple[float, float]:
    """Add up the rises and the falls; the height counts anew once it has moved by the threshold.

    What is left at the end counts whatever its size: rises less falls are the end less the start.
    """
    up = down = 0.0
    anchor = heights[0]
    for height in heights[1:]:
        change = height - anchor
        if abs(change) < threshold_m:
            continue
        up, down = (up + change, down) if change > 0 else (up, down - change)
        anchor = height
    rest = heights[-1] - anchor
    return up + max(rest, 0), down + max(-rest, 0)


def measure(track: Track) -> TrackNumbers:
    """Compute the numbers of a walk from its track (two points at least)."""
    length_km = round(distances(track)[-1] / 1000, 2)
    if not has_heights(track):
        return TrackNumbers(length_km)
    heights = smoothed_heights(track)
    up, down = climb(heights)
    return TrackNumbers(
        length_km,
        ascent_m=round(up),
        descent_m=round(down),
        min_height_m=round(min(heights)),
        max_height_m=round(max(heights)),
    )


def steepest(track: Track, stretch_m: float = SLOPE_STRETCH_M) -> int | None:
    """Return the steepest slope, up or down, in per cent of the way; None without heights or on a shorter track.

    A slope counts over a stretch of the way, so that a single wrong height does not make a cliff.
    """
    if not has_heights(track):
        return None
    along, heights = distances(track), smoothed_heights(track)
    slopes, first = [], 0
    for last, place in enumerate(along):
        while first < last and place - along[first + 1] >= stretch_m:
            first += 1
        if place - along[first] >= stretch_m:
            slopes.append(abs(heights[last] - heights[first]) / (place - along[first]))
    return round(100 * max(slopes)) if slopes else None


def point_at(track: Track, share: float) -> tuple[float, float]:
    """Return longitude and latitude at a share (0–1) of the way."""
    along = distances(track)
    wanted = min(max(share, 0.0), 1.0) * along[-1]
    for index, (before, after) in enumerate(pairwise(along)):
        if wanted <= after:
            part = (wanted - before) / (after - before) if after > before else 0.0
            a, b = track[index], track[index + 1]
            return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
    return track[-1][0], track[-1][1]


def share_near(track: Track, lon: float, lat: float) -> float:
    """Return which share (0–1) of the way comes nearest to a place; the first time it does."""
    along = distances(track)
    nearest = min(range(len(track)), key=lambda index: distance_m(track[index], (lon, lat)))
    return along[nearest] / along[-1] if along[-1] else 0.0
