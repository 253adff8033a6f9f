"""What staff write down on a booking besides its dates: a party in two, money to be given back."""

from decimal import Decimal

from django import forms
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings import refunds, splitting
from bookings.models import Booking, Participant
from bookings.parties import Party
from bookings.staff_views.booking_actions import BookingActionView
from content.base.formats import format_money


class SplitForm(forms.Form):
    """Who goes into a booking of their own."""

    adults = forms.IntegerField(label=gettext_lazy("Adults who get a booking of their own"))
    children = forms.IntegerField(
        label=gettext_lazy("Children who get a booking of their own"), min_value=0, initial=0
    )

    def __init__(self, *args, party: Party, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, most, least in (("adults", party.adults - 1, 1), ("children", party.children, 0)):
            field = self.fields[name]
            field.min_value, field.max_value = least, max(least, most)
            field.widget.attrs |= {"min": least, "max": max(least, most)}
        self.fields["adults"].initial = 1

    @property
    def part(self) -> Party:
        return Party(self.cleaned_data["adults"], self.cleaned_data["children"])

    @property
    def persons(self) -> list[int]:
        return []


class SplitPersonsForm(forms.Form):
    """Which persons go into a booking of their own, where persons are known."""

    people = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Who gets a booking of their own"),
        queryset=Participant.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, booking: Booking, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["people"]
        field.queryset = booking.participants.all()
        field.label_from_instance = lambda one: " · ".join(
            str(part)
            for part in (one.name, one.get_band_display(), one.get_group_display())
            if part
        )

    @property
    def part(self) -> Party:
        return splitting.party_made_of(self.cleaned_data["people"])

    @property
    def persons(self) -> list[int]:
        return [one.pk for one in self.cleaned_data["people"]]


class RefundForm(forms.Form):
    """How much, and why."""

    amount = forms.DecimalField(
        label=gettext_lazy("Amount"), min_value=Decimal("0.01"), max_digits=8, decimal_places=2
    )
    words = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("For the staff; the party reads the amount only."),
    )

    def __init__(self, *args, currency: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].help_text = _("In the currency of the trail: %(currency)s") % {
            "currency": currency
        }


class SplitBookingView(BookingActionView):
    """Leads on to the new booking, which may then be moved or cancelled alone."""

    page_title = gettext_lazy("Split the booking")
    submit_label = gettext_lazy("Make two bookings and tell the party")

    @property
    def action_form_class(self) -> type[forms.Form]:
        return SplitPersonsForm if self.object.participants.exists() else SplitForm

    @property
    def nothing(self) -> str:
        return "" if self.object.adults > 1 else _("A party with one adult cannot be split.")

    def form_arguments(self) -> dict:
        if self.action_form_class is SplitPersonsForm:
            return {"booking": self.object}
        return {"party": Party(self.object.adults, self.object.children)}

    def act(self, form: SplitForm | SplitPersonsForm) -> str:
        placed = splitting.split_booking(self.object.pk, form.part, self.actor, form.persons)
        self.made = placed.booking
        return _("Booking %(reference)s is made; both are told by e-mail.") % {
            "reference": self.made.reference
        }

    @property
    def done_url(self) -> str:
        return reverse("booking:inspect", args=[quote(self.made.pk)])


class RefundView(BookingActionView):
    page_title = gettext_lazy("Note a refund")
    submit_label = gettext_lazy("Note the refund")
    action_form_class = RefundForm

    def form_arguments(self) -> dict:
        return {"currency": self.object.departure.trail.currency}

    def act(self, form: RefundForm) -> str:
        refunds.note_refund(
            self.object.pk, form.cleaned_data["amount"], form.cleaned_data["words"], self.actor
        )
        return _("The refund is noted; the party sees it on its page.")


class PayBackView(BookingActionView):
    page_title = gettext_lazy("Pay the refund out")
    submit_label = gettext_lazy("The money has been handed out")

    @property
    def nothing(self) -> str:
        owed = refunds.owed_to(self.object)
        return "" if owed else _("There is nothing to pay back on this booking.")

    def subject(self) -> str:
        owed = format_money(refunds.owed_to(self.object), self.object.departure.trail.currency)
        return f"{super().subject()} · {owed}"

    def act(self, form: forms.Form) -> str:
        paid = refunds.pay_back(self.object.pk, self.actor)
        return _("Paid back: %(amount)s.") % {
            "amount": format_money(paid, self.object.departure.trail.currency)
        }
