"""A page under work, seen beside its other languages: the preview's modes are the languages of the site."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from content.base.languages import LANGUAGE_NAMES, html_lang


class PreviewInLanguages:
    """What a page's preview offers besides the page itself; put before Wagtail's Page."""

    @property
    def preview_modes(self) -> list[tuple[str, object]]:
        """Return this page as its form stands, then its translations by language."""
        own = self.locale.language_code if self.locale_id else ""
        others = [(code, name) for code, name in settings.LANGUAGES if code != own]
        return [("", _("This page")), *others]

    def make_preview_request(
        self,
        original_request: HttpRequest | None = None,
        preview_mode: str | None = None,
        extra_request_attrs=None,
    ) -> HttpResponse:
        """Answer with the translation's draft in a mode that names a language, else with this page."""
        if original_request is None or not _is_other_language(self, preview_mode):
            return super().make_preview_request(original_request, "", extra_request_attrs)
        page = translation_for(original_request.user, self, preview_mode)
        if page is None:
            return _not_translated(original_request, preview_mode)
        return page.make_preview_request(original_request, "", extra_request_attrs)


def translation_for(user, page: Page, language: str) -> Page | None:
    """Return a page's translation as this person may see it: its draft if they write there, else what is public."""
    locale = Locale.objects.filter(language_code=language).first()
    found = page.get_translation_or_none(locale) if locale and page.translation_key else None
    if found is None:
        return None
    if found.permissions_for_user(user).can_edit():
        return found.get_latest_revision_as_object()
    return found if found.live else None


def _is_other_language(page: Page, mode: str | None) -> bool:
    return bool(mode) and mode in dict(page.preview_modes)


def _not_translated(request: HttpRequest, language: str) -> HttpResponse:
    """Say so in the language of whoever asks, on a page that looks like the site's."""
    named = {"language": LANGUAGE_NAMES[language], "lang": html_lang(language)}
    return render(request, "base/not_translated_preview.html", named)
