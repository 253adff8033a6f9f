"""One species as a body: parts on bones, meshed, weighted and ready to pose."""

from dataclasses import dataclass, field

import numpy as np

from .field import Mesh, Part, bone_distances, meshed, mirrored, table
from .skeleton import Bone, Leg

FORE = ("foreL", "foreR")


@dataclass(frozen=True)
class Joints:
    """The joints of a leg at rest, as (x, z), and how far to the side they lie."""

    root: tuple[float, float]
    upper: tuple[float, float]
    lower: tuple[float, float]
    foot: tuple[float, float]
    toes: tuple[float, float]
    tip: tuple[float, float]
    side: float
    foot_side: float
    radii: tuple[float, float, float, float, float, float]


@dataclass
class Body:
    """Everything about a species that does not depend on pose or individual."""

    name: str
    bones: list[Bone]
    parts: list[Part]
    mesh: Mesh
    weights: np.ndarray
    legs: dict[str, Leg]
    eyes: tuple[tuple[float, float, float], float]
    nose: tuple[float, float, float]
    spine: np.ndarray  # points (x, z) along the back's core from rump to head
    fur: dict[str, float]  # hair length in metres by bone, "" for all others
    head: tuple = ((0.0, 0.0), 1.0, 0.0)  # where the head's own coordinates lie: place, size, pitch
    horns: list[tuple] = field(default_factory=list)  # (path, radii, colour) carried by the head
    mane: float = 0.0  # extra length of hair along the back

    @property
    def joints(self) -> dict[str, tuple]:
        """Return joint positions by bone."""
        return {bone.name: bone.joint for bone in self.bones}

    def index(self, name: str) -> int:
        """Return the column of a bone."""
        return [bone.name for bone in self.bones].index(name)


def leg_bones(kind: str, side: str, joints: Joints, parent: str) -> tuple[list[Bone], Leg]:
    """Return the bones of one leg."""
    sign = 1 if side == "L" else -1
    where = {
        name: (getattr(joints, name)[0], sign * y, getattr(joints, name)[1])
        for name, y in (
            ("root", joints.side), ("upper", joints.side), ("lower", joints.side),
            ("foot", joints.foot_side), ("toes", joints.foot_side),
        )
    }  # fmt: skip
    names = ("root", "upper", "lower", "foot", "toes") if kind == "fore" else (
        "upper", "lower", "foot", "toes")  # fmt: skip
    bones, above = [], parent
    for name in names:
        bones.append(Bone(f"{kind}_{name}_{side}", above, where[name]))
        above = bones[-1].name
    full = {name: f"{kind}_{name}_{side}" for name in ("root", "upper", "lower", "foot", "toes")}
    if kind == "hind":
        full["root"] = full["upper"]
    return bones, Leg(knee=1.0 if kind == "fore" else -1.0, **full)


def leg_parts(kind: str, j: Joints, blend: float, hoof: bool) -> list[Part]:
    """Return the parts of the left leg."""
    p = {n: (getattr(j, n)[0], j.side, getattr(j, n)[1]) for n in ("root", "upper", "lower")}
    p |= {n: (getattr(j, n)[0], j.foot_side, getattr(j, n)[1]) for n in ("foot", "toes", "tip")}
    r0, r1, r2, r3, r4, r5 = j.radii
    name = lambda n: f"{kind}_{n}_L"  # noqa: E731
    out = []
    if kind == "fore":
        out.append(Part(name("root"), p["root"], r0 * 0.8, p["upper"], r0, 0.62, blend * 2.2))
    thick = 0.7 if kind == "hind" else 0.75
    out.append(Part(name("upper"), p["upper"], r0, p["lower"], r1, thick, blend * 1.6))
    out.append(Part(name("lower"), p["lower"], r1 * 0.98, p["foot"], r2, 0.9, blend * 0.8))
    if kind == "hind":  # the muscle behind the shin
        a = np.add(p["lower"], (-0.25 * r1, 0, -0.1 * r1))
        b = np.array(p["lower"]) * 0.45 + np.array(p["foot"]) * 0.55
        out.append(Part(name("lower"), tuple(a), r1 * 0.9, tuple(b), r2 * 1.05, 0.8, blend))
    out.append(Part(name("foot"), p["foot"], r2, p["toes"], r3, 0.95, blend * 0.5))
    toe = Part(name("toes"), p["toes"], r4, p["tip"], r5, 0.9 if hoof else 1.15, blend * 0.4)
    out.append(toe)
    return out


def body(
    name: str,
    bones: list[Bone],
    parts: list[Part],
    fore: Joints,
    hind: Joints,
    *,
    head_box: tuple,
    eyes: tuple,
    nose: tuple,
    spine: list,
    fur: dict[str, float],
    step: float = 0.009,
    fine: float = 0.0035,
    blend: float = 0.03,
    hoof: bool = False,
    head: tuple = ((0.0, 0.0), 1.0, 0.0),
    horns: list | None = None,
    mane: float = 0.0,
) -> Body:
    """Put bones and parts together and mesh them; parts given are mirrored when off the middle."""
    parts = (
        list(parts) + leg_parts("fore", fore, blend, hoof) + leg_parts("hind", hind, blend, hoof)
    )
    both = []
    for part in parts:
        both.append(part)
        if abs(part.a[1]) + abs(part.b[1]) > 1e-6:
            both.append(mirrored(part))
    both.sort(key=lambda part: part.cut)
    legs, bones = {}, list(bones)
    for kind, joints, parent in (("fore", fore, "chest"), ("hind", hind, "hips")):
        for side in "LR":
            new, leg = leg_bones(kind, side, joints, parent)
            bones += new
            legs[f"{kind}{side}"] = leg
    mesh = meshed(both, step, head_box, fine)
    index = {bone.name: k for k, bone in enumerate(bones)}
    owner = np.array([index[part.bone] for part in both])
    away = bone_distances(mesh.points, table(both), owner, len(bones))
    weights = 1.0 / (np.maximum(away, 0) + 0.022) ** 4
    weights[away > 8] = 0
    weights /= weights.sum(1, keepdims=True)
    return Body(
        name, bones, both, mesh, weights.astype(np.float32), legs, eyes, nose,
        np.array(spine, float), fur, head, horns or [], mane,
    )  # fmt: skip


def set_on(parts: list[tuple], origin: tuple, size: float, pitch: float = 0.0) -> list[Part]:
    """Turn head parts in a head's own coordinates into body metres."""
    out = []
    for a, ra, b, rb, *rest in parts:
        extra = {"blend": 0.022, **(rest[0] if rest else {})}
        extra["blend"] *= size
        ends = (in_head(np.array(p), origin, size, pitch) for p in (a, b))
        a, b = (tuple(float(c) for c in end) for end in ends)
        out.append(Part("head", a, ra * size, b, rb * size, **extra))
    return out


def in_head(points: np.ndarray, origin: tuple, size: float, pitch: float) -> np.ndarray:
    """Move points from a head's own coordinates to the body's."""
    c, s = np.cos(pitch), np.sin(pitch)
    x, y, z = points[..., 0] * size, points[..., 1] * size, points[..., 2] * size
    return np.stack([origin[0] + x * c - z * s, y, origin[1] + x * s + z * c], -1)


def trunk_bones(hips, loin, chest, neck, nape, head, tail: list) -> list[Bone]:
    """Return the bones of trunk, neck, head and tail; every joint as (x, z)."""
    at = lambda p: (p[0], 0.0, p[1])  # noqa: E731
    bones = [
        Bone("hips", None, at(hips)), Bone("loin", "hips", at(loin)),
        Bone("chest", "loin", at(chest)), Bone("neck", "chest", at(neck)),
        Bone("nape", "neck", at(nape)), Bone("head", "nape", at(head)),
    ]  # fmt: skip
    parent = "hips"
    for k, joint in enumerate(tail):
        bones.append(Bone(f"tail{k}", parent, at(joint)))
        parent = f"tail{k}"
    return bones
