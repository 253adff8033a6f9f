"""The sheet of a portrait: 1600 by 1000, laid in cut layers, each with the shadow it throws on the one below."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import skia

from ..banners.colours import ink
from ..canvas import Canvas
from ..outlines import catmull, limb
from .paper import Paper, polygon

WIDTH, HEIGHT = 1600, 1000
Flow = Callable[[np.ndarray], np.ndarray]  # points (n, 2) → directions (n, 2)


class Sheet(Paper):
    """A paper whose landscape is drawn at 1.25 of the banners' size, and whose animal is drawn in pixels."""

    def __post_init__(self) -> None:
        self.canvas = Canvas(WIDTH, HEIGHT)
        self.draw = self.canvas.draw

    @contextmanager
    def landscape(self) -> Iterator[None]:
        """Draw in the banners' units, a little out of focus behind the animal."""
        paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(2.2, 2.2))
        self.draw.saveLayer(None, paint)
        self.draw.translate(-200, 0)
        self.draw.scale(1.25, 1.25)
        yield
        self.draw.restore()

    @contextmanager
    def inside(self, path: skia.Path) -> Iterator[None]:
        """Keep what is drawn within a path."""
        self.draw.save()
        self.draw.clipPath(path, skia.ClipOp.kIntersect, True)
        yield
        self.draw.restore()

    @contextmanager
    def fading(self, start, end) -> Iterator[None]:
        """Let what is drawn appear gradually from one point to another, as a leg grows out of a body."""
        self.draw.saveLayer(None, None)
        yield
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(*map(float, start)), skia.Point(*map(float, end))],
            [ink("#000000", 0), ink("#000000")],
        )
        self.draw.drawPaint(skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kDstIn))
        self.draw.restore()

    @contextmanager
    def mirrored(self, about: float = WIDTH / 2) -> Iterator[None]:
        """Draw the other half of something that faces the viewer."""
        self.draw.save()
        self.draw.translate(2 * about, 0)
        self.draw.scale(-1, 1)
        yield
        self.draw.restore()

    def both(self, step: Callable[[], None], about: float = WIDTH / 2) -> None:
        """Draw a step on both sides of a middle line."""
        step()
        with self.mirrored(about):
            step()

    def layer(self, path: skia.Path, *colours: str, shadow: int = 70, box=None) -> None:
        """Lay a cut shape: its soft shadow, then one colour or a gradient from top to bottom."""
        if shadow:
            paint = skia.Paint(Color=ink("#0a0f14", shadow), AntiAlias=True)
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 11))
            self.draw.save()
            self.draw.translate(0, 7)
            self.draw.drawPath(path, paint)
            self.draw.restore()
        edge = path.getBounds()
        ends = box or ((edge.centerX(), edge.top()), (edge.centerX(), edge.bottom()))
        self.shade(path, gradient(*ends, colours))

    def soft(self, points, colour: str, alpha: int = 255, blur: float = 12) -> None:
        """Fill a smooth closed shape with a soft edge: light and shade on a body."""
        paint = skia.Paint(Color=ink(colour, alpha), AntiAlias=True)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, float(blur)))
        self.draw.drawPath(blob(*points), paint)

    def soft_stem(self, chain, colour: str, alpha: int = 255, blur: float = 6) -> None:
        """Draw a tapered line with a soft edge."""
        paint = skia.Paint(Color=ink(colour, alpha), AntiAlias=True)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, float(blur)))
        self.draw.drawPath(stem(*chain), paint)

    def wash(self, colours, alphas, top: float = 0, bottom: float = HEIGHT) -> None:
        """Lay a transparent gradient over everything so far."""
        stops = [ink(c, a) for c, a in zip(colours, alphas, strict=True)]
        ends = [skia.Point(0, top), skia.Point(0, bottom)]
        shader = skia.GradientShader.MakeLinear(ends, stops)
        self.draw.drawRect(skia.Rect(0, top, WIDTH, bottom), skia.Paint(Shader=shader))


def gradient(start, end, colours) -> skia.Shader:
    """Return a gradient between two points."""
    colours = colours if len(colours) > 1 else colours * 2
    ends = [skia.Point(*map(float, start)), skia.Point(*map(float, end))]
    return skia.GradientShader.MakeLinear(ends, [ink(c) for c in colours])


def outline(*points) -> np.ndarray:
    """Return a smooth closed outline through points; (x, y, "c") is a corner."""
    return catmull(points, n=16)


def blob(*points) -> skia.Path:
    """Return a smooth closed shape."""
    return polygon(outline(*points))


def backdrop(sheet: Sheet, *colours: str) -> None:
    """Fill the whole sheet from top to bottom."""
    sheet.draw.drawPaint(skia.Paint(Shader=gradient((0, 0), (0, HEIGHT), colours)))


def stem(*chain) -> skia.Path:
    """Return a tapered line through (x, y, width)."""
    return polygon(limb(chain, n=12))


def mirror(points, about: float = WIDTH / 2) -> list:
    """Close a half outline, written from the top of the middle line to its foot, with its mirror image."""
    other = [(2 * about - p[0], *p[1:]) for p in reversed(points) if abs(p[0] - about) > 1]
    return [*points, *other]


def joined(*paths: skia.Path) -> skia.Path:
    """Return the union of shapes, so that a body throws one shadow."""
    result = paths[0]
    for path in paths[1:]:
        result = skia.Op(result, path, skia.PathOp.kUnion_PathOp)
    return result


def polygon_of(points) -> skia.Path:
    """Return a closed path of straight sides."""
    path = skia.Path()
    path.addPoly([skia.Point(float(a), float(b)) for a, b in points], True)
    return path
