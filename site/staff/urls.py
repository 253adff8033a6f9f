"""Addresses of the staff interface that we answer instead of Wagtail; its own names lead to them."""

from django.contrib.auth.decorators import permission_required
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from django.views.i18n import JavaScriptCatalog
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.views.report import TranslationsReportView

from content.base.permissions import TRANSLATE
from staff.audit.report import WhoDidWhat
from staff.comparing import VersionsCompared
from staff.explorer.listing import PageSearch, explorer
from staff.file_lists import FileList, PictureList
from staff.file_uploads import FileChange, FileUpload
from staff.picture_change import PictureChange
from staff.picture_uploads import PictureUpload, PictureUploads
from staff.preview import PreviewOnCreate, PreviewOnEdit
from staff.quality.doors.editor import Approval, PageChange, PageCreation
from staff.settings_change import SettingsChange
from staff.translating.exchange.views import download_texts, upload_texts
from staff.translating.handover import submit_translation
from staff.translating.machine import draft_by_machine
from staff.translating.sending import TranslatePage, bring_up_to_date
from staff.translating.text_views import edit_text

for_translators = permission_required(TRANSLATE, raise_exception=True)

OURS = decorate_urlpatterns(
    [
        path("pages/", explorer.index_view),
        path("pages/search/", PageSearch.as_view()),
        path("pages/search/results/", PageSearch.as_view(results_only=True)),
        path(
            "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>"
            "/<int:parent_page_id>/preview/",
            PreviewOnCreate.as_view(),
        ),
        path("pages/<int:page_id>/edit/preview/", PreviewOnEdit.as_view()),
        path(
            "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>"
            "/<int:parent_page_id>/",
            PageCreation.as_view(),
        ),
        path("pages/<int:page_id>/edit/", PageChange.as_view()),
        re_path(
            r"^pages/(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$",
            VersionsCompared.as_view(),
        ),
        path(
            "pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
            Approval.as_view(),
        ),
        path("localize/jsi18n/", JavaScriptCatalog.as_view(packages=["wagtail_localize", "staff"])),
        path(
            "localize/translate/<int:translation_id>/submit/",
            submit_translation,
            name="submit_translation_to_moderators",
        ),
        path(
            "localize/translate/<int:translation_id>/strings/<int:string_segment_id>/edit/",
            edit_text,
        ),
        path("localize/translate/<int:translation_id>/pofile/download/", download_texts),
        path("localize/translate/<int:translation_id>/pofile/upload/", upload_texts),
        path("localize/translate/<int:translation_id>/machine_translate/", draft_by_machine),
        path("localize/submit/page/<int:page_id>/", TranslatePage.as_view()),
        path("localize/update/<int:translation_source_id>/", bring_up_to_date),
        path("reports/site-history/", WhoDidWhat.as_view()),
        path("reports/site-history/results/", WhoDidWhat.as_view(results_only=True)),
        path("localize/reports/translations/", for_translators(TranslationsReportView.as_view())),
        path(
            "localize/reports/translations/results/",
            for_translators(TranslationsReportView.as_view(results_only=True)),
        ),
        path(
            "settings/<slug:app_name>/<slug:model_name>/<int:pk>/",
            SettingsChange.as_view(),
        ),
        path("images/add/", PictureUpload.as_view()),
        path("images/multiple/add/", PictureUploads.as_view()),
        path("images/<int:image_id>/", PictureChange.as_view()),
        path("images/", PictureList.as_view()),
        path("images/results/", PictureList.as_view(results_only=True)),
        path("documents/add/", FileUpload.as_view()),
        path("documents/edit/<int:document_id>/", FileChange.as_view()),
        path("documents/", FileList.as_view()),
        path("documents/results/", FileList.as_view(results_only=True)),
    ],
    require_admin_access,
)
OPEN = [  # the page to sign in needs its words too
    path("jsi18n/", JavaScriptCatalog.as_view(packages=["wagtail.admin", "staff"])),
]
urlpatterns = decorate_urlpatterns([*OPEN, *OURS], display_custom_404)
urlpatterns = decorate_urlpatterns(urlpatterns, never_cache)
