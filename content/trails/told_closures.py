"""A closure in words, in the active language: on pages, in the feed and in lists alike."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.facts import FactText, fact_text
from content.base.formats import colon_after, format_date
from content.trails.models import Closure, ClosureReason


def title_of(closure: Closure, *, is_coming: bool = False) -> str:
    """Return for example “This trail is closed: fire danger”."""
    if closure.area_id:
        text = (
            _("All trails of “%(area)s” will be closed")
            if is_coming
            else _("All trails of “%(area)s” are closed")
        ) % {"area": fact_text(closure.area, "name").text}
    else:
        text = _("Will be closed") if is_coming else _("This trail is closed")
    return f"{text}{colon_after(text)}{closure.get_reason_display()}"


def days_of(closure: Closure) -> str:
    """Return from which to which day a closure holds, in a sentence."""
    first = format_date(closure.starts_on)
    if closure.ends_on is None:
        return _("From %(first)s until further notice.") % {"first": first}
    return _("From %(first)s to %(last)s, both days included.") % {
        "first": first,
        "last": format_date(closure.ends_on),
    }


def words_of(closure: Closure) -> FactText:
    """Return what visitors read: the words of the staff, else the phrase prepared for the reason."""
    own = fact_text(closure, "text")
    return own if own.text else FactText(phrase_for(closure.reason), get_language() or "en")


def phrase_for(reason: str) -> str:
    """Return the prepared phrase of a reason in the active language; empty where nothing can be said beforehand."""
    return {
        ClosureReason.FIRE: _("The forest may burn. Do not enter it, and make no fire anywhere."),
        ClosureReason.FLOOD: _("Streams are high. Fords and bridges cannot be crossed safely."),
        ClosureReason.TYPHOON: _("Strong wind and rain are expected; trees may fall."),
        ClosureReason.PREDATOR: _(
            "A tiger or leopard stays near the path. We leave it in peace until it has moved on."
        ),
        ClosureReason.BORDER: _("By order of the border service nobody may enter for the time."),
        ClosureReason.WORKS: _("The path is being repaired."),
    }.get(ClosureReason(reason), "")
