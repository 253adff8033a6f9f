"""What lens, sensor and the camera's own small processor do to a picture."""

import io

import numpy as np
from PIL import Image
from scipy import ndimage as nd

from .weather import raining, snowing

W, H = 1280, 960


def developed(image: np.ndarray, night: bool, weather: str, exposure: float, rng) -> Image.Image:
    """Turn linear light (H, W, 3) into a finished picture."""
    image = image.astype(np.float32) * exposure
    if weather == "snowfall":
        image = snowing(image, night, rng)
    if weather == "rain":
        image = raining(image, night, rng)
    image = _lens(image, night)
    image = _infrared(image) if night else _colour(image, weather)
    image = _sensor(image, night, rng)
    return _stored(image, 74 if night else 70)


def _lens(image, night: bool):
    """Spread bright light, soften the corners, darken towards them."""
    bloom = np.clip(image - 0.9, 0, 2.5)
    image = (
        image
        + 0.22 * _blur(bloom, 3)
        + 0.14 * _blur(bloom, 12)
        + 0.02 * _blur(np.minimum(image, 2), 40)
    )
    yy, xx = np.mgrid[:H, :W]
    r2 = (((xx - W / 2) / (W / 2)) ** 2 + ((yy - H / 2) / (H / 2)) ** 2)[..., None].astype(
        np.float32
    )
    image = image * (1 - (0.20 if night else 0.16) * r2**1.2)
    soft = nd.gaussian_filter(image, (1.6, 1.6, 0))
    corner = np.clip(0.55 * r2 - 0.25, 0, 0.8)
    return image * (1 - corner) + soft * corner


def _infrared(image):
    """Return one grey tone with deep blacks."""
    image = 1 - np.exp(-1.5 * image.mean(2, keepdims=True))
    image = np.clip(image, 0, 1) ** (1 / 2.0)
    image = image + 0.32 * (image - 0.5) * (1 - np.abs(2 * image - 1))
    return image * np.clip(0.25 + image * 6, 0, 1)


def _colour(image, weather: str):
    """Return the flat, slightly magenta colour of cheap optics; bright places clip."""
    grey = image.mean(2, keepdims=True)
    image = image * np.array((1.005, 0.985, 1.025), np.float32)
    image = grey + (image - grey) * 0.80
    image = 1.06 * (1 - np.exp(-1.35 * np.clip(image, 0, None)))
    image = np.clip(image, 0, 1) ** (1 / 2.2)
    firm = 0.62 if weather == "clear" else 0.36
    image = image + firm * (image - 0.41) * (1 - np.abs(2 * image - 1))
    return 0.014 + 1.03 * np.clip(image - 0.012, 0, None)


def _sensor(image, night: bool, rng):
    """Add noise, then smear and sharpen it as the camera does."""
    grain = rng.standard_normal((H, W), np.float32) * (0.042 if night else 0.020)
    grain = nd.gaussian_filter(grain, 0.6) + (0.003 * rng.standard_normal((H, 1), np.float32))
    level = image.mean(2)
    dark = np.clip(level * 5, 0.25, 1) if night else 1.0
    image = image + (grain * dark * (1.25 - 0.75 * level))[..., None]
    if not night:
        chroma = (
            nd.gaussian_filter(rng.standard_normal((H, W, 3), np.float32), (2.5, 2.5, 0)) * 0.035
        )
        image = image + (chroma - chroma.mean(2, keepdims=True)) * (1.2 - level)[..., None]
    image = _resized(_resized(image, W * 3 // 4, H * 3 // 4), W, H)
    halo = nd.gaussian_filter(image, (1.7, 1.7, 0))
    return image + 0.55 * (image - halo)


def _stored(image, quality: int) -> Image.Image:
    """Return the picture as it comes from the camera's card: a JPEG."""
    if image.shape[2] == 1:
        image = image.repeat(3, 2)
    picture = Image.fromarray((np.clip(image, 0, 1) * 255).round().astype(np.uint8))
    store = io.BytesIO()
    picture.save(store, "JPEG", quality=quality, subsampling=2)
    return Image.open(store).convert("RGB")


def _blur(image, sigma: float):
    """Blur, at a quarter of the size when nothing finer is left to see."""
    if sigma < 6:
        return nd.gaussian_filter(image, (sigma, sigma, 0), truncate=3)
    small = image.reshape(H // 4, 4, W // 4, 4, -1).mean((1, 3))
    return _resized(nd.gaussian_filter(small, (sigma / 4, sigma / 4, 0), truncate=3), W, H)


def _resized(image, width: int, height: int):
    """Return a picture of floats in another size."""
    size = (width, height)
    bands = [
        Image.fromarray(np.ascontiguousarray(image[..., k], np.float32))
        for k in range(image.shape[2])
    ]
    return np.stack(
        [np.asarray(band.resize(size, Image.Resampling.BILINEAR)) for band in bands], -1
    )
