"""White-naped crane: close by, in a stubble field in the March wind."""

from ..banners.colours import mixed
from ..outlines import limb
from . import geese
from .coat import along, furry, hairs, plumage
from .face import eye
from .places import ground, hills, palette
from .plants import blades
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

WIND = palette(sky=("#86b3d9", "#bcd6e8", "#eaf0e8"), sun=("#ffffff", 0.18, 0.20, 30), haze="#e3ebea",
    far="#b4c4cc", near="#5f6f6a", trees="bare", grass="#c9a764")
GREY, SLATE, WHITE, RED, BILL = "#aab1b8", "#4a515a", "#faf8f2", "#c3382c", "#a8a56a"

BODY = [(420, 1060), (440, 940), (500, 840), (590, 770), (690, 740), (760, 760), (812, 820), (838, 920),
    (836, 1060)]
BACK = [(-60, 1060), (-40, 900), (80, 800), (250, 740), (430, 730), (580, 760), (680, 830), (720, 1060)]
NECK = [(650, 1000, 330), (690, 860, 250), (742, 720, 156), (778, 590, 122), (796, 480, 116), (806, 390, 124),
    (818, 320, 130)]
HEAD = [(752, 320), (770, 264), (812, 232), (864, 226), (912, 244), (946, 274), (952, 306), (934, 340),
    (892, 368), (840, 382), (790, 374), (760, 350)]


def white_naped_crane(sheet: Sheet) -> None:
    """Draw the crane and the place."""
    hills(sheet, top=0.52, bottom=0.70, count=5, height=40)
    with sheet.landscape():
        geese.geese(sheet, 1130, 130, 9, 0.55)
    _field(sheet)
    _back(sheet)
    _neck(sheet)
    _head(sheet)
    blades(sheet, 1030, 120, ("#c79a4e", "#e0bd78", "#a87c38"), tall=(40, 150), keep=(300, 900, 0.6), lean=34)


def _field(sheet: Sheet) -> None:
    ground(sheet, 740, "#e6cf98", "#c79f58", "#a57b3c", wave=10)
    for k in range(16):
        y = 752 + 1.1 * k**2.0
        sheet.soft([(-40, y), (800, y - 3 - k), (1640, y), (800, y + 4 + 2 * k)], "#8a6430", 90, 3 + 0.5 * k)
        for x in range(-40, 1660, 9 + k):
            at, tall = x + sheet.rng.normal(0, 4 + k), (6 + 2.6 * k) * sheet.rng.uniform(0.5, 1.1)
            sheet.stem([(at, y + 4, 1.4 + 0.22 * k), (at + sheet.rng.normal(0, 0.12) * tall, y - tall,
                1 + 0.1 * k)], mixed("#f2dea8", "#94702f", sheet.rng.random()), 220)


def _back(sheet: Sheet) -> None:
    flow = along((100, 860, -1, 0.4), (400, 780, -1, 0.35), (640, 860, -0.6, 0.9))
    path = furry(outline(*BACK), flow, sheet.rng, 18, 12)
    sheet.layer(path, GREY, mixed(GREY, SLATE, 0.4), shadow=120)
    plumage(sheet, path, flow, (GREY, "#b9c0c6", "#9da5ad"), "#e8ecee", size=(130, 76), gap=(52, 60), shade=0.08,
        edge_alpha=150, shaft="#7d858d", up=(0.9, -0.5))
    with sheet.inside(path):
        sheet.soft([(480, 760), (700, 780), (740, 1060), (520, 1060)], "#2c333b", 150, 40)


def _neck(sheet: Sheet) -> None:
    flow = along((820, 320, -0.1, 1), (790, 500, -0.1, 1), (740, 720, -0.35, 1), (680, 880, -0.4, 1))
    path = furry(limb(NECK, n=14), flow, sheet.rng, 13, 8)
    sheet.layer(path, mixed(SLATE, GREY, 0.25), SLATE, mixed(SLATE, "#20252b", 0.3), shadow=130)
    with sheet.inside(path):
        nape = blob((740, 250), (830, 236), (830, 330), (800, 420), (784, 520), (762, 620), (722, 720),
            (660, 800), (560, 850), (560, 700), (680, 560), (720, 400))
        sheet.fill(nape, WHITE)
        sheet.soft([(700, 400), (744, 420), (736, 560), (680, 700), (580, 820), (600, 660)], "#b9c3cf", 150, 22)
        sheet.soft([(820, 350), (900, 350), (880, 440), (856, 540), (836, 590), (830, 480)], WHITE, 255, 8)
    hairs(sheet, path, flow, ("#2b3138", "#c9d0d6", "#7d8790"), count=1500, length=40, width=2, alpha=64)


def _head(sheet: Sheet) -> None:
    flow = along((940, 300, -1, 0.1), (800, 260, -0.8, 0.7), (790, 360, -0.2, 1))
    path = furry(outline(*HEAD), flow, sheet.rng, 7, 7)
    sheet.layer(path, WHITE, mixed(WHITE, "#b9c3cf", 0.5), shadow=110)
    hairs(sheet, path, flow, ("#c3c9d2", "#ffffff"), count=600, length=22, alpha=90)
    lower = [(938, 322), (1010, 336), (1090, 352), (1178, 372, "c"), (1090, 376), (1000, 368), (926, 352)]
    upper = [(936, 270), (1000, 292), (1090, 330), (1186, 366, "c"), (1090, 356), (1000, 342), (936, 334)]
    sheet.layer(blob(*lower), mixed(BILL, "#ffffff", 0.1), mixed(BILL, "#000000", 0.35), shadow=70)
    sheet.layer(blob(*upper), mixed(BILL, "#ffffff", 0.35), BILL, shadow=80)
    sheet.stem([(972, 304, 3), (1010, 318, 7), (1048, 332, 2)], "#5f5c38", 200)
    with sheet.inside(path):
        sheet.soft([(866, 232), (912, 242), (960, 270), (960, 340), (930, 344), (906, 290), (872, 256)],
            "#2a2d33", 240, 7)
        mask = blob((824, 298), (846, 262), (886, 254), (922, 276), (942, 304), (926, 336), (884, 350), (844, 336))
        sheet.layer(mask, "#d6503c", "#a3261f", shadow=20)
        for _ in range(160):
            x, y = sheet.rng.uniform(826, 940), sheet.rng.uniform(258, 348)
            if mask.contains(float(x), float(y)):
                sheet.disc(x, y, sheet.rng.uniform(1, 2.6), mixed(RED, sheet.rng.choice(["#f3a58c", "#6d1512"]),
                    sheet.rng.uniform(0.2, 0.6)), 170)
        sheet.soft([(812, 300), (830, 290), (846, 308), (838, 334), (818, 328)], SLATE, 235, 4)
        sheet.soft([(912, 326), (950, 318), (950, 344), (914, 348)], "#2a2d33", 150, 5)
    eye(sheet, 884, 298, 17, "#e8932a", pupil=0.45, corner=0.35, rim="#3a100c", light=(0.3, -0.36))
    sheet.fill(stem((930, 334, 2), (1010, 350, 3), (1120, 364, 1)), "#4a482c", 200)
