from modeltranslation.translator import TranslationOptions, register

from content.base.models import Image, SiteSettings, Video


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("caption", "alt")


@register(SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ("tagline", "partners", "legal_line", "announcement")


@register(Video)
class VideoTranslation(TranslationOptions):
    fields = ("title", "description", "captions")
