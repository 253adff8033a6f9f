"""The staff forms that notice what is sent a second time, before it is stored."""

from django import forms
from django.core.files.base import File
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as file_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as picture_policy
from wagtail.utils.file import hash_filelike

from content.base.likeness import Twin, twin_file, twin_picture


class TwiceForm(forms.ModelForm):
    """Asks once more before it takes what is here already; what is found is left to `find_twin`."""

    store_anyway = forms.BooleanField(
        label=gettext_lazy("Store it anyway"), required=False, widget=forms.HiddenInput
    )
    here_already: Promise
    looks_alike: Promise = gettext_lazy("It looks very much like %(link)s.")

    def __init__(self, *args, **kwargs) -> None:
        self.user = kwargs.get("user")  # Wagtail's forms take it and forget it
        super().__init__(*args, **kwargs)
        self.order_fields(["title", "file", "store_anyway"])  # the question stands below the file

    def clean(self) -> dict:
        cleaned = super().clean()
        upload = cleaned.get("file")
        is_new = upload is not None and self.files.get(self.add_prefix("file")) is not None
        twin = self.find_twin(upload) if is_new else None
        if twin is not None:
            self.fields["store_anyway"].widget = forms.CheckboxInput()
            if not cleaned.get("store_anyway"):
                self.add_error("store_anyway", self._told(twin))
        return cleaned

    def find_twin(self, upload: File) -> Twin | None:
        """Return what is here already, of what this person may choose."""
        raise NotImplementedError

    def _told(self, twin: Twin) -> SafeString:
        link = format_html(
            '<a href="{}" target="_blank" rel="noopener">{}</a>',
            self.address_of(twin),
            twin.record.title,
        )
        found = self.here_already if twin.is_same else self.looks_alike
        rest = (
            gettext(
                "Use that one. If you need both, choose the file once more and tick “Store it anyway”."
            )
            if twin.is_same
            else gettext(
                "If it is the same picture, use that one. Frames of one series look alike too: if yours is "
                "another frame, choose the file once more and tick “Store it anyway”."
            )
        )
        return format_html("{} {}", format_html(str(found) % {"link": "{}"}, link), rest)

    def address_of(self, twin: Twin) -> str:
        raise NotImplementedError

    def others(self, records: QuerySet) -> QuerySet:
        return records.exclude(pk=self.instance.pk) if self.instance.pk else records


class PictureTwiceForm(TwiceForm):
    here_already = gettext_lazy("This picture is here already: %(link)s.")

    def find_twin(self, upload: File) -> Twin | None:
        pictures = (
            picture_policy.instances_user_has_permission_for(self.user, "choose")
            if self.user
            else get_image_model().objects.all()
        )
        return twin_picture(self.others(pictures), hash_of(upload), getattr(upload, "look", ""))

    def address_of(self, twin: Twin) -> str:
        return reverse("wagtailimages:edit", args=[twin.record.pk])


class FileTwiceForm(TwiceForm):
    here_already = gettext_lazy("This file is here already: %(link)s.")

    def find_twin(self, upload: File) -> Twin | None:
        files = (
            file_policy.instances_user_has_permission_for(self.user, "choose")
            if self.user
            else get_document_model().objects.all()
        )
        return twin_file(self.others(files), hash_of(upload))

    def address_of(self, twin: Twin) -> str:
        return reverse("wagtaildocs:edit", args=[twin.record.pk])


def hash_of(upload: File) -> str:
    """Return the hash that Wagtail keeps of a file; the file is left at its beginning."""
    upload.seek(0)
    found = hash_filelike(upload)
    upload.seek(0)
    return found
