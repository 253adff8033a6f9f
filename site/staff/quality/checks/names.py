"""Names that are never told."""

from collections.abc import Iterator

from content.base.private_names import private_names_in, told_in_words
from staff.quality.checks.finding import Finding, Level
from staff.quality.checks.subject import Subject
from staff.quality.walking import said


def check_private_names(subject: Subject) -> Iterator[Finding]:
    """Hold back a page that names a place staff keep secret."""
    texts = [leaf for leaf in subject.leaves if isinstance(leaf.value, str)]
    if not private_names_in(*(leaf.value for leaf in texts)):
        return
    for leaf in texts:
        if names := private_names_in(leaf.value):
            yield Finding("private name", Level.MUST, told_in_words(names), said(leaf.way))
