"""Trees: bark, stems that lean and fork, limbs, needles and leaves."""

import numpy as np

from .brush import GREEN, LITTER, YELLOW, Brush
from .grain import noise, smooth
from .shapes import leaves, tube, twigs
from .stations import Tree

BARK = {"oak": (0.17, 0.135, 0.105), "pine": (0.23, 0.13, 0.085), "birch": (0.66, 0.63, 0.57),
        "linden": (0.17, 0.15, 0.125)}  # fmt: skip


def bark(kind: str, coords, seed: int):
    """Return bumps (part of the radius) and colour factors of bark."""
    if kind == "birch":
        lines = noise(coords, seed, (14, 14, 160), 2)
        scars = smooth(0.42, 0.58, noise(coords, seed + 1, (9, 9, 85), 2))
        base = smooth(0.9, 0.1, coords[..., 2]) * smooth(-0.4, 0.5, noise(coords, seed + 2, 7, 2))
        dark = np.maximum(scars, base)
        return 0.01 * lines, (1 - 0.86 * dark) * (1 + 0.08 * lines)
    if kind == "pine":
        plates = noise(coords, seed, (30, 30, 11), 4)
        crack = smooth(0.0, -0.35, plates)
        return 0.05 * plates, (1 - 0.6 * crack) * (1 + 0.25 * noise(coords, seed + 2, 22, 2))
    furrow = noise(coords, seed, (46, 46, 7.0), 2) + 0.5 * noise(
        coords, seed + 5, (110, 110, 26), 3
    )
    deep = smooth(0.0, -0.55, furrow)
    rough = 0.075 if kind == "oak" else 0.03
    return rough * furrow, (1 - (0.7 if kind == "oak" else 0.4) * deep) * (1 + 0.2 * furrow)


def tree(brush: Brush, tree: Tree, seed: int) -> None:
    rng = np.random.default_rng([seed, 2])
    top = min(13.0, brush.station.camera.up + tree.y * 0.55 + 1.5)
    steps = int(np.clip(1900 / tree.y, 30, 420))
    t = np.linspace(-0.15, top, steps)
    foot = float(brush.station.height(tree.x, tree.y))
    bend = rng.normal(0, 0.035, 2)
    wave, phase = rng.uniform(1.2, 3.5), rng.uniform(0, 6, 2)
    x = tree.x + tree.lean[0] * t + bend[0] * np.sin(t / wave + phase[0]) * np.clip(t, 0, 2)
    y = tree.y + tree.lean[1] * t + bend[1] * np.sin(t / wave + phase[1]) * np.clip(t, 0, 2)
    flare = 1 + 0.75 * np.exp(-np.clip(t, 0, None) / (0.9 * tree.radius + 0.05)) - 0.022 * t
    path = np.stack([x, y, t + foot], -1)
    _stem(brush, path, tree.radius * flare, tree.kind, seed)
    if tree.fork:
        k = int(np.searchsorted(t, tree.fork))
        side = rng.choice([-1, 1])
        s = t[k:] - t[k]
        fork = path[k:] + np.stack([side * (0.34 * s + 0.1 * np.sin(s)), 0.1 * s, 0 * s], -1)
        if len(fork) > 4:
            _stem(brush, fork, tree.radius * 0.68 * (1 - 0.03 * s), tree.kind, seed + 7)
    _limbs(brush, tree, path, t, rng)


def _stem(brush: Brush, path, radii, kind: str, seed: int) -> None:
    sides = int(np.clip(2600 * radii[len(radii) // 3] / path[0, 1], 14, 170))
    scale = np.maximum(radii, 0.015)
    roots = lambda c: 0.16 * np.exp(-np.clip(c[..., 2], 0, None) / 0.22) * np.sin(  # noqa: E731
        4 * np.arctan2(c[..., 1], c[..., 0]) + seed)  # fmt: skip
    solid = tube(path, scale, sides, lambda c: bark(kind, c, seed)[0] + roots(c))
    tone = bark(kind, solid.coords, seed)[1]
    colour = np.array(BARK[kind]) * tone[:, None]
    lichen = smooth(0.22, 0.5, noise(solid.coords, seed + 11, 5.0, 3))[:, None]
    if kind != "birch":
        colour = colour * (1 - 0.55 * lichen) + np.array([0.27, 0.30, 0.23]) * 0.55 * lichen
    moss = smooth(0.9, 0.0, solid.coords[:, 2]) * smooth(
        -0.2, 0.4, noise(solid.coords, seed + 12, 6, 2)
    )
    if brush.ground != "snow" and kind != "birch":
        colour = (
            colour * (1 - 0.6 * moss[:, None]) + np.array([0.075, 0.11, 0.03]) * 0.6 * moss[:, None]
        )
    if brush.ground == "snow":
        white = smooth(0.35, 0.7, solid.normals[:, 2] + 0.2 * noise(solid.points, 5, 9, 2))
        low = solid.coords[:, 2] - 0.15 < 0.10 + 0.07 * noise(solid.points, 6, 6, 2)
        white = np.maximum(white, low)[:, None]
        colour = colour * (1 - white) + 0.8 * white
    tone = 1.0 if kind == "birch" else 1.35
    brush.solid(solid, brush.grey(colour) * (tone if brush.light.night else 1.0))


def _limbs(brush: Brush, tree: Tree, path, t, rng) -> None:
    lines, widths, tips = [], [], []
    low = 0.6 if tree.kind == "pine" else 1.1
    for _ in range(rng.integers(3, 9) if tree.y < 24 else 3):
        at = rng.uniform(low, max(low + 0.2, t[-1]))
        k = int(np.searchsorted(t, at)) - 1
        angle = rng.uniform(0, 2 * np.pi)
        rise = -0.12 if tree.kind == "pine" else rng.uniform(0.1, 0.9)
        way = np.array([np.cos(angle), np.sin(angle), rise])
        long = rng.uniform(0.6, 2.2) * (0.6 + tree.radius * 3)
        new, wide = twigs(
            path[k], way, long, tree.radius * rng.uniform(0.15, 0.3), rng, 3 if tree.y < 14 else 2
        )
        lines += new
        widths += wide
        tips += [line[-1] for line in new]
    colour = np.array(BARK[tree.kind if tree.kind != "birch" else "linden"]) * (
        1.5 if tree.kind == "birch" else 1.1
    )
    widths = np.array(widths)
    brush.lines(np.array(lines), widths, brush.grey(np.tile(colour, (len(lines), 1))))
    if brush.ground == "snow":
        flat = np.add(lines, (0, 0, 0.006))
        part = np.abs(flat[:, -1, 2] - flat[:, 0, 2]) < 0.6 * np.linalg.norm(
            flat[:, -1] - flat[:, 0], axis=1
        )
        part &= widths > 0.012
        if part.any():
            brush.lines(flat[part], widths[part] * 0.7, brush.grey(np.full((part.sum(), 3), 0.75)))
    if tree.kind == "pine":
        _needles(brush, lines, rng)
    else:
        foliage(brush, np.array(tips), tree.y, rng)


def _needles(brush: Brush, lines: list, rng) -> None:
    ends = np.concatenate([line[1:] for line in lines if len(line)])
    ends = ends[rng.integers(0, len(ends), min(9000, len(ends) * 26))]
    at = ends + rng.normal(0, 0.035, ends.shape)
    way = rng.normal(0, 1, at.shape) * (1, 1, 0.6) + (0, 0, 0.25)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    t = np.linspace(0, 1, 3)[None, :, None]
    lines = at[:, None] + way[:, None] * 0.11 * t
    colour = np.array([0.05, 0.105, 0.045]) * rng.uniform(0.6, 1.5, (len(at), 1))
    if brush.ground == "snow":
        colour = np.where(rng.random((len(at), 1)) < 0.12, 0.6, colour)
    brush.lines(
        lines, np.full(len(at), 0.003), brush.grey(colour, colour.mean(1, keepdims=True) * 3.2)
    )


def foliage(brush: Brush, tips, far: float, rng, count: int = 16, size: float = 0.085) -> None:
    share = {"summer grass": 1.0, "fallen leaves": 0.16, "snow": 0.02}[brush.ground]
    n = int(len(tips) * count * share)
    if not n or not len(tips):
        return
    at = tips[rng.integers(0, len(tips), n)] + rng.normal(0, 0.16, (n, 3))
    way = rng.normal(0, 1, (n, 3)) * (1, 1, 0.4) + (0, 0, -0.25)
    solid = leaves(at, way, size * rng.uniform(0.6, 1.4, n), rng.uniform(-0.1, 0.35, n), rng)
    palette = np.array(GREEN if brush.ground == "summer grass" else YELLOW)
    if brush.ground == "snow":
        palette = np.array(LITTER)
    colour = np.repeat(palette[rng.integers(0, len(palette), n)] * rng.uniform(0.7, 1.35, (n, 1)),
                       len(solid.points) // n, 0)  # fmt: skip
    infrared = (
        None
        if brush.ground != "summer grass"
        else np.repeat(rng.uniform(0.32, 0.62, (n, 1)), len(solid.points) // n, 0)
    )
    brush.solid(solid, brush.grey(colour, infrared), 0.9, through=0.35)
