"""The bodies of leopard, tiger and lynx."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from .build import Body, body, set_on, trunk_bones
from .field import Part
from .heads import CAT_EYE, cat_head, in_head
from .joints import Joints
from .sculpt import CAT

FUR = {"head": 0.55, "fore_lower": 0.7, "fore_foot": 0.45, "fore_toes": 0.35, "hind_lower": 0.85,
       "hind_foot": 0.45, "hind_toes": 0.35, "neck": 1.15, "nape": 1.1, "ear": 0.30,
       "tail5": 1.4}  # fmt: skip


def lengths(base: float, **others: float) -> dict[str, float]:
    """Return hair lengths by bone: `base` metres on the trunk, the rest as parts of it."""
    parts, out = {**FUR, **others}, {"": base}
    for name, part in parts.items():
        ends = ("_L", "_R") if name.startswith(("fore", "hind", "ear")) else ("",)
        out |= {name + end: base * part for end in ends}
    return out


TAIL = [(-0.49, 0.600), (-0.585, 0.525), (-0.650, 0.415), (-0.705, 0.300), (-0.785, 0.205),
        (-0.900, 0.170), (-1.010, 0.225)]  # fmt: skip
TRUNK = [
    Part("hips", (-0.455, 0, 0.560), 0.082, (-0.34, 0, 0.555), 0.112, 0.82, 0.03),
    Part("loin", (-0.35, 0, 0.550), 0.112, (-0.02, 0, 0.525), 0.122, 0.80, 0.03),
    Part("loin", (-0.24, 0, 0.478), 0.075, (0.0, 0, 0.448), 0.103, 0.84, 0.05),
    Part("loin", (-0.22, 0, 0.430), 0.042, (-0.06, 0, 0.405), 0.058, 0.75, 0.05),
    Part("loin", (-0.10, 0.070, 0.455), 0.045, (-0.235, 0.072, 0.420), 0.036, 0.60, 0.05),
    Part("chest", (-0.04, 0, 0.525), 0.128, (0.24, 0, 0.525), 0.134, 0.76, 0.03),
    Part("chest", (0.00, 0, 0.445), 0.106, (0.27, 0, 0.440), 0.108, 0.78, 0.05),
    Part("chest", (0.22, 0, 0.400), 0.060, (0.335, 0, 0.470), 0.075, 0.80, 0.05),
    Part("chest", (0.14, 0, 0.580), 0.084, (0.30, 0, 0.575), 0.086, 0.72, 0.05),
    Part("neck", (0.26, 0, 0.545), 0.122, (0.42, 0, 0.558), 0.104, 0.80, 0.04),
    Part("nape", (0.41, 0, 0.558), 0.103, (0.535, 0, 0.577), 0.084, 0.88, 0.03),
    Part("nape", (0.34, 0, 0.476), 0.082, (0.535, 0, 0.533), 0.066, 0.92, 0.05),
]  # fmt: skip
FORE = Joints((0.205, 0.600), (0.325, 0.445), (0.222, 0.350), (0.266, 0.116), (0.290, 0.046),
              (0.358, 0.026), 0.084, 0.074, (0.098, 0.060, 0.035, 0.033, 0.038, 0.030))  # fmt: skip
HIND = Joints((-0.36, 0.52), (-0.350, 0.495), (-0.235, 0.375), (-0.428, 0.212),
              (-0.378, 0.046), (-0.312, 0.026), 0.068, 0.076,
              (0.120, 0.076, 0.033, 0.030, 0.036, 0.029))  # fmt: skip
SPINE = ((-0.45, 0.56), (-0.2, 0.53), (0.1, 0.50), (0.3, 0.52), (0.44, 0.55), (0.55, 0.585))
JOINTS = ((-0.38, 0.58), (-0.18, 0.57), (0.10, 0.56), (0.34, 0.565), (0.44, 0.575), (0.52, 0.585))
PITCH = -0.24  # cats walk with the nose a little down


def _cat(name, size, head_size, *, reach=0.528, girth=1.0, legs=1.0, tail=TAIL, tail_radii=None,
         ruff=0.0, ear=1.0, pointed=False, muzzle=1.0, fur=None,
         fat_feet=1.0, tufts=(), eye=1.0, coarse=1.0, chest=1.0, tall=1.0) -> Body:  # fmt: skip
    grow = lambda p: tuple(c * size * (tall if k == len(p) - 1 else 1) for k, c in enumerate(p))  # noqa: E731
    bones = [replace(bone, joint=grow(bone.joint)) for bone in trunk_bones(*JOINTS, tail)]
    radii = tail_radii or (0.034, 0.030, 0.0285, 0.028, 0.0275, 0.027, 0.021)
    parts = TRUNK + [
        Part(f"tail{k}", (a[0], 0, a[1]), radii[k], (b[0], 0, b[1]), radii[k + 1], 1, 0.012)
        for k, (a, b) in enumerate(pairwise(tail))
    ]
    wide = dict.fromkeys(("hips", "loin"), girth)
    wide |= dict.fromkeys(("chest", "neck", "nape"), girth * chest)
    parts = [
        replace(part, a=grow(part.a), b=grow(part.b), ra=part.ra * size * wide.get(part.bone, 1.0),
                rb=part.rb * size * wide.get(part.bone, 1.0), blend=part.blend * size)
        for part in parts
    ]  # fmt: skip
    place, h = grow((reach, 0.597)), head_size
    parts += set_on(cat_head(ear, muzzle, ruff, pointed=pointed), place, h, PITCH)
    at = lambda p: tuple(float(c) for c in in_head(np.array(p, float), place, h, PITCH))  # noqa: E731
    x, z = place
    return body(
        name, bones, parts, scaled(FORE, size, legs, fat_feet, tall), scaled(HIND, size, legs, fat_feet, tall),
        head_box=((x - 0.03 * h, -0.16 * h, z - 0.19 * h), (x + 0.26 * h, 0.16 * h, z + 0.15 * h)),
        eyes=(at(CAT_EYE), 0.0118 * eye * h, (0.93, 0.28, 0.0), (0.20, 0.145, 0.055)),
        nose=at((0.214 * muzzle, 0.0, -0.012)), spine=[grow(p) for p in SPINE], fur=fur or lengths(0.017),
        head=(place, h, PITCH), horns=list(tufts), whiskers=True, pushes=CAT, step=0.008 * size**0.6 * coarse,
        fine=0.0032 * h * coarse,
    )  # fmt: skip


def scaled(
    j: Joints, size: float, thick: float = 1.0, feet: float = 1.0, tall: float = 1.0
) -> Joints:
    """Return a leg at another size."""
    at = {
        n: (getattr(j, n)[0] * size, getattr(j, n)[1] * size * tall)
        for n in ("root", "upper", "lower", "foot", "toes", "tip")
    }
    r = [c * size * thick for c in j.radii]
    r[4:] = [c * feet for c in r[4:]]
    return Joints(**at, side=j.side * size, foot_side=j.foot_side * size, radii=tuple(r))


def leopard(coarse: float = 1.0) -> Body:
    """Return an Amur leopard, 68 cm at the shoulder; `coarse` above 1 meshes it more quickly."""
    return _cat("leopard", 1.0, 1.13, ear=0.80, eye=0.78, fur=lengths(0.0125), coarse=coarse)


def tiger() -> Body:
    """Return an Amur tiger, 95 cm at the shoulder: heavier in front, deep ruff, small ears."""
    tail = [(-0.49, 0.60), (-0.59, 0.535), (-0.665, 0.43), (-0.72, 0.33), (-0.79, 0.245),
            (-0.89, 0.215), (-0.985, 0.255)]  # fmt: skip
    return _cat("tiger", 1.40, 1.76, girth=1.04, chest=1.13, legs=1.12, fat_feet=1.0, tail=tail, ruff=1.12, ear=0.68,
                muzzle=0.97, fur=lengths(0.015, head=0.75, neck=1.3, nape=1.3), eye=0.72)  # fmt: skip


TUFT = ([(0.012, 0.065, 0.092), (0.006, 0.068, 0.120), (-0.006, 0.069, 0.146)], [0.0065, 0.0035, 0.0008],
        (0.02, 0.02, 0.02))  # fmt: skip


def lynx() -> Body:
    """Return a Eurasian lynx, 62 cm at the shoulder, with a stub of a tail."""
    tail = [(-0.49, 0.600), (-0.51, 0.585), (-0.53, 0.565), (-0.548, 0.543), (-0.562, 0.520),
            (-0.573, 0.497), (-0.580, 0.475)]  # fmt: skip
    return _cat("lynx", 0.84, 0.98, reach=0.495, girth=0.95, legs=0.98, tall=1.13, tail=tail,
                tail_radii=(0.034,) * 7, ruff=1.1, ear=1.0, pointed=True,
                muzzle=0.89, eye=0.90, fur=lengths(0.019), fat_feet=1.25, tufts=(TUFT,))  # fmt: skip
