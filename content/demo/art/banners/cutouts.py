"""Animals as paper cut-outs: the bodies of the camera-trap frames, seen from anywhere, in a few flat tones."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree

from ..trail.build import Body
from ..trail.cast import ROLES, body_of
from ..trail.features import ball
from ..trail.grain import noise, smooth
from ..trail.heads import in_head
from ..trail.raster import FAR, Layer
from ..trail.shapes import tube
from ..trail.skeleton import leg_turns, placed, rotation, skinned, turned
from ..trail.skin import Skin
from .postures import Posture

FINE = 2  # pixels drawn for each pixel kept


@dataclass(frozen=True)
class View:
    """From where an animal is seen, in degrees: heading 0 looks right, -90 at us, 90 away; `above` from higher up."""

    heading: float = 0.0
    above: float = 4.0
    away: float = 5.0  # metres; near eyes foreshorten


@dataclass(frozen=True)
class Tones:
    """Light on a cut-out: where it comes from, and the tints of lit, middle and shaded paper."""

    sun: tuple[float, float, float] = (-0.5, -0.6, 0.75)
    lit: tuple[float, float, float] = (1.12, 1.06, 0.98)
    plain: tuple[float, float, float] = (0.92, 0.90, 0.90)
    shade: tuple[float, float, float] = (0.60, 0.58, 0.66)


DAY = Tones()


@dataclass
class Cutout:
    """Pixels (red, green, blue, alpha; not premultiplied) and where the ground under the animal is in them."""

    pixels: np.ndarray
    foot: tuple[float, float]


class _Eye:
    """The projection of one view: x right, y away, z up become picture x, y and depth."""

    def __init__(self, view: View, points: np.ndarray, pixels: float):
        a = np.radians(view.above)
        self.c, self.s, self.away = np.cos(a), np.sin(a), view.away
        self.scale, self.shift = pixels, np.zeros(2)
        low, high = self(points)[:, :2].min(0), self(points)[:, :2].max(0)
        self.shift = -low + 8
        self.size = np.ceil(high - low + 16).astype(int)

    def __call__(self, points: np.ndarray) -> np.ndarray:
        x, y, z = points[..., 0], points[..., 1], points[..., 2] - 0.35
        depth, rise = y * self.c - z * self.s, z * self.c + y * self.s
        k = self.scale * self.away / (self.away + depth)
        return np.stack(
            [x * k + self.shift[0], -rise * k + self.shift[1], depth + self.away], -1
        ).astype(np.float32)


def _posed(body: Body, posture: Posture, view: View) -> np.ndarray:
    turns = {}
    for leg, step in posture.steps_of(body).items():
        turns |= leg_turns(body.joints, body.legs[leg], step, 0.0)
    for name, turn in posture.turns.items():
        old = turns.get(name, (0.0, 0.0, 0.0))
        turns[name] = tuple(a + b for a, b in zip(old, turn, strict=True))
    hips, tilt, root = np.array(body.joints["hips"]), np.eye(4), np.eye(4)
    tilt[:3, :3] = rotation(0.0, posture.pitch)
    tilt[:3, 3] = hips - tilt[:3, :3] @ hips - (0, 0, posture.drop)
    root[:3, :3] = rotation(np.radians(view.heading), 0.0)
    return placed(body.bones, turns, root @ tilt)


def _plump(body: Body, winter: bool) -> np.ndarray:
    """Return the body at rest with its fur on."""
    lengths = np.array([body.fur.get(bone.name, body.fur[""]) for bone in body.bones], np.float32)
    deep = body.weights @ lengths * (0.62 if winter else 0.42)
    away = np.linalg.norm(body.mesh.points - np.array(body.nose, np.float32), axis=1) / body.head[1]
    deep = deep * np.clip(away / 0.16 - 0.35, 0.05, 1)
    return body.mesh.points + body.mesh.normals * deep[:, None]


def cutout(
    role: str,
    posture: Posture,
    view: View,
    pixels: float,
    *,
    seed: int = 1,
    winter: bool = False,
    tones: Tones = DAY,
    shine: str | None = None,
) -> Cutout:
    """Draw an animal `pixels` to the metre; `shine` is the colour its eyes send back at night."""
    body = body_of(role)
    matrices = _posed(body, posture, view)
    points = skinned(_plump(body, winter), body.weights, matrices)
    normals = turned(body.mesh.normals, body.weights, matrices)
    horns = _horns(body, matrices)
    every = np.concatenate([points, *(solid.points for solid, _ in horns)])
    eye = _Eye(view, every, pixels * FINE)
    rest, bent = (_spread(eye, points, body, values) for values in (body.mesh.points, normals))
    seen = rest.depth < FAR
    paint = _painted(role, body, rest.colour[seen], seed, winter)
    tone = _toned(bent.colour[seen], paint[1], tones)
    out = np.zeros((*seen.shape, 3), np.float32)
    out[seen] = _srgb(paint[0] * tone)
    _horn_tones(out, rest.depth, eye, horns, tones)
    _eyes(out, rest.depth, eye, body, matrices, shine)
    alpha = (rest.depth < FAR).astype(np.float32)
    return Cutout(_shrunk(out, alpha), tuple(eye(np.zeros(3))[:2] / FINE))


def _spread(eye: _Eye, points, body: Body, values) -> Layer:
    layer = Layer.empty(int(eye.size[0]), int(eye.size[1]))
    layer.triangles(eye(points), body.mesh.faces, values)
    return layer


def _painted(role: str, body: Body, places: np.ndarray, seed: int, winter: bool):
    """Return the coat's colour at places on the body at rest, and how far inside the legs they lie."""
    tree = cKDTree(body.mesh.points)
    near = tree.query(places, workers=2)[1]
    skin = Skin(body, places, body.mesh.normals[near], body.weights[near])
    return ROLES[role].coat(skin, seed, winter).colour, skin.inner()


def _toned(normals: np.ndarray, inner: np.ndarray, tones: Tones) -> np.ndarray:
    normals = normals / (np.linalg.norm(normals, axis=1, keepdims=True) + 1e-9)
    sun = np.array(tones.sun) / np.linalg.norm(tones.sun)
    facing = normals @ sun - 0.5 * inner
    lit = smooth(0.60, 0.66, facing)[:, None]
    dark = smooth(0.06, 0.0, facing)[:, None]
    deep = smooth(-0.42, -0.48, facing)[:, None]
    tone = np.array(tones.plain) * (1 - lit) + np.array(tones.lit) * lit
    tone = tone * (1 - dark) + np.array(tones.shade) * dark
    return tone * (1 - 0.22 * deep)


def _srgb(linear: np.ndarray) -> np.ndarray:
    c = np.clip(linear, 0, 1)
    return np.where(c < 0.0031308, 12.92 * c, 1.055 * c ** (1 / 2.4) - 0.055)


def _horns(body: Body, matrices: np.ndarray) -> list:
    matrix, out = matrices[body.index("head")], []
    for path, radii, colour in body.horns:
        for sign in (1, -1):
            line = in_head(np.array(path, float) * (1, sign, 1), *body.head)
            t = np.linspace(0, len(line) - 1, 28)
            fine = np.stack(
                [PchipInterpolator(np.arange(len(line)), line[:, k])(t) for k in range(3)], -1
            )
            solid = tube(
                fine,
                np.interp(t, np.arange(len(line)), radii) * body.head[1],
                14,
                lambda c: 0.06 * noise(c, 3, (120, 120, 40), 2),
            )
            solid.points = (solid.points @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32)
            solid.normals = solid.normals @ matrix[:3, :3].T
            out.append((solid, colour))
    return out


def _horn_tones(out, depth, eye: _Eye, horns, tones: Tones) -> None:
    for solid, colour in horns:
        flat = np.tile(np.array(colour), (len(solid.points), 1))
        tone = _toned(solid.normals, np.zeros(len(flat)), tones)
        _over(out, depth, eye(solid.points), solid.faces, _srgb(flat * 1.3 * tone))


def _over(out, depth, points, faces, colour) -> None:
    layer = Layer(out, depth)
    layer.triangles(points, faces, colour)


def _eyes(out, depth, eye: _Eye, body: Body, matrices: np.ndarray, shine: str | None) -> None:
    (ex, ey, ez), radius = body.eyes[:2]
    gaze, iris = (
        (*body.eyes[2:], (0.92, 0.36, 0.06), (0.42, 0.30, 0.06))[:2]
        if len(body.eyes) < 4
        else body.eyes[2:4]
    )
    matrix = matrices[body.index("head")]
    sphere, faces = ball(26)
    for sign in (1, -1):
        look = np.array(gaze) * (1, sign, 1)
        angle = np.arccos(np.clip(sphere @ (look / np.linalg.norm(look)), -1, 1))
        world = (np.array([ex, sign * ey, ez]) + sphere * radius) @ matrix[:3, :3].T + matrix[:3, 3]
        colour = (
            _srgb(np.array(iris)[None] * (1.5 - 0.9 * sphere[:, 2:]))
            * smooth(0.40, 0.46, angle)[:, None]
        )
        lid = smooth(0.50, 0.36, sphere[:, 2] + 0.25 * sphere[:, 1] * sign)
        colour = colour * (smooth(1.08, 0.98, angle) * lid)[:, None] + 0.035
        glint = sphere @ np.array([0.80, 0.30 * sign, 0.52])
        colour = np.clip(colour + 0.85 * smooth(0.97, 0.98, glint)[:, None], 0, 1)
        if shine:
            bright = np.array([int(shine[i : i + 2], 16) / 255 for i in (1, 3, 5)])
            colour = bright[None] * smooth(1.25, 0.75, angle)[:, None] + 0.03
        _over(out, depth, eye(world), faces, colour)


def _shrunk(colour: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """Return the picture at its own size, edges softened."""
    h, w = (n // FINE * FINE for n in alpha.shape)
    solid = gaussian_filter(alpha, 0.5)[:h, :w]
    block = lambda a: a.reshape(h // FINE, FINE, w // FINE, FINE, -1).mean((1, 3))
    weight = alpha[:h, :w]
    total = block(weight[..., None])
    mean = block(colour[:h, :w] * weight[..., None]) / np.maximum(total, 1e-6)
    return np.concatenate([mean, block(solid[..., None])], -1).astype(np.float32)
