"""Oriental stork: in the shallows of a lake on a blue morning in October."""

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, furry, hairs, plumage, quills
from .face import eye
from .places import hills, palette
from .plants import reed_bed
from .ripples import rings, water
from .sheet import Sheet, blob, outline, stem

# The numbers are the drawing.
# fmt: off

BLUE = palette(sky=("#5f8fc0", "#9fc2de", "#e3e9e6"), sun=("#fff6e0", 0.82, 0.50, 40), haze="#e6e7e0",
    far="#a5bacb", near="#3f5a72", trees="mix", leaves=("#a9662f", "#c5853c", "#d9a353"),
    waters=("#cddde6", "#5f8bab"))
WHITE, SHADE, BLACK, RED = "#fcfbf7", "#b7c4d4", "#17181d", "#c23a2a"

BODY = [(700, 470), (756, 424), (836, 420), (920, 448), (1010, 500), (1090, 566), (1130, 620), (1080, 668),
    (980, 686), (880, 690), (790, 672), (722, 616), (690, 546)]
NECK = [(776, 520, 190), (738, 440, 120), (716, 362, 80), (716, 292, 68), (706, 238, 74), (690, 212, 70)]


def stork(sheet: Sheet) -> None:
    """Draw the stork and the place."""
    hills(sheet, top=0.44, bottom=0.62, count=5, height=50)
    water(sheet, 640, "#d3dfe2", "#7fa5bf", "#4d7ea3", ripples=130, light="#ffffff", alpha=120)
    reed_bed(sheet, 636, 46, ("#c9a25e", "#b58b4a"), tall=(70, 200), keep=(420, 1250, 0.0), plumes="#e3c892")
    _reflection(sheet)
    _legs(sheet)
    _wing(sheet)
    _neck(sheet)
    _head(sheet)
    reed_bed(sheet, 1080, 34, ("#9a7434", "#b98e48", "#7a5a28"), tall=(260, 600), keep=(330, 1330, 0.0),
        plumes="#dcbc80")


def _reflection(sheet: Sheet) -> None:
    sheet.soft([(720, 1000), (860, 970), (1060, 980), (1120, 1030), (900, 1060), (720, 1050)], WHITE, 110, 22)
    for x, y in ((868, 936), (950, 918)):
        sheet.soft_stem([(x, y, 14), (x + 4, y + 40, 12), (x, y + 90, 8)], RED, 130, 4)
        rings(sheet, x, y, 4, 96, "#ffffff", alpha=190)


def _legs(sheet: Sheet) -> None:
    for x, y, tone in ((948, 918, "#9d2f24"), (866, 936, RED)):
        sheet.layer(stem((x + 8, 640, 70), (x + 2, 690, 40), (x - 2, 716, 24)), WHITE, SHADE, shadow=40)
        leg = stem((x - 2, 704, 20), (x - 6, 770, 17), (x - 8, 802, 27), (x - 5, 826, 20), (x, y, 16))
        sheet.layer(leg, mixed(tone, "#ffffff", 0.12), mixed(tone, "#000000", 0.25), shadow=60)
        with sheet.inside(leg):
            sheet.soft_stem([(x - 8, 704, 4), (x - 12, 770, 4), (x - 5, y, 4)], "#f2a48e", 190, 2)


def _wing(sheet: Sheet) -> None:
    for k in range(4):
        sheet.layer(stem((1060, 600 + 6 * k, 40), (1130, 636 + 10 * k, 34), (1180 - 8 * k, 668 + 10 * k, 12)),
            WHITE, SHADE, shadow=40)
    flow = along((740, 500, 0.5, 1), (860, 480, 1, 0.5), (1020, 580, 1, 0.6), (880, 660, 1, 0.3))
    path = furry(outline(*BODY), flow, sheet.rng, 15, 12)
    sheet.layer(path, WHITE, mixed(WHITE, SHADE, 0.7), shadow=110)
    plumage(sheet, path, flow, (WHITE, "#f4f4f3", "#eceef1"), SHADE, size=(84, 52), gap=(34, 44), shade=0.03,
        edge_alpha=150, up=(-0.9, -0.6))
    with sheet.inside(path):
        sheet.soft([(700, 600), (860, 670), (1060, 660), (1060, 740), (720, 740)], "#7f93ad", 130, 26)
    roots = [(880 + 24 * k, 566 + 5 * k) for k in range(8)]
    tips = [(1010 + 30 * k, 676 + 8 * k) for k in range(8)]
    quills(sheet, roots, tips, 50, (BLACK, "#22242b"), edge="#c9d3de", blunt=0.6)
    for k in range(8):  # the silvery webs of the inner flight feathers
        x, y = 896 + 25 * k, 588 + 6 * k
        sheet.stem([(x, y, 3), (x + 62, y + 46, 8), (x + 108, y + 84, 1)], "#aab4c0", 150)
    covert = furry(outline((748, 470), (830, 438), (930, 470), (1030, 540), (1080, 600), (1020, 612), (930, 600),
        (830, 590), (770, 550)), flow, sheet.rng, 12, 12)
    sheet.layer(covert, WHITE, "#e3e8ee", shadow=70)
    plumage(sheet, covert, flow, (WHITE, "#f6f6f5"), SHADE, size=(66, 44), gap=(28, 36), shade=0.02,
        edge_alpha=150, up=(-0.9, -0.6))


def _neck(sheet: Sheet) -> None:
    flow = along((700, 230, 0.1, 1), (716, 340, 0.05, 1), (740, 450, 0, 1), (770, 560, -0.1, 1))
    path = furry(limb(NECK, n=14), flow, sheet.rng, 12, 8)
    sheet.layer(path, WHITE, WHITE, mixed(WHITE, SHADE, 0.4), shadow=60)
    with sheet.inside(path):
        sheet.soft([(730, 250), (770, 300), (780, 440), (860, 520), (860, 600), (760, 460), (736, 340)], SHADE,
            170, 16)
    hairs(sheet, path, flow, ("#c3cdd8", "#ffffff", "#aab7c6"), count=1300, length=46, width=2, alpha=100)


def _head(sheet: Sheet) -> None:
    flow = along((650, 220, 1, 0.1), (720, 200, 0.7, 0.7))
    head = furry(outline((652, 214), (664, 184), (700, 170), (736, 184), (750, 220), (736, 258), (696, 268),
        (664, 252)), flow, sheet.rng, 7, 7)
    sheet.layer(head, WHITE, "#e9edf1", shadow=80)
    lower = [(672, 244), (620, 262), (540, 282), (440, 300, "c"), (540, 302), (616, 290), (676, 264)]
    upper = [(664, 196), (630, 214), (560, 252), (436, 298, "c"), (550, 286), (620, 262), (676, 240)]
    sheet.layer(blob(*lower), "#33353c", BLACK, shadow=60)
    sheet.layer(blob(*upper), "#44474f", BLACK, shadow=70)
    sheet.stem([(646, 212, 2), (590, 242, 4), (520, 270, 1)], "#8b919b", 200)
    skin = blob((652, 206), (676, 192), (704, 196), (714, 214), (700, 230), (676, 238), (656, 228))
    sheet.layer(skin, "#d6503c", "#a32c20", shadow=20)
    sheet.layer(blob((664, 250), (690, 250), (704, 262), (690, 274), (670, 268)), "#d6503c", "#a32c20", shadow=20)
    eye(sheet, 690, 212, 11, "#f4f0e0", pupil=0.5, corner=0.1, rim="#3a100c")
