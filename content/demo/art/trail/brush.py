"""Draws lit things of one station, and the colours of the seasons."""

from dataclasses import dataclass

import numpy as np

from .light import Light
from .raster import Layer
from .shapes import Solid
from .stations import Station

LITTER = ((0.30, 0.15, 0.06), (0.36, 0.20, 0.09), (0.20, 0.10, 0.05), (0.44, 0.29, 0.13),
          (0.26, 0.11, 0.05), (0.50, 0.36, 0.15), (0.16, 0.09, 0.055))  # fmt: skip
GREEN = ((0.10, 0.20, 0.035), (0.15, 0.27, 0.05), (0.07, 0.15, 0.03), (0.20, 0.30, 0.07),
         (0.12, 0.24, 0.06))  # fmt: skip
YELLOW = ((0.55, 0.34, 0.05), (0.48, 0.22, 0.05), (0.42, 0.13, 0.04), (0.50, 0.42, 0.10),
          (0.26, 0.26, 0.06))  # fmt: skip
STRAW = ((0.34, 0.26, 0.13), (0.28, 0.20, 0.10), (0.40, 0.32, 0.18))


@dataclass
class Brush:
    """Draws lit things of one station into its layer."""

    station: Station
    light: Light
    ground: str
    layer: Layer

    def grey(self, colour, infrared=None):
        """Return colours as the camera sees them: living leaves are bright in infrared."""
        colour = np.asarray(colour, np.float32)
        if not self.light.night:
            return colour
        tone = colour.mean(-1, keepdims=True) * 1.25 if infrared is None else infrared
        return np.broadcast_to(tone, colour.shape).astype(np.float32)

    def solid(self, solid: Solid, albedo, ambient=1.0, through: float = 0.0) -> None:
        """Draw a solid; `through` is how much light comes through from behind."""
        camera = self.station.camera
        normals = solid.normals
        if through:
            back = (normals * (camera.place - solid.points)).sum(1, keepdims=True) < 0
            normals = np.where(back, -normals, normals)
        lit = self.light.surface(camera, solid.points, normals, albedo, ambient)
        if through and not self.light.night:
            lit = lit + albedo * through * np.array(self.light.sunlight) * 0.5 * (
                self.light.sunny(solid.points)[:, None])  # fmt: skip
        seen = camera.project(solid.points)
        self.layer.triangles(seen, solid.faces, self.light.veiled(lit, seen[:, 2]))

    def lines(
        self, lines: np.ndarray, widths: np.ndarray, albedo, rise: float = 0.0, tip=0.35
    ) -> None:
        """Draw blades and twigs; `rise` brightens them towards the tip."""
        camera = self.station.camera
        way = lines[:, -1] - lines[:, 0]
        way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
        to, strength = self.light.towards(camera, lines[:, 2])
        cross = np.sqrt(np.clip(1 - (way * to).sum(1) ** 2, 0, 1))
        if self.light.night:
            lit = albedo * (strength * (0.25 + 0.75 * cross))[:, None]
        else:
            lit = albedo * (np.array(self.light.sky) * 0.8
                            + np.array(self.light.sunlight) * (0.55 * cross * strength)[:, None])  # fmt: skip
        t = np.linspace(0, 1, lines.shape[1])[None, :, None]
        colour = lit[:, None] * (1 - rise + 2 * rise * t)
        seen = camera.project(lines)
        wide = np.maximum(widths * camera.pixels / np.maximum(seen[:, 1, 2], 0.2), 0.9)
        self.layer.hairs(seen, np.minimum(wide, 60), self.light.veiled(colour, seen[..., 2]), tip)
