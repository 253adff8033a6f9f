"""Put the animals of a sequence into its station and develop the frames."""

import numpy as np
from PIL import Image
from scipy import ndimage as nd

from .animals import SHAPES
from .bodies import Picture, picture
from .cover import KIND, covered
from .footage import Sequence
from .lights import HORIZON, REFERENCE, H, W, ground_row, row_distance
from .noise import noise, smooth
from .optics import developed
from .sequences import SHOTS, Figure
from .stations import Backdrop, backdrop

PIXELS = W / 1600  # the shapes' `pixels` are for a frame 1600 wide


def frame(sequence: Sequence, number: int) -> Image.Image:
    """Render one frame of a sequence (numbers count from 0)."""
    shot = SHOTS[sequence.id]
    scene = backdrop(sequence.station, sequence.camera, sequence.ground)
    rng = np.random.default_rng([shot.seed, number])
    image = scene.image.copy()
    for figure in shot.frames[number]:
        image = _with_animal(image, scene, figure, _animal(sequence, figure, shot.seed), rng)
    return developed(image, scene.light.day, rng)


def _animal(sequence: Sequence, figure: Figure, seed: int) -> Picture:
    shape = SHAPES[sequence.species]
    if not figure.antlers:
        shape = shape.without_antlers()
    if sequence.species != "manchurian-hare":
        shape = shape.stepped(figure.step)
    drawn = picture(
        shape,
        shape.pixels * PIXELS * REFERENCE / figure.z * figure.size,
        seed=seed + 1000 * figure.who,
        day=sequence.camera == "colour",
        winter=sequence.ground != "summer grass",
        nod=figure.nod,
    )
    return drawn.mirrored() if sequence.direction == "left" else drawn


def _placed(drawn: Picture, x: float, foot: float):
    """Return colour and coverage on the whole frame, cut at its edges."""
    h, w = drawn.alpha.shape
    left, top = int(W * x - w / 2), int(foot - drawn.ground)
    colour, alpha = np.zeros((H, W, drawn.colour.shape[-1])), np.zeros((H, W))
    y0, y1, x0, x1 = max(0, top), min(H, top + h), max(0, left), min(W, left + w)
    if x1 > x0:
        source = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
        colour[y0:y1, x0:x1], alpha[y0:y1, x0:x1] = drawn.colour[source], drawn.alpha[source]
    return colour, alpha


def _with_animal(image, scene: Backdrop, figure: Figure, drawn: Picture, rng):
    foot, s, light = ground_row(figure.z), drawn.scale, scene.light
    colour, alpha = _placed(drawn, figure.x, foot)
    hidden = nd.gaussian_filter((scene.depth < figure.z).astype(float), 0.8)
    shadow = _shadow(alpha, foot, s, light.day) * (1 - hidden) + hidden
    image = image * shadow[..., None]
    blurred = nd.gaussian_filter1d(colour * alpha[..., None], 1.1, axis=1)
    cover = (nd.gaussian_filter1d(alpha, 1.1, axis=1) * (1 - hidden))[..., None]
    gain = 0.92 if light.day else 0.92 * float(np.clip(light.reach(figure.z), 0.62, 1))
    lit = np.minimum(blurred * gain * (light.side(W * figure.x) ** 0.5), 2.0)
    image = image * (1 - cover) + lit * (1 - hidden)[..., None]
    return _grounded(image, scene, figure, alpha * (1 - hidden), s, rng)


def _shadow(alpha, foot: float, s: float, day: bool):
    """Return the dimming by feet, body and flash shadow."""
    yy = np.mgrid[:H, :W][0]
    feet = np.zeros((H, W))
    rows = np.s_[int(foot - 9 * s) : int(foot + 2)]
    feet[rows] = alpha[rows]
    feet = nd.gaussian_filter(feet, (1.5 * s, 4 * s))
    out = 1 - np.clip(0.85 * feet, 0, 0.75) * smooth(foot - 64, foot - 8, yy)
    if not day:
        cast = nd.shift(nd.gaussian_filter(alpha, 4), (8, 13), order=0) * 0.45
        out = out * (1 - cast * smooth(HORIZON, HORIZON + 96, yy) * 0.7)
    under = nd.gaussian_filter1d(alpha.max(0), 9 * s)
    band = np.exp(-(((yy - foot + 3) / (9 * s)) ** 2))
    return out * (1 - (0.42 if day else 0.30) * under[None, :] * band)


def _grounded(image, scene: Backdrop, figure: Figure, alpha, s: float, rng):
    """Cover the feet with snow, leaves or grass, so that the animal does not float."""
    foot, light = ground_row(figure.z), scene.light
    yy, xx = np.mgrid[:H, :W]
    if scene.ground == "snow":
        edge = yy + 1.8 * noise((H, W), (5, 11), rng)
        amount = smooth(foot - 2.4 * s, foot + 2, edge) * nd.gaussian_filter(alpha, 2.4)
        amount = (amount * (yy > foot - 4 * s))[..., None]
        level = 0.74 * light.reach(row_distance(yy)) * light.side(xx) * (1.05 if light.day else 1)
        image = image * (1 - amount) + (level[..., None] * np.array(light.ground)) * amount
        return covered(image, "stalk", (foot + 4, H), light, rng, 20)
    deep = 20 * s if scene.ground == "summer grass" else 9 * s
    front = covered(
        image, KIND[scene.ground], (foot - 2, min(foot + 2 + deep, H)), light, rng,
        int((3000 if scene.ground == "summer grass" else 600) * REFERENCE / figure.z),
        1.35 if scene.ground == "summer grass" else 1.0,
        2.0,
    )  # fmt: skip
    nearer = nd.gaussian_filter((scene.depth < figure.z).astype(float), 0.8)[..., None]
    close = nd.gaussian_filter(alpha.max(0), 7 * s)  # only where the animal stands
    weight = np.clip(close * 2.5, 0, 1)[None, :, None] * (1 - nearer)
    return image * (1 - weight) + front * weight
