"""The bodies of black bear, fox, raccoon dog, badger and hare."""

from dataclasses import replace

import numpy as np

from .build import Body, body, set_on, trunk_bones
from .cats import lengths, scaled
from .field import Part
from .heads import dog_head, in_head
from .joints import Joints


def _made(name, size, trunk, joints, tail, radii, head_parts, place, h, pitch, fore, hind, *, eye, eye_size,
          gaze, nose, fur, spine, box=(0.05, 0.3, 0.17, 0.17), mane=0.0, iris=(0.06, 0.035, 0.02),
          slim=1.0, fine=0.0035) -> Body:  # fmt: skip
    """Put a small or heavy animal together from tables in metres, at a size."""
    grow = lambda p: tuple(c * size for c in p)  # noqa: E731
    bones = [replace(bone, joint=grow(bone.joint)) for bone in trunk_bones(*joints, tail)]
    parts = [
        Part(
            bone,
            grow((a[0], 0, a[1])),
            ra * size,
            grow((b[0], 0, b[1])),
            rb * size,
            squash,
            blend * size,
        )
        for bone, a, ra, b, rb, squash, blend in trunk
    ]
    for k in range(len(tail) - 1):
        (ax, az), (bx, bz) = tail[k], tail[k + 1]
        parts.append(
            Part(
                f"tail{k}",
                grow((ax, 0, az)),
                radii[k] * size,
                grow((bx, 0, bz)),
                radii[k + 1] * size,
                1,
                0.006,
            )
        )
    place = grow(place)
    h = h * size
    parts += set_on(head_parts, place, h, pitch)
    at = lambda p: tuple(float(c) for c in in_head(np.array(p, float), place, h, pitch))  # noqa: E731
    x, z = place
    back, front, wide, high = (c * h for c in box)
    return body(
        name, bones, parts, scaled(fore, size, slim), scaled(hind, size, slim),
        head_box=((x - back, -wide, z - high), (x + front, wide, z + high)),
        eyes=(at(eye), eye_size * h, gaze, iris), nose=at(nose),
        spine=[grow(p) for p in spine], fur=fur, step=min(0.011, 0.009 * size**0.6), fine=fine,
        blend=0.03 * size, head=(place, h, pitch), mane=mane,
    )  # fmt: skip


def bear() -> Body:
    """Return an Asiatic black bear, 85 cm at the shoulder."""
    trunk = [
        ("hips", (-0.44, 0.58), 0.150, (-0.28, 0.58), 0.190, 0.86, 0.04),
        ("loin", (-0.32, 0.57), 0.195, (0.0, 0.56), 0.215, 0.84, 0.05),
        ("chest", (0.0, 0.565), 0.215, (0.26, 0.58), 0.205, 0.80, 0.05),
        ("chest", (0.14, 0.70), 0.110, (0.28, 0.70), 0.110, 0.70, 0.07),
        ("neck", (0.26, 0.60), 0.190, (0.44, 0.63), 0.155, 0.86, 0.05),
        ("nape", (0.40, 0.62), 0.160, (0.56, 0.65), 0.125, 0.95, 0.04),
    ]
    head = [
        ((0.02, 0, 0.02), 0.115, (0.11, 0, 0.02), 0.096, {"blend": 0.03}),
        ((0.10, 0, 0.0), 0.070, (0.235, 0, -0.030), 0.044, {"blend": 0.035}),
        ((0.235, 0, -0.026), 0.038, (0.262, 0, -0.026), 0.030, {"blend": 0.012}),
        ((0.08, 0.03, -0.065), 0.055, (0.21, 0.008, -0.062), 0.028, {"blend": 0.03}),
        ((0.04, 0.065, -0.02), 0.070, (0.0, 0.080, -0.06), 0.060, {"blend": 0.04}),
        ((0.005, 0.095, 0.095), 0.036, (0.000, 0.118, 0.128), 0.044, {"bone": "ear_L", "blend": 0.015, "thin": 0.45}),
        ((0.030, 0.108, 0.112), 0.020, (0.026, 0.122, 0.132), 0.026,
         {"bone": "ear_L", "blend": 0.01, "thin": 0.6, "cut": True}),
    ]  # fmt: skip
    fore = Joints((0.18, 0.66), (0.335, 0.50), (0.225, 0.395), (0.255, 0.110), (0.275, 0.052),
                  (0.365, 0.038), 0.125, 0.110, (0.135, 0.100, 0.068, 0.060, 0.060, 0.044))  # fmt: skip
    hind = Joints((-0.36, 0.54), (-0.340, 0.520), (-0.255, 0.345), (-0.405, 0.115),
                  (-0.335, 0.050), (-0.245, 0.038), 0.105, 0.105,
                  (0.180, 0.115, 0.064, 0.058, 0.060, 0.045))  # fmt: skip
    tail = [(-0.54, 0.60), (-0.58, 0.57), (-0.60, 0.55)]
    joints = ((-0.36, 0.60), (-0.15, 0.60), (0.15, 0.60), (0.38, 0.64), (0.47, 0.65), (0.55, 0.66))
    return _made(
        "bear", 1.0, trunk, joints, tail, (0.04, 0.035, 0.03), head, (0.545, 0.655), 1.0, -0.12, fore, hind,
        eye=(0.150, 0.046, 0.018), eye_size=0.0105, gaze=(0.85, 0.5, 0.1), nose=(0.285, 0, -0.02),
        fur=lengths(0.046, head=0.4, ear=0.4, neck=1.5, nape=1.5, fore_toes=0.5, hind_toes=0.5,
                    hind_foot=0.7, fore_foot=0.7),
        spine=[(-0.5, 0.57), (-0.2, 0.56), (0.1, 0.56), (0.3, 0.59), (0.45, 0.63), (0.6, 0.65)],
        box=(0.10, 0.30, 0.20, 0.20), fine=0.005,
    )  # fmt: skip


DOG_FORE = Joints((0.20, 0.60), (0.305, 0.445), (0.225, 0.345), (0.255, 0.130), (0.275, 0.040),
                  (0.320, 0.026), 0.072, 0.060, (0.088, 0.050, 0.028, 0.024, 0.029, 0.022))  # fmt: skip
DOG_HIND = Joints((-0.34, 0.52), (-0.330, 0.490), (-0.225, 0.350), (-0.405, 0.205),
                  (-0.360, 0.040), (-0.315, 0.026), 0.062, 0.060,
                  (0.108, 0.066, 0.028, 0.023, 0.028, 0.022))  # fmt: skip
DOG_JOINTS = ((-0.36, 0.58), (-0.17, 0.57), (0.10, 0.56), (0.33, 0.59), (0.41, 0.65), (0.48, 0.70))
DOG_TRUNK = [
    ("hips", (-0.43, 0.56), 0.085, (-0.30, 0.55), 0.105, 0.82, 0.03),
    ("loin", (-0.32, 0.545), 0.105, (-0.02, 0.53), 0.115, 0.80, 0.03),
    ("chest", (-0.04, 0.525), 0.118, (0.24, 0.53), 0.125, 0.72, 0.03),
    ("chest", (0.02, 0.455), 0.090, (0.27, 0.450), 0.090, 0.78, 0.05),
    ("neck", (0.26, 0.55), 0.105, (0.39, 0.63), 0.085, 0.84, 0.04),
    ("nape", (0.38, 0.62), 0.088, (0.48, 0.69), 0.072, 0.92, 0.03),
]
SPINE = [(-0.45, 0.56), (-0.2, 0.53), (0.1, 0.50), (0.3, 0.54), (0.42, 0.63), (0.5, 0.69)]


def fox() -> Body:
    """Return a red fox, 40 cm at the shoulder."""
    tail = [
        (-0.47, 0.58),
        (-0.60, 0.52),
        (-0.72, 0.44),
        (-0.84, 0.36),
        (-0.96, 0.30),
        (-1.08, 0.27),
        (-1.16, 0.27),
    ]
    return _made(
        "fox", 0.60, DOG_TRUNK, DOG_JOINTS, tail, (0.045, 0.055, 0.065, 0.07, 0.065, 0.05, 0.02),
        dog_head(0.94, 1.06, 0.84, 1.02), (0.475, 0.695), 1.28, -0.24, DOG_FORE, DOG_HIND,
        eye=(0.122, 0.0345, 0.016), eye_size=0.0108, gaze=(0.88, 0.44, 0.1), nose=(0.250, 0, -0.016),
        fur=lengths(0.028, head=0.42, ear=0.16, tail1=1.5, tail2=1.7, tail3=1.8, tail4=1.7, tail5=1.4, neck=1.3),
        spine=SPINE, iris=(0.45, 0.26, 0.05), slim=0.92, fine=0.003,
    )  # fmt: skip


def raccoon_dog() -> Body:
    """Return a raccoon dog: low, very furry, short tail."""
    low = lambda j: replace(  # noqa: E731
        j,
        **{
            n: (getattr(j, n)[0], getattr(j, n)[1] * 0.86)
            for n in ("root", "upper", "lower", "foot", "toes", "tip")
        },
    )
    tail = [(-0.46, 0.52), (-0.54, 0.46), (-0.61, 0.38), (-0.66, 0.30), (-0.69, 0.23)]
    trunk = [
        (b, (a[0], a[1] * 0.93), ra * 1.2, (c[0], c[1] * 0.93), rb * 1.2, s, k)
        for b, a, ra, c, rb, s, k in DOG_TRUNK
    ]
    joints = tuple((x, z * 0.92) for x, z in DOG_JOINTS)
    ruff = (
        (0.062, 0.056, -0.026),
        0.034,
        (0.022, 0.100, -0.056),
        0.022,
        {"blend": 0.03, "thin": 0.8},
    )
    return _made(
        "raccoon dog", 0.56, trunk, joints, tail, (0.06, 0.08, 0.085, 0.075, 0.045),
        [*dog_head(0.52, 1.35, 0.48, 1.15), ruff], (0.465, 0.625), 1.30, -0.25, low(DOG_FORE), low(DOG_HIND),
        eye=(0.122, 0.0365, 0.017), eye_size=0.0120, gaze=(0.86, 0.48, 0.1), nose=(0.220, 0, -0.018),
        fur=lengths(0.040, head=0.42, ear=0.14, neck=1.2, nape=1.1, fore_lower=0.35, hind_lower=0.4,
                    fore_foot=0.25, hind_foot=0.25,
                    tail1=1.2, tail2=1.2, tail3=1.2),
        spine=[(x, z * 0.93) for x, z in SPINE], slim=0.95, fine=0.003,
    )  # fmt: skip


def badger() -> Body:
    """Return an Asian badger: a low wedge on short legs."""
    trunk = [
        ("hips", (-0.46, 0.36), 0.130, (-0.28, 0.37), 0.180, 0.95, 0.04),
        ("loin", (-0.32, 0.37), 0.185, (0.0, 0.37), 0.190, 0.95, 0.05),
        ("chest", (0.0, 0.365), 0.185, (0.24, 0.35), 0.150, 0.92, 0.05),
        ("neck", (0.22, 0.36), 0.145, (0.38, 0.36), 0.110, 0.95, 0.04),
        ("nape", (0.34, 0.36), 0.118, (0.46, 0.36), 0.095, 1.0, 0.03),
    ]
    joints = ((-0.34, 0.38), (-0.15, 0.38), (0.10, 0.37), (0.30, 0.37), (0.38, 0.37), (0.44, 0.37))
    fore = Joints((0.15, 0.40), (0.275, 0.28), (0.195, 0.215), (0.215, 0.080), (0.235, 0.036),
                  (0.300, 0.028), 0.105, 0.100, (0.110, 0.070, 0.048, 0.042, 0.044, 0.030))  # fmt: skip
    hind = Joints((-0.34, 0.33), (-0.320, 0.310), (-0.235, 0.215), (-0.370, 0.090),
                  (-0.320, 0.036), (-0.260, 0.028), 0.100, 0.095,
                  (0.120, 0.075, 0.044, 0.038, 0.038, 0.030))  # fmt: skip
    tail = [(-0.56, 0.37), (-0.63, 0.33), (-0.69, 0.29), (-0.74, 0.26)]
    ear = ((0.02, 0.060, 0.030), 0.020, (0.016, 0.070, 0.040), 0.018,
           {"bone": "ear_L", "blend": 0.01, "thin": 0.6})  # fmt: skip
    head = [
        *dog_head(0.0, 1.05, 1.25, 1.45)[:6],
        ear,
        ((0.136, 0.038, 0.016), 0.010, (0.132, 0.043, 0.015), 0.010, {"blend": 0.01, "cut": True}),
    ]
    return _made(
        "badger", 0.80, trunk, joints, tail, (0.035, 0.04, 0.035, 0.015), head,
        (0.43, 0.365), 1.05, -0.22, fore, hind,
        eye=(0.126, 0.0345, 0.015), eye_size=0.0090, gaze=(0.8, 0.55, 0.1), nose=(0.280, 0, -0.018),
        fur=lengths(0.042, head=0.3, neck=0.8, nape=0.6, fore_upper=0.6, fore_lower=0.4, hind_lower=0.5,
                    tail0=1.2, tail1=1.4, tail2=1.5),
        spine=[(-0.5, 0.36), (-0.2, 0.36), (0.1, 0.36), (0.3, 0.35), (0.45, 0.36)], slim=0.95, fine=0.003,
    )  # fmt: skip


def hare() -> Body:
    """Return a Manchurian hare, sitting up on its heels."""
    trunk = [
        ("hips", (-0.30, 0.27), 0.112, (-0.18, 0.30), 0.142, 0.86, 0.05),
        ("loin", (-0.20, 0.31), 0.140, (0.02, 0.37), 0.122, 0.82, 0.05),
        ("chest", (0.0, 0.375), 0.122, (0.13, 0.410), 0.104, 0.80, 0.05),
        ("neck", (0.11, 0.440), 0.096, (0.19, 0.525), 0.082, 0.86, 0.04),
        ("nape", (0.18, 0.515), 0.084, (0.24, 0.585), 0.074, 0.92, 0.03),
    ]
    joints = ((-0.24, 0.30), (-0.1, 0.33), (0.05, 0.37), (0.14, 0.455), (0.19, 0.52), (0.24, 0.585))
    fore = Joints((0.09, 0.45), (0.160, 0.35), (0.105, 0.265), (0.150, 0.085), (0.165, 0.030),
                  (0.210, 0.022), 0.060, 0.048, (0.058, 0.040, 0.026, 0.023, 0.026, 0.020))  # fmt: skip
    hind = Joints((-0.24, 0.27), (-0.230, 0.270), (-0.070, 0.190), (-0.280, 0.065),
                  (-0.070, 0.036), (0.020, 0.028), 0.088, 0.095,
                  (0.118, 0.080, 0.036, 0.034, 0.036, 0.028))  # fmt: skip
    tail = [(-0.39, 0.26), (-0.43, 0.26), (-0.46, 0.28)]
    ear = {"bone": "ear_L", "blend": 0.010, "thin": 0.5}
    head = [
        ((0.02, 0, 0.008), 0.060, (0.090, 0, 0.010), 0.053, {"blend": 0.02}),
        ((0.090, 0, 0.004), 0.048, (0.176, 0, -0.016), 0.027, {"blend": 0.03, "squash": 0.9}),
        ((0.166, 0.008, -0.028), 0.021, (0.190, 0.006, -0.031), 0.015, {"blend": 0.014}),
        ((0.176, 0, -0.014), 0.020, (0.199, 0, -0.020), 0.013, {"blend": 0.012}),
        ((0.06, 0.018, -0.034), 0.036, (0.158, 0.006, -0.038), 0.017, {"blend": 0.03}),
        ((0.004, 0.026, 0.050), 0.019, (-0.052, 0.042, 0.122), 0.029, ear),
        ((-0.052, 0.042, 0.122), 0.030, (-0.132, 0.058, 0.208), 0.009, ear),
        ((-0.026, 0.046, 0.108), 0.015, (-0.098, 0.060, 0.186), 0.009,
         {**ear, "blend": 0.008, "thin": 0.6, "cut": True}),
    ]  # fmt: skip
    return _made(
        "hare", 0.62, trunk, joints, tail, (0.040, 0.042, 0.028), head, (0.235, 0.580), 1.15, -0.24, fore, hind,
        eye=(0.100, 0.048, 0.018), eye_size=0.0150, gaze=(0.35, 0.93, 0.1), nose=(0.216, 0, -0.022),
        fur=lengths(0.017, head=0.42, ear=0.16), box=(0.16, 0.26, 0.12, 0.31), fine=0.003,
        spine=[(-0.4, 0.26), (-0.2, 0.31), (0.0, 0.37), (0.14, 0.43), (0.25, 0.585)],
    )  # fmt: skip
