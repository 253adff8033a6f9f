"""Whether those who cannot see the pictures, and those who read another language, are told what is on them."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.images.permissions import permission_policy

from content.base.models import Image
from content.base.panels import translated_fields
from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject
from staff.quality.walking import said


def check_alternatives(subject: Subject) -> Iterator[Finding]:
    """Ask for words in the page's language; of those who may not write them, only as a wish."""
    for picture, link in subject.pictures:
        if picture.is_decorative or getattr(picture, f"alt_{subject.column}"):
            continue
        may_write = _may_change(subject, picture)
        yield Finding(
            "alternative",
            Level.MUST if may_write else Level.SHOULD,
            _("The picture “%(title)s” has no text alternative in the language of the page.")
            % {"title": picture.title},
            said(link.way),
            _edit_url(picture) if may_write else "",
        )


def check_captions(subject: Subject) -> Iterator[Finding]:
    """Look for captions that exist, but not in the page's language, and are not written on the page itself."""
    spoken_for = {
        int(leaf.siblings["image"])
        for leaf in subject.leaves
        if leaf.name == "caption" and leaf.value and (leaf.siblings or {}).get("image")
    }
    for picture, link in subject.pictures:
        told = any(getattr(picture, column) for column in translated_fields("caption"))
        if not told or picture.pk in spoken_for or getattr(picture, f"caption_{subject.column}"):
            continue
        yield Finding(
            "caption",
            Level.SHOULD,
            _("The caption of “%(title)s” is not translated.") % {"title": picture.title},
            said(link.way),
            _edit_url(picture) if _may_change(subject, picture) else "",
        )


def _may_change(subject: Subject, picture: Image) -> bool:
    user = subject.user
    return user is None or permission_policy.user_has_permission_for_instance(
        user, "change", picture
    )


def _edit_url(picture: Image) -> str:
    return reverse("wagtailimages:edit", args=[picture.pk])
