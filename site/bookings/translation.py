from modeltranslation.translator import TranslationOptions, register

from bookings.models import Departure


@register(Departure)
class DepartureTranslation(TranslationOptions):
    fields = ("note", "cancel_note")
