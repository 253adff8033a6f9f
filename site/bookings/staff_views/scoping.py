"""The one rule of the staff screens: a person of one country meets that country's departures and bookings only."""

from django.shortcuts import get_object_or_404

from bookings.databases import current


class OfOwnSide:
    """Narrow every query of a view to the side of `request.user`; an empty side sees both.

    Whoever asks for another side's record is answered as if it did not exist.
    """

    def own(self, queryset):
        """Return the part of a Departure or Booking queryset this person may meet."""
        return queryset.using(current()).of_side(self.request.user.side)

    def get_base_queryset(self):
        return self.own(super().get_base_queryset())

    def get_queryset(self):
        return self.own(super().get_queryset())

    def get_object(self, queryset=None):
        return get_object_or_404(self.records(), pk=self.kwargs["pk"])

    def records(self):
        """Return what `get_object` chooses from."""
        return self.own(self.model._default_manager.all())
