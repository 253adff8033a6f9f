"""Coats of leopard, tiger and lynx: marks by which an individual is known."""

import numpy as np

from .cat_faces import LYNX_BARS, TIGER_BARS, cat_face, ears, face_bars
from .grain import noise, smooth
from .heads import CAT_EYE
from .marks import spots
from .skin import Paint, Skin, mould_of, stroke, warped
from .stripes import body_stripes, tail_rings

TRUNK = ("hips", "loin", "chest", "neck", "nape")
BLACK = (0.020, 0.015, 0.012)


def leopard(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint an Amur leopard: broken rosettes on the trunk that close to spots on head, legs, belly."""
    paint = _leopard_ground(skin, winter)
    whole = mould_of(skin.body)
    marks = spots(skin.body, seed, _spacing(whole), _hollow(whole), 0.48)
    dark, inside = marks.cover(warped(skin.points, seed, 0.026, 0.0036))
    paint.over(
        inside * 0.55 * skin.on("hips", "loin", "chest", "hind_upper", "fore_root"),
        (0.36, 0.20, 0.075),
        0.40,
    )
    h = skin.head()
    plain = skin.on("head") * smooth(0.142, 0.156, h[:, 0]) + smooth(0.3, 0.6, skin.on("ear"))
    paint.over(dark * (1 - np.clip(plain, 0, 1)) * 0.97, BLACK, 0.05)
    tip = smooth(0.4, 0.9, skin.on("tail5")) * smooth(-0.4, 0.2, skin.normals[:, 2])
    paint.over(tip, (0.03, 0.025, 0.02), 0.1)
    ears(skin, paint, BLACK, 0.08, (0.75, 0.7, 0.6))
    return cat_face(skin, paint)


def _leopard_ground(skin: Skin, winter: bool) -> Paint:
    """Paint ochre on the back, paler down the flank, white underneath."""
    back = (0.46, 0.33, 0.175) if winter else (0.43, 0.275, 0.115)
    paint = Paint.plain(len(skin.points), back, 0.31)
    angle, trunk = skin.around(), skin.on(*TRUNK)
    paint.over(smooth(0.5, 1.6, angle) * 0.65, (0.56, 0.43, 0.27), 0.40)
    legs = skin.on("fore_lower", "fore_foot", "fore_toes", "hind_lower", "hind_foot", "hind_toes")
    paint.over(legs * 0.5, (0.58, 0.45, 0.28), 0.44)
    pale = np.maximum(trunk * smooth(1.8, 2.5, angle), smooth(0.45, 0.95, skin.inner()) * 0.9)
    under_tail = skin.on("tail") * smooth(0.1, -0.6, skin.normals[:, 2])
    paint.over(np.maximum(pale, under_tail * 0.8), (0.78, 0.73, 0.64), 0.68)
    h, head = skin.head(), skin.on("head")
    cheek = smooth(0.030, 0.055, np.abs(h[:, 1])) * smooth(-0.010, -0.045, h[:, 2])
    throat = smooth(-0.050, -0.070, h[:, 2])
    return paint.over(head * (0.6 * np.maximum(cheek, throat)), (0.64, 0.575, 0.48), 0.50)


def _by_bone(skin: Skin, usual: float, *rows: tuple) -> np.ndarray:
    """Return a value that passes softly from bone to bone."""
    values = np.full(len(skin.body.bones), usual)
    for names, value in rows:
        for k, bone in enumerate(skin.body.bones):
            if bone.name.startswith(names):
                values[k] = value
    return skin.weights @ values


def _spacing(skin: Skin) -> np.ndarray:
    gap = _by_bone(
        skin, 0.081, (("neck",), 0.050), (("nape",), 0.036), (("fore_root",), 0.058),
        (("fore_upper",), 0.046), (("hind_upper",), 0.062), (("fore_lower", "hind_lower"), 0.038),
        (("fore_foot", "hind_foot"), 0.027), (("fore_toes", "hind_toes"), 0.018),
        (("head",), 0.0185), (("ear",), 0.020), (("tail",), 0.050),
    )  # fmt: skip
    angle, barrel = skin.around(), skin.on("hips", "loin", "chest")
    spine = barrel * smooth(0.40, 0.15, angle)
    gap = gap - 0.026 * spine - 0.014 * barrel * smooth(1.9, 2.4, angle)
    brow = skin.on("head") * smooth(0.06, 0.09, skin.head()[:, 0])
    return gap - 0.004 * brow


def _hollow(skin: Skin) -> np.ndarray:
    """Return how far marks are opened: wide on the flank, shut towards spine, belly and limbs."""
    open_ = _by_bone(skin, 0.0, (("hips", "loin", "chest"), 1.0), (("hind_upper",), 0.85),
                     (("fore_root",), 0.75), (("neck",), 0.30), (("fore_upper",), 0.25))  # fmt: skip
    angle = skin.around()
    return open_ * smooth(0.22, 0.5, angle) * smooth(2.1, 1.75, angle)


def tiger(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint an Amur tiger: stripes round body and legs, ringed tail, white belly, cheeks and brows."""
    p = skin.points
    back = (0.43, 0.235, 0.100) if winter else (0.44, 0.220, 0.078)
    paint = Paint.plain(len(p), back, 0.40)
    angle, trunk = skin.around(), skin.on(*TRUNK)
    paint.over(smooth(0.4, 1.7, angle) * 0.6, (0.52, 0.345, 0.190), 0.50)
    soft = 0.18 * noise(p, seed + 60, 6.0, 2)
    inner = smooth(0.30, 1.05, skin.inner() + 0.5 * soft) * 0.7
    white = np.maximum(trunk * smooth(1.70, 2.75, angle + 1.4 * soft), inner)
    under_tail = skin.on("tail") * smooth(0.2, -0.5, skin.normals[:, 2]) * 0.8
    paint.over(np.maximum(white, under_tail), (0.80, 0.77, 0.71), 0.88)
    feet = skin.on("fore_toes", "hind_toes", "fore_foot", "hind_foot")
    paint.over(feet * 0.35, (0.72, 0.58, 0.40), 0.66)
    h, head = skin.head(), skin.on("head")
    _tiger_mask(h, head, paint)
    dark = np.maximum(body_stripes(skin, seed), tail_rings(skin, seed))
    on_head = smooth(0.35, 0.6, head)
    dark = np.maximum(dark * (1 - on_head), face_bars(h, seed, TIGER_BARS) * on_head)
    paint.over(dark * (1 - smooth(0.3, 0.6, skin.on("ear"))) * 0.94, (0.024, 0.015, 0.010), 0.09)
    ears(skin, paint, BLACK, 0.07, (0.85, 0.82, 0.76))
    return cat_face(skin, paint, 0.97)


def _tiger_mask(h: np.ndarray, head: np.ndarray, paint: Paint) -> Paint:
    """Paint a tiger's rusty brow and nose bridge, and the white of cheeks, lips, throat and above the eyes."""
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    paint.over(head * smooth(-0.012, 0.006, z) * 0.65, (0.40, 0.190, 0.066), 0.30)
    side = stroke(h, (0.142, 0.024, 0.014), (0.194, 0.017, 0.000))
    paint.over(head * smooth(0.011, 0.003, side) * 0.55, (0.15, 0.075, 0.035), 0.22)
    cheek = smooth(0.028, 0.046, y) * smooth(0.006, -0.016, z) * smooth(0.0, 0.03, x)
    pad = 0.7 * smooth(0.015, 0.022, y) * smooth(0.150, 0.168, x) * smooth(0.002, -0.010, z)
    above = stroke(
        h, np.add(CAT_EYE, (0.002, -0.006, 0.017)), np.add(CAT_EYE, (-0.016, 0.014, 0.013))
    )
    above = 0.9 * smooth(0.0175, 0.0065, above + 0.003 * noise(h, 23, 60.0))
    white = np.max([cheek, pad, 0.6 * smooth(-0.050, -0.070, z), above], axis=0)
    return paint.over(np.clip(head * 1.2, 0, 1) * white, (0.76, 0.71, 0.63), 0.60)


def lynx(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a lynx: faint spots, pale ruff with dark bars, black tufts and tail tip."""
    p = skin.points
    paint = Paint.plain(len(p), (0.42, 0.35, 0.27) if winter else (0.40, 0.28, 0.17), 0.34)
    angle, trunk = skin.around(), skin.on(*TRUNK)
    paint.over(trunk * smooth(0.5, 0.1, angle) * 0.4, (0.22, 0.16, 0.11), 0.28)
    white = np.maximum(trunk * smooth(1.85, 2.8, angle), smooth(0.4, 0.9, skin.inner()) * 0.9)
    paint.over(white, (0.72, 0.68, 0.60), 0.84)
    whole = mould_of(skin.body)
    spacing = _by_bone(whole, 0.056, (("fore", "hind"), 0.038), (("head", "ear"), 0.3))
    marks = spots(skin.body, seed, spacing, np.zeros(len(spacing)), 0.37)
    dark, _ = marks.cover(warped(p, seed, 0.03, 0.003), 0.004)
    paint.over(
        dark * (0.8 if winter else 0.85) * (1 - skin.on("head", "ear")), (0.09, 0.06, 0.04), 0.12
    )
    h = skin.head()
    ruff = smooth(0.040, 0.058, np.abs(h[:, 1])) * smooth(-0.005, -0.03, h[:, 2]) * skin.on("head")
    ruff = ruff * smooth(-0.010, 0.045, h[:, 0])
    paint.over(ruff, (0.66, 0.61, 0.53), 0.64)
    bars = smooth(0.35, 0.6, skin.on("head")) * face_bars(h, seed, LYNX_BARS)
    paint.over(bars * 0.85, (0.05, 0.036, 0.030), 0.08)
    tip = np.maximum(skin.on("tail4"), skin.on("tail5")) + 0.5 * skin.on("tail3")
    paint.over(smooth(0.4, 0.7, tip), (0.02, 0.018, 0.015), 0.08)
    ears(skin, paint, (0.03, 0.026, 0.022), 0.10, (0.5, 0.48, 0.44))
    return cat_face(skin, paint, 0.89)
