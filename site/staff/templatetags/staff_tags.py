from django import template

from staff.translations import Handover, handover_of

register = template.Library()


@register.simple_tag(takes_context=True)
def handover(context) -> Handover | None:
    """Return how far the page in the translation editor is; None for a fact, which nobody moderates."""
    if not context.get("is_page"):
        return None
    return handover_of(context["translation"], context["instance"], context["request"].user)
