"""Draws lit things of one station, and the colours of the seasons."""

from dataclasses import dataclass

import numpy as np

from .light import Light
from .raster import Layer
from .shapes import Solid
from .stations import Station
from .textures import atlas

LITTER = ((0.170, 0.118, 0.078), (0.215, 0.155, 0.106), (0.130, 0.092, 0.066), (0.270, 0.210, 0.150),
          (0.185, 0.112, 0.068), (0.165, 0.142, 0.118), (0.300, 0.225, 0.130), (0.105, 0.080, 0.062))  # fmt: skip
GREEN = ((0.092, 0.138, 0.040), (0.120, 0.166, 0.047), (0.070, 0.108, 0.033), (0.154, 0.182, 0.060),
         (0.098, 0.143, 0.052))  # fmt: skip
YELLOW = ((0.34, 0.24, 0.09), (0.30, 0.17, 0.08), (0.26, 0.13, 0.07), (0.33, 0.29, 0.13),
          (0.20, 0.19, 0.08))  # fmt: skip
STRAW = ((0.30, 0.25, 0.165), (0.24, 0.195, 0.13), (0.36, 0.305, 0.21))
SNOW = (0.83, 0.85, 0.88)
SMOOTH_WITHIN = 3.2  # metres from the lens within which leaves are bent smoothly


def rounded(cards: np.ndarray, nodes: int = 7) -> np.ndarray:
    """Bend cards of 3 by 3 nodes smoothly through them, with more nodes."""
    t = np.linspace(0, 1, nodes)
    weights = np.stack([(2 * t - 1) * (t - 1), 4 * t * (1 - t), t * (2 * t - 1)], -1)
    return np.einsum("ai,bj,nijk->nabk", weights, weights, cards)


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

    def solid(self, solid: Solid, albedo, ambient=1.0) -> None:
        """Draw a solid."""
        camera = self.station.camera
        lit = self.light.surface(camera, solid.points, solid.normals, albedo, ambient)
        seen = camera.project(solid.points)
        self.layer.triangles(seen, solid.faces, self.light.veiled(lit, seen[:, 2]))

    def cards(self, names, cards: np.ndarray, albedo, ambient, rng, through: float = 0.4) -> None:
        """Draw bent cards (n, 3, 3, xyz) with pictures of `names`; `through` lets light pass."""
        if not len(cards):
            return
        names = [names] if isinstance(names, str) else names
        choice = rng.integers(0, len(names), len(cards))
        which = np.stack([atlas().pick(name, rng, len(cards)) for name in names])
        which = which[choice, np.arange(len(cards))]
        albedo, ambient = np.asarray(albedo), np.asarray(ambient)
        near = np.linalg.norm(cards[:, 1, 1] - self.station.camera.place, axis=1) < SMOOTH_WITHIN
        for some, shapes in ((~near, cards[~near]), (near, rounded(cards[near]))):
            self._cards(shapes, albedo[some], ambient[some], through, which[some])

    def _cards(self, cards: np.ndarray, albedo, ambient, through: float, which) -> None:
        """Light cards of any number of nodes (n, m, m, xyz) and draw them."""
        if not len(cards):
            return
        camera = self.station.camera
        normals = np.cross(np.gradient(cards, axis=2), np.gradient(cards, axis=1))
        normals /= np.linalg.norm(normals, axis=-1, keepdims=True) + 1e-9
        side = (normals * (camera.place - cards)).sum(-1, keepdims=True)
        normals = np.where(side < 0, -normals, normals)
        colour = np.broadcast_to(albedo[:, None, None], cards.shape)
        open_ = np.broadcast_to(ambient[:, None, None], cards.shape[:-1])
        flat = (-1, 3)
        lit = self.light.surface(camera, cards.reshape(flat), normals.reshape(flat),
                                 colour.reshape(flat), open_.reshape(-1))  # fmt: skip
        if not self.light.night:
            middle = cards.shape[1] // 2
            sun = self.light.sunny(cards[:, middle, middle])[:, None]
            glow = albedo * sun * np.array(self.light.sunlight) * through * ambient[:, None]
            lit = lit.reshape(cards.shape) + glow[:, None, None]
        seen = camera.project(cards)
        lit = self.light.veiled(lit.reshape(cards.shape), seen[..., 2])
        self.layer.cards(seen, lit, which, atlas().levels)

    def lines(
        self, lines: np.ndarray, widths: np.ndarray, albedo, rise: float = 0.0, tip=0.35
    ) -> None:
        """Draw blades and twigs; `rise` brightens them towards the tip."""
        camera = self.station.camera
        seen = camera.project(lines)
        wide = widths * camera.pixels / np.maximum(seen[:, 1, 2], 0.2)
        thin = np.random.default_rng(len(lines)).random(len(lines)) < wide / 0.9
        lines, seen, wide, albedo = lines[thin], seen[thin], wide[thin], np.asarray(albedo)[thin]
        if not len(lines):
            return
        way = lines[:, -1] - lines[:, 0]
        way = way / (np.linalg.norm(way, axis=1, keepdims=True) + 1e-9)
        to, strength = self.light.towards(camera, lines[:, 2])
        cross = np.sqrt(np.clip(1 - (way * to).sum(1) ** 2, 0, 1))
        if self.light.night:
            lit = albedo * (strength * (0.25 + 0.75 * cross))[:, None]
        else:
            lit = albedo * (np.array(self.light.sky) * 0.8
                            + np.array(self.light.sunlight) * (0.55 * cross * strength)[:, None])  # fmt: skip
        t = np.linspace(0, 1, lines.shape[1])[None, :, None]
        colour = lit[:, None] * (1 - rise + 2 * rise * t)
        self.layer.hairs(seen, np.clip(wide, 0.9, 60), self.light.veiled(colour, seen[..., 2]), tip)
