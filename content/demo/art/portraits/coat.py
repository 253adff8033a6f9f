"""Fur, hairs and feathers: cut edges and fine strokes that follow the lie of a coat."""

import numpy as np
import skia

from ..banners.colours import ink, mixed
from ..outlines import catmull
from .paper import polygon
from .sheet import Flow, Sheet


def towards(x: float, y: float) -> Flow:
    """Return a coat that lies one way."""
    direction = np.array([x, y], float) / np.hypot(x, y)
    return lambda points: np.broadcast_to(direction, points.shape)


def away_from(x: float, y: float, pull=(0.0, 0.0)) -> Flow:
    """Return a coat that parts from one place, as hair does from the nose, and is pulled one way."""

    def flow(points: np.ndarray) -> np.ndarray:
        out = points - (x, y)
        out = out / (np.linalg.norm(out, axis=1)[:, None] + 1e-6) + np.array(pull)
        return out / (np.linalg.norm(out, axis=1)[:, None] + 1e-6)

    return flow


def along(*guides) -> Flow:
    """Return a coat combed by (x, y, dx, dy) guides, the nearer the stronger."""
    places = np.array([g[:2] for g in guides], float)
    ways = np.array([g[2:] for g in guides], float)
    ways /= np.linalg.norm(ways, axis=1)[:, None]

    def flow(points: np.ndarray) -> np.ndarray:
        reach = ((points[:, None] - places) ** 2).sum(2) + 400
        out = (ways / reach[..., None] ** 1.2).sum(1)
        return out / (np.linalg.norm(out, axis=1)[:, None] + 1e-6)

    return flow


def furry(points, flow: Flow, rng, length: float = 12, step: float = 7) -> skia.Path:
    """Return a closed outline whose edge is cut into tufts lying along the flow."""
    line = catmull(points, n=24) if len(points) < 200 else np.asarray(points, float)
    line = np.vstack([line, line[:1]])
    reach = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    if np.sum(line[:-1, 0] * line[1:, 1] - line[1:, 0] * line[:-1, 1]) < 0:
        line = line[::-1]
        reach = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    at = (
        np.arange(0, reach[-1] - step, step)
        + rng.uniform(-0.3, 0.3, int(np.ceil((reach[-1] - step) / step))) * step
    )
    at = np.sort(np.clip(at, 0, reach[-1]))
    base = np.stack([np.interp(at, reach, line[:, k]) for k in (0, 1)], 1)
    ahead = np.roll(base, -1, 0) - np.roll(base, 1, 0)
    ahead /= np.linalg.norm(ahead, axis=1)[:, None] + 1e-6
    out = np.stack([ahead[:, 1], -ahead[:, 0]], 1)
    lie = flow(base)
    lift = np.clip((lie * out).sum(1) + 0.45, 0.12, 1.2)
    size = length * rng.uniform(0.35, 1.15, len(base)) * lift
    tips = base + (lie * 0.8 + out * 0.45) * size[:, None] + (ahead * step * 0.5)
    woven = np.empty((2 * len(base), 2))
    woven[0::2], woven[1::2] = base, tips
    path = polygon(woven)
    path.setFillType(skia.PathFillType.kWinding)
    return path


def hairs(
    sheet: Sheet,
    path: skia.Path,
    flow: Flow,
    colours,
    *,
    count: int = 1800,
    length: float = 26,
    width: float = 1.7,
    alpha: int = 80,
) -> None:
    """Scatter fine strokes over a body, each in one of the colours."""
    rng, box = sheet.rng, path.getBounds()
    low, high = (box.left(), box.top()), (box.right(), box.bottom())
    with sheet.inside(path):
        for colour in colours:
            roots = rng.uniform(low, high, (count // len(colours), 2))
            ways = flow(roots) * (length * rng.uniform(0.5, 1.2, len(roots)))[:, None]
            bend = np.stack([-ways[:, 1], ways[:, 0]], 1) * rng.normal(0, 0.09, len(roots))[:, None]
            strokes = skia.Path()
            for root, middle, tip in zip(
                roots, roots + ways * 0.55 + bend, roots + ways, strict=True
            ):
                strokes.moveTo(*map(float, root))
                strokes.quadTo(*map(float, middle), *map(float, tip))
            paint = skia.Paint(
                Color=ink(colour, alpha),
                AntiAlias=True,
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=width,
                StrokeCap=skia.Paint.kRound_Cap,
            )
            sheet.draw.drawPath(strokes, paint)


def feather(x, y, way, length: float, width: float, blunt: float = 0.7) -> skia.Path:
    """Return one feather rooted at a place."""
    way = np.asarray(way, float) / np.hypot(*way)
    side = np.array([-way[1], way[0]])
    shape = [
        (0, 0.25),
        (0.35, 0.5),
        (0.72, 0.5 * blunt + 0.12),
        (0.93, 0.26 * blunt),
        (1, 0),
        (0.93, -0.26 * blunt),
        (0.72, -0.5 * blunt - 0.12),
        (0.35, -0.5),
        (0, -0.25),
    ]
    points = [np.array((x, y)) + way * length * u + side * width * v for u, v in shape]
    return polygon(catmull([tuple(p) for p in points], n=5))


def plumage(
    sheet: Sheet,
    path: skia.Path,
    flow: Flow,
    colours,
    edge: str,
    *,
    size=(44, 30),
    gap=(24, 22),
    shade: float = 0.10,
    edge_alpha: int = 120,
    shaft: str | None = None,
    up=(0.0, -1.0),
) -> None:
    """Cover a body with overlapping feathers, laid from the tail towards `up`."""
    rng, box = sheet.rng, path.getBounds()
    rows = np.arange(box.top() - size[0], box.bottom() + size[0], gap[0])
    spots = [
        (x + (k % 2) * gap[1] / 2, y)
        for k, y in enumerate(rows)
        for x in np.arange(box.left() - size[1], box.right() + size[1], gap[1])
    ]
    spots = np.array(spots) + rng.normal(0, 2.2, (len(spots), 2))
    spots = spots[np.argsort(spots @ np.array(up))]
    with sheet.inside(path):
        for (x, y), way in zip(spots, flow(spots), strict=True):
            if not path.contains(float(x), float(y)) and not path.contains(
                float(x + way[0] * size[0]), float(y + way[1] * size[0])
            ):
                continue
            length, width = size[0] * rng.uniform(0.9, 1.12), size[1] * rng.uniform(0.92, 1.08)
            tone = colours[rng.integers(len(colours))]
            shape = feather(x, y, way, length, width)
            sheet.fill(shape, mixed(tone, "#000000", shade * rng.uniform(0, 1)))
            paint = skia.Paint(
                Color=ink(edge, edge_alpha),
                AntiAlias=True,
                Style=skia.Paint.kStroke_Style,
                StrokeWidth=1.8,
            )
            sheet.draw.drawPath(shape, paint)
            if shaft:
                sheet.stem(
                    [(x, y, 1.2), (x + way[0] * length * 0.9, y + way[1] * length * 0.9, 3.4)],
                    shaft,
                    190,
                )


def quills(
    sheet: Sheet, roots, tips, width: float, colours, edge: str = "#000000", blunt: float = 0.55
) -> None:
    """Lay a fan of long feathers from one line of roots to one line of tips, first to last."""
    for k, (root, tip) in enumerate(zip(roots, tips, strict=True)):
        way = np.subtract(tip, root)
        shape = feather(*root, way, float(np.hypot(*way)), width, blunt)
        tone = colours[k % len(colours)]
        sheet.layer(shape, tone, mixed(tone, "#000000", 0.18), shadow=46)
        paint = skia.Paint(
            Color=ink(edge, 60), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=1.6
        )
        sheet.draw.drawPath(shape, paint)
        sheet.stem(
            [(*root, 2.6), (*(np.add(root, way * 0.95)), 1)], mixed(tone, "#ffffff", 0.22), 150
        )


def pelt(
    sheet: Sheet,
    points,
    flow: Flow,
    colours,
    strokes=(),
    *,
    tuft: float = 12,
    count: int = 1500,
    length: float = 26,
    width: float = 1.7,
    alpha: int = 70,
    shadow: int = 90,
) -> skia.Path:
    """Lay a furred part of a body and comb it; return its outline for marks."""
    path = furry(points, flow, sheet.rng, tuft)
    sheet.layer(path, *colours, shadow=shadow)
    if strokes:
        hairs(sheet, path, flow, strokes, count=count, length=length, width=width, alpha=alpha)
    return path
