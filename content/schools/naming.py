"""The names files are saved under: ASCII, so that every system and archive can hold them."""

from django.utils.text import slugify

from content.schools.models import LessonPage, MaterialFile

SHORT_LANGUAGES = {"en": "en", "ru": "ru", "zh-hans": "zh"}


def lesson_name(lesson: LessonPage) -> str:
    """Return the lesson's name in addresses; a part of its key when that has no Latin letters."""
    return slugify(lesson.slug) or f"lesson-{lesson.translation_key.hex[:8]}"


def language_name(code: str) -> str:
    return SHORT_LANGUAGES.get(code, code)


def file_name(lesson: LessonPage, kind: str) -> str:
    """Return the name of a made file: whose-coat-plan-ru.pdf."""
    return f"{lesson_name(lesson)}-{kind}-{language_name(lesson.locale.language_code)}.pdf"


def uploaded_name(file: MaterialFile, lesson: LessonPage, number: int) -> str:
    """Return the name of an uploaded file: whose-coat-slides-ru-1.pptx."""
    extension = slugify(file.document.file_extension) or "bin"
    language = language_name(file.locale.language_code)
    role = slugify(file.material.role)
    return f"{lesson_name(lesson)}-{role}-{language}-{number}.{extension}"
