"""One species as a body: parts on bones, meshed, weighted and ready to pose."""

from dataclasses import dataclass, field

import numpy as np

from .field import Mesh, Part, bone_distances, meshed, mirrored, table
from .heads import in_head
from .joints import Joints
from .limbs import legs as leg_parts
from .sculpt import Push, sculpted
from .skeleton import Bone, Leg


@dataclass
class Body:
    """Everything about a species that does not depend on pose or individual."""

    name: str
    bones: list[Bone]
    parts: list[Part]
    mesh: Mesh
    mould: Mesh  # the mesh before its head was sculpted; marks are scattered on it
    weights: np.ndarray
    legs: dict[str, Leg]
    eyes: tuple[tuple[float, float, float], float]
    nose: tuple[float, float, float]
    spine: np.ndarray  # points (x, z) along the back's core from rump to head
    fur: dict[str, float]  # hair length in metres by bone, "" for all others
    head: tuple = ((0.0, 0.0), 1.0, 0.0)  # where the head's own coordinates lie: place, size, pitch
    horns: list[tuple] = field(default_factory=list)  # (path, radii, colour) carried by the head
    mane: float = 0.0  # extra length of hair along the back
    whiskers: bool = False

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
    whiskers: bool = False,
    pushes: tuple[Push, ...] = (),
) -> Body:
    """Put bones and parts together and mesh them; parts given are mirrored when off the middle."""
    parts = [*parts, *leg_parts(fore, hind, blend, hoof=hoof)]
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
    bones += _ear_bones(both)
    mould = meshed(both, step, head_box, fine)
    index = {bone.name: k for k, bone in enumerate(bones)}
    owner = np.array([index[part.bone] for part in both])
    away = bone_distances(mould.points, table(both), owner, len(bones))
    weights = 1.0 / (np.maximum(away, 0) + 0.022) ** 4
    weights[away > 8] = 0
    weights /= weights.sum(1, keepdims=True)
    share = weights[:, [k for name, k in index.items() if name.startswith(("head", "ear"))]].sum(1)
    mesh = sculpted(mould, share, head, pushes) if pushes else mould
    eyes = (_seated(mesh, *eyes[:2]), *eyes[1:])
    return Body(
        name, bones, both, mesh, mould, weights.astype(np.float32), legs, eyes, nose,
        np.array(spine, float), fur, head, horns or [], mane, whiskers,
    )  # fmt: skip


def _seated(mesh: Mesh, eye: tuple, radius: float) -> tuple:
    """Bring an eye that lies too deep out to the skin."""
    k = np.argmin(((mesh.points - eye) ** 2).sum(1))
    deep = float((mesh.points[k] - eye) @ mesh.normals[k]) - 0.35 * radius
    return tuple(np.add(eye, max(0.0, deep) * mesh.normals[k]).astype(float))


def _ear_bones(parts: list[Part]) -> list[Bone]:
    """Return a bone for each ear, jointed where the first of its parts begins."""
    first = {part.bone: part.a for part in reversed(parts) if part.bone.startswith("ear_")}
    return [Bone(name, "head", joint) for name, joint in sorted(first.items())]


def set_on(parts: list[tuple], origin: tuple, size: float, pitch: float = 0.0) -> list[Part]:
    """Turn head parts in a head's own coordinates into body metres."""
    out = []
    for a, ra, b, rb, *rest in parts:
        extra = {"bone": "head", "blend": 0.022, **(rest[0] if rest else {})}
        extra["blend"] *= size
        ends = (in_head(np.array(p), origin, size, pitch) for p in (a, b))
        a, b = (tuple(float(c) for c in end) for end in ends)
        out.append(Part(a=a, ra=ra * size, b=b, rb=rb * size, **extra))
    return out


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
