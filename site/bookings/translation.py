from modeltranslation.translator import TranslationOptions, register

from bookings.models import Departure, DepartureSeries


@register(Departure)
class DepartureTranslation(TranslationOptions):
    fields = ("meeting_point", "note", "cancel_note")


@register(DepartureSeries)
class DepartureSeriesTranslation(TranslationOptions):
    fields = ("meeting_point", "note")
