from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TableBlock(blocks.StructBlock):
    """A data table. The first cell of a row names the row."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=200)
    columns = blocks.ListBlock(
        blocks.CharBlock(max_length=120), label=_("Columns"), min_num=1, max_num=8
    )
    rows = blocks.ListBlock(
        blocks.ListBlock(
            blocks.CharBlock(required=False, max_length=400), label=_("Cells"), max_num=8
        ),
        label=_("Rows"),
        min_num=1,
        max_num=60,
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns with a caption; scrolls sideways on a phone.")
        template = "blocks/table.html"
