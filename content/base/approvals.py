"""Whose word a page needs before it is published: that of one side's moderator, or of one of each side."""

from wagtail.models import Page, Workflow
from wagtail_localize.models import Translation

from content.base.choices import SideCode
from content.base.permissions import SIDE_LANGUAGES

BOTH = (SideCode.RU, SideCode.CN)
# The names are translated where they are shown (`staff.approving.names`).
WORKFLOWS = {
    (SideCode.RU,): "Moderation of the Russian side",
    (SideCode.CN,): "Moderation of the Chinese side",
    BOTH: "Moderation of both sides",
}
_SIDE_OF_LANGUAGE = {language: side for side, language in SIDE_LANGUAGES.items()}


def approving_sides(page: Page) -> tuple[SideCode, ...]:
    """Return the sides of which one moderator each has to approve a page.

    A translation into Russian or Chinese needs its own readers' side alone: what it says was approved before. A page
    about one side's thing, or translated from one side's page, is that side's in English too.
    """
    own = _SIDE_OF_LANGUAGE.get(page.locale.language_code)
    source = _translated_from(page)
    if own:
        joint = source is None and getattr(page, "is_joint", False)
        return BOTH if joint else (own,)
    if side := getattr(page, "owner_side", None):
        return (SideCode(side),)
    return approving_sides(source) if source else BOTH


def _translated_from(page: Page) -> Page | None:
    """Return the page a translation was made from, when it was made in the translation editor."""
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id
        )
        .select_related("source")
        .first()
    )
    if translation is None:
        return None
    source = Page.objects.filter(
        translation_key=page.translation_key, locale_id=translation.source.locale_id
    )
    found = source.exclude(pk=page.pk).first()
    return found.specific_deferred if found else None


def workflow_for(page: Page, usual: Workflow | None) -> Workflow | None:
    """Return the workflow of the sides concerned in place of a language tree's usual one; another stays as it is."""
    if usual is None or vars(usual)["name"] not in WORKFLOWS.values():  # as stored, not as shown
        return usual
    wanted = WORKFLOWS[approving_sides(page)]
    return Workflow.objects.filter(name=wanted, active=True).first() or usual
