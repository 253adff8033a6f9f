"""Words of the camera-trap trade; names and values follow Camtrap DP where it has them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Band(models.TextChoices):
    """The time of day of a visit: all that is kept of the clock."""

    NIGHT = "night", _("night")
    DAWN = "dawn", _("dawn")
    DAY = "day", _("day")
    DUSK = "dusk", _("dusk")


class Season(models.TextChoices):
    WINTER = "winter", _("winter")
    SPRING = "spring", _("spring")
    SUMMER = "summer", _("summer")
    AUTUMN = "autumn", _("autumn")


MONTHS_OF = {
    Season.WINTER: (12, 1, 2),
    Season.SPRING: (3, 4, 5),
    Season.SUMMER: (6, 7, 8),
    Season.AUTUMN: (9, 10, 11),
}


def season_of(month: int) -> Season:
    """Return the meteorological season of a month (1–12)."""
    return next(season for season, months in MONTHS_OF.items() if month in months)


class ObservationType(models.TextChoices):
    ANIMAL = "animal", _("animal")
    HUMAN = "human", _("person")
    VEHICLE = "vehicle", _("vehicle")
    BLANK = "blank", _("nothing")
    UNKNOWN = "unknown", _("unknown")
    UNCLASSIFIED = "unclassified", _("not looked at yet")


class LifeStage(models.TextChoices):
    ADULT = "adult", _("adult")
    SUBADULT = "subadult", _("subadult")
    JUVENILE = "juvenile", _("juvenile")


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")


class Stage(models.TextChoices):
    """How far a visit has come on the desk of its own side."""

    NEW = "new", _("not looked at yet")
    READY = "ready", _("handed on to both sides")
    ASIDE = "aside", _("set aside")
