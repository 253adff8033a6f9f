"""Turn an animal's parts into a lit, furry picture: height field, shade, fur, coat."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage as nd

from .animals import Shape
from .canvas import mask
from .coats import COATS, coloured
from .coats.skin import Skin, mix, signed_distance
from .noise import noise, smooth, streaks

PAD = 10  # units around the animal
FAR_HEAD = ("ear2", "ant2", "ant2b", "ant2c")
NEAR_HEAD = ("ear1", "ant1", "ant1b", "ant1c", "tusk")


@dataclass
class Picture:
    """An animal with its coverage; `ground` is the pixel row of its feet."""

    colour: np.ndarray
    alpha: np.ndarray
    ground: float
    scale: float

    def mirrored(self) -> "Picture":
        return Picture(self.colour[:, ::-1], self.alpha[:, ::-1], self.ground, self.scale)


def picture(shape: Shape, scale: float, *, seed: int, day=False, winter=False, nod=0.0) -> Picture:
    """Render the animal at `scale` pixels a unit, its head lowered by `nod` degrees."""
    body = _Body(shape, scale, np.random.default_rng(seed), day, winter)
    colour, alpha = body.render()
    if nod:
        colour, alpha = body.nodded(colour, alpha, nod)
    return Picture(colour, alpha, body.top * scale, scale)


class _Body:
    def __init__(self, shape: Shape, scale: float, rng, day: bool, winter: bool):
        self.shape, self.scale, self.rng, self.day = shape, scale, rng, day
        self.coat = COATS[shape.slug]
        self.ramp = (self.coat.winter if winter else self.coat.summer) if day else None
        self.winter = winter
        self.outlines = {name: part.outline() for name, part in shape.parts.items()}
        points = np.vstack(list(self.outlines.values()))
        self.left, self.top = points[:, 0].min() - PAD, points[:, 1].max() + PAD
        self.w = int((points[:, 0].max() + PAD - self.left) * scale)
        self.h = int((self.top + PAD) * scale)
        yy, xx = np.mgrid[: self.h, : self.w].astype(np.float32)
        self.X, self.Y = xx / scale + self.left, self.top - yy / scale
        self.yy = yy
        self.masks = {
            name: mask(self._pixels(o), self.w, self.h) for name, o in self.outlines.items()
        }
        m = self.masks
        self.hind, self.fore = np.maximum(m["NH"], m["NHp"]), np.maximum(m["NF"], m["NFp"])
        self.near_legs = np.maximum(self.hind, self.fore)
        self.far_legs = self._any("FH", "FHp", "FF", "FFp")
        self.far_head, self.tail = self._any(*FAR_HEAD), self._any("tail")
        self.trunk = np.maximum(m["body"], m["head"])
        self.on_head = self._blur(m["head"], 1.5)

    def _pixels(self, outline):
        x = (outline[:, 0] - self.left) * self.scale
        return np.stack([x, (self.top - outline[:, 1]) * self.scale], 1)

    def _any(self, *names):
        masks = [self.masks[n] for n in names if n in self.masks]
        return np.maximum.reduce(masks) if masks else np.zeros((self.h, self.w), np.float32)

    def _blur(self, values, units: float):
        return nd.gaussian_filter(values, units * self.scale)

    def _dome(self, m, radius: float, blur: float):
        """Inflate a mask into a rounded height of at most `radius`."""
        d = np.minimum(nd.distance_transform_edt(m > 0.5) / self.scale, radius)
        return self._blur(np.sqrt(np.maximum(d * (2 * radius - d), 0)), blur)

    def _heights(self):
        def join(a, b, k):
            d = np.clip(0.5 + 0.5 * (a - b) / k, 0, 1)
            return b * (1 - d) + a * d + k * d * (1 - d)

        head = self._dome(self.masks["head"], 13, 1.2)
        hind, fore = self._dome(self.hind, 15, 1), self._dome(self.fore, 12, 1)
        out = self._dome(self.trunk, 26, 2.5)
        out = join(out, (head + 9 * smooth(0, 5, head)) * smooth(0, 1, self.masks["head"]), 5)
        out = join(out, (hind + 16 * smooth(0, 6, hind)) * smooth(90, 55, self.Y), 7)
        return join(out, (fore + 17 * smooth(0, 6, fore)) * smooth(88, 52, self.Y), 7)

    def _flow(self):
        """Return the direction the hair lies in: back and down, down the legs, off the nose."""
        angle = np.radians(194 + 20 * smooth(75, 45, self.Y))
        legs = np.maximum(self.near_legs, self.far_legs) * smooth(60, 42, self.Y)
        legs = np.clip(self._blur(legs, 2) * 1.3, 0, 1)
        angle = mix(angle, np.radians(262), legs)
        nose = self.outlines["head"][np.argmax(self.outlines["head"][:, 0])]
        face = np.mod(np.arctan2(self.Y - nose[1] - 1, self.X - nose[0] - 3), 2 * np.pi)
        angle = mix(angle, face, self.on_head)
        shape, rng = (self.h, self.w), self.rng
        wave = 0.16 * noise(shape, 7 * self.scale, rng) + 0.12 * noise(shape, 2.2 * self.scale, rng)
        return angle + wave

    def _fur(self):
        length, s = self.coat.hair, self.scale
        flow = self._flow()
        short = streaks(flow, self.rng, int(max(8, length * s * 2.1)))
        long = streaks(flow, self.rng, int(max(10, length * s * 3.6)))
        long = nd.gaussian_filter(long, 0.5 * s * min(length, 1.6))
        return short, long / long.std()

    def _hairy(self, m, amount: float):
        distance = signed_distance(m) / self.scale
        length = self.coat.hair * (0.35 + 0.65 * smooth(20, 55, self.Y))
        length = length * (1 - 0.75 * self.on_head) * amount
        hair = length * 0.42 * (self.short * 0.5 + self.long * 0.6)
        return smooth(-0.16, 0.16, distance + hair - 0.05 * length)

    def _near(self):
        near = np.maximum.reduce([self.trunk, self.hind, self.fore, self._any(*NEAR_HEAD)])
        fillet = smooth(0.42, 0.58, self._blur(near, 1.6))
        solid = self._blur(np.maximum(self.trunk, self.near_legs), 3) > 0.3
        near = self._hairy(np.maximum(near, fillet * solid), 0.9)
        for name in NEAR_HEAD[1:]:
            if name in self.masks:
                near = np.maximum(near, self.masks[name])
        return near

    def _shade(self, height):
        """Light the height field: a flash beside the lens, or the sky."""
        g = self._blur(height, 0.35)
        gy, gx = (0.8 * self.scale * d for d in np.gradient(g))
        nz = 1 / np.sqrt(1 + gx**2 + gy**2)
        light = (0.12, 0.62, 0.78) if self.day else (0.10, 0.22, 0.97)
        return np.clip(-gx * nz * light[0] + gy * nz * light[1] + nz * light[2], 0, 1)

    def _skin(self) -> Skin:
        body = self.masks["body"] > 0.5
        columns, has = np.arange(self.w), body.any(0)
        top = np.interp(columns, columns[has], body.argmax(0)[has])
        bottom = np.interp(columns, columns[has], (self.h - 1 - body[::-1].argmax(0))[has])
        top, bottom = (nd.gaussian_filter1d(v, 4 * self.scale) for v in (top, bottom))
        t = np.clip((bottom - self.yy) / (bottom - top + 1e-6), 0, 1)
        arc = np.arccos(np.clip(2 * t - 1, -1, 1)) * ((bottom - top) / self.scale / 2)[None, :]
        legs = self.near_legs
        on_body = self._blur(np.maximum(self.masks["body"], legs * smooth(44, 54, self.Y)), 0.8)
        skin = Skin(
            X=self.X, Y=self.Y, V=arc, t=t, scale=self.scale, rng=self.rng, masks=self.masks,
            outlines=self.outlines, near_legs=legs, far_legs=self.far_legs,
            on_body=np.clip(on_body, 0, 1), clear_of_legs=1 - 0.85 * self._blur(legs, 2),
            winter=self.winter, day=self.day,
        )  # fmt: skip
        skin.albedo = np.full((self.h, self.w), self.coat.albedo, np.float32)
        self.coat.painter(skin)
        return skin

    def render(self):
        """Return colour (one or three channels) and coverage."""
        self.short, self.long = self._fur()
        skin = self._skin()
        near, far = self._near(), self._hairy(self.far_legs, 0.6)
        bushy = 1.6 if self.coat.hair > 1.5 else 1.2
        tail = self._hairy(self.tail, bushy)
        height = self._heights()
        fur = 0.045 + 0.05 * min(self.coat.hair, 1.8)
        grain = 1 + fur * (self.short + 0.9 * self.long)
        low, gain = (0.42, 0.62) if self.day else (0.34, 0.70)
        hollow = 1 - 0.30 * np.clip(self._blur(height, 2.2) - height, 0, 4) / 4
        lit = low + gain * self._shade(np.where(near > 0.2, height, 0)) ** 1.1
        belly = 1 - 0.55 * self._blur(self.trunk, 6)

        def layer(albedo, light):
            base = skin.albedo if albedo is None else albedo
            return coloured(np.clip(base, 0, 1.2), self.ramp) * light[..., None]

        far_light = (0.30 + 0.62 * self._shade(self._dome(self.far_legs, 9, 0.8))) * belly * 0.72
        tail_light = low + 0.66 * self._shade(self._dome(self.tail, 6, 0.5))
        head_light = (0.35 + 0.5 * self._shade(self._dome(self.far_head, 4, 0.5))) * 0.75
        layers = (
            (layer(skin.far, far_light * grain), far),
            (layer(skin.far_head, head_light), self.far_head),
            (layer(skin.tail, tail_light * grain * 0.95), tail),
            (layer(None, lit * hollow * grain), near),
        )
        out, alpha = np.zeros((self.h, self.w, layers[0][0].shape[-1])), np.zeros((self.h, self.w))
        for image, m in layers:
            out = mix(out, image, m[..., None])
            alpha = np.maximum(alpha, m)
        if "tail" in self.outlines:
            root = self.outlines["tail"][:, 0].max()
            m = tail * smooth(root - 1, root - 13, self.X) * (alpha > 0)
            out = mix(out, layers[2][0], m[..., None])
        return self._eyes(np.clip(out, 0.01, 2), skin), alpha

    def _eyes(self, out, skin: Skin):
        """Add eye-shine at night or a dark eye with a glint by day, then whiskers."""
        x, y, rx, ry = skin.eye
        if self.day:
            out = mix(out, 0.04, skin.spot(x, y, rx, ry, 0, 0.3)[..., None])
            glint = skin.spot(x + 0.35, y + 0.4, rx * 0.3, ry * 0.3, 0, 0.5)
            out = mix(out, 0.9, glint[..., None])
        else:
            out = mix(out, 2.0, skin.spot(x, y, rx, ry, 0, 0.3)[..., None])
        for extra in skin.extras:
            value, amount = extra()
            out = mix(out, value, amount[..., None])
        return out

    def nodded(self, colour, alpha, degrees: float):
        """Turn head and neck about the neck pivot, nose down by `degrees`."""
        px, py = self.shape.neck
        dx, dy = self.X - px, self.Y - py
        weight = smooth(-10, 24, dx - 0.15 * dy) * smooth(-62, -30, dy)
        a = np.radians(degrees) * weight
        x = px + dx * np.cos(a) - dy * np.sin(a)
        y = py + dx * np.sin(a) + dy * np.cos(a)
        at = [(self.top - y) * self.scale, (x - self.left) * self.scale]
        turned = [
            nd.map_coordinates(colour[..., k], at, order=1, mode="nearest")
            for k in range(colour.shape[-1])
        ]
        return np.stack(turned, -1), nd.map_coordinates(alpha, at, order=1)
