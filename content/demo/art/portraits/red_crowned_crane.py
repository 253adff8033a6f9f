"""Red-crowned crane: calls before the rising sun, in the marsh in March."""

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, furry, hairs, plumage, quills
from .face import eye
from .places import bokeh, hills, palette
from .plants import reed_bed
from .ripples import water
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

MARCH = palette(sky=("#e9d8cd", "#f4e0d0", "#f9ead9"), sun=("#e9694a", 0.40, -0.9, 4), haze="#f6e6d6",
    far="#d9c2b6", near="#7d6a6c", trees="pine", waters=("#f1dccb", "#b9a8a8"))
WHITE, SHADE, BLACK, RED, HORN = "#fdfbf6", "#c9ccd6", "#191a1f", "#c8261f", "#8f9478"

BODY = [(812, 512), (870, 486), (950, 484), (1040, 506), (1120, 556), (1180, 626), (1150, 690), (1060, 742),
    (960, 768), (880, 746), (826, 690), (796, 620), (794, 556)]
NECK = [(868, 580, 170), (812, 520, 120), (762, 456, 84), (732, 384, 66), (718, 312, 60), (700, 256, 60),
    (672, 226, 54)]


def red_crowned_crane(sheet: Sheet) -> None:
    """Draw the crane and the place."""
    hills(sheet, top=0.62, bottom=0.74, count=4, height=36)
    sheet.glow(690, 400, 620, "#ffd9bd", 170)
    sheet.disc(690, 400, 276, "#e8694a")
    sheet.wash(("#f6e6d6", "#f6e6d6"), (0, 170), 420, 760)
    water(sheet, 790, "#f1d3bf", "#a9989c", ripples=90, light="#ffffff", alpha=130)
    sheet.soft([(520, 800), (860, 796), (880, 900), (700, 960), (540, 900)], "#e8694a", 90, 30)
    reed_bed(sheet, 880, 40, ("#cdb195", "#bfa183"), tall=(200, 420), keep=(500, 1250, 0.3), plumes="#e0cdb6")
    _legs(sheet)
    _plumes(sheet)
    _body(sheet)
    _neck(sheet)
    _head(sheet)
    reed_bed(sheet, 1080, 60, ("#8a6e52", "#a3845f", "#6f573f"), tall=(220, 520), keep=(430, 1300, 0.5),
        plumes="#c9b08c")
    bokeh(sheet, 16, ("#ffffff",), size=(4, 18), alpha=(30, 90))


def _legs(sheet: Sheet) -> None:
    for x, tone in ((1004, "#3a3a40"), (934, "#26262b")):
        sheet.layer(stem((x, 720, 58), (x - 4, 780, 34), (x - 8, 806, 22)), WHITE, SHADE, shadow=40)
        sheet.layer(stem((x - 8, 796, 21), (x - 14, 870, 17), (x - 18, 906, 27), (x - 14, 930, 20),
            (x - 4, 1040, 15)), mixed(tone, "#8f9099", 0.3), tone, shadow=60)


def _plumes(sheet: Sheet) -> None:
    roots = [(1090 - 16 * k, 566 + 10 * k) for k in range(9)]
    tips = [(1330 - 24 * k, 720 + 22 * k) for k in range(9)]
    quills(sheet, roots[::-1], tips[::-1], 58, (BLACK, "#23242b"), blunt=0.5)
    for k in range(8):
        sheet.stem([(1120 - 12 * k, 600 + 8 * k, 8), (1220 - 14 * k, 690 + 22 * k, 7),
            (1262 - 18 * k, 800 + 14 * k, 1)], "#2c2d35", 230)


def _body(sheet: Sheet) -> None:
    flow = along((820, 560, 0.5, 1), (900, 620, 1, 0.5), (1100, 620, 1, 0.6), (960, 740, 1, 0.3))
    path = furry(outline(*BODY), flow, sheet.rng, 16, 12)
    sheet.layer(path, WHITE, mixed(WHITE, SHADE, 0.7), shadow=110)
    plumage(sheet, path, flow, (WHITE, "#f6f5f4", "#eeeef0"), SHADE, size=(88, 54), gap=(36, 46), shade=0.03,
        edge_alpha=150, up=(-0.9, -0.6))
    with sheet.inside(path):
        sheet.soft([(790, 660), (900, 720), (1060, 730), (1180, 660), (1180, 800), (790, 800)], "#8f93a8", 120, 30)
        sheet.soft([(800, 500), (900, 480), (1000, 490), (900, 530), (820, 580)], "#ffe6d2", 150, 22)


def _neck(sheet: Sheet) -> None:
    flow = along((690, 250, 0.2, 1), (730, 380, 0.2, 1), (800, 500, 0.6, 0.9), (860, 580, 0.6, 0.9))
    path = furry(limb(NECK, n=14), flow, sheet.rng, 8, 8)
    sheet.layer(path, BLACK, "#24252c", shadow=34)
    hairs(sheet, path, flow, ("#3a3c46", "#0c0c10"), count=500, length=22, alpha=90)
    with sheet.inside(path):
        sheet.fill(blob((800, 436), (900, 470), (1000, 600), (900, 760), (760, 700), (776, 600), (764, 520),
            (776, 470)), WHITE)
        sheet.soft_stem([(824, 480, 4), (880, 560, 26), (880, 660, 10)], SHADE, 120, 12)
        sheet.soft([(764, 540), (800, 600), (830, 690), (790, 690)], SHADE, 150, 14)
        nape = blob((676, 214), (704, 206), (736, 240), (752, 310), (768, 384), (800, 440), (770, 452),
            (742, 400), (728, 330), (708, 272), (684, 244))
        sheet.fill(nape, WHITE)
        sheet.soft([(730, 300), (760, 380), (800, 440), (780, 440), (748, 380)], SHADE, 150, 8)


def _head(sheet: Sheet) -> None:
    sheet.layer(blob((640, 214), (654, 196), (680, 192), (706, 206), (712, 236), (694, 258), (664, 258),
        (642, 240)), BLACK, BLACK, shadow=50)
    upper = [(640, 206), (600, 178), (552, 146), (506, 116, "c"), (548, 166), (598, 208), (640, 236)]
    lower = [(646, 236), (606, 214), (556, 182), (504, 138, "c"), (552, 198), (600, 236), (648, 256)]
    sheet.layer(blob(*lower), "#7d8168", "#5d6150", shadow=50)
    sheet.layer(blob(*upper), "#b4b896", HORN, shadow=60)
    sheet.stem([(622, 200, 3), (590, 172, 5), (566, 150, 2)], "#5d6150", 200)
    path = blob((682, 208), (704, 204), (722, 232), (724, 262), (704, 256), (690, 234))
    sheet.fill(path, WHITE)
    cap = blob((646, 204), (660, 186), (686, 182), (706, 196), (700, 210), (674, 208))
    sheet.layer(cap, "#dd3a2c", "#a81d1a", shadow=30)
    for _ in range(22):
        x, y = sheet.rng.uniform(652, 700), sheet.rng.uniform(188, 206)
        if cap.contains(float(x), float(y)):
            sheet.disc(x, y, 2.2, mixed(RED, "#ffffff", sheet.rng.uniform(0, 0.35)), 220)
    eye(sheet, 672, 222, 9, "#6d4526", pupil=0.55, corner=0.3)
