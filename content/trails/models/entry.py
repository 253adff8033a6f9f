from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from content.base.panels import translated_panel


class NationalityGroup(models.TextChoices):
    """Whom an entry rule means: what border rules ask depends on the passport."""

    RUSSIA = "RU", _("citizens of Russia")
    CHINA = "CN", _("citizens of China")
    OTHER = "other", _("citizens of other countries")


class LeadKind(models.TextChoices):
    CALENDAR = "calendar", _("calendar days")
    WORKING = "working", _("working days")


class Asked(models.TextChoices):
    """What a rule makes us ask of each person; from the least to the most."""

    NOTHING = "nothing", _("nothing but the kind of passport")
    NAME = "name", _("the name")
    DOCUMENT = "document", _("the name, the date of birth and the number of the document")


class EntryZone(ClusterableModel):
    """A part of the country that may be entered by rule only, such as a border zone."""

    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=models.PROTECT,
        related_name="entry_zones",
    )
    name = models.CharField(_("name"), max_length=120)
    text = models.TextField(
        _("text for visitors"),
        max_length=600,
        blank=True,
        help_text=_("What the zone is, in a sentence or two."),
    )
    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("Shown as a sample, not as a rule in force."),
    )

    panels = [
        FieldRowPanel([FieldPanel("side"), FieldPanel("is_sample")]),
        translated_panel("name"),
        translated_panel("text"),
        InlinePanel("rules", heading=_("Entry rules"), label=_("entry rule")),
    ]

    class Meta:
        verbose_name = _("entry zone")
        verbose_name_plural = _("entry zones")
        ordering = ["side", "pk"]

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"


class EntryRule(Orderable):
    """Which papers one group of visitors needs in a zone, and how long before the walk they must book."""

    zone = ParentalKey(EntryZone, on_delete=models.CASCADE, related_name="rules")
    group = models.CharField(_("for"), max_length=8, choices=NationalityGroup)
    papers = models.CharField(
        _("papers"), max_length=300, help_text=_("What each person must have, in a few words.")
    )
    lead_days = models.PositiveSmallIntegerField(
        _("days ahead"),
        default=0,
        help_text=_("How long before the walk a booking is still possible; 0 is until the start."),
    )
    lead_kind = models.CharField(
        _("counted in"),
        max_length=8,
        choices=LeadKind,
        default=LeadKind.CALENDAR,
        help_text=_("Working days follow the holidays of the zone’s country."),
    )
    asks = models.CharField(
        _("asked of each person"),
        max_length=10,
        choices=Asked,
        default=Asked.NOTHING,
        help_text=_("No more than the rule needs; documents are kept encrypted and deleted soon."),
    )
    is_reviewed = models.BooleanField(
        _("the office looks at the papers first"),
        default=False,
        help_text=_("A booking then waits for your decision before it is confirmed."),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Empty: until further notice")
    )
    source = models.CharField(
        _("source"), max_length=300, blank=True, help_text=_("The law or order it follows from.")
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("group"), FieldPanel("lead_days"), FieldPanel("lead_kind")]),
        translated_panel("papers"),
        FieldRowPanel([FieldPanel("asks"), FieldPanel("is_reviewed")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
        translated_panel("source"),
        FieldPanel("checked_on"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("entry rule")
        verbose_name_plural = _("entry rules")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="entry_rule_days_are_ordered",
                violation_error_message=_("The last day is before the first one."),
            ),
            models.CheckConstraint(
                condition=models.Q(lead_days__lte=365),
                name="entry_rule_lead_within_a_year",
                violation_error_message=_("At most 365 days ahead."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()} · {self.papers}"

    def holds_on(self, day: date) -> bool:
        """Return whether the rule is valid for a walk on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
