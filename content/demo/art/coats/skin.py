"""The surface a coat is painted on: coordinates, masks and the painting strokes."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage as nd
from scipy.spatial import cKDTree

from ..canvas import Canvas
from ..noise import noise, smooth
from ..outlines import catmull, limb


@dataclass
class Skin:
    """Side view of one animal in pixels; X, Y in animal units, V the arc length from the spine."""

    X: np.ndarray
    Y: np.ndarray
    V: np.ndarray
    t: np.ndarray  # 0 belly to 1 back
    scale: float  # pixels for each unit
    rng: np.random.Generator
    masks: dict[str, np.ndarray]
    outlines: dict[str, np.ndarray]
    near_legs: np.ndarray
    far_legs: np.ndarray
    on_body: np.ndarray  # 1 on the trunk, fading into the legs
    clear_of_legs: np.ndarray
    winter: bool = False
    day: bool = False
    albedo: np.ndarray = None
    far: np.ndarray | None = None  # albedo of the far legs, if other than the trunk's
    tail: np.ndarray | None = None
    far_head: np.ndarray | None = None
    eye: tuple[float, float, float, float] | None = None  # x, y, radius x, radius y
    extras: list[Callable] = field(default_factory=list)

    @property
    def shape(self):
        return self.X.shape

    @property
    def head(self):
        return self.masks["head"]

    @property
    def body(self):
        return self.masks["body"]

    @property
    def nose(self) -> tuple[float, float]:
        outline = self.outlines["head"]
        return tuple(outline[np.argmax(outline[:, 0])])

    def paint(self, value, amount) -> None:
        """Mix a value into the coat."""
        self.albedo = mix(self.albedo, value, amount)

    def grain(self, sigma: float) -> np.ndarray:
        """Return noise with a grain of `sigma` units."""
        return noise(self.shape, sigma * self.scale, self.rng)

    def blur(self, values, sigma: float) -> np.ndarray:
        """Blur by `sigma` units."""
        return nd.gaussian_filter(values, sigma * self.scale)

    def spot(self, cx, cy, rx, ry, turn=0.0, soft=0.25) -> np.ndarray:
        """Return a soft ellipse."""
        x, y, a = self.X - cx, self.Y - cy, np.radians(turn)
        u, v = x * np.cos(a) + y * np.sin(a), -x * np.sin(a) + y * np.cos(a)
        return 1 - smooth(1 - soft, 1 + soft, np.sqrt((u / rx) ** 2 + (v / ry) ** 2))

    def to_pixels(self, outline) -> np.ndarray:
        """Turn units into pixels of this skin."""
        outline = np.asarray(outline, float)
        x0, y1 = self.X[0, 0], self.Y[0, 0]
        return np.stack([(outline[:, 0] - x0) * self.scale, (y1 - outline[:, 1]) * self.scale], 1)

    def strokes(self, chains, soft: float = 0.22) -> np.ndarray:
        """Return tapered strokes (chains of x, y, width) with a slightly uneven edge."""
        canvas = Canvas(*self.shape[::-1])
        for chain in chains:
            canvas.fill(self.to_pixels(limb(chain, n=5)))
        distance = signed_distance(canvas.alpha()) / self.scale
        return smooth(-soft, soft, distance + 0.16 * self.grain(0.8))

    def hairs(self, chains, width: float = 0.28) -> np.ndarray:
        """Return thin lines through points."""
        canvas = Canvas(*self.shape[::-1])
        for chain in chains:
            canvas.line(self.to_pixels(catmull(chain, closed=False)), width * self.scale)
        return canvas.alpha()

    def dots(self, spacing, radius, where, warp, box, jitter=0.25) -> np.ndarray:
        """Scatter round spots in the box x0, x1, y0, y1, kept to the mask `where`."""
        x0, x1, y0, y1 = box
        centres = scatter(x0, x1, y0, y1, lambda p: spacing, self.rng, 2500)
        query = np.stack([(self.X + warp[0]).ravel(), (self.Y + warp[1]).ravel()], 1)
        distance, index = cKDTree(centres).query(query)
        radii = radius * self.rng.uniform(1 - jitter, 1 + jitter, len(centres))
        return smooth(0.25, -0.25, (distance - radii[index]).reshape(self.shape)) * where


def mix(base, value, amount):
    """Blend value over base."""
    return base * (1 - amount) + value * amount


def signed_distance(mask) -> np.ndarray:
    """Return the distance from the edge in pixels, positive inside."""
    inside = mask > 0.5
    return nd.distance_transform_edt(inside) - nd.distance_transform_edt(~inside)


def scatter(x0, x1, y0, y1, spacing, rng, tries=9000) -> np.ndarray:
    """Throw darts, keeping those `spacing(point)` away from all earlier ones."""
    kept = np.empty((tries, 2))
    count = 0
    for point in rng.uniform((x0, y0), (x1, y1), (tries, 2)):
        near = kept[:count] - point
        if count and np.min(np.einsum("ij,ij->i", near, near)) < spacing(point) ** 2:
            continue
        kept[count] = point
        count += 1
    return kept[:count].copy()
