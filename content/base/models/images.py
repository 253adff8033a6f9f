from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition

from content.base.choices import LICENCE_URLS, Licence
from content.base.renditions import make_renditions
from content.base.scrubbing import scrub_picture


class Image(AbstractImage):
    """A picture with its words. Only pixels are stored: see `content.base.scrubbing`."""

    caption = models.CharField(_("caption"), max_length=400, blank=True)
    alt = models.CharField(
        _("text alternative"),
        max_length=400,
        blank=True,
        help_text=_("What can be seen, for people who cannot see the picture."),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence, default=Licence.RESERVED
    )
    is_sample = models.BooleanField(
        _("sample picture"), default=False, help_text=_("Drawn for the sample site, not a record.")
    )

    # Named apart from Wagtail's own image model, which stays installed.
    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="base_images")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_images",
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "alt_en",
        "alt_ru",
        "alt_zh_hans",
        "caption_en",
        "caption_ru",
        "caption_zh_hans",
        "credit",
        "licence",
        "is_sample",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs) -> None:
        """Store pixels only, whoever saves; sizes are made when the row is committed."""
        is_new_file = bool(self.file) and not self.file._committed
        if is_new_file:
            self._take_pixels_only(self.file)
        super().save(*args, **kwargs)
        if is_new_file and self.makes_renditions:
            transaction.on_commit(lambda: make_renditions(self))

    makes_renditions = True

    def _take_pixels_only(self, source: File) -> None:
        clean = scrub_picture(source)
        self.file.file = clean
        self.file.name = clean.name
        self.file_size = clean.size
        self.file_hash = ""

    def get_upload_to(self, filename: str) -> str:
        extension = filename.rsplit(".", 1)[-1].lower()
        return f"images/{uuid4().hex}.{extension}"

    @property
    def default_alt_text(self) -> str:
        return self.alt

    @property
    def licence_url(self) -> str:
        return LICENCE_URLS.get(self.licence, "")


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        return f"images/{filename}"
