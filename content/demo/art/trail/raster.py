"""Draw triangles and hairs into a picture with a depth buffer (compiled with numba)."""

from dataclasses import dataclass

import numpy as np
from numba import njit

FAR = np.float32(1e9)
NEAR = 0.12  # metres; nothing nearer is drawn


@dataclass
class Layer:
    """Linear colour and distance of every pixel; FAR where nothing was drawn."""

    colour: np.ndarray
    depth: np.ndarray

    @classmethod
    def empty(cls, width: int, height: int) -> "Layer":
        """Return a layer with nothing on it."""
        return cls(np.zeros((height, width, 3), np.float32), np.full((height, width), FAR))

    def triangles(self, points: np.ndarray, faces: np.ndarray, colour: np.ndarray) -> None:
        """Draw triangles of projected points (x, y, depth) with a colour at each corner."""
        _triangles(
            self.depth,
            self.colour,
            np.ascontiguousarray(points, np.float32),
            np.ascontiguousarray(faces, np.int32),
            np.ascontiguousarray(colour, np.float32),
        )

    def hairs(self, points: np.ndarray, width: np.ndarray, colour: np.ndarray, tip=0.3) -> None:
        """Draw polylines (hairs, nodes, 3) that taper from `width` pixels to `tip` of it."""
        _hairs(
            self.depth,
            self.colour,
            np.ascontiguousarray(points, np.float32),
            np.ascontiguousarray(width, np.float32),
            np.ascontiguousarray(colour, np.float32),
            np.float32(tip),
        )

    def cards(self, points: np.ndarray, colour: np.ndarray, which: np.ndarray, atlas) -> None:
        """Draw bent cards (n, m, m, xyz) that carry pictures of leaves: see `textures`."""
        high = np.ptp(points[..., 1].reshape(len(points), -1), 1)
        wide = np.ptp(points[..., 0].reshape(len(points), -1), 1)
        size = np.maximum(high, wide)
        grid = np.linspace(0, 1, points.shape[1], dtype=np.float32)
        uv = np.stack(np.meshgrid(grid, grid, indexing="ij"), -1)
        for level, (small, large) in zip(atlas, ((90, 1e9), (24, 90), (0, 24)), strict=True):
            some = (size >= small) & (size < large)
            _cards(
                self.depth,
                self.colour,
                np.ascontiguousarray(points[some], np.float32),
                np.ascontiguousarray(colour[some], np.float32),
                uv,
                np.ascontiguousarray(which[some], np.int32),
                level,
            )


@njit(cache=True)
def _triangles(zb, cb, p, faces, col):
    h, w = zb.shape
    for f in range(faces.shape[0]):
        a, b, c = faces[f, 0], faces[f, 1], faces[f, 2]
        za, zc, ze = p[a, 2], p[b, 2], p[c, 2]
        if za < NEAR or zc < NEAR or ze < NEAR:
            continue
        xa, ya, xb, yb, xc, yc = p[a, 0], p[a, 1], p[b, 0], p[b, 1], p[c, 0], p[c, 1]
        x0 = max(0, int(np.floor(min(xa, xb, xc))))
        x1 = min(w - 1, int(np.ceil(max(xa, xb, xc))))
        y0 = max(0, int(np.floor(min(ya, yb, yc))))
        y1 = min(h - 1, int(np.ceil(max(ya, yb, yc))))
        if x1 < x0 or y1 < y0:
            continue
        area = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya)
        if abs(area) < 1e-9:
            continue
        inv = 1.0 / area
        for y in range(y0, y1 + 1):
            py = y + 0.5
            for x in range(x0, x1 + 1):
                px = x + 0.5
                v = ((px - xa) * (yc - ya) - (xc - xa) * (py - ya)) * inv
                u = ((xb - xa) * (py - ya) - (px - xa) * (yb - ya)) * inv
                t = 1.0 - u - v
                if u < -1e-4 or v < -1e-4 or t < -1e-4:
                    continue
                z = t * za + v * zc + u * ze
                if z < zb[y, x]:
                    zb[y, x] = z
                    for k in range(3):
                        cb[y, x, k] = t * col[a, k] + v * col[b, k] + u * col[c, k]


@njit(cache=True)
def _hairs(zb, cb, pts, width, col, tip):
    h, w = zb.shape
    n, m = pts.shape[0], pts.shape[1]
    for i in range(n):
        for j in range(m - 1):
            xa, ya, za = pts[i, j, 0], pts[i, j, 1], pts[i, j, 2]
            xb, yb, ze = pts[i, j + 1, 0], pts[i, j + 1, 1], pts[i, j + 1, 2]
            if za < NEAR or ze < NEAR:
                continue
            if max(xa, xb) < -4 or min(xa, xb) > w + 4 or max(ya, yb) < -4 or min(ya, yb) > h + 4:
                continue
            dx, dy = xb - xa, yb - ya
            long = max(abs(dx), abs(dy))
            steps = int(long) + 1
            if steps > 4000:
                continue
            steep = abs(dy) > abs(dx)
            for s in range(steps):
                t = (s + 0.5) / steps
                x, y, z = xa + dx * t, ya + dy * t, za + (ze - za) * t
                along = (j + t) / (m - 1)
                wide = width[i] * (1 - along * (1 - tip))
                k0 = int(np.floor(-wide / 2 + 0.5))
                k1 = k0 + max(1, int(wide + 0.5))
                for k in range(k0, k1):
                    ix = int(x) if steep is False else int(x + k)
                    iy = int(y + k) if steep is False else int(y)
                    if ix < 0 or iy < 0 or ix >= w or iy >= h:
                        continue
                    if z < zb[iy, ix]:
                        zb[iy, ix] = z
                        for c in range(3):
                            cb[iy, ix, c] = col[i, j, c] * (1 - t) + col[i, j + 1, c] * t


@njit(cache=True)
def _cards(zb, cb, p, col, uv, which, atlas):
    h, w = zb.shape
    s, cells = atlas.shape[1], p.shape[1] - 1
    for n in range(p.shape[0]):
        t = which[n]
        for cell in range(2 * cells * cells):
            i, j = (cell // 2) // cells, (cell // 2) % cells
            if cell % 2 == 0:
                a0, a1, b0, b1, c0, c1 = i, j, i + 1, j, i + 1, j + 1
            else:
                a0, a1, b0, b1, c0, c1 = i, j, i + 1, j + 1, i, j + 1
            za, ze, zc = p[n, a0, a1, 2], p[n, b0, b1, 2], p[n, c0, c1, 2]
            if za < NEAR or ze < NEAR or zc < NEAR:
                continue
            xa, ya = p[n, a0, a1, 0], p[n, a0, a1, 1]
            xb, yb = p[n, b0, b1, 0], p[n, b0, b1, 1]
            xc, yc = p[n, c0, c1, 0], p[n, c0, c1, 1]
            x0 = max(0, int(np.floor(min(xa, xb, xc))))
            x1 = min(w - 1, int(np.ceil(max(xa, xb, xc))))
            y0 = max(0, int(np.floor(min(ya, yb, yc))))
            y1 = min(h - 1, int(np.ceil(max(ya, yb, yc))))
            area = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya)
            if x1 < x0 or y1 < y0 or abs(area) < 1e-6:
                continue
            inv = 1.0 / area
            for y in range(y0, y1 + 1):
                for x in range(x0, x1 + 1):
                    px, py = x + 0.5, y + 0.5
                    fb = ((px - xa) * (yc - ya) - (xc - xa) * (py - ya)) * inv
                    fc = ((xb - xa) * (py - ya) - (px - xa) * (yb - ya)) * inv
                    fa = 1.0 - fb - fc
                    if fa < -1e-4 or fb < -1e-4 or fc < -1e-4:
                        continue
                    z = fa * za + fb * ze + fc * zc
                    if z >= zb[y, x]:
                        continue
                    u = fa * uv[a0, a1, 0] + fb * uv[b0, b1, 0] + fc * uv[c0, c1, 0]
                    v = fa * uv[a0, a1, 1] + fb * uv[b0, b1, 1] + fc * uv[c0, c1, 1]
                    tu, tv = min(s - 1, max(0, int(u * s))), min(s - 1, max(0, int(v * s)))
                    grain = ((x * 73856093) ^ (y * 19349663) ^ (n * 83492791)) & 1023
                    if atlas[t, tu, tv, 0] < 0.25 + 0.5 * grain / 1023.0:
                        continue
                    zb[y, x] = z
                    tone = atlas[t, tu, tv, 1]
                    for k in range(3):
                        cb[y, x, k] = tone * (
                            fa * col[n, a0, a1, k] + fb * col[n, b0, b1, k] + fc * col[n, c0, c1, k]
                        )
