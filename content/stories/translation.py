from modeltranslation.translator import TranslationOptions, register

from content.stories.models import Author, Topic


@register(Author)
class AuthorTranslation(TranslationOptions):
    fields = ("name", "role", "bio")


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name",)
