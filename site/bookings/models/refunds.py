from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class RefundNote(models.Model):
    """Money that a party gets back at the visitor centre, where it was paid; in the currency of the trail."""

    booking = models.ForeignKey(
        "bookings.Booking",
        verbose_name=_("booking"),
        on_delete=models.PROTECT,
        related_name="refunds",
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=8,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    words = models.CharField(_("why"), max_length=300, blank=True)
    noted_by = models.CharField(_("noted by"), max_length=150, blank=True)
    noted_at = models.DateTimeField(_("noted"))
    paid_by = models.CharField(_("paid back by"), max_length=150, blank=True)
    paid_at = models.DateTimeField(_("paid back"), null=True)

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        ordering = ["noted_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="refund_is_money")
        ]

    def __str__(self) -> str:
        return f"{self.booking_id} · {self.amount}"
