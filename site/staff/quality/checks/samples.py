"""Whether sample content would go out on a real site. The sample site itself is made of it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from content.base.models import SiteSettings
from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject
from staff.quality.walking import said


def check_samples(subject: Subject) -> Iterator[Finding]:
    if SiteSettings.load().is_sample_site:
        return
    if getattr(subject.page, "is_sample", False):
        yield Finding("sample", Level.SHOULD, _("The page is marked as sample content."))
        return
    for picture, link in subject.pictures:
        if picture.is_sample:
            words = _("“%(title)s” is a sample picture.") % {"title": picture.title}
            yield Finding("sample_picture", Level.SHOULD, words, said(link.way))
