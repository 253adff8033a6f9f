"""The flank of a leopard, so near that it fills the picture: rosettes, spots, and the head turned away."""

from dataclasses import replace

from .. import postures as pose
from ..beasts import WARM, beast
from ..sheet import Sheet


def draw(s: Sheet) -> None:
    """Draw the scene."""
    W, H = s.W, s.H
    s.down(s.box(0, 0, W, H), 0, H, ("#3a2a1c", "#8a5f30", "#2c1f16"))
    s.glow(W * 0.7, H * 0.2, 620, "#e9b565", 120)
    warm = replace(WARM, sun=(-0.35, -0.8, 0.5))
    if s.tall:
        beast(
            s,
            "amur-leopard",
            pose.walk(0.30).looking(0.5),
            W * 0.44,
            H * 1.10,
            1650,
            heading=4,
            above=4,
            away=7,
            seed=11,
            tones=warm,
            shadow=0,
        )
    else:
        beast(
            s,
            "amur-leopard",
            pose.walk(0.30).looking(0.5),
            W * 0.50,
            H * 1.42,
            1500,
            heading=4,
            above=4,
            away=7,
            seed=11,
            tones=warm,
            shadow=0,
        )
