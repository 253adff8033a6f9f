"""What a head carries: eyes, whiskers, antlers and tusks, drawn by the matrix of the head."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from .build import Body
from .camera import Camera
from .grain import noise, smooth
from .heads import in_head
from .light import Light
from .raster import Layer
from .shapes import tube

LID = np.array((0.095, 0.080, 0.065))  # light from the skin about an eye


def unit(v) -> np.ndarray:
    """Return a vector at length one."""
    return np.array(v) / np.linalg.norm(v)


def whiskers(body: Body, matrix: np.ndarray, layer: Layer, camera: Camera, light: Light) -> None:
    """Draw the pale whiskers that stand out from the lips of cats."""
    if not body.whiskers:
        return
    rng = np.random.default_rng(11)
    t = np.linspace(0, 1, 9)[:, None]
    lines = []
    for sign in (1, -1):
        for k in range(8):
            root = np.array((0.188 - 0.008 * (k % 3), 0.037, -0.018 - 0.0095 * (k // 3)))
            way = np.array((-0.30 - 0.16 * (k % 3), 1.0, 0.10 - 0.24 * (k // 3))) + rng.normal(
                0, 0.10, 3
            )
            line = root + rng.uniform(0.075, 0.12) * t * way - (0.02, 0, 0.028) * t**2
            lines.append(
                in_head(line * (1, sign, 1), *body.head) @ matrix[:3, :3].T + matrix[:3, 3]
            )
    lines = np.stack(lines)
    bright = np.full((*lines.shape[:2], 3), 0.34 if light.night else 0.30, np.float32)
    lit = light.surface(camera, lines, np.broadcast_to(unit((0, -1, 0.6)), lines.shape), bright)
    layer.hairs(camera.project(lines), np.full(len(lines), 1.0), lit, 0.3)


def ball(rings: int = 36) -> tuple[np.ndarray, np.ndarray]:
    """Return points and faces of a unit sphere."""
    lat = np.linspace(0, np.pi, rings)
    lon = np.linspace(0, 2 * np.pi, rings * 2, endpoint=False)
    grid = np.stack(
        [np.cos(lat)[:, None] * np.ones_like(lon), np.sin(lat)[:, None] * np.cos(lon),
         np.sin(lat)[:, None] * np.sin(lon)], -1
    )  # fmt: skip
    n, m = len(lat), len(lon)
    i, j = np.meshgrid(np.arange(n - 1), np.arange(m), indexing="ij")
    a, b = i * m + j, i * m + (j + 1) % m
    c, d = a + m, b + m
    faces = np.concatenate([np.stack([a, b, c], -1), np.stack([b, d, c], -1)]).reshape(-1, 3)
    return grid.reshape(-1, 3), faces


def horns(body: Body, matrix: np.ndarray, layer: Layer, camera: Camera, light: Light) -> None:
    """Draw antlers or tusks, which the head carries."""
    for path, radii, colour in body.horns:
        for sign in (1, -1):
            line = in_head(np.array(path, float) * (1, sign, 1), *body.head)
            t = np.linspace(0, len(line) - 1, 28)
            fine = np.stack(
                [PchipInterpolator(np.arange(len(line)), line[:, k])(t) for k in range(3)], -1
            )
            thick = np.interp(t, np.arange(len(line)), radii) * body.head[1]
            solid = tube(fine, thick, 14, lambda c: 0.10 * noise(c, 3, (120, 120, 40), 2))
            size = np.linalg.norm(matrix[:3, 0])
            points = solid.points @ matrix[:3, :3].T + matrix[:3, 3]
            normals = solid.normals @ matrix[:3, :3].T / size
            albedo = np.tile(np.array(colour), (len(points), 1))
            if light.night:
                albedo = np.full_like(albedo, np.mean(colour) * 1.3)
            layer.triangles(
                camera.project(points), solid.faces, light.surface(camera, points, normals, albedo)
            )


def eyes(body: Body, matrix: np.ndarray, layer: Layer, camera: Camera, light: Light) -> None:
    """Draw eyeballs between their lids; under flash they send the light back when they look at the lens."""
    (ex, ey, ez), radius = body.eyes[:2]
    gaze = body.eyes[2] if len(body.eyes) > 2 else (0.92, 0.36, 0.06)
    iris = body.eyes[3] if len(body.eyes) > 3 else (0.42, 0.30, 0.06)
    sphere, faces = ball()
    for sign in (1, -1):
        ahead = unit(np.array(gaze) * (1, sign, 1))
        place = np.array([ex, sign * ey, ez])
        lens = unit(
            (camera.place - matrix[:3, 3]) @ matrix[:3, :3] / matrix[0, :3].dot(matrix[0, :3])
            - place
        )
        # eyes turn to the red glow of the lens
        look = unit(ahead + 0.6 * lens) if ahead @ lens > 0.5 else ahead
        angle = np.arccos(np.clip(sphere @ look, -1, 1))
        lid = LID if light.night else 0.4 * LID
        if light.night:
            colour = _shining(angle, float(look @ lens))
        else:
            colour = _coloured(sphere, angle, iris, unit((0.5, 0.35 * sign, 0.8)))
        colour = lid + (colour - lid) * _lids(sphere, ahead, sign)[:, None]
        world = (place + sphere * radius) @ matrix[:3, :3].T + matrix[:3, 3]
        layer.triangles(camera.project(world), faces, colour)


def _shining(angle: np.ndarray, meet: float) -> np.ndarray:
    """Return an eye under flash: a wide pupil that glows the more, the straighter it looks at the lens."""
    glow = 1.3 * smooth(0.60, 1.0, meet) ** 1.5 * np.exp(-((angle / 0.40) ** 2))
    level = 0.02 + 0.06 * smooth(0.55, 0.70, angle) * smooth(1.05, 0.85, angle)
    return np.repeat((level + glow)[:, None], 3, 1)


def _coloured(sphere: np.ndarray, angle: np.ndarray, iris, glint: np.ndarray) -> np.ndarray:
    """Return an eye by day: a round pupil, an iris darker at its rim and under the upper lid, a glint."""
    ring = smooth(0.38, 0.46, angle) * smooth(1.05, 0.80, angle) * smooth(0.5, -0.1, sphere[:, 2])
    colour = 0.008 + 0.8 * ring[:, None] * np.array(iris)[None]
    return colour + 0.7 * smooth(0.980, 0.992, sphere @ glint)[:, None]


def _lids(sphere: np.ndarray, ahead: np.ndarray, sign: int) -> np.ndarray:
    """Return how far each place of an eyeball lies between its lids, whose outer corner is the higher."""
    left = unit(np.cross((0, 0, 1), ahead))
    u, v = sign * (sphere @ left), sphere @ np.cross(ahead, left)
    open_ = 0.50 * (1 - np.clip(np.abs(u) / 0.98, 0, 1) ** 2)
    return smooth(0.06, -0.06, np.abs(v - 0.10 * u) - open_)
