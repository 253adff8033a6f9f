from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from content.base.panels import translated_panel


class Country(models.TextChoices):
    """The countries whose standards the lessons are held against, by ISO 3166-1 code."""

    US = "US", _("USA")
    RU = "RU", _("Russia")
    CN = "CN", _("China")


class TextLanguage(models.TextChoices):
    ENGLISH = "en", "English"
    RUSSIAN = "ru", "Русский"
    CHINESE = "zh-hans", "中文"


class Subject(models.Model):
    """A school subject a lesson may be taught in."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [translated_panel("name"), FieldRowPanel([FieldPanel("slug"), FieldPanel("order")])]

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name or self.slug


class Framework(models.Model):
    """A curriculum or set of standards of one country, in one edition."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    country = models.CharField(_("country"), max_length=2, choices=Country)
    edition = models.CharField(_("edition"), max_length=20)
    lang = models.CharField(_("language of its text"), max_length=10, choices=TextLanguage)
    title = models.CharField(_("title"), max_length=200)
    note = models.TextField(_("note"), blank=True, help_text=_("How it is cited; shown with it."))
    url = models.URLField(_("address"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        translated_panel("title"),
        translated_panel("note"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("edition"), FieldPanel("order")]),
        FieldRowPanel([FieldPanel("country"), FieldPanel("lang"), FieldPanel("url")]),
    ]

    class Meta:
        verbose_name = _("framework")
        verbose_name_plural = _("frameworks")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title or self.code


class StandardNode(models.Model):
    """One expectation of a framework: its own words in its own language, our short version in three."""

    framework = models.ForeignKey(
        Framework, verbose_name=_("framework"), on_delete=models.CASCADE, related_name="nodes"
    )
    code = models.CharField(_("code"), max_length=120)
    grade_min = models.PositiveSmallIntegerField(_("from grade"))
    grade_max = models.PositiveSmallIntegerField(_("to grade"))
    text = models.TextField(_("text in the language of the framework"))
    gloss = models.CharField(_("in our words"), max_length=400)

    panels = [
        FieldPanel("framework"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("grade_min"), FieldPanel("grade_max")]),
        FieldPanel("text"),
        translated_panel("gloss"),
    ]

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standards")
        ordering = ["framework__order", "grade_min", "code"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "code"], name="unique_standard_code"),
            models.CheckConstraint(
                condition=models.Q(grade_max__gte=models.F("grade_min")),
                name="standard_grades_are_ordered",
                violation_error_message=_("The last grade is before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return self.code
