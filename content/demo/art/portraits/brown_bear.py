"""Brown bear: face to face, in the grass of a river meadow in October."""

from ..banners.colours import mixed
from .coat import along, away_from, furry, hairs, pelt
from .face import eye, nose
from .places import bokeh, hills, palette
from .plants import blades
from .sheet import Sheet, blob, mirror, outline, stem

# The numbers are the drawing.
# fmt: off

OCTOBER = palette(sky=("#8c6d7e", "#d99a72", "#f6c987", "#fde4b0"), sun=("#fff0c4", 0.28, 0.44, 66),
    haze="#f4cb93", far="#c08a6d", near="#44261c", trees="mix", leaves=("#8f3d1a", "#b85a1f", "#d6812c", "#e5a545"))
COAT, DEEP, SNOUT, LIGHT = "#4e3423", "#24160f", "#8a6546", "#c58f55"

HEAD = mirror([(800, 236), (736, 238), (672, 258), (624, 300), (590, 362), (572, 440), (586, 520), (630, 580),
    (690, 612), (744, 648), (800, 660)])
EAR = [(668, 282), (628, 286), (592, 262), (578, 220), (594, 184), (634, 172), (674, 188), (702, 226), (708, 262)]
BODY = mirror([(800, 140), (712, 146), (610, 182), (500, 246), (418, 320), (366, 430), (344, 560), (340, 700),
    (350, 860), (372, 1050), (800, 1050)])
LEG = [(430, 560), (386, 680), (380, 820), (392, 1050), (652, 1050), (660, 860), (650, 700), (600, 580)]
MUZZLE = mirror([(800, 400), (756, 412), (718, 480), (700, 548), (716, 604), (756, 640), (800, 648)])


def brown_bear(sheet: Sheet) -> None:
    """Draw the bear and the place."""
    hills(sheet, top=0.34, bottom=0.80, gap=(0.15, 0.85))
    bokeh(sheet, 40, ("#ffe3a6", "#f7b860"), size=(10, 54), alpha=(18, 60))
    blades(sheet, 960, 260, ("#a9763a", "#c8934a", "#8a5a2c"), tall=(90, 260), width=8)
    _body(sheet)
    _head(sheet)
    blades(sheet, 1020, 330, ("#d9a552", "#b27a36", "#8a5a2a", "#e9c277"), tall=(90, 300), keep=(520, 1080, 0.62),
        width=8)


def _body(sheet: Sheet) -> None:
    flow = along((800, 240, 0, 1), (440, 400, -0.7, 0.8), (1160, 400, 0.7, 0.8), (380, 700, -0.2, 1),
        (1220, 700, 0.2, 1), (800, 760, 0, 1))
    body = furry(outline(*BODY), flow, sheet.rng, 30, 9)
    sheet.layer(body, mixed(COAT, LIGHT, 0.3), COAT, DEEP, shadow=130)
    with sheet.inside(body):
        sheet.both(lambda: sheet.soft_stem([(700, 196, 20), (540, 222, 40), (420, 320, 34), (360, 460, 26),
            (336, 700, 10)], LIGHT, 160, 16))
        sheet.soft([(640, 600), (960, 600), (950, 1050), (650, 1050)], "#140b07", 190, 40)
    hairs(sheet, body, flow, (DEEP, "#8f6642", "#160d08", LIGHT), count=6000, length=54, width=2.3, alpha=66)

    def leg():
        way = along((500, 600, -0.1, 1), (520, 900, 0, 1))
        with sheet.fading((500, 540), (500, 700)):
            pelt(sheet, outline(*LEG), way, (COAT, DEEP), ("#8f6642", "#120a06", LIGHT), tuft=26, count=2200,
                length=56, width=2.3)

    sheet.both(leg)


def _head(sheet: Sheet) -> None:
    def ear():
        path = pelt(sheet, outline(*EAR), along((640, 220, -0.5, -1)), (mixed(COAT, LIGHT, 0.3), DEEP),
            (LIGHT, DEEP), tuft=22, count=500, length=34)
        with sheet.inside(path):
            sheet.soft([(668, 276), (624, 262), (606, 226), (630, 204), (664, 222), (684, 256)], "#1d120c", 210, 12)
        hairs(sheet, blob((676, 282), (630, 276), (610, 240), (640, 232), (684, 262)),
            along((640, 250, -0.4, -1)), ("#8f6a48",), count=90, length=40, alpha=150)

    sheet.both(ear)
    flow = away_from(800, 540, (0, -0.1))
    head = furry(outline(*HEAD), flow, sheet.rng, 28, 8)
    sheet.layer(head, mixed(COAT, LIGHT, 0.28), COAT, mixed(COAT, DEEP, 0.4), shadow=150)
    with sheet.inside(head):
        sheet.both(lambda: sheet.soft([(600, 320), (680, 262), (736, 286), (700, 350), (620, 400)], LIGHT, 110, 20))
        sheet.both(lambda: sheet.soft([(700, 380), (768, 376), (780, 440), (730, 470), (690, 430)], DEEP, 170, 14))
        sheet.soft([(770, 260), (830, 260), (836, 460), (764, 460)], LIGHT, 80, 16)
    hairs(sheet, head, flow, (DEEP, LIGHT, "#150c07", "#7c5535"), count=4200, length=34, width=1.9, alpha=72)
    muzzle = furry(outline(*MUZZLE), away_from(800, 540), sheet.rng, 7, 7)
    with sheet.fading((800, 420), (800, 500)):
        sheet.layer(muzzle, mixed(SNOUT, LIGHT, 0.2), SNOUT, mixed(SNOUT, DEEP, 0.5), shadow=60)
    with sheet.inside(muzzle):
        sheet.soft([(760, 440), (840, 440), (846, 500), (754, 500)], "#dcb27e", 120, 14)
        sheet.both(lambda: sheet.soft([(690, 520), (726, 540), (740, 620), (700, 620)], DEEP, 130, 14))
        sheet.soft([(740, 610), (860, 610), (860, 660), (740, 660)], DEEP, 150, 12)
    hairs(sheet, muzzle, away_from(800, 540, (0, 0.2)), (DEEP, "#e2bd8c"), count=1200, length=13, width=1.3,
        alpha=72)
    for side in (1, -1):
        x = 800 - side * 70
        sheet.soft([(x - 30, 404), (x, 392), (x + 30, 406), (x + 20, 436), (x - 20, 436)], "#0f0805", 200, 7)
        eye(sheet, x, 416, 15, "#5a3517", pupil=0.6, corner=0.9, tilt=side * 14)
    nose(sheet, 800, 540, 104, "#1a1210")
    sheet.both(lambda: sheet.fill(stem((800, 578, 5), (799, 606, 6), (768, 622, 7), (730, 612, 2)), "#140c09", 235))
