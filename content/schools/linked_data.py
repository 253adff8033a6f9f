"""A lesson as LRMI (schema.org LearningResource), for catalogues that read it."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from content.base.choices import LICENCE_URLS, Licence
from content.base.facts import fact_text
from content.base.languages import html_lang
from content.schools.models import FileSource, LessonPage, MaterialFile
from content.schools.plan import Plan
from content.schools.services import KINDS

# What could end the script element or start a comment in it.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
_KINDS_BY_ROLE = {kind.role.value: name for name, kind in KINDS.items()}


def lesson_linked_data(
    lesson: LessonPage,
    plan: Plan,
    subjects: list[str],
    translations: dict[str, Page],
    files: list[MaterialFile],
    frameworks: list,
) -> SafeString:
    """Return the lesson as JSON-LD, safe inside a script element."""
    code = lesson.locale.language_code
    url = f"{settings.SITE_URL}{lesson.url}"
    data = {
        "@context": "https://schema.org",
        "@type": ["LearningResource", "CreativeWork"],
        "@id": f"{url}#lesson",
        "url": url,
        "identifier": f"urn:uuid:{lesson.translation_key}",
        "name": lesson.title,
        "description": lesson.summary,
        "inLanguage": html_lang(code),
        "timeRequired": f"PT{lesson.minutes}M",
        "typicalAgeRange": f"{lesson.age_min}-{lesson.age_max}",
        "learningResourceType": "Lesson plan",
        "audience": {"@type": "EducationalAudience", "educationalRole": "teacher"},
        "isAccessibleForFree": True,
        "license": LICENCE_URLS[Licence.CC_BY],
        "about": subjects,
        "teaches": plan.objectives,
        "educationalAlignment": [_alignment(one) for part in frameworks for one in part.alignments],
        "encoding": [_encoding(file, url) for file in _made_in(code, files)],
        "workTranslation": [
            {"@id": f"{settings.SITE_URL}{page.url}#lesson", "inLanguage": html_lang(other)}
            for other, page in translations.items()
            if other != code
        ],
    }
    if lesson.last_published_at:
        data["dateModified"] = lesson.last_published_at.date().isoformat()
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))


def _alignment(alignment) -> dict:
    framework = alignment.node.framework
    return {
        "@type": "AlignmentObject",
        "alignmentType": alignment.relation,
        "educationalFramework": fact_text(framework, "title").text,
        "targetName": alignment.node.code,
        "targetDescription": fact_text(alignment.node, "gloss").text,
        "targetUrl": framework.url,
    }


def _made_in(code: str, files: list[MaterialFile]) -> list[MaterialFile]:
    return [
        file
        for file in files
        if file.source == FileSource.GENERATED and file.locale.language_code == code
    ]


def _encoding(file: MaterialFile, url: str) -> dict:
    return {
        "@type": "MediaObject",
        "contentUrl": f"{url}{_KINDS_BY_ROLE[file.material.role]}.pdf",
        "encodingFormat": "application/pdf",
        "contentSize": str(file.document.file_size),
        "sha256": file.sha256,
        "inLanguage": html_lang(file.locale.language_code),
        "name": str(file.material.get_role_display()),
    }
