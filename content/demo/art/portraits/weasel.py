"""Siberian weasel: upright by a brook on a misty morning in spring."""

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, hairs, pelt
from .face import eye, whiskers
from .perches import boulder
from .places import bokeh, palette, trunks
from .plants import blades, fern
from .ripples import water
from .sheet import Sheet, backdrop, blob, outline, stem

# The numbers are the drawing.
# fmt: off

MORNING = palette(sky=("#e6ece2", "#cfe0d8"), haze="#e8efe4", far="#b7cdbf", near="#4f6a58")
RUST, DEEP, PALE, MASK = "#c9752c", "#8a4718", "#e9a860", "#4a2a1a"

BODY = [(800, 260), (830, 266), (846, 284), (848, 306), (842, 330), (838, 400), (846, 480), (860, 560),
    (860, 640), (888, 720), (880, 800), (820, 842), (730, 850), (664, 826), (640, 770), (656, 700), (700, 620),
    (722, 540), (734, 460), (742, 380), (750, 310), (758, 290), (776, 268)]
SNOUT = [(760, 240), (812, 218), (860, 232), (898, 256), (926, 282), (940, 300), (934, 318), (908, 330),
    (868, 342), (812, 346), (764, 330), (746, 286)]
EAR = [(764, 284), (746, 272), (742, 248), (758, 230), (782, 234), (798, 254), (790, 280)]
TAIL = [(690, 800, 70), (600, 836, 62), (500, 844, 66), (400, 826, 68), (310, 790, 60), (250, 752, 18)]
COMB = along((930, 300, -1, -0.1), (860, 260, -1, 0.1), (780, 280, -0.5, 1), (780, 500, 0, 1),
    (760, 700, -0.1, 1), (860, 640, 0.1, 1), (690, 800, -0.6, 0.8))


def weasel(sheet: Sheet) -> None:
    """Draw the weasel and the place."""
    _brook(sheet)
    pelt(sheet, limb(TAIL, n=12), along((690, 810, -1, 0.1), (400, 826, -1, -0.2)), (RUST, DEEP),
        (PALE, "#6e3510"), tuft=30, count=800, length=46, alpha=110)
    _arm(sheet, [(800, 450, 56), (838, 500, 38), (896, 530, 28), (924, 566, 26), (930, 592, 20)], DEEP)
    _body(sheet)
    _feet(sheet)
    _arm(sheet, [(796, 470, 76), (836, 540, 46), (880, 586, 30), (908, 624, 30), (906, 652, 22)], RUST)
    sheet.draw.save()
    sheet.draw.translate(800, 330)
    sheet.draw.scale(0.86, 0.84)
    sheet.draw.translate(-800, -330)
    _head(sheet)
    sheet.draw.restore()
    blades(sheet, 1010, 90, ("#5f8a4a", "#7ba65a", "#3f6a3c"), tall=(60, 170), keep=(560, 1000, 0.5))
    fern(sheet, 1560, 1030, -128, 470, "#4c8a4e")
    fern(sheet, 1490, 1040, -100, 380, "#5f9c58")


def _brook(sheet: Sheet) -> None:
    backdrop(sheet, "#f3f1e0", "#dfe9de", "#b9d2c6")
    sheet.glow(1180, 180, 620, "#fff6d8", 200)
    trunks(sheet, 9, ("#d3e0d4", "#b3c9bc", "#8fae9f"), low=760)
    bokeh(sheet, 30, ("#ffffff", "#fff3cf"), size=(10, 46), alpha=(20, 70))
    water(sheet, 640, "#d8e6de", "#7fa59c", ripples=110, light="#ffffff", alpha=120)
    for points, stone in (([(-30, 700), (60, 640), (210, 630), (300, 690), (320, 760), (-30, 780)], "#9fa79a"),
        ([(1130, 700), (1210, 640), (1340, 650), (1430, 720), (1440, 790), (1120, 780)], "#8f988d"),
        ([(1380, 800), (1470, 720), (1640, 700), (1660, 1030), (1360, 1030)], "#7c857c"),
        ([(-40, 840), (160, 790), (420, 830), (640, 822), (820, 806), (1000, 822), (1130, 880), (1190, 1030),
        (-40, 1030)], "#767f76")):
        boulder(sheet, points, stone, faces=10, lichen="#b9c48a")
    sheet.soft([(520, 850), (760, 836), (960, 850), (800, 876)], "#20281f", 120, 12)


def _arm(sheet: Sheet, chain, colour: str) -> None:
    with sheet.fading(chain[0][:2], chain[1][:2]):
        pelt(sheet, limb(chain, n=12), along((chain[0][0], chain[0][1], 1, 1),
            (chain[-1][0], chain[-1][1], 0.1, 1)), (colour, mixed(colour, DEEP, 0.5)), (PALE, "#6e3510"), tuft=7,
            count=260, length=18, shadow=80)
    x, y, _ = chain[-1]
    for toe in (-9, 0, 9):
        sheet.fill(stem((x + toe, y + 2, 8), (x + toe + 2, y + 14, 7), (x + toe + 3, y + 22, 3)),
            mixed(colour, DEEP, 0.6))
        sheet.fill(stem((x + toe + 3, y + 18, 4), (x + toe + 4, y + 32, 1)), "#efe6d8")


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (RUST, mixed(RUST, DEEP, 0.3)), tuft=13, shadow=120)
    with sheet.inside(path):
        sheet.soft([(840, 340), (880, 480), (880, 640), (830, 640), (810, 480), (800, 350)], PALE, 190, 18)
        sheet.soft([(700, 400), (730, 400), (720, 640), (660, 780), (630, 780)], DEEP, 170, 22)
        sheet.soft([(640, 790), (760, 830), (880, 790), (880, 870), (640, 870)], DEEP, 150, 16)
    hairs(sheet, path, COMB, ("#f4c98c", "#7a3c12", "#a85c20"), count=3800, length=24, alpha=64)


def _feet(sheet: Sheet) -> None:
    for dx, tone in ((58, DEEP), (0, RUST)):
        chain = [(770 + dx, 760, 120), (800 + dx, 810, 74), (790 + dx, 842, 38), (836 + dx, 852, 32),
            (876 + dx, 854, 22)]
        with sheet.fading((750 + dx, 730), (800 + dx, 800)):
            pelt(sheet, limb(chain, n=12), along((780 + dx, 780, 0.2, 1), (860 + dx, 850, 1, 0.1)),
                (tone, mixed(tone, DEEP, 0.4)), (PALE, "#6e3510"), tuft=8, count=300, length=18)
        for toe in (-12, 0, 12):
            sheet.fill(stem((872 + dx, 850 + toe * 0.5, 6), (890 + dx, 856 + toe * 0.5, 4),
                (902 + dx, 862 + toe * 0.5, 1)), "#efe6d8")


def _head(sheet: Sheet) -> None:
    head = pelt(sheet, outline(*SNOUT), COMB, (mixed(RUST, DEEP, 0.15), RUST), tuft=7, shadow=70)
    with sheet.inside(head):
        sheet.soft([(850, 240), (900, 256), (944, 290), (930, 312), (880, 304), (846, 290), (820, 262)], MASK,
            235, 7)
        sheet.soft([(944, 300), (936, 330), (880, 346), (846, 340), (856, 322), (900, 316)], "#fbf6ea", 255, 4)
        sheet.soft([(760, 300), (800, 320), (840, 340), (790, 350)], DEEP, 120, 10)
    hairs(sheet, head, COMB, ("#f4c98c", "#7a3c12"), count=900, length=14, width=1.3, alpha=66)
    ear = pelt(sheet, outline(*EAR), along((760, 220, -0.4, -1)), (RUST, DEEP), (PALE,), tuft=5, count=120,
        length=14, shadow=70)
    with sheet.inside(ear):
        sheet.soft([(764, 280), (756, 258), (768, 244), (784, 258), (782, 278)], "#7a4630", 200, 5)
    eye(sheet, 862, 268, 13, "#2a1810", pupil=0.7, corner=0.5, tilt=-6, light=(-0.3, -0.36))
    sheet.layer(blob((930, 292), (944, 288), (952, 298), (948, 310), (934, 312), (926, 302)), "#2a1d1a",
        "#0c0807", shadow=0)
    sheet.fill(stem((938, 312, 2), (920, 324, 3), (890, 328, 2), (872, 326, 1)), "#5a3526", 220)
    whiskers(sheet, [(916, 306), (912, 312), (908, 318)], 110, 40, "#fff8ea", alpha=210)
    whiskers(sheet, [(898, 306), (896, 314)], -96, 66, "#fff8ea", alpha=150, width=1.4)
