"""Heads in their own coordinates: metres of a leopard-sized head, from the occiput forward."""

import numpy as np


def in_head(points: np.ndarray, origin: tuple, size: float, pitch: float) -> np.ndarray:
    """Move points from a head's own coordinates to the body's."""
    c, s = np.cos(pitch), np.sin(pitch)
    x, y, z = points[..., 0] * size, points[..., 1] * size, points[..., 2] * size
    return np.stack([origin[0] + x * c - z * s, y, origin[1] + x * s + z * c], -1)


def of_head(points: np.ndarray, origin: tuple, size: float, pitch: float) -> np.ndarray:
    """Move points from the body's coordinates to a head's own."""
    c, s = np.cos(pitch), np.sin(pitch)
    x, z = points[..., 0] - origin[0], points[..., 2] - origin[1]
    return np.stack([x * c + z * s, points[..., 1], z * c - x * s], -1) / size


def cat_head(
    ear: float = 1.0, muzzle: float = 1.0, ruff: float = 0.0, *, pointed: bool = False
) -> list[tuple]:
    """Return a cat's head: low brow, short square muzzle, strong chin, heavy cheeks; `pointed` as a lynx."""
    m = muzzle
    parts = [
        ((0.020, 0, -0.004), 0.066, (0.080, 0, 0.002), 0.061, {"blend": 0.02}),
        ((0.078, 0, 0.022), 0.048, (0.124, 0, 0.018), 0.033, {"blend": 0.03, "squash": 1.14}),
        ((0.114, 0, 0.022), 0.026, (0.192 * m, 0, 0.002), 0.0195, {"blend": 0.016, "squash": 1.15}),
        ((0.140, 0.019, -0.026), 0.033, (0.187 * m, 0.0175, -0.027), 0.0255, {"blend": 0.014}),
        ((0.150, 0.010, -0.020), 0.030, (0.197 * m, 0.007, -0.020), 0.0190, {"blend": 0.012}),
        ((0.203 * m, 0, -0.001), 0.0125, (0.207 * m, 0, -0.009), 0.0095, {"blend": 0.006, "squash": 1.7}),
        ((0.120, 0, -0.055), 0.034, (0.177 * m, 0, -0.059), 0.0205, {"blend": 0.012, "squash": 1.4}),
        ((0.050, 0.036, -0.024), 0.047, (0.106, 0.038, -0.030), 0.034, {"blend": 0.03}),
        ((0.088, 0.050, 0.000), 0.024, (0.124, 0.043, -0.008), 0.018, {"blend": 0.022}),
        ((0.104, 0.033, 0.037), 0.017, (0.131, 0.031, 0.031), 0.012, {"blend": 0.014}),
        ((0.040, 0.026, -0.060), 0.036, (0.130, 0.016, -0.062), 0.027, {"blend": 0.03}),
        ((0.1415, 0.0355, 0.0145), 0.0100, (0.1375, 0.041, 0.0135), 0.0100, {"blend": 0.010, "cut": True}),
    ]  # fmt: skip
    if ruff:
        parts += [
            ((0.050, 0.046, -0.030), 0.044, (0.022, 0.072 * ruff, -0.058), 0.028, {"blend": 0.03, "thin": 0.7}),
            ((0.040, 0.034, -0.055), 0.040, (0.020, 0.040, -0.092), 0.026, {"blend": 0.03, "thin": 0.8}),
        ]  # fmt: skip
    if pointed:
        beard = ((0.052, 0.046, -0.040), 0.036, (0.040, 0.062, -0.108), 0.013, {"blend": 0.03})
        return [*parts, beard, *_pointed_ear(ear)]
    return parts + _round_ear(ear)


def _round_ear(e: float) -> list[tuple]:
    """Return a short rounded ear that opens forward and outward, hollow on that side."""
    own = {"bone": "ear_L", "blend": 0.012}
    return [
        ((0.036, 0.040, 0.038), 0.024 * e, (0.010, 0.064, 0.034), 0.024 * e, {**own, "thin": 0.8}),
        ((0.034, 0.044, 0.040 + 0.012 * e), 0.020 * e, (0.024, 0.053, 0.040 + 0.036 * e), 0.015 * e,
         {**own, "thin": 0.6}),
        ((0.014, 0.066, 0.036 + 0.012 * e), 0.020 * e, (0.012, 0.065, 0.040 + 0.034 * e), 0.016 * e,
         {**own, "thin": 0.6}),
        ((0.044, 0.064, 0.036 + 0.012 * e), 0.017 * e, (0.034, 0.068, 0.040 + 0.032 * e), 0.012 * e,
         {**own, "blend": 0.007, "cut": True}),
    ]  # fmt: skip


def _pointed_ear(e: float) -> list[tuple]:
    """Return the upright three-cornered ear of a lynx."""
    own = {"bone": "ear_L", "blend": 0.012}
    return [
        ((0.038, 0.036, 0.040), 0.024 * e, (0.008, 0.064, 0.032), 0.025 * e, {**own, "thin": 0.8}),
        ((0.032, 0.044, 0.044), 0.022 * e, (0.012, 0.064, 0.040 + 0.058 * e), 0.006 * e, {**own, "thin": 0.6}),
        ((0.010, 0.066, 0.038), 0.021 * e, (0.010, 0.066, 0.040 + 0.060 * e), 0.006 * e, {**own, "thin": 0.6}),
        ((0.044, 0.062, 0.042), 0.019 * e, (0.026, 0.069, 0.040 + 0.044 * e), 0.008 * e,
         {**own, "blend": 0.007, "cut": True}),
    ]  # fmt: skip


CAT_EYE = (0.1335, 0.0325, 0.0148)


def deer_head(ear: float = 1.0) -> list[tuple]:
    """Return the parts of a deer's head: a long wedge, broad brow, large leaf-shaped ears."""
    own = {"bone": "ear_L", "blend": 0.010, "thin": 0.42}
    e = ear
    return [
        ((0.020, 0, 0.000), 0.054, (0.080, 0, 0.000), 0.052, {"blend": 0.02}),
        ((0.080, 0, 0.006), 0.046, (0.185, 0, -0.018), 0.026, {"blend": 0.03, "squash": 0.95}),
        ((0.180, 0, -0.022), 0.027, (0.236, 0, -0.031), 0.0240, {"blend": 0.02, "squash": 1.05}),
        ((0.246, 0, -0.024), 0.0165, (0.252, 0, -0.032), 0.0150, {"blend": 0.010, "squash": 1.2}),
        ((0.170, 0.006, -0.045), 0.017, (0.232, 0.004, -0.050), 0.0130, {"blend": 0.010}),
        ((0.045, 0.020, -0.040), 0.036, (0.110, 0.014, -0.048), 0.028, {"blend": 0.03}),
        ((0.110, 0.014, -0.046), 0.026, (0.190, 0.005, -0.046), 0.016, {"blend": 0.02}),
        ((0.080, 0.034, 0.022), 0.022, (0.112, 0.030, 0.014), 0.017, {"blend": 0.018}),
        ((0.090, 0.034, -0.006), 0.020, (0.150, 0.022, -0.022), 0.014, {"blend": 0.02}),
        ((0.016, 0.044, 0.024), 0.017, (0.004, 0.070, 0.040 + 0.014 * e), 0.027 * e, own),
        ((0.004, 0.070, 0.040 + 0.014 * e), 0.028 * e, (-0.006, 0.096, 0.040 + 0.050 * e), 0.027 * e, own),
        ((-0.006, 0.096, 0.040 + 0.050 * e), 0.027 * e, (-0.012, 0.122, 0.040 + 0.096 * e), 0.007, own),
        ((0.026, 0.074, 0.044 + 0.016 * e), 0.017 * e, (0.012, 0.110, 0.040 + 0.066 * e), 0.013 * e,
         {**own, "blend": 0.006, "thin": 0.7, "cut": True}),
    ]  # fmt: skip


def dog_head(ear: float, wide: float, snout: float, blunt: float) -> list[tuple]:
    """Return the parts of a fox-like head; `ear` is how tall ears are."""
    tip = 0.165 + 0.075 * snout
    own = {"bone": "ear_L", "blend": 0.012}
    out = [
        ((0.02, 0, 0.0), 0.062, (0.080, 0, 0.004), 0.056, {"blend": 0.02}),
        ((0.080, 0, 0.010), 0.046, (0.128, 0, -0.002), 0.030, {"blend": 0.025}),
        ((0.115, 0, -0.004), 0.028, (tip, 0, -0.020), 0.0165 * blunt, {"blend": 0.018}),
        ((tip + 0.006, 0, -0.012), 0.0105, (tip + 0.010, 0, -0.015), 0.0090, {"blend": 0.006}),
        ((0.06, 0.018, -0.040), 0.034, (tip - 0.022, 0.004, -0.040), 0.0120 * blunt, {"blend": 0.02}),
        ((0.05, 0.040 * wide, -0.020), 0.040, (0.012, 0.062 * wide, -0.042), 0.030, {"blend": 0.03}),
        ((0.100, 0.034, 0.030), 0.014, (0.130, 0.028, 0.024), 0.010, {"blend": 0.014}),
        ((0.132, 0.037, 0.018), 0.0115, (0.128, 0.043, 0.017), 0.0115, {"blend": 0.012, "cut": True}),
    ]  # fmt: skip
    if ear:
        z = 0.036
        out += [
            ((0.036, 0.026, z + 0.004), 0.028, (0.008, 0.060, z - 0.006), 0.029, {**own, "thin": 0.8}),
            ((0.030, 0.038, z + 0.010), 0.026, (0.012, 0.060, z + 0.100 * ear), 0.005, {**own, "thin": 0.6}),
            ((0.008, 0.063, z + 0.002), 0.026, (0.010, 0.063, z + 0.100 * ear), 0.005, {**own, "thin": 0.6}),
            ((0.042, 0.060, z + 0.014), 0.018, (0.026, 0.068, z + 0.066 * ear), 0.008,
             {**own, "blend": 0.006, "cut": True}),
        ]  # fmt: skip
    return out
