from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.base.blocks.address import AddressBlock, LinkValue
from content.base.blocks.text import PLAIN_FEATURES, RICH_ITEM


class FactItem(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What"), max_length=120)
    value = blocks.CharBlock(label=_("Value"), max_length=400)


class FactsBlock(blocks.StructBlock):
    items = blocks.ListBlock(FactItem(), label=_("Facts"), min_num=1, max_num=20)

    class Meta:
        icon = "list-ul"
        label = _("Facts")
        description = _("Label and value, line by line.")
        template = "blocks/facts.html"


class NumberItem(blocks.StructBlock):
    value = blocks.CharBlock(label=_("Number"), max_length=40)
    label = blocks.CharBlock(label=_("What it counts"), max_length=200)
    source = blocks.CharBlock(label=_("Source and date"), max_length=200)


class NumbersBlock(blocks.StructBlock):
    items = blocks.ListBlock(NumberItem(), label=_("Numbers"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = _("Numbers")
        description = _("Up to six large numbers, each with source and date.")
        template = "blocks/numbers.html"


class StepItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(
        label=_("Text"), features=RICH_ITEM, required=False, max_length=3000
    )


class StepsBlock(blocks.StructBlock):
    items = blocks.ListBlock(StepItem(), label=_("Steps"), min_num=1, max_num=20)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What to do, one after the other, numbered.")
        template = "blocks/steps.html"


class TimelineItem(blocks.StructBlock):
    when = blocks.CharBlock(label=_("When"), max_length=80)
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = blocks.RichTextBlock(
        label=_("Text"), features=PLAIN_FEATURES, required=False, max_length=1500
    )


class TimelineBlock(blocks.StructBlock):
    items = blocks.ListBlock(TimelineItem(), label=_("Events"), min_num=1, max_num=40)

    class Meta:
        icon = "history"
        label = _("Time line")
        description = _("What happened when, from top to bottom.")
        template = "blocks/timeline.html"


class QuestionItem(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=240)
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_ITEM, max_length=4000)


class QuestionsBlock(blocks.StructBlock):
    items = blocks.ListBlock(QuestionItem(), label=_("Questions"), min_num=1, max_num=30)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that open to show their answers.")
        template = "blocks/questions.html"


class FoldItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_ITEM, max_length=4000)


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(FoldItem(), label=_("Parts that unfold"), min_num=1, max_num=20)

    class Meta:
        icon = "collapse-down"
        label = _("Text that unfolds")
        description = _("Long details that open when they are wanted.")
        template = "blocks/accordion.html"


class CardItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.CharBlock(label=_("Text"), max_length=300, required=False)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = AddressBlock(label=_("or an address"))

    class Meta:
        value_class = LinkValue


class CardsBlock(blocks.StructBlock):
    items = blocks.ListBlock(CardItem(), label=_("Cards"), min_num=1, max_num=12)

    class Meta:
        icon = "grip"
        label = _("Cards")
        description = _("Cards that lead to pages or addresses of your choice.")
        template = "blocks/cards.html"
