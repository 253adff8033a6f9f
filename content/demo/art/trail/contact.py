"""Bring an animal and its place together: shade on the ground, what hides what, motion blur."""

import numpy as np
from scipy import ndimage as nd

from .grain import noise, smooth
from .raster import Layer
from .staging import feet_of
from .subject import Subject

LOOSE = {"snow": (0.004, 0.022, 16.0), "fallen leaves": (0.014, 0.026, 26.0)}  # metres, per metre


def shade_ground(picture: Layer, subject: Subject, camera, light, shade, layer: Layer) -> None:
    """Darken ground and trunks where the animal stands in the light, and under its body and feet."""
    ys, xs = np.nonzero(layer.depth < 1e8)
    if not len(ys):
        return
    h, w = picture.depth.shape
    wide, high = np.ptp(xs), np.ptp(ys)
    long = wide // 2 if light.night else int(1.6 * max(wide, high))  # how far shadows may fall
    y0, y1 = max(0, ys.min() - high // 3), min(h, ys.max() + high // 2)
    x0, x1 = max(0, xs.min() - long), min(w, xs.max() + long)
    depth = picture.depth[y0:y1, x0:x1]
    px, py = np.arange(x0, x1, dtype=np.float32), np.arange(y0, y1, dtype=np.float32)
    world = camera.seen(*np.broadcast_arrays(px[None] + 0.5, py[:, None] + 0.5), depth)
    open_ = nd.uniform_filter(shade(world), 15 if light.night else 13)
    keep = 0.66 if light.night else 0.62
    factor = 1 - keep * (1 - open_)
    stand = subject.stand
    near = np.hypot(world[..., 0] - stand.x, world[..., 1] - stand.y) < 1.8
    near &= world[..., 2] < stand.ground + 0.3
    factor[near] *= _under(subject, world[near], light.night)
    seen = picture.colour[y0:y1, x0:x1]
    veil = light.veiled(np.zeros_like(seen), depth)  # haze is not shaded
    picture.colour[y0:y1, x0:x1] = veil + (seen - veil) * factor[..., None]


def _under(subject: Subject, world, night: bool) -> np.ndarray:
    """Return the contact shade beneath belly and paws."""
    stand = subject.stand
    c, s = np.cos(stand.heading), np.sin(stand.heading)
    along = (world[..., 0] - stand.x) * c + (world[..., 1] - stand.y) * s
    across = -(world[..., 0] - stand.x) * s + (world[..., 1] - stand.y) * c
    body = subject.fur.skin.body.mesh.points
    length, width = np.ptp(body[:, 0]) * 0.36 * stand.size, 0.20 * stand.size
    low = smooth(0.30, 0.05, world[..., 2] - stand.ground)
    under = np.exp(-((along / length) ** 4) - (across / width) ** 2)
    factor = 1 - (0.42 if night else 0.60) * under * low
    for foot, firm in zip(*feet_of(subject), strict=True):
        away = np.hypot(world[..., 0] - foot[0] - 0.02 * c, world[..., 1] - foot[1] - 0.02 * s)
        near = np.exp(-((away / (0.095 * max(stand.size, 0.5))) ** 2))
        factor = factor * (1 - 0.65 * firm * near * low)
    return factor


def bury(layer: Layer, subject: Subject, station, ground: str) -> None:
    """Hide what of an animal lies under the loose, uneven top of snow or leaves."""
    if ground not in LOOSE:
        return
    level, rough, fine = LOOSE[ground]
    ys, xs = np.nonzero(layer.depth < 1e8)
    world = station.camera.seen(xs + 0.5, ys + 0.5, layer.depth[ys, xs])
    low = world[:, 2] < subject.stand.ground + 0.25
    ys, xs, world = ys[low], xs[low], world[low]
    top = station.height(world[:, 0], world[:, 1]) + level
    spot = world * (1, 1, 0)
    top += rough * noise(spot, station.seed + 31, fine, 2)
    hidden = world[:, 2] < top
    layer.depth[ys[hidden], xs[hidden]] = np.inf


def swinging(subject: Subject, camera, blur: float) -> np.ndarray:
    """Return where feet swing through the picture: x, y, reach and length of their blur in pixels."""
    feet, firm = feet_of(subject)
    seen = camera.project(feet)
    reach = 0.22 * subject.stand.size * camera.pixels / seen[:, 2]
    return np.column_stack([seen[:, :2], reach, 1 + 3.5 * blur * (1 - firm)])[firm < 0.9]


def composed(picture: Layer, layer: Layer, light, blur: float, swings=()) -> None:
    """Lay the animal into the picture where nothing nearer hides it, with some motion blur."""
    rows, columns = (np.flatnonzero((layer.depth < 1e8).any(axis)) for axis in (1, 0))
    if not len(rows):
        return
    size = max(1, int(blur))
    wide = max([size, *(int(length) for *_, length in swings)])
    y0, x0 = rows[0], max(0, columns[0] - wide)
    part = np.s_[y0 : rows[-1] + 1, x0 : columns[-1] + wide + 1]  # only where the animal is
    depth, behind = layer.depth[part], picture.depth[part]
    mask = (depth < behind).astype(np.float32)
    colour = light.veiled(layer.colour[part], np.where(depth > 1e8, 0, depth)) * mask[..., None]
    seen = np.concatenate([colour, mask[..., None]], -1)
    if size > 1:
        seen = nd.uniform_filter1d(seen, size, axis=1)
    for x, y, reach, length in swings:
        _swing(seen, x - x0, y - y0, reach, int(length))
    picture.colour[part] = picture.colour[part] * (1 - seen[..., 3:]) + seen[..., :3]
    picture.depth[part] = np.minimum(behind, depth)


def _swing(seen: np.ndarray, x: float, y: float, reach: float, length: int) -> None:
    """Blur what moves with a foot along its way: colour and cover about a place, fading out."""
    h, w = seen.shape[:2]
    y0, y1 = np.clip([int(y - 1.6 * reach), int(y + 1.6 * reach)], 0, h)
    x0, x1 = np.clip([int(x - 1.6 * reach - length), int(x + 1.6 * reach + length)], 0, w)
    part = seen[y0:y1, x0:x1]
    if not part.size:
        return
    yy, xx = np.mgrid[y0:y1, x0:x1]
    share = np.exp(-((np.hypot(xx - x, yy - y) / reach) ** 4))[..., None].astype(np.float32)
    blurred = nd.gaussian_filter1d(part, 0.32 * length, axis=1)
    part += share * (blurred - part)
