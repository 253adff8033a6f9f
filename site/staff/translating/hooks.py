"""Where the work of translating meets Wagtail: addresses and the menu."""

from django.http import HttpRequest
from django.urls import path, re_path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from content.base.permissions import TRANSLATE
from staff.translating import guards  # noqa: F401  (registers its hook)
from staff.translating.changes_view import changes_of_original
from staff.translating.exchange.archive_views import download_archive, upload_archive
from staff.translating.exchange.views import download_texts, upload_texts
from staff.translating.glossary_screen import GlossaryViewSet
from staff.translating.listing import WorkList, start_translation
from staff.translating.text_views import confirm_texts, keep_text


@hooks.register("register_admin_urls")
def register_translating() -> list:
    return [
        path("translating/", WorkList.as_view(), name="to_translate"),
        path(
            "translating/results/",
            WorkList.as_view(results_only=True),
            name="to_translate_results",
        ),
        path(
            "translating/start/<int:page_id>/<slug:language>/",
            start_translation,
            name="start_translation",
        ),
        path(
            "translating/changes/<int:page_id>/",
            changes_of_original,
            name="changes_of_original",
        ),
        path(
            "translating/<int:translation_id>/keep/<int:segment_id>/", keep_text, name="keep_text"
        ),
        path("translating/<int:translation_id>/confirm/", confirm_texts, name="confirm_texts"),
        re_path(
            r"^translating/(?P<translation_id>\d+)/texts\.(?P<kind>po|xlf)$",
            download_texts,
            name="download_texts",
        ),
        re_path(
            r"^translating/files/(?P<language>[a-z-]+)/(?P<kind>po|xlf)/$",
            download_archive,
            name="download_archive",
        ),
        path("translating/files/upload/", upload_archive, name="upload_archive"),
        path("translating/<int:translation_id>/upload/", upload_texts, name="upload_texts"),
    ]


@hooks.register("register_admin_viewset")
def register_glossary() -> GlossaryViewSet:
    return GlossaryViewSet()


class ToTranslateItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(TRANSLATE)


@hooks.register("register_admin_menu_item")
def register_to_translate() -> MenuItem:
    return ToTranslateItem(
        _("To translate"),
        reverse("to_translate"),
        name="to-translate",
        icon_name="wagtail-localize-language",
    )
