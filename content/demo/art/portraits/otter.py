"""Eurasian otter: comes out of a clear river on to a stone."""

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, hairs, pelt
from .face import eye, whiskers
from .perches import boulder
from .places import hills, palette
from .ripples import rings, water
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

RIVER = palette(sky=("#8fc3d4", "#c4e0df", "#eef1dc"), sun=("#fffbe6", 0.70, 0.20, 40), haze="#dcebdd",
    far="#9fc4bd", near="#2c5a52", trees="leafy", leaves=("#3b6f52", "#558a5c", "#79a866"),
    waters=("#b9dad8", "#3d7f8c"))
BROWN, DEEP, PALE, GLOSS = "#6a4a33", "#38251a", "#d8c3a4", "#a98564"

BODY = [(596, 320), (660, 322), (720, 350), (764, 410), (810, 500), (890, 560), (1000, 580), (1110, 610),
    (1190, 670), (1230, 760), (1200, 830), (900, 846), (700, 840), (600, 830), (560, 760), (548, 680), (552, 600),
    (570, 520), (560, 440)]
HEAD = [(408, 416), (420, 388), (454, 366), (502, 340), (560, 322), (622, 320), (678, 340), (712, 386),
    (716, 440), (690, 488), (630, 512), (560, 514), (496, 500), (446, 486), (416, 466), (404, 442)]
EAR = [(664, 366), (668, 344), (690, 334), (710, 344), (714, 368), (696, 384)]
TAIL = [(1180, 760, 110), (1270, 830, 80), (1350, 850, 54), (1430, 838, 32), (1490, 812, 10)]
COMB = along((420, 430, 1, 0), (560, 350, 1, 0), (640, 420, 1, 0.3), (620, 600, 0.1, 1), (760, 520, 0.7, 0.9),
    (1000, 640, 1, 0.35), (1180, 740, 0.6, 1), (580, 760, 0, 1))


def otter(sheet: Sheet) -> None:
    """Draw the otter and the place."""
    hills(sheet, top=0.30, bottom=0.52, count=5, height=60, drift=0.0)
    water(sheet, 560, "#c4e0da", "#3f8794", "#1f5a6c", ripples=150, alpha=130)
    boulder(sheet, [(1300, 600), (1380, 540), (1540, 530), (1660, 590), (1660, 700), (1280, 680)], "#8d958e",
        lichen="#c9d3a0")
    boulder(sheet, [(-40, 640), (60, 590), (190, 600), (240, 660), (220, 720), (-40, 730)], "#7f8983")
    tail = along((1200, 780, 1, 0.5), (1450, 830, 1, -0.3))
    with sheet.inside(blob((0, -500, "c"), (1700, -500, "c"), (1700, 846, "c"), (1100, 838), (700, 830),
        (0, 826, "c"))):
        pelt(sheet, limb(TAIL, n=12), tail, (BROWN, DEEP), (GLOSS, "#1c110b"), tuft=9, count=400, length=30)
        _body(sheet)
    _head(sheet)
    _waterline(sheet)
    _stone(sheet)


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (BROWN, mixed(BROWN, DEEP, 0.55)), tuft=9, shadow=100)
    with sheet.inside(path):
        sheet.soft([(540, 470), (620, 500), (660, 560), (650, 700), (600, 850), (530, 850)], PALE, 205, 26)
        sheet.soft([(700, 350), (780, 440), (860, 540), (1010, 580), (1180, 640), (1170, 680), (1000, 640),
            (820, 590), (720, 470)], "#c9a883", 130, 14)
        sheet.soft([(720, 640), (900, 720), (1200, 760), (1200, 860), (640, 860)], "#1f130c", 150, 30)
    hairs(sheet, path, COMB, ("#1f140d", "#b8957a", "#4b3324"), count=4400, length=34, width=2, alpha=66)


def _head(sheet: Sheet) -> None:
    head = pelt(sheet, outline(*HEAD), COMB, (mixed(BROWN, GLOSS, 0.35), BROWN), tuft=6, shadow=110)
    with sheet.inside(head):
        sheet.soft([(400, 456), (470, 456), (560, 470), (640, 480), (690, 470), (680, 530), (480, 530)], PALE,
            235, 13)
        sheet.soft([(520, 336), (620, 326), (690, 356), (660, 376), (560, 360)], "#cdae8c", 120, 12)
        sheet.soft([(430, 420), (480, 406), (520, 430), (500, 470), (440, 468)], mixed(PALE, BROWN, 0.35), 200, 10)
    hairs(sheet, head, COMB, ("#23160e", "#d8bd9c", "#4b3324"), count=2200, length=16, width=1.4, alpha=66)
    ear = pelt(sheet, outline(*EAR), along((690, 350, 0.5, -0.6)), (BROWN, DEEP), (GLOSS,), tuft=4, count=90,
        length=12, shadow=60)
    with sheet.inside(ear):
        sheet.soft([(676, 372), (682, 350), (698, 350), (700, 370)], "#2a1a12", 200, 4)
    eye(sheet, 528, 390, 16, "#2c1c12", pupil=0.7, corner=0.6, tilt=10)
    sheet.layer(blob((402, 412), (410, 390), (432, 378), (452, 386), (454, 406), (438, 424), (414, 428)),
        "#3a2c28", "#120c0b", shadow=30)
    sheet.curve([(414, 412), (424, 404), (432, 410), (424, 418)], "#000000")
    sheet.soft([(416, 394), (432, 384), (446, 390), (430, 396)], "#c3b2a8", 190, 2)
    sheet.fill(stem((424, 428, 3), (436, 452, 4), (476, 474, 4), (526, 474, 3), (552, 464, 1)), "#38251c", 230)
    for k, (x, y) in enumerate(((462, 436), (478, 430), (474, 446), (492, 440), (488, 456), (506, 450))):
        sheet.disc(x, y, 2.4, "#3a281c", 200 - 8 * k)
    whiskers(sheet, [(464, 436), (470, 442), (474, 448), (478, 454)], -150, 66, "#fbf4e6", width=2.2)
    whiskers(sheet, [(490, 440), (494, 448), (496, 456)], 130, 96, "#fbf4e6", alpha=180)


def _waterline(sheet: Sheet) -> None:
    sheet.soft([(560, 836), (900, 838), (1240, 848), (1420, 856), (1300, 900), (900, 930), (620, 910)], "#3a2a1e",
        120, 16)
    with sheet.inside(blob((0, 832, "c"), (700, 836), (1100, 842), (1700, 850, "c"), (1700, 1100, "c"),
        (0, 1100, "c"))):
        for x, y, wide, n in ((900, 838, 470, 5), (1380, 850, 150, 4)):
            rings(sheet, x, y, n, wide, "#e6f4f0", alpha=190, flat=0.13)
    sheet.fill(stem((600, 834, 2), (900, 838, 7), (1200, 846, 6), (1420, 846, 1)), "#e6f4f0", 200)
    for _ in range(60):
        q = sheet.rng.random()
        x, y = sheet.rng.uniform(360, 1420), 850 + 150 * q
        sheet.stem([(x - 60, y, 0.5), (x, y - 2, 3 + 3 * q), (x + 60, y, 0.5)],
            sheet.rng.choice(["#d9efec", "#17485a"]), 110)


def _stone(sheet: Sheet) -> None:
    boulder(sheet, [(120, 1040), (150, 880), (250, 812), (420, 784), (560, 790), (660, 830), (720, 910),
        (740, 1040)], "#78827f", faces=14, lichen="#aebd8f")
    sheet.soft([(400, 800), (560, 792), (650, 830), (520, 846)], "#1d2624", 120, 12)
    for dx, tone in ((96, DEEP), (0, BROWN)):
        chain = [(600 + dx, 640, 120), (570 + dx, 710, 84), (540 + dx, 766, 56), (500 + dx, 802, 50),
            (458 + dx, 812, 40)]
        with sheet.fading((606 + dx, 630), (566 + dx, 730)):
            pelt(sheet, limb(chain, n=12), along((590 + dx, 680, -0.3, 1), (470 + dx, 810, -1, 0.2)),
                (tone, mixed(tone, DEEP, 0.4)), (GLOSS, "#1c110b"), tuft=7, count=420, length=22)
        for toe in (-22, -8, 6, 20):
            x, y = 452 + dx + abs(toe) * 0.5, 816 + toe * 0.4
            sheet.fill(stem((x + 24, y, 17), (x, y + 4, 16), (x - 14, y + 8, 9)), mixed(tone, DEEP, 0.5))
            sheet.fill(stem((x - 14, y + 7, 4), (x - 25, y + 12, 1)), "#d8cbb8")
