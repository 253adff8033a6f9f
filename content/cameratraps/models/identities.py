"""Who is who: which animal a visit shows, and which codes of the two catalogues are one animal.

Written by `content.cameratraps.identities` alone. Each side says its own word; it counts when both have said the same.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Flank(models.TextChoices):
    LEFT = "left", _("left flank")
    RIGHT = "right", _("right flank")
    BOTH = "both", _("both flanks")


class Confidence(models.TextChoices):
    CERTAIN = "certain", pgettext_lazy("of an identification", "certain")
    LIKELY = "likely", pgettext_lazy("of an identification", "likely")
    DOUBTFUL = "doubtful", pgettext_lazy("of an identification", "doubtful")


class Review(models.TextChoices):
    WAITING = "waiting", _("waits for the other side")
    AGREED = "agreed", _("both sides agree")
    DISPUTED = "disputed", _("the other side disagrees")


class Answer(models.TextChoices):
    SAME = "same", _("the same animal")
    DIFFERENT = "different", _("two animals")
    UNDECIDED = "undecided", _("cannot be decided yet")


class Basis(models.TextChoices):
    """By what two codes were compared. It is public, so it holds no words of one's own."""

    LEFT = "left", _("by the left flank")
    RIGHT = "right", _("by the right flank")
    BOTH = "both", _("by both flanks")
    GENES = "genes", _("by a genetic sample")
    OTHER = "other", _("by other signs")


class IdentityClaimQuerySet(models.QuerySet):
    def with_animal(self) -> "IdentityClaimQuerySet":
        """Give each claim the record that stands for its animal, as `animal_id`."""
        individual = "alias__individual"
        return self.annotate(
            animal_id=Coalesce(f"{individual}__merged_into_id", f"{individual}__pk")
        )

    def public(self) -> "IdentityClaimQuerySet":
        """Return what both sides agree upon about visits anyone may see: the gate of all that is told of animals."""
        from content.cameratraps.models.events import Event

        return self.with_animal().filter(
            review=Review.AGREED,
            event__in=Event.objects.public(),
            event__species=F("alias__individual__species"),
        )


class IdentityClaim(models.Model):
    """One side says which animal a visit shows; it counts when the other side agrees."""

    event = models.ForeignKey(
        "cameratraps.Event",
        verbose_name=_("visit"),
        on_delete=models.CASCADE,
        related_name="claims",
    )
    alias = models.ForeignKey(
        "cameratraps.Alias",
        verbose_name=_("catalogue code"),
        on_delete=models.PROTECT,
        related_name="claims",
    )
    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("side"), on_delete=models.PROTECT, related_name="+"
    )
    flank = models.CharField(_("flank"), max_length=5, choices=Flank, blank=True)
    confidence = models.CharField(
        _("how sure"), max_length=8, choices=Confidence, default=Confidence.CERTAIN
    )
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_at = models.DateTimeField(default=timezone.now)
    review = models.CharField(
        _("the other side"), max_length=8, choices=Review, default=Review.WAITING
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)

    objects = IdentityClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim of an animal")
        verbose_name_plural = _("claims of animals")
        ordering = ["pk"]
        permissions = [("identify_animal", "Can say for the own side who an animal is")]
        constraints = [
            models.UniqueConstraint(fields=["event", "alias"], name="claim_once_a_visit"),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("claimed_by")),
                name="claim_reviewed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} = {self.alias_id}"


class MatchDecisionQuerySet(models.QuerySet):
    def open(self) -> "MatchDecisionQuerySet":
        """Return the pairs somebody has spoken of and the two sides have not settled."""
        words = Verdict.objects.filter(decision=OuterRef("pk"))
        return self.filter(Exists(words), outcome=Answer.UNDECIDED)


class MatchDecision(models.Model):
    """Whether two codes are one animal. `outcome` follows from what both sides say."""

    first = models.ForeignKey(
        "cameratraps.Alias", on_delete=models.PROTECT, related_name="matches_first"
    )
    second = models.ForeignKey(
        "cameratraps.Alias", on_delete=models.PROTECT, related_name="matches_second"
    )
    basis = models.CharField(
        _("compared"), max_length=5, choices=Basis, default=Basis.OTHER, help_text=_("Public.")
    )
    outcome = models.CharField(
        _("outcome"), max_length=9, choices=Answer, default=Answer.UNDECIDED, editable=False
    )
    settled_at = models.DateTimeField(null=True, editable=False)

    objects = MatchDecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("match decision")
        verbose_name_plural = _("match decisions")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="match_once_a_pair"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="match_of_two_codes_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} · {self.second}"


class Verdict(models.Model):
    """What one side says of a pair; taking it back is deleting it."""

    decision = models.ForeignKey(MatchDecision, on_delete=models.CASCADE, related_name="verdicts")
    side = models.ForeignKey("reserve.Side", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=9, choices=Answer)
    evidence = models.CharField(
        _("evidence"),
        max_length=400,
        blank=True,
        help_text=_("For the staff of both sides. No place in it."),
    )
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("word on a match")
        verbose_name_plural = _("words on matches")
        ordering = ["-side_id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "side"], name="verdict_once_a_side"),
            models.UniqueConstraint(
                fields=["decision", "said_by"],
                name="verdict_by_two_people",
                violation_error_message=_("The two sides are spoken for by two people."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side_id}: {self.answer}"


class IdentityChange(models.Model):
    """One line of the log that the count's page shows: two codes became one animal, or two again."""

    class Kind(models.TextChoices):
        MERGED = "merged", _("found to be one animal")
        SPLIT = "split", _("held to be two animals again")

    decision = models.ForeignKey(MatchDecision, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=6, choices=Kind)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("change of identity")
        verbose_name_plural = _("changes of identity")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.kind}"
