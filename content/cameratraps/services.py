"""What changes who may see a visit. Each side speaks for itself; what both have to say holds when both have said it.

Every verb locks the visit, then its pictures, so that two people who decide at once are heard one after the other.
"""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from content.cameratraps import checklist
from content.cameratraps.agreement import hindrances, holds, mark_of, seen_in
from content.cameratraps.choices import ObservationType, Stage
from content.cameratraps.deciding import (
    ReleaseError,
    allowed,
    answered,
    future,
    locked,
    note,
    own_release,
    said,
)
from content.cameratraps.models import Deployment, Event, Refusal, Release, Zone
from content.reserve.models import Species


@transaction.atomic
def release_event(
    event: Event,
    user,
    *,
    answers: Mapping[str, str],
    reason: str,
    embargo_until: date | None = None,
    review_on: date | None = None,
    seen: str | None = None,
) -> Release:
    """Record that `user`'s own side agrees to show a visit. Raises ReleaseError.

    `answers` are those to the checklist, by point. Without `embargo_until` the visit may be seen from the earliest day
    the rules allow. `seen` is what lay before the person (`agreement.mark_of`): what has changed since is not released.
    """
    event = locked(event, user)
    now = seen_in(event)
    if seen is not None and seen != mark_of(now):
        raise ReleaseError(_("This visit has changed since you looked. Look again."))
    _refuse_release(event, user)
    given = {
        "reason": said(reason),
        "answers": answered(answers),
        "review_on": future(review_on),
        "embargo_until": allowed(event, embargo_until),
        "checklist": checklist.CURRENT,
        "treatments": checklist.treated(),
        "agreed": now,
    }
    release = Release.objects.create(event=event, side_id=user.side, approved_by=user, **given)
    _settle_embargo(event)
    note(event, "release", user, reason)
    Event.objects.filter(pk=event.pk).update(stage=Stage.READY)
    release.refresh_from_db(fields=["embargo_until"])
    return release


def _refuse_release(event: Event, user) -> None:
    if event.releases.filter(side_id=user.side).exists():
        raise ReleaseError(_("Your side has released this visit already."))
    if event.releases.filter(approved_by=user).exists():
        raise ReleaseError(_("The two sides are released by two people."))
    for refusal in event.refusals.all():
        raise ReleaseError(
            _("%(side)s has refused: %(reason)s") % {"side": refusal.side, "reason": refusal.reason}
        )
    if in_the_way := hindrances(event):
        raise ReleaseError(in_the_way)


@transaction.atomic
def confirm_release(
    event: Event,
    user,
    *,
    answers: Mapping[str, str],
    reason: str,
    review_on: date | None = None,
) -> Release:
    """Say again for `user`'s own side what it has released, after another look. Raises ReleaseError."""
    event = locked(event, user)
    release = own_release(event, user)
    if in_the_way := hindrances(event):
        raise ReleaseError(in_the_way)
    release.answers, release.reason = answered(answers), said(reason)
    release.checklist, release.treatments = checklist.CURRENT, checklist.treated()
    release.review_on, release.agreed = future(review_on), seen_in(event)
    release.save()
    note(event, "confirm", user, reason)
    return release


@transaction.atomic
def withdraw_release(event: Event, user, *, reason: str = "") -> None:
    """Take back the agreement of `user`'s own side; the visit is gone from every page at once. Raises ReleaseError."""
    event = locked(event, user)
    own_release(event, user).delete()
    note(event, "withdraw", user, reason)


@transaction.atomic
def withdraw_all(event: Event, user=None) -> bool:
    """Take back both releases after an edit to what they were given for; say whether there were any."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    releases = list(event.releases.all())
    for release in releases:
        release.delete()
    if releases:
        sides = ", ".join(release.side_id for release in releases)
        log(instance=event, action="cameratraps.withdraw", user=user, data={"side": sides})
    return bool(releases)


def hold_to_agreement(event: Event, user=None) -> bool:
    """Take back both releases when the visit is no longer what they were given for; say whether it was so."""
    given = [release.agreed for release in Release.objects.filter(event=event)]
    if not given:
        return False
    now = seen_in(event)
    return not all(holds(agreed, now) for agreed in given) and withdraw_all(event, user)


@transaction.atomic
def refuse_release(event: Event, user, *, reason: str) -> Refusal:
    """Say no for `user`'s own side; nobody sees the visit as long as that stands. Raises ReleaseError."""
    event = locked(event, user)
    if event.refusals.filter(side_id=user.side).exists():
        raise ReleaseError(_("Your side has refused this visit already."))
    refusal = Refusal.objects.create(
        event=event,
        side_id=user.side,
        refused_by=user,
        reason=said(reason),
        refused=seen_in(event),
    )
    for release in event.releases.filter(side_id=user.side):
        release.delete()
    note(event, "refuse", user, reason)
    return refusal


@transaction.atomic
def take_back_refusal(event: Event, user) -> None:
    """Take back the no of `user`'s own side. It is no yes: that is said by a release. Raises ReleaseError."""
    event = locked(event, user)
    refusal = event.refusals.filter(side_id=user.side).first()
    if refusal is None:
        raise ReleaseError(_("Your side has not refused this visit."))
    refusal.delete()
    note(event, "refusal_withdrawn", user)


@transaction.atomic
def ask_again(event: Event, user) -> None:
    """Ask the other side anew about a visit it has refused, once something has changed. Raises ReleaseError."""
    event = locked(event, user)
    refusals = list(event.refusals.exclude(side_id=user.side))
    if not refusals:
        raise ReleaseError(_("The other side has not refused this visit."))
    now = seen_in(event)
    if any(refusal.refused == now for refusal in refusals):
        raise ReleaseError(_("Nothing has changed since the other side refused."))
    for refusal in refusals:
        refusal.delete()
    note(event, "asked_again", user)


@transaction.atomic
def change_embargo(event: Event, user, until: date) -> bool:
    """Let a visit be seen later, at once; or earlier, when the other side asks for that too. Raises ReleaseError.

    Returns whether the day has changed; if not, the wish is noted. Of two wishes the later day counts.
    """
    event = locked(event, user)
    own = own_release(event, user)
    until = allowed(event, until)
    others = list(event.releases.exclude(pk=own.pk))
    wishes = [until, *(other.wished_day for other in others)]
    if until < own.embargo_until and None in wishes:
        own.wished_day = until
        own.save(update_fields=["wished_day"])
        note(event, "embargo_wish", user, until.isoformat())
        return False
    day = until if until >= own.embargo_until else max(wishes)
    for release in (own, *others):
        release.embargo_until, release.wished_day = day, None
        release.save(update_fields=["embargo_until", "wished_day"])
    note(event, "embargo", user, day.isoformat())
    return True


@transaction.atomic
def reidentify_event(
    event: Event,
    user,
    *,
    species: Species | None,
    observation_type: str = ObservationType.ANIMAL,
    count: int | None = None,
) -> bool:
    """Say anew what a visit of `user`'s own side shows; return whether releases were lost. Raises ReleaseError."""
    event = locked(event, user, own=True)
    had_releases = withdraw_all(event, user)
    event.observation_type = observation_type
    event.species = species if observation_type == ObservationType.ANIMAL else None
    event.count = count or event.count
    event.save()
    note(event, "reidentify", user, species.scientific_name if species else observation_type)
    return had_releases


@transaction.atomic
def move_to_zone(deployment: Deployment, user, zone: Zone) -> int:
    """Move a deployment, and so all visits of one place, into another zone of the same side. Raises ReleaseError.

    All their releases are taken back; returns how many visits had any.
    """
    events = list(Event.objects.select_for_update().filter(deployment=deployment).order_by("pk"))
    deployment = Deployment.objects.select_for_update().get(pk=deployment.pk)
    if not user.side or user.side != deployment.zone.side_id or user.side != zone.side_id:
        raise ReleaseError(_("A deployment stays on its side, which alone moves it."))
    if not zone.is_large_enough:
        raise ReleaseError(
            _("The zone is too small, or its size is not stated: it would lead to a camera.")
        )
    withdrawn = sum(withdraw_all(event, user) for event in events)
    deployment.zone = zone
    deployment.save(update_fields=["zone"])
    log(instance=deployment, action="cameratraps.rezone", user=user, data={"side": user.side})
    return withdrawn


def _settle_embargo(event: Event) -> None:
    """Once both sides agree the later of their days holds for both: neither can go back behind it alone."""
    releases = list(event.releases.all())
    latest = max(release.embargo_until for release in releases)
    for release in releases:
        if release.embargo_until != latest:
            release.embargo_until = latest
            release.save(update_fields=["embargo_until"])
