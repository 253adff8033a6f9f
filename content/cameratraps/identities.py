"""What both sides say about who is who: naming the animal of a visit, and finding two codes to be one animal.

Everything about one species is done in turn, under a lock on the species. A curator speaks for their own side only, and
nothing counts that only one side has said.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from content.base.formats import format_list
from content.cameratraps.choices import ObservationType
from content.cameratraps.equivalence import classes, contradiction
from content.cameratraps.models import (
    Alias,
    Event,
    IdentityChange,
    IdentityClaim,
    Individual,
    MatchDecision,
    Verdict,
)
from content.cameratraps.models.identities import Answer, Basis, Confidence, Review
from content.reserve.models import Species


class IdentityError(ValidationError):
    """Something that cannot be said of an animal; the message says why."""


@transaction.atomic
def claim(
    event: Event,
    alias: Alias,
    user,
    *,
    flank: str = "",
    confidence: str = Confidence.CERTAIN,
) -> IdentityClaim:
    """Say for `user`'s own side that a visit shows the animal of one of its codes. Raises IdentityError."""
    _lock(alias.individual.species_id)
    event = Event.objects.select_for_update().get(pk=event.pk)
    if not user.side or alias.side_id != user.side:
        raise IdentityError(_("You name animals by the codes of your own side’s catalogue."))
    if event.observation_type != ObservationType.ANIMAL or (
        event.species_id != alias.individual.species_id
    ):
        raise IdentityError(_("This visit is of another species than the animal."))
    named = event.claims.filter(side_id=user.side)
    if named.filter(alias=alias).exists():
        raise IdentityError(_("Your side has named this animal already."))
    if named.count() >= event.count:
        raise IdentityError(_too_many(event))
    made = IdentityClaim.objects.create(
        event=event,
        alias=alias,
        side_id=user.side,
        flank=flank,
        confidence=confidence,
        claimed_by=user,
    )
    _note(event, "cameratraps.claim", user, alias)
    return made


@transaction.atomic
def withdraw_claim(made: IdentityClaim, user) -> None:
    """Take back what `user`'s own side said of a visit; it is gone from every page at once. Raises IdentityError."""
    made = _locked_claim(made)
    if made.side_id != user.side:
        raise IdentityError(_("Only the side that named the animal can take that back."))
    made.delete()
    _note(made.event, "cameratraps.claim_withdrawn", user, made.alias)


@transaction.atomic
def review(made: IdentityClaim, user, *, agrees: bool) -> IdentityClaim:
    """Say for the other side whether a visit shows that animal. May be said anew. Raises IdentityError."""
    made = _locked_claim(made)
    if not user.side or user.side == made.side_id:
        raise IdentityError(_("What one side says is looked at by the other."))
    if made.claimed_by_id == user.pk:
        raise IdentityError(_("The two sides are spoken for by two people."))
    if agrees and _animals_named(made) > made.event.count:
        raise IdentityError(_too_many(made.event))
    made.review = Review.AGREED if agrees else Review.DISPUTED
    made.reviewed_by, made.reviewed_at = user, timezone.now()
    made.save(update_fields=["review", "reviewed_by", "reviewed_at"])
    _note(made.event, f"cameratraps.claim_{made.review}", user, made.alias)
    return made


def _animals_named(made: IdentityClaim) -> int:
    """Count the animals both sides see on a visit if they agree upon this one too."""
    claims = IdentityClaim.objects.with_animal().filter(event=made.event_id)
    agreed = claims.filter(review=Review.AGREED) | claims.filter(pk=made.pk)
    return len(set(agreed.values_list("animal_id", flat=True)))


def _too_many(event: Event) -> str:
    return ngettext(
        "This visit shows %(count)d animal, and as many are named.",
        "This visit shows %(count)d animals, and as many are named.",
        event.count,
    ) % {"count": event.count}


@transaction.atomic
def decide(
    one: Alias, other: Alias, user, *, answer: str, basis: str = Basis.OTHER, evidence: str = ""
) -> MatchDecision:
    """Say for `user`'s own side whether two codes are one animal. Raises IdentityError.

    When both sides say the same the animals are merged; when that ceases they are split.
    """
    if not user.side:
        raise IdentityError(_("Only somebody who works for one side can say this for it."))
    if one.individual_id == other.individual_id:
        raise IdentityError(_("An animal cannot be merged into itself: it has both codes."))
    first, second = sorted((one, other), key=lambda alias: alias.pk)
    if first.individual.species_id != second.individual.species_id:
        raise IdentityError(_("Animals of two species are not compared."))
    _lock(first.individual.species_id)
    decision, _made = MatchDecision.objects.get_or_create(first=first, second=second)
    if decision.verdicts.exclude(side_id=user.side).filter(said_by=user).exists():
        raise IdentityError(_("The two sides are spoken for by two people."))
    _refuse_contradiction(decision, answer)
    said = {"answer": answer, "evidence": evidence, "said_by": user, "said_at": timezone.now()}
    Verdict.objects.update_or_create(decision=decision, side_id=user.side, defaults=said)
    decision.basis = basis
    _settle(decision, user)
    return decision


@transaction.atomic
def take_back(decision: MatchDecision, user) -> None:
    """Take back the word of `user`'s own side on a pair. Raises IdentityError."""
    _lock(decision.first.individual.species_id)
    decision = MatchDecision.objects.get(pk=decision.pk)
    word = decision.verdicts.filter(side_id=user.side).first() if user.side else None
    if word is None:
        raise IdentityError(_("Your side has said nothing of these two."))
    word.delete()
    _settle(decision, user)


def _refuse_contradiction(decision: MatchDecision, answer: str) -> None:
    """Keep every class free of a pair that both sides hold to be two animals."""
    settled = MatchDecision.objects.exclude(pk=decision.pk)
    same = _pairs(settled.filter(outcome=Answer.SAME))
    own = (decision.first.individual_id, decision.second.individual_id)
    if answer == Answer.SAME:
        different = _pairs(settled.filter(outcome=Answer.DIFFERENT))
        clash = contradiction([], [*same, own], different)
    else:
        clash = contradiction([], same, [own]) if answer == Answer.DIFFERENT else None
    if clash is None:
        return
    names = format_list([str(found) for found in Individual.objects.filter(pk__in=clash)])
    if answer == Answer.SAME:
        raise IdentityError(
            _("That would make %(animals)s one animal, and both sides hold them to be two.")
            % {"animals": names}
        )
    raise IdentityError(
        _("By other decisions %(animals)s are one animal. Take one of those back first.")
        % {"animals": names}
    )


def _settle(decision: MatchDecision, user) -> None:
    """Let the outcome follow from what the sides say, and merge or split what it holds together."""
    before = decision.outcome
    answers = list(decision.verdicts.values_list("answer", flat=True))
    is_settled = len(answers) == 2 and len(set(answers)) == 1
    decision.outcome = answers[0] if is_settled else Answer.UNDECIDED
    is_known = decision.outcome == before
    decision.settled_at = decision.settled_at if is_known else timezone.now()
    decision.save()
    log(
        instance=decision, action="cameratraps.match", user=user, data={"outcome": decision.outcome}
    )
    if before != Answer.SAME == decision.outcome:
        merge(decision, user)
    elif decision.outcome != Answer.SAME == before:
        split(decision, user)


def merge(decision: MatchDecision, user) -> None:
    """Make one animal of what both sides hold to be one; the oldest record stands for it, its address for all."""
    _change(decision, user, IdentityChange.Kind.MERGED)


def split(decision: MatchDecision, user) -> None:
    """Give every record back that only this decision held together: its name, codes, visits and address."""
    _change(decision, user, IdentityChange.Kind.SPLIT)


def _change(decision: MatchDecision, user, kind: str) -> None:
    IdentityChange.objects.create(decision=decision, kind=kind)
    log(instance=decision, action=f"cameratraps.{kind}", user=user)
    _stand_for_classes(decision.first.individual.species_id)


def _stand_for_classes(species: int) -> None:
    """Write for every animal of a species which record stands for it. Nothing else of a record is touched."""
    animals = {one.pk: one for one in Individual.objects.filter(species=species)}
    settled = MatchDecision.objects.filter(outcome=Answer.SAME, first__individual__species=species)
    for key, stands in classes(animals, _pairs(settled)).items():
        into = None if stands == key else stands
        if animals[key].merged_into_id != into:
            Individual.objects.filter(pk=key).update(merged_into=into)


def _pairs(decisions) -> list[tuple[int, int]]:
    return list(decisions.values_list("first__individual_id", "second__individual_id"))


def _lock(species: int) -> None:
    Species.objects.select_for_update().get(pk=species)


def _locked_claim(made: IdentityClaim) -> IdentityClaim:
    _lock(made.alias.individual.species_id)
    Event.objects.select_for_update().get(pk=made.event_id)
    found = IdentityClaim.objects.filter(pk=made.pk).first()
    if found is None:
        raise IdentityError(_("This has been taken back in the meantime."))
    return found


def _note(event: Event, action: str, user, alias: Alias) -> None:
    log(instance=event, action=action, user=user, data={"side": user.side, "code": alias.code})
