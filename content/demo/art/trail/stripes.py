"""Stripes of a tiger: waves round the body that fork, taper and break, other on either side."""

import numpy as np
from scipy.spatial import cKDTree

from .grain import noise, smooth
from .skin import Skin, warped

TURN = (-0.17, 0.34)  # where flank folds into thigh, as (x, z) of a leopard-sized cat


def along_body(skin: Skin) -> np.ndarray:
    """Return metres along the body: forward on the trunk, fanned over the haunch, down the leg."""
    size = _size(skin)
    p = skin.points / size
    back, up = TURN[0] - p[:, 0], p[:, 2] - TURN[1]
    fan = 0.30 * np.arctan2(np.maximum(back, 0), np.maximum(up, 1e-4))
    legs = smooth(0.3, 0.7, skin.on("hind"))
    down = 0.30 * np.pi / 2 * smooth(0, 0.1, back) + 0.9 * np.maximum(-up, 0)
    rear = np.where(up > 0, fan, down * legs + fan * (1 - legs))
    fore = _foreleg(skin)
    ahead = (p[:, 0] - TURN[0]) * (1 - fore) + fore * (0.45 + 0.7 * (0.6 - p[:, 2]))
    return np.where(back > 0, -rear, ahead)


def _size(skin: Skin) -> float:
    """Return how tall a body stands, in usual tigers."""
    return skin.body.joints["hips"][2] / 0.58


def _foreleg(skin: Skin) -> np.ndarray:
    """Return how far a place lies on the foreleg below the elbow."""
    size = _size(skin)
    leg = smooth(0.35, 0.75, skin.on("fore_upper", "fore_lower", "fore_foot"))
    return leg * smooth(0.42, 0.33, skin.points[:, 2] / size)


def body_stripes(skin: Skin, seed: int) -> np.ndarray:
    """Return how dark each place of trunk and legs is."""
    out = np.zeros(len(skin.points))
    for sign in (1, -1):
        mine = skin.side == sign
        out[mine] = _flank(skin, seed * 2 + (sign > 0))[mine]
    return out * (1 - smooth(0.5, 0.8, skin.on("head", "ear", "tail")))


def _flank(skin: Skin, seed: int) -> np.ndarray:
    rng = np.random.default_rng([seed, 11])
    s, angle = along_body(skin), skin.around()
    q = skin.points
    s = s + 0.016 * noise(q, seed + 21, 6.0, 2) + 0.0045 * noise(q, seed + 31, 28.0)
    phase = 2 * np.pi * (s / 0.069 + 0.10 * angle)
    places = np.linspace(-0.75, 0.62, 20) + rng.uniform(-0.03, 0.03, 20)
    for at in places:  # forks: each adds one stripe on one side of a place
        low, sign = rng.uniform(0.55, 2.0), rng.choice((-1, 1))
        phase = phase + sign * np.arctan2(0.16 * (angle - low), s - at)
    wave = np.cos(phase)
    width = 0.42 + 0.26 * noise(q, seed + 41, (5.0, 5.0, 3.0), 2) + 0.22 * noise(q, seed + 43, 11.0)
    size = _size(skin)
    fold = np.hypot(q[:, 0] / size - TURN[0], q[:, 2] / size - TURN[1])
    width = width - 0.40 * _quiet(skin, s, angle) - 0.7 * smooth(0.17, 0.08, fold)
    width = width + 0.10 * smooth(0.35, 0.0, angle) + 0.12 * smooth(-0.1, -0.3, s)
    fore = _foreleg(skin)
    width = width - 0.30 * (1 - 0.75 * fore) * smooth(0.3, 0.8, skin.normals[:, 0])
    width = np.clip(
        width - 1.2 * fore * (1 - fore), 0, 0.62
    )  # where they turn from shoulder to foreleg
    dark = smooth(-0.04, 0.24, wave - 1 + width)
    split = smooth(0.15, 0.6, noise(q, seed + 47, 7.0)) * smooth(0.34, 0.5, width)
    return dark * (1 - 0.8 * split * smooth(0.90, 0.985, wave))  # some stripes are pale within


def _quiet(skin: Skin, s: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Return where stripes are thin and few: shoulder, foreleg and feet."""
    shoulder = smooth(0.30, 0.40, s) * smooth(0.60, 0.50, s) * smooth(0.4, 0.9, angle)
    foreleg = smooth(0.4, 0.7, skin.on("fore_upper", "fore_lower", "fore_foot", "fore_toes"))
    feet = smooth(0.3, 0.8, skin.on("fore_toes", "hind_toes"))
    return np.maximum(np.maximum(0.30 * shoulder, 0.26 * foreleg), 1.5 * feet)


def tail_rings(skin: Skin, seed: int) -> np.ndarray:
    """Return the rings of the tail and its black tip."""
    rng = np.random.default_rng([seed, 17])
    joints = np.array([b.joint for b in skin.body.bones if b.name.startswith("tail")])
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(joints, axis=0), axis=1))]
    _, k = cKDTree(joints).query(skin.points)
    k = np.clip(k, 0, len(joints) - 2)
    way = joints[k + 1] - joints[k]
    q = warped(skin.points, seed + 71, 0.05, 0.010)
    s = along[k] + ((q - joints[k]) * way).sum(1) / np.linalg.norm(way, axis=1)
    total, out, at = along[-1], np.zeros(len(s)), 0.06
    while at < total:
        wide = rng.uniform(0.014, 0.026) * (1.2 if at > total * 0.7 else 0.9)
        wide = wide * (1 - 0.45 * smooth(0.2, -0.8, skin.normals[:, 2]))
        out = np.maximum(out, smooth(0.004, -0.003, np.abs(s - at) - wide))
        at += rng.uniform(0.060, 0.105)
    out = np.maximum(out, smooth(total - 0.05, total - 0.03, s))
    return out * smooth(0.5, 0.8, skin.on("tail"))
