"""The bodies of sika deer, roe deer and wild boar."""

from dataclasses import replace

import numpy as np

from .build import Body, body, set_on, trunk_bones
from .cats import scaled
from .field import Part
from .heads import deer_head, in_head
from .joints import Joints

ANTLER = (0.20, 0.14, 0.09)


def lengths(base: float, **others: float) -> dict[str, float]:
    """Return hair lengths of an animal with slim legs."""
    parts = {"head": 0.5, "fore_lower": 0.5, "fore_foot": 0.35, "fore_toes": 0.3, "hind_lower": 0.6,
             "hind_foot": 0.35, "hind_toes": 0.3, "ear": 0.3, **others}  # fmt: skip
    out = {"": base}
    for name, part in parts.items():
        ends = ("_L", "_R") if name.startswith(("fore", "hind", "ear")) else ("",)
        out |= {name + end: base * part for end in ends}
    return out


def sinews(fore: Joints, hind: Joints) -> list[Part]:
    """Return what shows through the thin skin of hoofed legs: knees, hocks, tendons, dewclaws."""
    return [*_knee(fore), *_hock(hind), *_shank("fore", fore), *_shank("hind", hind)]


def _beside(leg: Joints, joint: str, ahead: float, up: float, aside: float = 0.0) -> tuple:
    """Return a place beside a joint of the lower leg."""
    x, z = getattr(leg, joint)
    return (x + ahead, leg.foot_side + aside, z + up)


def _knee(leg: Joints) -> list[Part]:
    r = leg.radii[2]
    top, end = _beside(leg, "foot", 0.2 * r, 1.0 * r), _beside(leg, "foot", 0.1 * r, -1.1 * r)
    return [Part("fore_foot_L", top, 0.92 * r, end, 0.86 * r, 0.95, 0.4 * r)]


def _hock(leg: Joints) -> list[Part]:
    """Return the heel, which stands out behind, and the tendon that runs up from it."""
    r = leg.radii[2]
    heel, shin = _beside(leg, "foot", -1.35 * r, 0.75 * r), _beside(leg, "lower", -1.2 * r, 0)
    calf = tuple(0.55 * a + 0.45 * b for a, b in zip(shin, heel, strict=True))
    below = _beside(leg, "foot", -0.5 * r, -1.6 * r)
    return [
        Part("hind_lower_L", calf, 0.55 * r, heel, 0.42 * r, 0.8, 0.25 * r),
        Part("hind_foot_L", heel, 0.50 * r, below, 0.62 * r, 0.8, 0.5 * r),
    ]


def _shank(kind: str, leg: Joints) -> list[Part]:
    """Return the tendon behind the cannon bone, a dewclaw and the heel of the hoof."""
    _, _, r2, r3, r4, r5 = leg.radii
    high, low = _beside(leg, "foot", -0.85 * r3, -2.4 * r2), _beside(leg, "toes", -r3, 0.6 * r4)
    claw = [
        _beside(leg, "toes", -k * r4, up * r4, 0.5 * r4) for k, up in ((1.05, -0.35), (1.15, -1))
    ]
    sole = [_beside(leg, "tip", -1.2 * r5, 0.2 * r5), _beside(leg, "tip", 0.3 * r5, -0.15 * r5)]
    toes = f"{kind}_toes_L"
    return [
        Part(f"{kind}_foot_L", high, 0.50 * r3, low, 0.55 * r3, 0.9, 0.3 * r3),
        Part(toes, claw[0], 0.36 * r4, claw[1], 0.26 * r4, 0.9, 0.2 * r4),
        Part(toes, sole[0], 0.62 * r5, sole[1], 0.66 * r5, 1.25, 0.3 * r5),
    ]


def _deer(
    name, size, *, antlers=(), ear=1.0, tail=True, rump=0.0, fur=0.016, slim=1.0, head=1.0, neck=1.0
):
    tail_line = [(-0.55, 0.83), (-0.585, 0.80), (-0.605, 0.76), (-0.615, 0.72), (-0.62, 0.69)]
    bones = trunk_bones(
        (-0.42, 0.80),
        (-0.2, 0.79),
        (0.10, 0.78),
        (0.34, 0.84),
        (0.46, 0.985),
        (0.545, 1.125),
        tail_line,
    )
    up, thick = rump, 0.5 + 0.5 * neck
    parts = [
        Part("hips", (-0.49, 0, 0.79 + up), 0.100, (-0.34, 0, 0.78 + up), 0.140, 0.76, 0.03),
        Part("loin", (-0.36, 0, 0.76 + up), 0.142, (-0.02, 0, 0.74), 0.150, 0.80, 0.04),
        Part("loin", (-0.24, 0, 0.720), 0.090, (0.0, 0, 0.668), 0.120, 0.86, 0.06),
        Part("loin", (-0.06, 0.075, 0.675), 0.050, (-0.255, 0.088, 0.635), 0.045, 0.55, 0.08),
        Part("chest", (-0.05, 0, 0.74), 0.152, (0.24, 0, 0.75), 0.150, 0.70, 0.03),
        Part("chest", (0.0, 0, 0.65), 0.120, (0.25, 0, 0.65), 0.098, 0.72, 0.03),
        Part("chest", (0.12, 0, 0.86), 0.075, (0.30, 0, 0.86), 0.080, 0.60, 0.05),
        Part("chest", (0.24, 0, 0.70), 0.110, (0.335, 0, 0.745), 0.085, 0.66, 0.06),
        Part("neck", (0.25, 0, 0.785), 0.142 * neck, (0.41, 0, 0.945), 0.092 * neck, 0.66, 0.06),
        Part("nape", (0.41, 0, 0.945), 0.092 * neck, (0.535, 0, 1.100), 0.064 * thick, 0.76, 0.04),
        Part("nape", (0.455, 0, 0.93), 0.062 * neck, (0.56, 0, 1.075), 0.048, 0.80, 0.05),
    ]
    if tail:
        for k in range(3):
            a, b = tail_line[k], tail_line[k + 1]
            parts.append(Part(f"tail{k}", (a[0], 0, a[1]), 0.030, (b[0], 0, b[1]), 0.028, 1, 0.01))
    grow = lambda p: tuple(c * size for c in p)  # noqa: E731
    bones = [replace(bone, joint=grow(bone.joint)) for bone in bones]
    parts = [
        replace(p, a=grow(p.a), b=grow(p.b), ra=p.ra * size * slim, rb=p.rb * size * slim, blend=p.blend * size)
        for p in parts
    ]  # fmt: skip
    place, h, pitch = (0.548 * size, 1.128 * size), 1.18 * size * head, -0.50
    parts += set_on(deer_head(ear), place, h, pitch)
    fore = Joints((0.19, 0.86), (0.315, 0.69), (0.225, 0.570), (0.252, 0.325), (0.248, 0.092),
                  (0.292, 0.026), 0.082, 0.070, (0.074, 0.056, 0.0225, 0.0150, 0.0190, 0.0200))  # fmt: skip
    hind = Joints((-0.40, 0.76), (-0.390, 0.735 + up), (-0.255, 0.570), (-0.470, 0.415),
                  (-0.440, 0.092), (-0.396, 0.026), 0.085, 0.075,
                  (0.140, 0.074, 0.0275, 0.0160, 0.0195, 0.0200))  # fmt: skip
    fore, hind = scaled(fore, size, slim), scaled(hind, size, slim)
    parts += sinews(fore, hind)
    at = lambda p: tuple(float(c) for c in in_head(np.array(p, float), place, h, pitch))  # noqa: E731
    x, z = place
    return body(
        name, bones, parts, fore, hind,
        head_box=((x - 0.06 * h, -0.19 * h, z - 0.19 * h), (x + 0.29 * h, 0.19 * h, z + 0.17 * h)),
        eyes=(at((0.100, 0.049, 0.010)), 0.0155 * h, (0.45, 0.88, 0.1), (0.03, 0.02, 0.012)),
        nose=at((0.262, 0, -0.03)),
        spine=[grow(p) for p in ((-0.5, 0.78), (-0.2, 0.75), (0.1, 0.73), (0.3, 0.78), (0.43, 0.96), (0.545, 1.11))],
        fur=lengths(fur, neck=1.3, nape=1.2, tail0=1.4, tail1=1.6, tail2=1.8), step=0.0085 * size, fine=0.0036,
        blend=0.03 * size, hoof=True, head=(place, h, pitch), horns=list(antlers),
    )  # fmt: skip


SIKA_ANTLERS = (
    ([(0.0252, 0.028, 0.05), (-0.0168, 0.072, 0.14), (-0.0672, 0.144, 0.255), (-0.0504, 0.18, 0.37), (0, 0.171, 0.468)],
     [0.018, 0.0135, 0.0115, 0.009, 0.003], ANTLER),
    ([(0.0168, 0.04, 0.0705), (0.0756, 0.0495, 0.091), (0.126, 0.063, 0.148)], [0.011, 0.008, 0.003], ANTLER),
    ([(-0.0546, 0.126, 0.226), (0, 0.135, 0.263), (0.0378, 0.135, 0.337)], [0.010, 0.007, 0.003], ANTLER),
    ([(-0.063, 0.171, 0.337), (-0.109, 0.18, 0.386), (-0.126, 0.171, 0.452)], [0.010, 0.008, 0.003], ANTLER),
)  # fmt: skip
ROE_ANTLERS = (
    ([(0.035, 0.022, 0.05), (0.02, 0.035, 0.14), (0.0, 0.055, 0.24), (0.02, 0.06, 0.31)],
     [0.016, 0.014, 0.009, 0.003], ANTLER),
    ([(0.01, 0.045, 0.185), (0.06, 0.05, 0.21), (0.08, 0.05, 0.25)], [0.010, 0.007, 0.003], ANTLER),
    ([(0.0, 0.055, 0.24), (-0.05, 0.06, 0.26), (-0.06, 0.06, 0.30)], [0.009, 0.006, 0.003], ANTLER),
)  # fmt: skip


def sika_stag() -> Body:
    """Return a sika stag with eight points, 95 cm at the shoulder."""
    return _deer("sika", 1.0, antlers=SIKA_ANTLERS, fur=0.018, neck=1.12)


def sika_hind() -> Body:
    """Return a sika hind."""
    return _deer("sika", 0.88, slim=0.93, fur=0.014, neck=0.92)


def roe_buck() -> Body:
    """Return a Siberian roe buck, 80 cm at the shoulder."""
    return _deer(
        "roe",
        0.84,
        antlers=ROE_ANTLERS,
        ear=1.22,
        tail=False,
        rump=0.035,
        slim=0.93,
        fur=0.018,
        neck=0.95,
    )


def roe_doe() -> Body:
    """Return a Siberian roe doe."""
    return _deer("roe", 0.82, ear=1.25, tail=False, rump=0.035, slim=0.93, fur=0.020, neck=0.92)


def boar() -> Body:
    """Return a wild boar, 90 cm at the withers."""
    tail = [(-0.54, 0.66), (-0.59, 0.62), (-0.61, 0.55), (-0.615, 0.48), (-0.62, 0.42)]
    bones = trunk_bones(
        (-0.38, 0.60), (-0.15, 0.60), (0.15, 0.60), (0.36, 0.62), (0.45, 0.61), (0.52, 0.60), tail
    )
    parts = [
        Part("hips", (-0.44, 0, 0.58), 0.125, (-0.30, 0, 0.58), 0.170, 0.72, 0.04),
        Part("loin", (-0.32, 0, 0.575), 0.165, (0.0, 0, 0.57), 0.205, 0.70, 0.05),
        Part("chest", (0.0, 0, 0.56), 0.215, (0.26, 0, 0.58), 0.220, 0.64, 0.05),
        Part("chest", (0.05, 0, 0.72), 0.120, (0.26, 0, 0.74), 0.120, 0.5, 0.08),
        Part("loin", (-0.24, 0, 0.650), 0.115, (0.06, 0, 0.690), 0.125, 0.60, 0.07),
        Part("neck", (0.26, 0, 0.62), 0.205, (0.44, 0, 0.60), 0.172, 0.64, 0.07),
        Part("nape", (0.40, 0, 0.60), 0.165, (0.54, 0, 0.575), 0.130, 0.75, 0.04),
    ]
    for k in range(4):
        a, b = tail[k], tail[k + 1]
        parts.append(Part(f"tail{k}", (a[0], 0, a[1]), 0.014, (b[0], 0, b[1]), 0.010, 1, 0.01))
    place, h, pitch = (0.485, 0.600), 1.16, -0.52
    ear = {"bone": "ear_L", "blend": 0.01, "thin": 0.4}
    parts += set_on([
        ((0.02, 0, 0.01), 0.120, (0.14, 0, 0.015), 0.092, {"blend": 0.04}),
        ((0.12, 0, 0.010), 0.082, (0.37, 0, -0.014), 0.040, {"blend": 0.04}),
        ((0.378, 0, -0.014), 0.041, (0.397, 0, -0.015), 0.038, {"blend": 0.008}),
        ((0.08, 0.035, -0.070), 0.070, (0.30, 0.008, -0.050), 0.032, {"blend": 0.04}),
        ((0.12, 0.055, 0.035), 0.028, (0.165, 0.050, 0.022), 0.022, {"blend": 0.02}),
        ((0.035, 0.080, 0.085), 0.030, (0.030, 0.100, 0.140), 0.036, {**ear, "blend": 0.02}),
        ((0.030, 0.100, 0.140), 0.036, (0.020, 0.115, 0.205), 0.008, ear),
        ((0.056, 0.098, 0.135), 0.020, (0.045, 0.108, 0.175), 0.010, {**ear, "thin": 0.6, "cut": True}),
    ], place, h, pitch)  # fmt: skip
    fore = Joints((0.16, 0.66), (0.315, 0.46), (0.215, 0.375), (0.232, 0.195), (0.236, 0.070),
                  (0.276, 0.024), 0.105, 0.085, (0.128, 0.074, 0.032, 0.0215, 0.0265, 0.0250))  # fmt: skip
    hind = Joints((-0.36, 0.54), (-0.340, 0.520), (-0.235, 0.385), (-0.415, 0.262),
                  (-0.380, 0.070), (-0.340, 0.024), 0.095, 0.085,
                  (0.140, 0.080, 0.036, 0.0225, 0.0265, 0.0250))  # fmt: skip
    parts += sinews(fore, hind)
    at = lambda p: tuple(float(c) for c in in_head(np.array(p, float), place, h, pitch))  # noqa: E731
    tusk = (
        [(0.30, 0.030, -0.045), (0.325, 0.050, -0.035), (0.325, 0.056, 0.005)],
        [0.009, 0.008, 0.002],
        (0.75, 0.7, 0.6),
    )
    x, z = place
    return body(
        "boar", bones, parts, fore, hind,
        head_box=((x - 0.07, -0.20, z - 0.39), (x + 0.48, 0.20, z + 0.25)),
        eyes=(at((0.158, 0.067, 0.022)), 0.011, (0.6, 0.78, 0.15), (0.05, 0.03, 0.02)),
        nose=at((0.41, 0, -0.012)),
        spine=[(-0.5, 0.57), (-0.2, 0.57), (0.1, 0.57), (0.3, 0.60), (0.45, 0.60), (0.6, 0.56)],
        fur=lengths(0.032, head=0.30, neck=1.2, nape=1.0, tail3=1.4, fore_upper=0.8), step=0.011, fine=0.005,
        blend=0.035, hoof=True, head=(place, h, pitch), horns=[tusk], mane=0.045,
    )  # fmt: skip
