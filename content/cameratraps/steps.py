"""The last steps of one person at the desk, kept in their session, so that each can be undone."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from content.cameratraps.curating import own_visit
from content.cameratraps.deciding import ReleaseError, note
from content.cameratraps.models import Event, Media

KEY = "desk_steps"
KEPT = 20
_OF_EVENT = [
    "observation_type",
    "species_id",
    "count",
    "sex",
    "life_stage",
    "behaviour_en",
    "behaviour_ru",
    "behaviour_zh_hans",
    "title_en",
    "title_ru",
    "title_zh_hans",
    "caption_en",
    "caption_ru",
    "caption_zh_hans",
    "stage",
]
_OF_FRAME = ["pk", "sort_order", "file_public", "shows_people", "favourite"]


@dataclass
class Steps:
    """What a session remembers of its last steps."""

    session: object

    def remember(self, before: dict, after: dict, words: str) -> None:
        """Keep one step, unless nothing has changed."""
        if before != after:
            steps = [*self.session.get(KEY, []), {"before": before, "after": after, "words": words}]
            self.session[KEY] = steps[-KEPT:]

    @property
    def last(self) -> str:
        """What the last step was, in words; empty when there is none."""
        steps = self.session.get(KEY, [])
        return steps[-1]["words"] if steps else ""

    def undo(self, user) -> list[int]:
        """Undo the last step; return the keys of its visits. Raises ReleaseError when somebody has gone on since."""
        steps = self.session.get(KEY, [])
        if not steps:
            raise ReleaseError(_("There is nothing to undo."))
        self.session[KEY] = steps[:-1]
        step = steps[-1]
        keys = [int(key) for key in step["before"]]
        with transaction.atomic():
            if taken(keys) != step["after"]:
                raise ReleaseError(_("This cannot be undone: it has been changed since."))
            for key in keys:
                _restore(Event.objects.get(pk=key), step["before"][str(key)], user)
        return keys


def taken(keys: list[int]) -> dict:
    """Return how visits are now, as a session can keep it."""
    frames: dict[int, list] = {key: [] for key in keys}
    rows = Media.objects.filter(event__in=keys).order_by("pk")
    for event, *row in rows.values_list("event", *_OF_FRAME):
        frames[event].append(row)
    events = Event.objects.filter(pk__in=keys).order_by("pk").values_list("pk", *_OF_EVENT)
    return {str(key): {"event": row, "frames": frames[key]} for key, *row in events}


def _restore(event: Event, before: dict, user) -> None:
    event = own_visit(event, user)
    for name, value in zip(_OF_EVENT, before["event"], strict=True):
        setattr(event, name, value)
    event.save()
    known = {frame.pk: frame for frame in event.media.all()}
    for row in before["frames"]:
        frame = known.get(row[0])
        if frame is None:
            continue
        for name, value in zip(_OF_FRAME[1:], row[1:], strict=True):
            setattr(frame, name, value)
        frame.save()
    note(event, "undone", user)
