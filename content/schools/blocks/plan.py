from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

RICH_TEXT = ["h3", "bold", "italic", "ol", "ul", "link"]
ONE_OF_EACH = (
    "objectives",
    "materials",
    "vocabulary",
    "background",
    "safety",
    "assessment",
    "home_version",
    "extension",
    "sources",
)


class Phase(models.TextChoices):
    """What a step of a lesson is for."""

    ENGAGE = "engage", pgettext_lazy("lesson phase", "Start")
    EXPLAIN = "explain", pgettext_lazy("lesson phase", "Explain")
    EXPLORE = "explore", pgettext_lazy("lesson phase", "Explore")
    PRACTISE = "practise", pgettext_lazy("lesson phase", "Practise")
    CHECK = "check", pgettext_lazy("lesson phase", "Check")
    SHARE = "share", pgettext_lazy("lesson phase", "Share")


class LinesBlock(blocks.ListBlock):
    """A list of short lines."""

    def __init__(self, **kwargs) -> None:
        super().__init__(blocks.CharBlock(max_length=400, label=_("Line")), **kwargs)


class VocabularyItem(blocks.StructBlock):
    """A word in all three languages, explained in the language of the page."""

    term_en = blocks.CharBlock(label="English", max_length=80)
    term_ru = blocks.CharBlock(label="Русский", max_length=80)
    term_zh_hans = blocks.CharBlock(label="中文", max_length=80)
    meaning = blocks.CharBlock(label=_("Meaning"), max_length=300)


class StepBlock(blocks.StructBlock):
    phase = blocks.ChoiceBlock(label=_("Phase"), choices=Phase.choices, default=Phase.EXPLORE)
    minutes = blocks.IntegerBlock(label=_("Minutes"), min_value=1, max_value=240)
    optional = blocks.BooleanBlock(
        label=_("May be left out"),
        required=False,
        help_text=_("Its minutes are not counted in the length of the lesson."),
    )
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    teacher = blocks.TextBlock(label=_("What the teacher does"), max_length=1500)
    pupils = blocks.TextBlock(label=_("What the pupils do"), max_length=1000, required=False)

    class Meta:
        icon = "time"
        label = _("Step")


class SourceItem(blocks.StructBlock):
    date = blocks.CharBlock(label=_("Date"), max_length=20, help_text=_("Such as 2024-05-16"))
    text = blocks.CharBlock(label=_("Source"), max_length=600)


class PlanBlock(blocks.StreamBlock):
    """The parts of a lesson plan. Pages and files show them in one fixed order, whatever the order here."""

    objectives = LinesBlock(icon="tick", label=_("Goals"))
    materials = LinesBlock(icon="list-ul", label=_("Materials"))
    vocabulary = blocks.ListBlock(
        VocabularyItem(), icon="globe", label=_("Words in three languages")
    )
    step = StepBlock()
    background = blocks.RichTextBlock(icon="info-circle", label=_("Background"), features=RICH_TEXT)
    safety = LinesBlock(icon="warning", label=_("Safety"))
    assessment = LinesBlock(icon="check", label=_("Assessment"))
    home_version = blocks.TextBlock(icon="home", label=_("Home version"), max_length=2000)
    extension = blocks.TextBlock(icon="plus", label=_("Going further"), max_length=2000)
    sources = blocks.ListBlock(SourceItem(), icon="link", label=_("Sources"))

    class Meta:
        block_counts = {name: {"min_num": 0, "max_num": 1} for name in ONE_OF_EACH}
