"""What a page lacks before it goes out: the checklist beside the editor, and the doors that hold it back."""

from wagtail.models import Page

from content.base.models import BasePage
from staff.models import User
from staff.quality.checks import links, names, pictures, samples, texts, translation
from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject

__all__ = ["Finding", "Level", "check_page", "what_must_be_mended"]

CHECKS = (
    pictures.check_alternatives,
    links.check_links,
    texts.check_summary,
    texts.check_body,
    texts.check_headings,
    texts.check_title,
    pictures.check_captions,
    translation.check_translation,
    samples.check_samples,
    names.check_private_names,
)


def check_page(page: Page, user: User | None = None) -> list[Finding]:
    """Return what a page lacks as it stands in memory, what must be mended first."""
    if not isinstance(page, BasePage):
        return []
    subject = Subject(page, user)
    found = [finding for check in CHECKS for finding in check(subject)]
    return sorted(found, key=lambda finding: finding.level != Level.MUST)


def what_must_be_mended(page: Page, user: User | None = None) -> list[Finding]:
    """Return what keeps a page from being published or submitted by this person."""
    return [finding for finding in check_page(page, user) if finding.level == Level.MUST]
