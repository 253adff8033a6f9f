from modeltranslation.translator import TranslationOptions, register

from content.reserve.models import (
    CountMethod,
    EmergencyNumber,
    FireDanger,
    Holiday,
    PopulationFigure,
    ProtectedArea,
    Side,
    Species,
)


@register(Side)
class SideTranslation(TranslationOptions):
    fields = ("name", "organisation", "office")


@register(EmergencyNumber)
class EmergencyNumberTranslation(TranslationOptions):
    fields = ("label",)


@register(ProtectedArea)
class ProtectedAreaTranslation(TranslationOptions):
    fields = (
        "name",
        "official_name",
        "lead",
        "established",
        "managed_by",
        "highlights",
        "sources",
    )


@register(Species)
class SpeciesTranslation(TranslationOptions):
    fields = (
        "name",
        "other_names",
        "ru_list",
        "cn_list",
        "lead",
        "description",
        "marks",
        "signs",
        "sources",
    )
    of_each_language = ("other_names",)  # a language has such names or has none


@register(PopulationFigure)
class PopulationFigureTranslation(TranslationOptions):
    fields = ("note", "source")


@register(CountMethod)
class CountMethodTranslation(TranslationOptions):
    fields = ("name", "meaning", "effort", "independence", "flanks", "source")


@register(FireDanger)
class FireDangerTranslation(TranslationOptions):
    fields = ("text",)


@register(Holiday)
class HolidayTranslation(TranslationOptions):
    fields = ("name",)
