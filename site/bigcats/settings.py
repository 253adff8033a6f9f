"""The one settings module. What differs between machines comes from `environment.py`."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE  # noqa: F401
from django.utils.translation import gettext_lazy as _

from bigcats import environment
from bigcats.environment import BASE_DIR, VAR_DIR, env
from bigcats.signing_in import *  # noqa: F403  (settings by their own names)

PRODUCTION = environment.is_production()
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = environment.secret_key(production=PRODUCTION)
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
)
if PRODUCTION:
    environment.refuse_unsafe(debug=DEBUG, allowed_hosts=ALLOWED_HOSTS, secret=SECRET_KEY)
DOCUMENT_KEYS = environment.document_keys(production=PRODUCTION, secret=SECRET_KEY)
SITE_URL = environment.site_url(production=PRODUCTION, allowed_hosts=ALLOWED_HOSTS)

INSTALLED_APPS = [
    "bigcats",
    "bookings",
    "search",
    "staff",
    "staff.quality",
    "staff.approving",
    "content.demo",
    "content.notices",
    "content.stories",
    "content.schools",
    "content.trails",
    "content.cameratraps",
    "content.reserve",
    "content.base",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "staff.apps.StaffUsersConfig",  # wagtail.users with our account forms
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "staff.mailing",  # after Wagtail, whose own mails it replaces
    "wagtail",
    "taggit",
    "modelcluster",
    "modeltranslation",
    "leaflet",  # its files alone: the map library, fetched when a map is to be moved
    "django_filters",
    "django_tasks",
    "csp",
    "allauth",
    "allauth.account",  # sign-in, its brakes, asking for the password again
    "allauth.mfa",  # one-time codes, recovery codes, passkeys
    "allauth.usersessions",  # the list of sessions a person may end
    "health_check",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",  # Wagtail says “5 minutes ago” with it
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "bigcats.middleware.CompressTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "bigcats.middleware.LanguageCookieMiddleware",
    "staff.middleware.PublicLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "staff.middleware.StaffLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "staff.signin.middleware.SecondFactorMiddleware",
    "staff.signin.middleware.SessionActivityMiddleware",
    "bigcats.display.DisplayMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bigcats.middleware.ContentSecurityPolicyMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "bigcats.urls"
WSGI_APPLICATION = "bigcats.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "wagtail.templatetags.wagtailcore_tags",
                "content.base.templatetags.site_tags",
                "content.base.templatetags.picture_tags",
                "content.base.templatetags.format_tags",
            ],
        },
    }
]

DATABASES, BOOKING_DATABASES = environment.databases()
if len(DATABASES) > 1:
    DATABASE_ROUTERS = ["bookings.routing.SideRouter"]
    MIDDLEWARE.append("bookings.middleware.SideInChargeMiddleware")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("CACHE_URL", "locmemcache://")}

for _name, _value in environment.mail(production=PRODUCTION).items():
    globals()[_name] = _value
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Land of Big Cats <no-reply@example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Languages

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Vladivostok"
LANGUAGE_CODE = "en"
FORMAT_MODULE_PATH = ["bigcats.formats"]
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("zh-hans", "中文"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
MODELTRANSLATION_LANGUAGES = ("en", "ru", "zh-hans")
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en", "ru", "zh-hans")


def column_name(name: str, language: str) -> str:
    """Return the label of a text's column in one language, such as “Name · 中文”."""
    return f"{name} · {dict(LANGUAGES)[language]}"


MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = column_name

# People

AUTH_USER_MODEL = "staff.User"
STAFF_TWO_FACTOR_REQUIRED = environment.two_factor_is_required(production=PRODUCTION)
INVITATION_DAYS = env.int("INVITATION_DAYS", 7)

# Files

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STYLESHEET_ROOT = VAR_DIR / "stylesheets"
STATICFILES_FINDERS = [
    "bigcats.stylesheets.JoinedStylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
STORAGES = {
    "default": environment.media_storage(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = STORAGES["default"]["OPTIONS"].get("location", "")
if not PRODUCTION:
    # The sample site serves its static files straight from the source tree: nothing to collect.
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_USE_FINDERS = True
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise looks there too
    WHITENOISE_AUTOREFRESH = DEBUG
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor posts many

# Security

X_FRAME_OPTIONS = "SAMEORIGIN"  # the editors' preview shows pages in a frame
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
if env.bool("SECURE_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "bigcats.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
# The editors' interface is Wagtail's own and needs inline code; it is for signed-in staff only.
STAFF_CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'self'; object-src 'none'"
)

# Wagtail

WAGTAIL_SITE_NAME = "Land of Big Cats"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "staff.signin.forms.PasswordResetForm"
WAGTAILUSERS_PASSWORD_ENABLED = False  # nobody sets the password of another person
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("en", "English"),
    ("ru", "Русский"),
    ("zh-hans", "中文（简体）"),
]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_MODEL = "base.Image"
WAGTAILIMAGES_IMAGE_FORM_BASE = "content.base.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILDOCS_DOCUMENT_MODEL = "base.Document"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "content.base.forms.DocumentForm"
# No ZIP (send the files) and no GPX (a track belongs to a trail; a position to nobody).
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # no request leaves the host
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "staff.approving.publishing.publish_approved"
WAGTAIL_USER_TIME_ZONES = ["Asia/Vladivostok", "Asia/Shanghai", "Europe/Moscow", "UTC"]
TAGGIT_CASE_INSENSITIVE = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = environment.machine_translator()

# Content that gets old

REVIEW_AFTER_DAYS = env.int("REVIEW_AFTER_DAYS", 365)
LINK_CHECK_EXTERNAL = env.bool("LINK_CHECK_EXTERNAL", False)  # no request leaves the host

# Bookings

BOOKING_RETENTION_DAYS = env.int("BOOKING_RETENTION_DAYS", 90)
DOCUMENT_RETENTION_DAYS = env.int("DOCUMENT_RETENTION_DAYS", 7)
BOOKING_PAPERS_DAYS = env.int("BOOKING_PAPERS_DAYS", 3)
# Mails are written into a folder: nobody gets the one whose link confirms a booking.
MAILS_STAY_HERE = not PRODUCTION and "EMAIL_FILE_PATH" in globals()
MAILS_BESIDE_REQUESTS = env.bool("MAILS_BESIDE_REQUESTS", False)
BOOKING_HOLD_MINUTES = env.int("BOOKING_HOLD_MINUTES", 15)
BOOKING_CONFIRM_HOURS = env.int("BOOKING_CONFIRM_HOURS", 2)
BOOKING_OFFER_HOURS = env.int("BOOKING_OFFER_HOURS", 12)
BOOKING_REST_MINUTES = env.int("BOOKING_REST_MINUTES", 30)
BOOKING_REMINDER_DAYS = env.int("BOOKING_REMINDER_DAYS", 3)
OVERDUE_MARGIN_MINUTES = env.int("OVERDUE_MARGIN_MINUTES", 60)
HOLDS_PER_CLIENT = env.int("HOLDS_PER_CLIENT", 40)
BOOKINGS_PER_ADDRESS = env.int("BOOKINGS_PER_ADDRESS", 6)

# Camera traps

PUBLIC_EMBARGO_DAYS = env.int("PUBLIC_EMBARGO_DAYS", 90)
PUBLIC_ZONE_MIN_CAMERAS = env.int("PUBLIC_ZONE_MIN_CAMERAS", 50)
PUBLIC_ZONE_MIN_KM2 = env.int("PUBLIC_ZONE_MIN_KM2", 300)
CAMTRAP_DIGEST_KEY = env.str("CAMTRAP_DIGEST_KEY", "") or f"camtrap:{SECRET_KEY}"

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # the editors' preview shows our own pages in a frame of our own
]
_("Land of Big Cats")  # the site's name is translated where it is shown

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"private_links": {"()": "bigcats.logs.HidePrivateLinks"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["private_links"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Django's own handlers know no filter, and one would mail whole forms to administrators.
        "django": {"handlers": [], "level": "INFO"},
        "django.request": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},  # says hello when loaded
        "django_tasks": {"level": "WARNING"},  # a line for every search index update otherwise
        "wagtail": {"level": "WARNING"},  # who edited what is in Wagtail's own log, not here
    },
}
