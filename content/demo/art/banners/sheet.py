"""The sheet a banner is drawn on: wide (1600 by 800) or tall (1000 by 1250), flat fills and gradients."""

from dataclasses import dataclass, field

import numpy as np
import skia

from ..canvas import Canvas
from .colours import ink, mixed
from .outlines import catmull, limb

SIZES = {False: (1600, 800), True: (1000, 1250)}


@dataclass
class Sheet:
    """A canvas, its random numbers, and the picture's shape: scenes ask `wide_or_tall` where it matters."""

    seed: int
    tall: bool = False
    scale: float = 1.0
    rng: np.random.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.W, self.H = SIZES[self.tall]
        self.rng = np.random.default_rng(self.seed)
        self.canvas = Canvas(round(self.W * self.scale), round(self.H * self.scale))
        self.draw = self.canvas.draw
        self.draw.scale(self.scale, self.scale)

    def pick(self, wide, tall):
        """Return what belongs to this shape of sheet."""
        return tall if self.tall else wide

    def at(self, wide: tuple[float, float], tall: tuple[float, float]) -> tuple[float, float]:
        """Return a place given as shares of width and height, in the sheet's units."""
        u, v = self.pick(wide, tall)
        return u * self.W, v * self.H

    def fill(self, shape, colour: str, alpha: int = 255, soft: float = 0.0) -> None:
        """Fill a path or a polygon; `soft` blurs its edge by so many units."""
        path = shape if isinstance(shape, skia.Path) else polygon(shape)
        paint = skia.Paint(Color=ink(colour, alpha), AntiAlias=True)
        if soft:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, soft))
        self.draw.drawPath(path, paint)

    def shade(self, shape, start, end, colours, alphas=None) -> None:
        """Fill with a gradient between two points."""
        path = shape if isinstance(shape, skia.Path) else polygon(shape)
        alphas = alphas or [255] * len(colours)
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(*map(float, start)), skia.Point(*map(float, end))],
            [ink(c, a) for c, a in zip(colours, alphas, strict=True)],
        )
        self.draw.drawPath(path, skia.Paint(Shader=shader, AntiAlias=True))

    def down(self, shape, top: float, bottom: float, colours, alphas=None) -> None:
        """Fill with a gradient from one row to another."""
        self.shade(shape, (0, top), (0, bottom), colours, alphas)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> list:
        """Return the corners of a rectangle."""
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]

    def curve(self, points, colour: str, alpha: int = 255, soft: float = 0.0) -> None:
        """Fill a smooth closed shape."""
        self.fill(catmull(points), colour, alpha, soft)

    def several(self, shapes, colour: str, alpha: int = 255) -> None:
        """Fill many polygons as one path, which is quicker."""
        path = skia.Path()
        for shape in shapes:
            path.addPath(polygon(shape))
        path.setFillType(skia.PathFillType.kWinding)
        self.fill(path, colour, alpha)

    def stem(self, chain, colour: str, alpha: int = 255, soft: float = 0.0) -> None:
        """Fill a tapered line of (x, y, width)."""
        self.fill(limb(chain, n=5), colour, alpha, soft)

    def line(self, points, width: float, colour: str, alpha: int = 255) -> None:
        """Draw a line of even width with round ends."""
        path = skia.Path()
        path.addPoly([skia.Point(float(x), float(y)) for x, y in points], False)
        self.draw.drawPath(
            path,
            skia.Paint(
                Color=ink(colour, alpha),
                AntiAlias=True,
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=width,
                StrokeCap=skia.Paint.kRound_Cap,
                StrokeJoin=skia.Paint.kRound_Join,
            ),
        )

    def disc(self, x, y, r, colour: str, alpha: int = 255, soft: float = 0.0) -> None:
        """Fill a circle."""
        self.oval(x, y, r, r, colour, alpha, soft)

    def oval(self, x, y, rx, ry, colour: str, alpha: int = 255, soft: float = 0.0) -> None:
        """Fill an ellipse."""
        paint = skia.Paint(Color=ink(colour, alpha), AntiAlias=True)
        if soft:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, soft))
        x, y, rx, ry = (float(n) for n in (x, y, rx, ry))
        self.draw.drawOval(skia.Rect(x - rx, y - ry, x + rx, y + ry), paint)

    def glow(self, x, y, r, colour: str, alpha: int = 110) -> None:
        """Draw a soft round light."""
        shader = skia.GradientShader.MakeRadial(
            skia.Point(float(x), float(y)),
            float(r),
            [ink(colour, alpha), ink(colour, alpha // 3), ink(colour, 0)],
            [0, 0.4, 1.0],
        )
        self.draw.drawCircle(float(x), float(y), float(r), skia.Paint(Shader=shader))

    def clipped(self, shape):
        """Return a context in which only the inside of a shape is drawn on."""
        return _Clip(self.draw, shape if isinstance(shape, skia.Path) else polygon(shape))

    def paste(
        self, pixels: np.ndarray, x: float, y: float, flip: bool = False, alpha: float = 1.0
    ) -> None:
        """Lay a cut-out (see `cutouts`) with its corner at (x, y); its pixels are those of the file."""
        pixels = pixels[:, ::-1] if flip else pixels
        cover = np.clip(pixels[..., 3:] * alpha, 0, 1)
        flat = np.concatenate([np.clip(pixels[..., :3], 0, 1) * cover, cover], -1)
        image = skia.Image.fromarray(np.ascontiguousarray((flat * 255 + 0.5).astype(np.uint8)))
        k = 1 / self.scale
        place = skia.Rect(x, y, x + image.width() * k, y + image.height() * k)
        self.draw.drawImageRect(image, place, skia.SamplingOptions(skia.FilterMode.kLinear))

    def noise(self, size: float, seed: int = 0) -> np.ndarray:
        """Return smooth noise about 0, one value for each pixel, with lumps of about `size` units."""
        h, w = self.canvas.pixels.shape[:2]
        n = max(2, int(h / (size * self.scale)) + 2), max(2, int(w / (size * self.scale)) + 2)
        coarse = np.random.default_rng([self.seed, seed]).normal(0, 1, n).astype(np.float32)
        image = skia.Image.fromarray(
            np.ascontiguousarray(
                np.repeat(np.clip(coarse * 40 + 128, 0, 255)[..., None], 4, -1).astype(np.uint8)
            )
        )
        image = image.resize(w, h, skia.SamplingOptions(skia.CubicResampler.Mitchell()))
        return (np.asarray(image)[..., 0].astype(np.float32) - 128) / 40

    def finish(self, mottle: float = 0.012, fibre: float = 0.006) -> np.ndarray:
        """Return the picture with the unevenness of painted paper."""
        tone = (
            1 + mottle * self.noise(30, 1) + mottle * self.noise(110, 2) + fibre * self.noise(3, 3)
        )
        out = self.canvas.pixels[..., :3].astype(np.float32) * tone[..., None]
        return np.clip(out + 0.5, 0, 255).astype(np.uint8)


class _Clip:
    def __init__(self, draw, path):
        self.draw, self.path = draw, path

    def __enter__(self):
        self.draw.save()
        self.draw.clipPath(self.path, skia.ClipOp.kIntersect, True)

    def __exit__(self, *_):
        self.draw.restore()


def polygon(points) -> skia.Path:
    """Return a closed path, always wound the same way so that shapes add up."""
    flat = (
        points
        if isinstance(points, np.ndarray)
        else np.array([(p[0], p[1]) for p in points], float)
    )
    x, y = flat[:, 0], flat[:, 1]
    if np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]) + x[-1] * y[0] - x[0] * y[-1] < 0:
        flat = flat[::-1]
    path = skia.Path()
    path.addPoly([skia.Point(a, b) for a, b in flat.tolist()], True)
    return path


def blob(rng, x, y, rx, ry, rough=0.16, n=9) -> np.ndarray:
    """Return an uneven round outline."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False) + rng.uniform(0, 1)
    r = 1 + rng.uniform(-rough, rough, n)
    return catmull(np.stack([x + rx * r * np.cos(t), y + ry * r * np.sin(t)], 1), n=5)


__all__ = ["Sheet", "blob", "mixed", "polygon"]
