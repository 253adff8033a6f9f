"""Bones, poses and the bending of a mesh. Body metres: x forward, y to its left, z up."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Bone:
    """A bone turns about its joint (at rest) and carries its children."""

    name: str
    parent: str | None
    joint: tuple[float, float, float]


@dataclass(frozen=True)
class Leg:
    """The joints of one leg at rest, from the body down, as bone names."""

    root: str  # shoulder blade, or thigh for a hind leg
    upper: str
    lower: str
    foot: str  # hand or metatarsus
    toes: str
    knee: float  # +1: the middle joint bends backward (elbow), -1: forward (knee)


@dataclass(frozen=True)
class Step:
    """Where one foot is: metres forward of rest, metres up, and how foot and toes turn."""

    ahead: float = 0.0
    up: float = 0.0
    foot: float = 0.0
    toes: float = 0.0


@dataclass
class Pose:
    """Turns of single bones (yaw, pitch, roll) and the four steps."""

    turns: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    drop: float = 0.0  # metres the body sinks


def rotation(yaw: float, pitch: float, roll: float = 0.0) -> np.ndarray:
    """Return the matrix that turns left by yaw, nose up by pitch, and rolls."""
    cy, sy, cp, sp, cr, sr = (f(a) for a in (yaw, pitch, roll) for f in (np.cos, np.sin))
    z = np.array([[cy, -sy, 0], [sy, cy, 0], [0, 0, 1]])
    y = np.array([[cp, 0, -sp], [0, 1, 0], [sp, 0, cp]])
    x = np.array([[1, 0, 0], [0, cr, -sr], [0, sr, cr]])
    return z @ y @ x


def placed(bones: list[Bone], turns: dict[str, tuple], root: np.ndarray) -> np.ndarray:
    """Return a 4x4 matrix for every bone, parents before children."""
    done: dict[str, np.ndarray] = {}
    for bone in bones:
        own = np.eye(4)
        own[:3, :3] = rotation(*turns.get(bone.name, (0.0, 0.0, 0.0)))
        joint = np.array(bone.joint)
        own[:3, 3] = joint - own[:3, :3] @ joint
        done[bone.name] = (done[bone.parent] if bone.parent else root) @ own
    return np.stack([done[bone.name] for bone in bones])


def leg_turns(joints: dict[str, tuple], leg: Leg, step: Step, drop: float) -> dict[str, tuple]:
    """Bend one leg so that its toes reach the step (two-bone reach in the leg's plane)."""
    at = {name: np.array(joints[name])[[0, 2]] for name in
          (leg.root, leg.upper, leg.lower, leg.foot, leg.toes)}  # fmt: skip
    blade = 0.0
    upper = at[leg.upper]
    if leg.root != leg.upper:
        blade = float(np.clip(step.ahead * 1.1, -0.3, 0.3))
        upper = at[leg.root] + _turn(blade) @ (upper - at[leg.root])
    toes = at[leg.toes] + (step.ahead, step.up + drop)
    ankle = toes + _turn(step.foot) @ (at[leg.foot] - at[leg.toes])
    a = np.linalg.norm(at[leg.lower] - at[leg.upper])
    b = np.linalg.norm(at[leg.foot] - at[leg.lower])
    gap = ankle - upper
    reach = float(np.clip(np.linalg.norm(gap), abs(a - b) + 1e-3, (a + b) * 0.998))
    inner = np.arccos(np.clip((a * a + reach * reach - b * b) / (2 * a * reach), -1, 1))
    line = np.arctan2(gap[1], gap[0])
    first = line - leg.knee * inner
    middle = upper + a * np.array([np.cos(first), np.sin(first)])
    end = upper + gap / np.linalg.norm(gap) * reach
    rest_upper, rest_lower = at[leg.lower] - at[leg.upper], at[leg.foot] - at[leg.lower]
    turn_upper = first - np.arctan2(rest_upper[1], rest_upper[0])
    second = np.arctan2(*(end - middle)[::-1])
    turn_lower = second - np.arctan2(rest_lower[1], rest_lower[0])
    out = {
        leg.upper: (0, turn_upper - blade, 0),
        leg.lower: (0, turn_lower - turn_upper, 0),
        leg.foot: (0, step.foot - turn_lower, 0),
        leg.toes: (0, step.toes - step.foot, 0),
    }
    if leg.root != leg.upper:
        out[leg.root] = (0, blade, 0)
    return out


def _turn(angle: float) -> np.ndarray:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]])


def skinned(points, weights: np.ndarray, matrices: np.ndarray) -> np.ndarray:
    """Move points by their bones; `weights` is (points, bones)."""
    blend = np.tensordot(weights, matrices[:, :3, :].astype(np.float32), 1)
    return (np.einsum("nij,nj->ni", blend[:, :, :3], points) + blend[:, :, 3]).astype(np.float32)


def turned(vectors, weights: np.ndarray, matrices: np.ndarray) -> np.ndarray:
    """Turn directions by their bones and make them unit length."""
    blend = np.tensordot(weights, matrices[:, :3, :3].astype(np.float32), 1)
    out = np.einsum("nij,nj->ni", blend, vectors)
    return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9)
