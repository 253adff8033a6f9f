"""What a machine found in a frame, in words for staff: how much of what, and how sure it was."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from content.base.formats import colon_after, comma, semicolon
from content.cameratraps.choices import ObservationType

SURE = 0.5  # the machine is rather sure
KINDS = (ObservationType.ANIMAL, ObservationType.HUMAN, ObservationType.VEHICLE)


def found_text(detections: Iterable[dict]) -> str:
    """Return a line such as “animal: 2, surest 93 %”; empty where nothing was found."""
    parts = []
    for kind in KINDS:
        sureness = [one["confidence"] or 0 for one in detections if one["category"] == kind]
        if sureness:
            surest = _("surest %(percent)d %%") % {"percent": round(max(sureness) * 100)}
            label = str(kind.label)
            parts.append(f"{label}{colon_after(label)}{len(sureness)}{comma()}{surest}")
    return semicolon().join(parts)


def tally_boxes(detections: Iterable[dict]) -> dict[str, int]:
    """Return how many boxes there are of each kind, and of how many of them the machine is rather sure."""
    numbers: dict[str, int] = {}
    for one in detections:
        if one["category"] in KINDS:
            names = [f"boxes_{one['category']}"]
            if (one["confidence"] or 0) >= SURE:
                names.append(f"sure_{one['category']}")
            for name in names:
                numbers[name] = numbers.get(name, 0) + 1
    return numbers
