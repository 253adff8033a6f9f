from django import template

from content.cameratraps.camtrapdp.found import found_text

register = template.Library()


@register.filter
def found_by_machine(frame) -> str:
    """Return what a machine found in a frame."""
    return found_text(frame.detections)
