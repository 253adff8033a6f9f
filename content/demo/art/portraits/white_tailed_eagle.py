"""White-tailed eagle: on spread wings over the river, the geese already in flight."""

import numpy as np

from ..banners.colours import mixed
from . import geese
from .coat import along, furry, hairs, plumage, quills
from .face import eye
from .places import hills, palette
from .ripples import water
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

STORM = palette(sky=("#4a5a6a", "#8a98a0", "#e0cfa8", "#f4e3b8"), sun=("#fff3cf", 0.22, 0.60, 50), haze="#ecdcb4",
    far="#a79f94", near="#3a3f42", trees="bare", waters=("#e6d3a4", "#6f7a80"))
BROWN, DARK, PALE, WHITE, BILL = "#7a5f45", "#3a2c22", "#cdb38c", "#fbf8f0", "#f2c443"

ARM = [(770, 430), (690, 410), (600, 366), (500, 330), (410, 316), (360, 330), (352, 372), (400, 420), (480, 462),
    (570, 500), (660, 540), (752, 580)]
BODY = [(760, 350), (800, 338), (846, 356), (872, 420), (878, 500), (862, 590), (832, 660), (800, 684),
    (768, 660), (738, 590), (724, 500), (732, 420)]
HEAD = [(716, 300), (736, 262), (776, 240), (824, 246), (858, 280), (866, 330), (850, 380), (806, 402),
    (756, 392), (726, 360)]


def white_tailed_eagle(sheet: Sheet) -> None:
    """Draw the eagle and the place."""
    hills(sheet, top=0.66, bottom=0.80, count=4, height=50)
    with sheet.landscape():
        geese.geese(sheet, 1180, 120, 11, 0.6)
        geese.geese(sheet, 520, 150, 7, 0.5)
    water(sheet, 860, "#e6d3a4", "#5f6d76", ripples=110, light="#fff6da", alpha=140)
    sheet.draw.rotate(-7, 800, 470)
    _tail(sheet)
    sheet.both(lambda: _wing(sheet))
    _body(sheet)
    _feet(sheet)
    sheet.draw.translate(790, 380)
    sheet.draw.scale(0.84, 0.84)
    sheet.draw.translate(-790, -380)
    _head(sheet)


def _wing(sheet: Sheet) -> None:
    roots = [(748 - 31 * k, 530 - 12.5 * k) for k in range(11)]
    tips = [(712 - 33 * k, 706 - 4 * k - 0.5 * k * k) for k in range(11)]
    quills(sheet, roots, tips, 64, ("#5a4534", "#4f3c2d"), blunt=0.72)
    way = np.linspace(0, 1, 8)
    roots = [(440 - 70 * t, 420 - 60 * t) for t in way]
    tips = [(352 - 286 * t**0.8, 628 - 130 * t - 250 * t**2.6) for t in way]
    quills(sheet, roots, tips, 60, ("#3f3026", "#35281f"), blunt=0.52)
    flow = along((740, 480, -0.5, 1), (600, 440, -0.45, 1), (450, 380, -0.6, 1), (380, 350, -0.8, 0.9))
    lining = furry(outline(*[(x - 6, y + 44) for x, y in ARM]), flow, sheet.rng, 12, 12)
    sheet.layer(lining, "#5f4936", "#4a382a", shadow=80)
    plumage(sheet, lining, flow, ("#64503c", "#574331"), "#8f7557", size=(78, 46), gap=(40, 40), shade=0.2,
        edge_alpha=110, shaft="#2a1f17", up=(0.2, -1))
    arm = furry(outline(*ARM), flow, sheet.rng, 12, 12)
    sheet.layer(arm, PALE, BROWN, shadow=110)
    plumage(sheet, arm, flow, (BROWN, "#8f7253", "#6a523c"), "#c2a67e", size=(60, 40), gap=(28, 32), shade=0.2,
        edge_alpha=130, up=(0.2, -1))
    with sheet.inside(arm):
        sheet.soft([(760, 420), (600, 356), (420, 306), (340, 330), (420, 340), (600, 396), (740, 460)],
            "#f0ddb4", 130, 12)


def _tail(sheet: Sheet) -> None:
    for k in (-4, 4, -3, 3, -2, 2, -1, 1, 0):
        root, tip = (800 + 10 * k, 620), (800 + 40 * k, 850 - 3.6 * k * k)
        quills(sheet, [root], [tip], 66, (WHITE,), edge="#7d8a94", blunt=0.62)
    sheet.soft([(740, 600), (860, 600), (850, 690), (800, 710), (750, 690)], DARK, 200, 14)


def _body(sheet: Sheet) -> None:
    flow = along((800, 360, 0, 1), (740, 480, -0.15, 1), (860, 480, 0.15, 1), (800, 660, 0, 1))
    path = furry(outline(*BODY), flow, sheet.rng, 16, 11)
    sheet.layer(path, PALE, BROWN, DARK, shadow=130)
    plumage(sheet, path, flow, (BROWN, "#8f7253", "#6a523c"), "#c2a67e", size=(64, 42), gap=(28, 34), shade=0.24,
        edge_alpha=120, shaft="#3a2a1e")
    with sheet.inside(path):
        sheet.soft([(740, 380), (860, 380), (850, 450), (800, 470), (750, 450)], "#2a1e16", 120, 16)
        sheet.soft([(840, 400), (890, 420), (880, 640), (830, 690), (850, 540)], "#20160f", 120, 18)


def _feet(sheet: Sheet) -> None:
    for side in (-1, 1):
        x = 800 + side * 44
        way = along((x, 640, 0, 1))
        thigh = furry(outline((x - 34, 590), (x + 34, 590), (x + 38, 650), (x + 14, 704), (x - 14, 704),
            (x - 38, 650)), way, sheet.rng, 14, 8)
        sheet.layer(thigh, BROWN, DARK, shadow=90)
        hairs(sheet, thigh, way, (PALE, "#20160f"), count=160, length=30, width=2, alpha=110)
        for toe in (-18, 0, 18):
            sheet.layer(stem((x, 694, 19), (x + toe * 0.8, 722, 15), (x + toe, 742, 13)), BILL, "#c2891c",
                shadow=50)
            sheet.fill(stem((x + toe, 738, 11), (x + toe * 1.1 - 3, 762, 8), (x + toe * 0.9 - 9, 776, 1.4)),
                "#17120f")


def _head(sheet: Sheet) -> None:
    flow = along((730, 310, 1, 0.1), (790, 250, 0.7, 0.8), (850, 330, 0.2, 1), (790, 380, 0.1, 1))
    path = furry(outline(*HEAD), flow, sheet.rng, 15, 8)
    sheet.layer(path, mixed(PALE, "#ffffff", 0.35), mixed(PALE, BROWN, 0.35), shadow=120)
    hairs(sheet, path, flow, ("#8a6d4c", "#f7ead0", "#6a523c"), count=900, length=34, width=2.2, alpha=100)
    sheet.layer(blob((736, 338), (700, 350), (664, 356), (656, 366), (676, 374), (710, 372), (742, 360)),
        "#e0ab34", "#b37f1c", shadow=50)
    upper = blob((744, 276), (714, 272), (676, 284), (642, 312), (628, 346), (634, 384, "c"), (650, 358),
        (690, 350), (736, 344), (758, 326))
    sheet.layer(upper, "#fbdf86", BILL, "#d39a22", shadow=90)
    with sheet.inside(upper):
        sheet.soft([(660, 300), (700, 280), (740, 282), (700, 294), (660, 322)], "#fff8dc", 200, 6)
    sheet.fill(stem((716, 300, 2), (724, 294, 8), (732, 300, 2)), "#6d4a10", 220)
    sheet.fill(stem((656, 362, 2), (700, 354, 4), (756, 338, 3)), "#6d4a10", 220)
    eye(sheet, 776, 302, 14, "#f2d05a", pupil=0.42, corner=0.3, rim="#2a1d14", lid=0.12)
    sheet.fill(stem((748, 284, 3), (776, 280, 11), (806, 294, 3)), "#7a5f45")
