"""What a page says of itself: title, summary, headings, body."""

import re
from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.routable_page.models import RoutablePageMixin

from content.base.blocks.text import HeadingBlock
from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject
from staff.quality.walking import Leaf, said

# A title longer than this is cut on cards and in search engines; a Chinese sign is as wide as two letters.
LONGEST_TITLE = {"zh-hans": 36}
LONGEST_ELSEWHERE = 80
RICH_HEADING = re.compile(r"<h[2-4][^>]*>(.*?)</h[2-4]>", re.DOTALL)


def check_summary(subject: Subject) -> Iterator[Finding]:
    if hasattr(subject.page, "summary") and not subject.text("summary"):
        yield Finding(
            "summary", Level.SHOULD, _("There is no summary: cards and search show nothing.")
        )


def check_title(subject: Subject) -> Iterator[Finding]:
    longest = LONGEST_TITLE.get(subject.language, LONGEST_ELSEWHERE)
    length = len(subject.text("title"))
    if length > longest:
        words = _("The title has %(length)d signs; after %(longest)d it is cut on cards.")
        yield Finding("title", Level.SHOULD, words % {"length": length, "longest": longest})


def check_body(subject: Subject) -> Iterator[Finding]:
    page = subject.page
    if not hasattr(page, "body") or isinstance(page, RoutablePageMixin) or len(page.body):
        return
    lists_pages = (page.pk and not page.is_leaf()) or type(page).max_count_per_parent == 1
    if not lists_pages:
        yield Finding("body", Level.SHOULD, _("The page has no content."))


def check_headings(subject: Subject) -> Iterator[Finding]:
    for leaf in subject.leaves:
        if _is_empty_heading(leaf):
            yield Finding("heading", Level.SHOULD, _("A heading has no words."), said(leaf.way))


def _is_empty_heading(leaf: Leaf) -> bool:
    if isinstance(leaf.parent, HeadingBlock):
        return not str(leaf.value or "").strip()
    rich = isinstance(leaf.holder, blocks.RichTextBlock) and RICH_HEADING.findall(leaf.value or "")
    return any(not strip_tags(words).strip() for words in rich or ())
