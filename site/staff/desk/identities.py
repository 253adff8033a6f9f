"""What the other side says of animals and this side has not answered."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.cameratraps.identity_lists import claims_waiting_for, matches_waiting_for
from content.cameratraps.identity_views import IDENTIFY
from staff.desk.lists import SHOWN, DeskList, Row, age
from staff.models import User


def identities(user: User) -> DeskList | None:
    """Return the names and pairs that wait for the word of the person's side, the oldest names first."""
    if not user.side or not user.has_perm(IDENTIFY):
        return None
    claims, matches = claims_waiting_for(user.side), matches_waiting_for(user.side)
    total = claims.count() + matches.count()
    rows = [_claim_row(claim) for claim in _plain(claims)[:SHOWN]] if total else []
    pairs = matches.select_related("first__individual", "second__individual") if total else []
    rows += [_match_row(pair) for pair in pairs[:SHOWN]]
    return DeskList(
        key="identities",
        heading=_("Who is who: your side’s word"),
        icon="tag",
        rows=rows[:SHOWN],
        total=total,
        all_url=reverse("cameratraps_who_is_who"),
        words=ngettext(
            "word on an animal is asked of your side",
            "words on animals are asked of your side",
            total,
        ),
    )


def _plain(claims):
    """Leave out the pictures, which the desk does not show."""
    return claims.prefetch_related(None)


def _claim_row(claim) -> Row:
    return Row(
        title=f"{claim.alias.code} – {claim.alias.individual}",
        url=reverse("cameratraps_animals", args=[claim.event_id]),
        facts=(str(claim.event), age(claim.claimed_at)),
        mark=claim.get_confidence_display(),
    )


def _match_row(pair) -> Row:
    return Row(
        title=f"{pair.first.code} · {pair.second.code}",
        url=reverse("cameratraps_match", args=[pair.pk]),
        facts=(f"{pair.first.individual} · {pair.second.individual}",),
        mark=_("one animal or two?"),
    )
