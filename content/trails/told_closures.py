"""A closure in words, in the active language: on pages, in the feed and in lists alike."""

from django.utils.translation import gettext as _

from content.base.facts import FactText, fact_text
from content.base.formats import colon_after, format_date
from content.trails.models import Closure


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
    return f"{text}{colon_after(text)}{reason_of(closure)}"


def days_of(closure: Closure) -> str:
    """Return from which to which day a closure holds, in a sentence."""
    first = format_date(closure.starts_on)
    if closure.ends_on is None:
        return _("From %(first)s until further notice.") % {"first": first}
    return _("From %(first)s to %(last)s, both days included.") % {
        "first": first,
        "last": format_date(closure.ends_on),
    }


def reason_of(closure: Closure) -> str:
    """Return why a place is closed, in a few words of the active language."""
    return fact_text(closure.reason, "name").text


def words_of(closure: Closure) -> FactText:
    """Return what visitors read: the words of the staff, else the sentence prepared for the reason."""
    own = fact_text(closure, "text")
    return own if own.text else fact_text(closure.reason, "phrase")
