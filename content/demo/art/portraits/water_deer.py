"""Water deer: a buck looks out of the reeds on an evening in November."""

from ..banners.colours import mixed
from .coat import along, away_from, furry, hairs, pelt
from .face import eye, nose
from .places import bokeh, palette
from .plants import reed_bed
from .ripples import water
from .sheet import Sheet, backdrop, blob, mirror, outline, stem

# The numbers are the drawing.
# fmt: off

EVENING = palette(sky=("#e8b070", "#f6d9a0"), haze="#f4d5a0", far="#c99a62", near="#6a4a26")
COAT, DEEP, PALE, INNER = "#a5794a", "#5a3d24", "#f2e4cb", "#e8d2bd"

HEAD = mirror([(800, 250), (752, 254), (708, 280), (680, 330), (672, 396), (690, 460), (722, 520), (740, 580),
    (752, 622), (776, 646), (800, 650)])
EAR = [(700, 330), (648, 322), (592, 288), (554, 232), (548, 176), (572, 148), (622, 158), (680, 204), (724, 260),
    (732, 300)]
NECK = mirror([(800, 420), (716, 460), (672, 560), (640, 680), (590, 800), (520, 900), (470, 1060), (800, 1060)])


def water_deer(sheet: Sheet) -> None:
    """Draw the buck and the place."""
    backdrop(sheet, "#efb06a", "#f8d9a0", "#f3c98a")
    sheet.glow(420, 330, 560, "#fff2cc", 220)
    sheet.disc(420, 330, 74, "#fff6dc")
    water(sheet, 620, "#f3cf94", "#a8763f", ripples=60, light="#fff3cf", alpha=130)
    reed_bed(sheet, 1000, 60, ("#d9ad6c", "#c99b5c"), tall=(460, 720), plumes="#e9cfa0")
    bokeh(sheet, 30, ("#fff3cf", "#ffdf9c"), size=(10, 56), alpha=(20, 66))
    reed_bed(sheet, 1040, 64, ("#b5803f", "#a06c34", "#c4934e"), tall=(420, 800), keep=(520, 1080, 0.4),
        plumes="#d9b078")
    _neck(sheet)
    _head(sheet)
    reed_bed(sheet, 1080, 46, ("#7d5428", "#95682f", "#67431f"), tall=(420, 900), keep=(470, 1130, 0.32))


def _neck(sheet: Sheet) -> None:
    flow = along((800, 480, 0, 1), (640, 760, -0.4, 1), (960, 760, 0.4, 1), (800, 900, 0, 1))
    path = pelt(sheet, outline(*NECK), flow, (mixed(COAT, DEEP, 0.3), COAT, mixed(COAT, DEEP, 0.3)), tuft=22,
        shadow=120)
    with sheet.inside(path):
        sheet.soft([(740, 560), (860, 560), (880, 760), (800, 880), (720, 760)], mixed(PALE, COAT, 0.25), 215, 30)
        sheet.both(lambda: sheet.soft_stem([(676, 560, 20), (630, 700, 36), (560, 860, 40), (490, 1000, 20)],
            "#ffd692", 120, 16))
        sheet.soft([(700, 560), (900, 560), (880, 660), (800, 690), (720, 660)], DEEP, 190, 26)
    hairs(sheet, path, flow, (DEEP, "#e3bd88", "#7a5632"), count=4200, length=46, width=2, alpha=66)


def _head(sheet: Sheet) -> None:
    def ear():
        path = pelt(sheet, outline(*EAR), along((620, 220, -0.7, -0.7)), (mixed(COAT, "#ffd692", 0.2), COAT),
            (DEEP, "#f0d2a0"), tuft=13, count=700, length=30, shadow=110)
        with sheet.inside(path):
            sheet.soft([(706, 318), (650, 300), (600, 262), (574, 214), (580, 178), (622, 184), (676, 232),
                (716, 288)], INNER, 240, 12)
            sheet.soft([(700, 310), (650, 284), (616, 240), (640, 232), (690, 276)], "#8f6a52", 200, 12)
        hairs(sheet, blob((712, 322), (650, 306), (590, 240), (600, 190), (680, 250)),
            along((640, 250, -0.8, -0.5)), ("#fff3e0", "#f0dcc4"), count=300, length=62, width=2, alpha=150)

    sheet.both(ear)
    flow = away_from(800, 600, (0, -0.2))
    head = furry(outline(*HEAD), flow, sheet.rng, 13, 6)
    sheet.layer(head, mixed(COAT, DEEP, 0.12), COAT, mixed(COAT, PALE, 0.2), shadow=150)
    with sheet.inside(head):
        sheet.soft([(756, 250), (844, 250), (836, 380), (826, 520), (774, 520), (764, 380)],
            mixed(COAT, DEEP, 0.5), 170, 18)
        sheet.both(lambda: sheet.soft([(688, 366), (716, 348), (760, 360), (760, 404), (720, 424), (690, 410)],
            PALE, 150, 11))
        sheet.both(lambda: sheet.soft([(670, 400), (712, 440), (738, 520), (752, 620), (720, 600), (690, 480)],
            "#c79a66", 150, 14))
        sheet.soft([(740, 540), (800, 520), (860, 540), (852, 600), (800, 610), (748, 600)], PALE, 210, 9)
        sheet.soft([(752, 606), (848, 606), (830, 660), (770, 660)], PALE, 245, 6)
    hairs(sheet, head, flow, (DEEP, "#ecc995", "#7a5632"), count=3000, length=20, width=1.5, alpha=62)
    for side in (1, -1):
        x = 800 - side * 86
        sheet.soft([(x - 30, 388), (x, 362), (x + 30, 388), (x, 414)], DEEP, 150, 6)
        eye(sheet, x, 388, 21, "#2a1a10", pupil=0.75, corner=0.8, tilt=side * 20, lid=0.2)
        sheet.fill(stem((x - 30, 372, 2), (x - side * 4, 360, 8), (x + 30, 374, 2)), DEEP, 200)
        sheet.fill(stem((x + side * 26, 400, 3), (x + side * 40, 424, 9), (x + side * 46, 446, 2)), DEEP, 190)
    nose(sheet, 800, 574, 82, "#17110f")
    sheet.both(lambda: sheet.fill(stem((800, 604, 4), (798, 622, 4), (776, 630, 4), (756, 622, 1)), "#2c1d14", 225))
    sheet.both(lambda: sheet.layer(stem((760, 608, 12), (752, 650, 11), (748, 690, 8), (758, 724, 1.6)),
        "#fffdf6", "#dccbb0", shadow=110))
