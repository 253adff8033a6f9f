"""Blocks that show what is kept elsewhere: an animal, a trail, a lesson, a visit before a camera.

Models are named, not imported: their apps stand above this one. What may be shown is asked when a page is shown, by the
tags of those apps; nothing is shown that has gone or is not public.
"""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

MOST_CARDS = 6


class FactChooserBlock(SnippetChooserBlock):
    """Chooses a fact, with the words of its buttons in the language of whoever reads them."""

    @cached_property
    def widget(self):
        from content.base.choosers import FactChooser

        return FactChooser(self.target_model, icon=self.meta.icon)


def _several(chooser: blocks.Block, label) -> blocks.ListBlock:
    return blocks.ListBlock(chooser, label=label, min_num=1, max_num=MOST_CARDS)


class SpeciesCardsBlock(blocks.StructBlock):
    items = _several(
        FactChooserBlock("reserve.Species", label=_("Animal"), icon="snippet"), _("Animals")
    )

    class Meta:
        icon = "snippet"
        label = _("Cards of animals")
        description = _("Animals with picture, name and one line, from the list of species.")
        template = "blocks/species_cards.html"


class TrailCardsBlock(blocks.StructBlock):
    items = _several(FactChooserBlock("trails.Trail", label=_("Trail"), icon="site"), _("Trails"))

    class Meta:
        icon = "site"
        label = _("Cards of trails")
        description = _("Trails with picture, length and whether they are open today.")
        template = "blocks/trail_cards.html"


class LessonCardsBlock(blocks.StructBlock):
    items = _several(blocks.PageChooserBlock("schools.LessonPage", label=_("Lesson")), _("Lessons"))

    class Meta:
        icon = "form"
        label = _("Cards of lessons")
        description = _("Lessons with age, subject and minutes.")
        template = "blocks/lesson_cards.html"


class TrailMapBlock(blocks.StructBlock):
    trail = FactChooserBlock("trails.Trail", label=_("Trail"), icon="site")

    class Meta:
        icon = "site"
        label = _("Map of a trail")
        description = _("The map of one trail with its stops.")
        template = "blocks/trail_map.html"


class SequenceBlock(blocks.StructBlock):
    event = FactChooserBlock(
        "cameratraps.Event",
        label=_("Visit"),
        icon="image",
        help_text=_("Only visits that both sides have released and that a gallery shows."),
    )

    class Meta:
        icon = "media"
        label = _("Camera-trap visit")
        description = _("The frames of one released visit before a camera trap, as a strip.")
        template = "blocks/sequence.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse a visit that is not public today; should it be withdrawn later, pages stop showing it."""
        cleaned = super().clean(value)
        since = cleaned["event"].public_from()
        if since is None or since > timezone.now().date():
            reason = _(
                "This visit is not public: both sides must have released it. Choose another."
            )
            raise blocks.StructBlockValidationError(block_errors={"event": ValidationError(reason)})
        return cleaned
