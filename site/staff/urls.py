"""Addresses of the staff interface that we answer instead of Wagtail; its own names lead to them."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from staff.preview import PreviewOnCreate, PreviewOnEdit

previews = decorate_urlpatterns(
    [
        path(
            "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>"
            "/<int:parent_page_id>/preview/",
            PreviewOnCreate.as_view(),
        ),
        path("pages/<int:page_id>/edit/preview/", PreviewOnEdit.as_view()),
    ],
    require_admin_access,
)
urlpatterns = decorate_urlpatterns(previews, never_cache)
