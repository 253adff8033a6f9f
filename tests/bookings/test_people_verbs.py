"""Permits person by person: the booking follows them; persons are replaced, taken out, moved, forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bookings import holding, moving, naming, permits, services
from bookings.errors import NobodyOfThatNumber, PartyNeedsAdult, TooLateForNames
from bookings.models import Participant, PermitCase, PermitState, TravelDocument
from bookings.parties import ConsentGiven, Party, staff_actor
from bookings.reconciliation import differences
from bookings.requests import BookingRequest
from bookings.staff_errors import NothingToDecide, PapersDecided, PapersMissing
from tests.bookings.factories import counter, make_departure, make_request
from tests.bookings.persons import border_departure, border_trail, name_all, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(make_officer):
    return staff_actor(make_officer("RU"))


def place(departure=None, adults=2, children=0, *groups):
    """Book a foreign party, nobody of it named."""
    request = make_request(departure or border_departure())
    party = Party(adults, children, groups or ("other",))
    return services.place_booking(BookingRequest(**{**request.__dict__, "party": party})).booking


def named(adults=2, **changes):
    """Book a foreign party whose papers are there."""
    booking = place(changes.get("departure"), adults)
    name_all(booking)
    booking.refresh_from_db()
    return booking


def states(booking) -> list[str]:
    cases = PermitCase.objects.filter(participant__booking=booking)
    return list(cases.order_by("participant__number").values_list("state", flat=True))


def keys(booking, *numbers) -> list[int]:
    cases = PermitCase.objects.filter(participant__booking=booking)
    chosen = cases.filter(participant__number__in=numbers) if numbers else cases
    return list(chosen.values_list("pk", flat=True))


def mails(booking) -> list[str]:
    return [mail.kind for mail in booking.mails.order_by("pk")]


def test_party_waits_until_the_last_person_is_granted(officer):
    booking = place()
    assert (booking.state, states(booking)) == ("permit_review", ["docs_missing"] * 2)
    name_all(booking)
    assert states(booking) == ["ready", "ready"]
    permits.decide_cases(booking.pk, keys(booking), PermitState.FILED, officer)
    permits.decide_cases(booking.pk, keys(booking, 1), PermitState.GRANTED, officer)
    booking.refresh_from_db()
    assert (booking.state, states(booking)) == ("permit_review", ["granted", "filed"])
    permits.decide_cases(booking.pk, keys(booking, 2), PermitState.NOT_NEEDED, officer)
    booking.refresh_from_db()
    assert (booking.state, mails(booking)) == ("confirmed", ["under-review", "confirmed"])
    assert booking.events.filter(kind="permits-decided").count() == 3


def test_whom_no_rule_means_needs_no_permit(officer):
    booking = place(None, 2, 0, "RU", "other")
    people = [person(1, group="RU", papers=None), person(2)]
    naming.name_people(booking.pk, people)
    assert states(booking) == ["not_needed", "ready"]
    permits.decide_cases(booking.pk, keys(booking), PermitState.GRANTED, officer)
    booking.refresh_from_db()
    assert (booking.state, states(booking)) == ("confirmed", ["not_needed", "granted"])


def test_who_is_refused_is_left_out_and_the_others_go(officer):
    booking = named(3)
    permits.decide_cases(booking.pk, keys(booking, 1, 3), PermitState.GRANTED, officer)
    permits.decide_cases(booking.pk, keys(booking, 2), PermitState.REFUSED, officer, "border")
    booking.refresh_from_db()
    assert booking.state == "permit_review"
    naming.take_out(booking.pk, 2, officer)
    booking.refresh_from_db()
    assert (booking.state, booking.party_size, counter(booking.departure)) == ("confirmed", 2, 2)
    assert mails(booking) == ["under-review", "without-person", "confirmed"]
    assert TravelDocument.objects.count() == 2
    assert differences() == []
    refusal = booking.events.get(kind="permits-decided", details__permit="refused")
    assert refusal.details == {"permit": "refused", "people": 1, "refusal": "border"}


def test_last_adult_cannot_be_left_out_and_a_second_time_is_refused(officer):
    booking = place(None, 1, 1)
    with pytest.raises(PartyNeedsAdult):
        naming.take_out(booking.pk, 1, officer)
    naming.take_out(booking.pk, 2)
    with pytest.raises(NobodyOfThatNumber):
        naming.take_out(booking.pk, 2)
    assert counter(booking.departure) == 1


def test_whole_party_is_decided_at_once(officer):
    booking = named()
    permits.decide_papers(booking.pk, is_granted=True, actor=officer)
    booking.refresh_from_db()
    assert (booking.state, states(booking)) == ("confirmed", ["granted", "granted"])
    with pytest.raises(PapersDecided):
        permits.decide_papers(booking.pk, is_granted=True, actor=officer)


def test_party_with_papers_missing_cannot_be_granted_as_a_whole(officer):
    booking = place()
    with pytest.raises(PapersMissing):
        permits.decide_papers(booking.pk, is_granted=True, actor=officer)
    permits.decide_papers(booking.pk, is_granted=False, actor=officer)
    booking.refresh_from_db()
    assert (booking.state, counter(booking.departure)) == ("rejected", 0)


@pytest.mark.parametrize("state", [PermitState.FILED, PermitState.GRANTED])
def test_what_is_missing_cannot_be_filed_or_granted(officer, state):
    booking = place()
    with pytest.raises(NothingToDecide):
        permits.decide_cases(booking.pk, keys(booking), state, officer)


def test_cases_of_another_booking_are_left_alone(officer):
    mine, other = named(), named()
    with pytest.raises(NothingToDecide):
        permits.decide_cases(mine.pk, keys(other), PermitState.GRANTED, officer)
    assert states(other) == ["ready", "ready"]


def test_replaced_person_loses_the_document_and_begins_anew(officer):
    booking = named()
    permits.decide_papers(booking.pk, is_granted=True, actor=officer)
    first = Participant.objects.get(booking=booking, number=1)
    old = first.document.pk
    naming.name_people(booking.pk, [person(1, name="Somebody Else", papers=None)])
    booking.refresh_from_db()
    assert not TravelDocument.objects.filter(pk=old).exists()
    assert (booking.state, states(booking)) == ("permit_review", ["docs_missing", "granted"])
    assert booking.confirmed_at is None


def test_same_names_again_change_nothing(officer):
    booking = named()
    permits.decide_cases(booking.pk, keys(booking), PermitState.FILED, officer)
    again = [person(number, papers=None) for number in (1, 2)]
    assert naming.name_people(booking.pk, again).is_changed is False
    assert states(booking) == ["filed", "filed"]


def test_papers_are_taken_until_the_last_day_and_then_by_the_office_alone(time_machine, officer):
    now = timezone.now()
    trail = border_trail(lead_days=5)
    departure = make_departure(trail, starts_at=now + timedelta(days=9))
    booking = place(departure)
    last = PermitCase.objects.first().file_by
    assert last == departure.local_day - timedelta(days=5)
    time_machine.move_to(now + timedelta(days=6), tick=False)
    with pytest.raises(TooLateForNames):
        name_all(booking)
    assert permits.expire_cases(booking.pk) == 2
    assert states(booking) == ["expired", "expired"]
    naming.name_people(booking.pk, [person(1)], actor=officer)
    assert states(booking) == ["ready", "expired"]


def test_larger_party_is_looked_at_again(officer):
    booking = named()
    permits.decide_papers(booking.pk, is_granted=True, actor=officer)
    services.change_party_size(booking.pk, Party(3))
    booking.refresh_from_db()
    assert (booking.state, states(booking)) == (
        "permit_review",
        ["granted", "granted", "docs_missing"],
    )
    services.change_party_size(booking.pk, Party(2))
    booking.refresh_from_db()
    assert (booking.state, states(booking)) == ("confirmed", ["granted", "granted"])


def test_who_moves_takes_names_and_papers_along_and_asks_anew(officer):
    booking = named()
    permits.decide_papers(booking.pk, is_granted=True, actor=officer)
    later = make_departure(booking.departure.trail, starts_at=timezone.now() + timedelta(days=20))
    moved = moving.move_booking(booking.pk, later.pk).booking
    assert (booking.participants.count(), moved.participants.count()) == (0, 2)
    assert states(moved) == ["ready", "ready"]
    assert {one.delete_on for one in TravelDocument.objects.all()} == {
        later.local_day + timedelta(days=7)
    }
    assert moved.state == "permit_review"


@pytest.mark.parametrize("by_visitor", [True, False])
def test_cancelled_party_needs_no_papers_any_more(officer, by_visitor):
    booking = named()
    if by_visitor:
        services.cancel_booking(booking.pk)
    else:
        permits.decide_papers(booking.pk, is_granted=False, actor=officer)
    assert not TravelDocument.objects.exists()


def test_whom_the_reserve_called_off_may_still_move_with_the_papers(officer):
    booking = named()
    services.cancel_departure(booking.departure_id, "fire", officer)
    assert TravelDocument.objects.count() == 2


def test_consent_taken_back_deletes_names_and_papers_at_once():
    booking = named()
    agreed = ConsentGiven("test", "1" * 64, "en", "papers")
    naming.name_people(booking.pk, [], [agreed])
    assert naming.withdraw_papers(booking.pk) == 2
    assert not TravelDocument.objects.exists()
    assert set(Participant.objects.values_list("name", flat=True)) == {""}
    assert states(booking) == ["docs_missing", "docs_missing"]
    assert booking.consents.get(purpose="papers").withdrawn_at is not None
    assert naming.withdraw_papers(booking.pk) == 0


def test_trail_without_rules_knows_no_persons():
    departure = make_departure()
    request = make_request(departure)
    holding.hold_places(request)
    services.place_booking(make_request(departure))
    assert not Participant.objects.exists() and not PermitCase.objects.exists()
