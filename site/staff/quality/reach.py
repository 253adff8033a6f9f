"""The pages a person may change, as one question to the database."""

from django.db.models import QuerySet
from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import get_snippet_models

from content.base.choices import SideCode
from content.base.permissions import SIDE_LANGUAGES, SideOwnedPage
from staff.models import User


def pages_changed_by(user: User) -> QuerySet[Page]:
    """Return the pages a person may change: what the groups grant, less the other side's own pages."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    pages = pages.filter(depth__gt=1)
    if not user.side or user.is_superuser:
        return pages
    own_language = SIDE_LANGUAGES[SideCode(user.side)]
    for model in get_page_models():
        if issubclass(model, SideOwnedPage):
            of_others = model.objects.exclude(**{f"{model.about}__side": user.side})
            of_others = of_others.exclude(locale__language_code=own_language)
            pages = pages.exclude(pk__in=of_others.values("pk"))
    return pages


class ForWriters:
    """Opens a report to everybody who writes anything; put before Wagtail's view."""

    def user_has_permission(self, permission: str) -> bool:
        return writes(self.request.user)


def writes(user: User) -> bool:
    """Say whether a person changes pages or facts at all; booking officers do not."""
    return page_permission_policy.user_has_any_permission(user, ["add", "change"]) or any(
        user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")
        for model in get_snippet_models()
    )
