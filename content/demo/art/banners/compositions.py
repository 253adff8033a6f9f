"""What every banner shows: palette, land, what people built, and which animal passes by."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from . import birds, buildings, land, rocks, traces, water
from .colours import PALETTES, mixed
from .figures import Drawn, Figure
from .paper import Paper, W
from .trees import Forest

Step = Callable[[Paper, Forest], None]


@dataclass(frozen=True)
class Banner:
    """One composition; `far`, `middle` and `near` are drawn between sky, ridges and ground."""

    palette: str
    seed: int
    figures: tuple[Figure, ...] = ()
    far: tuple[Step, ...] = ()
    middle: tuple[Step, ...] = ()
    near: tuple[Step, ...] = ()
    ridges: dict = field(default_factory=dict)
    level: float = 0.865
    wave: float = 20
    sides: tuple[int, int] = (2, 2)
    grass: int = 260
    snow: int = 0
    stars: bool = False
    size: tuple[int, int] = (1600, 800)


def banner(key: str) -> Image.Image:
    """Draw one banner."""
    plan = BANNERS[key]
    paper = Paper(PALETTES[plan.palette], np.random.default_rng(plan.seed), plan.size[0] / W)
    forest = Forest(paper)
    land.sky(paper, plan.stars, 0.09 * np.sin(plan.seed))
    _steps(plan.far, paper, forest)
    if plan.ridges.get("count", 1):
        land.ridges(paper, forest, **plan.ridges)
    _steps(plan.middle, paper, forest)
    x, y = land.ground_line(plan.seed, plan.level, plan.wave)
    for figure in plan.figures:
        if figure.stage == "middle":
            _place(paper, figure, x, y)
    land.side_trees(paper, forest, x, y, *plan.sides)
    for figure in plan.figures:
        if figure.stage == "front":
            _place(paper, figure, x, y)
    land.foreground(paper, x, y)
    land.grasses(paper, x, y, plan.grass)
    _steps(plan.near, paper, forest)
    for figure in plan.figures:
        if figure.stage == "near":
            _place(paper, figure, x, y)
    if plan.snow:
        land.snowfall(paper, plan.snow)
    return Image.fromarray(paper.canvas.pixels[..., :3].copy())


def _steps(steps: tuple[Step, ...], paper: Paper, forest: Forest) -> None:
    for step in steps:
        step(paper, forest)


def _place(paper: Paper, figure: Figure, x, y) -> None:
    """Stand a figure on the ground line, or at its own height."""
    if figure.y is not None:
        Drawn(paper, figure, figure.y).draw()
        return
    reach = 70 * figure.size
    ends = np.interp([figure.x - reach, figure.x + reach], x, y)
    slope = float(ends[1] - ends[0]) / (2 * reach)
    foot = (float(ends.mean()) + float(np.interp(figure.x, x, y))) / 2 + 4
    Drawn(paper, figure, foot, slope).draw()


def _do(function, *args, **named) -> Step:
    """Make a step of a function that needs the paper only."""
    return lambda paper, forest: function(paper, *args, **named)


def _with_forest(function, *args, **named) -> Step:
    """Make a step of a function that plants trees too."""
    return lambda paper, forest: function(paper, forest, *args, **named)


def _trodden(*args, **named) -> Step:
    """Make a step that draws a footpath in a tone of the ground."""

    def draw(paper: Paper, forest: Forest) -> None:
        traces.path(
            paper, *args, colour=mixed(paper.palette.ground, paper.palette.haze, 0.42), **named
        )

    return draw


def _prints(*args, **named) -> Step:
    """Make a step that draws paw prints in a tone of the ground."""

    def draw(paper: Paper, forest: Forest) -> None:
        snow = paper.palette.trees == "bare" and paper.palette.ground == "#f7fafb"
        tone = "#b4c7d4" if snow else mixed(paper.palette.ground, paper.palette.haze, 0.45)
        traces.tracks(paper, *args, colour=tone, **named)

    return draw


def _flank(paper: Paper, forest: Forest) -> None:
    """Fill the right of the sheet with the flank of a leopard, very near."""
    Drawn(paper, Figure("amur-leopard", 1116, size=12.0), 1234).draw()


LOW = {"count": 4, "top": 0.44, "bottom": 0.56, "height": 46}
CLEAR = {"gap": (0.26, 0.80)}

BANNERS: dict[str, Banner] = {
    "home": Banner(
        "winter", 7, (Figure("amur-leopard", 1085, size=2.15, left=True),), ridges={"gap": (0.02, 0.88)},
        sides=(0, 2), level=0.86, snow=60, size=(2000, 1000),
    ),
    "reserve": Banner(
        "autumn", 4, (Figure("amur-tiger", 700, size=1.7, left=True),), ridges=CLEAR, sides=(1, 3),
    ),
    "land-of-the-leopard": Banner(
        "dawn", 19, (Figure("amur-leopard", 960, 560, 1.55, left=True, stage="near"),),
        near=(_do(rocks.rocks, 980, 556, 330, 270), _do(birds.geese, 420, 190, 7, 0.7)),
        ridges={"top": 0.42, "bottom": 0.74}, sides=(2, 1),
    ),
    "kedrovaya-pad": Banner(
        "summer", 23, (Figure("siberian-roe-deer", 1120, size=1.25, left=True),),
        middle=(_do(water.river, start=(0.60, 0.69), end=(0.36, 0.97), width=260),),
        ridges={"count": 5, "bottom": 0.66}, sides=(2, 1), level=0.89,
    ),
    "northeast-china": Banner(
        "winter", 31, (Figure("amur-tiger", 880, size=1.85),), ridges=CLEAR, sides=(3, 1), snow=90,
    ),
    "wildlife": Banner(
        "dusk", 43,
        (Figure("wild-boar", 330, size=0.8, shadowed=True, stage="middle", y=648),
         Figure("sika-deer", 1240, size=0.95, left=True, shadowed=True, stage="middle", y=650),
         Figure("sika-deer", 1370, size=0.85, left=True, shadowed=True, stage="middle", y=654,
                antlers=False, step=1.0),
         Figure("amur-tiger", 800, size=1.7)),
        middle=(_do(birds.geese, 930, 150, 9, 0.62),), ridges={"bottom": 0.78, "gap": (0.1, 0.95)},
        sides=(1, 1),
    ),
    "visit": Banner(
        "summer", 51, near=(_trodden(0.42, 0.60, width=300), _do(traces.signpost, 430, 690, 190)),
        middle=(_do(birds.geese, 1010, 160, 5, 0.5),), ridges={"bottom": 0.76}, sides=(2, 2), level=0.80,
        wave=12,
    ),
    "trails": Banner(
        "autumn", 57, near=(_trodden(0.62, 0.40, width=340),), ridges={"bottom": 0.74}, sides=(3, 3),
        level=0.77, wave=14,
    ),
    "galleries": Banner(
        "night", 63, (Figure("amur-tiger", 640, size=1.9),), near=(_do(traces.camera, 1360, 400, 1.0),),
        ridges=CLEAR, sides=(2, 0), stars=True,
    ),
    "schools": Banner(
        "spring", 71, (Figure("eurasian-lynx", 1030, size=1.6),), near=(_prints((0.24, 0.97), (0.62, 0.83), 9),),
        ridges={"bottom": 0.76}, sides=(1, 2), level=0.80, grass=150,
    ),
    "stories": Banner(
        "night", 77, (Figure("amur-leopard", 1000, 540, 1.5, stage="near"),),
        near=(_do(rocks.rocks, 980, 536, 360, 290),), ridges={"top": 0.48, "bottom": 0.76}, sides=(2, 1),
        stars=True,
    ),
    # trails
    "leopard-trail": Banner(
        "spring", 83, (Figure("amur-leopard", 1030, 470, 1.25, left=True, stage="near"),),
        near=(_do(rocks.rocks, 1040, 466, 300, 350), _trodden(0.20, 0.40, width=220)),
        ridges={"bottom": 0.72}, sides=(1, 1), level=0.80, grass=180,
    ),
    "leopards-lair": Banner(
        "autumn", 89, (Figure("amur-leopard", 760, size=1.5, left=True),),
        middle=(_do(rocks.cave, 900, 690, 1.05),), ridges={"bottom": 0.70}, sides=(1, 2),
    ),
    "kravtsov-falls": Banner(
        "summer", 97, far=(_with_forest(water.waterfall),), ridges={"count": 0}, sides=(1, 1), level=0.93,
        wave=10,
    ),
    "toward-dream": Banner(
        "autumn", 103, (Figure("sika-deer", 1130, size=1.15, left=True),),
        middle=(_do(water.river, start=(0.40, 0.70), end=(0.62, 0.98), bends=1.4, width=380),),
        ridges={"count": 5, "bottom": 0.66}, sides=(2, 2), level=0.90, wave=12,
    ),
    "semivyorstka": Banner(
        "summer", 109, (Figure("asiatic-black-bear", 1020, size=1.3, left=True),),
        near=(_trodden(0.34, 0.52, width=250),), ridges={"bottom": 0.76, "gap": (0.46, 0.80)}, sides=(3, 3),
        level=0.82, wave=14,
    ),
    "gamov-deer-park": Banner(
        "summer", 113,
        (Figure("sika-deer", 560, size=1.2), Figure("sika-deer", 790, size=1.0, antlers=False, step=1.0)),
        far=(_do(water.sea, 0.50), _with_forest(water.cape, 1, 0.50)), ridges={"count": 0}, sides=(0, 1),
        level=0.84,
    ),
    "photo-hides": Banner(
        "winter", 127,
        (Figure("sika-deer", 470, size=1.15), Figure("sika-deer", 690, size=1.0, antlers=False, step=1.0)),
        near=(_do(buildings.hide, 1230, 716, 1.0),), ridges=CLEAR, sides=(2, 1), level=0.85, snow=70,
    ),
    "fangchuan": Banner(
        "dawn", 131, far=(_do(water.sea, 0.47, ()),),
        middle=(_do(water.river, start=(0.47, 0.69), end=(0.22, 0.98), width=340),
                _do(birds.geese, 380, 170, 7, 0.6)),
        near=(_do(rocks.rocks, 1210, 610, 420, 220), _do(buildings.tower, 1230, 614, 360)),
        ridges={"count": 4, "top": 0.52, "bottom": 0.66, "height": 40}, sides=(1, 1), level=0.90, wave=14,
    ),
    "jingxin": Banner(
        "dawn", 137, middle=(_do(water.lake, 0.57, 0.95), _do(birds.geese, 560, 150, 13, 0.85),
                             _do(birds.crane, 1010, 640, 1.25), _do(birds.crane, 1140, 655, 1.25, True, True)),
        near=(_do(birds.reeds, 1.02, 300, 240, (0.30, 0.86)),), ridges=LOW, sides=(0, 0), level=0.97, wave=6,
        grass=60,
    ),
    "lanjia": Banner(
        "autumn", 149, (Figure("red-fox", 930, size=1.0, left=True),),
        middle=(_with_forest(rocks.canyon),
                _do(water.river, start=(0.50, 0.70), end=(0.46, 1.0), bends=0.9, width=230)),
        ridges={"count": 3, "top": 0.50, "bottom": 0.62, "height": 50}, sides=(0, 0), level=0.93, wave=12,
    ),
    # programmes
    "cats-and-forest": Banner(
        "summer", 151, (Figure("amur-leopard", 560, size=1.6), Figure("manchurian-hare", 1180, size=0.72, left=True)),
        ridges=CLEAR, sides=(2, 3),
    ),
    "science-of-watching": Banner(
        "autumn", 157, (Figure("sika-deer", 860, size=1.3),),
        near=(_do(traces.camera, 250, 400, 1.0),), ridges={"gap": (0.3, 0.9)}, sides=(0, 1),
    ),
    # stories
    "one-forest-two-countries": Banner(
        "summer", 163, (Figure("amur-leopard", 330, size=1.35), Figure("amur-tiger", 1260, size=1.3, left=True)),
        middle=(_do(water.river, start=(0.52, 0.69), end=(0.50, 1.0), bends=1.1, width=300),),
        ridges={"count": 5, "bottom": 0.66}, sides=(1, 1), level=0.88, wave=8,
    ),
    "how-a-camera-trap-works": Banner(
        "winter", 167, (Figure("wild-boar", 1010, size=1.5, left=True),),
        near=(_do(traces.camera, 330, 400, 1.15),), ridges=CLEAR, sides=(0, 2), snow=60,
    ),
    "reading-a-leopards-coat": Banner("autumn", 173, near=(_flank,), ridges=CLEAR, sides=(0, 0), grass=0),
    "water-deer-arrives": Banner(
        "dusk", 179, middle=(_do(water.lake, 0.60, 0.96), _do(birds.geese, 1130, 170, 7, 0.55)),
        near=(_do(birds.reeds, 1.02, 420, 330, (0.40, 0.62)),), ridges=LOW, sides=(0, 0), level=0.97, wave=5,
        grass=40,
    ),
    "geese-over-jingxin": Banner(
        "dusk", 181, middle=(_do(water.lake, 0.62, 0.96), _do(birds.geese, 420, 170, 17, 1.0),
                             _do(birds.geese, 1060, 330, 9, 0.55)),
        near=(_do(birds.reeds, 1.02, 200, 190, (0.2, 0.9)),), ridges=LOW, sides=(0, 0), level=0.97, wave=5,
        grass=60,
    ),
    "spring-fire-watch": Banner(
        "spring", 191, middle=(_do(birds.smoke, 430, 470, 330),),
        near=(_do(buildings.lookout, 1140, 668, 420),), ridges={"bottom": 0.76}, sides=(1, 0), level=0.83,
        grass=520,
    ),
    "rangers-on-snow": Banner(
        "winter", 193,
        near=(_do(buildings.walker, 820, 652, 150, "#3f5f7a"), _do(buildings.walker, 1010, 654, 144, "#7a4a3a")),
        ridges={"bottom": 0.78}, sides=(2, 2), level=0.80, wave=10, snow=150, grass=70,
    ),
    "the-cat-that-crossed": Banner(
        "night", 197, (Figure("amur-leopard", 930, size=1.7),),
        near=(_prints((0.06, 0.96), (0.50, 0.85), 11, size=13),), ridges=CLEAR, sides=(2, 2), stars=True,
        level=0.80,
    ),
}  # fmt: skip
