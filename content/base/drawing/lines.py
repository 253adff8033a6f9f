"""Cutting and simplifying lines and rings, in any plane."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import hypot

from content.base.drawing.projection import XY, Bounds


def simplified(points: Sequence[XY], tolerance: float) -> list[XY]:
    """Drop the points that lie within `tolerance` of the line through the rest (Douglas and Peucker, 1973)."""
    if len(points) < 3:
        return list(points)
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far, index = max(
            (_distance(points[i], points[first], points[last]), i) for i in range(first + 1, last)
        )
        if far > tolerance:
            keep.add(index)
            spans += [(first, index), (index, last)]
    return [points[index] for index in sorted(keep)]


def _distance(p: XY, a: XY, b: XY) -> float:
    """Return how far `p` lies from the stretch between `a` and `b`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    if not square:
        return hypot(p[0] - a[0], p[1] - a[1])
    share = min(1.0, max(0.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square))
    return hypot(p[0] - a[0] - share * dx, p[1] - a[1] - share * dy)


def clipped_ring(ring: Sequence[XY], frame: Bounds) -> list[XY]:
    """Cut a closed ring to a frame, one edge after the other (Sutherland and Hodgman, 1974)."""
    points = list(ring)
    for axis, limit, sign in _edges(frame):
        if not points:
            break
        inside = _inside(axis, limit, sign)
        points = _cut(points, inside, axis, limit)
    return points


def _edges(frame: Bounds) -> list[tuple[int, float, int]]:
    return [(0, frame.west, 1), (0, frame.east, -1), (1, frame.south, 1), (1, frame.north, -1)]


def _inside(axis: int, limit: float, sign: int) -> Callable[[XY], bool]:
    return lambda point: sign * (point[axis] - limit) >= 0


def _cut(points: list[XY], inside: Callable[[XY], bool], axis: int, limit: float) -> list[XY]:
    result: list[XY] = []
    for before, point in pairwise([points[-1], *points]):
        if inside(before) != inside(point):
            result.append(_crossing(before, point, axis, limit))
        if inside(point):
            result.append(point)
    return result


def _crossing(a: XY, b: XY, axis: int, limit: float) -> XY:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    crossing = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    crossing[axis] = limit
    return crossing[0], crossing[1]


def clipped_lines(line: Sequence[XY], frame: Bounds) -> list[list[XY]]:
    """Cut an open line to a frame; it may fall into several pieces."""
    pieces: list[list[XY]] = []
    for a, b in pairwise(line):
        stretch = _clipped_stretch(a, b, frame)
        if stretch is None:
            continue
        if pieces and pieces[-1][-1] == stretch[0]:
            pieces[-1].append(stretch[1])
        else:
            pieces.append(list(stretch))
    return pieces


def _clipped_stretch(a: XY, b: XY, frame: Bounds) -> tuple[XY, XY] | None:
    """Cut one straight stretch to a frame (Liang and Barsky, 1984)."""
    enter, leave = 0.0, 1.0
    for axis, limit, sign in _edges(frame):
        run, gap = sign * (b[axis] - a[axis]), sign * (limit - a[axis])
        if run == 0:
            if gap > 0:
                return None
        elif run > 0:
            enter = max(enter, gap / run)
        else:
            leave = min(leave, gap / run)
    if enter > leave:
        return None
    return _between(a, b, enter), _between(a, b, leave)


def _between(a: XY, b: XY, share: float) -> XY:
    if share in (0.0, 1.0):
        return (a, b)[int(share)]
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
