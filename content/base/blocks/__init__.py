"""The blocks a page body is made of; one file a kind."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.base.blocks import samples
from content.base.blocks.chart import ChartBlock
from content.base.blocks.data import (
    ClimateBlock,
    EmergencyNumbersBlock,
    PopulationBlock,
    ReserveMapBlock,
)
from content.base.blocks.lists import (
    AccordionBlock,
    CardsBlock,
    FactsBlock,
    NumbersBlock,
    QuestionsBlock,
    StepsBlock,
    TimelineBlock,
)
from content.base.blocks.media import DownloadsBlock, FigureBlock, GalleryBlock, VideoBlock
from content.base.blocks.records import (
    LessonCardsBlock,
    SequenceBlock,
    SpeciesCardsBlock,
    TrailCardsBlock,
    TrailMapBlock,
)
from content.base.blocks.table import TableBlock
from content.base.blocks.text import (
    CallToActionBlock,
    FactBoxBlock,
    HeadingBlock,
    NoticeBlock,
    QuoteBlock,
    TextBlock,
)

__all__ = ["BodyBlock"]

MOST_BLOCKS = 80
# What stands once on a page, and what a page gets heavy by.
COUNTS = {
    "emergency_numbers": 1,
    "climate": 1,
    "population": 1,
    "reserve_map": 1,
    "gallery": 4,
    "sequence": 3,
    "video": 3,
    "trail_map": 3,
    "chart": 8,
    "species_cards": 2,
    "trail_cards": 2,
    "lesson_cards": 2,
    "call_to_action": 3,
}


class BodyBlock(blocks.StreamBlock):
    """Every block an editor may put into the body of a page."""

    heading = HeadingBlock(group=_("Text"))
    text = TextBlock(group=_("Text"))
    notice = NoticeBlock(group=_("Text"))
    quote = QuoteBlock(group=_("Text"))
    fact_box = FactBoxBlock(group=_("Text"))
    accordion = AccordionBlock(group=_("Text"))
    figure = FigureBlock(group=_("Pictures"))
    gallery = GalleryBlock(group=_("Pictures"))
    sequence = SequenceBlock(group=_("Pictures"))
    video = VideoBlock(group=_("Pictures"))
    facts = FactsBlock(group=_("Lists"))
    numbers = NumbersBlock(group=_("Lists"))
    steps = StepsBlock(group=_("Lists"))
    timeline = TimelineBlock(group=_("Lists"))
    questions = QuestionsBlock(group=_("Lists"))
    downloads = DownloadsBlock(group=_("Lists"))
    call_to_action = CallToActionBlock(group=_("Ways on"))
    cards = CardsBlock(group=_("Ways on"))
    species_cards = SpeciesCardsBlock(group=_("Ways on"))
    trail_cards = TrailCardsBlock(group=_("Ways on"))
    lesson_cards = LessonCardsBlock(group=_("Ways on"))
    table = TableBlock(group=_("Data"))
    chart = ChartBlock(group=_("Data"))
    trail_map = TrailMapBlock(group=_("Data"))
    emergency_numbers = EmergencyNumbersBlock(group=_("Data"))
    climate = ClimateBlock(group=_("Data"))
    population = PopulationBlock(group=_("Data"))
    reserve_map = ReserveMapBlock(group=_("Data"))

    def __init__(self, local_blocks=None, **kwargs) -> None:
        super().__init__(local_blocks, **kwargs)
        for name, block in self.child_blocks.items():
            block.meta.preview_value = getattr(
                samples, name
            )  # not an option: migrations need not know

    class Meta:
        max_num = MOST_BLOCKS
        block_counts = {name: {"max_num": number} for name, number in COUNTS.items()}
