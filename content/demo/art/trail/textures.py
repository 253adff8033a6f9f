"""Pictures of leaves, sprays, needles and fronds, laid on bent cards: cover and tone."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import skia

from .grain import noise

SIZE = 256
SHAPES = {  # half width, where it is widest, depth and number of lobes
    "oak": (0.28, 1.50, 0.16, 7), "linden": (0.40, 0.68, 0.02, 9), "birch": (0.29, 0.72, 0.04, 9),
    "elm": (0.30, 0.85, 0.05, 11), "willow": (0.13, 0.9, 0.0, 1),
}  # fmt: skip


@dataclass(frozen=True)
class Atlas:
    """All pictures at three sizes, and which of them belong to each name."""

    levels: tuple[np.ndarray, ...]
    places: dict[str, tuple[int, int]]

    def pick(self, name: str, rng, count: int) -> np.ndarray:
        """Return `count` pictures of a name at random."""
        first, end = self.places[name]
        return rng.integers(first, end, count)


@cache
def atlas() -> Atlas:
    """Draw all pictures once."""
    drawn, places = [], {}
    for seed, (name, count, draw) in enumerate(_PLAN):
        places[name] = (len(drawn), len(drawn) + count)
        for k in range(count):
            drawn.append(_picture(draw, np.random.default_rng([41, seed, k])))
    full = np.stack(drawn)
    return Atlas((full, _halved(full, 4), _halved(full, 16)), places)


def _halved(full: np.ndarray, by: int) -> np.ndarray:
    n, s = len(full), SIZE // by
    cover = full[..., 0].reshape(n, s, by, s, by)
    tone = (full[..., 1].reshape(n, s, by, s, by) * cover).sum((2, 4)) / (cover.sum((2, 4)) + 1e-6)
    return np.ascontiguousarray(np.stack([cover.mean((2, 4)), tone], -1), np.float32)


def _picture(draw, rng) -> np.ndarray:
    """Return cover and tone of one picture; its stalk is at the middle of the first row."""
    surface = skia.Surface(SIZE, SIZE)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.scale(SIZE, SIZE)
    draw(canvas, rng)
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType).astype(np.float32) / 255
    cover, tone = pixels[..., 3], pixels[..., 0] * 2
    tone = np.where(cover > 0.02, tone, 1.0)
    yy, xx = np.mgrid[:SIZE, :SIZE] / SIZE
    blot = noise(np.stack([xx, yy, 0 * xx], -1), int(rng.integers(1e6)), 9.0, 3)
    return np.stack([cover, tone * (1 + 0.16 * blot)], -1).astype(np.float32)


def _paint(tone: float, line: float = 0.0) -> skia.Paint:
    """Return a brush of a tone (1: the leaf's own colour) for filling or for a line."""
    g = int(np.clip(tone * 127, 0, 255))
    paint = skia.Paint(Color=skia.Color(g, g, g), AntiAlias=True)
    if line:
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(line)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
    return paint


def _outline(kind: str, rng) -> tuple[np.ndarray, np.ndarray]:
    """Return the right edge of a leaf of length 1 as (along, half width)."""
    wide, where, depth, lobes = SHAPES[kind]
    t = np.linspace(0, 1, 140)
    w = wide * np.sin(np.pi * t**where) ** 0.7
    uneven = t + 0.02 * np.sin(2 * np.pi * (2 * t + rng.random()))
    round_ = np.abs(np.sin(np.pi * (lobes * uneven + rng.uniform(-0.15, 0.15)))) ** 0.6
    w = w * (1 - 2 * depth * (1 - round_))
    return t, np.clip(w * rng.uniform(0.85, 1.15), 0, 0.5)


def _leaf(canvas, kind: str, rng, tone: float, torn: bool = False) -> None:
    """Draw a leaf of length 1 down the y axis."""
    t, w = _outline(kind, rng)
    bow = rng.normal(0, 0.05) * np.sin(np.pi * t)
    for side, level in ((-1, tone * rng.uniform(0.86, 1.0)), (1, tone * rng.uniform(0.95, 1.12))):
        path = skia.Path()
        path.moveTo(bow[0], 0)
        for a, b, c in zip(t, w, bow, strict=True):
            path.lineTo(float(c + side * b), float(a))
        for a, c in zip(t[::-1], bow[::-1], strict=True):
            path.lineTo(float(c), float(a))
        canvas.drawPath(path, _paint(level))
    for k in range(5):  # side veins
        a = 0.15 + 0.14 * k
        for side in (-1, 1):
            b = float(np.interp(a + 0.14, t, w)) * 0.85
            canvas.drawLine(0, a, side * b, a + 0.16, _paint(tone * 0.8, 0.012))
    canvas.drawLine(0, -0.12, float(bow[len(bow) // 2]), 0.5, _paint(tone * 1.2, 0.024))
    canvas.drawLine(float(bow[len(bow) // 2]), 0.5, 0, 0.95, _paint(tone * 1.2, 0.016))
    if torn:
        hole = skia.Paint(BlendMode=skia.BlendMode.kClear, AntiAlias=True)
        for _ in range(rng.integers(0, 5)):
            canvas.drawCircle(
                rng.normal(0, 0.2), rng.uniform(0.1, 1), rng.uniform(0.015, 0.06), hole
            )


def _single(kind: str):
    """Return a drawer of one fallen leaf that fills the picture."""

    def draw(canvas, rng):
        canvas.translate(0.5, 0.08)
        canvas.scale(0.9, 0.9)
        _leaf(canvas, kind, rng, 1.0, torn=True)

    return draw


def _spray(kind: str, size: float, count: int, droop: float = 0.5):
    """Return a drawer of a twig with leaves."""

    def draw(canvas, rng):
        for length, turn, start in _shoots(rng):
            canvas.save()
            canvas.translate(0.5, start)
            canvas.rotate(turn)
            canvas.drawLine(0, 0, 0, length, _paint(0.42, 0.010))
            for k in range(max(2, int(count * length))):
                at = length * (k + 1) / max(2, int(count * length))
                canvas.save()
                canvas.translate(0, at)
                side = 1 if k % 2 else -1
                canvas.rotate(side * rng.uniform(25, 95) * (1 - 0.7 * (at > 0.95 * length)))
                s = size * rng.uniform(0.65, 1.15)
                canvas.scale(s * rng.uniform(0.35, 1.0), s * rng.uniform(1 - droop, 1.0))
                _leaf(canvas, kind, rng, rng.uniform(0.62, 1.28))
                canvas.restore()
            canvas.restore()

    return draw


def _shoots(rng) -> list[tuple[float, float, float]]:
    """Return the shoots of a spray: length, turn in degrees, start along the picture."""
    return [(rng.uniform(0.6, 0.8), rng.normal(0, 5), 0.0)] + [
        (rng.uniform(0.25, 0.45), side * rng.uniform(28, 62), rng.uniform(0.12, 0.5))
        for side in rng.permutation([-1, 1, -1, 1])[: rng.integers(2, 5)]
    ]


def _bare(canvas, rng) -> None:
    """Draw a leafless twig with its side twigs."""

    def grow(x, y, turn, long, thick, level):
        for _ in range(3):
            turn += rng.normal(0, 0.12)
            to = x + long / 3 * np.sin(turn), y + long / 3 * np.cos(turn)
            canvas.drawLine(x, y, *to, _paint(rng.uniform(0.8, 1.2), thick))
            x, y = to
            if level:
                side = rng.choice([-1, 1]) * rng.uniform(0.35, 0.9)
                grow(x, y, turn + side, long * rng.uniform(0.4, 0.65), thick * 0.6, level - 1)

    grow(0.5, 0.0, rng.normal(0, 0.1), 0.95, 0.013, 3)


def _needles(canvas, rng) -> None:
    """Draw a pine shoot: long needles round a twig, thick at its end."""
    canvas.drawLine(0.5, 0, 0.5, 0.6, _paint(0.5, 0.014))
    for _ in range(260):
        at = 0.62 * rng.random() ** 0.45
        turn = rng.normal(0, 0.85)
        long = rng.uniform(0.22, 0.38)
        x, y = 0.5 + long * np.sin(turn), at + long * np.cos(turn)
        mid = 0.5 + 0.45 * (x - 0.5), at + 0.52 * (y - at) + 0.01
        path = skia.Path()
        path.moveTo(0.5, float(at))
        path.quadTo(float(mid[0]), float(mid[1]), float(x), float(y))
        canvas.drawPath(path, _paint(rng.uniform(0.55, 1.4), 0.0065))


def _frond(canvas, rng) -> None:
    """Draw a fern frond."""
    canvas.drawLine(0.5, 0, 0.5, 0.98, _paint(0.7, 0.010))
    for k in range(34):
        t = 0.10 + 0.88 * k / 34
        long = 0.36 * np.sin(np.pi * (0.18 + 0.82 * t)) * rng.uniform(0.85, 1.1)
        for side in (-1, 1):
            canvas.save()
            canvas.translate(0.5, t)
            canvas.rotate(side * rng.uniform(-72, -58))
            canvas.scale(long * 0.42, long)
            _leaf(canvas, "willow", rng, rng.uniform(0.75, 1.2))
            canvas.restore()


def _tuft(canvas, rng) -> None:
    """Draw a tuft of dry or green grass seen from the side."""
    for _ in range(34):
        lean, high = rng.normal(0, 0.22), rng.uniform(0.4, 0.98)
        path = skia.Path()
        path.moveTo(float(0.5 + rng.normal(0, 0.05)), 0)
        path.quadTo(float(0.5 + lean * 0.2), high * 0.7, float(np.clip(0.5 + lean, 0, 1)), high)
        canvas.drawPath(path, _paint(rng.uniform(0.6, 1.35), rng.uniform(0.005, 0.011)))


_PLAN = (
    ("oak leaf", 5, _single("oak")), ("linden leaf", 3, _single("linden")),
    ("birch leaf", 3, _single("birch")), ("elm leaf", 3, _single("elm")),
    ("willow leaf", 2, _single("willow")),
    ("oak spray", 5, _spray("oak", 0.26, 11)), ("linden spray", 5, _spray("linden", 0.21, 11)),
    ("birch spray", 5, _spray("birch", 0.12, 20)), ("hazel spray", 4, _spray("linden", 0.15, 15)),
    ("elm spray", 4, _spray("elm", 0.20, 10)),
    ("dead spray", 4, _spray("oak", 0.20, 4, 0.7)), ("bare spray", 5, _bare), ("needles", 4, _needles),
    ("frond", 3, _frond), ("tuft", 4, _tuft),
)  # fmt: skip
