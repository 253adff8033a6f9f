from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel


class FigureScope(models.TextChoices):
    """What a published number counts. Numbers of two scopes are never added: cats cross the border."""

    RU_AREA = "RU-area", _("Land of the Leopard and Kedrovaya Pad")
    CN_AREA = "CN-area", _("Northeast China Tiger and Leopard National Park")
    JOINT = "joint", _("both sides, counted together")
    RU_ALL = "RU-all", _("Russia, whole country")


class Qualifier(models.TextChoices):
    ABOUT = "about", _("about")
    AT_LEAST = "at least", _("at least")
    MORE_THAN = "more than", _("more than")


class PopulationFigure(models.Model):
    """One published number of one cat, with its source and date."""

    species = models.ForeignKey(
        "reserve.Species",
        verbose_name=_("species"),
        on_delete=models.CASCADE,
        related_name="figures",
    )
    year = models.PositiveSmallIntegerField(_("year"))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    scope = models.CharField(_("what it counts"), max_length=10, choices=FigureScope)
    value = models.PositiveSmallIntegerField(_("adults"))
    value_max = models.PositiveSmallIntegerField(_("up to"), null=True, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=10, choices=Qualifier, blank=True)
    cubs = models.PositiveSmallIntegerField(_("cubs"), null=True, blank=True)
    ci_low = models.PositiveSmallIntegerField(_("95 % interval, from"), null=True, blank=True)
    ci_high = models.PositiveSmallIntegerField(_("95 % interval, to"), null=True, blank=True)
    counted_by = models.ForeignKey(
        "reserve.CountMethod",
        verbose_name=_("counting method"),
        on_delete=models.PROTECT,
        related_name="figures",
        null=True,
        blank=True,
        help_text=_("Only where a source states it: charts join numbers of one method."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = models.CharField(_("source and date"), max_length=300)
    is_headline = models.BooleanField(
        _("shown on the home page"), default=False, help_text=_("One number per cat and side.")
    )

    panels = [
        FieldRowPanel([FieldPanel("species"), FieldPanel("scope")]),
        FieldRowPanel([FieldPanel("year"), FieldPanel("as_of"), FieldPanel("is_headline")]),
        FieldRowPanel(
            [
                FieldPanel("qualifier"),
                FieldPanel("value"),
                FieldPanel("value_max"),
                FieldPanel("cubs"),
            ]
        ),
        FieldRowPanel([FieldPanel("ci_low"), FieldPanel("ci_high")]),
        FieldPanel("counted_by"),
        translated_panel("note"),
        translated_panel("source"),
    ]

    class Meta:
        verbose_name = _("population figure")
        verbose_name_plural = _("population figures")
        ordering = ["species", "year", "scope"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value_max__isnull=True)
                | models.Q(value_max__gte=models.F("value")),
                name="figure_range_is_ordered",
            )
        ]

    def __str__(self) -> str:
        return f"{self.species} {self.year}: {self.value}"

    def clean(self) -> None:
        if self.counted_by and self.counted_by.scope != self.scope:
            raise ValidationError({"counted_by": _("This method counts something else.")})
