"""The words for what a departure is: decided by staff, and told to visitors."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DepartureState(models.TextChoices):
    """What staff decided about a departure; whether it is full or past is computed."""

    DRAFT = "draft", pgettext_lazy("departure", "draft")
    OPEN = "open", pgettext_lazy("departure", "open")
    PAUSED = "paused", pgettext_lazy("departure", "paused")
    GUARANTEED = "guaranteed", pgettext_lazy("departure", "guaranteed")
    CLOSED = "closed", pgettext_lazy("departure", "closed")
    CANCELLED = "cancelled", pgettext_lazy("departure", "cancelled")
    COMPLETED = "completed", pgettext_lazy("departure", "completed")


class CancelReason(models.TextChoices):
    """Why the reserve calls a walk off; a phrase ready in every language."""

    FIRE = "fire", _("fire danger")
    WATER = "water", _("high water")
    WEATHER = "weather", _("bad weather")
    ANIMALS = "animals", _("a big cat with young, or fresh prey, near the trail")
    BORDER = "border", _("an order of the border service")
    GUIDE = "guide", _("the guide is ill")
    FEW = "few", _("too few people booked")
    OTHER = "other", _("a reason beyond our control")

    @property
    def is_of_safety(self) -> bool:
        """Say whether people or animals would have been in danger."""
        return self in (self.FIRE, self.WATER, self.WEATHER, self.ANIMALS)


class DepartureStatus(models.TextChoices):
    """What a visitor is told about a departure at one moment."""

    OPEN = "open", _("Places free")
    FEW = "few", _("Last places")
    FULL = "full", pgettext_lazy("departure", "Full")
    NOT_YET = "soon", _("Booking not open yet")
    PAUSED = "paused", _("Booking paused")
    CLOSED = "closed", _("Booking closed")
    PAST = "past", pgettext_lazy("departure", "Past")
    CANCELLED = "cancelled", pgettext_lazy("departure", "Cancelled")


BOOKABLE = {DepartureStatus.OPEN, DepartureStatus.FEW}
TAKING_BOOKINGS = (DepartureState.OPEN, DepartureState.GUARANTEED)
LIVE_STATES = (*TAKING_BOOKINGS, DepartureState.PAUSED, DepartureState.CLOSED)
VISIBLE_STATES = (*LIVE_STATES, DepartureState.CANCELLED)
