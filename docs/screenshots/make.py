"""Take the pictures of the README from a running sample site: `python docs/screenshots/make.py http://127.0.0.1:8000`."""

import os
import re
import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).parent
SIZE = {"width": 1280, "height": 860}
MOST_BYTES = 120_000
QUALITIES = (82, 76, 70, 64)
# File name → path, and the pattern of the link to follow from there.
SHOTS = {
    "home-en": ("/en/", ""),
    "trail-ru": ("/ru/trails/leopards-lair/", ""),
    "gallery-zh-hans": ("/zh-hans/galleries/winter-on-the-ridge/", ""),
    "lesson-en": ("/en/schools/cats-and-forest/", r"/en/schools/cats-and-forest/[^/]+/[^/]+/$"),
}


def main(url: str) -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (path, link) in SHOTS.items():
            picture = as_webp(photograph(browser, url + path, link))
            (FOLDER / f"{name}.webp").write_bytes(picture)
            print(f"{name}.webp  {len(picture) // 1000} kB")


def photograph(browser: Browser, address: str, link: str) -> bytes:
    """Return the first window of a page as PNG, its pictures and fonts loaded."""
    page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
    page.goto(address, wait_until="networkidle")
    if link:
        links = page.eval_on_selector_all("main a", "links => links.map(link => link.href)")
        page.goto(next(one for one in links if re.search(link, one)), wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    picture = page.screenshot()
    page.close()
    return picture


def as_webp(png: bytes) -> bytes:
    """Return the picture as WebP, at the best quality that is small enough."""
    image = Image.open(BytesIO(png)).convert("RGB")
    for quality in QUALITIES:
        file = BytesIO()
        image.save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000")
