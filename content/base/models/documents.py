from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.utils.file import hash_filelike

from content.base.choices import Licence
from content.base.scrubbing import scrub_document
from content.base.scrubbing.documents import ScrubbedDocument


class Document(AbstractDocument):
    """A file to download. Its metadata is taken out on entry: see `content.base.scrubbing`."""

    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence, default=Licence.RESERVED
    )
    is_sample = models.BooleanField(_("sample file"), default=False)

    # Named apart from Wagtail's own document model, which stays installed.
    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="base_documents")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="uploaded_documents",
    )

    admin_form_fields = ("title", "file", "collection", "credit", "licence", "is_sample", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        """Check the extension of a file that was taken; one that was refused has its reason already."""
        if self.file:
            super().clean()

    def save(self, *args, **kwargs) -> None:
        """Store the content without metadata, whoever saves; a replaced file is removed."""
        if not self.file or self.file._committed:
            super().save(*args, **kwargs)
            return
        given = self.file.file
        clean = given if isinstance(given, ScrubbedDocument) else scrub_document(self.file)
        self.file.file, self.file.name = clean, clean.name
        self.file_size = clean.size
        clean.seek(0)
        self.file_hash = hash_filelike(clean)  # by it a file sent twice is noticed
        clean.seek(0)
        storage = self.file.storage
        replaced = type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()
        super().save(*args, **kwargs)
        if replaced:
            transaction.on_commit(lambda: storage.delete(replaced))

    def get_upload_to(self, filename: str) -> str:
        extension = filename.rsplit(".", 1)[-1].lower()
        return f"documents/{uuid4().hex}.{extension}"
