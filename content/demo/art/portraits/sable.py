"""Sable: in a snowy spruce on a winter evening."""

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, away_from, furry, hairs, pelt
from .face import eye, nose, whiskers
from .perches import branch
from .places import bokeh, hills, palette, snowfall
from .sheet import Sheet, blob, mirror, outline, stem

# The numbers are the drawing.
# fmt: off

EVENING = palette(sky=("#6f86b4", "#b9a6c0", "#f2bfae", "#fbdcc0"), sun=("#ffe9cc", 0.74, 0.52, 54),
    haze="#f0c9bd", far="#b3a5c0", near="#4a5578", trees="pine")
COAT, DEEP, FACE, THROAT = "#4b3324", "#241710", "#8d7459", "#d9b27a"

HEAD = mirror([(800, 302), (748, 304), (700, 322), (658, 362), (644, 408), (664, 452), (712, 492), (752, 526),
    (776, 558), (800, 566)])
EAR = [(672, 384), (630, 344), (606, 292), (612, 256), (642, 244), (688, 258), (732, 300), (738, 348)]
BODY = [(722, 430), (700, 520), (672, 600), (650, 700), (648, 820), (980, 830), (1160, 830), (1236, 800),
    (1264, 730), (1236, 650), (1160, 610), (1060, 606), (970, 620), (910, 590), (886, 520), (878, 430)]
TAIL = [(1200, 740, 80), (1270, 790, 84), (1312, 860, 84), (1320, 930, 72), (1312, 990, 22)]


def sable(sheet: Sheet) -> None:
    """Draw the sable and the place."""
    hills(sheet, top=0.46, bottom=0.86, gap=(0.2, 0.8))
    bokeh(sheet, 26, ("#ffffff", "#fbe3d0"), size=(8, 40), alpha=(16, 60))
    _spruce(sheet)
    _body(sheet)
    sheet.draw.save()
    sheet.draw.translate(800, 470)
    sheet.draw.scale(0.8, 0.8)
    sheet.draw.translate(-800, -520)
    _head(sheet)
    sheet.draw.restore()
    _feet(sheet)
    snowfall(sheet, 70, size=(1.5, 5.5), alpha=(120, 240))


def _spray(sheet: Sheet, x: float, y: float, side: int, length: float) -> None:
    """Hang one spruce bough under its snow."""
    rng = sheet.rng
    end = (x + side * length, y + length * 0.24)
    sheet.stem([(x, y, 16), (x + side * length * 0.5, y + length * 0.06, 10), (*end, 3)], "#3a3034")
    for k in range(70):
        q = k / 69
        px, py = x + side * length * q, y + length * (0.06 * q + 0.18 * q * q)
        for turn in (-1, 1):
            out = (1 - 0.55 * q) * rng.uniform(60, 128)
            sheet.stem([(px, py, 4), (px + side * out * 0.5, py + turn * out * 0.30 + 20, 7),
                (px + side * out * 0.9, py + turn * out * 0.36 + 44, 1)],
                mixed("#2c4a4c", "#16292f", rng.uniform(0, 1)))
    top = []
    for q in (0, 0.2, 0.42, 0.6, 0.8, 1):
        sag, snow = length * (0.06 * q + 0.18 * q * q), 20 * (1 - q) * (0.5 + 0.5 * ((7 * q) % 1))
        top.append((x + side * length * q, y + sag - 6 - snow))
    low = [(px, py + 16 + 8 * ((k * 7) % 3)) for k, (px, py) in enumerate(top)][::-1]
    sheet.layer(blob(*top, *low), "#fdf5f2", "#b9c3dd", shadow=60)


def _spruce(sheet: Sheet) -> None:
    for x, y, length in ((-60, 240, 380), (-60, 470, 420)):
        _spray(sheet, x, y, 1, length)


def _body(sheet: Sheet) -> None:
    tail = along((1080, 730, 1, 0.5), (1260, 880, 0.2, 1))
    pelt(sheet, limb(TAIL, n=12), tail, (COAT, DEEP), ("#80603f", "#100a07"), tuft=34, count=900, length=54,
        alpha=100)
    flow = along((800, 480, 0, 1), (700, 620, -0.15, 1), (900, 600, 0.4, 1), (1060, 660, 1, 0.25),
        (1220, 700, 0.7, 0.8), (760, 760, 0, 1))
    body = pelt(sheet, outline(*BODY), flow, (COAT, mixed(COAT, DEEP, 0.6)), tuft=22, shadow=120)
    with sheet.inside(body):
        sheet.soft([(900, 700), (1100, 720), (1280, 740), (1280, 860), (900, 860)], DEEP, 200, 30)
        sheet.soft([(960, 620), (1100, 610), (1230, 660), (1200, 690), (1060, 650)], "#8a6a50", 130, 14)
        sheet.soft([(748, 500), (852, 500), (846, 590), (800, 670), (754, 590)], THROAT, 225, 18)
        sheet.soft([(690, 520), (716, 520), (706, 660), (670, 760), (650, 720)], "#8a6a50", 120, 18)
    hairs(sheet, body, flow, (DEEP, "#8d6e52", "#120b08"), count=4200, length=38, alpha=72)
    with sheet.inside(body):
        sheet.soft([(700, 450), (900, 450), (876, 500), (800, 520), (724, 500)], "#0d0705", 150, 16)


def _head(sheet: Sheet) -> None:
    def ear():
        path = pelt(sheet, outline(*EAR), along((690, 280, -0.35, -1)), (mixed(COAT, FACE, 0.3), DEEP),
            (FACE, "#120b08"), tuft=11, count=280, length=20)
        with sheet.inside(path):
            sheet.soft([(676, 380), (642, 336), (626, 290), (640, 272), (680, 290), (716, 330)], "#cdb08c", 215, 9)
        hairs(sheet, blob((690, 380), (654, 342), (634, 300), (670, 300), (712, 350)),
            along((690, 300, -0.2, -1)), ("#efdcc0",), count=70, length=50, alpha=150)

    sheet.both(ear)
    flow = away_from(800, 490, (0, -0.2))
    head = furry(outline(*HEAD), flow, sheet.rng, 15, 6)
    sheet.layer(head, mixed(COAT, FACE, 0.35), mixed(COAT, FACE, 0.55), shadow=130)
    with sheet.inside(head):
        sheet.both(lambda: sheet.soft([(690, 360), (740, 340), (760, 380), (720, 430), (676, 440)], FACE, 200, 14))
        sheet.both(lambda: sheet.soft([(740, 470), (784, 462), (796, 545), (752, 540), (716, 500)],
            mixed(FACE, "#efe0c8", 0.5), 220, 10))
        sheet.soft([(772, 380), (828, 380), (822, 470), (778, 470)], DEEP, 150, 14)
        sheet.both(lambda: sheet.soft([(714, 400), (760, 396), (776, 424), (740, 446), (708, 430)], DEEP, 170, 9))
    hairs(sheet, head, flow, (DEEP, "#d6bd9b", "#6b5039"), count=2600, length=18, width=1.4, alpha=70)
    eye(sheet, 732, 420, 17, "#2c1a10", pupil=0.7, corner=0.7, tilt=16)
    with sheet.mirrored():
        eye(sheet, 732, 420, 17, "#2c1a10", pupil=0.7, corner=0.7, tilt=16, light=(0.32, -0.36))
    nose(sheet, 800, 496, 44, "#1c1413")
    sheet.both(lambda: sheet.fill(stem((800, 510, 3), (799, 528, 4), (782, 538, 4), (764, 532, 1)), "#1f1411", 220))
    sheet.both(lambda: whiskers(sheet, [(772, 506), (766, 514), (768, 522)], -150, 34, "#f3e8dc", alpha=170))


def _feet(sheet: Sheet) -> None:
    branch(sheet, [(-40, 900, 70), (380, 850, 90), (800, 836, 104), (1240, 850, 120), (1500, 880, 140)],
        "#51464a", snow=True)
    branch(sheet, [(1420, -40, 190), (1440, 480, 210), (1470, 1060, 240)], "#51464a", knots=34)
    _spray(sheet, 1400, 110, -1, 430)
    _spray(sheet, 1500, 260, 1, 240)
    _spray(sheet, 1390, 420, -1, 300)
    for x in (714, 812):
        way = along((x, 760, 0, 1))
        with sheet.fading((x, 690), (x, 760)):
            pelt(sheet, outline((x - 40, 660), (x - 44, 760), (x - 46, 806), (x - 26, 824), (x + 6, 826),
                (x + 34, 816), (x + 44, 780), (x + 40, 660)), way, (DEEP, DEEP), ("#7a5c44", "#0e0806"), tuft=9,
                count=360, length=22)
        for toe in (-22, -4, 14):
            sheet.fill(stem((x + toe, 812, 5), (x + toe - 1, 824, 4), (x + toe - 2, 834, 1)), "#d9cdbf")
