"""One thing that a page lacks before it may, or should, go out."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    MUST = "must", _("Must be mended before publishing")
    SHOULD = "should", _("Better mended, but one may publish")


@dataclass(frozen=True)
class Finding:
    """What is missing, where, and the way to mend it when it is not on the page itself."""

    code: str
    level: Level
    words: str
    where: str = ""
    url: str = ""
