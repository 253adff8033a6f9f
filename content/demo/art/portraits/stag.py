"""Red deer: a stag roars on a misty autumn morning."""

import numpy as np

from ..banners.colours import mixed
from .coat import along, hairs, pelt
from .face import eye
from .places import hills, palette
from .plants import blades
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

DAWN = palette(sky=("#c9b7a4", "#f0cfa4", "#fbe7c2"), sun=("#fff4d8", 0.30, 0.40, 60), haze="#f6dcb4",
    far="#cda783", near="#5a3420", trees="mix", leaves=("#9c4a22", "#bb6428", "#d08236", "#e0a04a"))
RED, MANE, PALE, HORN = "#96603a", "#4e3222", "#d9b88c", "#6a4e36"

BODY = [(640, 352), (700, 372), (752, 430), (806, 520), (884, 600), (960, 622), (1060, 620), (1180, 650),
    (1340, 676), (1520, 676), (1680, 650), (1680, 1060), (640, 1060), (612, 980), (578, 900), (562, 800),
    (566, 700), (580, 610), (592, 530), (570, 470)]
HEAD = [(648, 352), (604, 340), (560, 346), (510, 356), (458, 360), (412, 356), (386, 362), (378, 382),
    (386, 402), (412, 412), (452, 418), (496, 434), (544, 470), (590, 510), (650, 500), (690, 440), (688, 384)]
JAW = [(560, 452), (516, 440), (474, 446), (438, 462), (426, 478), (436, 492), (474, 498), (520, 506), (570, 530),
    (606, 520)]
EAR = [(664, 366), (694, 344), (744, 330), (796, 334), (814, 348), (790, 370), (746, 392), (700, 398), (672, 392)]
BEAM = [(628, 356, 34), (650, 300, 30), (704, 236, 27), (776, 180, 24), (850, 132, 20), (904, 72, 15), (922, 24, 5)]
TINES = [[(634, 340, 24), (590, 316, 20), (536, 306, 15), (486, 268, 5)],
    [(646, 308, 22), (612, 268, 18), (568, 246, 13), (530, 196, 4)], [(706, 236, 20), (690, 186, 16),
    (664, 146, 11), (656, 92, 4)], [(790, 172, 20), (784, 116, 16), (764, 74, 11), (762, 22, 4)],
    [(856, 130, 18), (906, 124, 13), (960, 96, 4)]]
COMB = along((600, 400, 0.7, 0.6), (640, 600, 0.1, 1), (700, 560, 0.5, 1), (860, 760, 0.7, 0.8),
    (1200, 760, 1, 0.25), (1500, 760, 1, 0.2), (600, 850, -0.1, 1))


def stag(sheet: Sheet) -> None:
    """Draw the stag and the place."""
    hills(sheet, top=0.40, bottom=0.80, gap=(0.1, 0.9))
    sheet.wash(("#f8e2bd", "#f8e2bd", "#f8e2bd"), (0, 150, 0), 380, 1000)
    _antler(sheet, far=True)
    _body(sheet)
    _head(sheet)
    _antler(sheet)
    _breath(sheet)
    blades(sheet, 1000, 240, ("#8a6a34", "#b08a48", "#6d4a26", "#cda860"), tall=(50, 170))
    sheet.wash(("#f8e2bd", "#f6d9ac"), (0, 60), 700, 1000)


def _antler(sheet: Sheet, far: bool = False) -> None:
    sheet.draw.save()
    if far:
        sheet.draw.translate(-30, 14)
        sheet.draw.rotate(-7, 640, 350)
    tone = mixed(HORN, DAWN.haze, 0.45) if far else HORN
    for chain in [*TINES, BEAM]:
        path = stem(*chain)
        sheet.layer(path, mixed(tone, "#f3e2c2", 0.55 if not far else 0.2), tone, shadow=0 if far else 40)
    if not far:
        for chain in [*TINES, BEAM]:
            with sheet.inside(stem(*chain)):
                points = np.array(chain, float)
                sheet.fill(stem(*[(x + w * 0.28, y + w * 0.2, w * 0.4) for x, y, w in points]), "#3c2a1c", 120)
                sheet.fill(stem(*[(x - w * 0.2, y - w * 0.2, w * 0.18) for x, y, w in points]), "#f6e8ce", 110)
        sheet.layer(blob((606, 352), (612, 336), (634, 330), (654, 338), (656, 356), (632, 364)), "#8a6c4c",
            "#4c3726", shadow=50)
    sheet.draw.restore()


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (mixed(MANE, RED, 0.4), RED, mixed(RED, MANE, 0.5)), tuft=20,
        shadow=120)
    with sheet.inside(path):
        sheet.soft([(590, 500), (700, 420), (780, 540), (860, 700), (900, 860), (860, 1060), (560, 1060),
            (540, 760)], MANE, 240, 34)
        sheet.soft([(900, 630), (1150, 680), (1680, 690), (1680, 760), (1200, 760), (980, 720)], "#e8b983", 120, 22)
        sheet.soft([(900, 800), (1000, 820), (1010, 1060), (880, 1060)], "#2a1810", 120, 34)
    hairs(sheet, path, COMB, ("#2a190f", "#d8a774", "#6f4528"), count=4200, length=44, width=2, alpha=62)
    mane = along((620, 600, -0.2, 1), (640, 800, -0.3, 1), (760, 760, 0.1, 1))
    shag = blob((596, 500), (680, 480), (760, 600), (820, 760), (780, 920), (600, 960), (556, 800), (566, 640))
    hairs(sheet, shag, mane, ("#23150d", "#8a6040", "#b98d60"), count=900, length=92, width=3, alpha=84)


def _head(sheet: Sheet) -> None:
    flow = along((390, 380, 1, 0), (520, 400, 1, 0.2), (640, 420, 0.8, 0.6))
    sheet.layer(blob((452, 414), (520, 436), (580, 480), (540, 486), (470, 462), (440, 440)), "#5a2420",
        "#3a1614", shadow=0)
    sheet.layer(blob((446, 462), (480, 448), (530, 462), (560, 484), (520, 486), (466, 476)), "#c07a72",
        "#8c4a46", shadow=20)
    jaw = pelt(sheet, outline(*JAW), flow, (RED, mixed(RED, MANE, 0.5)), (MANE, PALE), tuft=8, count=420, length=16)
    with sheet.inside(jaw):
        sheet.soft([(430, 470), (470, 466), (520, 486), (470, 506), (430, 496)], PALE, 230, 7)
    way = along((740, 360, 1, -0.2))
    ear = pelt(sheet, outline(*EAR), way, (MANE, RED), (PALE, "#2a190f"), tuft=8, count=300, length=24)
    with sheet.inside(ear):
        sheet.soft([(690, 380), (730, 352), (790, 346), (760, 372), (716, 388)], "#e2c9a6", 210, 6)
    head = pelt(sheet, outline(*HEAD), flow, (mixed(RED, PALE, 0.12), RED, mixed(RED, MANE, 0.5)), tuft=7,
        shadow=90)
    with sheet.inside(head):
        sheet.soft([(600, 330), (520, 344), (420, 350), (420, 372), (520, 376), (600, 372)], MANE, 130, 12)
        sheet.soft([(376, 396), (420, 398), (470, 416), (470, 430), (400, 420)], PALE, 220, 7)
        sheet.soft([(540, 396), (560, 388), (596, 392), (590, 420), (556, 422)], PALE, 120, 9)
        sheet.soft([(600, 460), (700, 400), (720, 520), (620, 540)], MANE, 190, 18)
    hairs(sheet, head, flow, (MANE, PALE, "#2a190f"), count=1500, length=18, width=1.5, alpha=66)
    eye(sheet, 566, 392, 15, "#3a2212", pupil=0.7, corner=1.0, tilt=-8)
    sheet.fill(stem((544, 404, 2), (528, 412, 6), (512, 414, 1)), "#22140d", 220)
    nose = blob((374, 380), (380, 360), (402, 354), (424, 362), (420, 384), (398, 398), (380, 396))
    sheet.layer(nose, "#3a2c28", "#15100f", shadow=0)
    sheet.curve([(384, 378), (396, 370), (408, 374), (398, 384)], "#000000")
    sheet.soft([(386, 364), (402, 358), (416, 364), (400, 366)], "#b3a49c", 180, 2)


def _breath(sheet: Sheet) -> None:
    for k in range(26):
        q = k / 26
        sheet.soft(_puff(400 - 300 * q + sheet.rng.normal(0, 14), 436 - 90 * q**1.4 + sheet.rng.normal(0, 16),
            14 + 66 * q), "#fff8ea", int(64 * (1 - q)) + 6, 12)


def _puff(x, y, r):
    return [(x - r, y), (x, y - 0.7 * r), (x + r, y), (x, y + 0.7 * r)]
