from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel
from content.reserve.models.population import FigureScope


class CountMethod(models.Model):
    """One way in which one side, or both together, count. What is done differently is another record.

    Charts join only numbers of one record, so a change of method shows as a break. What no source states stays empty.
    """

    scope = models.CharField(_("what it counts"), max_length=10, choices=FigureScope)
    name = models.CharField(_("name"), max_length=120)
    version = models.CharField(
        _("version"),
        max_length=20,
        blank=True,
        help_text=_("Tells two records of one name apart, such as 2 or 2023."),
    )
    from_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    meaning = models.CharField(_("what the number means"), max_length=300, blank=True)
    effort = models.CharField(
        _("effort"), max_length=300, blank=True, help_text=_("Area, cameras, months.")
    )
    independence = models.CharField(_("when two records count as one"), max_length=300, blank=True)
    flanks = models.CharField(
        _("animals known from one side only"),
        max_length=300,
        blank=True,
        help_text=_(
            "What is done with those of whom only the left or only the right flank is known."
        ),
    )
    source = models.CharField(_("source and date"), max_length=300, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("scope"), FieldPanel("version")]),
        FieldRowPanel([FieldPanel("from_year"), FieldPanel("to_year")]),
        *(
            translated_panel(name)
            for name in ("name", "meaning", "effort", "independence", "flanks", "source")
        ),
    ]

    class Meta:
        verbose_name = _("counting method")
        verbose_name_plural = _("counting methods")
        ordering = ["scope", "from_year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_year__isnull=True)
                | models.Q(from_year__isnull=True)
                | models.Q(to_year__gte=models.F("from_year")),
                name="method_years_are_ordered",
                violation_error_message=_("The last year lies before the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()

    def clean(self) -> None:
        if self.pk and self.figures.exclude(scope=self.scope).exists():
            raise ValidationError(
                {"scope": _("Numbers that count something else refer to this method.")}
            )
