from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.base.blocks.records import FactChooserBlock
from content.base.blocks.text import RICH_ITEM

MOST_CHAPTERS = 12


class ChapterBlock(blocks.StructBlock):
    """A chapter of a gallery: words before the visits from one on, until the next chapter begins."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_ITEM, max_length=3000)
    begins_with = FactChooserBlock(
        "cameratraps.Event",
        label=_("Begins with the visit"),
        icon="image",
        help_text=_("A visit of this gallery. The order of the visits is the gallery’s own."),
    )

    class Meta:
        icon = "openquote"
        label = _("Chapter")
        description = _("A title and words that stand before some visits of the gallery.")


class ChaptersBlock(blocks.StreamBlock):
    chapter = ChapterBlock()

    class Meta:
        max_num = MOST_CHAPTERS
