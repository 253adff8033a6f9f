from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


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
        template = "blocks/figure.html"
