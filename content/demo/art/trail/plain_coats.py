"""Coats without individual marks: deer, boar, bear, fox, raccoon dog, badger, hare."""

import numpy as np

from .cat_faces import ears
from .grain import noise, smooth
from .marks import spots
from .skin import Paint, Skin, stroke, warped

TRUNK = ("hips", "loin", "chest", "neck", "nape")
BARREL = ("hips", "loin", "chest")
BLACK = (0.018, 0.016, 0.015)


def _nose(skin: Skin, paint: Paint, at, reach: float, infrared: float = 0.10) -> Paint:
    away = np.linalg.norm(skin.head() - np.array(at), axis=1)
    return paint.over(smooth(reach, reach * 0.75, away) * skin.on("head"), BLACK, infrared)


def _ears(skin: Skin, paint: Paint, back, back_ir: float, inner, inner_ir: float) -> Paint:
    """Paint the backs and the hollows of ears."""
    ear = smooth(0.4, 0.7, skin.on("ear"))
    front = smooth(0.1, 0.5, skin.normals[:, 0])
    paint.over(ear * (1 - front) * 0.9, back, back_ir)
    return paint.over(ear * front * 0.85, inner, inner_ir)


def _deer_head(skin: Skin, paint: Paint, pale, ear_inner) -> Paint:
    h, head = skin.head(), skin.on("head")
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    brow = smooth(0.015, 0.045, z + 0.25 * (x - 0.08)) * smooth(0.03, 0.06, x)
    paint.over(head * brow * 0.45, (0.09, 0.06, 0.042), 0.30)
    throat = smooth(-0.040, -0.078, z - 0.16 * (0.2 - x)) * smooth(0.02, 0.07, x)
    paint.over(head * throat * 0.75, pale, 0.75)
    _ears(skin, paint, (0.17, 0.125, 0.09), 0.42, ear_inner, 0.74)
    eye = np.linalg.norm(np.stack([x - 0.100, y - 0.046, z - 0.010], -1), axis=1)
    paint.over(head * smooth(0.040, 0.026, eye) * 0.16, pale, 0.55)
    paint.over(head * smooth(0.023, 0.017, eye) * 0.8, (0.05, 0.035, 0.025), 0.15)
    paint.over(head * smooth(0.195, 0.235, x) * smooth(0.0, -0.035, z) * 0.55, pale, 0.7)
    return _nose(skin, paint, (0.258, 0, -0.024), 0.024)


def _weathered(skin: Skin, paint: Paint, seed: int, dark, pale) -> Paint:
    """Darken the back, pale the flanks and legs, and leave no place quite like the next."""
    angle, trunk = skin.around(), skin.on(*TRUNK)
    ticks = 0.25 * noise(skin.points, seed + 8, 14.0, 2)
    paint.over(trunk * smooth(1.25, 0.15, angle + ticks) * 0.65, dark, 0.30)
    paint.over(trunk * smooth(1.25, 2.1, angle + ticks) * 0.50, pale, 0.50)
    paint.over(skin.on("fore_lower", "hind_lower") * 0.30, pale, 0.48)
    worn = noise(skin.points, seed + 9, (5.0, 7.0, 5.0), 3)
    paint.over(smooth(0.1, 1.0, worn) * 0.35, pale, 0.46)
    return paint.over(smooth(-0.1, -1.0, worn) * 0.35, dark, 0.32)


def sika(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a sika deer: red with white spots in summer, grey-brown in winter; white rump with a dark rim."""
    p, angle = skin.points, skin.around()
    size = skin.body.joints["hips"][2] / 0.80
    paint = Paint.plain(len(p), (0.125, 0.091, 0.066) if winter else (0.268, 0.156, 0.089), 0.40)
    if winter:
        _weathered(skin, paint, seed, (0.062, 0.046, 0.036), (0.200, 0.156, 0.118))
        paint.over(skin.on("neck", "nape") * 0.6, (0.070, 0.050, 0.037), 0.34)
    else:
        _weathered(skin, paint, seed, (0.158, 0.093, 0.057), (0.325, 0.213, 0.135))
        paint.over(skin.on("neck", "nape", "head") * 0.5, (0.195, 0.132, 0.088), 0.40)
    belly = np.maximum(
        skin.on(*BARREL) * smooth(2.1, 2.6, angle), smooth(0.3, 0.9, skin.inner()) * 0.55
    )
    paint.over(belly * 0.8, (0.50, 0.43, 0.35), 0.74)
    ridge = smooth(0.16, 0.06, angle) * skin.on(*TRUNK)
    paint.over(ridge * 0.7, (0.06, 0.04, 0.03), 0.26)
    _sika_spots(skin, paint, seed, size, 0.12 if winter else 0.85)
    _sika_rump(skin, paint, size)
    legs = skin.on("fore_foot", "hind_foot", "fore_toes", "hind_toes")
    paint.over(legs * 0.5, (0.20, 0.145, 0.095), 0.5)
    gland = np.hypot(p[:, 0] / size + 0.470, (p[:, 2] / size - 0.345) * 0.7)
    paint.over(skin.on("hind_foot") * smooth(0.026, 0.014, gland) * 0.7, (0.6, 0.55, 0.48), 0.75)
    paint.over(smooth(0.055, 0.035, p[:, 2]), BLACK, 0.12)
    return _deer_head(skin, paint, (0.50, 0.44, 0.37), (0.6, 0.54, 0.46))


def _sika_spots(skin: Skin, paint: Paint, seed: int, size: float, amount: float) -> Paint:
    """Scatter white spots over back and flanks."""
    spacing = np.full(len(skin.body.mesh.points), 0.060 * size)
    marks = spots(skin.body, seed, spacing, np.zeros(len(spacing)), 0.21, 1.25)
    white, _ = marks.cover(warped(skin.points, seed, 0.05, 0.004), 0.0035)
    barrel = skin.on("hips", "loin", "chest", "hind_upper", "fore_root")
    barrel = barrel * smooth(2.0, 1.85, skin.around())
    return paint.over(white * barrel * amount, (0.72, 0.67, 0.58), 0.84)


def _sika_rump(skin: Skin, paint: Paint, size: float) -> Paint:
    """Paint the white rump with its dark rim, and the tail with its dark line."""
    rump = _rump(skin, size, 0.135)
    paint.over(smooth(0.9, 1.0, rump) * smooth(1.25, 1.12, rump) * 0.6, (0.04, 0.03, 0.025), 0.2)
    paint.over(smooth(1.02, 0.94, rump), (0.80, 0.78, 0.73), 0.92)
    tail = skin.on("tail")
    paint.over(tail * 0.9, (0.76, 0.73, 0.68), 0.88)
    line = smooth(0.1, 0.06, np.abs(skin.points[:, 1]) / size)
    return paint.over(tail * line * smooth(0.2, 0.6, skin.normals[:, 2]) * 0.7, BLACK, 0.15)


def _rump(skin: Skin, size: float, reach: float) -> np.ndarray:
    """Return 1 at the edge of the rump patch, less inside."""
    p = skin.points / size
    back = skin.on("hips", "hind_upper", "tail")
    away = np.hypot(p[:, 1] * 1.0, (p[:, 2] - 0.76) * 0.72) / reach
    away = away + 0.08 * noise(skin.points, 4, 25.0, 2)
    behind = smooth(-0.44, -0.50, p[:, 0])
    return np.where((back > 0.5) & (behind > 0.02), away / np.maximum(behind, 0.05) ** 0.35, 9.0)


def roe(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a Siberian roe: plain, pale rump, dark nose with white chin."""
    p, angle = skin.points, skin.around()
    size = skin.body.joints["hips"][2] / 0.80
    paint = Paint.plain(len(p), (0.20, 0.155, 0.115) if winter else (0.27, 0.145, 0.068), 0.37)
    _weathered(skin, paint, seed, (0.11, 0.085, 0.066), (0.26, 0.21, 0.16))
    belly = np.maximum(
        skin.on(*BARREL) * smooth(1.9, 2.6, angle), 0.5 * smooth(0.3, 0.8, skin.inner())
    )
    paint.over(belly * 0.8, (0.50, 0.42, 0.32), 0.58)
    rump = _rump(skin, size, 0.125)
    paint.over(smooth(1.1, 0.92, rump), (0.86, 0.84, 0.80) if winter else (0.72, 0.62, 0.48), 0.92)
    paint.over(smooth(0.055, 0.035, p[:, 2]), BLACK, 0.12)
    _deer_head(skin, paint, (0.62, 0.56, 0.48), (0.62, 0.55, 0.46))
    h = skin.head()
    band = smooth(0.188, 0.205, h[:, 0]) * smooth(0.242, 0.232, h[:, 0]) * (h[:, 2] > -0.045)
    paint.over(band * skin.on("head") * 0.8, (0.05, 0.04, 0.035), 0.16)
    return _nose(skin, paint, (0.258, 0, -0.024), 0.022)


def boar(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a wild boar: grizzled brown-black, paler cheek, black legs and ears."""
    p = skin.points
    paint = Paint.plain(len(p), (0.060, 0.049, 0.040), 0.19)
    worn = noise(p, seed, (7.0, 9.0, 7.0), 3)
    paint.over(smooth(-0.1, 0.9, worn) * 0.45, (0.105, 0.084, 0.064), 0.27)
    paint.over(smooth(-0.2, 0.8, noise(p, seed, 60, 2)) * 0.40, (0.150, 0.122, 0.094), 0.36)
    paint.over(smooth(0.9, 0.2, skin.around()) * skin.on(*TRUNK) * 0.6, (0.026, 0.022, 0.020), 0.15)
    shoulder = skin.on("fore_root", "fore_upper") + 0.6 * skin.on("hind_lower")
    paint.over(np.clip(shoulder, 0, 1) * 0.45, (0.034, 0.028, 0.024), 0.17)
    legs = skin.on("fore_lower", "fore_foot", "fore_toes", "hind_foot", "hind_toes")
    paint.over(legs * 0.85, (0.020, 0.017, 0.015), 0.11)
    h, head = skin.head(), skin.on("head")
    cheek = smooth(0.10, 0.05, np.hypot(h[:, 0] - 0.16, (h[:, 2] + 0.05) * 1.3))
    paint.over(head * cheek * 0.4, (0.17, 0.14, 0.11), 0.40)
    _ears(skin, paint, (0.022, 0.018, 0.016), 0.14, (0.06, 0.045, 0.04), 0.22)
    paint.over(head * smooth(0.37, 0.385, h[:, 0]), (0.095, 0.068, 0.058), 0.26)
    for side in (-1, 1):
        hole = np.hypot(h[:, 1] - side * 0.017, h[:, 2] + 0.010)
        paint.over(head * (h[:, 0] > 0.39) * smooth(0.011, 0.008, hole), (0.01, 0.01, 0.01), 0.03)
    return paint.over(smooth(0.05, 0.03, p[:, 2]), BLACK, 0.10)


def bear(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint an Asiatic black bear: black with a white crescent on the chest and a brown muzzle."""
    p = skin.points
    paint = Paint.plain(len(p), (0.020, 0.018, 0.018), 0.070)
    paint.over(smooth(0.0, 0.8, noise(p, seed, 30, 2)) * 0.25, (0.045, 0.038, 0.034), 0.11)
    h, head = skin.head(), skin.on("head")
    paint.over(
        head * smooth(0.165, 0.215, h[:, 0] - 0.2 * np.abs(h[:, 2] + 0.02)) * 0.85,
        (0.15, 0.100, 0.065),
        0.27,
    )
    paint.over(
        head * smooth(0.12, 0.17, h[:, 0]) * smooth(-0.06, -0.085, h[:, 2]), (0.5, 0.44, 0.37), 0.45
    )
    y, z = np.abs(p[:, 1]), p[:, 2]
    front = smooth(0.30, 0.36, p[:, 0]) * smooth(0.0, 0.4, skin.normals[:, 0])
    line = np.abs(z - 0.44 - 1.0 * y + 0.6 * y * y) - 0.026
    crescent = (
        smooth(0.012, -0.006, line + 0.008 * noise(p, 3, 40, 2)) * smooth(0.12, 0.09, y) * front
    )
    paint.over(crescent * (1 - head), (0.82, 0.78, 0.68), 0.88)
    return _nose(skin, paint, (0.282, 0, -0.020), 0.027)


def fox(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a red fox: red above, white throat and tail tip, black stockings and ear backs."""
    p, angle = skin.points, skin.around()
    paint = Paint.plain(len(p), (0.37, 0.170, 0.062), 0.29)
    paint.over(skin.on("hips", "loin") * 0.30, (0.34, 0.20, 0.11), 0.35)
    pale = np.maximum(
        skin.on(*TRUNK) * smooth(2.0, 2.5, angle), smooth(0.4, 0.8, skin.inner()) * 0.6
    )
    paint.over(pale * 0.85, (0.66, 0.60, 0.54), 0.60)
    h, head = skin.head(), skin.on("head")
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    edge = 0.006 * noise(h, seed + 3, 60.0, 2)
    white = smooth(-0.020, -0.042, z + edge - 0.10 * np.maximum(0.10 - x, 0))
    paint.over(head * white * smooth(-0.015, 0.060, x) * 0.92, (0.72, 0.67, 0.61), 0.62)
    bib = skin.on("neck", "nape") * smooth(1.9, 2.4, angle)
    paint.over(bib, (0.76, 0.72, 0.68), 0.64)
    tear = smooth(0.008, 0.004, np.abs(y - 0.022)) * smooth(0.12, 0.14, x) * smooth(0.2, 0.18, x)
    paint.over(head * tear * 0.55, (0.10, 0.06, 0.04), 0.2)
    eye = np.linalg.norm(np.stack([x - 0.118, y - 0.033, z - 0.016], -1), axis=1)
    paint.over(head * smooth(0.0160, 0.0115, eye) * 0.9, BLACK, 0.08)
    mouth = np.abs(z + 0.036 + 0.06 * (0.22 - x)) + 0.2 * np.maximum(0.150 - x, 0)
    paint.over(head * smooth(0.0045, 0.0020, mouth) * (x < 0.226) * 0.8, BLACK, 0.10)
    ears(skin, paint, BLACK, 0.10)
    legs = skin.on("fore_lower", "fore_foot", "fore_toes", "hind_foot", "hind_toes")
    paint.over(smooth(0.30, 0.10, p[:, 2] / 0.60 - 0.06) * legs, BLACK, 0.12)
    paint.over(smooth(-0.60, -0.64, p[:, 0] + 0.02 * noise(p, 5, 40, 2)), (0.80, 0.78, 0.74), 0.90)
    return _nose(skin, paint, (0.241, 0, -0.015), 0.0155)


def raccoon_dog(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a raccoon dog: grizzled, black legs and mask, pale muzzle and brow."""
    p = skin.points
    paint = Paint.plain(len(p), (0.26, 0.20, 0.14), 0.25)
    paint.over(smooth(-0.1, 0.7, noise(p, seed, (16, 22, 22), 3)) * 0.80, (0.09, 0.07, 0.055), 0.10)
    paint.over(
        skin.on(*TRUNK) * smooth(0.55, 0.2, skin.around()) * 0.75, (0.07, 0.055, 0.045), 0.11
    )
    shoulder = skin.on("fore_root", "fore_upper") + skin.on("chest") * smooth(
        1.5, 2.2, skin.around()
    )
    paint.over(np.clip(shoulder, 0, 1) * 0.75, (0.06, 0.048, 0.04), 0.11)
    legs = skin.on("fore_lower", "fore_foot", "fore_toes", "hind_lower", "hind_foot", "hind_toes")
    paint.over(legs * 0.95, (0.022, 0.019, 0.017), 0.05)
    paint.over(
        skin.on("tail") * smooth(0.0, 0.6, skin.normals[:, 2]) * 0.5, (0.07, 0.055, 0.045), 0.2
    )
    return _masked_face(skin, paint)


def _masked_face(skin: Skin, paint: Paint) -> Paint:
    """Paint a raccoon dog's black eye patches that reach down the cheeks, pale brow bars and muzzle."""
    h, head = skin.head(), skin.on("head")
    x, z = h[:, 0], h[:, 2]
    edge = 0.004 * noise(h, 5, 70.0, 2)
    paint.over(head * 0.55, (0.19, 0.155, 0.12), 0.27)
    brow = stroke(h, (0.128, 0.018, 0.040), (0.094, 0.058, 0.032)) + edge
    paint.over(head * smooth(0.022, 0.010, brow) * 0.85, (0.52, 0.46, 0.38), 0.46)
    paint.over(head * smooth(0.138, 0.162, x + edge) * 0.9, (0.50, 0.44, 0.36), 0.50)
    bridge = stroke(h, (0.120, 0.0, 0.036), (0.165, 0.0, 0.014)) + edge
    paint.over(head * smooth(0.016, 0.008, bridge) * 0.5, (0.12, 0.095, 0.075), 0.20)
    mask = np.minimum(stroke(h, (0.142, 0.030, 0.004), (0.112, 0.044, 0.010)) - 0.018,
                      stroke(h, (0.116, 0.048, -0.010), (0.072, 0.086, -0.058)) - 0.029)  # fmt: skip
    paint.over(head * smooth(0.005, -0.003, mask + edge) * 0.98, BLACK, 0.035)
    paint.over(head * smooth(0.105, 0.130, x) * smooth(-0.034, -0.046, z) * 0.7, BLACK, 0.10)
    ear = smooth(0.30, 0.50, skin.on("ear"))
    paint.over(ear, (0.030, 0.025, 0.021), 0.085)
    hollow = smooth(0.026, 0.014, np.hypot(np.abs(h[:, 1]) - 0.062, z - 0.052))
    paint.over(ear * hollow * smooth(0.1, 0.5, skin.normals[:, 0]), (0.25, 0.205, 0.16), 0.23)
    return _nose(skin, paint, (0.210, 0, -0.016), 0.017, 0.05)


def badger(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint an Asian badger: pale head with a dark stripe through each eye, grey back, black legs."""
    p, angle = skin.points, skin.around()
    paint = Paint.plain(len(p), (0.30, 0.26, 0.21), 0.29)
    paint.over(smooth(-0.1, 0.7, noise(p, seed, 55, 2)) * 0.7, (0.10, 0.08, 0.07), 0.12)
    paint.over(skin.on(*TRUNK) * smooth(1.9, 2.3, angle) * 0.9, (0.03, 0.025, 0.022), 0.11)
    legs = skin.on(
        "fore_upper", "fore_lower", "fore_foot", "fore_toes", "hind_lower", "hind_foot", "hind_toes"
    )
    paint.over(np.clip(legs, 0, 1) * 0.95, (0.022, 0.019, 0.017), 0.09)
    h, head = skin.head(), skin.on("head")
    x, y, z = h[:, 0], np.abs(h[:, 1]), h[:, 2]
    face = np.clip(head + 0.5 * skin.on("nape"), 0, 1)
    paint.over(face, (0.72, 0.66, 0.56), 0.86)
    flat = h * (1, 0.5, 1)  # the cheek behind the eye bulges away from a straight line
    line = np.minimum(stroke(flat, (0.225, 0.008, -0.010), (0.126, 0.018, 0.014)),
                      stroke(flat, (0.126, 0.018, 0.014), (0.005, 0.036, 0.026)))  # fmt: skip
    stripe = smooth(0.0170, 0.0125, line)
    paint.over(face * stripe * 0.97, (0.028, 0.022, 0.018), 0.08)
    throat = smooth(-0.045, -0.06, z) * smooth(0.13, 0.09, x)
    paint.over(face * throat * 0.9, (0.03, 0.025, 0.02), 0.10)
    ear = smooth(0.058, 0.066, y) * smooth(0.02, 0.028, z) * smooth(0.05, 0.04, x)
    paint.over(head * ear * 0.6, (0.75, 0.7, 0.62), 0.9)
    return _nose(skin, paint, (0.270, 0, -0.017), 0.021)


def hare(skin: Skin, seed: int, winter: bool) -> Paint:
    """Paint a hare: grizzled black, brown and buff, pale belly, dark ear tips and tail."""
    p = skin.points
    paint = Paint.plain(len(p), (0.21, 0.150, 0.094), 0.23)
    ticks = (1 - 0.5 * skin.on("head")) * noise(p, seed, (110.0, 170.0, 170.0), 2)
    paint.over(smooth(0.0, 0.5, ticks) * 0.85, (0.050, 0.038, 0.030), 0.07)
    paint.over(smooth(-0.1, -0.6, ticks) * 0.45, (0.40, 0.32, 0.225), 0.40)
    worn = noise(p, seed + 9, (12, 18, 14), 3)
    paint.over(smooth(-0.2, 0.8, worn) * 0.5, (0.12, 0.09, 0.065), 0.14)
    back = smooth(1.0, 0.2, skin.around()) * skin.on(*TRUNK)
    paint.over(back * 0.55, (0.075, 0.058, 0.044), 0.11)
    pale = skin.on(*BARREL) * smooth(2.2, 2.8, skin.around())
    paint.over(pale, (0.66, 0.62, 0.56), 0.80)
    paint.over(skin.on("tail") * 0.7, (0.6, 0.55, 0.5), 0.6)
    paint.over(skin.on("tail") * smooth(-0.2, 0.4, skin.normals[:, 2]) * 0.9, BLACK, 0.08)
    return _hare_head(skin, paint)


def _hare_head(skin: Skin, paint: Paint) -> Paint:
    h, head = skin.head(), skin.on("head")
    y = np.abs(h[:, 1])
    _ears(skin, paint, (0.15, 0.112, 0.078), 0.18, (0.24, 0.19, 0.145), 0.27)
    up = h[:, 2] - 0.5 * h[:, 0]  # along ears that lean back
    paint.over(skin.on("ear") * smooth(0.208, 0.236, up), BLACK, 0.085)
    eye = np.linalg.norm(np.stack([h[:, 0] - 0.100, y - 0.048, h[:, 2] - 0.018], -1), axis=1)
    paint.over(head * smooth(0.032, 0.025, eye) * 0.40, (0.5, 0.44, 0.36), 0.50)
    paint.over(head * smooth(0.021, 0.017, eye) * 0.8, BLACK, 0.10)
    paint.over(head * smooth(-0.034, -0.054, h[:, 2]) * 0.6, (0.62, 0.58, 0.52), 0.66)
    mouth = stroke(h, (0.200, 0.0, -0.036), (0.160, 0.024, -0.042))
    paint.over(head * smooth(0.006, 0.003, mouth) * 0.7, BLACK, 0.08)
    return _nose(skin, paint, (0.211, 0, -0.018), 0.010, 0.18)
