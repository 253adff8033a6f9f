"""Put the animals of a visit before its station and develop the frames."""

from functools import lru_cache

import numpy as np
from PIL import Image

from ..footage import Sequence
from .cast import ROLES
from .contact import bury, composed, shade_ground, swinging
from .daylight import light_of
from .develop import developed
from .forest import backdrop
from .nearby import before_lens, focused
from .occlusion import openness
from .raster import Layer
from .staging import coat_seed, feet_of, is_winter, role_of, staged
from .stations import STATIONS
from .subject import drawn, shadow_map
from .tracks import GAITS, behind, old_trail, pressed, under
from .visits import VISITS, Figure, Visit


@lru_cache(maxsize=1)
def scene(station: str, camera: str, ground: str, weather: str) -> tuple[Layer, tuple]:
    """Return the empty picture of a visit and what hangs before its lens, drawn once."""
    light = light_of(station, camera, ground, weather)
    return backdrop(station, light, ground), before_lens(STATIONS[station], light, ground)


def frame(sequence: Sequence, number: int) -> Image.Image:
    """Render one frame of a visit (numbers count from 0)."""
    visit = VISITS[sequence.id]
    place = (sequence.station, sequence.camera, sequence.ground, visit.weather)
    empty, (near, cover) = scene(*place)
    light = light_of(*place)
    picture = Layer(empty.colour.copy(), empty.depth.copy())
    figures = sorted(visit.frames[number], key=lambda figure: -figure.y)
    if sequence.ground == "snow":
        _print_trail(picture, sequence, figures, visit, light)
    for figure in figures:
        _add(picture, sequence, figure, visit.seed, light)
    image = sum(picture.colour[i::2, j::2] for i in (0, 1) for j in (0, 1)) / 4
    open_ = openness(picture.depth[::2, ::2], STATIONS[sequence.station].camera.pixels / 2)
    image *= (1 - (0.45 if light.night else 0.75) * (1 - open_))[..., None]
    image = focused(image, picture.depth[::2, ::2])
    image = image * (1 - cover) + near
    rng = np.random.default_rng([visit.seed, 90 + number])
    exposure = visit.exposure * _exposure(figures, light, sequence.ground)
    return developed(image, light.night, visit.weather, exposure, rng)


def _exposure(figures, light, ground: str) -> float:
    """Dim the flash for near animals, as cameras do, and expose by day for the shade."""
    if not light.night:
        return {"summer grass": 1.5, "fallen leaves": 1.25, "snow": 1.1}[ground]
    near = min((figure.y for figure in figures), default=3.4)
    glare = 0.80 if ground == "snow" else 0.92
    return float(np.clip((near / 4.4) ** 0.9, 0.45, 1.1)) * glare


def _print_trail(picture: Layer, sequence: Sequence, figures, visit: Visit, light) -> None:
    """Press the tracks of a visit into the snow: an older trail, then those of each animal."""
    gait = GAITS[sequence.species]
    station = STATIONS[sequence.station]
    prints = [old_trail(station, gait, np.random.default_rng([visit.seed, 60]))]
    for figure in figures:
        rng = np.random.default_rng([visit.seed, 61, len(figure.who)])
        prints.append(
            behind(figure.x, figure.y, np.radians(figure.heading), gait, figure.size, rng)
        )
    pressed(picture, station, light, np.concatenate(prints))


def _add(picture: Layer, sequence: Sequence, figure: Figure, seed: int, light) -> None:
    camera = STATIONS[sequence.station].camera
    role = ROLES[role_of(sequence, figure)]
    subject = staged(sequence, figure, seed)
    if sequence.ground == "snow":
        feet, firm = feet_of(subject)
        holes = under(feet[firm > 0.5], subject.stand.heading, GAITS[sequence.species], figure.size)
        pressed(picture, STATIONS[sequence.station], light, holes)
    shade = shadow_map(subject, light, camera)
    own = coat_seed(sequence, figure, seed)
    layer = drawn(subject, camera, light, role.coat, own, is_winter(sequence), shade)
    shade_ground(picture, subject, camera, light, shade, layer)
    bury(layer, subject, STATIONS[sequence.station], sequence.ground)
    blur = _blur(figure, light)
    composed(picture, layer, light, blur, swinging(subject, camera, blur))


def _blur(figure: Figure, light) -> float:
    """Return the pixels an animal moves while the shutter is open, which is longer by night."""
    if figure.pose in ("stand", "sit"):
        return 1.0
    return figure.blur * (1.6 if light.night else 1.0)
