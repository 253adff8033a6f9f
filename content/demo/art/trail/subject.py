"""One animal in a picture: posed, furred, lit, with eyes and whiskers, drawn into a layer."""

from dataclasses import dataclass, field

import numpy as np

from .camera import Camera
from .features import eyes, horns, unit, whiskers
from .fur import Fur
from .grain import smooth
from .light import Light
from .raster import Layer
from .skeleton import Pose, leg_turns, placed, rotation, skinned, turned
from .skin import skin_of

NODES = 4
HALF_GROWN = 0.75  # of an adult's size: up to it, young boar carry no tusks


@dataclass
class Stand:
    """Where an animal stands: metres right and away, heading (0: to the right), size, slope."""

    x: float
    y: float
    heading: float = 0.0
    ground: float = 0.0
    size: float = 1.0
    pitch: float = 0.0


@dataclass
class Subject:
    """A furred individual in a pose at a place."""

    fur: Fur
    pose: Pose
    stand: Stand
    head_size: float = 1.0
    matrices: np.ndarray = field(init=False)

    def __post_init__(self):
        body, stand = self.fur.skin.body, self.stand
        turns = dict(self.pose.turns)
        for leg, step in self.pose.steps.items():
            turns |= leg_turns(body.joints, body.legs[leg], step, self.pose.drop)
        root = np.eye(4)
        root[:3, :3] = rotation(stand.heading, stand.pitch) * stand.size
        root[:3, 3] = (stand.x, stand.y, stand.ground)
        sunk = np.eye(4)
        sunk[2, 3] = -self.pose.drop
        self.matrices = placed(body.bones, turns, root @ sunk)
        if self.head_size != 1.0:
            self._swell()

    def _swell(self) -> None:
        """Enlarge the head about its joint, as in cubs."""
        body = self.fur.skin.body
        joint = np.array(body.joints["head"])
        grow = np.eye(4)
        grow[:3, :3] *= self.head_size
        grow[:3, 3] = joint - self.head_size * joint
        for k, bone in enumerate(body.bones):
            if "head" in (bone.name, bone.parent):
                self.matrices[k] = self.matrices[k] @ grow

    def mesh(self) -> tuple[np.ndarray, np.ndarray]:
        """Return points and normals of the skin in the world."""
        body = self.fur.skin.body
        return (
            skinned(body.mesh.points, body.weights, self.matrices),
            turned(body.mesh.normals, body.weights, self.matrices),
        )


def _ambient(fur: Fur, points=None) -> np.ndarray:
    """Return how open each place is to the sky: less between the legs and under the belly."""
    skin = fur if not isinstance(fur, Fur) else fur.skin
    low = smooth(-0.1, -0.8, skin.normals[:, 2])
    return (1 - 0.55 * np.clip(skin.inner() * 1.3, 0, 1)) * (1 - 0.45 * low)


def drawn(subject: Subject, camera: Camera, light: Light, coat, seed: int, winter: bool,
          shadow=None) -> Layer:  # fmt: skip
    """Draw an animal alone."""
    layer = Layer.empty(camera.width, camera.height)
    body = subject.fur.skin.body
    points, normals = subject.mesh()
    base = getattr(body, "_base", {}).get((seed, winter))
    if base is None:
        base = coat(skin_of(body), seed, winter)
        body._base = {**getattr(body, "_base", {}), (seed, winter): base}
    albedo = _albedo(base, light) * 0.8
    shade = shadow(points, normals) if shadow else 1.0
    lit = light.surface(camera, points, normals, albedo, _ambient(skin_of(body)), shade)
    layer.triangles(camera.project(points), body.mesh.faces, lit)
    head = subject.matrices[body.index("head")]
    eyes(body, head, layer, camera, light)
    if subject.stand.size > HALF_GROWN:
        horns(body, head, layer, camera, light)
    _hairs(subject, layer, camera, light, shadow)
    whiskers(body, head, layer, camera, light)
    return layer


def _albedo(paint, light: Light) -> np.ndarray:
    """Return what a coat sends back: by day pale hair keeps some light between its layers."""
    if light.night:
        return np.repeat(paint.infrared[:, None], 3, 1)
    grey = paint.colour.mean(1, keepdims=True)
    return (paint.colour + 0.16 * (grey - paint.colour)) * (1 - 0.42 * grey)


def _hairs(subject: Subject, layer: Layer, camera: Camera, light: Light, shadow) -> None:
    fur = subject.fur
    far = max(0.8, float(np.hypot(subject.stand.x, subject.stand.y)))
    pixel = camera.pixels / far * subject.stand.size
    part = slice(0, int(min(len(fur.length), 90000 + 260000 * (pixel / 700) ** 1.5)))
    skin = fur.skin
    root = skinned(skin.points[part], skin.weights[part], subject.matrices)
    normal = turned(skin.normals[part], skin.weights[part], subject.matrices)
    along = turned(fur.along[part], skin.weights[part], subject.matrices)
    keep = (normal * (camera.place - root)).sum(1) > -0.35 * np.linalg.norm(
        camera.place - root, axis=1
    )
    root, normal, along = root[keep], normal[keep], along[keep]
    rng = np.random.default_rng(5)
    length = fur.length[part][keep] * subject.stand.size
    guard = rng.random(len(root)) < 0.10  # longer hairs that stand out and soften the outline
    length = np.where(guard, 1.5 * length, length).astype(np.float32)
    wild = rng.normal(0, 0.16, root.shape).astype(np.float32)
    lift = rng.uniform(0.16, 0.42, (len(root), 1)).astype(np.float32) + 0.16 * guard[:, None]
    way = along + lift * normal + wild
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    t = np.linspace(0, 1, NODES, dtype=np.float32)
    line = root[:, None] + (way * length[:, None])[:, None] * t[None, :, None]
    line -= normal[:, None] * (0.22 * length[:, None, None] * (t**2)[None, :, None])
    line[..., 2] -= 0.10 * length[:, None] * (t**2)[None, :]
    albedo = _albedo(fur.paint, light)[part][keep] * fur.shade[part][keep][:, None]
    open_ = _ambient(fur)[part][keep]
    shade = 0.15 + 0.85 * shadow(root, normal) if shadow else np.ones(len(root), np.float32)
    lit = light.hair(camera, root, normal, along, albedo, open_, shade)
    tone = np.array([0.76, 0.91, 1.03, 1.08], np.float32)
    colour = lit[:, None] * tone[None, :, None]
    if light.night:  # tips that stand against the dark catch the flash
        to = camera.place - root
        edge = 1 - np.abs((normal * to).sum(1)) / np.linalg.norm(to, axis=1)
        colour *= (
            1
            + 0.6
            * (edge**3)[:, None, None]
            * np.linspace(0, 1, NODES, dtype=np.float32)[None, :, None]
        )
    width = np.clip(0.0011 * pixel * rng.uniform(0.7, 1.4, len(root)), 1.0, 3.4)
    layer.hairs(camera.project(line), width, colour, 0.35)


def shadow_map(subject: Subject, light: Light, camera: Camera, size: int = 900):
    """Return a function that says how much of the light reaches points past the animal (1: all)."""
    points, _ = subject.mesh()
    middle = points.mean(0)
    lamp = camera.place + np.array(light.flash)
    axis = unit(middle - lamp) if light.night else -unit(light.sun)
    side = unit(np.cross(axis, (0, 0, 1)))
    frame = np.stack([side, axis, np.cross(side, axis)]).astype(np.float32)
    reach = np.linalg.norm(points - middle, axis=1).max() * 2.3
    scale = size / reach * (np.linalg.norm(middle - lamp) if light.night else 1.0)

    def seen(where):
        q = (where - (lamp if light.night else middle).astype(np.float32)) @ frame.T
        far = np.maximum(q[..., 1], 0.05) if light.night else np.ones_like(q[..., 1])
        away = q[..., 1] if light.night else q[..., 1] + 50
        return np.stack(
            [size / 2 + scale * q[..., 0] / far, size / 2 - scale * q[..., 2] / far, away], -1
        )

    layer = Layer.empty(size, size)
    body = subject.fur.skin.body
    layer.triangles(seen(points), body.mesh.faces, np.zeros_like(points))
    depth = layer.depth

    def open_to(where, normals=None):
        lifted = where if normals is None else where + 0.02 * normals
        at = seen(lifted)
        total = np.zeros(at.shape[:-1], np.float32)
        for dx, dy in ((-1.5, -0.7), (0.7, -1.5), (1.5, 0.7), (-0.7, 1.5)):
            x, y = (at[..., 0] + dx).astype(int), (at[..., 1] + dy).astype(int)
            inside = (x >= 0) & (y >= 0) & (x < size) & (y < size)
            near = depth[np.clip(y, 0, size - 1), np.clip(x, 0, size - 1)]
            total += ~(inside & (near < at[..., 2] - 0.03))
        return total / 4

    return open_to
