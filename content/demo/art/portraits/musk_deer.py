"""Siberian musk deer: a male on a mossy stone in the dark conifer forest."""

from contextlib import nullcontext

from ..banners.colours import mixed
from ..outlines import limb
from .coat import along, hairs, pelt
from .face import eye
from .perches import boulder
from .places import bokeh, palette, trunks
from .plants import fern
from .sheet import Sheet, backdrop, blob, outline, stem

# The numbers are the drawing.
# fmt: off

TAIGA = palette(sky=("#aebfbd", "#dbe3d6"), haze="#cfdbd2", far="#93aaa6", near="#2d4343")
COAT, DEEP, GREY, PALE = "#5a4434", "#30231b", "#8b7c6b", "#cfc2ab"

BODY = [(524, 470), (548, 424), (606, 396), (680, 396), (760, 424), (836, 458), (900, 462), (946, 430),
    (972, 390), (1010, 372), (1046, 400), (1050, 450), (1034, 500), (1016, 560), (994, 616), (950, 648),
    (880, 648), (790, 632), (716, 640), (640, 650), (570, 630), (530, 560)]
HEAD = [(962, 372), (986, 336), (1026, 322), (1062, 334), (1098, 364), (1136, 392), (1156, 408), (1160, 424),
    (1146, 438), (1116, 444), (1074, 448), (1034, 456), (996, 446), (968, 416)]
EAR = [(984, 348), (952, 316), (930, 264), (930, 214), (946, 194), (974, 210), (1004, 260), (1018, 322)]
FAR_EAR = [(1012, 336), (1006, 290), (1012, 236), (1030, 204), (1048, 216), (1052, 266), (1042, 318)]
COMB = along((1150, 420, -1, -0.1), (1040, 360, -1, 0.1), (1000, 480, -0.3, 1), (900, 560, -0.6, 0.7),
    (700, 520, -1, 0.2), (560, 520, -0.4, 1), (960, 220, -0.2, -1))
HIND = [(606, 520, 170), (640, 600, 140), (652, 664, 88), (606, 712, 46), (574, 752, 34), (590, 820, 25),
    (604, 872, 23), (616, 892, 26)]
FORE = [(944, 560, 120), (940, 640, 76), (936, 712, 42), (934, 752, 37), (934, 820, 23), (936, 874, 21),
    (944, 894, 24)]


def musk_deer(sheet: Sheet) -> None:
    """Draw the musk deer and the place."""
    _taiga(sheet)
    _leg(sheet, [(x + 66, y - 8, w * 0.9) for x, y, w in HIND], DEEP)
    _leg(sheet, [(x + 44 + (6 if k > 1 else -16), y - 8, w * (0.9 if k else 0.6)) for k,
        (x, y, w) in enumerate(FORE)], DEEP)
    pelt(sheet, outline(*FAR_EAR), along((1030, 240, 0.1, -1)), (DEEP, GREY), (PALE,), tuft=6, count=160, length=20)
    _body(sheet)
    _leg(sheet, HIND, COAT)
    _leg(sheet, FORE, COAT)
    _head(sheet)
    for x, way, size in ((-10, -50, 420), (120, -80, 300), (1580, -125, 440)):
        fern(sheet, x, 1030, way, size, "#46664a")


def _taiga(sheet: Sheet) -> None:
    backdrop(sheet, "#c3d0cb", "#dfe6da", "#a9bcb2")
    sheet.glow(1180, 260, 640, "#f6f3e0", 170)
    trunks(sheet, 11, ("#bccac4", "#93aaa4", "#5f7b78"))
    for x, w in ((150, 120), (1440, 150)):
        sheet.layer(stem((x, -40, w * 0.9), (x + 14, 500, w), (x - 10, 1060, w * 1.2)), "#4a4f4a", "#2c3330",
            shadow=90)
        for k in range(6):
            y, side = 40 + 118 * k, 1 if x < 800 else -1
            reach = 150 + 37 * ((k * 5) % 4)
            end = (x + side * reach, y + 26)
            sheet.stem([(x + side * w * 0.4, y - 14, 13), (x + side * reach * 0.6, y - 6, 8), (*end, 2)], "#3b413d")
            _beard(sheet, x + side * w * 0.5, y - 8, reach - w * 0.4, side)
    bokeh(sheet, 20, ("#ffffff",), size=(6, 26), alpha=(14, 46))
    boulder(sheet, [(300, 1040), (330, 930), (470, 884), (640, 872), (860, 874), (1040, 876), (1160, 900),
        (1250, 960), (1270, 1040)], "#6d7570", faces=16)
    moss = blob((310, 930), (470, 872), (640, 860), (860, 864), (1050, 866), (1180, 900), (1240, 960),
        (1150, 934), (1080, 960), (980, 920), (860, 956), (740, 912), (620, 950), (500, 914), (400, 970))
    sheet.layer(moss, "#7d9457", "#4d6438", shadow=60)
    hairs(sheet, moss, along((800, 900, 0.1, -1)), ("#a9bd74", "#3a4f2a", "#c6d38c"), count=1600, length=16,
        width=2, alpha=130)
    sheet.soft([(560, 886), (800, 872), (1010, 888), (800, 904)], "#1a2416", 150, 9)


def _beard(sheet: Sheet, x: float, y: float, reach: float, side: int) -> None:
    """Hang the grey-green lichen the musk deer lives on."""
    for _ in range(46):
        q = sheet.rng.uniform(0, 1)
        at, y_at = x + side * q * reach, y + 4 + 30 * q * q
        drop = sheet.rng.uniform(20, 92) * (1 - 0.5 * q)
        sheet.stem([(at, y_at - 4, 3), (at + sheet.rng.normal(0, 6), y_at + drop * 0.6, 2.4),
            (at + sheet.rng.normal(0, 9), y_at + drop, 0.7)], mixed("#a9bda0", "#6f8a76", sheet.rng.random()), 220)


def _leg(sheet: Sheet, chain, tone: str) -> None:
    (x, y, _), (x2, y2, _) = chain[0], chain[1]
    with sheet.fading((x, y - 30), (x2, y2)) if tone == COAT else nullcontext():
        path = pelt(sheet, limb(chain, n=12), along((x, y, 0, 1), (x2, y2, 0, 1)),
            (tone, mixed(tone, DEEP, 0.45)), (GREY, "#1a120d"), tuft=7, count=700, length=20)
        with sheet.inside(path):
            sheet.soft_stem([(px + w * 0.4, py, w * 0.3) for px, py, w in chain[2:]], GREY, 120, 5)
    x, y, _ = chain[-1]
    for dx in (9, -1):
        sheet.layer(blob((x + dx - 9, y - 8), (x + dx + 5, y - 10), (x + dx + 20, y + 22, "c"),
            (x + dx + 4, y + 26), (x + dx - 11, y + 25, "c")), "#2b2522", "#0e0c0b", shadow=30)
    sheet.fill(stem((x - 12, y - 12, 7), (x - 16, y + 8, 6), (x - 12, y + 16, 2)), "#171311")


def _body(sheet: Sheet) -> None:
    path = pelt(sheet, outline(*BODY), COMB, (mixed(COAT, GREY, 0.25), COAT, mixed(COAT, DEEP, 0.4)), tuft=18,
        shadow=120)
    with sheet.inside(path):
        sheet.soft([(560, 400), (700, 384), (860, 450), (930, 450), (900, 490), (700, 440), (560, 450)], GREY,
            150, 18)
        sheet.soft([(560, 610), (760, 610), (980, 600), (980, 680), (560, 680)], DEEP, 190, 26)
        sheet.soft([(500, 480), (560, 470), (580, 620), (520, 620)], DEEP, 140, 18)
    hairs(sheet, path, COMB, (DEEP, "#a5937c", "#1c130d"), count=4200, length=30, width=2, alpha=70)
    with sheet.inside(path):
        for row in range(5):
            for k in range(7):
                x, y = (590 + 52 * k + 22 * (row % 2) + sheet.rng.normal(0, 7),
                    442 + 38 * row + 5 * k + sheet.rng.normal(0, 5))
                if x < 890:
                    sheet.soft([(x - 9, y), (x, y - 6), (x + 9, y), (x, y + 6)], PALE, 165, 2.4)
        sheet.soft_stem([(1046, 446, 10), (1030, 510, 20), (1008, 580, 20), (984, 630, 10)], "#e9dfcb", 235, 4)
        sheet.soft_stem([(1006, 450, 8), (984, 520, 16), (962, 590, 14), (950, 630, 6)], "#e9dfcb", 190, 5)


def _head(sheet: Sheet) -> None:
    ear = pelt(sheet, outline(*EAR), COMB, (COAT, GREY), (DEEP, PALE), tuft=6, count=420, length=24, shadow=80)
    with sheet.inside(ear):
        sheet.soft([(990, 340), (958, 300), (944, 250), (950, 214), (970, 226), (996, 272), (1006, 322)],
            "#e6dbc8", 225, 8)
        sheet.soft_stem([(984, 330, 6), (962, 280, 12), (954, 230, 4)], "#9a8672", 190, 6)
    head = pelt(sheet, outline(*HEAD), COMB, (mixed(COAT, GREY, 0.45), mixed(COAT, GREY, 0.2)), tuft=6, shadow=90)
    with sheet.inside(head):
        sheet.soft([(1000, 440), (1080, 432), (1150, 424), (1150, 450), (1010, 470)], PALE, 225, 7)
        sheet.soft([(1030, 350), (1062, 344), (1076, 368), (1050, 384), (1026, 372)], PALE, 150, 6)
        sheet.soft([(1090, 366), (1140, 394), (1150, 412), (1100, 396)], DEEP, 170, 8)
    hairs(sheet, head, COMB, (DEEP, "#cbbda6"), count=1100, length=14, width=1.3, alpha=70)
    eye(sheet, 1054, 368, 13, "#2e1d12", pupil=0.72, corner=0.8, tilt=10, light=(0.3, -0.36))
    sheet.layer(blob((1140, 394), (1156, 400), (1166, 412), (1162, 426), (1146, 430), (1134, 414)), "#2b211e",
        "#0c0908", shadow=0)
    sheet.curve([(1150, 410), (1158, 408), (1160, 416), (1152, 420)], "#000000")
    sheet.fill(stem((1150, 432, 3), (1124, 436, 3), (1096, 430, 1)), "#1c130e", 230)
    sheet.layer(stem((1108, 428, 11), (1106, 456, 9), (1098, 482, 6), (1084, 504, 1.6)), "#fffaf0", "#e2d3b4",
        shadow=70)
