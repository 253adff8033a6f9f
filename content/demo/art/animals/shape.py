"""A drawn animal: named parts from far to near, and the leg swing that gives it another step."""

from dataclasses import dataclass, field

import numpy as np

from ..outlines import Part

ANTLERS = ("ant1", "ant1b", "ant1c", "ant2", "ant2b", "ant2c", "tusk")


@dataclass(frozen=True)
class Shape:
    """Parts by name: F = far leg, N = near leg, H = hind, F = fore, p = paw."""

    slug: str
    pixels: float  # of a 1600 px wide frame, for each unit, 4.2 m from the camera
    neck: tuple[float, float]  # pivot of a lowered head
    parts: dict[str, Part] = field(default_factory=dict)

    def stepped(self, step: float) -> "Shape":
        """Exchange near and far feet by `step` (0 as drawn, 1 fully), the hips staying."""
        parts = dict(self.parts)
        for near, far in (("NH", "FH"), ("NF", "FF")):
            gap = _foot(parts[far + "p"]) - _foot(parts[near + "p"])
            for name, sign in ((near, 1), (far, -1)):
                top = max(p[1] for p in parts[name].points) * 0.92

                def shift(y, amount=sign * step * gap, top=top):
                    return amount * float(np.clip(1 - y / top, 0, 1)) ** 1.1

                parts[name] = parts[name].moved(shift)
                parts[name + "p"] = parts[name + "p"].moved(lambda _, f=shift: f(0))
        return Shape(self.slug, self.pixels, self.neck, parts)

    def without_antlers(self) -> "Shape":
        """Return a hind, a doe, or a buck that has shed."""
        parts = {name: part for name, part in self.parts.items() if name not in ANTLERS}
        return Shape(self.slug, self.pixels, self.neck, parts)


def _foot(part: Part) -> float:
    return float(np.mean([p[0] for p in part.points]))
