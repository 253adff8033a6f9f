"""Eyes, noses and whiskers."""

import skia

from ..banners.colours import ink, mixed
from .sheet import Sheet, blob


def eye(
    sheet: Sheet,
    x: float,
    y: float,
    r: float,
    iris: str,
    *,
    pupil: float = 0.5,
    slit: float = 1.0,
    rim: str = "#120d0a",
    lid: float = 0.0,
    tilt: float = 0.0,
    corner: float = 1.0,
    light=(-0.32, -0.36),
) -> None:
    """Draw an eye: rim, iris, pupil (`slit` < 1 narrows it), the lid's shadow and the light in it."""
    sheet.draw.save()
    sheet.draw.translate(x, y)
    sheet.draw.rotate(tilt)
    almond = blob(
        (-(1 + 0.42 * corner) * r, 0.14 * r),
        (-0.7 * r, -0.86 * r),
        (0.2 * r, -1.08 * r),
        (1.0 * r, -0.6 * r),
        ((1 + 0.34 * corner) * r, 0.06 * r),
        (0.8 * r, 0.86 * r),
        (-0.1 * r, 1.08 * r),
        (-0.9 * r, 0.72 * r),
    )
    sheet.fill(almond, rim)
    ball = skia.Path()
    ball.addCircle(0, 0, 0.88 * r)
    shader = skia.GradientShader.MakeRadial(
        skia.Point(0, 0.3 * r),
        1.1 * r,
        [ink(mixed(iris, "#ffffff", 0.28)), ink(iris), ink(mixed(iris, "#000000", 0.55))],
    )
    sheet.shade(ball, shader)
    sheet.draw.drawOval(
        skia.Rect.MakeLTRB(-pupil * slit * r, -pupil * r, pupil * slit * r, pupil * r),
        skia.Paint(Color=ink("#050505"), AntiAlias=True),
    )
    with sheet.inside(ball):
        sheet.soft(
            [
                (-1.2 * r, -1.3 * r),
                (1.2 * r, -1.3 * r),
                (1.1 * r, (-0.62 + lid) * r),
                (0, (-0.8 + lid) * r),
                (-1.1 * r, (-0.5 + lid) * r),
            ],
            rim,
            220,
            0.1 * r,
        )
    sheet.disc(light[0] * r, light[1] * r, 0.2 * r, "#ffffff", 245)
    sheet.disc(-light[0] * 0.9 * r, -light[1] * 0.9 * r, 0.09 * r, "#ffffff", 110)
    sheet.draw.restore()


def whiskers(
    sheet: Sheet,
    roots,
    reach: float,
    drop: float,
    colour: str,
    *,
    alpha: int = 210,
    width: float = 1.9,
) -> None:
    """Draw whiskers that leave the muzzle sideways and hang (a negative reach goes left)."""
    for k, (x, y) in enumerate(roots):
        spread = (k - (len(roots) - 1) / 2) * 0.16
        far, low = reach * sheet.rng.uniform(0.82, 1.1), drop + abs(reach) * spread
        path = skia.Path()
        path.moveTo(x, y)
        path.quadTo(x + far * 0.55, y + low * 0.15 - abs(reach) * 0.06, x + far, y + low)
        paint = skia.Paint(
            Color=ink(colour, alpha),
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=width,
            StrokeCap=skia.Paint.kRound_Cap,
        )
        sheet.draw.drawPath(path, paint)


def nose(sheet: Sheet, x: float, y: float, w: float, colour: str = "#1b1413") -> None:
    """Draw a nose seen from the front, its nostrils and the light on it."""
    h = w * 0.72
    sheet.curve(
        [
            (x - w / 2, y - h * 0.36),
            (x - w * 0.2, y - h * 0.52),
            (x + w * 0.2, y - h * 0.52),
            (x + w / 2, y - h * 0.36),
            (x + w * 0.36, y + h * 0.2),
            (x + w * 0.08, y + h * 0.5),
            (x - w * 0.08, y + h * 0.5),
            (x - w * 0.36, y + h * 0.2),
        ],
        colour,
    )
    for side in (-1, 1):
        sheet.curve(
            [
                (x + side * w * 0.12, y + h * 0.02),
                (x + side * w * 0.3, y - h * 0.16),
                (x + side * w * 0.4, y + h * 0.02),
                (x + side * w * 0.24, y + h * 0.2),
            ],
            mixed(colour, "#000000", 0.75),
        )
    sheet.soft(
        [
            (x - w * 0.26, y - h * 0.4),
            (x, y - h * 0.46),
            (x + w * 0.26, y - h * 0.4),
            (x, y - h * 0.26),
        ],
        mixed(colour, "#ffffff", 0.55),
        170,
        w * 0.04,
    )
