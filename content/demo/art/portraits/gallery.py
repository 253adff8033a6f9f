"""Every portrait by the slug of its species: the colours of its backdrop, the seed, and who draws it."""

import numpy as np
from PIL import Image

from . import (
    brown_bear,
    fish_owl,
    goral,
    leopard_cat,
    marten,
    musk_deer,
    otter,
    red_crowned_crane,
    sable,
    squirrel,
    stag,
    stellers_eagle,
    stork,
    water_deer,
    weasel,
    white_naped_crane,
    white_tailed_eagle,
)
from .sheet import Sheet

PORTRAITS = {
    "leopard-cat": (leopard_cat.leopard_cat, leopard_cat.NIGHT, 211),
    "brown-bear": (brown_bear.brown_bear, brown_bear.OCTOBER, 251),
    "yellow-throated-marten": (marten.marten, marten.DAY, 227),
    "sable": (sable.sable, sable.EVENING, 233),
    "siberian-weasel": (weasel.weasel, weasel.MORNING, 239),
    "eurasian-otter": (otter.otter, otter.RIVER, 241),
    "red-deer": (stag.stag, stag.DAWN, 229),
    "siberian-musk-deer": (musk_deer.musk_deer, musk_deer.TAIGA, 257),
    "long-tailed-goral": (goral.goral, goral.MAY, 263),
    "water-deer": (water_deer.water_deer, water_deer.EVENING, 269),
    "red-squirrel": (squirrel.squirrel, squirrel.GOLDEN, 271),
    "blakistons-fish-owl": (fish_owl.fish_owl, fish_owl.NIGHT, 223),
    "red-crowned-crane": (red_crowned_crane.red_crowned_crane, red_crowned_crane.MARCH, 277),
    "white-naped-crane": (white_naped_crane.white_naped_crane, white_naped_crane.WIND, 281),
    "oriental-stork": (stork.stork, stork.BLUE, 283),
    "stellers-sea-eagle": (stellers_eagle.stellers_eagle, stellers_eagle.ICE, 293),
    "white-tailed-eagle": (white_tailed_eagle.white_tailed_eagle, white_tailed_eagle.STORM, 307),
}


def portrait(slug: str) -> Image.Image:
    """Draw one portrait."""
    draw, palette, seed = PORTRAITS[slug]
    sheet = Sheet(palette, np.random.default_rng(seed))
    draw(sheet)
    return Image.fromarray(sheet.canvas.pixels[..., :3].copy())
