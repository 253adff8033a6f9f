"""Red squirrel: with a cone of Korean pine, late in September."""

import numpy as np

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, hairs, pelt
from .face import eye, whiskers
from .perches import branch
from .places import bokeh, palette
from .plants import needles
from .sheet import Sheet, backdrop, blob, outline, stem

# The numbers are the drawing.
# fmt: off

GOLDEN = palette(sky=("#f2cf7a", "#f7e2a8"), haze="#f4dfa4", far="#d9b35f", near="#6d5a2c")
COAT, DEEP, WHITE, RUST = "#6b3f26", "#2c1a12", "#fbf5e9", "#9a5730"

BODY = [(628, 330), (690, 340), (742, 396), (796, 470), (838, 560), (850, 650), (826, 730), (762, 764),
    (680, 766), (620, 740), (600, 680), (596, 610), (580, 540), (566, 460), (580, 380)]
HEAD = [(470, 404), (480, 376), (508, 346), (548, 318), (598, 302), (644, 312), (676, 346), (686, 392),
    (668, 434), (622, 458), (568, 462), (520, 452), (484, 434)]
EAR = [(606, 324), (602, 284), (616, 250), (640, 244), (662, 270), (668, 310), (650, 340)]
TAIL = [(800, 740, 60), (892, 734, 104), (968, 680, 140), (1000, 590, 158), (988, 490, 164), (990, 390, 160),
    (1036, 300, 140), (1110, 250, 96), (1160, 240, 16)]
COMB = along((480, 400, 1, -0.1), (600, 330, 1, 0.1), (640, 420, 0.5, 1), (760, 520, 0.5, 1), (820, 660, 0.1, 1),
    (620, 600, -0.1, 1), (700, 740, 0, 1))


def squirrel(sheet: Sheet) -> None:
    """Draw the squirrel and the place."""
    _crown(sheet)
    _tail(sheet)
    _arm(sheet, [(600, 520, 60), (548, 552, 40), (512, 540, 28), (492, 522, 24)], DEEP)
    _body(sheet)
    _cone(sheet, 474, 520)
    _arm(sheet, [(656, 520, 90), (590, 580, 54), (536, 570, 34), (506, 548, 28)], COAT)
    _thigh(sheet)
    _head(sheet)


def _crown(sheet: Sheet) -> None:
    backdrop(sheet, "#f3d283", "#f9e9b8", "#e6bf68")
    sheet.glow(420, 180, 640, "#fffbe2", 210)
    bokeh(sheet, 110, ("#fff6d0", "#e8b84e", "#c9d072", "#f0cd73"), size=(18, 92), alpha=(24, 84))
    for x, y, way, length in ((-20, 250, 24, 260), (-20, 520, -10, 230)):
        needles(sheet, x, y, way, length, ("#5f8560", "#3f6a55", "#86a572", "#2f5548"))
    branch(sheet, [(-40, 850, 64), (300, 812, 76), (700, 798, 88), (1060, 812, 104), (1360, 850, 140)], "#7a5238",
        moss="#93a050")
    branch(sheet, [(1320, -40, 230), (1330, 500, 250), (1350, 1060, 290)], "#7a5238", knots=50)
    for x, y, way, length in ((1250, 150, 200, 300), (130, 840, 130, 240), (300, 830, 60, 250),
        (1110, 840, 70, 190), (60, 830, 200, 160)):
        needles(sheet, x, y, way, length, ("#4f7a5a", "#315c4c", "#789a66", "#264a40"))


def _tail(sheet: Sheet) -> None:
    points = np.array(TAIL, float)[:, :2]
    way = np.gradient(points, axis=0)
    guides = [(*p, *(d + np.array([d[1], -d[0]]) * s)) for p, d in zip(points, way, strict=True) for s in (0.0,)]
    flow = along(*guides)
    path = pelt(sheet, limb(TAIL, n=12), flow, (DEEP, COAT), (RUST, "#130b08", "#b3713f"), tuft=66, count=2600,
        length=84, width=2.4, alpha=80, shadow=110)
    with sheet.inside(path):
        sheet.soft_stem([(x, y, w * 0.2) for x, y, w in TAIL], "#140c08", 130, 14)
        sheet.soft_stem([(x + 0.4 * w, y - 0.1 * w, w * 0.14) for x, y, w in TAIL], "#d98f4e", 120, 12)


def _arm(sheet: Sheet, chain, tone: str) -> None:
    (x, y, _), (x2, y2, _) = chain[0], chain[1]
    with sheet.fading((x, y - 20), (x2, y2)):
        pelt(sheet, limb(chain, n=12), along((x, y, -0.4, 1), (x2, y2, -1, 0)), (mixed(tone, RUST, 0.5), tone),
            (RUST, "#1b100a"), tuft=8, count=360, length=20)
    x, y, _ = chain[-1]
    for k, (dx, dy) in enumerate(((-8, -16), (-14, -4), (-13, 8), (-6, 18))):
        sheet.fill(stem((x, y, 13), (x + dx * 0.7, y + dy * 0.8, 10), (x + dx * 1.5, y + dy, 6)),
            mixed(tone, DEEP, 0.3 + 0.08 * k))
        sheet.fill(stem((x + dx * 1.4, y + dy, 4), (x + dx * 2.1, y + dy + 4, 1)), "#120b08")


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (mixed(COAT, RUST, 0.4), COAT, DEEP), tuft=18, shadow=120)
    with sheet.inside(path):
        sheet.soft([(560, 440), (612, 470), (650, 560), (668, 680), (640, 770), (580, 740), (570, 560)], WHITE,
            255, 9)
        sheet.soft([(700, 380), (780, 470), (840, 600), (820, 640), (760, 520), (690, 430)], "#c07a48", 130, 14)
    hairs(sheet, path, COMB, (DEEP, "#b3713f", "#140b07"), count=2600, length=26, alpha=60)


def _thigh(sheet: Sheet) -> None:
    flow = along((700, 640, -0.2, 1), (780, 700, -0.2, 1), (640, 770, -1, 0.1))
    thigh = outline((664, 650), (700, 606), (760, 600), (816, 634), (838, 700), (806, 758), (730, 776),
        (676, 764), (650, 716))
    with sheet.fading((830, 580), (760, 660)):
        pelt(sheet, thigh, flow, (mixed(COAT, RUST, 0.45), mixed(COAT, DEEP, 0.4)), (DEEP, "#b3713f"), tuft=12,
            count=900, length=26)
    foot = [(740, 750, 54), (680, 770, 46), (620, 774, 38), (576, 772, 30)]
    pelt(sheet, limb(foot, n=12), along((700, 760, -1, 0.1)), (COAT, DEEP), ("#b3713f", "#140b07"), tuft=7,
        count=300, length=20)
    for dy in (-9, -1, 7, 14):
        sheet.fill(stem((580, 772 + dy, 11), (556, 776 + dy, 10), (544, 780 + dy, 6)), mixed(COAT, DEEP, 0.6))
        sheet.fill(stem((546, 780 + dy, 5), (530, 788 + dy, 1)), "#0f0907")


def _cone(sheet: Sheet, x: float, y: float) -> None:
    """Draw the big cone, some of its seeds already taken."""
    body = blob((x - 26, y - 84), (x + 22, y - 78), (x + 54, y - 20), (x + 54, y + 50), (x + 18, y + 104),
        (x - 30, y + 100), (x - 60, y + 40), (x - 58, y - 30))
    sheet.layer(body, "#a87b48", "#5f3f22", shadow=90)
    with sheet.inside(body):
        for row in range(9):
            for k in range(-3, 4):
                cx, cy = x + 30 * k + 15 * (row % 2), y - 86 + 23 * row
                scale = blob((cx - 17, cy), (cx - 10, cy + 20), (cx, cy + 29, "c"), (cx + 10, cy + 20),
                    (cx + 17, cy), (cx, cy - 10))
                sheet.layer(scale, mixed("#b98a52", "#6d4826", sheet.rng.uniform(0, 0.6)), "#6a4626", shadow=46)
        sheet.soft([(x + 20, y - 90), (x + 70, y - 60), (x + 70, y + 90), (x + 24, y + 100)], "#2c1a0e", 130, 16)


def _head(sheet: Sheet) -> None:
    for points, tone, dx in ((EAR, DEEP, -44), (EAR, COAT, 0)):
        shape = [(px + dx, py + (4 if dx else 0)) for px, py in points]
        way = along((640 + dx, 260, 0.15, -1))
        ear = pelt(sheet, outline(*shape), way, (DEEP, tone), (RUST,), tuft=7, count=160, length=18, shadow=70)
        pelt(sheet, outline((622 + dx, 268), (619 + dx, 222), (630 + dx, 166, "c"), (642 + dx, 212),
            (648 + dx, 262)), way, (DEEP, DEEP), ("#4a2c1c",), tuft=13, count=140, length=46, shadow=0)
        if dx == 0:
            with sheet.inside(ear):
                sheet.soft([(620, 326), (616, 288), (628, 268), (646, 290), (650, 326)], "#8d5a3e", 180, 6)
    head = pelt(sheet, outline(*HEAD), COMB, (mixed(COAT, RUST, 0.35), mixed(COAT, RUST, 0.6)), tuft=8, shadow=100)
    with sheet.inside(head):
        sheet.soft([(476, 428), (520, 436), (580, 446), (620, 440), (610, 470), (500, 468)], WHITE, 235, 7)
        sheet.soft([(540, 360), (568, 344), (602, 356), (600, 388), (566, 400), (542, 386)], "#d9a878", 170, 6)
        sheet.soft([(560, 306), (640, 306), (690, 360), (640, 350), (560, 336)], DEEP, 140, 12)
    hairs(sheet, head, COMB, (DEEP, "#d09060", "#3c2416"), count=1600, length=15, width=1.4, alpha=66)
    eye(sheet, 572, 372, 21, "#1e120b", pupil=0.8, corner=0.6, tilt=10)
    sheet.layer(blob((466, 400), (474, 386), (490, 388), (494, 402), (482, 412), (470, 410)), "#4a2c22",
        "#1a100c", shadow=0)
    sheet.fill(stem((478, 414, 2), (496, 430, 3), (520, 434, 1)), "#2c1a12", 220)
    whiskers(sheet, [(504, 416), (508, 422), (514, 428)], -110, 44, "#fff7e4", alpha=200)
    whiskers(sheet, [(520, 418), (524, 426)], 120, 70, "#2a1a12", alpha=150, width=1.4)
