"""Put the animals of a visit before its station and develop the frames."""

from functools import lru_cache

import numpy as np
from PIL import Image
from scipy import ndimage as nd

from ..footage import Sequence, individuals
from .cast import ROLES, fur_of
from .develop import H, W, developed
from .forest import backdrop
from .gaits import held, looking, standing, walking
from .grain import smooth
from .raster import Layer
from .skeleton import Pose
from .stations import STATIONS
from .subject import Stand, Subject, drawn, shadow_map
from .visits import VISITS, Figure, light_of

SINK = {"snow": 0.045, "fallen leaves": 0.018, "summer grass": 0.012}


@lru_cache(maxsize=1)
def scene(station: str, camera: str, ground: str, weather: str) -> Layer:
    """Return the empty picture of a visit, drawn once for all its frames."""
    return backdrop(station, light_of(camera, ground, weather), ground)


def frame(sequence: Sequence, number: int) -> Image.Image:
    """Render one frame of a visit (numbers count from 0)."""
    visit = VISITS[sequence.id]
    empty = scene(sequence.station, sequence.camera, sequence.ground, visit.weather)
    light = light_of(sequence.camera, sequence.ground, visit.weather)
    picture = Layer(empty.colour.copy(), empty.depth.copy())
    figures = sorted(visit.frames[number], key=lambda figure: -figure.y)
    for figure in figures:
        _add(picture, sequence, figure, visit.seed, light)
    image = picture.colour.reshape(H, 2, W, 2, 3).mean((1, 3))
    rng = np.random.default_rng([visit.seed, 90 + number])
    return developed(
        image,
        light.night,
        visit.weather,
        visit.exposure * _exposure(figures, light, sequence.ground),
        rng,
    )


def _exposure(figures, light, ground: str) -> float:
    """Dim the flash for near animals, as cameras do, and expose by day for the shade."""
    if not light.night:
        return 1.15
    near = min(figure.y for figure in figures)
    glare = 0.80 if ground == "snow" else 0.92
    return float(np.clip((near / 4.4) ** 0.9, 0.45, 1.1)) * glare


def pose_of(figure: Figure, role: str) -> Pose:
    """Return the pose of a figure."""
    if figure.pose == "sit":
        pose = Pose()
    elif figure.pose == "stand":
        pose = standing()
    else:
        move = ROLES[role]
        pose = walking(figure.phase, move.stride, move.lift, figure.pose == "trot")
    if figure.pose == "sniff":
        long_neck = "deer" in role
        held(pose, neck=(0, -0.75 if long_neck else -0.42, 0), nape=(0, -0.55 if long_neck else -0.30, 0),
             head=(0, -0.15, 0), chest=(0, -0.06, 0))  # fmt: skip
    elif role in ("red-fox", "raccoon-dog", "asian-badger", "wild-boar", "asiatic-black-bear"):
        held(pose, neck=(0, -0.10, 0), nape=(0, -0.06, 0))
    curl = 0.10 * np.sin(2 * np.pi * figure.phase)
    held(pose, tail1=(curl, 0, 0), tail2=(curl, 0, 0), tail4=(curl, 0.12, 0), tail5=(0, 0.2, 0))
    return looking(pose, np.radians(figure.look), np.radians(figure.nod))


def _add(picture: Layer, sequence: Sequence, figure: Figure, seed: int, light) -> None:
    station = STATIONS[sequence.station]
    role = sequence.species + (" hind" if figure.hind else "")
    winter = sequence.ground == "snow" or sequence.month in (11, 12, 1, 2, 3)
    own = individuals().get((sequence.id, figure.who), seed + 1000 * len(figure.who))
    fur = fur_of(role, own, winter)
    turn = np.radians(figure.heading)
    ahead = 0.4 * figure.size
    rise = station.height(
        figure.x + ahead * np.cos(turn), figure.y + ahead * np.sin(turn)
    ) - station.height(figure.x - ahead * np.cos(turn), figure.y - ahead * np.sin(turn))
    ground = float(station.height(figure.x, figure.y)) - SINK[sequence.ground] * min(
        1, figure.size + 0.2
    )
    stand = Stand(
        figure.x,
        figure.y,
        turn,
        ground,
        figure.size,
        float(np.clip(np.arctan2(rise, 2 * ahead), -0.07, 0.07)),
    )
    subject = Subject(fur, pose_of(figure, role), stand, 1.28 if figure.who == "cub" else 1.0)
    shade = shadow_map(subject, light, station.camera)
    layer = drawn(subject, station.camera, light, ROLES[role].coat, own, winter, shade)
    _ground_shade(picture, subject, station.camera, light, shade, layer)
    _composed(picture, layer, light, figure.blur)


def _ground_shade(picture: Layer, subject: Subject, camera, light, shade, layer: Layer) -> None:
    """Darken ground and trunks where the animal stands in the light, and under its body and feet."""
    ys, xs = np.nonzero(layer.depth < 1e8)
    if not len(ys):
        return
    h, w = picture.depth.shape
    wide, high = np.ptp(xs), np.ptp(ys)
    y0, y1 = max(0, ys.min() - high // 3), min(h, ys.max() + high // 2)
    x0, x1 = max(0, xs.min() - wide // 2), min(w, xs.max() + wide // 2)
    full = np.full_like(picture.depth, 1.0)
    full[y0:y1, x0:x1] = picture.depth[y0:y1, x0:x1]
    world = camera.world(full)[y0:y1, x0:x1]
    open_ = nd.uniform_filter(shade(world), 5 if light.night else 13)
    keep = 0.88 if light.night else 0.55
    factor = 1 - keep * (1 - open_)
    stand = subject.stand
    c, s = np.cos(stand.heading), np.sin(stand.heading)
    along = (world[..., 0] - stand.x) * c + (world[..., 1] - stand.y) * s
    across = -(world[..., 0] - stand.x) * s + (world[..., 1] - stand.y) * c
    body = subject.fur.skin.body.mesh.points
    length, width = np.ptp(body[:, 0]) * 0.36 * stand.size, 0.17 * stand.size
    low = smooth(0.35, 0.0, world[..., 2] - stand.ground)
    under = np.exp(-((along / length) ** 4) - (across / width) ** 2)
    factor = factor * (1 - (0.25 if light.night else 0.5) * under * low)
    for name in ("fore_toes_L", "fore_toes_R", "hind_toes_L", "hind_toes_R"):
        k = subject.fur.skin.body.index(name)
        joint = np.array([*subject.fur.skin.body.joints[name], 1.0])
        foot = subject.matrices[k] @ joint
        away = np.hypot(world[..., 0] - foot[0] - 0.02 * c, world[..., 1] - foot[1] - 0.02 * s)
        lifted = np.clip(1 - (foot[2] - stand.ground - 0.05) / 0.1, 0, 1)
        factor = factor * (
            1 - 0.6 * lifted * np.exp(-((away / (0.085 * max(stand.size, 0.5))) ** 2)) * low
        )
    seen = picture.colour[y0:y1, x0:x1]
    veil = light.veiled(np.zeros_like(seen), full[y0:y1, x0:x1])  # haze is not shaded
    picture.colour[y0:y1, x0:x1] = veil + (seen - veil) * factor[..., None]


def _composed(picture: Layer, layer: Layer, light, blur: float) -> None:
    """Lay the animal into the picture where nothing nearer hides it, with some motion blur."""
    rows, columns = (np.flatnonzero((layer.depth < 1e8).any(axis)) for axis in (1, 0))
    if not len(rows):
        return
    size = max(1, int(blur))
    part = np.s_[
        rows[0] : rows[-1] + 1, max(0, columns[0] - size) : columns[-1] + size + 1
    ]  # only where the animal is
    depth, behind = layer.depth[part], picture.depth[part]
    mask = (depth < behind).astype(np.float32)
    colour = light.veiled(layer.colour[part], np.where(depth > 1e8, 0, depth)) * mask[..., None]
    if size > 1:
        mask = nd.uniform_filter1d(mask, size, axis=1)
        colour = nd.uniform_filter1d(colour, size, axis=1)
    picture.colour[part] = picture.colour[part] * (1 - mask[..., None]) + colour
    picture.depth[part] = np.minimum(behind, depth)
