from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
PLAIN_FEATURES = ["bold", "italic", "link"]


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        """The fragment by which this heading can be linked to, in any script."""
        return slugify(self["text"], allow_unicode=True) or "section"


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=160)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        value_class = HeadingValue


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(features=FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


class NoticeKind(models.TextChoices):
    INFO = "info", _("Information")
    CAUTION = "caution", _("Caution")
    DANGER = "danger", _("Danger")


class NoticeBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=NoticeKind.choices, default=NoticeKind.INFO)
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=[*PLAIN_FEATURES, "ul", "ol"])

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "blocks/notice.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=pgettext_lazy("quotation", "Words"))
    source = blocks.CharBlock(label=_("Who said it"), max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"
