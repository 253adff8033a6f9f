from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from content.base.blocks import BodyBlock
from content.base.models import BasePage


class SchoolsIndexPage(BasePage):
    """What this is for a teacher, the programmes, and the lesson finder."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["reserve.HomePage"]
    subpage_types = ["schools.ProgrammePage", "base.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("schools page")
        verbose_name_plural = _("schools pages")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.schools.listing import index_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | index_context(self, request)


class ProgrammePage(BasePage):
    """A row of units for one age."""

    age_min = models.PositiveSmallIntegerField(_("youngest age"))
    age_max = models.PositiveSmallIntegerField(_("oldest age"))
    subjects = ParentalManyToManyField("schools.Subject", verbose_name=_("subjects"), blank=True)
    audience = models.TextField(_("for whom"), max_length=600, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("age_min"), FieldPanel("age_max")]),
                FieldPanel("subjects", widget=forms.CheckboxSelectMultiple),
                FieldPanel("audience"),
            ],
            heading=_("For whom"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("audience"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("subjects"),
    ]
    parent_page_types = ["schools.SchoolsIndexPage"]
    subpage_types = ["schools.UnitPage"]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def clean(self) -> None:
        super().clean()
        if self.age_min and self.age_max and self.age_max < self.age_min:
            raise ValidationError({"age_max": _("The oldest age is below the youngest one.")})

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.schools.listing import programme_context  # built on this package's models

        return super().get_context(request, *args, **kwargs) | programme_context(self, request)


class UnitPage(BasePage):
    """A few lessons that belong together."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["schools.ProgrammePage"]
    subpage_types = ["schools.LessonPage"]

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from content.schools.listing import unit_context  # built on the models of this package

        return super().get_context(request, *args, **kwargs) | unit_context(self, request)
