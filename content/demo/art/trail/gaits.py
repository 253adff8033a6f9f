"""Poses: the phases of a walk and a trot, standing, sniffing, looking round, sitting."""

import numpy as np

from .skeleton import Pose, Step

LEGS = ("foreL", "foreR", "hindL", "hindR")
WALK = {"hindL": 0.0, "foreL": 0.25, "hindR": 0.5, "foreR": 0.75}
TROT = {"hindL": 0.0, "foreR": 0.0, "hindR": 0.5, "foreL": 0.5}


def stride(phase: float, long: float, high: float, hind: bool, stance: float = 0.64) -> Step:
    """Return the foot at a phase (0 to 1) of its stride: on the ground first, then swung forward."""
    phase %= 1.0
    fold = 0.45 if hind else 0.75
    if phase < stance:
        t = phase / stance
        late = max(0.0, t - 0.6) / 0.4
        foot = 0.14 * (1 - t) - (0.42 if hind else 0.5) * late**1.5
        return Step(long * (1 - 2 * t), 0.012 * late, foot, -0.5 * late**2)
    t = (phase - stance) / (1 - stance)
    ease = t * t * (3 - 2 * t)
    foot = -fold * np.sin(np.pi * t) ** 0.8 - 0.42 * (1 - t) + 0.14 * t
    return Step(long * (2 * ease - 1), high * np.sin(np.pi * t) ** 1.2, foot, foot * 0.9)


def walking(phase: float, long: float, high: float, trot: bool = False) -> Pose:
    """Return a walking pose."""
    order, stance = (TROT, 0.5) if trot else (WALK, 0.64)
    steps = {
        leg: stride(phase + 1 - order[leg], long, high, leg.startswith("hind"), stance)
        for leg in LEGS
    }
    sway = np.sin(2 * np.pi * phase)
    pose = Pose(steps=steps, drop=long * 0.08)
    pose.turns = {
        "loin": (0.06 * sway, 0, 0),
        "chest": (-0.09 * sway, 0, 0),
        "neck": (0.04 * sway, 0.03 * np.cos(4 * np.pi * phase), 0),
        "tail1": (0, 0.10 * np.cos(2 * np.pi * phase + 1), 0),
        "tail3": (0, -0.14 * np.cos(2 * np.pi * phase + 2), 0),
        "ear_L": (0.30 * np.sin(2 * np.pi * phase + 2), 0, 0),
        "ear_R": (0.30 * np.sin(2 * np.pi * phase - 1), 0, 0),
    }
    return pose


def standing(shift: float = 0.0) -> Pose:
    """Return a relaxed stand, feet a little apart."""
    steps = {
        "foreL": Step(0.03 + shift),
        "foreR": Step(-0.04 + shift),
        "hindL": Step(-0.07),
        "hindR": Step(0.06),
    }
    return Pose(steps=steps, drop=0.005)


def held(pose: Pose, **turns: tuple[float, float, float]) -> Pose:
    """Add turns of single bones, e.g. neck=(yaw, pitch, roll)."""
    for name, turn in turns.items():
        old = pose.turns.get(name, (0.0, 0.0, 0.0))
        pose.turns[name] = tuple(a + b for a, b in zip(old, turn, strict=True))
    return pose


def looking(pose: Pose, yaw: float, pitch: float = 0.0) -> Pose:
    """Turn the head by yaw (left positive), shared by neck and head."""
    return held(
        pose,
        neck=(yaw * 0.3, pitch * 0.3, 0),
        nape=(yaw * 0.3, pitch * 0.3, 0),
        head=(yaw * 0.42, pitch * 0.4, 0),
    )
