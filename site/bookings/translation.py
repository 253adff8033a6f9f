from modeltranslation.translator import TranslationOptions, register

from bookings.models import Departure, DepartureSeries, QuotaZone


@register(Departure)
class DepartureTranslation(TranslationOptions):
    fields = ("meeting_point", "note", "cancel_note", "pause_reason", "pause_note")


@register(QuotaZone)
class QuotaZoneTranslation(TranslationOptions):
    fields = ("name",)


@register(DepartureSeries)
class DepartureSeriesTranslation(TranslationOptions):
    fields = ("meeting_point", "note")
