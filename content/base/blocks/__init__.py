"""The blocks a page body is made of; one file a kind."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.base.blocks.data import (
    ClimateBlock,
    EmergencyNumbersBlock,
    PopulationBlock,
    ReserveMapBlock,
)
from content.base.blocks.lists import (
    CardsBlock,
    FactsBlock,
    NumbersBlock,
    QuestionsBlock,
    StepsBlock,
    TimelineBlock,
)
from content.base.blocks.media import FigureBlock
from content.base.blocks.table import TableBlock
from content.base.blocks.text import HeadingBlock, NoticeBlock, QuoteBlock, TextBlock

__all__ = ["BodyBlock"]


class BodyBlock(blocks.StreamBlock):
    """Every block an editor may put into the body of a page."""

    heading = HeadingBlock(group=_("Text"))
    text = TextBlock(group=_("Text"))
    notice = NoticeBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    figure = FigureBlock(group=_("Pictures"))
    facts = FactsBlock(group=_("Lists"))
    numbers = NumbersBlock(group=_("Lists"))
    steps = StepsBlock(group=_("Lists"))
    timeline = TimelineBlock(group=_("Lists"))
    questions = QuestionsBlock(group=_("Lists"))
    cards = CardsBlock(group=_("Lists"))
    table = TableBlock(group=_("Data"))
    emergency_numbers = EmergencyNumbersBlock(group=_("Data"))
    climate = ClimateBlock(group=_("Data"))
    population = PopulationBlock(group=_("Data"))
    reserve_map = ReserveMapBlock(group=_("Data"))
