"""What the sides say of animals: nobody speaks for the other, nothing contradicts itself, all is given back."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from content.cameratraps import identities
from content.cameratraps.equivalence import classes
from content.cameratraps.identities import IdentityError
from content.cameratraps.models import (
    Alias,
    IdentityChange,
    IdentityClaim,
    Individual,
    MatchDecision,
    Verdict,
)
from staff.models import User
from tests.cameratraps.animals import both_say, make_alias, make_claim, person
from tests.cameratraps.factories import make_event, make_species

pytestmark = pytest.mark.django_db


def log_actions() -> list[str]:
    return list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))


def refused(function, *args, **changes) -> str:
    """Return why something was refused, and see that nothing has changed."""
    before = everything()
    with pytest.raises(IdentityError) as refusal, transaction.atomic():
        function(*args, **changes)
    assert everything() == before
    return refusal.value.messages[0]


def everything() -> list:
    models = (Individual, Alias, IdentityClaim, MatchDecision, Verdict, IdentityChange)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_claim_counts_when_the_other_side_agrees(sides):
    claim = make_claim(make_alias(), agreed=False)
    assert not IdentityClaim.objects.public().exists()
    identities.review(claim, person("CN"), agrees=True)
    assert list(IdentityClaim.objects.public()) == [claim]
    identities.review(claim, person("CN"), agrees=False)
    assert not IdentityClaim.objects.public().exists()
    assert log_actions() == [
        "cameratraps.claim",
        "cameratraps.claim_agreed",
        "cameratraps.claim_disputed",
    ]


def test_a_claim_is_made_reviewed_and_taken_back_by_the_side_it_belongs_to(sides):
    alias, event = make_alias("RU"), make_event()
    assert "catalogue" in refused(identities.claim, event, alias, person("CN"))
    assert "catalogue" in refused(identities.claim, event, alias, person(""))
    claim = make_claim(alias, event, agreed=False)
    assert "by the other" in refused(identities.review, claim, person("RU"), agrees=True)
    assert "by the other" in refused(identities.review, claim, person(""), agrees=True)
    assert "Only the side" in refused(identities.withdraw_claim, claim, person("CN"))
    identities.withdraw_claim(claim, person("RU"))
    assert not IdentityClaim.objects.exists()
    assert "in the meantime" in refused(identities.review, claim, person("CN"), agrees=True)


def test_one_person_does_not_speak_for_both_sides(sides):
    turncoat = User.objects.create(username="turncoat", side="RU")
    claim = identities.claim(make_event(), make_alias(), turncoat)
    one, other = make_alias(), make_alias("CN")
    identities.decide(one, other, turncoat, answer="same")
    turncoat.side = "CN"
    assert "two people" in refused(identities.review, claim, turncoat, agrees=True)
    assert "two people" in refused(identities.decide, one, other, turncoat, answer="same")


def test_a_visit_of_another_species_or_of_nobody_is_not_of_this_animal(sides):
    alias = make_alias()
    tiger = make_event(species=make_species("amur-tiger"))
    assert "another species" in refused(identities.claim, tiger, alias, person("RU"))
    empty = make_event(observation_type="blank")
    assert "another species" in refused(identities.claim, empty, alias, person("RU"))


def test_no_more_animals_are_named_than_a_visit_shows(sides):
    event, first, second, theirs = make_event(), make_alias(), make_alias(), make_alias("CN")
    make_claim(first, event)
    assert "already" in refused(identities.claim, event, first, person("RU"))
    assert "shows 1 animal" in refused(identities.claim, event, second, person("RU"))
    claim = make_claim(theirs, event, agreed=False)
    assert "shows 1 animal" in refused(identities.review, claim, person("RU"), agrees=True)
    both_say(first, theirs, "same")
    identities.review(claim, person("RU"), agrees=True)
    assert IdentityClaim.objects.public().count() == 2


def test_two_animals_become_one_when_both_sides_say_so_and_two_again_when_one_does_not(sides):
    ours, theirs = make_alias("RU"), make_alias("CN")
    make_claim(ours)
    make_claim(theirs)
    before = everything()[:3]
    decision = identities.decide(theirs, ours, person("RU"), answer="same", evidence="left flank")
    assert everything()[:3] == before
    identities.decide(ours, theirs, person("CN"), answer="same", basis="left")
    theirs.individual.refresh_from_db()
    assert theirs.individual.merged_into == ours.individual
    assert list(Individual.objects.public()) == [ours.individual]
    assert list(IdentityChange.objects.values_list("kind", flat=True)) == ["merged"]
    identities.take_back(decision, person("CN"))
    assert everything()[:3] == before
    assert Individual.objects.public().count() == 2
    assert set(IdentityChange.objects.values_list("kind", flat=True)) == {"merged", "split"}
    assert [name for name in log_actions() if "match" not in name and "claim" not in name] == [
        "cameratraps.merged",
        "cameratraps.split",
    ]


def test_an_animal_is_not_merged_into_itself(sides):
    alias = make_alias()
    second = Alias.objects.create(individual=alias.individual, side_id="RU", code="second")
    for other in (alias, second):
        assert "itself" in refused(identities.decide, alias, other, person("RU"), answer="same")
    with pytest.raises(IntegrityError), transaction.atomic():
        Individual.objects.filter(pk=alias.individual_id).update(merged_into=alias.individual)
    with pytest.raises(IntegrityError), transaction.atomic():
        MatchDecision.objects.create(first=alias, second=alias)


def test_one_animal_never_holds_two_that_both_sides_tell_apart(sides):
    a, b, c = make_alias("RU"), make_alias("CN"), make_alias("RU")
    both_say(a, b, "same")
    both_say(a, c, "different")
    assert "hold them to be two" in refused(identities.decide, b, c, person("RU"), answer="same")
    apart = MatchDecision.objects.get(outcome="different")
    identities.take_back(apart, person("RU"))
    both_say(b, c, "same")
    assert Individual.objects.standing().count() == 1
    assert "Take one of those back" in refused(
        identities.decide, a, c, person("RU"), answer="different"
    )


def test_nobody_speaks_without_a_side_or_takes_back_what_was_not_said(sides):
    a, b = make_alias("RU"), make_alias("CN")
    assert "for one side" in refused(identities.decide, a, b, person(""), answer="same")
    decision = identities.decide(a, b, person("RU"), answer="same")
    for side in ("CN", ""):
        assert "nothing" in refused(identities.take_back, decision, person(side))
    tiger = make_alias("CN", species=make_species("amur-tiger"))
    assert "two species" in refused(identities.decide, a, tiger, person("RU"), answer="same")


def test_a_code_stays_in_its_catalogue_and_belongs_to_one_animal_at_a_time(sides):
    ours, theirs = make_alias("RU"), make_alias("CN")
    moved = Alias(individual=theirs.individual, side_id="RU", code="x")
    with pytest.raises(ValidationError, match="other side"):
        moved.full_clean()
    twice = Alias(individual=make_alias().individual, side_id="RU", code=ours.code)
    with pytest.raises(ValidationError, match="in these years"):
        twice.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        twice.save()
    Alias.objects.filter(pk=ours.pk).update(valid_to=2019)
    twice.valid_from = 2020
    twice.full_clean()
    make_claim(ours)
    ours.refresh_from_db()
    ours.individual = make_alias().individual
    with pytest.raises(ValidationError, match="Take back"):
        ours.full_clean()


def test_a_mother_is_an_older_female_of_the_same_species(sides):
    cub = make_alias(birth_year=2024).individual
    for wrong in (
        cub,
        make_alias(sex="male").individual,
        make_alias(species=make_species("amur-tiger")).individual,
        make_alias(birth_year=2025).individual,
    ):
        cub.mother = wrong
        with pytest.raises(ValidationError):
            cub.clean()
    cub.mother = make_alias(birth_year=2020).individual
    cub.clean()


STEPS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(0, 4),
        st.sampled_from(["RU", "CN", "RU CN", "CN RU"]),
        st.sampled_from(["same", "different", "undecided", "take back"]),
    ),
    max_size=24,
)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_whatever_is_said_classes_hold_together_and_taking_all_back_gives_all_back(sides, steps):
    with transaction.atomic():
        aliases = [make_alias(side) for side in ("RU", "CN", "RU", "CN", "RU")]
        own = {alias.individual_id for alias in aliases}
        for one, other, sides_speaking, answer in steps:
            for side in sides_speaking.split():
                _say(aliases[one], aliases[other], person(side), answer)
            _check(own)
        for verdict in Verdict.objects.select_related("decision"):
            identities.take_back(verdict.decision, person(verdict.side_id))
        assert set(Individual.objects.standing().values_list("pk", flat=True)) == own
        transaction.set_rollback(True)


def _say(one: Alias, other: Alias, user: User, answer: str) -> None:
    try:
        if answer != "take back":
            identities.decide(one, other, user, answer=answer)
        elif decision := MatchDecision.objects.filter(first=one, second=other).first():
            identities.take_back(decision, user)
    except IdentityError:
        pass


def _check(own: set[int]) -> None:
    """Every class is what the settled words make it, and holds no pair that is settled to be two."""
    stands = {one.pk: one.animal_id for one in Individual.objects.filter(pk__in=own)}
    pairs = {
        outcome: list(
            MatchDecision.objects.filter(outcome=outcome).values_list(
                "first__individual_id", "second__individual_id"
            )
        )
        for outcome in ("same", "different")
    }
    assert stands == classes(own, pairs["same"])
    assert not [pair for pair in pairs["different"] if stands[pair[0]] == stands[pair[1]]]
    for decision in MatchDecision.objects.all():
        answers = list(decision.verdicts.values_list("answer", flat=True))
        assert (decision.outcome in ("same", "different")) == (
            len(answers) == 2 and len(set(answers)) == 1 and answers[0] != "undecided"
        )
