"""Coats of the leopard, the tiger and the lynx."""

import numpy as np
from scipy.spatial import cKDTree

from ..noise import smooth
from ..outlines import catmull
from .skin import Skin, mix, scatter


def leopard(skin: Skin) -> None:
    """Paint rosettes on the trunk, solid spots on head, legs and tail."""
    X, Y, V = skin.X, skin.Y, skin.V
    skin.paint(0.90, smooth(0.34, 0.05, skin.t) * skin.body * skin.clear_of_legs * 0.75)
    skin.paint(0.74, smooth(45, 10, Y) * 0.6)
    skin.paint(0.46, smooth(0.82, 1, skin.t) * skin.body * 0.5)
    wx = 0.9 * skin.grain(3) + 0.35 * skin.grain(1.1)
    wy = 0.9 * skin.grain(3) + 0.35 * skin.grain(1.1)
    pattern, centre = _rosettes(skin, X + wx, V + wy)
    skin.albedo = skin.albedo * (1 - 0.16 * centre * skin.body)

    legs, warp = skin.near_legs, (0.5 * wx, 0.5 * wy)
    everywhere = np.maximum(legs, skin.far_legs)
    coarse = skin.dots(5.6, 1.55, everywhere, warp, (-10, 160, 12, 62))
    fine = skin.dots(3.6, 0.8, everywhere, warp, (-10, 160, 0, 22))
    on_legs = np.where(Y > 18, coarse, fine)
    low = smooth(57, 49, Y + 1.5 * wx) * (legs > 0.5)
    pattern = pattern * (1 - low) + on_legs * low
    face = skin.head * smooth(165, 156, X) * smooth(66, 73, Y)
    pattern = np.where(
        skin.head > 0.5,
        skin.dots(3.3, 0.72, face, warp, (125, 168, 64, 105), 0.3) * 0.9,
        pattern,
    )
    skin.far = mix(skin.albedo, 0.15, on_legs * 0.9)
    skin.paint(0.075, np.clip(pattern, 0, 1) * 0.95)
    blotches = skin.dots(7.5, 2.2, skin.masks["tail"], warp, (-80, 12, 15, 100))
    tail = mix(np.full_like(skin.albedo, 0.62), 0.14, blotches * 0.9)
    skin.tail = mix(tail, 0.12, skin.spot(-72, 41, 4.6, 7, 35, 0.4))
    cat_face(skin, 153.6, 90.4, 0.95)


def _rosettes(skin: Skin, U, V):
    """Return the dark pattern and the darker rosette centres, in unrolled flank coordinates."""
    rng = skin.rng

    def spacing(p):
        loins = 1.0 * np.exp(-(((p[0] - 50) / 45) ** 2))
        return 8.9 + loins - 4.2 * smooth(100, 140, p[0]) - 2.6 * smooth(14, 0, p[1])

    centres = scatter(-10, 172, 0, 80, spacing, rng, 6000)
    n = len(centres)
    d, i = cKDTree(centres).query(np.stack([U.ravel(), V.ravel()], 1))
    d, i = d.reshape(skin.shape), i.reshape(skin.shape)
    phi = np.arctan2(V - centres[i, 1], U - centres[i, 0])
    size = rng.uniform(0.82, 1.12, n)
    turn, lobes, tilt = (
        rng.uniform(0, 6.28, n),
        rng.choice([2, 3, 3, 4], n),
        rng.uniform(0, 6.28, n),
    )
    cx, cy = centres[:, 0], centres[:, 1]
    ring = smooth(125, 104, cx) * smooth(2, 7, cy) * smooth(66, 52, cy) * smooth(-2, 8, cx)
    radius, width = 3.35 * size, 1.38 * size
    gap = 0.5 + 0.5 * np.cos(lobes[i] * phi + turn[i]) + 0.35 * np.cos(phi + tilt[i])
    off = np.abs(d - radius[i]) + 1.25 * smooth(0.16, -0.04, gap)
    rosette = smooth(width[i] + 0.25, width[i] - 0.25, off)
    solid_radius = (1.75 + 0.35 * (size[i] - 1)) * (1 - 0.28 * smooth(118, 150, cx[i]))
    solid = smooth(0.25, -0.25, d - solid_radius)
    is_ring = ring[i] > 0.5
    centre = smooth(radius[i], radius[i] - 1.4, d) * is_ring
    return np.where(is_ring, rosette, solid) * (skin.on_body > 0.4), centre


def tiger(skin: Skin) -> None:
    """Paint explicit tapered stripes, some doubled into loops, and a ringed tail."""
    Y = skin.Y
    skin.paint(0.95, smooth(0.40, 0.06, skin.t) * skin.body * skin.clear_of_legs * 0.85)
    skin.paint(0.78, smooth(45, 8, Y) * 0.5)
    pattern = skin.strokes(_flank_stripes(skin) + LEG_BARS)
    skin.far = mix(skin.albedo, 0.13, skin.strokes(FAR_BARS) * 0.9)
    head = skin.strokes(FACE_STRIPES) * skin.head
    skin.paint(0.95, skin.spot(150, 76, 9, 9, 0, 0.7) * 0.6 * skin.head)
    skin.paint(0.12, np.where(skin.head > 0.5, head, pattern) * 0.93)
    skin.tail = mix(np.full_like(skin.albedo, 0.72), 0.12, skin.strokes(tail_rings()) * 0.95)
    cat_face(skin, 165.0, 93.2, 1.05)


LEG_BARS = [
    [(a - 2, y + 3, 0.5), (a * 0.6 + b * 0.4, y, 2.3), (b * 0.9, y - 3.5, 0.5)]
    for y, a, b in (
        (70, 3, 20), (63, 2, 22), (56, 4, 24), (49, 5, 21), (43, 4, 17), (37, 1, 12), (31, -1, 8),
    )
] + [[(119, y + 2, 0.5), (115, y, 1.5), (110, y - 0.5, 0.4)] for y in (46, 38, 31)]  # fmt: skip
FAR_BARS = [
    [(30, 66, 0.5), (37, 62, 2.2), (48, 58, 0.4)],
    [(34, 52, 0.5), (40, 50, 2), (50, 46, 0.4)],
    [(35, 40, 0.5), (39, 37, 1.8), (46, 36, 0.4)],
]
FACE_STRIPES = [
    [(147, 104, 0.6), (150, 97, 1.7), (149, 91, 0.5)],
    [(152, 104, 0.5), (155, 98, 1.5), (156, 95, 0.4)],
    [(157, 104, 0.5), (160, 100, 1.2), (161, 97.5, 0.4)],
    [(143, 96, 0.6), (145, 88, 2.0), (149, 80, 1.2), (155, 74, 0.4)],
    [(139, 92, 0.6), (140, 83, 2.2), (143, 74, 1.3), (148, 69, 0.4)],
    [(149, 90, 0.4), (151, 84, 1.5), (156, 79, 0.5)],
    [(135.5, 96, 0.5), (134.5, 86, 2.2), (137, 76, 0.5)],
    [(147, 72, 0.4), (150, 70, 1.2), (157, 70, 0.4)],
]


def _flank_stripes(skin: Skin) -> list:
    rng, chains = skin.rng, []

    def height(x, t):
        column = np.abs(skin.X[0] - x).argmin()
        return skin.Y[np.abs(skin.t[:, column] - t).argmin(), column]

    x = 6.0
    while x < 133:
        shoulder = x >= 100
        length = rng.uniform(0.36, 0.86) * (0.6 if shoulder else 1)
        lean = rng.uniform(-5, 1) - (8 if x < 30 else 0)
        width = rng.uniform(2.0, 3.9) * (0.75 if x >= 98 else 1)
        chain = []
        for q in np.linspace(0, 1, 6):
            swell = 0.55 + 0.75 * np.sin(np.pi * min(1, q * 1.05 + 0.12))
            chain.append((
                x + lean * q**1.3 + 1.6 * np.sin(q * 5 + x),
                height(x, 1.02 - q * length),
                max(0.4, width * swell * (1 - 0.75 * q**3)),
            ))  # fmt: skip
        chains.append(chain)
        if rng.random() < 0.55 and x < 104:
            off = rng.uniform(3.2, 4.4)
            loop = [
                (a + off * np.sin(np.pi * min(1, 0.25 + 0.15 * k)), b - 2, max(0.35, c * 0.62))
                for k, (a, b, c) in enumerate(chain)
            ]
            chains.append(loop[1:])
        x += rng.uniform(9, 13) if shoulder else rng.uniform(5.6, 9.6)
    x = 20.0
    while x < 110:
        length, lean = rng.uniform(0.16, 0.46), rng.uniform(-1, 4)
        chains.append([
            (
                x + lean * q + 0.5 * np.sin(4 * q + x),
                height(x, 0.04 + q * length),
                max(0.4, 2.5 * np.sin(np.pi * (0.2 + 0.75 * q))),
            )
            for q in np.linspace(0, 1, 5)
        ])  # fmt: skip
        x += rng.uniform(7, 11)
    return chains


def tail_rings() -> list:
    """Return strokes across the tiger's tail and its dark tip."""
    from ..animals import SHAPES  # the rings follow the drawn tail

    points = [p[:2] for p in SHAPES["amur-tiger"].parts["tail"].points]
    line = catmull(points, closed=False, n=20)
    reach = np.cumsum(np.r_[0, np.hypot(*np.diff(line, axis=0).T)])
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    rings = []
    for at in np.arange(12, reach[-1] - 4, 8.2):
        k = np.searchsorted(reach, at)
        across = np.array([-along[k, 1], along[k, 0]]) * 6
        rings.append([
            (*(line[k] + across), 2.6), (*line[k], 3.4), (*(line[k] - across), 2.6),
        ])  # fmt: skip
    rings.append([(*line[-18], 8.5), (*line[-1], 8)])
    return rings


def lynx(skin: Skin) -> None:
    """Paint faint small spots, a pale ruff, tufted ears and a black tail tip."""
    Y = skin.Y
    skin.paint(0.88, smooth(0.34, 0.05, skin.t) * skin.body * skin.clear_of_legs * 0.7)
    skin.paint(0.42, smooth(0.78, 1, skin.t) * skin.body * 0.5)
    wx, wy = 0.7 * skin.grain(2.5), 0.7 * skin.grain(2.5)
    legs = np.maximum(skin.near_legs, skin.far_legs)
    trunk = np.maximum(skin.body, skin.near_legs) * (skin.head < 0.5) * smooth(124, 112, skin.X)
    on_body = skin.dots(6.4, 1.05, trunk, (wx, wy), (0, 126, 42, 104), 0.4)
    on_legs = skin.dots(4.6, 0.8, legs * smooth(50, 44, Y), (wx, wy), (-5, 150, 14, 50), 0.3)
    skin.far = mix(skin.albedo, 0.2, on_legs * 0.6)
    skin.paint(0.2, np.clip(np.maximum(on_body, on_legs), 0, 1) * 0.5)
    skin.paint(0.86, skin.spot(146, 74, 8, 10, 20, 0.7) * 0.55 * skin.head)
    skin.paint(0.12, skin.strokes([[(150, 80, 0.5), (146, 73, 1.6), (143.5, 63, 0.7)]]) * skin.head)
    skin.tail = mix(np.full_like(skin.albedo, 0.5), 0.05, smooth(-5, -9, skin.X))
    cat_face(skin, 151.6, 92.8, 0.88)
    ear = skin.masks["ear1"]
    skin.paint(0.06, ear * smooth(110, 114, Y))
    skin.far_head = np.where(Y > 110, 0.06, 0.35)


def cat_face(skin: Skin, ex: float, ey: float, size: float) -> None:
    """Paint muzzle, eye, nose, whisker dots, the pale spot behind the ear and whiskers."""
    nx, ny = skin.nose
    s = size
    skin.paint(0.92, skin.spot(nx - 6, ny - 9 * s, 8 * s, 4.6 * s, -8, 0.5) * 0.85 * skin.head)
    skin.paint(0.8, skin.spot(ex + 0.6, ey + 2.6 * s, 2.9 * s, 1.1 * s, -25, 0.7) * 0.5)
    skin.paint(0.9, skin.spot(ex - 1, ey - 3.6 * s, 4.5 * s, 2.1 * s, -15, 0.6) * 0.55)
    skin.paint(0.08, skin.spot(ex, ey, 2.5 * s, 1.5 * s, -22, 0.45))
    corners = [
        [(ex + 1.5 * s, ey - 0.7 * s, 1.3 * s), (ex + 4.2 * s, ey - 3.0 * s, 0.6 * s)],
        [(ex - 1.8 * s, ey + 0.4 * s, s), (ex - 5 * s, ey + 0.2 * s, 0.4 * s)],
    ]
    skin.paint(0.06, skin.strokes(corners))
    skin.paint(0.10, skin.spot(nx - 1, ny - 0.6, 2.1 * s, 2.3 * s, 15, 0.35) * 0.95)
    mouth = [(nx - 1.2, ny - 3 * s, 0.8), (nx - 1.8, ny - 7.4 * s, 0.8),
             (nx - 5.5, ny - 9.6 * s, 0.85), (nx - 11, ny - 9.2 * s, 0.5)]  # fmt: skip
    skin.paint(0.08, skin.strokes([mouth]))
    for row in range(3):
        for k in range(4):
            x, y = nx - 4.2 - 1.9 * k - 0.3 * row, ny - 4.8 * s - 1.35 * row
            skin.paint(0.2, skin.spot(x, y, 0.42, 0.36, 0, 0.6) * 0.8)
    ear = skin.masks["ear1"]
    cx, cy = skin.outlines["ear1"].mean(0)
    skin.paint(0.30, ear * 0.9 * smooth(cy - 5, cy - 1, skin.Y))
    inner = skin.spot(cx + 0.7, cy - 0.2, 3, 4, -10, 0.5)
    skin.paint(0.62, inner * ear * 0.9 * smooth(cy - 4.5, cy - 1, skin.Y))
    skin.eye = (ex + 0.15, ey - 0.05, 1.3 * s, 1.12 * s)
    whiskers = [
        [(nx - 6, ny - 6 * s), (nx - 2, ny - 9 * s), (nx + 3, ny - 13 * s)],
        [(nx - 7, ny - 7 * s), (nx - 5, ny - 11 * s), (nx - 2, ny - 16 * s)],
        [(nx - 8, ny - 7 * s), (nx - 9.5, ny - 12 * s), (nx - 9, ny - 18 * s)],
    ]
    skin.extras.append(lambda: (0.95, skin.hairs(whiskers) * 0.55))
