"""`/sitemap.xml`: every public address of every language, with its counterparts in the other ones."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from content.base.languages import html_lang


@dataclass(frozen=True)
class Address:
    """One address; `thing` is the same for the addresses of one thing in all languages."""

    thing: tuple[str, str]
    language: str
    location: str
    lastmod: datetime | None


class SiteSitemap(Sitemap):
    """All pages anyone may read and the routed pages below them (species, visits of a gallery)."""

    def get_urls(self, page: int | str = 1, site=None, protocol: str | None = None) -> list[dict]:
        addresses = list(self._addresses())
        by_thing: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for address in addresses:
            by_thing[address.thing][address.language] = address.location
        dates = [address.lastmod for address in addresses if address.lastmod]
        self.latest_lastmod = max(dates, default=None)
        return [
            {
                "location": address.location,
                "lastmod": address.lastmod,
                "alternates": _alternates(by_thing[address.thing]),
            }
            for address in addresses
        ]

    def _addresses(self) -> Iterator[Address]:
        public = Page.objects.live().public().filter(depth__gt=1, alias_of__isnull=True)
        for page in public.select_related("locale").order_by("path"):
            url = page.get_url(self.request)
            for suffix in _suffixes(page, self.request) if url else []:
                yield Address(
                    thing=(str(page.translation_key), suffix),
                    language=page.locale.language_code,
                    location=f"{settings.SITE_URL}{url}{suffix}",
                    lastmod=page.last_published_at,
                )


def _suffixes(page: Page, request) -> list[str]:
    """Return what a page adds to its own address: nothing for itself, a slug for each page it routes to."""
    model = page.specific_class
    if model is None or model.get_sitemap_urls is Page.get_sitemap_urls:
        return [""]
    own = page.get_full_url(request)
    return [
        found["location"].removeprefix(own) for found in page.specific.get_sitemap_urls(request)
    ]


def _alternates(by_language: dict[str, str]) -> list[dict[str, str]]:
    """Return the hreflang links of one thing; English is the default, else the first language there is."""
    known = [(code, by_language[code]) for code, _name in settings.LANGUAGES if code in by_language]
    links = [(html_lang(code), location) for code, location in known]
    links.append(("x-default", by_language.get("en", known[0][1])))
    return [{"lang_code": code, "location": location} for code, location in links]
