"""Everything the three languages lack, in a fixed number of questions however much there is."""

from content.base.texts.columns import LANGUAGES
from staff.models import User
from staff.quality.gaps.facts import gaps_of_facts
from staff.quality.gaps.gap import Found, Gap
from staff.quality.gaps.interface import gaps_of_interface
from staff.quality.gaps.pages import gaps_of_pages
from staff.waiting import language_of


def find_gaps(user: User) -> list[Found]:
    """Return what is missing or out of date, kind by kind, as far as a person may see it."""
    return [gaps_of_pages(user), *gaps_of_facts(user), gaps_of_interface()]


def in_order(gaps: list[Gap], user: User) -> list[Gap]:
    """Return the gaps with those in a person's own language first."""
    own, kinds = language_of(user), list(dict.fromkeys(gap.kind for gap in gaps))
    return sorted(
        gaps,
        key=lambda gap: (
            gap.language != own,
            LANGUAGES.index(gap.language),
            kinds.index(gap.kind),
            gap.url is None,
        ),
    )
