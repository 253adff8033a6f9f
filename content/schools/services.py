"""What may be done to the files of lessons: make them, hand them out, take them away."""

import json
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

import pikepdf
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Collection

from content.base.choices import Licence
from content.base.models import Document
from content.base.pdf.typesetting import SECONDS_A_FILE, START_SECONDS, Job, typeset
from content.schools.models import Audience, FileSource, LessonPage, Material, MaterialFile, Role
from content.schools.pdf import data

logger = logging.getLogger(__name__)

COLLECTION = "Lesson files"
WAIT_SECONDS = 8  # how long a visitor waits for a file that somebody else is making
PAUSE_SECONDS = 60  # how long nothing is tried again after a failure


@dataclass(frozen=True)
class Kind:
    """A kind of file made from the page: its template, its data, whom it is for."""

    role: Role
    template: str
    data: Callable[[LessonPage], dict]
    audience: Audience


KINDS = {
    "plan": Kind(Role.PLAN, "plan.typ", data.plan_data, Audience.TEACHER),
    "sheet": Kind(Role.PUPIL_SHEET, "sheet.typ", data.sheet_data, Audience.LEARNER),
    "key": Kind(Role.ANSWER_KEY, "key.typ", data.key_data, Audience.TEACHER),
}


def make_files(lessons: Iterable[LessonPage], kinds: Iterable[str] = KINDS) -> int:
    """Make what is missing or out of date of these lessons' files; return how many could not be made."""
    wanted = [
        (lesson, KINDS[name], _job(lesson, KINDS[name])) for lesson in lessons for name in kinds
    ]
    due = [
        (lesson, kind, job) for lesson, kind, job in wanted if not _is_current(lesson, kind, job)
    ]
    failures = 0
    for (lesson, kind, job), result in zip(
        due, typeset([job for _lesson, _kind, job in due]), strict=True
    ):
        if isinstance(result, bytes):
            _store(lesson, kind, job, result)
        else:
            failures += 1
            logger.error("No %s for lesson page %s: %s", kind.role, lesson.pk, result)
    return failures


def ready_file(lesson: LessonPage, name: str) -> MaterialFile | None:
    """Return a file of a published lesson; make it once when it is missing. None when it cannot be made now."""
    kind = KINDS[name]
    found = generated_file(lesson, kind)
    if found is not None and found.document.file.storage.exists(found.document.file.name):
        return found
    lock = f"lesson-file:{lesson.pk}:{name}"
    if cache.get(f"{lock}:failed"):
        return None
    if not cache.add(lock, 1, START_SECONDS + SECONDS_A_FILE):
        return _wait_for(lesson, kind)
    try:
        if make_files([lesson], [name]):
            cache.set(f"{lock}:failed", 1, PAUSE_SECONDS)
            return None
        return generated_file(lesson, kind)
    finally:
        cache.delete(lock)


def generated_file(lesson: LessonPage, kind: Kind) -> MaterialFile | None:
    return (
        MaterialFile.objects.filter(
            material__lesson_key=lesson.translation_key,
            material__role=kind.role,
            source=FileSource.GENERATED,
            locale_id=lesson.locale_id,
        )
        .select_related("document", "material")
        .first()
    )


def drop_files(lesson: LessonPage) -> None:
    """Take away the made files of a lesson in one language; uploaded ones are the editors'."""
    documents = Document.objects.filter(
        lesson_files__material__lesson_key=lesson.translation_key,
        lesson_files__source=FileSource.GENERATED,
        lesson_files__locale_id=lesson.locale_id,
    )
    for document in documents:
        document.delete()


def _wait_for(lesson: LessonPage, kind: Kind) -> MaterialFile | None:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        time.sleep(0.2)
        if found := generated_file(lesson, kind):
            return found
    return None


def _job(lesson: LessonPage, kind: Kind) -> Job:
    content = json.dumps(kind.data(lesson), ensure_ascii=False, sort_keys=True)
    return Job(template=kind.template, data=content)


def _is_current(lesson: LessonPage, kind: Kind, job: Job) -> bool:
    found = generated_file(lesson, kind)
    if found is None or found.made_from != job.made_from:
        return False
    return found.document.file.storage.exists(found.document.file.name)


@transaction.atomic
def _store(lesson: LessonPage, kind: Kind, job: Job, content: bytes) -> None:
    material, _made = Material.objects.get_or_create(
        lesson_key=lesson.translation_key,
        role=kind.role,
        is_generated=True,
        defaults={"audience": kind.audience, "order": list(Role).index(kind.role)},
    )
    old = generated_file(lesson, kind)
    digest = sha256(content).hexdigest()
    MaterialFile.objects.update_or_create(
        material=material,
        locale_id=lesson.locale_id,
        source=FileSource.GENERATED,
        defaults={
            "document": _document(lesson, kind, content, digest),
            "pages": _page_count(content),
            "made_from": job.made_from,
            "sha256": digest,
        },
    )
    if old is not None:
        old.document.delete()


def _document(lesson: LessonPage, kind: Kind, content: bytes, digest: str) -> Document:
    # Made by us from the page's own words: nothing to scrub, so it is stored as it is.
    with override(lesson.locale.language_code):
        title = f"{lesson.title} – {kind.role.label} ({lesson.locale.language_code})"
    document = Document(
        title=title[:255],
        collection=_collection(),
        file_size=len(content),
        licence=Licence.CC_BY,
        is_sample=lesson.is_sample,
    )
    stored = document.file.storage.save(f"lessons/{digest[:40]}.pdf", ContentFile(content))
    document.file.name = stored
    document.file._committed = True
    document.save()
    return document


def _collection() -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=COLLECTION).first() or root.add_child(name=COLLECTION)


def _page_count(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)
