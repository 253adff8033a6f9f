from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from content.base.blocks.records import FactChooserBlock


class FigureWidth(models.TextChoices):
    TEXT = "text", _("As wide as the text")
    WIDE = "wide", _("Wider than the text")


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=400,
        help_text=_("Leave empty to show the picture's own caption."),
    )
    width = blocks.ChoiceBlock(
        label=_("Width"), choices=FigureWidth.choices, default=FigureWidth.TEXT
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("One picture with its caption, as wide as the text or wider.")
        template = "blocks/figure.html"


class GalleryLayout(models.TextChoices):
    GRID = "grid", _("Side by side")
    ROW = "row", _("In one row, to be pushed along")


class GalleryItem(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=200,
        help_text=_("Leave empty to show the picture's own caption."),
    )


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Title"), max_length=120, help_text=_("What the pictures have in common.")
    )
    layout = blocks.ChoiceBlock(
        label=pgettext_lazy("block", "Layout"),
        choices=GalleryLayout.choices,
        default=GalleryLayout.GRID,
    )
    items = blocks.ListBlock(GalleryItem(), label=_("Pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "grip"
        label = _("Pictures side by side")
        description = _("Two to twelve pictures side by side or in a row.")
        template = "blocks/gallery.html"


class DownloadItem(blocks.StructBlock):
    document = DocumentChooserBlock(label=pgettext_lazy("block", "File"))
    note = blocks.CharBlock(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Such as the language of the file."),
    )


class DownloadsBlock(blocks.StructBlock):
    items = blocks.ListBlock(DownloadItem(), label=_("Files"), min_num=1, max_num=12)

    class Meta:
        icon = "download"
        label = _("Files to download")
        description = _("Files with their kind and size.")
        template = "blocks/downloads.html"


class VideoBlock(blocks.StructBlock):
    video = FactChooserBlock("base.Video", label=_("Film"), icon="media")
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=400,
        help_text=_("Leave empty to show the title of the film."),
    )

    class Meta:
        icon = "media"
        label = _("Film")
        description = _("A film of our own with captions; it starts when visitors press play.")
        template = "blocks/video.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not cleaned["video"].has_all_captions:
            reason = _("This film has no captions in one of the languages. Add them first.")
            raise blocks.StructBlockValidationError(block_errors={"video": ValidationError(reason)})
        return cleaned
