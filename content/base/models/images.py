from datetime import date
from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from taggit.managers import TaggableManager
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.utils.file import hash_filelike

from content.base.choices import LICENCE_URLS, Licence
from content.base.likeness import look_of
from content.base.private_names import refuse_private_names
from content.base.renditions import make_renditions, remake_tall
from content.base.scrubbing import ScrubbedPicture, scrub_picture
from content.base.scrubbing.strips import strips_of

picture_replacing = Signal()  # an image is about to get other pixels; provides `instance`
picture_replaced = Signal()  # an image has other pixels than before; provides `instance`
FOR_EVER = date.max


class Image(AbstractImage):
    """A picture with its words. Only pixels are stored: see `content.base.scrubbing`."""

    caption = models.CharField(_("caption"), max_length=400, blank=True)
    alt = models.CharField(
        _("text alternative"),
        max_length=400,
        blank=True,
        help_text=_("What can be seen, for people who cannot see the picture."),
    )
    is_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_(
            "The picture tells nothing: screen readers pass it over, and no words are asked for."
        ),
    )
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence, default=Licence.RESERVED
    )
    is_sample = models.BooleanField(
        _("sample picture"), default=False, help_text=_("Drawn for the sample site, not a record.")
    )

    withheld_until = models.DateField(
        _("withheld until"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Kept by the camera traps: no public page shows the picture before this day."),
    )

    look = models.CharField(
        _("look"),
        max_length=16,
        blank=True,
        editable=False,
        help_text=_("By it a picture that is sent twice is noticed: see `content.base.likeness`."),
    )

    strip_top = models.PositiveSmallIntegerField(
        _("information strip at the top"), default=0, editable=False
    )
    strip_bottom = models.PositiveSmallIntegerField(
        _("information strip at the bottom"), default=0, editable=False
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
        "is_decorative",
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

    makes_renditions = True

    def clean(self) -> None:
        super().clean()
        refuse_private_names(self)

    def save(self, *args, **kwargs) -> None:
        """Store pixels only, whoever saves; sizes are made when the row is committed."""
        is_new_file = bool(self.file) and not self.file._committed
        if not is_new_file:
            moved = self._focus_has_moved()
            super().save(*args, **kwargs)
            if moved:
                remake_tall(self)
            return
        self._take_pixels_only(self.file)
        replaced = type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()
        with transaction.atomic():
            if replaced:
                picture_replacing.send(type(self), instance=self)
            super().save(*args, **kwargs)
            if replaced:
                self._drop_replaced_file(replaced)
            if self.makes_renditions:
                transaction.on_commit(lambda: make_renditions(self))

    def _focus_has_moved(self) -> bool:
        if not self.makes_renditions or not self.pk:
            return False
        fields = ("focal_point_x", "focal_point_y")
        stored = type(self).objects.filter(pk=self.pk).values_list(*fields).first()
        return stored is not None and stored != (self.focal_point_x, self.focal_point_y)

    def _take_pixels_only(self, source: File) -> None:
        clean = source.file if isinstance(source.file, ScrubbedPicture) else scrub_picture(source)
        self.file.file = clean
        self.file.name = clean.name
        self.width, self.height = clean.dimensions
        self.file_size, self.look = clean.size, clean.look
        self.strip_top, self.strip_bottom = clean.strips
        self.file_hash = hash_filelike(clean)  # by it Wagtail tells a picture uploaded twice
        clean.seek(0)

    def _set_image_file_metadata(self) -> None:
        """Note on a file that Wagtail has stored itself, a clean one that waited for its words, what we note on all."""
        super()._set_image_file_metadata()
        with self.open_file() as stored, PillowImage.open(stored) as opened:
            self.look = look_of(opened)
            self.strip_top, self.strip_bottom = strips_of(opened)

    def _drop_replaced_file(self, name: str) -> None:
        storage = self.file.storage
        self.renditions.all().delete()
        getattr(self, "_prefetched_objects_cache", {}).pop("renditions", None)
        transaction.on_commit(lambda: storage.delete(name))
        picture_replaced.send(type(self), instance=self)

    def get_upload_to(self, filename: str) -> str:
        extension = filename.rsplit(".", 1)[-1].lower()
        return f"images/{uuid4().hex}.{extension}"

    @property
    def default_alt_text(self) -> str:
        return self.alt

    @property
    def has_strip(self) -> bool:
        """Say whether rows at the top or bottom look like an information strip and nobody has decided about them."""
        return bool(self.strip_top or self.strip_bottom)

    @property
    def is_withheld(self) -> bool:
        """Say whether no public page may show this picture today; days end on the UTC clock, the last of ours."""
        return self.withheld_until is not None and self.withheld_until > timezone.now().date()

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
