from modeltranslation.translator import TranslationOptions, register

from content.cameratraps.models import Event, Gallery, Individual, Zone


@register(Zone)
class ZoneTranslation(TranslationOptions):
    fields = ("name", "description")


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ("title", "caption", "behaviour")


@register(Gallery)
class GalleryTranslation(TranslationOptions):
    fields = ("name",)


@register(Individual)
class IndividualTranslation(TranslationOptions):
    fields = ("name", "about")
