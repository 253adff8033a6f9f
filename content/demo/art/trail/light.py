"""Infrared flash beside the lens, or sun and sky; and how they fall on skin, hair, bark and leaves."""

from dataclasses import dataclass

import numpy as np
from numba import njit

from .camera import Camera
from .grain import noise, smooth


@dataclass(frozen=True)
class Light:
    """The light of a visit; colours are linear red, green, blue."""

    night: bool = True
    flash: tuple = (0.05, 0.0, 0.11)  # metres from the lens
    reach: float = 4.6  # metres at which the flash gives full brightness
    sun: tuple = (-0.45, -0.35, 0.82)
    sunlight: tuple = (1.5, 1.30, 1.0)
    sky: tuple = (0.42, 0.50, 0.56)
    bounce: tuple = (0.16, 0.16, 0.10)
    haze: tuple = (0.5, 0.55, 0.5)
    above: tuple = (2.2, 2.25, 2.3)  # the sky itself, blown out
    thick: float = 42.0  # metres after which haze hides two thirds
    dapple: float = 0.7  # how much of the sun leaves hold back
    closed: float = 0.15  # how much of the sky near the horizon trees hold back
    stems: tuple = ()  # trunks that throw shadows: (x, y, radius, height)

    def towards(self, camera: Camera, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return unit vectors to the main light and its strength at every point."""
        if not self.night:
            sun = np.array(self.sun) / np.linalg.norm(self.sun)
            return np.broadcast_to(sun.astype(np.float32), points.shape), self.sunny(points)
        line = camera.place + np.array(self.flash) - points
        far = np.linalg.norm(line, axis=-1)
        ahead = np.maximum(points[..., 1], 0.1)
        aside = (points[..., 0] / ahead) ** 2 + ((points[..., 2] - camera.up) / ahead + 0.06) ** 2
        beam = 0.10 + 0.90 * np.exp(-aside / 0.27)  # a hot spot below the middle
        strength = (self.reach / np.maximum(far, 0.35)) ** 2.3
        strength = 3.3 * strength / (strength + 2.5)
        return line / far[..., None], strength * beam

    def sunny(self, points: np.ndarray) -> np.ndarray:
        """Return how much sun comes past leaves and trunks."""
        sun = np.array(self.sun) / np.linalg.norm(self.sun)
        flat = points[..., :2] - points[..., 2:] * (sun[:2] / sun[2])
        flat = np.concatenate([flat, np.zeros_like(flat[..., :1])], -1)
        field = 0.75 * noise(flat, 77, 0.55, 2) + 0.65 * noise(flat, 78, 3.1, 2)
        open_ = 1 - self.dapple * smooth(0.24, -0.02, field)
        if not self.stems:
            return open_
        way = sun[:2] / np.linalg.norm(sun[:2])
        rise = sun[2] / np.linalg.norm(sun[:2])
        flat = np.ascontiguousarray(points.reshape(-1, 3), np.float64)
        stems = _unshaded(flat, way[0], way[1], rise, np.array(self.stems))
        return open_ * stems.reshape(points.shape[:-1])

    def _fill(self, up: np.ndarray) -> np.ndarray:
        """Return the light of sky and ground on surfaces that look up (1) or down (-1)."""
        open_, overhead = 0.5 + 0.5 * up, np.maximum(up, 0) ** 1.2
        sky = (1 - self.closed) * open_ + self.closed * overhead
        return np.array(self.sky) * sky + np.array(self.bounce) * (1 - open_)

    def veiled(self, colour: np.ndarray, depth: np.ndarray) -> np.ndarray:
        """Lay haze over things far away."""
        if self.night and self.thick > 100:
            return colour
        veil = (1 - np.exp(-np.maximum(depth - 2.0, 0) / self.thick))[..., None]
        return colour * (1 - veil) + np.array(self.haze, np.float32) * veil

    def surface(self, camera, points, normals, albedo, ambient=1.0, shadow=1.0) -> np.ndarray:
        """Return the light that matt surfaces send to the lens."""
        to, strength = self.towards(camera, points)
        facing = np.clip((normals * to).sum(-1), 0, 1)
        if self.night:
            tone = (0.12 + 0.88 * facing) * strength * (0.6 + 0.4 * ambient) * shadow
            return albedo * tone[..., None]
        fill = self._fill(normals[..., 2:3])
        direct = (facing * strength * shadow)[..., None] * np.array(self.sunlight)
        shade = np.asarray(ambient)[..., None] if np.ndim(ambient) else ambient
        return (albedo * (fill * shade + direct)).astype(np.float32)

    def hair(self, camera, points, normals, along, albedo, ambient, shadow) -> np.ndarray:
        """Return the light of hairs, which is brightest across their length."""
        to, strength = self.towards(camera, points)
        cross = np.sqrt(np.clip(1 - (along * to).sum(-1) ** 2, 0, 1))
        facing = np.clip(((normals * to).sum(-1) + 0.18) / 1.18, 0, 1)
        if self.night:
            tone = (0.10 + 0.90 * facing**1.3) * (0.55 + 0.45 * cross)
            return albedo * (tone * strength * (0.5 + 0.5 * ambient) * shadow)[..., None]
        fill = self._fill(normals[..., 2:3])
        direct = (facing * (0.5 + 0.5 * cross) * strength * shadow)[..., None]
        sheen = (
            0.20
            * albedo.mean(-1, keepdims=True)
            * (cross**14 * facing * strength * shadow)[..., None]
        )
        above = ambient * np.clip(0.3 + 0.7 * normals[..., 2], 0, 1) * (1 - along[..., 2] ** 2) ** 2
        gloss = 0.045 * np.array(self.sky) * above[..., None]  # smooth hairs mirror the sky
        return (
            albedo * (fill * ambient[..., None] + direct * np.array(self.sunlight)) + sheen + gloss
        )


@njit(cache=True)
def _unshaded(points, sx, sy, rise, stems):
    """Return how much of the sun passes the trunks, softer the farther the trunk."""
    out = np.ones(points.shape[0], np.float32)
    for i in range(points.shape[0]):
        for k in range(stems.shape[0]):
            dx, dy = stems[k, 0] - points[i, 0], stems[k, 1] - points[i, 1]
            along = dx * sx + dy * sy
            radius = stems[k, 2]
            if along < 1.6 * radius or points[i, 2] + along * rise > stems[k, 3]:
                continue
            away = abs(dx * sy - dy * sx) - radius
            soft = 0.012 + 0.022 * along
            if away < soft:
                dark = min(1.0, 2 * radius / soft)
                out[i] *= 1 - dark * min(1.0, max(0.0, 0.5 - 0.5 * away / soft))
    return out


FLASH = Light(thick=1e9)
