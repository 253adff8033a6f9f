"""Coats of leopard, tiger and lynx: marks by which an individual is known."""

import numpy as np
from scipy.spatial import cKDTree

from .grain import noise, smooth
from .skin import Paint, Skin, skin_of, spots, warped


def ears(skin: Skin, paint: Paint, back, back_ir: float, patch=None) -> Paint:
    """Paint ears: dark backs (with a pale patch), pale inside."""
    h = skin.head()
    ear = smooth(0.060, 0.070, h[:, 2] + 0.15 * (np.abs(h[:, 1]) - 0.05)) * smooth(
        0.085, 0.072, h[:, 0]
    )
    front = smooth(0.15, 0.5, skin.normals[:, 0])
    paint.over(ear * (1 - front), back, back_ir)
    if patch is not None:
        spot = smooth(0.020, 0.014, np.hypot(np.abs(h[:, 1]) - 0.062, h[:, 2] - 0.087))
        paint.over(ear * (1 - front) * spot, patch, 0.9)
    paint.over(ear * front * 0.7, (0.34, 0.27, 0.21), 0.34)
    edge = ear * front * smooth(0.03, 0.0, np.abs(skin.normals[:, 0] - 0.35))
    return paint.over(edge * 0.6, back, back_ir)


def cat_face(skin: Skin, paint: Paint, muzzle: float = 1.0) -> Paint:
    """Paint nose pad, mouth line, white chin and lips, and the dark rims of the eyes."""
    h = skin.head()
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    white, head = (0.80, 0.76, 0.70), skin.on("head")
    bridge = smooth(0.02, 0.012, y) * smooth(0.10, 0.14, x) * smooth(-0.005, 0.005, z)
    paint.over(head * bridge * 0.35, (0.30, 0.17, 0.07), 0.36)
    lips = smooth(0.135, 0.165, x) * smooth(-0.010, -0.022, z)
    chin = smooth(0.10, 0.14, x) * smooth(-0.048, -0.060, z)
    paint.over(head * np.maximum(lips, chin) * 0.92, white, 0.86)
    under = smooth(0.018, 0.010, np.hypot((x - 0.140) * 0.8, (z + 0.008) * 1.4)) * smooth(
        0.02, 0.03, y
    )
    brow = smooth(0.016, 0.009, np.hypot(x - 0.140, (z - 0.040) * 1.2)) * smooth(0.012, 0.02, y)
    paint.over(head * np.maximum(under, brow) * 0.75, white, 0.86)
    eye = np.linalg.norm(
        h - np.array([0.1385, 0, 0.0135]) - skin.side[:, None] * [0, 0.0355, 0], axis=1
    )
    rim = smooth(0.0215, 0.0165, eye)
    tear = smooth(0.006, 0.003, np.hypot(y - 0.024, 0.6 * (z - 0.004))) * smooth(0.14, 0.15, x)
    paint.over(head * np.maximum(rim, 0.85 * tear), (0.02, 0.017, 0.015), 0.04)
    seam = smooth(0.0035, 0.0015, np.abs(z + 0.044 - 0.06 * (0.19 - x) + 6 * y * y)) * smooth(
        0.145, 0.16, x
    )
    cleft = smooth(0.004, 0.0015, y) * smooth(-0.02, -0.026, z) * smooth(0.19, 0.2, x)
    paint.over(head * np.maximum(seam * 0.55, cleft * 0.8), (0.03, 0.022, 0.02), 0.07)
    pad = smooth(0.0150, 0.0120, np.hypot(y, 1.45 * (z + 0.010))) * smooth(
        0.196 * muzzle, 0.203 * muzzle, x
    )
    return paint.over(head * pad, (0.17, 0.085, 0.075), 0.15)


def leopard(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint an Amur leopard: rosettes on the trunk, solid spots on head, neck edge and limbs."""
    p, body = skin.points, skin.body
    back = (0.41, 0.25, 0.095) if not winter else (0.46, 0.32, 0.16)
    paint = Paint.plain(len(p), back, 0.42)
    angle, trunk = skin.around(), skin.on("hips", "loin", "chest", "neck", "nape")
    paint.over(smooth(0.7, 1.7, angle) * 0.55, (0.54, 0.40, 0.23), 0.52)
    pale = np.maximum(trunk * smooth(1.9, 2.6, angle), smooth(0.15, 0.75, skin.inner()))
    under_tail = skin.on("tail") * smooth(0.1, -0.6, skin.normals[:, 2])
    paint.over(np.maximum(pale, under_tail * 0.8), (0.78, 0.72, 0.62), 0.86)
    legs = skin.on("fore_lower", "fore_foot", "fore_toes", "hind_lower", "hind_foot", "hind_toes")
    paint.over(legs * 0.4, (0.62, 0.45, 0.24), 0.62)
    whole = skin_of(body)
    spacing = _leopard_spacing(whole)
    ring = (whole.on("hips", "loin", "chest", "hind_upper", "fore_root") > 0.6) & (
        whole.around() < 2.05) & (spacing > 0.044)  # fmt: skip
    marks = spots(body, seed, spacing, ring, 0.47)
    dark, inside = marks.cover(warped(p, seed, 0.03, 0.0045))
    paint.over(inside * 0.5 * trunk, (0.42, 0.22, 0.07), 0.44)
    h = skin.head()
    plain = skin.on("head") * np.maximum(
        smooth(0.136, 0.156, h[:, 0]),
        smooth(0.070, 0.080, h[:, 2] + 0.15 * (np.abs(h[:, 1]) - 0.05)) * (np.abs(h[:, 1]) > 0.03),
    )
    paint.over(dark * (1 - plain) * 0.97, (0.020, 0.015, 0.012), 0.05)
    tip = smooth(0.4, 0.9, skin.on("tail5")) * smooth(-0.4, 0.2, skin.normals[:, 2])
    paint.over(tip, (0.03, 0.025, 0.02), 0.1)
    ears(skin, paint, (0.02, 0.018, 0.015), 0.09, (0.75, 0.7, 0.6))
    whisker = smooth(0.002, 0.001, np.abs((h[:, 2] * 130 + 0.5) % 1 - 0.5) / 130 + 0.0012)
    rows = whisker * smooth(0.162, 0.17, h[:, 0]) * smooth(0.2, 0.19, h[:, 0]) * (h[:, 2] < -0.008)
    cat_face(skin, paint)
    return paint.over(rows * skin.on("head") * (h[:, 2] > -0.04) * 0.5, (0.05, 0.04, 0.03), 0.1)


def _leopard_spacing(skin: Skin) -> np.ndarray:
    out = np.full(len(skin.points), 0.068)
    for names, gap in (
        (("neck", "nape"), 0.041), (("fore_root",), 0.048), (("fore_upper",), 0.040),
        (("hind_upper",), 0.050), (("fore_lower", "hind_lower"), 0.033),
        (("fore_foot", "hind_foot"), 0.025), (("fore_toes", "hind_toes"), 0.017),
        (("head",), 0.0180), (("tail",), 0.043),
    ):  # fmt: skip
        out = np.where(skin.on(*names) > 0.5, gap, out)
    angle = skin.around()
    belly = (skin.on("hips", "loin", "chest") > 0.6) & (angle > 2.0)
    spine = (skin.on("hips", "loin", "chest") > 0.6) & (angle < 0.28)
    return np.where(belly, 0.055, np.where(spine, 0.040, out))


def tiger(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint an Amur tiger: stripes that wrap over the back, ringed tail, white belly and cheeks."""
    p = skin.points
    back = (0.50, 0.215, 0.055) if not winter else (0.50, 0.26, 0.10)
    paint = Paint.plain(len(p), back, 0.38)
    angle, trunk = skin.around(), skin.on("hips", "loin", "chest", "neck", "nape")
    paint.over(trunk * smooth(0.5, 1.8, angle) * 0.5, (0.62, 0.34, 0.12), 0.46)
    soft = 0.15 * noise(p, seed + 60, 6.0, 2)
    white = np.maximum(trunk * smooth(1.85, 2.25, angle + soft), smooth(0.2, 0.7, skin.inner()))
    under_tail = skin.on("tail") * smooth(0.2, -0.5, skin.normals[:, 2]) * 0.8
    paint.over(np.maximum(white, under_tail), (0.82, 0.79, 0.73), 0.88)
    h = skin.head()
    head, y = skin.on("head"), np.abs(h[:, 1])
    cheek = smooth(0.040, 0.060, y) * smooth(-0.004, -0.028, h[:, 2])
    throat = smooth(-0.055, -0.075, h[:, 2])
    paint.over(head * np.maximum(cheek, throat), (0.82, 0.79, 0.73), 0.88)
    dark = np.maximum(_body_stripes(skin, seed), _leg_stripes(skin, seed))
    dark = np.maximum(dark, _tail_rings(skin, seed))
    dark = np.maximum(dark * (1 - head), _face_stripes(skin, h, seed) * head)
    paint.over(dark * 0.96, (0.022, 0.014, 0.010), 0.05)
    ears(skin, paint, (0.02, 0.018, 0.015), 0.08, (0.85, 0.82, 0.76))
    cat_face(skin, paint, 1.04)
    line = np.hypot(h[:, 0] - 0.137, 1.6 * (h[:, 2] - 0.026 + 0.35 * (y - 0.036)))
    lid = smooth(0.024, 0.019, line) * smooth(0.012, 0.018, h[:, 2]) * smooth(0.020, 0.026, y)
    return paint.over(head * lid * smooth(0.032, 0.027, h[:, 2]) * 0.9, (0.02, 0.015, 0.012), 0.05)


def _body_stripes(skin: Skin, seed: int) -> np.ndarray:
    """Return stripes across neck, trunk and rump; each side of each animal has its own."""
    q = warped(skin.points, seed + 21, 0.16, 0.016)
    fine = warped(q, seed + 31, 0.035, 0.004)
    angle = skin.around()
    out = np.zeros(len(q))
    for sign in (1, -1):
        rng = np.random.default_rng([seed, 11, 1 + sign])
        at = -0.70
        mine = skin.side == sign
        x = fine[:, 0]
        while at < 0.66:
            slant, curve = rng.normal(0.03, 0.035), rng.normal(0, 0.03)
            long, start = rng.uniform(1.5, 2.8), max(0.0, rng.normal(-0.15, 0.3))
            wide = rng.uniform(0.013, 0.024)
            if rng.random() < 0.15:
                start = rng.uniform(0.5, 0.9)
            line = at + slant * angle + curve * np.sin(angle * 1.7)
            taper = smooth(long, long * 0.35, angle) * smooth(start - 0.25, start + 0.12, angle)
            out = np.maximum(
                out, mine * smooth(0.003, -0.003, np.abs(x - line) - wide * taper) * (taper > 0.05)
            )
            if rng.random() < 0.55:  # a second arm that meets the first, as a loop
                gap = rng.uniform(0.026, 0.04)
                a, b = rng.uniform(0.3, 0.7), rng.uniform(1.3, 2.1)
                bow = gap * np.sin(np.pi * np.clip((angle - a) / (b - a), 0, 1)) ** 0.7
                inside = smooth(a, a + 0.15, angle) * smooth(b, b - 0.15, angle)
                second = np.abs(x - line - bow) - wide * 0.62 * inside
                out = np.maximum(out, mine * smooth(0.003, -0.003, second) * (inside > 0.05))
                at += gap * 0.7
            if rng.random() < 0.6:  # a stroke from the belly up between two
                low = rng.uniform(1.5, 1.9)
                t2 = smooth(low, low + 0.35, angle) * smooth(2.9, 2.4, angle)
                third = np.abs(x - line - 0.035) - 0.010 * t2
                out = np.maximum(out, mine * smooth(0.003, -0.003, third) * (t2 > 0.05))
            crowd = 0.050 if at < -0.25 or at > 0.30 else 0.058
            at += rng.uniform(0.75, 1.35) * crowd
    quiet = (
        smooth(0.30, 0.42, skin.points[:, 0])
        * smooth(0.62, 0.5, skin.points[:, 0])
        * smooth(0.9, 1.4, angle)
    )
    upper = skin.on("hind_upper") * smooth(0.66, 0.72, skin.points[:, 2])
    trunk = skin.on("hips", "loin", "chest", "neck", "nape", "fore_root") + upper
    return out * np.clip(trunk * 1.2, 0, 1) * (1 - 0.85 * quiet)


def _leg_stripes(skin: Skin, seed: int) -> np.ndarray:
    q = warped(skin.points, seed + 41, 0.12, 0.016)
    out = np.zeros(len(q))
    for names, gap, tilt, share in (
        (("hind_upper", "hind_lower", "hind_foot"), 0.075, 0.35, 0.9),
        (("fore_upper", "fore_lower"), 0.11, 0.1, 0.45),
    ):
        for sign in (1, -1):
            rng = np.random.default_rng([seed, 13, 1 + sign, len(names)])
            mine = (
                (skin.side == sign)
                * smooth(0.4, 0.6, skin.on(*names))
                * smooth(0.70, 0.64, skin.points[:, 2])
            )
            z = q[:, 2] - tilt * q[:, 0]
            at = 0.16
            while at < 0.95:
                face = rng.choice([-1, 1]) if names[0] == "fore_upper" else rng.normal(0, 0.4)
                reach = smooth(
                    -0.5,
                    0.6,
                    skin.normals[:, 0] * face + 0.45 * skin.normals[:, 1] * sign + share - 0.5,
                )
                line = (
                    np.abs(z - at - 0.012 * np.sin(q[:, 1] * 40))
                    - rng.uniform(0.007, 0.013) * reach
                )
                out = np.maximum(out, mine * smooth(0.003, -0.002, line) * (reach > 0.1))
                at += gap * rng.uniform(0.6, 1.3)
    return out * (1 - 0.6 * smooth(0.3, 0.7, skin.inner()))


def _tail_rings(skin: Skin, seed: int) -> np.ndarray:
    rng = np.random.default_rng([seed, 17])
    joints = np.array([b.joint for b in skin.body.bones if b.name.startswith("tail")])
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(joints, axis=0), axis=1))]
    near = cKDTree(joints)
    _, k = near.query(skin.points)
    k = np.clip(k, 0, len(joints) - 2)
    way = joints[k + 1] - joints[k]
    s = along[k] + ((skin.points - joints[k]) * way).sum(1) / np.linalg.norm(way, axis=1)
    total, out, at = along[-1], np.zeros(len(s)), 0.10
    while at < total:
        wide = rng.uniform(0.014, 0.022) * (1.25 if at > total * 0.75 else 1)
        out = np.maximum(
            out, smooth(0.004, -0.003, np.abs(s - at + 0.01 * skin.normals[:, 2]) - wide)
        )
        at += rng.uniform(0.075, 0.10)
    out = np.maximum(out, smooth(total - 0.06, total - 0.04, s))
    return out * smooth(0.5, 0.8, skin.on("tail"))


def _face_stripes(skin: Skin, h, seed: int) -> np.ndarray:
    """Return the bars of the forehead and the arcs of the cheeks."""
    q = h + 0.004 * np.stack([noise(h, seed + 51 + k, 40.0) for k in range(3)], -1)
    x, y, z = q[:, 0], np.abs(q[:, 1]), q[:, 2]
    out = np.zeros(len(x))
    rng = np.random.default_rng([seed, 19])
    for at in (
        0.143,
        0.133,
        0.121,
        0.106,
        0.089,
        0.070,
        0.050,
    ):  # across the forehead, open in the middle
        jitter = rng.normal(0, 0.003)
        bar = np.abs(x - at - jitter + 0.45 * y) - 0.0056 * smooth(0.072, 0.045, y) * smooth(
            0.0, 0.008, y + rng.uniform(-0.004, 0.006)
        )
        out = np.maximum(out, smooth(0.0015, -0.001, bar) * smooth(0.024, 0.032, z))
    middle = np.abs(q[:, 1]) - 0.0035 * smooth(0.06, 0.09, x) * smooth(0.125, 0.11, x)
    out = np.maximum(out, smooth(0.001, -0.001, middle) * (z > 0.04))
    for centre, wide in ((0.062, 0.0055), (0.080, 0.007), (0.099, 0.0075)):  # round the cheeks
        r = np.hypot(x - 0.135, (z + 0.005) * 0.9)
        arc = np.abs(r - centre - rng.normal(0, 0.003)) - wide * smooth(0.035, -0.01, z) * smooth(
            -0.095, -0.05, z
        )
        out = np.maximum(out, smooth(0.0015, -0.001, arc) * smooth(0.028, 0.042, y) * (x < 0.12))
    line = np.abs(z - 0.014 - 0.25 * (0.13 - x)) - 0.0055
    return np.maximum(
        out,
        smooth(0.0015, -0.001, line) * smooth(0.085, 0.1, x) * smooth(0.128, 0.12, x) * (y > 0.035),
    )


def lynx(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a lynx: faint spots, pale ruff with dark bars, black tufts and tail tip."""
    p = skin.points
    paint = Paint.plain(len(p), (0.40, 0.28, 0.17) if not winter else (0.42, 0.35, 0.27), 0.36)
    angle, trunk = skin.around(), skin.on("hips", "loin", "chest", "neck", "nape")
    paint.over(
        np.maximum(trunk * smooth(1.7, 2.3, angle), smooth(0.2, 0.7, skin.inner())),
        (0.72, 0.68, 0.60),
        0.84,
    )
    whole = skin_of(skin.body)
    spacing = np.full(len(whole.points), 0.056)
    spacing = np.where(whole.on("fore", "hind") > 0.5, 0.038, spacing)
    spacing = np.where(whole.on("head") > 0.4, 0.3, spacing)
    marks = spots(skin.body, seed, spacing, np.zeros(len(spacing), bool), 0.30)
    dark, _ = marks.cover(warped(p, seed, 0.03, 0.003), 0.003)
    paint.over(dark * (0.55 if winter else 0.7) * (1 - skin.on("head")), (0.09, 0.06, 0.04), 0.10)
    h = skin.head()
    y = np.abs(h[:, 1])
    ruff = smooth(0.045, 0.06, y) * smooth(-0.02, -0.04, h[:, 2]) * skin.on("head")
    paint.over(ruff, (0.74, 0.70, 0.63), 0.84)
    bar = smooth(0.006, 0.003, np.abs(h[:, 0] - 0.062 + 0.2 * (h[:, 2] + 0.06))) * ruff
    paint.over(bar * 0.9, (0.04, 0.03, 0.03), 0.12)
    tip = np.maximum(skin.on("tail4"), skin.on("tail5")) + 0.5 * skin.on("tail3")
    paint.over(smooth(0.4, 0.7, tip), (0.02, 0.018, 0.015), 0.08)
    ears(skin, paint, (0.03, 0.026, 0.022), 0.10, (0.5, 0.48, 0.44))
    return cat_face(skin, paint, 0.93)
