from django.db import models
from django.utils.translation import gettext_lazy as _

from content.cameratraps.models import Individual


class Kind(models.TextChoices):
    """What a result is; the order of this list is the order of the filter."""

    PAGE = "page", _("Pages")
    TRAIL = "trail", _("Trails")
    SPECIES = "species", _("Animals")
    GALLERY = "gallery", _("Galleries")
    LESSON = "lesson", _("Lessons")
    STORY = "story", _("Stories")


class SearchEntryQuerySet(models.QuerySet):
    def findable(self) -> "SearchEntryQuerySet":
        """Return what may be found today; an animal known by name only while it may be known of."""
        known = models.Q(animal__isnull=True) | models.Q(animal__in=Individual.objects.public())
        return self.filter(known)


class SearchEntry(models.Model):
    """One public thing in one language, with the texts by which it is found. Kept by `search.services` alone."""

    language = models.CharField(_("language"), max_length=10)
    object_key = models.CharField(max_length=80)  # such as `page:12` or `species:3`
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    url = models.TextField(_("address"))
    title = models.CharField(_("title"), max_length=300)
    summary = models.TextField(_("summary"), blank=True)
    text = models.TextField(blank=True)
    folded_title = models.TextField()
    folded_text = models.TextField()
    animal = models.ForeignKey(
        Individual, null=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "object_key"], name="one_search_entry_per_language_and_object"
            )
        ]
        indexes = [models.Index(fields=["object_key"], name="search_entry_object")]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"
