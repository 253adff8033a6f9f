"""What a curator answers before a release, point by point, and what is done to every record, in RASD's terms.

A list that has been answered is never edited: other words are another version, and old answers keep theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ABSENT, THERE = "absent", "there"
ANSWERS = {ABSENT: gettext_lazy("not there"), THERE: gettext_lazy("there")}


@dataclass(frozen=True)
class Point:
    """One question about all frames that are to be shown. What `blocks` is never released, the rest with a reason."""

    code: str
    words: Promise
    blocks: bool = True


VERSIONS: dict[int, tuple[Point, ...]] = {
    1: (
        Point("strip", gettext_lazy("An information strip that can be read")),
        Point("landmark", gettext_lazy("A landmark: a rock, a tree, a place one could find again")),
        Point("ridge", gettext_lazy("A ridge line or the outline of a hill")),
        Point("river", gettext_lazy("A river bend or a shore")),
        Point("road", gettext_lazy("A road, a track or a bridge")),
        Point("tower", gettext_lazy("A tower, a pylon or a building")),
        Point("sign", gettext_lazy("A signpost, a number or writing")),
        Point("person", gettext_lazy("A person, or a part of one")),
        Point("vehicle", gettext_lazy("A vehicle")),
        Point("camera", gettext_lazy("A second camera, or a camera being set up")),
        Point("den", gettext_lazy("A den")),
        Point("cubs", gettext_lazy("Cubs"), blocks=False),
        Point("collar", gettext_lazy("A collar or a tag"), blocks=False),
        Point("injury", gettext_lazy("An injury"), blocks=False),
    )
}
CURRENT = max(VERSIONS)

# Terms of the TDWG vocabulary of restrictions on sensitive species (RASD); they hold for every visit alike.
TREATMENTS = {
    "withhold record attributes": gettext_lazy(
        "Coordinates, names of cameras and places, comments and file data are withheld: they are not kept at all."
    ),
    "generalise locality": gettext_lazy("The locality is generalised to a side and a large zone."),
    "date to month": gettext_lazy("The date is generalised to month and time of day."),
    "embargo record": gettext_lazy("The record is under embargo after the month of capture."),
}


def all_absent() -> dict[str, str]:
    """Return the answers of somebody who has found nothing that is asked for."""
    return {point.code: ABSENT for point in VERSIONS[CURRENT]}


def answered(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the answers with the words they were given to. Raises ValidationError for a gap or what blocks."""
    found = []
    for point in VERSIONS[CURRENT]:
        answer = answers.get(point.code)
        if answer not in ANSWERS:
            raise ValidationError(
                _("“%(point)s”: say whether it is there.") % {"point": point.words}
            )
        if answer == THERE and point.blocks:
            raise ValidationError(
                _("“%(point)s”: hide the frame, cut it, or refuse.") % {"point": point.words}
            )
        found.append({"point": point.code, "words": str(point.words), "answer": answer})
    return found


def treated() -> list[dict[str, str]]:
    """Return what is done to every record, term and words."""
    return [{"term": term, "words": str(words)} for term, words in TREATMENTS.items()]
