"""What the frame of every page needs; available in every template without `{% load %}`."""

from django import template
from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.rich_text import expand_db_html

from content.base import display
from content.base.facts import fact_text
from content.base.languages import LanguageLink, html_lang, lang_of_name, language_links, lineage
from content.base.menus import MenuItem, menu_entries
from content.base.models import SiteSettings
from content.base.site_settings import current_settings
from content.base.tiles import TileLayer

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context) -> list[MenuItem]:
    """Return the header menu in the active language, the current section marked."""
    path = getattr(context.get("request"), "path", "")
    return [
        MenuItem(title, url, is_current=path.startswith(url))
        for title, url in menu_entries(get_language() or settings.LANGUAGE_CODE)
    ]


@register.simple_tag(takes_context=True)
def breadcrumbs(context) -> list[MenuItem]:
    """Return the way from the home page to this page, the page itself not included.

    A view or a routed sub-page adds its own steps in the context as `extra_breadcrumbs`, a list of MenuItem.
    """
    page = context.get("page")
    extra = list(context.get("extra_breadcrumbs") or [])
    if page is None or not page.pk:
        return extra
    request = context.get("request")
    ancestors = [
        candidate
        for translations in lineage(request, page).values()
        for candidate in translations.values()
        if page.path.startswith(candidate.path) and candidate.pk != page.pk
    ]
    return [MenuItem(one.title, one.get_url(request)) for one in ancestors] + extra


@register.simple_tag(takes_context=True)
def languages_of_page(context) -> list[LanguageLink]:
    """Return the language switcher's links; asked once a page and remembered on the request."""
    request = context.get("request")
    if request is None or not getattr(request, "LANGUAGE_CODE", None):
        return []
    if not hasattr(request, "_language_links"):
        request._language_links = language_links(request, context.get("page"))
    return request._language_links


register.simple_tag(languages_of_page, takes_context=True, name="language_links")


@register.simple_tag(takes_context=True)
def alternates(context) -> list[tuple[str, str]]:
    """Return (hreflang, absolute address) of every language this page exists in, and x-default."""
    links = [link for link in languages_of_page(context) if link.exists]
    pairs = [(link.lang, settings.SITE_URL + link.url) for link in links]
    default = next((url for lang, url in pairs if lang == "en"), pairs[0][1] if pairs else "")
    return [*pairs, ("x-default", default)] if pairs else []


@register.simple_tag(takes_context=True)
def canonical_url(context) -> str:
    """Return this page's own address, absolute, without a query (a page number excepted).

    A page with another address of its own says so in the context as `canonical_path`, one whose query selects what it
    shows as `canonical_query`.
    """
    request = context.get("request")
    if request is None:
        return ""
    number = request.GET.get("page", "")
    query = f"page={number}" if number.isdecimal() and number not in {"0", "1"} else ""
    query = context.get("canonical_query", query)
    path = context.get("canonical_path") or request.path
    return settings.SITE_URL + iri_to_uri(path) + (f"?{query}" if query else "")


@register.simple_tag
def site_settings() -> SiteSettings:
    """Return the site settings."""
    return current_settings()


@register.simple_tag
def map_tiles() -> TileLayer | None:
    """Return the map tiles that staff have set up."""
    return current_settings().tiles


@register.simple_tag
def html_language() -> str:
    """Return the `lang` of the interface, as HTML writes it."""
    return html_lang(get_language() or settings.LANGUAGE_CODE)


@register.simple_tag
def display_classes() -> SafeString | str:
    """Return the class attribute of `<html>` for a reader who has set how pages look, else nothing."""
    classes = display.current().classes
    return format_html(' class="{}"', classes) if classes else ""


@register.simple_tag
def fact(record, name: str) -> SafeString | str:
    """Print a fact's text; marked with its language when it is not the visitor's."""
    return fact_text(record, name).html


@register.simple_tag
def fact_richtext(record, name: str) -> SafeString:
    """Print a fact's rich text; wrapped with its language when it is not the visitor's."""
    found = fact_text(record, name)
    html = expand_db_html(found.text)
    if found.is_fallback:
        return format_html('<div lang="{}">{}</div>', found.lang, SafeString(html))
    return SafeString(html)


@register.filter
def fact_plain(record, name: str) -> str:
    """Return a fact's text without a mark, for attributes and titles."""
    return fact_text(record, name).text


@register.filter
def own_fact(record, name: str) -> str:
    """Return a fact's text only if it is in the visitor's language: for words that make no sense in another."""
    found = fact_text(record, name)
    return "" if found.is_fallback else found.text


@register.filter
def as_name(name: str) -> SafeString | str:
    """Print a name that is not translated; marked with its language when it is not the visitor's."""
    lang = lang_of_name(name)
    return name if lang == html_language() else format_html('<span lang="{}">{}</span>', lang, name)


@register.filter(name="html_lang")
def html_lang_filter(code: str) -> str:
    return html_lang(code)
