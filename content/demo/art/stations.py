"""The six fixed cameras: the same trees in every season, with snow, leaves or grass below."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import ndimage as nd

from .canvas import Canvas
from .cover import KIND, _tint, covered, pasted, shrub, twig
from .lights import HORIZON, METRE, H, Light, W, ground_row, light_for, row_distance
from .noise import fbm, noise, smooth


@dataclass(frozen=True)
class Station:
    """A fixed camera: the seed of its forest and, if any, a trunk close to the lens."""

    seed: int
    trunks: int = 46
    near: tuple[float, float] | None = None  # x as a part of the width, metres


STATIONS = {
    "s1": Station(11, trunks=40),
    "s2": Station(23, near=(0.27, 3.5)),
    "s3": Station(35, trunks=54),
    "s4": Station(47, trunks=34),
    "s5": Station(59, trunks=48),
    "s6": Station(71, trunks=42, near=(0.73, 3.6)),
}


@dataclass
class Backdrop:
    """An empty picture of a station, and how far each pixel's trunk stands (inf: none)."""

    image: np.ndarray
    depth: np.ndarray
    light: Light
    ground: str


@dataclass(frozen=True)
class Trunk:
    z: float
    x: float
    width: float
    bright: float
    birch: bool


def trunks_of(station: Station) -> list[Trunk]:
    """Return the station's trees, far ones first, whatever the season."""
    rng = np.random.default_rng([station.seed, 1])
    far = rng.uniform(9, 26, station.trunks)
    zs = np.r_[far, rng.uniform(6.4, 9, 6), rng.uniform(5.6, 6.2, 2)]
    out = []
    for z in zs:
        thick = rng.uniform(0.10, 0.34) if z > 6.3 else rng.uniform(0.26, 0.38)
        x = rng.uniform(-0.04, 1.04) * W
        if z < 6.3 and abs(x - W / 2) < 0.27 * W:
            x = W / 2 + np.sign(x - W / 2) * rng.uniform(0.33, 0.5) * W
        out.append(Trunk(z, x, thick * METRE / z, rng.uniform(0.45, 0.8), rng.random() < 0.13))
    if station.near:
        x, z = station.near
        out.append(Trunk(z, x * W, 0.24 * METRE / z, 0.40, False))
    return sorted(out, key=lambda trunk: -trunk.z)


@lru_cache(maxsize=4)
def backdrop(name: str, camera: str, ground: str) -> Backdrop:
    """Draw a station without animals in one light and season."""
    station, light = STATIONS[name], light_for(camera, ground)
    rng = np.random.default_rng([station.seed, 2, len(ground)])
    image = _ground(_thicket(light, rng), ground, light, rng)
    depth = np.full((H, W), np.inf, np.float32)
    row, kind = HORIZON + 11.0, KIND[ground]
    shrubs = sorted(rng.uniform(7.5, 22, 26), reverse=True) if ground == "summer grass" else []
    for k, trunk in enumerate(trunks_of(station)):
        foot = ground_row(trunk.z)
        if foot > row + 11:
            image = covered(image, kind, (row, min(foot, H)), light, rng)
            row = foot
        while shrubs and shrubs[0] > trunk.z:
            image = shrub(image, shrubs.pop(0), light, rng)
        own = np.random.default_rng([station.seed, 3, k])
        image = _trunk(image, depth, trunk, light, ground, own)
        if trunk.z > 4:
            image = _twigs(image, trunk, light, own)
    image = covered(image, kind, (row, H + 30), light, rng)
    return Backdrop(image, depth, light, ground)


def _thicket(light: Light, rng):
    """Return the darkness (or the haze) behind the last trees."""
    yy = np.mgrid[:H, :W][0]
    texture = fbm((H, W), 48, rng, 5)
    if not light.day:
        glow = 0.018 * smooth(-0.5, 2.5, texture) * smooth(720, 240, yy)
        return (0.012 + glow)[..., None]
    leaves = fbm((H, W), 14, rng, 4)
    level = 1.08 - 0.10 * smooth(0, 1.6, texture) - 0.07 * leaves - 0.28 * smooth(120, 360, yy)
    return level[..., None] * np.array(light.haze)


def _ground(image, ground: str, light: Light, rng):
    yy, xx = np.mgrid[:H, :W]
    z = row_distance(yy)
    if ground == "snow":
        texture = _snow(xx, yy, z, rng)
        if light.day:
            texture = 0.80 + (texture - 0.74) * 0.75
    else:
        texture = 0.20 + 0.03 * fbm((H, W), 14, rng, 4)
        texture = texture * (2.0 if light.day else 1)
    lit = texture * np.clip(light.reach(z) * light.side(xx) * light.front(yy), 0, 1.05)
    veil = np.broadcast_to(light.veil(z), z.shape)[..., None] * 0.8
    colour = lit[..., None] * np.array(light.ground)
    colour = colour * (1 - veil) + np.array(light.haze) * veil if light.day else colour
    edge = smooth(HORIZON - 2, HORIZON + 8, yy + 5 * noise((H, W), (3, 48), rng))[..., None]
    return image * (1 - edge) + colour * edge


def _snow(xx, yy, z, rng):
    """Return a surface of drifts, lit along its slope."""
    height = np.zeros((H, W))
    across = (xx - W / 2) * 1.25
    for size, amount in ((260, 1), (110, 0.55), (45, 0.3), (18, 0.16)):
        field = noise((900, 1400), size / 4, rng)
        at = [z * 300, across * z * 0.20 + 700]
        height += amount * nd.map_coordinates(field, at, order=1, mode="mirror")
    slope = np.gradient(height, axis=0) * smooth(HORIZON + 8, HORIZON + 208, yy)
    slope = nd.gaussian_filter(slope, (1.0, 2.0))
    slope = slope / (np.abs(slope[560:]).mean() * 3.2)
    grain = 0.02 * rng.standard_normal((H, W)) * smooth(400, 800, yy)
    return 0.74 + np.clip(slope * 0.16, -0.26, 0.18) + grain


def _trunk(image, depth, trunk: Trunk, light: Light, ground: str, rng):
    """Draw one tree and note its distance."""
    width, x = trunk.width, trunk.x
    foot = ground_row(trunk.z) + rng.normal(0, 2.4)
    left, right = int(max(0, x - width)), int(min(W, x + width))
    bottom = int(min(H, foot + width * 0.3))
    sway, turn, phase = rng.normal(0, 0.02), rng.uniform(144, 320), rng.uniform(0, 6)
    if right - left < 2:
        return image
    part = np.s_[:bottom, left:right]
    Y, X = np.mgrid[:bottom, left:right]
    bend = (Y - foot) * sway + 8 * np.sin(Y / turn + phase) * width / 96
    half = width / 2 * (1 - 0.16 * (foot - Y) / 720)
    half = half * (1 + 0.55 * np.exp(-np.maximum(foot - Y, -20) / (width * 0.38)))
    q = (X - x - bend) / np.maximum(half, 0.5)
    bark = sum(
        w * noise(Y.shape, (max(a, width * b), max(0.7, width * c)), rng)
        for w, a, b, c in ((1, 3, 0.35, 0.045), (0.7, 2, 0.10, 0.022), (0.5, 1.5, 0.03, 0.03))
    )
    q = q + 0.05 * bark
    nz = np.sqrt(np.clip(1 - q * q, 0, 1))
    base = Y + width * 0.16 * q * q + width * 0.05 * bark
    m = smooth(1.02, 0.96, np.abs(q)) * smooth(foot + width * 0.12, foot + width * 0.02, base)
    reach = float(np.minimum(light.reach(trunk.z), 1.0))
    bright = reach * trunk.bright * (1.7 if trunk.birch else 1)
    tone = bright * (0.12 + 0.88 * nz**0.8) * (1 + 0.30 * np.clip(bark, -1.6, 1.6))
    tone = np.clip(tone * light.side(X) ** 0.8, 0.008, 1.2)[..., None]
    if light.day:
        tone = 0.25 * bright + 0.75 * tone
    colour, veil = tone * np.array(light.bark) * (1.25 if light.day else 1), light.veil(trunk.z)
    colour = colour * (1 - veil) + np.array(light.haze) * veil * 0.82
    m3 = m[..., None]
    image[part] = image[part] * (1 - m3) + colour * m3
    depth[part] = np.where(m > 0.5, trunk.z, depth[part])
    if ground == "snow":
        skirt = np.exp(
            -(((X - x) / (width * 0.9)) ** 2 + ((Y - foot - width * 0.06) / (width * 0.13)) ** 2)
        )
        snow = 0.84 * (0.85 if light.day else bright * 1.05) * np.array(light.ground)
        image[part] = image[part] * (1 - 0.8 * skirt[..., None]) + 0.8 * skirt[..., None] * snow
    return image


def _twigs(image, trunk: Trunk, light: Light, rng):
    canvas, z = Canvas(W, H), trunk.z
    hue = np.array(light.bark)

    def tint(bright, veil):
        return lambda level: _tint(level * bright, hue, float(veil), light)

    if z < 18 and rng.random() < 0.75:
        for _ in range(rng.integers(1, 4)):
            at = (trunk.x, rng.uniform(16, max(32, ground_row(z) - 128)))
            angle = rng.choice([0.35, 2.75]) + rng.normal(0, 0.3)
            bright = float(light.reach(z)) * trunk.bright * 0.6
            twig(canvas, at, angle, rng.uniform(0.5, 1.5) * 560 / z, trunk.width * 0.07,
                 tint(bright, light.veil(z)), rng)  # fmt: skip
    if z < 24 and rng.random() < 0.7:
        for _ in range(rng.integers(2, 6)):
            far = z * rng.uniform(0.95, 1.1)
            at = (rng.uniform(0, W), ground_row(far))
            bright = float(light.reach(far)) * rng.uniform(0.25, 0.5)
            twig(canvas, at, np.pi / 2 + rng.normal(0, 0.2), rng.uniform(0.5, 1.6) * 640 / far,
                 18 / far, tint(bright, light.veil(far)), rng)  # fmt: skip
    return pasted(image, canvas)
