"""Yellow-throated marten: by day, on a bough in the summer forest."""

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, hairs, pelt
from .face import eye, whiskers
from .perches import branch
from .places import bokeh, palette, trunks
from .sheet import Sheet, backdrop, blob, outline, stem

# The numbers are the drawing.
# fmt: off

DAY = palette(sky=("#dff0c8", "#b8dba0"), haze="#dcecc2", far="#a9cf96", near="#2f5d38")
BLACK, GOLD, BROWN, YELLOW, WHITE = "#1d1714", "#b98a45", "#4a3222", "#f2bb2e", "#f4efe2"

BODY = [(404, 452), (420, 424), (452, 398), (494, 384), (540, 388), (586, 418), (640, 466), (720, 498),
    (820, 488), (920, 462), (1010, 468), (1076, 512), (1100, 580), (1060, 646), (980, 650), (880, 634),
    (780, 652), (700, 676), (634, 660), (580, 606), (540, 550), (504, 520), (454, 504), (418, 486)]
EAR = [(514, 400), (508, 366), (522, 340), (546, 338), (566, 360), (572, 402), (546, 420)]
TAIL = [(1066, 540, 70), (1150, 556, 58), (1240, 606, 60), (1310, 690, 64), (1346, 790, 66), (1352, 890, 56),
    (1340, 960, 14)]
COMB = along((410, 460, 1, 0), (500, 420, 1, 0.25), (600, 500, 0.8, 0.8), (760, 560, 1, 0.25),
    (960, 540, 1, 0.15), (1090, 590, 0.5, 1), (560, 600, 0.5, 1))


def marten(sheet: Sheet) -> None:
    """Draw the marten and the place."""
    _forest(sheet)
    _far_legs(sheet)
    pelt(sheet, limb(TAIL, n=12), along((1100, 560, 1, 0.3), (1300, 690, 0.5, 1), (1350, 900, 0, 1)),
        (BLACK, "#0e0b0a"), ("#4a3d36", "#000000"), tuft=30, count=900, length=46, alpha=110)
    _body(sheet)
    _near_legs(sheet)
    _head(sheet)


def _forest(sheet: Sheet) -> None:
    backdrop(sheet, "#eaf6d2", "#c5e2a6", "#7fb073")
    sheet.glow(300, 120, 700, "#fffbe0", 190)
    trunks(sheet, 8, ("#b7d69f", "#8dba84", "#5f9468"))
    bokeh(sheet, 90, ("#f6fbd6", "#a8d27e", "#7fbb63", "#d9eea0"), size=(14, 74), alpha=(26, 84))
    branch(sheet, [(-40, 800, 96), (340, 770, 84), (760, 756, 78), (1120, 776, 66), (1420, 820, 50),
        (1660, 850, 36)], "#6d5b4a", moss="#7c9a45")
    for x, y, way in ((1180, 770, -50), (1330, 800, -30), (1470, 836, 10), (170, 800, 150), (1250, 800, 50),
        (60, 770, 210)):
        _oak_twig(sheet, x, y, way)


def _oak_twig(sheet: Sheet, x: float, y: float, way: float) -> None:
    """Draw a twig with the lobed leaves of a Mongolian oak."""
    sheet.draw.save()
    sheet.draw.translate(x, y)
    sheet.draw.rotate(way)
    sheet.stem([(0, 0, 9), (70, 6, 6), (130, 0, 3)], "#5b4a3a")
    for turn, size, tone in ((-46, 150, "#4f8a3c"), (38, 150, "#6aa548"), (-8, 180, "#5a9741")):
        sheet.draw.save()
        sheet.draw.translate(112, 0)
        sheet.draw.rotate(turn)
        edge = [(0, 0)]
        for side in (-1, 1):
            lobes = [(u, side * v) for u, v in ((0.2, 0.1), (0.3, 0.2), (0.38, 0.14), (0.5, 0.27), (0.58, 0.18),
                (0.7, 0.3), (0.78, 0.2), (0.9, 0.2))]
            edge += lobes if side < 0 else lobes[::-1]
            if side < 0:
                edge.append((1, 0))
        sheet.layer(blob(*[(u * size, v * size) for u, v in edge]), tone, mixed(tone, "#1e3d18", 0.3), shadow=50)
        sheet.stem([(0, 0, 3), (size * 0.5, 2, 2.4), (size * 0.96, 0, 0.8)], mixed(tone, "#e6f0b0", 0.45), 220)
        sheet.draw.restore()
    sheet.draw.restore()


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (GOLD, mixed(GOLD, BROWN, 0.35)), tuft=13, shadow=110)
    with sheet.inside(path):
        sheet.soft([(860, 420), (1010, 420), (1140, 520), (1120, 700), (980, 700), (900, 600)], BROWN, 235, 36)
        sheet.soft([(400, 470), (470, 490), (530, 500), (590, 530), (690, 580), (740, 640), (700, 720),
            (600, 700), (500, 580), (400, 510)], YELLOW, 255, 14)
        sheet.soft([(560, 590), (700, 610), (760, 660), (640, 720)], "#e08a1e", 120, 20)
        sheet.soft([(700, 640), (900, 600), (1080, 640), (1000, 700), (760, 720)], "#2a1a10", 130, 18)
        sheet.soft([(390, 462), (430, 474), (486, 484), (520, 504), (500, 530), (440, 516), (396, 500)], WHITE,
            255, 6)
        sheet.soft([(380, 440), (420, 400), (500, 360), (590, 390), (668, 470), (640, 500), (586, 496),
            (528, 490), (470, 478), (420, 466)], BLACK, 255, 7)
        sheet.soft([(640, 470), (760, 505), (900, 470), (900, 500), (760, 540), (660, 520)], "#f0cd84", 110, 12)
    hairs(sheet, path, COMB, ("#fff3c9", "#3a2616", "#8f6228"), count=3600, length=24, alpha=58)


def _leg(sheet: Sheet, chain, dark: str, shadow: int = 90, reach: float = 60) -> None:
    (x, y, _), (x2, y2, _) = chain[0], chain[1]
    with sheet.fading((x, y), (x + (x2 - x) * reach / 60, y + (y2 - y) * reach / 60)):
        pelt(sheet, limb(chain, n=12), along((x, y, 0, 1), (x2, y2, 0, 1)), (mixed(dark, "#6b4a30", 0.35), dark),
            ("#000000", "#6a5242"), tuft=8, count=420, length=18, shadow=shadow)
    x, y, _ = chain[-1]
    for toe in (-22, -8, 6):
        sheet.fill(stem((x + toe - 3, y + 10, 5), (x + toe - 10, y + 17, 4), (x + toe - 14, y + 24, 1)), "#e8e0d0")


def _far_legs(sheet: Sheet) -> None:
    _leg(sheet, [(640, 610, 76), (606, 670, 44), (566, 716, 32), (530, 744, 36), (506, 752, 30)], "#120e0c")
    _leg(sheet, [(980, 570, 120), (920, 650, 70), (950, 700, 36), (920, 742, 34), (890, 752, 28)], "#120e0c")


def _near_legs(sheet: Sheet) -> None:
    _leg(sheet, [(690, 580, 100), (684, 650, 62), (680, 700, 38), (656, 740, 38), (626, 752, 32)], BLACK)
    _leg(sheet, [(1030, 550, 150), (1010, 620, 112), (1004, 668, 66), (1050, 704, 40), (1028, 742, 38),
        (990, 754, 32)], BLACK)


def _head(sheet: Sheet) -> None:
    way = along((540, 360, 0.2, -1))
    ear = pelt(sheet, outline(*EAR), way, ("#2a221e", BLACK), ("#5a4a40",), tuft=6, count=160, length=16, shadow=80)
    with sheet.inside(ear):
        sheet.soft([(530, 400), (526, 366), (544, 356), (556, 376), (556, 404)], "#8a7767", 190, 6)
    eye(sheet, 466, 436, 15, "#4a2c16", pupil=0.62, corner=0.6, tilt=14)
    sheet.curve([(396, 448), (406, 436), (422, 438), (424, 454), (412, 466), (400, 464)], "#0b0908")
    sheet.soft([(402, 442), (412, 439), (418, 443), (408, 446)], "#8b8480", 190, 1.5)
    sheet.fill(stem((408, 468, 2), (428, 482, 4), (462, 490, 3), (486, 488, 1)), "#3a2a22", 220)
    whiskers(sheet, [(434, 462), (440, 468), (446, 474)], -104, 40, "#f4efe2", alpha=190)
    whiskers(sheet, [(448, 466), (452, 474)], 120, 66, "#2a211c", alpha=150, width=1.5)
