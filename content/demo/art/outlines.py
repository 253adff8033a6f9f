"""Outlines of body parts: closed curves and tapered limbs, in units of shoulder height = 100."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

Point = tuple  # (x, y) or (x, y, "c") for a corner; in a limb (x, y, width)


@dataclass(frozen=True)
class Part:
    """One part of an animal: a closed curve (`blob`) or a tapered centre line (`limb`)."""

    kind: str
    points: tuple[Point, ...]

    def outline(self) -> np.ndarray:
        """Return the outline as an array of (x, y)."""
        return catmull(self.points) if self.kind == "blob" else limb(self.points)

    def moved(self, shift) -> "Part":
        """Return the part with x moved by `shift(y)`, as a leg swings."""
        return Part(self.kind, tuple((p[0] + shift(p[1]), *p[1:]) for p in self.points))


def blob(*points: Point) -> Part:
    """Make a part from a closed curve."""
    return Part("blob", points)


def leg(*points: Point) -> Part:
    """Make a part from a tapered centre line (legs, tails, antlers)."""
    return Part("limb", points)


def catmull(points, closed: bool = True, n: int = 14) -> np.ndarray:
    """Run a centripetal Catmull-Rom curve through the points, `n` steps a span."""
    corner = [len(p) > 2 and p[2] == "c" for p in points]
    pts = np.array([(p[0], p[1]) for p in points], float)
    count, out = len(pts), []
    for i in range(count if closed else count - 1):
        p1, p2 = pts[i], pts[(i + 1) % count]
        p0 = pts[(i - 1) % count] if closed or i > 0 else p1 - (p2 - p1)
        p3 = pts[(i + 2) % count] if closed or i < count - 2 else p2 + (p2 - p1)
        a0, a1, a2 = (max(np.hypot(*d), 1e-6) ** 0.5 for d in (p1 - p0, p2 - p1, p3 - p2))
        m1 = (p2 - p1) + a1 * ((p1 - p0) / a0 - (p2 - p0) / (a0 + a1))
        m2 = (p2 - p1) + a1 * ((p3 - p2) / a2 - (p3 - p1) / (a1 + a2))
        if corner[i]:
            m1 = (p2 - p1) * 0.9
        if corner[(i + 1) % count]:
            m2 = (p2 - p1) * 0.9
        t = np.linspace(0, 1, n, endpoint=False)[:, None]
        out.append(
            (2 * t**3 - 3 * t**2 + 1) * p1
            + (t**3 - 2 * t**2 + t) * m1
            + (-2 * t**3 + 3 * t**2) * p2
            + (t**3 - t**2) * m2
        )
    if not closed:
        out.append(pts[-1:])
    return np.vstack(out)


def limb(chain, n: int = 10) -> np.ndarray:
    """Return the outline of a centre line of (x, y, width) with round ends."""
    chain = np.array(chain, float)
    line = catmull([tuple(p[:2]) for p in chain], closed=False, n=n)
    t = np.linspace(0, len(chain) - 1, len(line))
    half = PchipInterpolator(np.arange(len(chain)), chain[:, 2])(t) / 2
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None] + 1e-9
    normal = np.stack([-along[:, 1], along[:, 0]], 1)
    arc = np.linspace(0, np.pi, 12)[1:-1]

    def cap(end: int, sign: int) -> np.ndarray:
        turn = np.arctan2(sign * normal[end, 1], sign * normal[end, 0])
        return line[end] + half[end] * np.stack([np.cos(turn - arc), np.sin(turn - arc)], 1)

    sides = normal * half[:, None]
    return np.vstack([line + sides, cap(-1, 1), (line - sides)[::-1], cap(0, -1)])


def _placed(points, x: float, y: float, scale: float) -> Part:
    return Part("blob", tuple((x + scale * p[0], y + scale * p[1], *p[2:]) for p in points))


def cat_paw(x: float, y: float = 0, scale: float = 1.0) -> Part:
    """Place a rounded paw with its heel near x."""
    return _placed(
        [(-5, 12), (-5.6, 6), (-5, 1.5), (-2, 0), (6, 0), (11, 0.2), (13.2, 2.2), (12.9, 4.8),
         (10, 7.4), (6.6, 9.4), (4.8, 13)], x, y, scale)  # fmt: skip


def hoof(x: float, y: float = 0, scale: float = 1.0) -> Part:
    """Place a fetlock with a cloven hoof."""
    return _placed(
        [(-3.2, 15), (-3.6, 11), (-3.4, 8), (-2.6, 5), (-2.4, 0, "c"), (3, -0.2), (7.2, 0, "c"),
         (6, 3.4), (3.8, 6.5), (2.8, 10), (2.9, 15)], x, y, scale)  # fmt: skip


def flat_paw(x: float, y: float = 0, scale: float = 1.0, hind: bool = False) -> Part:
    """Place the flat foot of a bear or badger."""
    points = (
        [(-9, 14), (-10.5, 7), (-10, 2), (-7, 0), (4, 0), (13, 0), (17, 1.2), (18, 4),
         (14.5, 7.5), (9, 10.5), (6.5, 15)]
        if hind
        else [(-7.5, 14), (-7.5, 6), (-6.5, 1), (-2, 0), (7, 0), (13.5, 0.6), (15.5, 3.2),
              (13, 7), (9, 10.5), (7, 15)]
    )  # fmt: skip
    return _placed(points, x, y, scale)
