from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from health_check.views import HealthCheckView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from bigcats import views
from bigcats.display import display_settings
from bigcats.sitemaps import SiteSitemap
from content.base.video_views import captions
from staff import styleguide

handler404 = "bigcats.views.page_not_found"
handler403 = "bigcats.views.permission_denied"
handler429 = "staff.signin.entrance.too_many_tries"

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("staff/", include("staff.signin.urls")),
    path("staff/", include("staff.urls")),
    path("staff/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("styleguide/", styleguide.choose_language),
    path("healthz", views.alive, name="alive"),
    path("readyz", HealthCheckView.as_view(checks=views.READINESS_CHECKS), name="ready"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"site": SiteSitemap}}, name="sitemap"),
    path("data/", include("content.cameratraps.urls")),
    path("captions/<int:pk>/<slug:language>.vtt", captions, name="captions"),
    re_path(r"^media/(?P<path>.+)$", views.media, name="media"),
]

urlpatterns += i18n_patterns(
    path("manifest.webmanifest", views.web_manifest, name="web_manifest"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("display/", display_settings, name="display"),
    path("search/", include("search.urls")),
    path("bookings/", include("bookings.urls")),
    path("trails/", include("content.trails.urls")),
    path("schools/", include("content.schools.urls")),
    path("stories/", include("content.stories.urls")),
    re_path(wagtail_urls.serve_pattern, views.page),
    path("", include(wagtail_urls)),
)
