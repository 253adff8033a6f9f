"""Behaviours that packages name by one word, in our languages; other words stay outside: they could say anything."""

from functools import cache

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from content.base.formats import comma

KNOWN = {
    "calling": _("calling"),
    "drinking": _("drinking"),
    "eating": _("eating"),
    "feeding": _("eating"),
    "fighting": _("fighting"),
    "foraging": _("looking for food"),
    "grazing": _("grazing"),
    "grooming": _("grooming"),
    "hunting": _("hunting"),
    "marking": _("marking"),
    "mating": _("mating"),
    "moving": _("moving"),
    "nursing": _("suckling"),
    "playing": _("playing"),
    "resting": _("resting"),
    "rubbing": _("rubbing"),
    "running": _("running"),
    "scentmarking": _("marking"),
    "sleeping": _("sleeping"),
    "sniffing": _("sniffing"),
    "standing": _("standing"),
    "swimming": _("swimming"),
    "vigilance": _("watching out"),
    "vigilant": _("watching out"),
    "walking": _("walking"),
}
COLUMNS = {"en": "behaviour_en", "ru": "behaviour_ru", "zh-hans": "behaviour_zh_hans"}


def known_behaviours(given: str | None) -> str:
    """Return those of the behaviours in a list parted by `|` that are known, in order and parted likewise."""
    words = (
        word.strip().lower().replace(" ", "").replace("-", "") for word in (given or "").split("|")
    )
    return "|".join(dict.fromkeys(word for word in words if word in KNOWN))


@cache
def in_all_languages(known: str) -> dict[str, str]:
    """Return the columns of a visit that say these behaviours."""
    columns = {}
    for language, column in COLUMNS.items():
        with override(language):
            texts = dict.fromkeys(str(KNOWN[word]) for word in known.split("|") if word)
            columns[column] = comma().join(texts)[:120]
    return columns
