from modeltranslation.translator import TranslationOptions, register

from content.base.models import Image, SiteSettings


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("caption", "alt")


@register(SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ("tagline", "partners", "legal_line", "announcement")
