from modeltranslation.translator import TranslationOptions, register

from content.schools.models import Alignment, Framework, Material, StandardNode, Subject


@register(Subject)
class SubjectTranslation(TranslationOptions):
    fields = ("name",)


@register(Framework)
class FrameworkTranslation(TranslationOptions):
    fields = ("title", "note")


@register(StandardNode)
class StandardNodeTranslation(TranslationOptions):
    fields = ("gloss",)


@register(Alignment)
class AlignmentTranslation(TranslationOptions):
    fields = ("why",)


@register(Material)
class MaterialTranslation(TranslationOptions):
    fields = ("title",)
