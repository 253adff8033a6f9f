"""Leopard cat: behind a mossy trunk on a summer night."""

import numpy as np

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, away_from, furry, hairs, pelt
from .face import eye, nose, whiskers
from .perches import branch
from .places import bokeh, moon, palette, trunks
from .plants import fern
from .sheet import Sheet, backdrop, blob, mirror, outline, stem

# The numbers are the drawing.
# fmt: off

NIGHT = palette(sky=("#0f2a33", "#1d4a4d"), haze="#3b6b66", far="#245052", near="#0b1d22")
COAT, PALE, DARK, RUST = "#b39c78", "#efe6d3", "#2b2019", "#7b5335"

HEAD = mirror([(800, 246), (738, 250), (682, 272), (632, 320), (606, 384), (606, 446), (634, 502), (688, 548),
    (750, 578), (800, 586)])
EAR = [(654, 330), (626, 284), (618, 232), (632, 200), (664, 196), (704, 218), (740, 262), (712, 306)]
BODY = [(700, 470), (640, 520), (584, 590), (556, 680), (548, 800), (1052, 800), (1044, 680), (1016, 590),
    (960, 520), (900, 470)]
BACK = [(880, 520), (980, 500), (1090, 520), (1180, 580), (1226, 670), (1236, 800), (900, 800)]
STRIPES = [  # left half of the face, from the brow over the crown and out over the cheek
    [(786, 372, 3), (780, 330, 9), (778, 285, 12), (782, 246, 8)],
    [(752, 352, 3), (738, 316, 10), (734, 280, 12), (742, 248, 7)],
    [(716, 344, 3), (700, 316, 8), (694, 290, 7)],
    [(688, 424, 4), (664, 446, 10), (644, 476, 9), (636, 492, 3)],
    [(700, 458, 3), (684, 486, 8), (676, 514, 8), (682, 534, 3)],
    [(764, 428, 3), (752, 452, 6), (744, 476, 3)],
]


def leopard_cat(sheet: Sheet) -> None:
    """Draw the cat and the place."""
    _night(sheet)
    _body(sheet)
    _head(sheet)
    _trunk(sheet)


def _night(sheet: Sheet) -> None:
    backdrop(sheet, "#0c2430", "#1f5356", "#16393a")
    moon(sheet, 1210, 210, 92)
    trunks(sheet, 9, ("#24545a", "#173d44", "#0e2a31"))
    bokeh(sheet, 34, ("#cfe7c4", "#9ad0bd"), size=(4, 22), alpha=(14, 60))
    for x, way, size in ((60, -62, 520), (240, -100, 420), (1510, -120, 560), (1380, -75, 380), (420, -60, 300)):
        fern(sheet, x, 900, way, size, "#1d5145")


def _spots(sheet: Sheet, path, box, count: int, size: float) -> None:
    rng, kept = sheet.rng, []
    with sheet.inside(path):
        for x, y in rng.uniform((box[0], box[1]), (box[2], box[3]), (count * 40, 2)):
            if len(kept) >= count or any((x - a) ** 2 + (y - b) ** 2 < (2.3 * size) ** 2 for a, b in kept):
                continue
            kept.append((x, y))
            r = size * rng.uniform(0.7, 1.1)
            t = np.linspace(0, 6.28, 8)[:-1]
            edge = r * rng.uniform(0.75, 1.2, 7)
            ring = np.stack([x + 0.9 * edge * np.cos(t), y + 1.25 * edge * np.sin(t)], 1)
            sheet.curve(ring, DARK, 215)
            sheet.curve(np.stack([x + 3, y + 2]) + (ring - (x, y)) * 0.5, RUST, 190)


def _body(sheet: Sheet) -> None:
    flow = along((800, 500, 0, 1), (600, 620, -0.5, 1), (1000, 620, 0.5, 1), (1150, 560, 1, 0.5),
        (1220, 740, 0.3, 1))
    back = furry(outline(*BACK), flow, sheet.rng, 15)
    sheet.layer(back, mixed(COAT, "#20343a", 0.3), mixed(COAT, "#10202a", 0.6))
    hairs(sheet, back, flow, (DARK, "#d9c9a6"), count=900, alpha=60)
    _spots(sheet, back, (930, 520, 1230, 800), 26, 17)
    front = furry(outline(*BODY), flow, sheet.rng, 16)
    sheet.layer(front, COAT, mixed(COAT, "#1b2a30", 0.35), shadow=120)
    with sheet.inside(front):
        sheet.soft([(730, 560), (870, 560), (900, 700), (860, 830), (740, 830), (700, 700)], PALE, 235, 18)
    hairs(sheet, front, flow, (DARK, "#e6d9ba", "#7a664a"), count=2400, alpha=62)
    _spots(sheet, front, (550, 560, 716, 790), 15, 16)
    _spots(sheet, front, (884, 560, 1050, 790), 15, 16)
    with sheet.inside(front):
        for y, wide in ((622, 74), (668, 86), (716, 92)):
            sheet.both(lambda y=y, w=wide: sheet.stem([(800 - w, y - 16, 3), (800 - w * 0.6, y + 4, 11),
                (792, y + 10, 3)], DARK, 190))
        sheet.soft([(640, 480), (960, 480), (940, 600), (800, 640), (660, 600)], "#0b1210", 120, 22)


def _head(sheet: Sheet) -> None:
    rng, flow = sheet.rng, away_from(800, 470, (0, -0.15))
    for side in (False, True):
        with (sheet.mirrored() if side else sheet.inside(blob((-900, -900), (2500, -900), (2500, 1900),
            (-900, 1900)))):
            ear = furry(outline(*EAR), along((690, 240, -0.3, -1)), rng, 7)
            sheet.layer(ear, mixed(COAT, DARK, 0.35), COAT)
            with sheet.inside(ear):
                sheet.soft([(672, 300), (654, 250), (654, 206), (676, 206), (706, 240), (722, 280)], "#6d5346",
                    220, 7)
                sheet.soft_stem([(676, 300, 8), (664, 240, 10), (656, 200, 4)], PALE, 200, 5)
    head = furry(outline(*HEAD), flow, rng, 16, 6)
    sheet.layer(head, mixed(COAT, "#7d6a4d", 0.5), COAT, mixed(COAT, PALE, 0.3), shadow=130)
    with sheet.inside(head):

        def pale():
            sheet.soft([(690, 440), (740, 452), (790, 470), (800, 580), (720, 575), (664, 520)], PALE, 245, 11)
            sheet.soft([(690, 376), (720, 362), (756, 374), (740, 388), (706, 390)], PALE, 235, 6)
            sheet.soft_stem([(772, 408, 10), (766, 350, 15), (758, 290, 12), (762, 252, 5)], PALE, 250, 4)
            sheet.soft_stem([(676, 440, 6), (652, 470, 14), (650, 500, 5)], PALE, 230, 5)

        sheet.both(pale)
        sheet.soft([(786, 400), (814, 400), (828, 470), (772, 470)], "#a06f4e", 150, 9)
    hairs(sheet, head, flow, (DARK, "#f3ead6", "#8a7250"), count=2600, length=18, width=1.4, alpha=58)
    with sheet.inside(head):
        for chain in STRIPES:
            sheet.both(lambda c=chain: sheet.fill(stem(*c), DARK, 225))
    _face(sheet)


def _face(sheet: Sheet) -> None:
    eye(sheet, 722, 408, 33, "#a8903f", pupil=0.68, slit=0.5, tilt=16, corner=0.55, lid=0.3)
    with sheet.mirrored():
        eye(sheet, 722, 408, 33, "#a8903f", pupil=0.68, slit=0.5, tilt=16, corner=0.55, lid=0.3,
            light=(0.32, -0.36))
    sheet.both(lambda: sheet.curve([(798, 512), (764, 514), (742, 536), (756, 562), (798, 566)], "#f6efe0", 235))
    nose(sheet, 800, 494, 52, "#a0584c")
    sheet.both(lambda: sheet.fill(stem((800, 512, 4), (798, 532, 4), (776, 546, 5), (754, 540, 2)), "#3a2620", 220))
    for k in range(3):
        sheet.both(lambda k=k: [sheet.disc(776 - 11 * j, 528 + 8 * k - 2 * j, 2, "#5a4336", 190) for j in range(3)])
    sheet.both(lambda: whiskers(sheet, [(770, 520), (762, 530), (758, 540), (766, 550)], -170, 26, "#fbf6ea"))


def _trunk(sheet: Sheet) -> None:
    branch(sheet, [(-40, 880, 250), (420, 850, 236), (820, 850, 226), (1240, 870, 236), (1660, 840, 250)],
        "#4a4038", moss="#5c7c3a")
    _tail(sheet)
    for x in (690, 910):
        flow = along((x, 760, 0, 1))
        paw = furry(outline((x - 62, 620), (x - 58, 760), (x - 60, 806), (x - 38, 830), (x, 834), (x + 38, 830),
            (x + 60, 806), (x + 58, 760), (x + 62, 620)), flow, sheet.rng, 8)
        with sheet.fading((x, 650), (x, 740)):
            sheet.layer(paw, COAT, COAT, mixed(COAT, PALE, 0.6), shadow=120)
            hairs(sheet, paw, flow, (DARK, "#f3ead6"), count=620, alpha=60, length=18)
        with sheet.inside(paw):
            for y in (738, 768):
                sheet.stem([(x - 50, y, 3), (x - 10, y + 10, 10), (x + 44, y - 4, 3)], DARK, 170)
        for toe in (-30, 0, 30):
            sheet.stem([(x + toe * 0.62 - 6, 802, 2), (x + toe * 0.66 - 2, 820, 4), (x + toe * 0.66, 834, 2)],
                DARK, 190)
    for x, way, size in ((40, -40, 420), (1560, -140, 430)):
        fern(sheet, x, 1030, way, size, "#2f6b4a")


def _tail(sheet: Sheet) -> None:
    chain = [(1110, 668, 70), (1190, 700, 84), (1276, 736, 86), (1340, 790, 82),
        (1372, 870, 80), (1376, 950, 76), (1366, 1020, 60)]
    with sheet.fading((1120, 670), (1186, 696)):
        _ringed(sheet, chain)


def _ringed(sheet: Sheet, chain) -> None:
    path = pelt(sheet, limb(chain, n=12), along((1200, 750, 1, 0.1), (1360, 820, 0.3, 1), (1372, 960, 0, 1)),
        (COAT, mixed(COAT, "#1b2a30", 0.3)), (DARK, "#e6d9ba"), tuft=15, count=800, length=24, shadow=120)
    with sheet.inside(path):
        for x, y, dx, dy in ((1236, 748, 4, 50), (1310, 770, -26, 44), (1356, 826, -46, 16), (1374, 890, -50, 4),
            (1374, 954, -50, -4)):
            sheet.fill(stem((x - dx, y - dy, 8), (x, y, 24), (x + dx, y + dy, 8)), DARK, 190)
        sheet.soft([(1320, 996), (1420, 996), (1420, 1040), (1320, 1040)], DARK, 220, 6)
