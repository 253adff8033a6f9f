from django import template

from content.notices.queries import ShownNotice, notices_on

register = template.Library()


@register.simple_tag
def urgent_notices(page=None) -> list[ShownNotice]:
    """Return the urgent notices of a page; of a view without one, all that hold."""
    return notices_on(page or None)
