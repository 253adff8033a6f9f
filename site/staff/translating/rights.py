"""Into which languages a person may translate."""

from django.conf import settings
from wagtail.models import Page

from content.base.permissions import (
    SIDE_LANGUAGES,
    TRANSLATE,
    SideOwnedPage,
    is_of_other_side,
)
from content.reserve.models import HomePage
from staff.models import User
from staff.waiting import language_of


def languages_to_translate_into(user: User) -> list[str]:
    """Return the codes of the languages whose pages a person may translate, their own first."""
    if not user.has_perm(TRANSLATE):
        return []
    own = language_of(user)
    return sorted(languages_written_by(user), key=lambda code: code != own)


def languages_written_by(user: User) -> list[str]:
    """Return the codes of the languages whose whole tree of pages a person may edit."""
    homes = HomePage.objects.select_related("locale").order_by("pk")
    return [
        home.locale.language_code for home in homes if home.permissions_for_user(user).can_edit()
    ]


def may_translate(user: User, page: Page, parent: Page, language: str) -> bool:
    """Say whether a person may translate a page into a language, below the page that is its parent there."""
    if not user.has_perm(TRANSLATE) or not parent.specific.permissions_for_user(user).can_edit():
        return False
    page = page.specific
    belongs_to_others = isinstance(page, SideOwnedPage) and is_of_other_side(user, page.owner_side)
    return not belongs_to_others or language == SIDE_LANGUAGES.get(user.side)


def languages_for(user: User, page: Page) -> list[str]:
    """Return into which languages a person may translate one page; without a parent there, by the whole tree."""
    parents = page.get_parent().get_translations(inclusive=True).select_related("locale")
    by_language = {parent.locale.language_code: parent for parent in parents}
    whole_trees = languages_to_translate_into(user)
    return [
        code
        for code, _name in settings.LANGUAGES
        if (
            may_translate(user, page, by_language[code], code)
            if code in by_language
            else code in whole_trees
        )
    ]
