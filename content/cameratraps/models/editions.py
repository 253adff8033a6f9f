"""Editions: what was published as a Camtrap DP package on one day, who agreed to it, and what is in it."""

from uuid import uuid4

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.base.choices import Licence

NAME = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z", _("Small Latin letters, digits and hyphens only, such as 2026-1.")
)
# A package is taken to be worked with: terms that allow nothing would make no sense.
OPEN_LICENCES = [choice for choice in Licence.choices if choice[0] != Licence.RESERVED]


class EditionState(models.TextChoices):
    DRAFT = "draft", _("waits for both sides")
    PUBLISHED = "public", pgettext_lazy("of an edition", "published")
    PULLED = "pulled", _("pulled back")


def edition_place(edition: "Edition", name: str) -> str:
    """Return a random name for the file of an edition."""
    return f"editions/{uuid4().hex}.zip"


class EditionQuerySet(models.QuerySet):
    def told(self) -> "EditionQuerySet":
        """Return what anyone may know of: the published editions, and those pulled back after they were."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def public(self) -> "EditionQuerySet":
        return self.told().filter(state=EditionState.PUBLISHED)


class Edition(models.Model):
    """One package, made once and never changed: its checksum is cited. Written by `editions.services` alone."""

    name = models.CharField(_("name"), max_length=40, unique=True, validators=[NAME])
    state = models.CharField(
        _("state"), max_length=6, choices=EditionState, default=EditionState.DRAFT
    )
    licence = models.CharField(
        _("licence of the data"), max_length=20, choices=OPEN_LICENCES, default=Licence.CC_BY
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_at = models.DateTimeField(_("published at"), null=True)
    pulled_at = models.DateTimeField(_("pulled back at"), null=True)
    file = models.FileField(upload_to=edition_place, storage=default_storage)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict)
    is_sample = models.BooleanField(_("sample"), default=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of the data")
        verbose_name_plural = _("editions of the data")
        ordering = ["-made_at", "-pk"]
        permissions = [("publish_edition", "Can agree to an edition for the own side")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_public(self) -> bool:
        return self.state == EditionState.PUBLISHED


class EditionApproval(models.Model):
    """One side's agreement that an edition is published."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="approvals")
    side = models.ForeignKey("reserve.Side", on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("agreement to an edition")
        verbose_name_plural = _("agreements to editions")
        ordering = ["edition", "-side_id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "side"], name="edition_agreed_once_a_side"),
            models.UniqueConstraint(
                fields=["edition", "approved_by"], name="edition_agreed_by_two_people"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.side_id}"


class EditionVisit(models.Model):
    """A visit that an edition holds; `names_animal` when the edition tells by it of an animal known by name."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="visits")
    event = models.ForeignKey(
        "cameratraps.Event", on_delete=models.CASCADE, related_name="in_editions"
    )
    names_animal = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("visit in an edition")
        verbose_name_plural = _("visits in editions")
        constraints = [
            models.UniqueConstraint(fields=["edition", "event"], name="edition_visit_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}/{self.event_id}"


class EditionFrame(models.Model):
    """The address of a frame in one edition: a random key, another one in every edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="frames")
    media = models.ForeignKey("cameratraps.Media", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True)

    class Meta:
        verbose_name = _("frame in an edition")
        verbose_name_plural = _("frames in editions")

    def __str__(self) -> str:
        return self.key
