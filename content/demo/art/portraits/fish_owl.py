"""Blakiston's fish owl: on a snowy bough above an open stream, at night."""

from ..banners.colours import mixed
from .coat import along, away_from, furry, hairs, plumage
from .face import eye
from .perches import branch
from .places import moon, palette, snowfall, trunks
from .ripples import water
from .sheet import Sheet, backdrop, blob, mirror, outline, stem

# The numbers are the drawing.
# fmt: off

NIGHT = palette(sky=("#101a33", "#243a5c"), haze="#4a638a", far="#2b4468", near="#0d1526")
BROWN, DARK, BUFF = "#8a6a48", "#33241a", "#cdb48c"

BODY = mirror([(800, 330), (690, 350), (586, 420), (530, 520), (516, 640), (548, 756), (626, 836), (720, 866),
    (800, 872)])
HEAD = mirror([(800, 206), (726, 208), (656, 230), (606, 282), (586, 352), (600, 424), (650, 478), (728, 504),
    (800, 510)])
TUFT = [(716, 240), (654, 222), (582, 204), (506, 188, "c"), (544, 240), (570, 286), (612, 330), (676, 306)]
WING = [(590, 410), (536, 500), (500, 630), (508, 760), (556, 860), (604, 890), (618, 790), (622, 640), (620, 520)]


def fish_owl(sheet: Sheet) -> None:
    """Draw the owl and the place."""
    _night(sheet)
    _body(sheet)
    _head(sheet)
    _bough(sheet)
    snowfall(sheet, 150, size=(1.5, 5))


def _night(sheet: Sheet) -> None:
    backdrop(sheet, "#0d1730", "#243f68", "#3c5a80")
    moon(sheet, 330, 250, 104, "#eef0e4")
    trunks(sheet, 10, ("#2f4a72", "#203656", "#14243d"))
    water(sheet, 800, "#2a4468", "#0c1730", ripples=70, light="#b9cfe6", alpha=80)
    for _ in range(70):
        y = sheet.rng.uniform(806, 990)
        x, half = 330 + sheet.rng.normal(0, 40 + 0.3 * (y - 800)), sheet.rng.uniform(10, 60)
        sheet.stem([(x - half, y, 0.5), (x, y, 3), (x + half, y, 0.5)], "#eef0e4", 130)


def _body(sheet: Sheet) -> None:
    flow = along((800, 500, 0, 1), (600, 600, -0.15, 1), (1000, 600, 0.15, 1))
    tail = [blob((800 + k, 840), (770 + k, 900), (778 + k, 985), (800 + k, 1000), (822 + k, 985), (830 + k, 900))
        for k in (-70, 70, -24, 24)]
    for feather in tail:
        sheet.layer(feather, DARK, BROWN, shadow=60)
    body = furry(outline(*BODY), flow, sheet.rng, 18, 9)
    sheet.layer(body, BROWN, mixed(BROWN, DARK, 0.35), shadow=140)
    plumage(sheet, body, flow, (BUFF, mixed(BUFF, BROWN, 0.25), mixed(BUFF, "#efe0c4", 0.4)), "#6a4f34",
        size=(74, 46), gap=(34, 40), shaft=DARK, up=(0, -1), edge_alpha=60)
    with sheet.inside(body):
        sheet.soft([(640, 440), (960, 440), (960, 560), (800, 600), (640, 560)], "#1a120c", 120, 26)
        sheet.both(lambda: sheet.soft([(540, 420), (640, 460), (650, 700), (640, 880), (520, 880)], "#1a1420",
            120, 30))

    def wing():
        path = furry(outline(*WING), flow, sheet.rng, 10, 10)
        sheet.layer(path, mixed(BROWN, DARK, 0.25), mixed(DARK, BROWN, 0.3), shadow=120)
        plumage(sheet, path, flow, (mixed(BROWN, DARK, 0.35), mixed(BROWN, DARK, 0.15)), BUFF, size=(84, 44),
            gap=(44, 38), shaft=DARK, edge_alpha=90)

    sheet.both(wing)


def _head(sheet: Sheet) -> None:
    flow = away_from(800, 390, (0, 0.12))

    def tuft():
        way = along((600, 220, -1, -0.45), (680, 270, -0.8, -0.3))
        path = furry(outline(*TUFT), way, sheet.rng, 34, 9)
        sheet.layer(path, mixed(BROWN, DARK, 0.5), BROWN, shadow=100)
        hairs(sheet, path, way, (DARK, BUFF), count=260, length=60, width=3.4, alpha=150)

    sheet.both(tuft)
    head = furry(outline(*HEAD), flow, sheet.rng, 22, 8)
    sheet.layer(head, mixed(BROWN, DARK, 0.3), mixed(BROWN, BUFF, 0.35), shadow=140)
    hairs(sheet, head, flow, (DARK, BUFF, mixed(BROWN, BUFF, 0.5)), count=1500, length=38, width=3, alpha=105)
    with sheet.inside(head):
        sheet.both(lambda: sheet.soft([(792, 320), (740, 316), (672, 336), (640, 390), (664, 446), (730, 466),
            (790, 450)], mixed(BUFF, BROWN, 0.3), 210, 16))
        sheet.soft([(800, 440), (740, 470), (760, 512), (800, 520), (840, 512), (860, 470)], "#f5efe2", 255, 9)
    hairs(sheet, head, away_from(800, 396), (DARK, "#efe0c4"), count=700, length=44, width=1.8, alpha=110)
    sheet.both(lambda: sheet.soft_stem([(784, 368, 6), (752, 330, 20), (690, 306, 22), (616, 300, 4)], DARK, 190,
        6))
    hairs(sheet, blob((780, 360), (740, 318), (680, 300), (600, 296), (640, 280), (740, 292), (800, 330),
        (860, 292), (960, 280), (1000, 296), (920, 300), (860, 318), (820, 360)), flow, (DARK, BUFF), count=260,
        length=44, width=3, alpha=150)
    eye(sheet, 708, 366, 40, "#f2b61f", pupil=0.46, lid=0.14, corner=-0.1)
    with sheet.mirrored():
        eye(sheet, 708, 366, 40, "#f2b61f", pupil=0.46, lid=0.14, corner=-0.1, light=(0.32, -0.36))
    _bill(sheet)


def _bill(sheet: Sheet) -> None:
    sheet.layer(blob((800, 366), (774, 388), (766, 424), (780, 462), (800, 494, "c"), (820, 462), (834, 424),
        (826, 388)), "#8f9aa3", "#3c454e", shadow=110)
    sheet.soft([(786, 392), (796, 386), (794, 440), (784, 430)], "#dfe6ea", 170, 4)
    sheet.both(lambda: sheet.fill(stem((788, 404, 4), (780, 410, 6), (778, 418, 2)), "#20262c", 220))
    way = away_from(800, 350, (0, 1.2))
    sheet.both(lambda: hairs(sheet, blob((796, 352), (752, 372), (740, 420), (758, 452), (776, 420), (782, 390)),
        way, ("#e9dcc0", DARK), count=70, length=40, width=2, alpha=170))


def _bough(sheet: Sheet) -> None:
    branch(sheet, [(-40, 790, 74), (300, 846, 84), (700, 884, 92), (1050, 886, 84), (1400, 850, 66),
        (1660, 800, 46)], "#3d3636", snow=True)
    branch(sheet, [(1200, 880, 40), (1330, 800, 26), (1440, 700, 16), (1500, 640, 6)], "#3d3636", snow=True,
        knots=3)
    for x in (716, 884):
        way = along((x, 850, 0, 1))
        foot = furry(outline((x - 64, 740), (x - 58, 850), (x - 46, 890), (x, 900), (x + 46, 890), (x + 58, 850),
            (x + 64, 740)), way, sheet.rng, 14)
        with sheet.fading((x, 770), (x, 840)):
            sheet.layer(foot, BUFF, mixed(BUFF, BROWN, 0.5), shadow=110)
            hairs(sheet, foot, way, (DARK, "#efe0c4"), count=400, alpha=80, length=34, width=2)
        for toe in (-36, 0, 36):
            sheet.layer(blob((x + toe - 15, 868), (x + toe - 17, 904), (x + toe - 8, 926), (x + toe + 8, 926),
                (x + toe + 17, 904), (x + toe + 15, 868)), "#c8b79a", "#8b7a62", shadow=70)
            sheet.fill(stem((x + toe, 914, 13), (x + toe + 2, 934, 10), (x + toe + 1, 950, 2)), "#191614")
