"""Draw the sample pictures again: `python -m content.demo.art frames|banners|portraits [part of a name …]`.

Run from the top of the checkout with the packages of `content/demo/art/requirements.txt`.
`--jobs 2` draws in two processes; the same seeds give the same pictures.
"""

import argparse
import time
from itertools import groupby
from multiprocessing import Pool

from .files import save
from .footage import Sequence, planned

FRAME_BYTES = 210_000
BANNER_BYTES = 100_000
TALL_BYTES = 82_000
PORTRAIT_BYTES = 130_000


def draw_frames(sequences: list[Sequence]) -> None:
    """Draw sequences that share a station and season, so that its backdrop is drawn once."""
    from .trail.frames import frame

    for sequence in sequences:
        for number, name in enumerate(sequence.frames):
            started = time.monotonic()
            size = save(frame(sequence, number), "frames", name, FRAME_BYTES)
            print(f"{name}: {size // 1000} kB, {time.monotonic() - started:.1f} s", flush=True)


def draw_banner(work: tuple[str, bool]) -> None:
    """Draw one banner for wide or for tall screens."""
    from .banners import banner

    (key, tall), started = work, time.monotonic()
    folder, largest = ("tall/banners", TALL_BYTES) if tall else ("banners", BANNER_BYTES)
    size = save(banner(key, tall=tall), folder, key, largest)
    print(f"{folder}/{key}: {size // 1000} kB, {time.monotonic() - started:.1f} s", flush=True)


def draw_portrait(slug: str) -> None:
    """Draw the portrait of one species."""
    from .portraits import portrait

    started = time.monotonic()
    size = save(portrait(slug), "portraits", slug, PORTRAIT_BYTES)
    print(f"{slug}: {size // 1000} kB, {time.monotonic() - started:.1f} s", flush=True)


def _wanted(names: list[str], parts: list[str]) -> list[str]:
    return [name for name in names if not parts or any(part in name for part in parts)]


def main() -> None:
    """Parse the command line and draw."""
    parser = argparse.ArgumentParser(prog="python -m content.demo.art", description=__doc__)
    parser.add_argument("what", choices=["frames", "banners", "portraits"])
    parser.add_argument(
        "parts", nargs="*", help="parts of gallery, sequence, banner or species names"
    )
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    if options.what == "frames":

        def scene(sequence: Sequence):
            return (sequence.gallery, sequence.station, sequence.camera)

        plan = [s for s in planned() if _wanted([f"{s.gallery}/{s.id}"], options.parts)]
        work = [list(group) for _, group in groupby(sorted(plan, key=scene), scene)]
        job = draw_frames
    elif options.what == "banners":
        from .banners import SCENES

        keys = _wanted(list(SCENES), options.parts)
        work, job = [(key, tall) for key in keys for tall in (False, True)], draw_banner
    else:
        from .portraits import PORTRAITS

        work, job = _wanted(list(PORTRAITS), options.parts), draw_portrait
    with Pool(options.jobs) as pool:
        pool.map(job, work, chunksize=1)


if __name__ == "__main__":
    main()
