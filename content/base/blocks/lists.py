from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.base.blocks.text import PLAIN_FEATURES

RICH_ITEM = [*PLAIN_FEATURES, "ul", "ol"]


class FactItem(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What"), max_length=120)
    value = blocks.CharBlock(label=_("Value"), max_length=400)


class FactsBlock(blocks.StructBlock):
    items = blocks.ListBlock(FactItem(), label=_("Facts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Facts")
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
        template = "blocks/numbers.html"


class StepItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_ITEM, required=False)


class StepsBlock(blocks.StructBlock):
    items = blocks.ListBlock(StepItem(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"


class TimelineItem(blocks.StructBlock):
    when = blocks.CharBlock(label=_("When"), max_length=80)
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    text = blocks.RichTextBlock(label=_("Text"), features=PLAIN_FEATURES, required=False)


class TimelineBlock(blocks.StructBlock):
    items = blocks.ListBlock(TimelineItem(), label=_("Events"), min_num=1)

    class Meta:
        icon = "history"
        label = _("Time line")
        template = "blocks/timeline.html"


class QuestionItem(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=240)
    answer = blocks.RichTextBlock(label=_("Answer"), features=RICH_ITEM)


class QuestionsBlock(blocks.StructBlock):
    items = blocks.ListBlock(QuestionItem(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "blocks/questions.html"


class CardValue(blocks.StructValue):
    @property
    def href(self) -> str:
        """Where the card leads: the chosen page, else the typed address."""
        page = self.get("page")
        return page.url if page else self.get("url", "")


class CardItem(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = blocks.CharBlock(label=_("Text"), max_length=300, required=False)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(
        label=_("or an address"), required=False, max_length=300, search_index=False
    )

    class Meta:
        value_class = CardValue


class CardsBlock(blocks.StructBlock):
    items = blocks.ListBlock(CardItem(), label=_("Cards"), min_num=1)

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "blocks/cards.html"
