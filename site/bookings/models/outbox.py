from django.db import models
from django.utils.translation import gettext_lazy as _


class MailKind(models.TextChoices):
    PLEASE_CONFIRM = "please-confirm", _("request to confirm the address")
    RAN_OUT = "ran-out", _("places released: address not confirmed")
    UNDER_REVIEW = "under-review", _("papers being looked at")
    REJECTED = "rejected", _("papers refused")
    CONFIRMED = "confirmed", _("confirmation")
    WAITING = "waiting", _("on the waiting list")
    PAUSED = "paused", _("word to those who wait that booking is paused")
    OFFERED = "offered", _("offer from the waiting list")
    OFFER_LAPSED = "offer-lapsed", _("offer not taken up")
    WAIT_OVER = "wait-over", _("waiting list closed")
    MOVED = "moved", _("moved to another departure")
    CHANGED = "changed", _("change of the party")
    GUARANTEED = "guaranteed", _("the walk takes place for certain")
    CANCELLED = "cancelled", _("cancelled by the visitor")
    CANCELLED_BY_US = "cancelled-by-us", _("cancelled by the reserve")
    MESSAGE = "message", _("message from the staff")
    REMINDER = "reminder", _("reminder before the walk")
    PAPERS_MISSING = "papers-missing", _("reminder that papers are missing")
    NAMES_MISSING = "names-missing", _("reminder that names are missing")
    WITHOUT_PERSON = "without-person", _("party goes without a refused person")
    THANKS = "thanks", _("thanks after the walk")


ONCE_A_BOOKING = (
    MailKind.REMINDER,
    MailKind.PAPERS_MISSING,
    MailKind.NAMES_MISSING,
    MailKind.THANKS,
)


class OutboxMail(models.Model):
    """A mail owed to a party, written in the transaction that caused it and sent afterwards.

    Holds no address and no text: both are taken from the booking, or from the message, when the mail is sent.
    """

    event = models.OneToOneField(
        "bookings.AuditEvent", on_delete=models.PROTECT, related_name="mail"
    )
    booking = models.ForeignKey(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="mails",
    )
    kind = models.CharField(_("mail"), max_length=20, choices=MailKind)
    message = models.ForeignKey(
        "bookings.DepartureMessage",
        verbose_name=_("message"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="mails",
    )
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next attempt"))
    last_error = models.CharField(_("last error"), max_length=80, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    dropped_at = models.DateTimeField(
        _("not sent: no longer true, or the address is erased"), null=True, blank=True
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["next_try"],
                condition=models.Q(sent_at__isnull=True, dropped_at__isnull=True),
                name="outbox_due",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["booking", "kind"],
                condition=models.Q(kind__in=ONCE_A_BOOKING),
                name="outbox_once_a_booking",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.booking_id}"
