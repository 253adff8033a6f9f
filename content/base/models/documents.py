from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument

from content.base.choices import Licence


class Document(AbstractDocument):
    """A file to download."""

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

    def get_upload_to(self, filename: str) -> str:
        extension = filename.rsplit(".", 1)[-1].lower()
        return f"documents/{uuid4().hex}.{extension}"
