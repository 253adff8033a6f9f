"""What may be done to a trail."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from content.trails.tracks import Track, measure

if TYPE_CHECKING:
    from content.trails.models import Trail


def set_track(trail: "Trail", track: Track) -> None:
    """Give an unsaved or saved trail its line and the numbers that follow from it; the caller saves."""
    numbers = measure(track)
    trail.track = [list(point) for point in track]
    for name, value in asdict(numbers).items():
        setattr(trail, name, value)


def remove_track(trail: "Trail") -> None:
    """Take the line away; the numbers stay as they are. The caller saves."""
    trail.track = []
    trail.is_sample_track = False
