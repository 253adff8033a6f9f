"""What the staff screens of who is who show, in the same few questions however much there is."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from content.base.models import Image
from content.cameratraps.models import Alias, Event, IdentityClaim, MatchDecision, Media, Verdict
from content.cameratraps.models.identities import Review


def staff_claims() -> QuerySet[IdentityClaim]:
    """Return claims with the animal, the people and the visit's frames."""
    frames = Media.objects.select_related("image").prefetch_related("image__renditions")
    return IdentityClaim.objects.select_related(
        "alias__individual", "side", "claimed_by", "reviewed_by", "event__species"
    ).prefetch_related(
        Prefetch(
            "event__media",
            queryset=frames.order_by("-favourite", "sort_order"),
            to_attr="best_frames",
        )
    )


def waiting_claims() -> QuerySet[IdentityClaim]:
    """Return the claims on which the other side has not said a word yet, the oldest first."""
    return staff_claims().filter(review=Review.WAITING)


def claims_of(event: Event) -> QuerySet[IdentityClaim]:
    return staff_claims().filter(event=event)


def decisions() -> QuerySet[MatchDecision]:
    """Return the pairs with what both sides have said of them; those not settled come first."""
    words = Verdict.objects.select_related("said_by", "side")
    return (
        MatchDecision.objects.select_related("first__individual", "second__individual")
        .prefetch_related(Prefetch("verdicts", queryset=words, to_attr="all_verdicts"))
        .order_by("-outcome", "-pk")
    )


@dataclass(frozen=True)
class Compared:
    """One of two codes, with a picture of each visit that names it."""

    alias: Alias
    pictures: list[tuple[IdentityClaim, Image]]


def side_by_side(decision: MatchDecision) -> list[Compared]:
    """Return both codes of a pair with pictures; staff see them whether or not they are released."""
    claims = staff_claims().filter(alias__in=[decision.first_id, decision.second_id])
    found: dict[int, list[tuple[IdentityClaim, Image]]] = {}
    for claim in claims.order_by("flank", "pk"):
        if claim.event.best_frames:
            picture = claim.event.best_frames[0].image
            found.setdefault(claim.alias_id, []).append((claim, picture))
    return [Compared(alias, found.get(alias.pk, [])) for alias in (decision.first, decision.second)]


def claims_waiting_for(side: str) -> QuerySet[IdentityClaim]:
    """Return what the other side says of visits and this side has not looked at."""
    return waiting_claims().exclude(side=side)


def matches_waiting_for(side: str) -> QuerySet[MatchDecision]:
    """Return the pairs the other side has spoken of and this side has not."""
    return MatchDecision.objects.open().exclude(verdicts__side=side)
