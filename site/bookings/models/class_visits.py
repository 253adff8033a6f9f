from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bookings.models.crossing import forget, protect
from bookings.models.trails import trail_along


class VisitState(models.TextChoices):
    """How far the office and a school have come about a visit."""

    ASKED = "asked", pgettext_lazy("class visit", "to be answered")
    AGREED = "agreed", pgettext_lazy("class visit", "agreed")
    DECLINED = "declined", pgettext_lazy("class visit", "not possible")


class ClassVisitQuerySet(models.QuerySet):
    def of_side(self, side: str) -> "ClassVisitQuerySet":
        """Keep the requests to one country's office; an empty code keeps both."""
        return self.filter(side_id=side) if side else self

    def with_trail(self) -> "ClassVisitQuerySet":
        """Fetch along the trail a line names."""
        return trail_along(self)


class ClassVisit(models.Model):
    """A teacher's request to come with a class. It holds no place: the office answers with a date."""

    key = models.CharField(max_length=64, unique=True, editable=False)  # one form, one request
    side = models.ForeignKey(
        "reserve.Side",
        verbose_name=_("side"),
        on_delete=protect,
        related_name="+",
        db_constraint=False,
    )
    trail = models.ForeignKey(
        "trails.Trail",
        verbose_name=_("trail"),
        null=True,
        on_delete=forget,
        related_name="+",
        db_constraint=False,
    )
    lessons = models.JSONField(_("lessons"), default=list)  # translation keys
    school = models.CharField(_("school"), max_length=160)
    pupils = models.PositiveSmallIntegerField(_("pupils"), validators=[MinValueValidator(1)])
    adults = models.PositiveSmallIntegerField(_("adults with them"))
    age = models.PositiveSmallIntegerField(_("age of the pupils"))
    wished_on = models.DateField(_("day wished for"))
    other_days = models.CharField(_("other days that would suit"), max_length=200, blank=True)
    words = models.TextField(_("what the office should know"), max_length=2000, blank=True)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=10)
    consent_version = models.CharField(max_length=40, editable=False)
    consent_hash = models.CharField(max_length=64, editable=False)
    consent_at = models.DateTimeField(editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=VisitState, default=VisitState.ASKED
    )
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=150, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    erased_at = models.DateTimeField(_("personal data erased"), null=True)
    is_sample = models.BooleanField(_("sample content"), default=False, editable=False)

    objects = ClassVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("request of a school")
        verbose_name_plural = _("requests of schools")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.school} · {self.wished_on}"


class LetterKind(models.TextChoices):
    RECEIVED = "received", _("word that the request has come in")
    TO_OFFICE = "to-office", _("word to the office")
    ANSWER = "answer", _("answer to the school")


class ClassVisitLetter(models.Model):
    """A mail owed about a request of a school; address and text are taken from the request when it leaves."""

    visit = models.ForeignKey(ClassVisit, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(_("mail"), max_length=10, choices=LetterKind)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next attempt"))
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("mail to a school")
        verbose_name_plural = _("mails to schools")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "kind"], name="class_visit_letter_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.visit_id}"
