"""Coats of bear, raccoon dog, badger, fox and hare."""

import numpy as np

from ..noise import smooth
from .skin import Skin, mix


def bear(skin: Skin) -> None:
    """Paint a black coat, a brown muzzle and the pale crescent at the chest."""
    nx, ny = skin.nose
    skin.albedo = skin.albedo * (1 + 0.2 * skin.grain(7))
    skin.paint(0.34, skin.spot(nx - 5, ny - 5, 9, 6, -12, 0.5) * 0.8 * skin.head)
    skin.paint(0.04, skin.spot(nx - 1.6, ny - 0.4, 2.6, 2.6, 0, 0.35))
    mouth = [(nx - 2, ny - 7, 0.7), (nx - 7, ny - 10, 0.8), (nx - 14, ny - 9.5, 0.5)]
    skin.paint(0.04, skin.strokes([mouth]))
    chest = [(137, 50, 2), (142, 52, 5.5), (148, 58, 7), (153, 66, 5), (156, 71, 2)]
    crescent = skin.blur(skin.strokes([chest], 1.6), 0.9) * 0.95
    fore = np.maximum(skin.masks["NF"], skin.masks["NFp"])
    skin.paint(0.8, crescent * smooth(0, 0.5, 1 - skin.blur(fore, 0.6)))
    skin.paint(0.03, skin.spot(164.5, 91.5, 1.9, 1.5, -20, 0.4))
    ear = skin.masks["ear1"]
    skin.paint(0.16, smooth(0.4, 0.9, skin.blur(ear, 1.8)) * ear * 0.6)
    skin.eye = (164.7, 91.5, 1.15, 1.05)
    skin.far = np.full(skin.shape, 0.07)


def raccoon_dog(skin: Skin) -> None:
    """Paint a grizzled coat, black legs, pale brow and cheek, and the dark mask."""
    X, Y, t = skin.X, skin.Y, skin.t
    skin.albedo = skin.albedo * (1 + 0.16 * skin.grain(5))
    skin.paint(0.28, smooth(0.72, 1, t) * skin.body * 0.7)
    pale = smooth(0.75, 0.5, t) * smooth(0.15, 0.3, t) * smooth(120, 100, X) * skin.body
    skin.paint(0.74, pale * 0.4)
    fore = np.maximum(skin.masks["NF"], skin.masks["NFp"])
    legs = np.where(Y < 24, 1, skin.blur(skin.near_legs, 2))
    skin.paint(0.08, smooth(42, 26, Y + 2 * skin.grain(3)) * legs)
    fore = np.where(Y < 30, 1, skin.blur(fore, 3))
    skin.paint(0.10, smooth(60, 36, Y + 3 * skin.grain(3)) * fore * 0.85)
    skin.paint(0.12, skin.spot(128, 52, 10, 13, 10, 0.7) * 0.6)
    skin.paint(0.85, skin.spot(142, 93, 12, 5, -20, 0.6) * 0.7 * skin.head)
    skin.paint(0.8, skin.spot(163, 78, 8, 5, -15, 0.6) * 0.7 * skin.head)
    skin.paint(0.07, skin.spot(152.5, 84, 8, 5.6, -38, 0.45) * 0.92 * skin.head)
    skin.paint(0.82, skin.spot(138, 74, 8, 13, 20, 0.7) * 0.65)
    nx, ny = skin.nose
    skin.paint(0.05, skin.spot(nx - 1.2, ny, 2.2, 2.2, 0, 0.35))
    mouth = [(nx - 1, ny - 4, 0.7), (nx - 6, ny - 5.6, 0.8), (nx - 12, ny - 6.5, 0.5)]
    skin.paint(0.08, skin.strokes([mouth]))
    ear = skin.masks["ear1"]
    skin.paint(0.09, ear * 0.9 * smooth(96, 101, Y))
    skin.paint(0.4, smooth(0.6, 1, skin.blur(ear, 1.8)) * ear * 0.6)
    skin.far, skin.far_head = np.full(skin.shape, 0.08), np.full(skin.shape, 0.12)
    skin.tail = mix(np.full(skin.shape, 0.5), 0.15, smooth(-28, -40, X) * 0.9)
    skin.eye = (154.6, 86.4, 1.7, 1.5)


def badger(skin: Skin) -> None:
    """Paint a grey coat, black legs and belly, and the striped face."""
    X, Y, t = skin.X, skin.Y, skin.t
    skin.albedo = skin.albedo * (1 + 0.14 * skin.grain(5))
    legs = np.where(Y < 22, 1, skin.blur(skin.near_legs, 2))
    fore = np.maximum(skin.masks["NF"], skin.masks["NFp"])
    skin.paint(0.08, smooth(40, 26, Y + 2 * skin.grain(3)) * legs)
    skin.paint(0.08, smooth(0.30, 0.10, t) * skin.on_body * 0.85)
    skin.paint(0.09, smooth(52, 34, Y + 3 * skin.grain(3)) * skin.blur(fore, 3) * 0.9)
    head = skin.blur(skin.head, 1.2)
    white = np.where(X > 166, 1, head) * smooth(148, 162, X + 2 * skin.grain(2))
    skin.paint(0.9, white * 0.9)
    stripe = [(140, 71, 6), (150, 71, 8), (160, 69, 8), (172, 64.5, 7), (184, 59, 5),
              (195, 55.5, 3)]  # fmt: skip
    skin.paint(0.06, skin.strokes([stripe], 1.0) * 0.93)
    throat = [(146, 48, 10), (158, 43, 6), (168, 41.5, 2)]
    skin.paint(0.10, skin.strokes([throat], 1.4) * 0.8 * head)
    nx, ny = skin.nose
    skin.paint(0.05, skin.spot(nx - 1.4, ny - 0.6, 2.8, 3, 0, 0.35))
    ear = skin.masks["ear1"]
    skin.paint(0.07, ear * 0.9)
    skin.paint(0.9, ear * smooth(81, 83, Y) * 0.9)
    skin.far, skin.tail = np.full(skin.shape, 0.07), np.full(skin.shape, 0.6)
    skin.eye = (175.5, 64.8, 1.5, 1.35)


def fox(skin: Skin) -> None:
    """Paint a red coat, dark stockings and ear backs, white throat and tail tip."""
    X, Y, t = skin.X, skin.Y, skin.t
    skin.albedo = skin.albedo * (1 + 0.10 * skin.grain(5))
    skin.paint(0.34, smooth(0.84, 1, t) * skin.body * 0.45)
    skin.paint(0.78, smooth(0.26, 0.04, t) * skin.body * skin.clear_of_legs * 0.6)
    legs = np.where(Y < 26, 1, skin.blur(skin.near_legs, 2))
    skin.paint(0.07, smooth(44, 26, Y + 2 * skin.grain(3)) * legs * 0.93)
    skin.paint(0.93, skin.spot(155, 94.5, 15, 4.2, -4, 0.5) * 0.9 * skin.head)
    skin.paint(0.9, skin.spot(139, 90, 6, 13, 22, 0.6) * 0.8)
    skin.paint(0.12, skin.strokes([[(152, 108, 0.6), (157, 104, 1.6), (163, 101, 0.5)]]) * 0.6)
    nx, ny = skin.nose
    skin.paint(0.05, skin.spot(nx - 1, ny - 0.4, 1.9, 1.9, 0, 0.35))
    mouth = [(nx - 1.5, ny - 3.4, 0.6), (nx - 7, ny - 5, 0.7), (nx - 14, ny - 5.4, 0.4)]
    skin.paint(0.08, skin.strokes([mouth]))
    skin.paint(0.05, skin.spot(149.2, 109, 1.9, 1.3, -20, 0.4))
    ear = skin.masks["ear1"]
    skin.paint(0.08, ear * smooth(118, 127, Y) * 0.92)
    skin.far, skin.far_head = np.full(skin.shape, 0.3), np.full(skin.shape, 0.12)
    skin.far = mix(skin.far, 0.06, smooth(50, 32, Y))
    tail = mix(np.full(skin.shape, 0.48), 0.2, smooth(-22, -46, X) * 0.6)
    skin.tail = mix(tail, 0.95, smooth(-46, -52, X + 2 * skin.grain(2)))
    skin.eye = (149.4, 109.1, 1.15, 1.0)


def hare(skin: Skin) -> None:
    """Paint a grizzled brown coat, pale belly and cheek, and black ear tips."""
    skin.albedo = skin.albedo * (1 + 0.18 * skin.grain(2.5))
    skin.paint(0.28, smooth(0.75, 1, skin.t) * skin.body * 0.5)
    skin.paint(0.85, smooth(0.22, 0.02, skin.t) * skin.body * skin.clear_of_legs * 0.6)
    skin.paint(0.8, skin.spot(124, 98, 8, 4, 5, 0.6) * 0.5 * skin.head)
    nx, ny = skin.nose
    skin.paint(0.25, skin.spot(nx - 1.2, ny + 0.5, 2.4, 2.4, 0, 0.5) * 0.8)
    skin.paint(0.7, skin.spot(119.5, 112.5, 4.6, 3.8, 0, 0.6) * 0.45)
    skin.paint(0.04, skin.spot(119.5, 112.5, 3.0, 2.6, 0, 0.35))
    ear = skin.masks["ear1"]
    skin.paint(0.6, smooth(0.5, 1, skin.blur(ear, 2.0)) * ear * 0.5)
    skin.paint(0.06, ear * smooth(155, 162, skin.Y))
    skin.far_head = np.where(skin.Y > 158, 0.06, 0.36)
    skin.tail = np.where(skin.Y > 27, 0.12, 0.9)
    skin.far = np.full(skin.shape, 0.32)
    skin.eye = (119.8, 112.7, 1.5, 1.4)
