"""Words that every section shares."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SideCode(models.TextChoices):
    """The two sides of the border, by ISO 3166-1 code."""

    RU = "RU", _("Russian side")
    CN = "CN", _("Chinese side")


# The collections of pictures and files of each side, by their stored names.
OWN_SHELF = {SideCode.RU: "Russian side", SideCode.CN: "Chinese side"}


class Licence(models.TextChoices):
    """Under which terms a picture or file may be used again."""

    RESERVED = "reserved", _("All rights reserved")
    CC_BY = "CC-BY-4.0", _("Creative Commons Attribution 4.0")
    CC_BY_SA = "CC-BY-SA-4.0", _("Creative Commons Attribution-ShareAlike 4.0")
    CC_BY_NC = "CC-BY-NC-4.0", _("Creative Commons Attribution-NonCommercial 4.0")
    CC0 = "CC0-1.0", _("Public domain (CC0)")


LICENCE_URLS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC_BY_NC: "https://creativecommons.org/licenses/by-nc/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}

MONTHS = [
    (1, _("January")),
    (2, _("February")),
    (3, _("March")),
    (4, _("April")),
    (5, _("May")),
    (6, _("June")),
    (7, _("July")),
    (8, _("August")),
    (9, _("September")),
    (10, _("October")),
    (11, _("November")),
    (12, _("December")),
]
