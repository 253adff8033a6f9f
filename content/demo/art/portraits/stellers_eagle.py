"""Steller's sea eagle: above the breaking ice of the lower Tumen in February."""

import skia

from ..banners.colours import mixed
from .coat import along, furry, hairs, plumage
from .face import eye
from .places import hills, palette, snowfall
from .sheet import Sheet, backdrop, blob, gradient, outline, polygon_of, stem

# The numbers are the drawing.
# fmt: off

ICE = palette(sky=("#7fa3bd", "#b9d0dc", "#e9eff0"), sun=("#ffffff", 0.82, 0.22, 40), haze="#e6eef1",
    far="#aec3d0", near="#3d5668", trees="bare")
DARK, BROWN, WHITE, BILL = "#231b18", "#4a382e", "#fbfaf6", "#f0a01e"

BODY = [(720, 262), (790, 216), (872, 224), (940, 280), (990, 370), (1060, 470), (1140, 580), (1200, 720),
    (1236, 900), (1240, 1060), (560, 1060), (556, 900), (580, 760), (616, 640), (640, 540), (660, 440), (676, 340)]
HEAD = [(664, 330), (674, 276), (710, 232), (764, 206), (826, 206), (884, 238), (920, 300), (930, 380),
    (900, 450), (820, 490), (740, 480), (690, 440), (668, 390)]
SHOULDER = [(920, 520), (970, 480), (1040, 500), (1100, 570), (1150, 660), (1180, 760), (1150, 800), (1106, 740),
    (1070, 780), (1030, 720), (986, 740), (960, 660), (926, 640), (912, 570)]
UPPER = [(700, 264), (664, 250), (608, 252), (552, 274), (506, 314), (478, 366), (470, 420), (474, 470, "c"),
    (500, 434), (536, 414), (590, 408), (650, 404), (716, 388), (740, 362), (728, 310)]
LOWER = [(722, 380), (660, 400), (600, 402), (548, 406), (526, 426), (548, 456), (600, 462), (660, 450), (716, 426)]


def stellers_eagle(sheet: Sheet) -> None:
    """Draw the eagle and the place."""
    _river(sheet)
    _body(sheet)
    _head(sheet)
    _bill(sheet)
    snowfall(sheet, 40, size=(1.5, 4.5), alpha=(110, 220))


def _river(sheet: Sheet) -> None:
    backdrop(sheet, "#7fa3bd", "#dfe9ee")
    hills(sheet, top=0.40, bottom=0.56, count=5, height=56)
    sheet.draw.drawRect(skia.Rect(0, 600, 1600, 1000), skia.Paint(Shader=gradient((0, 600), (0, 1000),
        ("#a9c3d0", "#3f6d86"))))
    rng = sheet.rng
    for row in range(9):
        y, size = 612 + 5.4 * row**2, 40 + 30 * row
        for x in range(-80, 1700, int(size * 1.7)):
            if rng.random() < 0.24:
                continue
            cx, w, h = (x + rng.normal(0, size * 0.3), size * rng.uniform(0.6, 1.15), size * rng.uniform(0.12, 0.2))
            top = [(cx - w, y), (cx - 0.5 * w, y - h), (cx + 0.4 * w, y - 0.9 * h), (cx + w, y - 0.1 * h),
                (cx + 0.6 * w, y + 0.8 * h), (cx - 0.6 * w, y + 0.7 * h)]
            edge = [(px, py + 4 + 1.4 * row) for px, py in top]
            sheet.fill(polygon_of(edge), "#7fa9bf")
            sheet.shade(polygon_of(top), gradient((0, y - h), (0, y + h), ("#fbfdfd", "#dbe8ee")))


def _body(sheet: Sheet) -> None:
    flow = along((760, 300, 0.4, 1), (700, 600, -0.1, 1), (900, 420, 0.6, 1), (1040, 620, 0.5, 1),
        (1160, 860, 0.2, 1), (660, 900, -0.1, 1))
    path = furry(outline(*BODY), flow, sheet.rng, 20, 12)
    sheet.layer(path, BROWN, DARK, shadow=130)
    plumage(sheet, path, flow, (BROWN, "#3b2d26", "#574337"), "#7d6654", size=(96, 56), gap=(40, 46), shade=0.3,
        edge_alpha=110, shaft="#1a1311")
    wing = furry(outline((930, 620), (1010, 700), (1110, 740), (1170, 820), (1200, 940), (1200, 1060),
        (900, 1060), (884, 900), (890, 740)), flow, sheet.rng, 10, 12)
    sheet.layer(wing, "#33271f", DARK, shadow=130)
    plumage(sheet, wing, flow, ("#3a2c24", "#2f241e"), "#8a705b", size=(130, 66), gap=(58, 52), shade=0.3,
        edge_alpha=120, shaft="#150f0d")
    white = furry(outline(*SHOULDER), flow, sheet.rng, 16, 11)
    sheet.layer(white, WHITE, "#d9e3ea", shadow=120)
    plumage(sheet, white, flow, (WHITE, "#f4f5f4"), "#b3c2cd", size=(84, 50), gap=(36, 42), shade=0.02,
        edge_alpha=170)
    with sheet.inside(path):
        sheet.soft([(660, 440), (880, 470), (900, 560), (760, 600), (640, 560)], "#0e0a08", 130, 26)
    for x in (640, 800):
        leg = furry(outline((x - 40, 850), (x, 820), (x + 44, 850), (x + 84, 1060), (x - 84, 1060)),
            along((x, 900, 0, 1)), sheet.rng, 16, 9)
        with sheet.fading((x, 850), (x, 920)):
            sheet.layer(leg, WHITE, "#dbe4ea", shadow=110)
            plumage(sheet, leg, flow, (WHITE, "#f1f3f3"), "#b3c2cd", size=(70, 42), gap=(30, 34), shade=0.02,
                edge_alpha=150)
        hairs(sheet, leg, along((x, 900, 0, 1)), ("#aebfcb", "#ffffff"), count=60, length=44, width=2.2, alpha=70)


def _head(sheet: Sheet) -> None:
    flow = along((680, 320, 1, 0), (760, 220, 1, 0.2), (880, 260, 0.7, 0.8), (820, 440, 0.4, 1), (700, 440, 0.3, 1))
    path = furry(outline(*HEAD), flow, sheet.rng, 15, 8)
    sheet.layer(path, mixed(BROWN, "#8a705b", 0.25), DARK, shadow=110)
    hairs(sheet, path, flow, ("#7d6654", "#120d0b", "#a98f78"), count=1500, length=44, width=2.6, alpha=96)
    with sheet.inside(path):
        sheet.soft([(664, 290), (690, 240), (740, 214), (760, 232), (728, 262), (704, 290)], WHITE, 255, 7)
        sheet.soft([(700, 300), (790, 286), (810, 330), (740, 350), (700, 340)], DARK, 150, 12)


def _bill(sheet: Sheet) -> None:
    sheet.layer(blob(*LOWER), "#f2b23c", "#c06f12", shadow=70)
    upper = blob(*UPPER)
    sheet.layer(upper, "#fbc85a", BILL, "#d9780f", shadow=110)
    with sheet.inside(upper):
        sheet.soft([(560, 282), (620, 260), (680, 260), (620, 280), (550, 310), (510, 350)], "#fff0c0", 200, 9)
        sheet.soft([(480, 400), (520, 400), (600, 396), (720, 384), (720, 410), (500, 450)], "#b3560c", 130, 9)
        sheet.soft([(462, 430), (490, 420), (486, 480), (462, 480)], "#8a4a14", 120, 8)
        sheet.soft_stem([(668, 250, 6), (656, 310, 8), (668, 380, 6)], "#d9860f", 150, 4)
    sheet.fill(stem((640, 304, 3), (652, 296, 12), (662, 304, 3)), "#5a2f0a", 230)
    sheet.fill(stem((536, 418, 2), (600, 412, 5), (680, 404, 6), (736, 376, 3)), "#6d3a0c", 220)
    sheet.layer(blob((704, 388), (736, 366), (764, 364), (768, 374), (744, 388), (714, 402)), "#f2a724",
        "#d98a1a", shadow=0)
    eye(sheet, 762, 312, 20, "#f3c33a", pupil=0.42, corner=0.3, rim="#1a1210", lid=0.12)
    sheet.fill(stem((724, 286, 4), (760, 282, 15), (800, 300, 4)), "#2a201b")
    sheet.fill(stem((726, 282, 2), (760, 277, 5), (798, 294, 1)), "#8a705b", 200)
