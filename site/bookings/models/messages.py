from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_MESSAGE = 2000


class DepartureMessage(models.Model):
    """What staff wrote to all parties of a departure, stored once; each mail is owed to one party.

    Three plain columns, no fact: once it is sent, no language owes it to another.
    """

    departure = models.ForeignKey(
        "bookings.Departure",
        verbose_name=_("departure"),
        on_delete=models.PROTECT,
        related_name="messages",
    )
    idempotency_key = models.CharField(max_length=64, editable=False)
    text_en = models.TextField(max_length=LONGEST_MESSAGE, blank=True)
    text_ru = models.TextField(max_length=LONGEST_MESSAGE, blank=True)
    text_zh_hans = models.TextField(max_length=LONGEST_MESSAGE, blank=True)
    author = models.CharField(_("member of staff"), max_length=150)
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("message to the parties")
        verbose_name_plural = _("messages to the parties")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["departure", "idempotency_key"], name="departure_message_sent_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(text_en="", text_ru="", text_zh_hans=""),
                name="departure_message_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} · {self.sent_at:%Y-%m-%d %H:%M}"
