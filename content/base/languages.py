"""Which other languages the thing on screen exists in, and where."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from wagtail.models import Locale, Page

HTML_LANG = {"en": "en", "ru": "ru", "zh-hans": "zh-Hans"}
LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "zh-hans": "中文"}
SHORT_NAMES = {"en": "EN", "ru": "РУ", "zh-hans": "中文"}
# "not yet in <language>", said in that very language, so that its readers understand it.
NOT_YET = {
    "en": "not yet in English",
    "ru": "пока нет на русском",
    "zh-hans": "暂无中文版",
}


@dataclass(frozen=True)
class LanguageLink:
    """One language of the switcher. `url` leads to the same thing, or to its nearest translated parent."""

    code: str
    name: str
    url: str
    is_current: bool
    exists: bool

    @property
    def lang(self) -> str:
        return HTML_LANG[self.code]

    @property
    def short(self) -> str:
        return SHORT_NAMES[self.code]

    @property
    def not_yet(self) -> str:
        return NOT_YET[self.code]


def html_lang(code: str) -> str:
    """Return the BCP 47 tag of one of the site's language codes."""
    return HTML_LANG.get(code, code)


def language_links(request: HttpRequest, page: Page | None) -> list[LanguageLink]:
    """Return one link per language of the site, for a page or, without one, for the view at this address."""
    current = request.LANGUAGE_CODE
    if page is None or not page.pk:
        return [
            LanguageLink(code, name, _view_url(request, code), code == current, True)
            for code, name in settings.LANGUAGES
        ]
    targets = _page_targets(page)
    return [
        _page_link(request, page, targets, code, name, current) for code, name in settings.LANGUAGES
    ]


def _view_url(request: HttpRequest, code: str) -> str:
    path = translate_url(request.path, code)
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query and request.method == "GET" else path


def _page_targets(page: Page) -> dict[str, dict[str, Page]]:
    """Return translation key → language → live page, for the page and its ancestors, in one query."""
    lineage_paths = [page.path[:end] for end in range(8, len(page.path) + 1, 4)]
    keys = list(
        Page.objects.filter(path__in=lineage_paths)
        .order_by("depth")
        .values_list("translation_key", flat=True)
    )
    found: dict[str, dict[str, Page]] = {key: {} for key in keys}
    for candidate in Page.objects.filter(translation_key__in=keys, live=True).select_related(
        "locale"
    ):
        found[candidate.translation_key][candidate.locale.language_code] = candidate
    return found


def _page_link(
    request: HttpRequest,
    page: Page,
    targets: dict[str, dict[str, Page]],
    code: str,
    name: str,
    current: str,
) -> LanguageLink:
    by_nearness = list(reversed(targets.values()))
    for distance, translations in enumerate(by_nearness):
        if code not in translations:
            continue
        target = translations[code]
        exists = distance == 0
        url = target.get_url(request) or f"/{code}/"
        if exists:
            suffix = getattr(page.specific_deferred, "route_suffix_in", None)
            url += suffix(code, request) if suffix else ""
        return LanguageLink(code, name, url, code == current, exists)
    return LanguageLink(code, name, f"/{code}/", code == current, False)


def prefer_language(pages, code: str):
    """Return `pages` (a queryset over all locales) with one page per translation key, the visitor's language first.

    The rest follow the order of `settings.LANGUAGES`; ordering of the queryset is kept.
    """
    order = [code, *[other for other, _name in settings.LANGUAGES if other != code]]
    rank = {locale.pk: order.index(locale.language_code) for locale in Locale.objects.all()}
    best: dict[str, tuple[int, int]] = {}
    for pk, key, locale_id in pages.values_list("pk", "translation_key", "locale_id"):
        candidate = (rank[locale_id], pk)
        if key not in best or candidate < best[key]:
            best[key] = candidate
    return pages.filter(pk__in=[pk for _rank, pk in best.values()])
