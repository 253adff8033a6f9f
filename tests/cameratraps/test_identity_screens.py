"""The staff screens of who is who: what waits for whom, who may say what, and what a refusal says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.cameratraps.models import IdentityClaim, Individual, MatchDecision
from staff.desk.identities import identities as desk_list
from tests.cameratraps.animals import both_say, make_alias, make_claim, person
from tests.cameratraps.factories import make_event
from tests.cameratraps.test_staff import as_curator, curators

__all__ = ["as_curator", "curators"]
pytestmark = pytest.mark.django_db
START = "cameratraps_who_is_who"


def visit_url(event) -> str:
    return reverse("cameratraps_animals", args=[event.pk])


def match_url(decision) -> str:
    return reverse("cameratraps_match", args=[decision.pk])


def test_an_animal_is_named_by_one_side_and_agreed_to_by_the_other(as_curator):
    event, alias = make_event(), make_alias("RU")
    said = {"claim": "1", "alias": alias.pk, "flank": "left", "confidence": "certain"}
    assert as_curator("RU").post(visit_url(event), said).status_code == 302
    claim = IdentityClaim.objects.get()
    assert (claim.side_id, claim.flank, claim.review) == ("RU", "left", "waiting")
    as_curator("RU").post(visit_url(event), {"of": claim.pk, "agree": "1"})
    assert not IdentityClaim.objects.public().exists()
    html = as_curator("CN").get(reverse(START)).content.decode()
    assert alias.code in html
    as_curator("CN").post(visit_url(event), {"of": claim.pk, "agree": "1"})
    assert list(IdentityClaim.objects.public()) == [claim]
    as_curator("CN").post(visit_url(event), {"of": claim.pk, "withdraw": "1"})
    assert IdentityClaim.objects.count() == 1
    as_curator("RU").post(visit_url(event), {"of": claim.pk, "withdraw": "1"})
    assert IdentityClaim.objects.count() == 0


def test_nobody_names_by_a_code_of_the_other_side(as_curator):
    event, theirs = make_event(), make_alias("CN")
    said = {"claim": "1", "alias": theirs.pk, "confidence": "certain"}
    response = as_curator("RU").post(visit_url(event), said)
    assert "alias" in response.context["form"].errors
    assert as_curator("").post(visit_url(event), said).status_code in (200, 302, 403)
    assert not IdentityClaim.objects.exists()


def test_a_refusal_says_why_and_keeps_what_was_typed(as_curator):
    a, b, c = make_alias("RU"), make_alias("CN"), make_alias("RU")
    both_say(a, b, "same")
    both_say(a, c, "different")
    said = {"first": b.pk, "second": c.pk, "answer": "same", "basis": "left", "evidence": "spots"}
    response = as_curator("RU").post(reverse(START), said)
    html = response.content.decode()
    assert "both sides hold them to be two" in html
    assert 'value="spots"' in html
    assert MatchDecision.objects.count() == 2
    itself = {**said, "second": b.pk}
    assert "into itself" in as_curator("RU").post(reverse(START), itself).content.decode()


def test_two_codes_are_compared_side_by_side_by_both_sides(as_curator):
    ours, theirs = make_alias("RU"), make_alias("CN")
    for alias in (ours, theirs):
        make_claim(alias, make_event(frames=0))
    said = {"first": ours.pk, "second": theirs.pk, "answer": "same", "basis": "left"}
    as_curator("RU").post(reverse(START), said)
    decision = MatchDecision.objects.get()
    html = as_curator("CN").get(match_url(decision)).content.decode()
    assert ours.code in html
    assert theirs.code in html
    as_curator("CN").post(match_url(decision), {"say": "1", "answer": "same", "basis": "both"})
    assert Individual.objects.standing().count() == 1
    as_curator("CN").post(match_url(decision), {"take_back": "1"})
    assert Individual.objects.standing().count() == 2


def test_only_who_identifies_opens_the_screens(client, sides):
    event = make_event()
    decision = both_say(make_alias("RU"), make_alias("CN"), "different")
    client.force_login(person("RU"))  # no rights at all
    for address in (reverse(START), visit_url(event), match_url(decision)):
        assert client.get(address).status_code in (302, 403)


def test_the_desk_holds_what_waits_for_the_own_side(curators):
    mine = make_claim(make_alias("CN"), agreed=False)
    make_claim(make_alias("RU"), agreed=False)
    found = desk_list(curators["RU"])
    assert [row.url for row in found.rows] == [visit_url(mine.event)]
    assert found.total == 1
    assert desk_list(curators[""]) is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_screens_ask_the_same_few_questions(as_curator, number):
    event = make_event(frames=0, count=9)
    for _number in range(number):
        alias = make_alias("RU")
        make_claim(alias, event, agreed=False)
        decision = both_say(alias, make_alias("CN"), "different")
    client = as_curator("CN")
    for address, most in ((reverse(START), 22), (visit_url(event), 22), (match_url(decision), 22)):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= most, (address, len(asked))
