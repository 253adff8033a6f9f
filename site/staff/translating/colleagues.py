"""Two people at one translation: each is told of the other, and nobody writes over a text they have not seen."""

from datetime import datetime, timedelta

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from staff.models import User

LATELY = timedelta(minutes=15)
SEEN = "translating_seen"  # in the session: translation or text → until when its texts are known


def note_seen(request: HttpRequest, translation: Translation) -> None:
    """Remember that a person has just been shown all texts of a translation."""
    seen = request.session.get(SEEN, {})
    seen = {key: when for key, when in seen.items() if not key.startswith(f"{translation.pk}/")}
    request.session[SEEN] = seen | {str(translation.pk): timezone.now().isoformat()}


def others_at_work(translation: Translation, user: User) -> list[User]:
    """Return the colleagues who have written in this translation in the last minutes."""
    lately = StringTranslation.objects.filter(
        locale=translation.target_locale_id,
        context__object_id=translation.source.object_id,
        updated_at__gte=timezone.now() - LATELY,
        last_translated_by__isnull=False,
    ).exclude(last_translated_by=user)
    return list(User.objects.filter(pk__in=lately.values("last_translated_by")).order_by("pk"))


def unseen_text(
    request: HttpRequest, translation: Translation, segment: StringSegment, words: str
) -> StringTranslation | None:
    """Return the text a colleague wrote meanwhile and this person has not been shown; None when there is none.

    It counts as shown from then on: who saves again replaces it knowingly.
    """
    text = StringTranslation.objects.filter(
        translation_of=segment.string_id,
        context=segment.context_id,
        locale=translation.target_locale_id,
    ).first()
    if text is None or text.data == words or text.last_translated_by_id in (None, request.user.pk):
        return None
    if text.updated_at <= _seen(request, translation, segment):
        return None
    seen = request.session.get(SEEN, {})
    request.session[SEEN] = seen | {_key(translation, segment): timezone.now().isoformat()}
    return text


def _key(translation: Translation, segment: StringSegment) -> str:
    return f"{translation.pk}/{segment.pk}"


def _seen(request: HttpRequest, translation: Translation, segment: StringSegment) -> datetime:
    """Return until when this person knows the text; one who never opened the editor knows it as it is."""
    seen = request.session.get(SEEN, {})
    known = [seen.get(str(translation.pk)), seen.get(_key(translation, segment))]
    return max((parse_datetime(when) for when in known if when), default=timezone.now())


def told_of(text: StringTranslation, words: str) -> str:
    """Say who wrote meanwhile, and give back what was typed, so that nothing is lost."""
    return _(
        "%(name)s has written this text meanwhile. Yours was: “%(words)s”. Save again to put it in its place."
    ) % {"name": text.last_translated_by.get_full_name() or text.last_translated_by, "words": words}
