from modeltranslation.translator import TranslationOptions, register

from content.notices.models import PreparedPhrase, UrgentNotice


@register(PreparedPhrase)
class PreparedPhraseTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("en", "ru", "zh-hans")


@register(UrgentNotice)
class UrgentNoticeTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("en", "ru", "zh-hans")
