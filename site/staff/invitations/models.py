"""The invitation of one person. The link in the mail is kept as a hash only."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """How far an invitation has come."""

    NOT_SENT = "not-sent", _("The mail could not be sent")
    OPEN = "open", _("Waits for the person")
    EXPIRED = "expired", pgettext_lazy("invitation", "Expired")
    WITHDRAWN = "withdrawn", pgettext_lazy("invitation", "Withdrawn")
    ACCEPTED = "accepted", pgettext_lazy("invitation", "Accepted")


class Invitation(models.Model):
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="invitation",
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(_("valid until"))
    sent_at = models.DateTimeField(_("sent"), null=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-expires_at"]

    def __str__(self) -> str:
        return self.person.get_full_name() or self.person.get_username()

    @property
    def state(self) -> State:
        if self.accepted_at:
            return State.ACCEPTED
        if self.withdrawn_at:
            return State.WITHDRAWN
        if self.expires_at <= timezone.now():
            return State.EXPIRED
        return State.OPEN if self.sent_at else State.NOT_SENT

    @property
    def may_be_accepted(self) -> bool:
        return self.state in {State.OPEN, State.NOT_SENT}
