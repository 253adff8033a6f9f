"""The files of a lesson. A material is one thing in several languages; its files hang on it, one a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from content.base.panels import translated_panel
from content.schools.forms import MaterialForm


class Role(models.TextChoices):
    PLAN = "plan", _("Lesson plan")
    PUPIL_SHEET = "pupil_sheet", _("Pupil sheet")
    ANSWER_KEY = "answer_key", _("Answer key")
    SLIDES = "slides", _("Slides")
    CARDS = "cards", _("Cards")
    DATASET = "dataset", _("Data")
    POSTER = "poster", _("Poster")
    OTHER = "other", _("Other file")


class Audience(models.TextChoices):
    TEACHER = "teacher", _("for the teacher")
    LEARNER = "learner", _("for the pupils")
    FAMILY = "family", _("for the family")


class FileSource(models.TextChoices):
    GENERATED = "generated", _("made from the page")
    UPLOADED = "uploaded", _("uploaded")


class Material(ClusterableModel):
    """A thing to take away with a lesson, the same in every language it exists in."""

    lesson_key = models.UUIDField(
        _("lesson"), db_index=True, editable=False, help_text=_("Translation key of its pages")
    )
    role = models.CharField(_("kind"), max_length=20, choices=Role, default=Role.OTHER)
    audience = models.CharField(
        _("audience"), max_length=10, choices=Audience, default=Audience.TEACHER
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("Empty: the kind is shown instead.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_generated = models.BooleanField(_("made from the page"), default=False, editable=False)

    base_form_class = MaterialForm
    panels = [
        FieldPanel("lesson"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("audience"), FieldPanel("order")]),
        translated_panel("title"),
        InlinePanel("files", heading=_("Files"), label=_("file")),
    ]

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        ordering = ["lesson_key", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["lesson_key", "role"],
                condition=models.Q(is_generated=True),
                name="one_generated_material_a_role",
            )
        ]

    def __str__(self) -> str:
        return self.title or self.get_role_display()


class MaterialFile(models.Model):
    """One file of a material, in one language."""

    material = ParentalKey(Material, on_delete=models.CASCADE, related_name="files")
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        verbose_name=_("language"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    document = models.ForeignKey(
        "base.Document",
        verbose_name=_("file"),
        on_delete=models.CASCADE,
        related_name="lesson_files",
    )
    source = models.CharField(
        _("origin"),
        max_length=10,
        choices=FileSource,
        default=FileSource.UPLOADED,
        editable=False,
    )
    pages = models.PositiveSmallIntegerField(
        pgettext_lazy("of a file", "pages"), null=True, blank=True
    )
    made_from = models.CharField(max_length=64, blank=True, editable=False)  # SHA-256 of the input
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now=True)

    panels = [FieldRowPanel([FieldPanel("locale"), FieldPanel("pages")]), FieldPanel("document")]

    class Meta:
        verbose_name = _("lesson file")
        verbose_name_plural = _("lesson files")
        ordering = ["locale_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["material", "locale", "source"], name="one_file_a_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.material} ({self.locale.language_code})"
