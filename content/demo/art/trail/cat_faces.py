"""Faces of cats: eyes, nose, lips, whisker spots and ears, in the head's own coordinates."""

import numpy as np

from .grain import noise, smooth
from .heads import CAT_EYE
from .skin import Paint, Skin, stroke

WHITE = (0.66, 0.575, 0.48)
PALE = 0.54  # of white hair in the face, under infrared
DARK = (0.020, 0.016, 0.014)
TIGER_BARS = (  # of one side: across the brow, beside the eye, round the cheek
    ((0.120, 0.003, 0.058), (0.104, 0.034, 0.057), 0.0054),
    ((0.105, 0.004, 0.069), (0.086, 0.044, 0.059), 0.0058),
    ((0.088, 0.010, 0.072), (0.066, 0.046, 0.054), 0.0060),
    ((0.070, 0.003, 0.074), (0.050, 0.036, 0.062), 0.0060),
    ((0.128, 0.012, 0.051), (0.117, 0.032, 0.050), 0.0046),
    ((0.124, 0.000, 0.060), (0.104, 0.000, 0.070), 0.0034),
    ((0.118, 0.052, 0.004), (0.100, 0.064, -0.018), 0.0046),
    ((0.112, 0.056, -0.020), (0.094, 0.062, -0.056), 0.0036),
    ((0.112, 0.058, 0.018), (0.080, 0.076, 0.014), 0.0058),
    ((0.104, 0.064, -0.002), (0.070, 0.084, -0.004), 0.0048),
    ((0.100, 0.070, 0.030), (0.085, 0.074, -0.030), 0.0058),
    ((0.085, 0.074, -0.030), (0.080, 0.058, -0.080), 0.0058),
    ((0.072, 0.078, 0.020), (0.058, 0.086, -0.035), 0.0068),
    ((0.058, 0.086, -0.035), (0.054, 0.062, -0.095), 0.0066),
    ((0.040, 0.076, 0.010), (0.030, 0.090, -0.050), 0.0074),
    ((0.030, 0.090, -0.050), (0.030, 0.060, -0.110), 0.0070),
)  # fmt: skip
LYNX_BARS = (
    ((0.126, 0.010, 0.052), (0.092, 0.014, 0.068), 0.0048), ((0.118, 0.028, 0.048), (0.088, 0.036, 0.058), 0.0046),
    ((0.078, 0.004, 0.070), (0.040, 0.008, 0.070), 0.0052), ((0.072, 0.030, 0.062), (0.050, 0.034, 0.060), 0.0046),
    ((0.112, 0.052, 0.012), (0.078, 0.072, 0.000), 0.0052), ((0.108, 0.056, -0.018), (0.080, 0.072, -0.036), 0.0056),
    ((0.078, 0.074, -0.008), (0.064, 0.074, -0.070), 0.0070), ((0.050, 0.080, 0.000), (0.036, 0.078, -0.080), 0.0080),
)  # fmt: skip


def ears(skin: Skin, paint: Paint, back, back_ir: float, patch=None) -> Paint:
    """Paint ears: dark backs (with a pale patch); within, white hair before a dark hollow."""
    h, ear = skin.head(), smooth(0.45, 0.75, skin.on("ear"))
    y, high = np.abs(h[:, 1]), h[:, 2] - 0.044
    open_ = 0.93 * skin.normals[:, 0] + 0.36 * skin.side * skin.normals[:, 1]
    front = smooth(0.15, 0.45, open_)
    paint.over(ear * (1 - front), back, back_ir)
    if patch is not None:
        spot = smooth(0.020, 0.010, np.hypot(h[:, 0] - 0.008, high - 0.016))
        paint.over(ear * (1 - front) * spot, patch, 0.85)
    paint.over(ear * front * 0.9, (0.40, 0.33, 0.26), 0.36)
    hollow = smooth(0.017, 0.006, np.hypot(y - 0.061, 0.75 * (high - 0.010)))
    return paint.over(ear * front * hollow * 0.9, (0.050, 0.034, 0.027), 0.10)


def cat_face(skin: Skin, paint: Paint, muzzle: float = 1.0, lid: float = 1.0) -> Paint:
    """Paint white chin, lips and eye patches, then dark rims, tear lines, mouth and nose."""
    h = skin.head()
    ahead = np.maximum(h[:, 0] - 0.14, 0)
    h[:, 0] += ahead * (0.06 / (0.20 * muzzle - 0.14) - 1)  # as if the muzzle were of usual length
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    head = skin.on("head")
    lips = smooth(0.122, 0.172, x) * smooth(-0.002, -0.030, z - 0.25 * (y - 0.03))
    chin = smooth(0.070, 0.125, x) * smooth(-0.048, -0.074, z)
    paint.over(head * np.maximum(0.65 * lips, 0.30 * chin), WHITE, PALE)
    lower = smooth(0.140, 0.172, x) * smooth(-0.044, -0.054, z)  # the lips shade it
    paint.over(head * lower * 0.6, (0.42, 0.355, 0.28), 0.24)
    under = smooth(0.0125, 0.006, stroke(h, (0.150, 0.031, -0.006), (0.122, 0.047, -0.006)))
    brow = smooth(0.0105, 0.005, stroke(h, (0.132, 0.027, 0.036), (0.120, 0.040, 0.034)))
    paint.over(head * np.maximum(0.6 * under, 0.8 * brow) * lid, WHITE, PALE)
    return _lines(h, head, paint)


def _lines(h: np.ndarray, head: np.ndarray, paint: Paint) -> Paint:
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    inner = np.add(CAT_EYE, (0.012, -0.010, -0.006))
    outer = np.add(CAT_EYE, (-0.010, 0.007, 0.001))
    rim = smooth(0.0120, 0.0065, stroke(h, inner - (0.004, -0.002, 0), outer))
    tear = smooth(0.0055, 0.0025, stroke(h, inner, (0.160, 0.0185, -0.008)))
    paint.over(head * np.maximum(0.85 * rim, 0.75 * tear), DARK, 0.05)
    line = np.interp(
        y, (0.0, 0.012, 0.030, 0.045, 0.055), (-0.043, -0.049, -0.0575, -0.0590, -0.0590)
    )
    lips = smooth(0.0058, 0.0022, np.abs(z - line - 0.0025 + 0.0014 * noise(h, 7, 220.0)))
    lips = lips * smooth(0.136, 0.165, x) * (0.75 + 0.25 * noise(h, 8, 90.0))
    cleft = stroke(h, (0.212, 0.0, -0.022), (0.208, 0.0, -0.036))
    mouth = np.maximum(0.55 * lips, 0.6 * smooth(0.0036, 0.0014, cleft))
    corner = smooth(0.009, 0.004, stroke(h, (0.156, 0.047, -0.058), (0.140, 0.052, -0.060)))
    paint.over(head * np.maximum(mouth, 0.45 * corner) * 0.85, DARK, 0.08)
    rows = 0.5 + 0.5 * np.cos((z + 0.016) / 0.0095 * 2 * np.pi)
    dots = rows * (0.5 + 0.5 * np.cos((x - 0.2 - 0.3 * z) / 0.0105 * 2 * np.pi))
    pad = (
        smooth(0.146, 0.160, x) * smooth(0.200, 0.193, x) * smooth(-0.014, -0.018, z) * (z > -0.040)
    )
    paint.over(head * pad * smooth(0.40, 0.75, dots) * 0.75, DARK, 0.12)
    return _nose(h, head, paint)


def _nose(h: np.ndarray, head: np.ndarray, paint: Paint) -> Paint:
    """Paint the bare skin of the nose, soft at its edge, and the commas of the nostrils."""
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    wide = 0.0145 * smooth(-0.030, -0.007, z)
    ahead = smooth(0.193, 0.203, x) * smooth(0.008, -0.001, z) * smooth(-0.033, -0.027, z)
    paint.over(head * ahead * smooth(0.0045, -0.0045, y - wide), (0.110, 0.064, 0.055), 0.12)
    hole = stroke(h, (0.212, 0.0070, -0.012), (0.207, 0.0135, -0.009))
    return paint.over(head * ahead * smooth(0.0042, 0.0022, hole), DARK, 0.03)


def face_bars(h: np.ndarray, seed: int, bars: tuple) -> np.ndarray:
    """Return bars of brow and cheeks, each from place to place and so wide, moved a little by the seed."""
    rng = np.random.default_rng([seed, 19])
    q = h + 0.005 * np.stack([noise(h, seed + 51 + k, 45.0) for k in range(3)], -1)
    side = np.where(h[:, 1] >= 0, 1, -1)
    out = np.zeros(len(h))
    for sign in (1, -1):
        mine = side == sign
        p = _seen(q * (1, sign, 1))
        for a, b, wide in bars:
            a = _seen(np.add(a, rng.normal(0, 0.0035, 3)))
            b = _seen(np.add(b, rng.normal(0, 0.0045, 3)))
            way = b - a
            t = np.clip(((p - a) @ way) / (way @ way), 0, 1)
            away = 0.085 * np.linalg.norm(p - a - t[:, None] * way, axis=1)
            thick = wide * rng.uniform(0.85, 1.3) * (0.35 + 0.65 * np.sin(np.pi * (0.15 + 0.8 * t)))
            out = np.maximum(out, mine * smooth(0.0015, -0.001, away - thick))
    return out * smooth(0.154, 0.142, h[:, 0])


def _seen(places: np.ndarray) -> np.ndarray:
    """Return directions from the middle of the head, so that strokes lie on the skin."""
    out = np.asarray(places) - (0.065, 0, -0.010)
    return out / np.linalg.norm(out, axis=-1, keepdims=True)
