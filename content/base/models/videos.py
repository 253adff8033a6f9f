from uuid import uuid4

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from content.base.choices import Licence, SideCode
from content.base.panels import translated_panel
from content.base.scrubbing.videos import ScrubbedVideo, scrub_video
from content.base.video_forms import VideoForm


def film_place(video: "Video", name: str) -> str:
    """Return a random name for the file of a film."""
    return f"videos/{uuid4().hex}.{name.rsplit('.', 1)[-1].lower()}"


class Video(models.Model):
    """A film with its words. Only picture, and sound if asked for, are stored: see `content.base.scrubbing.videos`."""

    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(
        _("what can be seen"),
        max_length=600,
        blank=True,
        help_text=_("What the film shows, for people who cannot see it."),
    )
    file = models.FileField(_("file"), upload_to=film_place, storage=default_storage)
    keeps_sound = models.BooleanField(
        _("keep the sound"),
        default=False,
        help_text=_(
            "A voice, a stream or a road can tell the place. Keep the sound only if you have listened to all of it."
        ),
    )
    poster = models.ForeignKey(
        "base.Image",
        verbose_name=_("still picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands there until the film is played."),
    )
    captions = models.TextField(
        _("captions"),
        blank=True,
        help_text=_(
            "Needed in all three languages: what is said, and what is heard. WebVTT or SubRip; a silent "
            "film has one caption that says so."
        ),
    )
    side = models.CharField(
        _("side"), max_length=2, choices=SideCode, blank=True, help_text=_("Empty: kept by both.")
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence, default=Licence.RESERVED
    )
    is_sample = models.BooleanField(_("sample film"), default=False)
    is_withheld = models.BooleanField(
        default=False, editable=False, help_text="Kept by the camera traps: no page shows it."
    )
    width = models.PositiveSmallIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveSmallIntegerField(_("height"), default=0, editable=False)
    seconds = models.PositiveSmallIntegerField(_("seconds"), default=0, editable=False)
    file_size = models.PositiveIntegerField(_("size"), default=0, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    base_form_class = VideoForm
    panels = [
        translated_panel("title"),
        FieldPanel("file"),
        FieldPanel("keeps_sound"),
        FieldPanel("poster"),
        translated_panel("captions"),
        translated_panel("description"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("credit"), FieldPanel("licence")]),
                FieldRowPanel([FieldPanel("side"), FieldPanel("is_sample")]),
            ],
            heading=_("Whose it is"),
        ),
    ]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title or str(self.pk)

    def save(self, *args, **kwargs) -> None:
        """Store the picture alone, and sound that is to stay, whoever saves; a replaced file is removed."""
        is_new_file = bool(self.file) and not self.file._committed
        if not is_new_file and not (self.file and self._gives_up_sound()):
            super().save(*args, **kwargs)
            return
        clean = self._clean_file(is_new_file)
        self.file._committed = False
        self.file.file, self.file.name = clean, clean.name
        (self.width, self.height), self.seconds = clean.dimensions, clean.seconds
        self.file_size = clean.size
        storage = self.file.storage
        replaced = type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()
        super().save(*args, **kwargs)
        if replaced:
            transaction.on_commit(lambda: storage.delete(replaced))

    def _clean_file(self, is_new_file: bool) -> ScrubbedVideo:
        if not is_new_file:
            with self.file.storage.open(self.file.name) as stored:
                return scrub_video(stored, keeps_sound=False)
        given = self.file.file
        if isinstance(given, ScrubbedVideo):
            return given
        return scrub_video(self.file, keeps_sound=self.keeps_sound)

    def _gives_up_sound(self) -> bool:
        stored = type(self).objects.filter(pk=self.pk)
        return not self.keeps_sound and stored.filter(keeps_sound=True).exists()

    @property
    def side_id(self) -> str | None:
        """The side as `content.base.permissions` asks for it."""
        return self.side or None

    @property
    def media_type(self) -> str:
        return f"video/{self.file.name.rsplit('.', 1)[-1]}"

    @property
    def has_all_captions(self) -> bool:
        """Say whether it may be shown: a film without captions shuts out those who do not hear it."""
        return not self.is_withheld and all(
            getattr(self, f"captions_{code.replace('-', '_')}")
            for code, _name in settings.LANGUAGES
        )
