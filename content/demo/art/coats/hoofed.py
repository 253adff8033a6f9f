"""Coats of the two deer and the boar."""

import numpy as np

from ..noise import smooth
from .skin import Skin, mix


def sika(skin: Skin) -> None:
    """Paint rows of white spots (faint in winter), a dark back line and a white rump."""
    X, Y, V, t, rng = skin.X, skin.Y, skin.V, skin.t, skin.rng
    belly = smooth(0.30, 0.05, t) * skin.body * skin.clear_of_legs * smooth(118, 100, X)
    skin.paint(0.82, belly * 0.75)
    skin.paint(0.34, smooth(0.90, 1, t) * smooth(110, 90, X) * skin.body * 0.7)
    skin.paint(0.34, smooth(96, 120, X) * smooth(70, 100, Y) * skin.body * 0.55)
    skin.paint(0.40, smooth(40, 20, Y) * 0.4)
    uneven, spots = skin.grain(0.9) * 0.25, np.zeros(skin.shape)
    for row, depth in enumerate((4.5, 10.5, 17.5, 25, 33, 41)):
        x = 10 + rng.uniform(0, 5)
        while x < 108:
            v = depth + rng.normal(0, 1.9) + (0.07 * (x - 55) if row else 0)
            away = np.hypot((X - x) * 0.85, V - v) - rng.uniform(0.9, 1.75) + uneven
            spots = np.maximum(spots, smooth(0.3, -0.3, away) * skin.body)
            x += rng.uniform(5.5, 9.5)
    skin.paint(0.95, spots * (Y > 52) * (0.2 if skin.winter else 0.8))
    edge = skin.spot(1, 82, 8.6, 13.8, -10, 0.3) - skin.spot(0, 82, 6.8, 12.2, -10, 0.3)
    skin.paint(0.97, skin.spot(0, 82, 6.5, 12, -10, 0.4) * 0.95)
    skin.paint(0.25, np.clip(edge, 0, 1) * 0.3 * skin.body)
    skin.tail = np.full(skin.shape, 0.85)
    skin.far = mix(np.full(skin.shape, 0.5), 0.4, smooth(40, 20, Y) * 0.5)
    _deer_face(skin, 154.2, 142.2, muzzle=0.75)


def roe(skin: Skin) -> None:
    """Paint a plain coat with a pale rump and throat."""
    belly = smooth(0.28, 0.05, skin.t) * skin.body * skin.clear_of_legs * smooth(110, 95, skin.X)
    skin.paint(0.72, belly * 0.6)
    skin.albedo = skin.albedo * (1 + 0.08 * skin.grain(5))
    skin.paint(0.36, smooth(0.86, 1, skin.t) * skin.body * smooth(118, 100, skin.X) * 0.5)
    skin.paint(0.97, skin.spot(-1, 86, 7.5, 12, -8, 0.4) * 0.95)
    skin.paint(0.8, skin.spot(131, 116, 5, 7, 0, 0.6) * 0.45 * skin.body)
    skin.far = skin.albedo.copy()
    _deer_face(skin, 146, 148.2, muzzle=0.85)


def _deer_face(skin: Skin, ex: float, ey: float, muzzle: float) -> None:
    nx, ny = skin.nose
    skin.paint(0.07, skin.spot(nx - 1.6, ny - 0.2, 2.6, 3.2, -35, 0.4))
    skin.paint(muzzle, skin.spot(nx - 5.5, ny - 3.8, 3.8, 2.2, -22, 0.5) * 0.75)
    mouth = [(nx - 1.5, ny - 4, 0.6), (nx - 6, ny - 5.4, 0.6), (nx - 10, ny - 4.6, 0.4)]
    skin.paint(0.12, skin.strokes([mouth]) * 0.8)
    skin.paint(0.66, skin.spot(ex, ey, 4.2, 3.2, -25, 0.8) * 0.3)
    skin.paint(0.05, skin.spot(ex, ey, 2.5, 1.9, -20, 0.35))
    ear = skin.masks["ear1"]
    inner = skin.blur(smooth(0.5, 1, skin.blur(ear, 1.6)), 0.3)
    skin.paint(0.8, inner * ear * 0.75)
    skin.paint(0.2, ear * (1 - smooth(0.35, 0.7, skin.blur(ear, 1.2))) * 0.5)
    for name in skin.masks:
        if name.startswith("ant1"):
            skin.paint(0.62, skin.masks[name])
    skin.far_head = np.full(skin.shape, 0.5)
    skin.eye = (ex + 0.1, ey, 1.15, 1.1)


def boar(skin: Skin) -> None:
    """Paint dark bristles, a paler cheek, a small tusk and black legs."""
    skin.albedo = skin.albedo * (1 + 0.16 * skin.grain(6))
    skin.paint(0.42, smooth(0.5, 0.85, skin.t) * skin.body * 0.4)
    skin.paint(0.12, smooth(40, 26, skin.Y) * 0.75)
    skin.paint(0.40, skin.spot(156, 55, 17, 6, -24, 0.7) * 0.55 * skin.head)
    skin.paint(0.13, skin.spot(178.6, 53, 3.2, 6.5, 8, 0.4) * 0.8)
    skin.paint(0.03, skin.spot(179, 55.3, 1.1, 1.5, 0, 0.4))
    mouth = [(176, 47.6, 0.9), (168, 49.5, 1.1), (160, 49, 1.0), (154, 47.5, 0.5)]
    skin.paint(0.07, skin.strokes([mouth]))
    skin.paint(0.05, skin.spot(147.5, 75.2, 2.1, 1.5, -25, 0.4))
    if "tusk" in skin.masks:
        skin.paint(0.9, skin.masks["tusk"] * (skin.Y > 46))
    ear = skin.masks["ear1"]
    skin.paint(0.15, smooth(0.4, 0.9, skin.blur(ear, 1.6)) * ear * 0.6)
    skin.paint(0.5, ear * (1 - smooth(0.4, 0.75, skin.blur(ear, 1.3))) * 0.5)
    skin.far, skin.tail = np.full(skin.shape, 0.14), np.full(skin.shape, 0.2)
    skin.eye = (147.7, 75.3, 1.0, 0.9)
