"""What keeps a translation from going live. A language never goes live half."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from staff.translating.pages import Progress, progress_of


def obstacles_of(translation: Translation, progress: Progress | None = None) -> list[str]:
    """Return why a translation cannot be submitted or published yet, in the reader's language; empty: it can."""
    progress = progress or progress_of(translation)
    reasons = []
    if progress.left:
        reasons.append(_left(progress.left))
    if progress.unread:
        reasons.append(_unread(progress.unread))
    if was_taken_down(original_page(translation)):
        reasons.append(
            _(
                "The original was taken down meanwhile. Its translation waits until the original is "
                "public again, or stop the synchronised translation to keep this page on its own."
            )
        )
    return reasons


def original_page(translation: Translation) -> Page | None:
    """Return the page a translation is made from."""
    source = translation.source
    return Page.objects.filter(translation_key=source.object_id, locale=source.locale_id).first()


def was_taken_down(original: Page | None) -> bool:
    """Say whether an original was public once and is no more."""
    return bool(original and original.first_published_at and not original.live)


def _left(left: int) -> str:
    return ngettext(
        "%(left)d text is not translated yet. Finish it first.",
        "%(left)d texts are not translated yet. Finish them first.",
        left,
    ) % {"left": left}


def _unread(unread: int) -> str:
    return ngettext(
        "%(unread)d text was drafted by a machine and read by nobody. Read it first.",
        "%(unread)d texts were drafted by a machine and read by nobody. Read them first.",
        unread,
    ) % {"unread": unread}
