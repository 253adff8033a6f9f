from datetime import date, datetime
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index

from content.trails.forms import TrailForm
from content.trails.models.access import AccessFacts
from content.trails.models.panels import TRAIL_PANELS
from content.trails.months import ALL_YEAR, from_bits

LONGITUDE = [MinValueValidator(-180), MaxValueValidator(180)]
LATITUDE = [MinValueValidator(-90), MaxValueValidator(90)]


class Difficulty(models.TextChoices):
    EASY = "easy", _("easy")
    MODERATE = "moderate", _("moderate")
    HARD = "hard", _("hard")


class RouteType(models.TextChoices):
    LOOP = "loop", _("loop")
    OUT_AND_BACK = "out-and-back", _("out and back")
    POINT_TO_POINT = "point-to-point", _("point to point")
    DRIVE = "drive", _("drive")


class Guide(models.TextChoices):
    REQUIRED = "required", _("with a guide only")
    OPTIONAL = "optional", _("with or without a guide")
    NONE = "none", _("without a guide")


class Trail(index.Indexed, AccessFacts, ClusterableModel):
    """A walk, ride or drive that visitors may take: its facts, its line and its rules."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="trails"
    )
    area = models.ForeignKey(
        "reserve.ProtectedArea",
        verbose_name=_("protected area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="trails",
    )
    name = models.CharField(_("name"), max_length=160)
    lead = models.TextField(_("lead"), max_length=600, blank=True)
    image = models.ForeignKey(
        "base.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    length_km = models.DecimalField(
        _("length, km"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    length_is_certain = models.BooleanField(
        _("the length is certain"),
        default=True,
        help_text=_("Otherwise the length is shown as “about”."),
    )
    duration_min = models.PositiveSmallIntegerField(_("time from, minutes"), null=True, blank=True)
    duration_max = models.PositiveSmallIntegerField(_("time to, minutes"), null=True, blank=True)
    difficulty = models.CharField(
        _("difficulty"), max_length=10, choices=Difficulty, default=Difficulty.EASY
    )
    route_type = models.CharField(
        _("kind of route"), max_length=16, choices=RouteType, default=RouteType.OUT_AND_BACK
    )
    ascent_m = models.PositiveSmallIntegerField(_("ascent, m"), null=True, blank=True)
    descent_m = models.PositiveSmallIntegerField(_("descent, m"), null=True, blank=True)
    min_height_m = models.SmallIntegerField(_("lowest point, m"), null=True, blank=True)
    max_height_m = models.SmallIntegerField(_("highest point, m"), null=True, blank=True)
    min_age = models.PositiveSmallIntegerField(
        _("youngest age"), null=True, blank=True, help_text=_("Empty: any age")
    )
    max_party = models.PositiveSmallIntegerField(
        _("largest party"), null=True, blank=True, help_text=_("People in one booking")
    )
    min_party = models.PositiveSmallIntegerField(
        _("smallest party"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("People in one booking; a rule of safety. Empty: one is enough"),
    )
    opens_at = models.TimeField(_("open from"), null=True, blank=True)
    shuts_at = models.TimeField(
        _("open until"), null=True, blank=True, help_text=_("On the clock of the trail")
    )
    open_months = models.PositiveSmallIntegerField(
        _("open months"), default=ALL_YEAR, validators=[MaxValueValidator(ALL_YEAR)]
    )
    season_note = models.TextField(_("note on the season"), max_length=600, blank=True)
    guide = models.CharField(_("guide"), max_length=10, choices=Guide, default=Guide.OPTIONAL)
    price = models.DecimalField(
        _("price of an adult"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text=_("In the currency of the side; 0 is free, empty is not published"),
    )
    price_child = models.DecimalField(
        _("price of a child"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    price_concession = models.DecimalField(
        _("reduced price"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
        help_text=_("For pupils, students, pensioners: say for whom in the note"),
    )
    price_note = models.TextField(_("note on the price"), max_length=600, blank=True)

    meeting_point = models.TextField(_("meeting point"), max_length=400, blank=True)
    meeting_lon = models.FloatField(_("longitude"), null=True, blank=True, validators=LONGITUDE)
    meeting_lat = models.FloatField(_("latitude"), null=True, blank=True, validators=LATITUDE)
    access = models.TextField(_("how to get there"), max_length=1500, blank=True)
    bring = models.TextField(_("what to bring, one a line"), blank=True)
    rules = models.TextField(_("rules, one a line"), blank=True)
    accessibility = models.TextField(_("accessibility"), max_length=1500, blank=True)
    entry_zones = ParentalManyToManyField(
        "trails.EntryZone",
        verbose_name=_("entry zones"),
        blank=True,
        related_name="trails",
        help_text=_("Zones the trail enters; their rules decide who must book how early."),
    )
    species = ParentalManyToManyField(
        "reserve.Species",
        verbose_name=_("animals one may meet"),
        blank=True,
        related_name="trails",
        help_text=_("Of the whole area. Never a hint at a den or a place where an animal rests."),
    )
    entry_rule = models.TextField(_("entry rule and papers"), max_length=1500, blank=True)
    sources = models.TextField(_("sources, one a line"), blank=True)

    track = models.JSONField(
        _("track"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Points as [longitude, latitude, metres above the sea or null], WGS 84"),
    )
    is_sample_track = models.BooleanField(
        _("the track is a sample"), default=False, help_text=_("Marked on the map and in the file")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    base_form_class = TrailForm
    panels = TRAIL_PANELS
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("side"),
        index.FilterField("difficulty"),
    ]

    class Meta:
        verbose_name = _("trail")
        verbose_name_plural = _("trails")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(duration_min__isnull=True)
                | models.Q(duration_max__isnull=True)
                | models.Q(duration_max__gte=models.F("duration_min")),
                name="trail_times_are_ordered",
                violation_error_message=_("The longest time is shorter than the shortest one."),
            ),
            models.CheckConstraint(
                condition=models.Q(min_height_m__isnull=True)
                | models.Q(max_height_m__isnull=True)
                | models.Q(max_height_m__gte=models.F("min_height_m")),
                name="trail_heights_are_ordered",
                violation_error_message=_("The highest point is below the lowest one."),
            ),
            models.CheckConstraint(
                condition=models.Q(min_party__isnull=True)
                | models.Q(max_party__isnull=True)
                | models.Q(max_party__gte=models.F("min_party")),
                name="trail_parties_are_ordered",
                violation_error_message=_("The largest party is smaller than the smallest one."),
            ),
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True, shuts_at__isnull=True)
                | models.Q(shuts_at__gt=models.F("opens_at")),
                name="trail_hours_are_whole",
                violation_error_message=_(
                    "Opening hours need a first and a last hour, in this order."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(meeting_lon__isnull=True, meeting_lat__isnull=True)
                | models.Q(meeting_lon__isnull=False, meeting_lat__isnull=False),
                name="trail_meeting_point_is_whole",
                violation_error_message=_("A meeting point needs a longitude and a latitude."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    @property
    def time_zone(self) -> str:
        """Return the IANA name of the clock that holds on this trail."""
        return self.side.time_zone

    @property
    def currency(self) -> str:
        return self.side.currency

    @property
    def months(self) -> list[int]:
        return from_bits(self.open_months)

    @property
    def has_heights(self) -> bool:
        return len(self.track) > 1 and all(point[2] is not None for point in self.track)

    def today(self, now: datetime | None = None) -> date:
        """Return the calendar day on the trail's own clock."""
        return self.side.today(now)
