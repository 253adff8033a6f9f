"""Choosing the language of the staff interface beside the sign-in forms."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language
from wagtail.users.models import UserProfile


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language in the browser, and for a person who is signed in also in their account."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(
        settings.WAGTAILADMIN_PERMITTED_LANGUAGES
    ):
        profile = UserProfile.get_for_user(request.user)
        profile.preferred_language = language
        profile.save(update_fields=["preferred_language"])
    return set_language(request)
