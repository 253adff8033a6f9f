"""Saying how many texts were done, and how many were not."""

from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin import messages


def tell_counts(request: HttpRequest, done: tuple[Promise, int], left: tuple[Promise, int]) -> None:
    """Say both numbers in their words, which ask for `count`; nothing of a number that is 0."""
    for tell, (words, count) in ((messages.success, done), (messages.warning, left)):
        if count:
            tell(request, words % {"count": count})
