import calendar
import secrets
from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from content.base.choices import MONTHS, SideCode
from content.base.private_names import refuse_private_names
from content.cameratraps.choices import (
    Band,
    LifeStage,
    ObservationType,
    Season,
    Sex,
    Stage,
    season_of,
)
from content.cameratraps.forms import EventForm
from content.cameratraps.models.panels import EVENT_PANELS
from content.cameratraps.models.places import YEARS, source_digest

_CODE_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that looks like another


def new_code(length: int = 8) -> str:
    """Return a random name for an address: it tells neither order nor time."""
    return "".join(secrets.choice(_CODE_LETTERS) for _number in range(length))


class EventQuerySet(models.QuerySet):
    def public(self, on: date | None = None) -> "EventQuerySet":
        """Return the visits anyone may see: the one gate of every page, feed, search and export.

        An animal of a known species, something to look at, no people in it, released by both sides, refused by none,
        embargo over.
        Days end on the UTC clock, later than on either side of the border.
        """
        from content.cameratraps.models.media import Media
        from content.cameratraps.models.releases import Refusal, Release

        today = on or timezone.now().date()
        frames = Media.objects.filter(event=OuterRef("pk"))
        releases = Release.objects.filter(event=OuterRef("pk"), embargo_until__lte=today)
        visible = self.filter(observation_type=ObservationType.ANIMAL, species__isnull=False)
        visible = visible.filter(
            Exists(frames.filter(file_public=True)),
            ~Exists(frames.filter(shows_people=True)),
            ~Exists(Refusal.objects.filter(event=OuterRef("pk"))),
        )
        for side in SideCode.values:
            visible = visible.filter(Exists(releases.filter(side_id=side)))
        return visible


class Event(index.Indexed, ClusterableModel):
    """One visit to one camera: the unit that is counted, shown and released.

    It is also Camtrap DP's event-level observation: a visit here is of one species, so the two are one record.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code, editable=False)
    deployment = models.ForeignKey(
        "cameratraps.Deployment",
        verbose_name=_("deployment"),
        on_delete=models.PROTECT,
        related_name="events",
    )
    observation_type = models.CharField(
        _("what was seen"),
        max_length=12,
        choices=ObservationType,
        default=ObservationType.ANIMAL,
    )
    species = models.ForeignKey(
        "reserve.Species",
        verbose_name=_("species"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    year = models.PositiveSmallIntegerField(_("year"), validators=YEARS)
    month = models.PositiveSmallIntegerField(_("month"), choices=MONTHS)
    band = models.CharField(_("time of day"), max_length=5, choices=Band)
    count = models.PositiveSmallIntegerField(
        _("how many animals"), default=1, validators=[MinValueValidator(1)]
    )
    life_stage = models.CharField(_("life stage"), max_length=8, choices=LifeStage, blank=True)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    title = models.CharField(_("title"), max_length=120, blank=True)
    caption = models.TextField(_("caption"), max_length=600, blank=True)
    behaviour = models.CharField(_("behaviour"), max_length=120, blank=True)
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Drawn for the sample site, not a record.")
    )
    stage = models.CharField(
        _("on the desk"), max_length=5, choices=Stage, default=Stage.NEW, editable=False
    )

    digest = source_digest()

    objects = EventQuerySet.as_manager()
    base_form_class = EventForm
    panels = EVENT_PANELS
    search_fields = [
        index.SearchField("title_en"),
        index.SearchField("title_ru"),
        index.SearchField("title_zh_hans"),
        index.FilterField("species"),
    ]

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["-year", "-month", "code"]
        permissions = [("release_event", "Can release events for the own side")]

    def __str__(self) -> str:
        return f"{self.title or self.species or self.get_observation_type_display()} ({self.code})"

    def clean(self) -> None:
        refuse_private_names(self)
        if not (self.deployment_id and self.year and self.month):
            return
        if not self.deployment.holds(self.year, self.month):
            raise ValidationError(
                {"month": _("The camera of this deployment was not at work in this month.")}
            )

    @property
    def season(self) -> Season:
        return season_of(self.month)

    @property
    def zone(self):
        return self.deployment.zone

    @property
    def side_code(self) -> str:
        return self.deployment.zone.side_id

    @property
    def first_of_month(self) -> date:
        """The month as a date, for formatting only: the day was never stored."""
        return date(self.year, self.month, 1)

    @property
    def earliest_release(self) -> date:
        """The first day on which a release may let this visit be seen."""
        last_day = calendar.monthrange(self.year, self.month)[1]
        return date(self.year, self.month, last_day) + timedelta(days=settings.PUBLIC_EMBARGO_DAYS)

    def public_from(self) -> date | None:
        """Return the day this visit is public from, None for never as it stands: `public()` for one record.

        Asks the database, not what a form holds of the record.
        """
        from content.cameratraps.models.media import Media
        from content.cameratraps.models.releases import Refusal, Release

        return self.public_from_these(
            list(Media.objects.filter(event=self.pk)),
            list(Release.objects.filter(event=self.pk)),
            list(Refusal.objects.filter(event=self.pk)),
        )

    def public_from_these(self, frames: list, releases: list, refusals: list) -> date | None:
        """Return the same from frames, releases and refusals that are at hand."""
        is_fit = (
            self.observation_type == ObservationType.ANIMAL
            and self.species_id is not None
            and any(frame.file_public for frame in frames)
            and not any(frame.shows_people for frame in frames)
            and not refusals
        )
        if not is_fit or {release.side_id for release in releases} != set(SideCode.values):
            return None
        return max(release.embargo_until for release in releases)
