"""The header menu: pages marked "show in menus" under the home page, kept in the cache."""

from dataclasses import dataclass

from django.core.cache import cache
from wagtail.models import Page

CACHE_KEY = "menu:{language}"
KEEP_SECONDS = 3600


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_current: bool = False


def menu_entries(language: str) -> list[tuple[str, str]]:
    """Return (title, url) of the header menu in one language."""
    key = CACHE_KEY.format(language=language)
    entries = cache.get(key)
    if entries is None:
        pages = Page.objects.live().in_menu().filter(depth=3, locale__language_code=language)
        entries = [(page.title, page.url) for page in pages.order_by("path")]
        cache.set(key, entries, KEEP_SECONDS)
    return entries


def forget_menus(languages: list[str]) -> None:
    """Drop the cached menus; called when a page is published, moved or taken down."""
    cache.delete_many([CACHE_KEY.format(language=code) for code in languages])
