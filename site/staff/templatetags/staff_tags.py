from django import template
from django.urls import reverse

from staff.handbook.chapters import chapter_of
from staff.lists.intros import intro_of
from staff.translating.editor import Workbench, workbench

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_workbench(context) -> Workbench | None:
    """Return what is told of the page in the translation editor; None for a fact, which nobody moderates."""
    if not context.get("is_page"):
        return None
    return workbench(context["request"], context["translation"], context["instance"])


@register.simple_tag(takes_context=True)
def handbook_address(context) -> str:
    """Return the page of the handbook about the screen at hand; nothing on the handbook's own."""
    match = getattr(getattr(context, "request", None), "resolver_match", None)
    name = match.view_name if match else ""
    return "" if name.startswith("handbook") else reverse("handbook_page", args=[chapter_of(name)])


@register.simple_tag(takes_context=True)
def list_intro(context) -> str:
    """Return the sentence above the list at hand; nothing where none is needed."""
    match = context["request"].resolver_match
    return str(intro_of(match.view_name)) if match else ""
