from zlib import crc32

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.base.drawing.chart import Chart
from content.base.drawing.typed import Entry, draw_bars, draw_line
from content.base.formats import format_number


class ChartKind(models.TextChoices):
    BARS = "bars", _("Bars: to compare things")
    LINE = "line", _("Line: to follow something over time")


class ChartRow(blocks.StructBlock):
    label = blocks.CharBlock(label=_("What"), max_length=32)
    value = blocks.FloatBlock(label=_("Number"), min_value=0, max_value=1_000_000_000)


class ChartValue(blocks.StructValue):
    @property
    def chart(self) -> Chart:
        """The numbers as drawing and table, in the visitor's language."""
        caption, unit = self["caption"], self["unit"]
        entries = [Entry(row["label"], row["value"]) for row in self["rows"]]
        draw = draw_line if self["kind"] == ChartKind.LINE else draw_bars
        slug = f"chart-{crc32(repr((caption, entries)).encode()):08x}"
        seen = self.get("seen", "")
        return Chart(
            caption=caption,
            seen=seen,
            svg=draw(entries, unit=unit, title=caption, description=seen or caption, slug=slug),
            columns=[self["what"], unit],
            rows=[[entry.label, format_number(entry.value)] for entry in entries],
            source=self["source"],
        )


class ChartBlock(blocks.StructBlock):
    """A few numbers an editor types, drawn on the server."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=160)
    seen = blocks.CharBlock(
        label=_("What to see in it"),
        max_length=300,
        required=False,
        help_text=_("One sentence for those who do not see the drawing, and for all others."),
    )
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=ChartKind.choices, default=ChartKind.BARS)
    what = blocks.CharBlock(
        label=_("What is compared"), max_length=40, help_text=_("Such as “Year” or “Species”.")
    )
    unit = blocks.CharBlock(
        label=_("What is counted, and in which unit"),
        max_length=60,
        help_text=_("Such as “Animals seen” or “Snow, cm”."),
    )
    rows = blocks.ListBlock(ChartRow(), label=_("Numbers"), min_num=2, max_num=24)
    source = blocks.CharBlock(label=_("Source and date"), max_length=200)

    class Meta:
        icon = "order"
        label = _("Chart from numbers")
        description = _(
            "A few numbers of your own, drawn as bars or a line, with source and table."
        )
        template = "blocks/chart.html"
        value_class = ChartValue
