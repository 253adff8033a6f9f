from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from content.base.models import BasePage
from content.base.panels import translated_panel
from content.schools.blocks import PlanBlock, SheetBlock
from content.schools.forms import LessonForm


class Setting(models.TextChoices):
    INDOOR = "indoor", _("indoors")
    OUTDOOR = "outdoor", _("outdoors")
    EITHER = "either", _("indoors or outdoors")


class Season(models.TextChoices):
    ANY = "any", _("any season")
    SPRING = "spring", _("spring")
    SUMMER = "summer", _("summer")
    AUTUMN = "autumn", _("autumn")
    WINTER = "winter", _("winter")


class Relation(models.TextChoices):
    """What a lesson does for an expectation of a standard."""

    TEACHES = "teaches", _("teaches")
    ASSESSES = "assesses", _("checks")
    REQUIRES = "requires", _("builds on")


class LessonPage(BasePage):
    """A lesson a teacher can teach from; its files are made from what stands here."""

    age_min = models.PositiveSmallIntegerField(
        _("youngest age"), validators=[MaxValueValidator(99)]
    )
    age_max = models.PositiveSmallIntegerField(_("oldest age"), validators=[MaxValueValidator(99)])
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        validators=[MinValueValidator(1), MaxValueValidator(600)],
        help_text=_("The steps that may not be left out must add up to this."),
    )
    subjects = ParentalManyToManyField("schools.Subject", verbose_name=_("subjects"), blank=True)
    setting = models.CharField(_("place"), max_length=10, choices=Setting, default=Setting.INDOOR)
    season = models.CharField(_("season"), max_length=10, choices=Season, default=Season.ANY)
    group_min = models.PositiveSmallIntegerField(_("smallest group"), null=True, blank=True)
    group_max = models.PositiveSmallIntegerField(_("largest group"), null=True, blank=True)
    body = StreamField(PlanBlock(), verbose_name=_("lesson plan"), blank=True)
    sheet_title = models.CharField(
        _("title of the pupil sheet"), max_length=160, blank=True, help_text=_("Empty: the page’s")
    )
    sheet_intro = models.TextField(_("before the first task"), max_length=600, blank=True)
    sheet = StreamField(SheetBlock(), verbose_name=_("pupil sheet and answers"), blank=True)

    base_form_class = LessonForm
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("age_min"), FieldPanel("age_max"), FieldPanel("minutes")]
                ),
                FieldRowPanel([FieldPanel("setting"), FieldPanel("season")]),
                FieldRowPanel([FieldPanel("group_min"), FieldPanel("group_max")]),
                FieldPanel("subjects", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("For whom and where"),
        ),
        FieldPanel("body"),
    ]
    sheet_panels = [FieldPanel("sheet_title"), FieldPanel("sheet_intro"), FieldPanel("sheet")]
    standards_panels = [InlinePanel("alignments", heading=_("Standards"), label=_("standard"))]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Plan")),
            ObjectList(sheet_panels, heading=_("Sheet and key")),
            ObjectList(standards_panels, heading=_("Standards")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("subjects"),
    ]
    parent_page_types = ["schools.UnitPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.schools.detail import lesson_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | lesson_context(self, request)


class Alignment(Orderable):
    """What a lesson does for one expectation of a standard, and why we say so."""

    lesson = ParentalKey(LessonPage, on_delete=models.CASCADE, related_name="alignments")
    node = models.ForeignKey(
        "schools.StandardNode",
        verbose_name=_("standard"),
        on_delete=models.PROTECT,
        related_name="alignments",
    )
    relation = models.CharField(
        _("relation"), max_length=10, choices=Relation, default=Relation.TEACHES
    )
    why = models.CharField(_("why"), max_length=400, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("node"), FieldPanel("relation")]),
        translated_panel("why"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("alignment")
        verbose_name_plural = _("alignments")
