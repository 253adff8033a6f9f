"""Trees: stems that lean, bend, fork and break; limbs, twigs and what hangs on them."""

import numpy as np

from .bark import COLOUR, bark, bumps
from .brush import SNOW, Brush
from .foliage import sprays
from .grain import noise
from .shapes import tube, twigs
from .stations import Tree

CLOSE = 12  # metres within which bark shows its finest cracks


def tree(brush: Brush, tree: Tree, seed: int) -> None:
    """Draw one tree as high as the camera sees it."""
    rng = np.random.default_rng([seed, 2])
    top = min(15.0, brush.station.camera.up + tree.y * 0.62 + 1.5)
    top = min(top, tree.broken) if tree.broken else top
    steps = int(np.clip((5200 if tree.y < CLOSE else 2200) / tree.y, 24, 1300))
    t = np.linspace(-0.2, top, steps)
    path = _path(brush, tree, t, rng)
    kind = "dead" if tree.broken else tree.kind
    _stem(brush, path, _girth(tree, t, rng), kind, seed, torn=bool(tree.broken))
    if tree.fork and tree.fork < top - 0.4 and not tree.broken:
        _fork(brush, tree, path, t, seed, rng)
    if tree.broken:
        return
    _limbs(brush, tree, path, t, rng)


def _path(brush: Brush, tree: Tree, t, rng) -> np.ndarray:
    """Return the middle of the stem: lean, slow bends and a crook or two."""
    foot = float(brush.station.height(tree.x, tree.y))
    up = np.clip(t, 0, None)
    out = [np.full_like(t, tree.x), np.full_like(t, tree.y)]
    for k in (0, 1):
        slow, quick = rng.normal(0, 0.10), rng.normal(0, 0.5 * tree.radius**0.5 * 0.12)
        phase = rng.uniform(0, 6, 2)
        out[k] = out[k] + tree.lean[k] * up + 0.012 * rng.normal() * up**2
        out[k] += slow * (np.sin(up / 2.6 + phase[0]) - np.sin(phase[0]))
        out[k] += quick * (np.sin(up * 2.1 + phase[1]) - np.sin(phase[1]))
    return np.stack([*out, t + foot], -1)


def _girth(tree: Tree, t, rng) -> np.ndarray:
    """Return radii: a flared foot, swellings, a slow taper."""
    up = np.clip(t, 0, None)
    flare = 1 + rng.uniform(0.35, 1.0) * np.exp(-up / (0.9 * tree.radius + 0.05))
    knots = sum(
        rng.uniform(0, 0.16) * np.exp(-(((t - rng.uniform(0.4, 5)) / 0.14) ** 2)) for _ in range(3)
    )
    return np.maximum(tree.radius * (flare + knots - 0.026 * up), 0.012)


def _fork(brush: Brush, tree: Tree, path, t, seed: int, rng) -> None:
    k = int(np.searchsorted(t, tree.fork))
    side = rng.choice([-1, 1])
    s = t[k:] - t[k]
    bow = rng.uniform(0.2, 0.5) * s / (1 + 0.10 * s) + 0.06 * np.sin(1.4 * s)
    arm = path[k:] + np.stack([side * bow, rng.normal(0, 0.15) * s, 0 * s], -1)
    if len(arm) > 4:
        _stem(brush, arm, tree.radius * rng.uniform(0.5, 0.8) * (1 - 0.03 * s).clip(0.3),
              tree.kind, seed + 7, foot=False)  # fmt: skip


def _stem(brush: Brush, path, radii, kind: str, seed: int, *, foot=True, torn=False) -> None:
    fine = 6500 if path[0, 1] < CLOSE else 2600
    sides = int(np.clip(fine * radii[len(radii) // 3] / path[0, 1], 10, 420))

    def rough(c):
        roots = 0.20 * np.exp(-np.clip(c[..., 2], 0, None) / 0.2) * np.sin(
            (3 + seed % 3) * np.arctan2(c[..., 1], c[..., 0]) + seed)  # fmt: skip
        oval = 0.07 * noise(c, seed + 30, (4, 4, 0.9), 2)
        out = bumps(kind, c, seed) + oval + (roots if foot else 0)
        if torn:  # the break ends in splinters
            end = path[-1, 2] - path[0, 2] - 0.5 * (0.5 + noise(c * (1, 1, 0), seed, 25, 2))
            out = np.where(c[..., 2] > end, -0.97, out)
        return out

    solid = tube(path, np.maximum(radii, 0.01), sides, rough)
    if not foot:
        solid.coords[:, 2] += 2.0  # neither moss nor snow of the foot
    brush.solid(solid, bark(brush, kind, solid, seed))


def _limbs(brush: Brush, tree: Tree, path, t, rng) -> None:
    """Grow limbs, many of them thin and dead as in a closed wood."""
    lines, widths, tips, ways = [], [], [], []
    low = 0.9 if tree.kind == "pine" else 1.3
    for _ in range(rng.integers(4, 11) if tree.y < 24 else 4):
        at = rng.uniform(low, max(low + 0.2, t[-1]))
        k = int(np.searchsorted(t, at)) - 1
        angle = rng.uniform(0, 2 * np.pi)
        rise = rng.uniform(-0.25, 0.15) if tree.kind == "pine" else rng.uniform(-0.1, 0.9)
        out = np.array([np.cos(angle), np.sin(angle), rise])
        if tree.y < 4 and out[1] < 0:  # no limb into the lens
            out[1] *= -1
        long = rng.uniform(0.3, 1.9) * (0.5 + tree.radius * 3)
        thick = tree.radius * rng.uniform(0.06, 0.16)
        new, wide = twigs(path[k], out, long, thick, rng, 3 if tree.y < 14 else 2)
        lines += new
        widths += wide
        alive = tree.kind != "pine" or at > 4
        if alive:
            tips += [line[-1] for line in new]
            ways += [_unit(line[-1] - line[-2]) for line in new]
    bare(brush, lines, widths, np.array(COLOUR["linden" if tree.kind == "birch" else tree.kind]))
    if tips:
        sprays(brush, tips, ways, tree.kind, rng, 0.4 if tree.kind == "pine" else 0.5)


def bare(brush: Brush, lines, widths, colour) -> None:
    """Draw twigs, with snow along those that lie flat."""
    lines, widths = np.array(lines), np.array(widths)
    brush.lines(lines, widths, brush.grey(np.tile(colour, (len(lines), 1))))
    if brush.ground != "snow":
        return
    run = lines[:, -1] - lines[:, 0]
    part = (np.abs(run[:, 2]) < 0.6 * np.linalg.norm(run, axis=1)) & (widths > 0.007)
    if part.any():
        white = brush.grey(np.full((part.sum(), 3), 0.9) * SNOW)
        brush.lines(lines[part] + (0, 0, 0.006), widths[part] * 0.8, white)


def far_stems(brush: Brush, rng, count: int = 240) -> None:
    """Close the wood with stems too far away to show their bark."""
    y = rng.uniform(22, 70, count)
    x = rng.uniform(-0.6, 0.6, count) * y
    foot = np.stack([x, y, brush.station.height(x, y) - 0.3], -1)
    t = np.linspace(0, 1, 5)[None, :, None]
    top = np.stack([rng.normal(0, 0.9, count), 0 * x, rng.uniform(9, 20, count)], -1)
    bow = np.stack([rng.normal(0, 0.5, count), 0 * x, 0 * x], -1)[:, None] * np.sin(np.pi * t)
    kinds = np.array(brush.station.kinds)[rng.integers(0, len(brush.station.kinds), count)]
    colour = np.array([COLOUR[kind] for kind in kinds]) * rng.uniform(0.6, 1.2, (count, 1))
    wide = 0.24 * np.exp(rng.normal(-0.2, 0.5, count))
    brush.lines(foot[:, None] + top[:, None] * t + bow, wide, brush.grey(colour), tip=0.6)


def _unit(v) -> np.ndarray:
    return v / (np.linalg.norm(v) + 1e-9)
