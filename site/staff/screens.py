"""The screens of records under /staff/ that are no pages."""

from django.urls import get_resolver
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.base import ViewSet


def registered_viewsets() -> list[ViewSet]:
    """Return what has screens.

    Wagtail fills its registry when the addresses are read. Filling it once more would register every screen and its
    hooks a second time, and the form of a group takes the longer the more of them there are.
    """
    _ = get_resolver().url_patterns
    return viewsets.viewsets
