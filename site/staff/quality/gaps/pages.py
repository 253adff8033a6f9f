"""Pages that are not in a language, not finished, or behind their original."""

from wagtail.models import Page, get_page_models

from content.base.permissions import TRANSLATE, SideOwnedPage
from content.base.texts.columns import LANGUAGES
from staff.models import User
from staff.quality.gaps.gap import Found, Gap, GapState, Kind, Total
from staff.roles import languages_of
from staff.translating.queries import page_work
from staff.translating.work import PageWork, State

STATES = {
    State.MISSING: GapState.MISSING,
    State.OUT_OF_DATE: GapState.OUTDATED,
    State.IN_PROGRESS: GapState.STARTED,
    State.READY: GapState.STARTED,
}


def gaps_of_pages(user: User) -> Found:
    """Return the pages each language lacks, as the list of what to translate has them."""
    found, sides = Found(Kind.PAGE), _sides()
    of = Page.objects.live().filter(depth__gt=1).values("translation_key").distinct().count()
    for language in LANGUAGES:
        works = page_work(language)
        found.gaps += [_gap(work, user, sides) for work in works]
        found.totals[language] = Total(max(of - len(works), 0), of)
    return found


def _sides() -> dict:
    """Return translation key → side of the pages that are one side's own."""
    found: dict = {}
    for model in get_page_models():
        if issubclass(model, SideOwnedPage):
            found.update(model.objects.values_list("translation_key", f"{model.about}__side"))
    return found


def _gap(work: PageWork, user: User, sides: dict) -> Gap:
    return Gap(
        kind=Kind.PAGE,
        sort=str(work.kind),
        title=work.title,
        language=work.language,
        state=STATES[work.state],
        what=f"{work.done}/{work.total}" if work.total and work.done is not None else "",
        side=sides.get(work.key) or "",
        since=work.since,
        url=work.url if _may_translate(user, work) else None,
    )


def _may_translate(user: User, work: PageWork) -> bool:
    if user.is_superuser or not user.side:
        return True
    return user.has_perm(TRANSLATE) and work.language in languages_of(user.side)
