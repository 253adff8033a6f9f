"""Which other languages the thing on screen exists in, and where."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Case, OuterRef, Subquery, When
from django.http import HttpRequest
from django.urls import translate_url
from wagtail.models import Page

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


def lang_of_name(name: str) -> str:
    """Return the BCP 47 tag of a name that is written one way on every page, by the script it is in."""
    if any("\u4e00" <= sign <= "\u9fff" for sign in name):
        return HTML_LANG["zh-hans"]
    return HTML_LANG["ru" if any("\u0400" <= sign <= "\u04ff" for sign in name) else "en"]


def language_links(request: HttpRequest, page: Page | None) -> list[LanguageLink]:
    """Return one link per language of the site, for a page or, without one, for the view at this address."""
    current = request.LANGUAGE_CODE
    if page is None or not page.pk:
        return [
            LanguageLink(code, name, _view_url(request, code), code == current, True)
            for code, name in settings.LANGUAGES
        ]
    targets = lineage(request, page)
    return [
        _page_link(request, page, targets, code, name, current) for code, name in settings.LANGUAGES
    ]


def _view_url(request: HttpRequest, code: str) -> str:
    path = translate_url(request.path, code)
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query and request.method == "GET" else path


def lineage(request: HttpRequest | None, page: Page) -> dict[str, dict[str, Page]]:
    """Return translation key → language → live page, for the home page down to the page itself.

    Asked in one query and remembered on the request: the switcher and the breadcrumbs both need it.
    """
    remembered = getattr(request, "_lineage", None)
    if remembered and remembered[0] == page.pk:
        return remembered[1]
    paths = [page.path[:end] for end in range(8, len(page.path) + 1, 4)]
    keys = Page.objects.filter(path__in=paths).values("translation_key")
    candidates = Page.objects.filter(translation_key__in=keys, live=True)
    found: dict[str, dict[str, Page]] = {}
    for candidate in candidates.select_related("locale").order_by("depth"):
        translations = found.setdefault(candidate.translation_key, {})
        translations[candidate.locale.language_code] = candidate
    found.setdefault(page.translation_key, {})  # a draft has no live page yet
    if request is not None:
        request._lineage = (page.pk, found)
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


def elsewhere(path: str) -> list[LanguageLink]:
    """Return where a page of the same address exists in other languages, for a visitor who found none at `path`."""
    language, _slash, rest = path.strip("/").partition("/")
    if not rest or "\x00" in rest or language not in HTML_LANG:
        return []
    homes = {
        page.url_path: page.locale.language_code
        for page in Page.objects.filter(depth=2, live=True).select_related("locale")
    }
    wanted = {f"{url_path}{rest}/": code for url_path, code in homes.items() if code != language}
    return [
        LanguageLink(code, LANGUAGE_NAMES[code], f"/{code}/{rest}/", False, True)
        for url_path, code in wanted.items()
        if Page.objects.filter(url_path=url_path, live=True).exists()
    ]


def prefer_language(pages, code: str):
    """Return `pages` (a queryset over all locales) with one page per translation key, the visitor's language first.

    The rest follow the order of `settings.LANGUAGES`; ordering of the queryset is kept.
    """
    order = [code, *[other for other, _name in settings.LANGUAGES if other != code]]
    rank = Case(
        *[When(locale__language_code=other, then=place) for place, other in enumerate(order)],
        default=len(order),
    )
    translations = pages.filter(translation_key=OuterRef("translation_key"))
    best = translations.order_by(rank, "pk").values("pk")[:1]
    return pages.filter(pk=Subquery(best))
