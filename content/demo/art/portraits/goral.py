"""Long-tailed goral: on a cliff among flowering azaleas in May."""

from contextlib import nullcontext

import numpy as np

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, hairs, pelt
from .face import eye
from .perches import boulder
from .places import hills, palette
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

MAY = palette(sky=("#6fa8d6", "#a9cfe6", "#e3f0ee"), sun=("#ffffff", 0.86, 0.16, 36), haze="#d8e8ee",
    far="#9dbcd2", near="#3a5f74", trees="leafy", leaves=("#5f8a5a", "#7fa868", "#a6c47f"))
COAT, DEEP, WARM, PALE = "#857868", "#3c332c", "#a8895f", "#e6dcc8"

BODY = [(566, 370), (616, 352), (664, 384), (700, 430), (760, 450), (860, 452), (960, 446), (1050, 462),
    (1110, 512), (1124, 590), (1104, 660), (1030, 690), (940, 676), (840, 684), (750, 704), (680, 712),
    (620, 690), (584, 630), (566, 560), (560, 480), (552, 420)]
HEAD = [(600, 340), (574, 316), (536, 308), (500, 320), (466, 350), (434, 388), (414, 420), (410, 440),
    (424, 456), (452, 462), (488, 462), (530, 470), (574, 476), (610, 450), (622, 396)]
EAR = [(598, 338), (624, 312), (668, 296), (706, 300), (710, 320), (680, 348), (636, 368), (604, 366)]
COMB = along((420, 440, 1, -0.1), (540, 380, 1, 0.1), (590, 560, 0.1, 1), (700, 520, 0.8, 0.5),
    (900, 560, 1, 0.25), (1090, 580, 0.4, 1), (660, 310, 1, -0.3))
HIND = [(1040, 580, 180), (1010, 668, 136), (1012, 724, 80), (1052, 772, 50), (1078, 806, 42), (1062, 860, 34),
    (1052, 892, 34)]
FORE = [(660, 610, 140), (648, 700, 92), (644, 760, 56), (644, 800, 50), (640, 850, 36), (638, 886, 36)]


def goral(sheet: Sheet) -> None:
    """Draw the goral and the place."""
    hills(sheet, top=0.42, bottom=0.90, height=80, gap=(0.0, 1.0))
    _cliff(sheet)
    _tail(sheet)
    _leg(sheet, [(x - 84, y - 6, w * 0.9) for x, y, w in HIND], DEEP)
    _leg(sheet, [(x - (52 if k > 1 else 14), y - 4, w * 0.9) for k, (x, y, w) in enumerate(FORE)], DEEP)
    _body(sheet)
    _leg(sheet, HIND, COAT)
    _leg(sheet, FORE, COAT)
    _head(sheet)
    for x, y, size in ((1330, 860, 1.2), (1470, 760, 1.35), (1560, 900, 1.4), (240, 960, 1.0), (120, 900, 0.8)):
        _azalea(sheet, x, y, size)


def _cliff(sheet: Sheet) -> None:
    boulder(sheet, [(1180, 1040), (1200, 760), (1260, 640), (1370, 560), (1480, 420), (1560, 360), (1660, 330),
        (1660, 1040)], "#a39a8c", faces=22, lichen="#c7c08a")
    boulder(sheet, [(360, 1040), (400, 960), (470, 924), (540, 898), (700, 902), (860, 908), (1010, 904),
        (1140, 896), (1240, 880), (1330, 900), (1360, 1040)], "#b0a696", faces=22, lichen="#d0c98e")
    boulder(sheet, [(-40, 1040), (-40, 980), (90, 940), (260, 960), (420, 1000), (440, 1040)], "#9b9385", faces=8)
    sheet.soft([(540, 900), (800, 906), (1120, 898), (820, 926)], "#2c2620", 140, 10)


def _azalea(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw a bush of sharp-leaved azalea in flower."""
    rng = sheet.rng
    for _ in range(13):
        to = (x + rng.normal(0, 80) * size, y - rng.uniform(60, 190) * size)
        sheet.stem([(x, y + 60, 6 * size), ((x + to[0]) / 2 + rng.normal(0, 10), (y + to[1]) / 2, 4 * size),
            (*to, 1.4)], "#5b4638")
    for _ in range(80):
        turn, far = rng.uniform(0, 6.28), 165 * size * rng.uniform(0, 1) ** 0.6
        cx, cy = x + far * np.cos(turn), y - 90 * size + 0.75 * far * np.sin(turn)
        tone = mixed("#d45f9a", rng.choice(["#f7c3da", "#a83a76"]), rng.uniform(0, 0.6))
        r, turn = rng.uniform(12, 21) * size, rng.uniform(0, 6)
        for k in range(5):
            a = turn + k * 2 * np.pi / 5
            sheet.curve([(cx, cy), (cx + r * np.cos(a - 0.5), cy + 0.8 * r * np.sin(a - 0.5)),
                (cx + 1.25 * r * np.cos(a), cy + r * np.sin(a)),
                (cx + r * np.cos(a + 0.5), cy + 0.8 * r * np.sin(a + 0.5))], mixed(tone, "#ffffff", 0.05 * k))
        sheet.disc(cx, cy, r * 0.24, "#8c2f60", 200)
        for k in range(3):
            a = turn + k
            sheet.stem([(cx, cy, 1.2), (cx + r * np.cos(a), cy + r * 0.8 * np.sin(a) - 3, 1)], "#fbe3ee", 220)


def _tail(sheet: Sheet) -> None:
    chain = [(1096, 520, 46), (1140, 570, 48), (1158, 650, 52), (1160, 730, 48), (1152, 800, 14)]
    path = pelt(sheet, limb(chain, n=12), along((1110, 540, 0.6, 1), (1156, 760, 0, 1)), (DEEP, "#1a1512"),
        ("#756856", "#0f0c0a"), tuft=26, count=500, length=56, alpha=100)
    with sheet.inside(path):
        sheet.soft([(1130, 740), (1190, 740), (1180, 830), (1130, 830)], PALE, 170, 12)


def _leg(sheet: Sheet, chain, tone: str) -> None:
    (x, y, _), (x2, y2, _) = chain[0], chain[1]
    with sheet.fading((x, y - 40), (x2, y2)) if tone == COAT else nullcontext():
        path = pelt(sheet, limb(chain, n=12), along((x, y, 0, 1), (x2, y2, 0, 1)), (tone, mixed(tone, DEEP, 0.3)),
            ("#c8bba4", DEEP), tuft=9, count=800, length=24)
        with sheet.inside(path):
            sheet.soft_stem([(px, py, w * 1.1) for px, py, w in chain[-3:]],
                mixed(WARM, DEEP, 0.35 if tone == DEEP else 0.0), 210, 9)
    x, y, _ = chain[-1]
    for dx in (-12, 2):
        sheet.layer(blob((x + dx - 8, y - 6), (x + dx + 12, y - 8), (x + dx + 13, y + 24, "c"),
            (x + dx - 4, y + 26), (x + dx - 19, y + 25, "c")), "#37302b", "#12100e", shadow=30)


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (COAT, COAT, mixed(COAT, DEEP, 0.35)), tuft=24, shadow=120)
    with sheet.inside(path):
        sheet.soft([(650, 350), (700, 420), (860, 444), (1050, 452), (1120, 520), (1090, 540), (960, 478),
            (760, 484), (660, 440)], DEEP, 215, 9)
        sheet.soft([(620, 640), (800, 650), (1080, 640), (1060, 720), (640, 740)], DEEP, 130, 30)
        sheet.soft([(700, 520), (900, 520), (1040, 560), (900, 600), (720, 600)], WARM, 90, 30)
        sheet.soft([(540, 440), (600, 440), (624, 500), (610, 580), (560, 580)], PALE, 255, 12)
    hairs(sheet, path, COMB, (DEEP, "#d5c8b2", "#5f5447"), count=5000, length=36, width=2, alpha=70)


def _head(sheet: Sheet) -> None:
    for dx, dy, tone in ((26, 8, "#2c2623"), (0, 0, "#3b3430")):
        chain = [(560 + dx, 320 + dy, 34), (572 + dx, 278 + dy, 29), (600 + dx, 238 + dy, 21),
            (642 + dx, 212 + dy, 12), (676 + dx, 206 + dy, 4)]
        horn = stem(*chain)
        sheet.layer(horn, mixed(tone, "#ffffff", 0.2), tone, shadow=60)
        with sheet.inside(horn):
            for k in range(9):
                y = 316 - 11 * k + dy
                sheet.stem([(530 + dx + 4 * k, y, 2), (566 + dx + 5 * k, y + 5, 4),
                    (610 + dx + 4 * k, y - 10, 2)], "#14110f", 190)
            sheet.soft_stem([(x - w * 0.25, y, w * 0.2) for x, y, w in chain], "#b3a79a", 150, 2)
    ear = pelt(sheet, outline(*EAR), COMB, (COAT, DEEP), (PALE, DEEP), tuft=7, count=320, length=22, shadow=80)
    with sheet.inside(ear):
        sheet.soft([(612, 346), (644, 320), (696, 308), (676, 334), (636, 354)], "#efe6d6", 215, 7)
    head = pelt(sheet, outline(*HEAD), COMB, (COAT, mixed(COAT, WARM, 0.35)), tuft=7, shadow=90)
    with sheet.inside(head):
        sheet.soft([(580, 310), (530, 306), (470, 346), (430, 396), (446, 404), (500, 360), (570, 340)], DEEP,
            200, 9)
        sheet.soft([(404, 444), (440, 440), (500, 452), (580, 462), (580, 490), (420, 476)], PALE, 235, 8)
        sheet.soft([(500, 362), (526, 352), (552, 366), (536, 388), (506, 384)], mixed(PALE, WARM, 0.3), 170, 6)
    hairs(sheet, head, COMB, (DEEP, PALE, "#5f5447"), count=1400, length=16, width=1.4, alpha=68)
    eye(sheet, 526, 374, 16, "#7a5426", pupil=0.55, corner=0.9, tilt=-16)
    sheet.fill(stem((504, 388, 2), (486, 404, 7), (474, 420, 1)), DEEP, 200)
    sheet.layer(blob((404, 432), (410, 414), (428, 410), (442, 418), (440, 436), (424, 446)), "#2f2724",
        "#0e0c0b", shadow=0)
    sheet.curve([(416, 428), (426, 420), (434, 426), (424, 434)], "#000000")
    sheet.fill(stem((424, 446, 3), (446, 452, 3), (478, 448, 1)), "#2a221d", 230)
