"""How animals hold themselves in a banner: walking, standing, drinking, sitting, lying. Angles in radians."""

from dataclasses import dataclass, field

import numpy as np

from ..trail.build import Body
from ..trail.gaits import walking
from ..trail.skeleton import Pose, Step

Turn = tuple[float, float, float]  # yaw to its left, pitch up, roll


@dataclass
class Posture:
    """Turns of bones, steps of the feet on the ground, and how the trunk tilts about the hips and sinks."""

    turns: dict[str, Turn] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    pitch: float = 0.0
    drop: float = 0.0

    def turned(self, **turns: Turn) -> "Posture":
        """Return the posture with more turns of single bones."""
        both = dict(self.turns)
        for name, turn in turns.items():
            both[name] = tuple(a + b for a, b in zip(both.get(name, (0, 0, 0)), turn, strict=True))
        return Posture(both, self.steps, self.pitch, self.drop)

    def looking(self, yaw: float, pitch: float = 0.0, roll: float = 0.0) -> "Posture":
        """Return the posture with the head turned, the neck helping."""
        return self.turned(
            neck=(yaw * 0.3, pitch * 0.3, 0),
            nape=(yaw * 0.3, pitch * 0.3, 0),
            head=(yaw * 0.42, pitch * 0.4, roll),
        )

    def tailed(self, *turns: tuple[float, float]) -> "Posture":
        """Return the posture with (yaw, pitch) of the tail's bones from its root; pitch below 0 lifts."""
        return self.turned(
            **{f"tail{k}": (yaw, pitch, 0.0) for k, (yaw, pitch) in enumerate(turns)}
        )

    def steps_of(self, body: Body) -> dict[str, Step]:
        """Return the steps as the tilted trunk sees them."""
        hips = np.array(body.joints["hips"])[[0, 2]]
        c, s = np.cos(-self.pitch), np.sin(-self.pitch)
        back = np.array([[c, -s], [s, c]])
        out = {}
        for leg, step in self.steps.items():
            rest = np.array(body.joints[body.legs[leg].toes])[[0, 2]]
            there = rest + (step.ahead, step.up + self.drop)
            moved = back @ (there - hips) + hips - rest
            out[leg] = Step(moved[0], moved[1], step.foot - self.pitch, step.toes - self.pitch)
        return out


def of(pose: Pose) -> Posture:
    """Turn a pose of the camera-trap frames into a posture."""
    return Posture(dict(pose.turns), dict(pose.steps), 0.0, pose.drop)


def walk(phase: float, long: float = 0.17, high: float = 0.06) -> Posture:
    """Return a walking animal."""
    return of(walking(phase, long, high))


def stand() -> Posture:
    """Return a relaxed stand."""
    return Posture(
        steps={"foreL": Step(0.03), "foreR": Step(-0.04), "hindL": Step(-0.07), "hindR": Step(0.06)}
    )


def graze(reach: float = 1.0) -> Posture:
    """Return a deer with its muzzle near the ground."""
    return Posture(
        {
            "neck": (0, -0.95 * reach, 0),
            "nape": (0, -0.55 * reach, 0),
            "head": (0, 0.25 * reach, 0),
        },
        {"foreL": Step(0.10), "foreR": Step(-0.12), "hindL": Step(-0.05), "hindR": Step(0.08)},
        pitch=-0.05,
    )


def drink(size: float = 1.0) -> Posture:
    """Return a cat that bends to the water, its shoulders high."""
    return Posture(
        {"neck": (0, -0.75, 0), "nape": (0, -0.35, 0), "head": (0, 0.25, 0), "loin": (0, -0.1, 0)},
        {
            "foreL": Step(0.10 * size, 0, 0.35),
            "foreR": Step(0.02 * size, 0, 0.25),
            "hindL": Step(0.05 * size),
            "hindR": Step(0.12 * size),
        },
        pitch=-0.26,
        drop=0.08 * size,
    )


def lie(size: float = 1.0) -> Posture:
    """Return a cat that lies upright, forelegs ahead."""
    return Posture(
        {"neck": (0, 0.10, 0), "nape": (0, 0.12, 0), "head": (0, -0.12, 0), "hips": (0, 0, 0)},
        {
            "foreL": Step(0.25 * size, 0, 1.38),
            "foreR": Step(0.19 * size, 0, 1.36),
            "hindL": Step(0.21 * size, 0, 1.22),
            "hindR": Step(0.23 * size, 0, 1.22),
        },
        pitch=0.03,
        drop=0.30 * size,
    ).tailed((0.3, -0.30), (0.35, 0.05), (0.35, 0.05), (0.4, -0.15), (0.5, -0.15), (0.5, -0.1))


def sit(size: float = 1.0) -> Posture:
    """Return a sitting cat."""
    return Posture(
        {"neck": (0, -0.10, 0), "nape": (0, -0.20, 0), "head": (0, -0.42, 0), "loin": (0, 0.05, 0)},
        {
            "foreL": Step(-0.16 * size),
            "foreR": Step(-0.20 * size),
            "hindL": Step(0.30 * size, 0, 1.2),
            "hindR": Step(0.28 * size, 0, 1.2),
        },
        pitch=0.70,
        drop=0.405 * size,
    ).tailed((0.3, -1.0), (0.4, -0.32), (0.5, -0.1), (0.5, 0), (0.5, 0), (0.4, 0))
