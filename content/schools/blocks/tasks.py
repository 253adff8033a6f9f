"""The tasks of a pupil sheet. Each carries its answer, so that sheet and key cannot come apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks


class HowMany(models.TextChoices):
    ONE = "one", _("One")
    SEVERAL = "several", _("Several")


def _lines(default: int) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(
        label=_("Writing lines"), default=default, min_value=0, max_value=20, required=False
    )


def _texts(label, minimum: int, **kwargs) -> blocks.ListBlock:
    return blocks.ListBlock(
        blocks.CharBlock(max_length=300), label=label, min_num=minimum, default=[], **kwargs
    )


def _columns(label, minimum: int) -> blocks.ListBlock:
    cell = blocks.CharBlock(max_length=120, required=False)
    return blocks.ListBlock(cell, label=label, min_num=minimum, default=[])


def _rows(label, minimum: int) -> blocks.ListBlock:
    cell = blocks.CharBlock(required=False, max_length=300)
    return blocks.ListBlock(
        blocks.ListBlock(cell, label=_("Cells")), label=label, min_num=minimum, default=[]
    )


class AnswerBlock(blocks.StructBlock):
    answer = blocks.TextBlock(label=_("Answer"), required=False, max_length=1500)
    comment = blocks.TextBlock(label=_("Comment for the teacher"), required=False, max_length=1500)
    columns = _columns(_("Columns of the filled-in table"), 0)
    rows = _rows(_("Rows of the filled-in table"), 0)

    class Meta:
        label = _("Answer key")


class TaskBlock(blocks.StructBlock):
    """What every task has: what to do, and at the end what is right."""

    prompt = blocks.TextBlock(label=pgettext_lazy("pupil sheet", "Task"), max_length=600)


class QuestionBlock(TaskBlock):
    items = _texts(_("Parts"), 0)
    lines = _lines(2)
    key = AnswerBlock()

    class Meta:
        icon = "help"
        label = _("Question")


class TableTaskBlock(TaskBlock):
    columns = _columns(_("Columns"), 1)
    rows = _rows(_("Rows; empty cells are for the pupils"), 1)
    lines = _lines(0)
    key = AnswerBlock()

    class Meta:
        icon = "table"
        label = _("Table")


class ChoiceTaskBlock(TaskBlock):
    choose = blocks.ChoiceBlock(
        label=_("How many are right"), choices=HowMany.choices, default=HowMany.ONE
    )
    options = _texts(_("Options"), 2)
    lines = _lines(0)
    key = AnswerBlock()

    class Meta:
        icon = "tick"
        label = _("Choice")


class DrawBlock(TaskBlock):
    height_cm = blocks.IntegerBlock(
        label=_("Height of the box, cm"), default=6, min_value=2, max_value=20
    )
    key = AnswerBlock()

    class Meta:
        icon = "edit"
        label = _("Drawing")


class MatchBlock(TaskBlock):
    left = _texts(_("Left"), 2)
    right = _texts(_("Right"), 2)
    key = AnswerBlock()

    class Meta:
        icon = "resubmit"
        label = _("Joining")


class NumbersTaskBlock(TaskBlock):
    items = _texts(_("Sums"), 1)
    key = AnswerBlock()

    class Meta:
        icon = "order"
        label = _("Sums")


class ReadingBlock(TaskBlock):
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "ol", "ul"])
    key = AnswerBlock()

    class Meta:
        icon = "doc-full"
        label = _("Reading")


class SheetBlock(blocks.StreamBlock):
    """The tasks of a pupil sheet, in their order."""

    question = QuestionBlock()
    table = TableTaskBlock()
    choice = ChoiceTaskBlock()
    draw = DrawBlock()
    match = MatchBlock()
    numbers = NumbersTaskBlock()
    text = ReadingBlock()
