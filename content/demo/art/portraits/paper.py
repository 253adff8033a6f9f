"""The sheet a banner is drawn on: flat fills and gradients in units of 1600 by 800."""

from dataclasses import dataclass, field

import numpy as np
import skia

from ..banners.colours import ink, mixed
from ..canvas import Canvas
from ..outlines import catmull, limb
from .palette import Palette

W, H = 1600, 800


@dataclass
class Paper:
    """A canvas with its palette and random numbers."""

    palette: Palette
    rng: np.random.Generator
    scale: float = 1.0
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        self.canvas = Canvas(int(W * self.scale), int(H * self.scale))
        self.draw = self.canvas.draw
        self.draw.scale(self.scale, self.scale)

    def fill(self, path: skia.Path, colour: str, alpha: int = 255) -> None:
        """Fill a path."""
        self.draw.drawPath(path, skia.Paint(Color=ink(colour, alpha), AntiAlias=True))

    def shade(self, path: skia.Path, shader: skia.Shader) -> None:
        """Fill a path with a gradient."""
        self.draw.drawPath(path, skia.Paint(Shader=shader, AntiAlias=True))

    def area(self, points, colour: str, alpha: int = 255) -> None:
        """Fill a polygon."""
        self.fill(polygon(points), colour, alpha)

    def curve(self, points, colour: str, alpha: int = 255) -> None:
        """Fill a smooth closed shape."""
        self.fill(polygon(catmull(points, n=6)), colour, alpha)

    def stem(self, chain, colour: str, alpha: int = 255) -> None:
        """Fill a tapered line of (x, y, width)."""
        self.fill(polygon(limb(chain, n=5)), colour, alpha)

    def disc(self, x, y, r, colour: str, alpha: int = 255) -> None:
        """Fill a circle."""
        paint = skia.Paint(Color=ink(colour, alpha), AntiAlias=True)
        self.draw.drawCircle(float(x), float(y), float(r), paint)

    def glow(self, x, y, r, colour: str, alpha: int = 110) -> None:
        """Draw a soft round light."""
        shader = skia.GradientShader.MakeRadial(
            skia.Point(float(x), float(y)), float(r), [ink(colour, alpha), ink(colour, 0)]
        )
        self.draw.drawCircle(float(x), float(y), float(r), skia.Paint(Shader=shader))

    def toned(self, colour: str, t: float) -> str:
        """Mix a colour into the haze."""
        return mixed(colour, self.palette.haze, t)


def vertical(top: float, bottom: float, colours) -> skia.Shader:
    """Return a gradient from one row to another."""
    points = [skia.Point(0, float(top)), skia.Point(0, float(bottom))]
    return skia.GradientShader.MakeLinear(points, [ink(c) for c in colours])


def polygon(points) -> skia.Path:
    """Return a closed path, always wound the same way so that shapes add up."""
    points = np.asarray(points, float)
    x, y = points[:, 0], points[:, 1]
    if np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) < 0:
        points = points[::-1]
    path = skia.Path()
    path.addPoly([skia.Point(float(a), float(b)) for a, b in points], True)
    return path


def under(x, y) -> skia.Path:
    """Return the area below a line, down to the bottom of the sheet."""
    line = np.stack([x, y], 1)
    return polygon(np.vstack([line, [[x[-1], H + 20], [x[0], H + 20]]]))
