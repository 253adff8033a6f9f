"""What an animal does on a visit, in few kinds to look for; the words of the visit itself stay as they were written."""

from functools import cache

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from content.cameratraps.camtrapdp.behaviours import COLUMNS, KNOWN
from content.cameratraps.models import Event


class Doing(models.TextChoices):
    MOVING = "moving", _("on the move")
    EATING = "eating", _("looking for food or eating")
    WATCHING = "watching", _("standing and watching out")
    RESTING = "resting", _("resting")
    MARKING = "marking", _("marking and rubbing")
    TOGETHER = "together", _("with others of its kind")


_KINDS = {
    Doing.MOVING: "walking moving running swimming",
    Doing.EATING: "eating foraging grazing hunting drinking",
    Doing.WATCHING: "standing vigilance sniffing",
    Doing.RESTING: "resting sleeping",
    Doing.MARKING: "marking rubbing",
    Doing.TOGETHER: "playing grooming nursing mating fighting calling",
}
# Words that people write besides those of packages.
_ALSO = {
    Doing.MOVING: ("trotting", "рысью", "идёт", "бежит", "小跑"),
    Doing.EATING: ("feeding", "foraging", "ест", "кормится", "觅食", "进食"),
    Doing.WATCHING: ("alert", "стоит", "警觉", "站立"),
    Doing.RESTING: ("отдыхает", "лежит", "休息"),
    Doing.MARKING: ("scent-marking", "метит", "标记"),
    Doing.TOGETHER: ("играет", "玩耍"),
}


def doing_of(event: Event) -> str:
    """Return the kind of what a visit tells, by the first word of it that is known; nothing when none is."""
    texts = [(getattr(event, column) or "").lower() for column in COLUMNS.values()]
    return next((found for text in texts if (found := _first_in(text))), "")


def _first_in(text: str) -> str:
    places = [(text.find(word), doing) for word, doing in _words().items() if word in text]
    return min(places)[1].value if places else ""


@cache
def _words() -> dict[str, Doing]:
    """Return every known word, in every language, with its kind."""
    found = {word: doing for doing, words in _ALSO.items() for word in words}
    for language in COLUMNS:
        with override(language):
            for doing, names in _KINDS.items():
                found |= {str(KNOWN[name]).lower(): doing for name in names.split()}
    return found
