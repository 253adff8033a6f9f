"""Hairs of an individual: where they root, which way they lie, how long and what colour they are."""

from dataclasses import dataclass

import numpy as np

from .build import Body
from .grain import noise
from .relief import hollows
from .skin import Paint, Skin

FLOW = {
    "hips": (-1, 0, -0.35), "loin": (-1, 0, -0.40), "chest": (-1, 0, -0.45),
    "neck": (-0.8, 0, -0.55), "nape": (-0.85, 0, -0.5),
    "fore_root": (-0.55, 0, -1), "fore_upper": (-0.4, 0, -1), "fore_lower": (-0.25, 0, -1),
    "fore_foot": (0, 0, -1), "fore_toes": (0.8, 0, -0.5),
    "hind_upper": (-0.6, 0, -1), "hind_lower": (-0.3, 0, -1), "hind_foot": (0, 0, -1),
    "hind_toes": (0.8, 0, -0.5),
}  # fmt: skip
FOLD = 0.55  # how much darker the deepest folds of a body are


@dataclass
class Fur:
    """Hairs at rest."""

    skin: Skin
    along: np.ndarray
    length: np.ndarray
    paint: Paint
    shade: np.ndarray


def flow(body: Body, points: np.ndarray, normals: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the direction in which hairs lie, along the surface."""
    rows = np.zeros((len(body.bones), 3), np.float32)
    for k, bone in enumerate(body.bones):
        stem = bone.name[:-2] if bone.name.endswith(("_L", "_R")) else bone.name
        if stem in FLOW:
            rows[k] = FLOW[stem]
        elif stem.startswith("tail"):
            nxt = [b for b in body.bones if b.parent == bone.name]
            end = np.array(nxt[0].joint if nxt else bone.joint) - (0 if nxt else (0.1, 0, 0))
            rows[k] = end - np.array(
                bone.joint if nxt else (bone.joint[0], 0, bone.joint[2] + 0.02)
            )
        rows[k] /= np.linalg.norm(rows[k]) + 1e-9
    out = weights @ rows
    head = weights[:, body.index("head")][:, None]
    away = points - np.array(body.nose, np.float32)
    away /= np.linalg.norm(away, axis=1, keepdims=True) + 1e-6
    out = out + head * away
    out -= normals * (out * normals).sum(1, keepdims=True)
    return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-6)


def streaks(points: np.ndarray, along: np.ndarray, seed: int, wide: float = 0.011) -> np.ndarray:
    """Return noise drawn out along the lie of the hair, about -1 to 1."""
    steps = np.linspace(-2.5, 2.5, 7) * wide
    return sum(noise(points + step * along, seed, 1 / wide) for step in steps) / len(steps) ** 0.5


def _in_locks(along: np.ndarray, skin: Skin, seed: int) -> np.ndarray:
    """Return directions of hairs drawn together in locks that lie a little askew."""
    askew = np.stack([noise(skin.points, seed + 10 + k, 70.0) for k in range(3)], -1)
    along = along + 0.30 * askew * (1 - 0.5 * skin.on("head", "ear"))[:, None]
    return (along / np.linalg.norm(along, axis=1, keepdims=True)).astype(np.float32)


def grown(body: Body, coat, seed: int, winter: bool, count: int) -> Fur:
    """Grow `count` hairs on a body and paint them with a coat."""
    rng = np.random.default_rng([seed, 3])
    mesh = body.mesh
    corner = mesh.points[mesh.faces]
    area = np.linalg.norm(
        np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1
    )
    fine = body.weights[mesh.faces[:, 0], body.index("head")]
    area = area * (1 + 2.2 * fine)
    face = np.searchsorted(np.cumsum(area) / area.sum(), rng.random(count))
    face = np.minimum(face, len(mesh.faces) - 1)
    a, b = rng.random(count), rng.random(count)
    over = a + b > 1
    a[over], b[over] = 1 - a[over], 1 - b[over]
    mix = np.stack([1 - a - b, a, b], -1).astype(np.float32)[..., None]
    pick = lambda values: (values[mesh.faces[face]] * mix).sum(1)  # noqa: E731
    skin = Skin(body, pick(mesh.points), pick(mesh.normals), pick(body.weights))
    skin.normals /= np.linalg.norm(skin.normals, axis=1, keepdims=True) + 1e-9
    along = _in_locks(flow(body, skin.points, skin.normals, skin.weights), skin, seed)
    lengths = np.array([body.fur.get(bone.name, body.fur[""]) for bone in body.bones], np.float32)
    length = skin.weights @ lengths * rng.uniform(0.65, 1.25, count) * (1.25 if winter else 1.0)
    away = np.linalg.norm(skin.points - np.array(body.nose, np.float32), axis=1) / body.head[1]
    length = length * (0.25 + 0.75 * np.clip(away / 0.16 - 0.2, 0, 1))
    if body.whiskers:  # cheeks of cats are the shaggier the farther back
        length = length * (1 + 0.9 * skin.on("head") * np.clip(away / 0.08 - 2.0, 0, 1))
    if body.mane:
        ridge = skin.on("hips", "loin", "chest", "neck", "nape") * np.clip(
            1 - skin.around() / 0.7, 0, 1
        )
        length = length + body.mane * ridge * rng.uniform(0.5, 1.1, count)
    (x, y, z), radius = body.eyes[:2]
    eye = np.linalg.norm(
        skin.points - np.stack([x + 0 * length, y * skin.side, z + 0 * length], -1), axis=1
    )
    length = np.where(eye < 1.4 * radius, 0.06 * length, length)  # hair keeps clear of the eyes
    streak = streaks(skin.points, along, seed + 5)
    tuft = noise(skin.points, seed + 6, (16.0, 24.0, 9.0), 2) * np.clip(length / 0.045, 0.2, 1.4)
    cloud = noise(skin.points, seed + 9, 4.5, 2)
    shade = 1 + 0.11 * rng.standard_normal(count) + 0.17 * streak + 0.18 * tuft + 0.10 * cloud
    shade *= 1 - FOLD * pick(hollows(mesh)[:, None])[:, 0]
    return Fur(
        skin,
        along,
        length.astype(np.float32),
        coat(skin, seed, winter),
        np.clip(shade, 0.35, 1.8).astype(np.float32),
    )
