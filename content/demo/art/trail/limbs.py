"""Legs: muscle, joints and feet about the bones of a paw or a hoof."""

import numpy as np

from .field import Part
from .joints import Joints


def legs(fore: Joints, hind: Joints, blend: float, *, hoof: bool) -> list[Part]:
    """Return the parts of both left legs."""
    foot = _hoof if hoof else _paw
    return [*_fore(fore, blend), *foot("fore", fore, blend),
            *_hind(hind, blend), *foot("hind", hind, blend)]  # fmt: skip


def _places(j: Joints) -> dict[str, np.ndarray]:
    at = {n: np.array((getattr(j, n)[0], j.side, getattr(j, n)[1])) for n in ("root", "upper", "lower")}  # fmt: skip
    at |= {n: np.array((getattr(j, n)[0], j.foot_side, getattr(j, n)[1])) for n in ("foot", "toes", "tip")}  # fmt: skip
    return at


def _part(bone: str, a, ra: float, b, rb: float, squash: float, blend: float) -> Part:
    return Part(bone, tuple(map(float, a)), ra, tuple(map(float, b)), rb, squash, blend)


def _fore(j: Joints, blend: float) -> list[Part]:
    p, (r0, r1, r2, *_) = _places(j), j.radii
    blade, arm, shin = (f"fore_{n}_L" for n in ("root", "upper", "lower"))
    heel = p["lower"] + (-0.52 * r1, 0, 0.22 * r1)
    middle = 0.62 * p["lower"] + 0.38 * p["foot"]
    pad = p["foot"] + (-0.15 * r2, 0, -0.3 * r2)
    behind = 0.6 * p["root"] + 0.4 * p["upper"] + (-0.85 * r0, 0, -0.15 * r0)
    return [
        _part(blade, p["root"] + (-0.1 * r0, -0.25 * r0, 0.35 * r0), r0 * 0.42, p["upper"], r0 * 0.78, 0.62, blend),
        _part(arm, p["upper"], r0 * 0.80, p["lower"], r1 * 0.92, 0.72, blend * 1.5),
        _part(arm, behind, r0 * 0.62, heel, r1 * 0.70, 0.55, blend * 1.8),
        _part(shin, heel, r1 * 0.48, heel, r1 * 0.45, 0.9, blend * 0.5),
        _part(shin, p["lower"], r1 * 0.84, middle, 0.50 * r1 + 0.45 * r2, 0.86, blend),
        _part(shin, middle, 0.50 * r1 + 0.45 * r2, p["foot"], r2 * 0.90, 0.88, blend * 0.6),
        _part("fore_foot_L", p["foot"] + (0.1 * r2, 0, 0), r2, pad, r2 * 0.95, 0.95, blend * 0.4),
    ]  # fmt: skip


def _hind(j: Joints, blend: float) -> list[Part]:
    p, (r0, r1, r2, *_) = _places(j), j.radii
    thigh, shin, foot = (f"hind_{n}_L" for n in ("upper", "lower", "foot"))
    calf = 0.60 * p["lower"] + 0.40 * p["foot"]
    ham = p["upper"] + (-0.55 * r0, 0, -0.15 * r0)
    heel = p["foot"] + (-0.50 * r2, 0, 0.40 * r2)
    return [
        _part(thigh, p["upper"], r0, p["lower"], r1 * 0.95, 0.66, blend * 1.6),
        _part(thigh, ham, r0 * 0.62, np.add(calf, (-0.55 * r1, 0, 0.3 * r1)), r1 * 0.55, 0.62, blend * 1.6),
        _part(shin, p["lower"], r1 * 0.86, calf, 0.50 * r1 + 0.40 * r2, 0.80, blend),
        _part(shin, calf, 0.50 * r1 + 0.40 * r2, p["foot"], r2 * 0.82, 0.80, blend * 0.6),
        _part(shin, np.add(calf, (-0.45 * r1, 0, 0.05 * r1)), r1 * 0.40, heel, r2 * 0.50, 0.7, blend * 0.6),
        _part(foot, heel, r2 * 0.58, p["foot"], r2 * 0.80, 0.9, blend * 0.35),
    ]  # fmt: skip


def _paw(kind: str, j: Joints, blend: float) -> list[Part]:
    """Return a broad paw with four toes."""
    p, (_, _, r2, r3, r4, r5) = _places(j), j.radii
    bone, long = f"{kind}_toes_L", p["tip"] - p["toes"]
    out = [
        _part(f"{kind}_foot_L", p["foot"], r2 * 0.86, p["toes"], r3 * 0.92, 0.92, blend * 0.4),
        _part(bone, p["toes"], r4 * 0.86, p["toes"] + 0.55 * long, r4 * 0.80, 1.18, blend * 0.4),
    ]
    for aside, ahead in ((-1.05, 0.72), (-0.38, 1.0), (0.38, 1.0), (1.05, 0.72)):
        way = np.array((0, aside * r4 * 0.75, 0))
        out.append(
            _part(bone, p["toes"] + 0.45 * long + 0.7 * way, r5 * 0.62,
                  p["toes"] + ahead * long + way, r5 * 0.58, 0.95, blend * 0.16)
        )  # fmt: skip
    return out


def _hoof(kind: str, j: Joints, blend: float) -> list[Part]:
    """Return a thin cannon bone, the fetlock, and a cloven hoof."""
    p, (_, _, r2, r3, r4, r5) = _places(j), j.radii
    bone, long = f"{kind}_toes_L", p["tip"] - p["toes"]
    middle = 0.5 * p["foot"] + 0.5 * p["toes"]
    out = [
        _part(f"{kind}_foot_L", p["foot"], r2 * 0.80, middle, r3, 0.86, blend * 0.5),
        _part(f"{kind}_foot_L", middle, r3, p["toes"], r3, 0.86, blend * 0.3),
        _part(bone, p["toes"] + (-0.15 * r4, 0, 0), r4, p["toes"], r4 * 0.95, 0.9, blend * 0.3),
        _part(bone, p["toes"], r4 * 0.75, p["toes"] + 0.55 * long, r4 * 0.70, 0.95, blend * 0.2),
    ]
    for aside in (-0.42, 0.42):
        way = np.array((0, aside * r5, 0))
        out.append(
            _part(bone, p["toes"] + 0.5 * long + way, r5 * 0.70, p["tip"] + way, r5 * 0.78, 0.62,
                  blend * 0.06)
        )  # fmt: skip
    return out
