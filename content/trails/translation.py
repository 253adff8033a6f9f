from modeltranslation.translator import TranslationOptions, register

from content.trails.models import (
    Closure,
    ClosureReason,
    EntryRule,
    EntryZone,
    PointOfInterest,
    Trail,
)


@register(Trail)
class TrailTranslation(TranslationOptions):
    fields = (
        "name",
        "lead",
        "season_note",
        "price_note",
        "meeting_point",
        "access",
        "bring",
        "rules",
        "accessibility",
        "entry_rule",
        "sources",
    )


@register(PointOfInterest)
class PointOfInterestTranslation(TranslationOptions):
    fields = ("name",)


@register(Closure)
class ClosureTranslation(TranslationOptions):
    fields = ("text",)


@register(ClosureReason)
class ClosureReasonTranslation(TranslationOptions):
    fields = ("name", "phrase")
    required_languages = {"en": ("name",), "ru": ("name",), "zh-hans": ("name",)}


@register(EntryZone)
class EntryZoneTranslation(TranslationOptions):
    fields = ("name", "text")


@register(EntryRule)
class EntryRuleTranslation(TranslationOptions):
    fields = ("papers", "source")
