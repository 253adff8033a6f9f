"""Anti-aliased drawing with skia into numpy arrays."""

import numpy as np
import skia

WHITE = skia.ColorWHITE


class Canvas:
    """A transparent picture that is drawn with skia and read as numpy."""

    def __init__(self, width: int, height: int):
        self.pixels = np.zeros((height, width, 4), np.uint8)
        self.surface = skia.Surface(self.pixels)
        self.draw = self.surface.getCanvas()

    def fill(self, outline, colour=WHITE) -> None:
        """Fill a closed outline."""
        self.draw.drawPath(closed_path(outline), skia.Paint(Color=colour, AntiAlias=True))

    def line(self, points, width: float, colour=WHITE) -> None:
        """Draw a round-ended line through points; two or three points (quadratic)."""
        path = skia.Path()
        path.moveTo(*map(float, points[0]))
        if len(points) == 3:
            path.quadTo(*map(float, points[1]), *map(float, points[2]))
        else:
            for point in points[1:]:
                path.lineTo(*map(float, point))
        paint = skia.Paint(
            Color=colour,
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=float(width),
            StrokeCap=skia.Paint.kRound_Cap,
        )
        self.draw.drawPath(path, paint)

    def alpha(self) -> np.ndarray:
        """Return the coverage, 0 to 1."""
        return self.pixels[..., 3].astype(np.float32) / 255

    def colour(self) -> np.ndarray:
        """Return premultiplied red, green, blue, 0 to 1."""
        return self.pixels[..., :3].astype(np.float32) / 255


def closed_path(outline) -> skia.Path:
    """Turn an outline into a skia path."""
    path = skia.Path()
    path.addPoly([skia.Point(float(x), float(y)) for x, y in outline], True)
    return path


def mask(outline, width: int, height: int) -> np.ndarray:
    """Return the coverage of one closed outline."""
    canvas = Canvas(width, height)
    canvas.fill(outline)
    return canvas.alpha()
