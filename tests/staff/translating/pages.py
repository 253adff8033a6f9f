"""Makers of pages to translate."""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from content.base.models import StandardPage

BODY = [
    {"type": "text", "id": "11111111-1111-1111-1111-111111111111", "value": "<p>Stay calm.</p>"},
    {
        "type": "heading",
        "id": "22222222-2222-2222-2222-222222222222",
        "value": {"text": "What to do"},
    },
]


def write_page(parent: Page, title: str, **fields) -> StandardPage:
    """Publish a page of two texts and a heading below another, in that page's language."""
    parent = parent.specific_class.objects.get(pk=parent.pk)
    page = StandardPage(
        title=title,
        slug=fields.pop("slug", f"page-{parent.numchild}-{parent.locale_id}"),
        summary=fields.pop("summary", "In short."),
        body=fields.pop("body", BODY),
        locale=parent.locale,
        live=False,
        **fields,
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def change(page: Page, **fields) -> StandardPage:
    """Publish a page anew with other texts."""
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page.specific_class.objects.get(pk=page.pk)


def begin(page: Page, language: str) -> Translation:
    """Start the translation of a page."""
    translate_object(page.specific, [Locale.objects.get(language_code=language)])
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=language
    )


def fill(translation: Translation, kind: str = "manual", skip: tuple[str, ...] = ()) -> None:
    """Translate every text of a page that has no translation yet."""
    for segment in translation.source.stringsegment_set.exclude(context__path="slug"):
        if segment.string.data in skip:
            continue
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": f"[{segment.string.data}]", "translation_type": kind},
        )


def go_live(translation: Translation) -> Page:
    """Publish a translation with the texts it has."""
    translation.save_target(publish=False)
    page = translation.get_target_instance()
    page.get_latest_revision().publish()
    return page.specific_class.objects.get(pk=page.pk)
