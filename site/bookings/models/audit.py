from django.db import models
from django.utils.translation import gettext_lazy as _


class ActorKind(models.TextChoices):
    VISITOR = "visitor", _("visitor")
    STAFF = "staff", _("member of staff")
    SYSTEM = "system", _("the system")


class EventKind(models.TextChoices):
    HELD = "held", _("places held")
    RESTING = "resting", _("free places kept back for a while")
    HOLD_EXTENDED = "hold-extended", _("time extended")
    SUBMITTED = "submitted", _("details sent in")
    ADDRESS_CHANGED = "address-changed", _("e-mail corrected")
    BOOKED = "booked", _("booked")
    UNDER_REVIEW = "under-review", _("waiting for the papers to be looked at")
    REJECTED = "rejected", _("papers refused")
    RAN_OUT = "ran-out", _("time over, places released")
    WAITING = "waiting", _("joined the waiting list")
    OFFERED = "offered", _("places offered")
    OFFER_LAPSED = "offer-lapsed", _("offer not taken up")
    WAIT_OVER = "wait-over", _("waiting list closed")
    MOVED = "moved", _("moved to another departure")
    PARTY_CHANGED = "party-changed", _("party changed")
    CANCELLED_BY_VISITOR = "cancelled-visitor", _("cancelled by the visitor")
    CANCELLED_BY_OPERATOR = "cancelled-operator", _("cancelled by the reserve")
    ERASED = "erased", _("personal data erased")
    CHECKED_IN = "checked-in", _("party checked in")
    NOT_COME = "not-come", _("party did not come")
    CAME_BACK = "came-back", _("party back from the trail")
    TURNED_BACK = "turned-back", _("party turned back")
    LEFT_TRAIL = "left-trail", _("party left the trail elsewhere")
    CHECK_IN_UNDONE = "check-in-undone", _("check-in taken back")
    OVERDUE = "overdue", _("alarm: people not back from the trail")
    OVERDUE_ENDED = "overdue-ended", _("alarm over: nobody on the trail")
    NOTED_ON_WALK = "noted-on-walk", _("ranger’s note from the way")
    REPORTED = "reported", _("report of the walk written")
    REPORT_ERASED = "report-erased", _("texts of the report erased")
    REMINDED = "reminded", _("party reminded of the walk")
    THANKED = "thanked", _("party thanked after the walk")
    PEOPLE_NAMED = "people-named", _("persons named")
    PERSON_REMOVED = "person-removed", _("person taken out")
    DOCUMENTS_DELETED = "documents-deleted", _("documents deleted")
    DOCUMENT_READ = "document-read", _("documents read")
    CONSENT_WITHDRAWN = "consent-withdrawn", _("consent taken back")
    PERMITS_DECIDED = "permits-decided", _("permits")
    PAPERS_REMINDED = "papers-reminded", _("party reminded of its papers")
    NAMES_REMINDED = "names-reminded", _("party reminded of its names")
    BORDER_LIST = "border-list", _("list for the border service made")
    EXPORTED = "exported", _("list exported")
    DEPARTURE_ADDED = "departure-added", _("departure added")
    DEPARTURE_CHANGED = "departure-changed", _("departure changed")
    DEPARTURE_PAUSED = "departure-paused", _("booking paused")
    DEPARTURE_RESUMED = "departure-resumed", _("booking opened again")
    PAUSE_TOLD = "pause-told", _("told that booking is paused")
    DEPARTURE_KEPT = "departure-kept", _("takes place although the trail is closed")
    GUIDES_CHANGED = "guides-changed", _("guides set")
    MESSAGE_SENT = "message-sent", _("message sent to the parties")
    SPLIT = "split", _("booking split in two")
    REFUND_NOTED = "refund-noted", _("refund noted")
    REFUND_PAID = "refund-paid", _("refund paid out")
    CLASS_ASKED = "class-asked", _("a school asked for a visit")
    CLASS_ANSWERED = "class-answered", _("a school was answered")
    CLASS_ERASED = "class-erased", _("personal data of a school’s request erased")
    GUARANTEED = "guaranteed", _("promised that the walk takes place")
    DEPARTURE_CANCELLED = "departure-cancelled", _("departure cancelled")


class AppendOnlyQuerySet(models.QuerySet):
    """Rows that may be added and read, and nothing else."""

    def update(self, **kwargs):
        raise TypeError("The history is append-only.")

    def delete(self):
        raise TypeError("The history is append-only.")


class AuditEvent(models.Model):
    """What happened, when, by whom. Holds counts and codes, never a visitor's name or address.

    A trigger in the database refuses changes as well (migration 0002).
    """

    departure = models.ForeignKey(
        "bookings.Departure",
        verbose_name=_("departure"),
        null=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    booking = models.ForeignKey(
        "bookings.Booking",
        verbose_name=_("booking"),
        null=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    kind = models.CharField(_("event"), max_length=24, choices=EventKind)
    actor_kind = models.CharField(_("by"), max_length=10, choices=ActorKind)
    actor_name = models.CharField(_("member of staff"), max_length=150, blank=True)
    details = models.JSONField(_("details"), default=dict)
    at = models.DateTimeField(_("time"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("history")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise TypeError("The history is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The history is append-only.")
