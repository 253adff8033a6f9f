"""What the lens and the sensor do to a picture: bloom, vignette, tone curve, grain."""

import numpy as np
from PIL import Image, ImageFilter
from scipy import ndimage as nd

from .lights import H, W


def developed(image: np.ndarray, day: bool, rng: np.random.Generator) -> Image.Image:
    """Turn linear light (one or three channels) into a finished picture."""
    yy, xx = np.mgrid[:H, :W]
    bloom = np.clip(image - 0.85, 0, 2)
    glow = 0.55 * _blur(bloom, 4) + 0.35 * _blur(bloom, 13)
    hot = np.exp(-(((xx - W / 2) / (W * 0.56)) ** 2 + ((yy - H * 0.56) / (H * 0.66)) ** 2))
    if day:
        image = _blur(image + 0.4 * glow, 0.7) * (0.80 + 0.22 * hot)[..., None]
        image = (1 - np.exp(-1.25 * image)) / (1 - np.exp(-1.25))
        image = np.clip(image, 0, 1) ** 0.95
        amount = 0.013
    else:
        image = _blur((image + glow) * (0.35 + 0.75 * hot)[..., None] + 0.012, 0.8)
        image = (1 - np.exp(-1.75 * image)) / (1 - np.exp(-1.75))
        image = np.clip(image, 0, 1) ** 0.80
        amount = 0.020
    grain = amount * nd.gaussian_filter(rng.standard_normal((H, W)), 0.7) / 0.5
    grain = grain + 0.004 * rng.standard_normal((H, 1))
    image = np.clip(image + grain[..., None] * (1.15 - 0.5 * image), 0, 1)
    pixels = (image * 255).round().astype(np.uint8)
    picture = Image.fromarray(pixels if day else pixels[..., 0])
    return picture.filter(ImageFilter.UnsharpMask(1.6, 60, 2))


def _blur(image, sigma: float):
    return nd.gaussian_filter(image, (sigma, sigma, 0))
