"""The site settings as every page reads them: kept in the cache, dropped when staff save them."""

from django.core.cache import cache

from content.base.models import SiteSettings

CACHE_KEY = "site-settings"
KEEP_SECONDS = 60


def current_settings() -> SiteSettings:
    """Return the settings of the site, at most a minute old where several processes share no cache."""
    settings = cache.get(CACHE_KEY)
    if settings is None:
        settings = SiteSettings.load()
        cache.set(CACHE_KEY, settings, KEEP_SECONDS)
    return settings


def forget_settings() -> None:
    """Drop the cached settings."""
    cache.delete(CACHE_KEY)
