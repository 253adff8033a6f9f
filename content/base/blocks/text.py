from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from content.base.blocks.address import LinkBlock

FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
PLAIN_FEATURES = ["bold", "italic", "link"]
RICH_ITEM = [*PLAIN_FEATURES, "ul", "ol"]


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
        description = _("Begins a part of the page; stands in its table of contents.")
        template = "blocks/heading.html"
        value_class = HeadingValue


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(**{"features": FEATURES, "max_length": 12_000, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists, links, small headings.")
        template = "blocks/text.html"


class NoticeKind(models.TextChoices):
    INFO = "info", _("Information")
    CAUTION = "caution", _("Caution")
    DANGER = "danger", _("Danger")


class NoticeBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=NoticeKind.choices, default=NoticeKind.INFO)
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_ITEM, max_length=3000)

    class Meta:
        icon = "warning"
        label = _("Notice")
        description = _("What nobody may miss: information, caution or danger.")
        template = "blocks/notice.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=pgettext_lazy("quotation", "Words"), max_length=600)
    source = blocks.CharBlock(label=_("Who said it"), max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Words of a person, with the name.")
        template = "blocks/quote.html"


class FactBoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_ITEM, max_length=2000)
    source = blocks.CharBlock(label=_("Source and date"), max_length=200, required=False)

    class Meta:
        icon = "info-circle"
        label = _("Fact box")
        description = _("A short aside with one fact worth knowing, beside the story.")
        template = "blocks/fact_box.html"


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), max_length=300, required=False)
    links = blocks.ListBlock(LinkBlock(), label=_("Buttons"), min_num=1, max_num=2)

    class Meta:
        icon = "bolt"
        label = _("Call to action")
        description = _("The one thing to do next, with one or two buttons.")
        template = "blocks/call_to_action.html"
