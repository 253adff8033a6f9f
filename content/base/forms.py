"""The staff forms for pictures and files: what is sent is cleaned here, so that a refusal keeps the typed words."""

from uuid import uuid4

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext, gettext_lazy
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.models import Collection

from content.base.alternatives import AlternativeForm
from content.base.credits import usual_terms
from content.base.field_help import HelpfulForm
from content.base.file_names import is_name_of
from content.base.scrubbing import scrub_document, scrub_picture
from content.base.scrubbing.traces import in_words
from content.base.twice import FileTwiceForm, PictureTwiceForm


class PictureField(WagtailImageField):
    """Takes a picture and gives back its pixels, or says why not."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = gettext_lazy(
            "JPEG, PNG, WebP, AVIF or HEIC. Only the pixels are kept: place, camera, time and file name are taken out. "
            "Best from 1600 pixels in width; a side of more than 3840 is made smaller."
        )

    def to_python(self, data: File | None) -> File | None:
        upload = forms.FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        return scrub_picture(upload)


class DocumentField(WagtailDocumentField):
    """Takes a file and gives it back without metadata, or says why not."""

    def to_python(self, data: File | None) -> File | None:
        upload = super().to_python(data)
        return upload and scrub_document(upload)


class NeutralTitleForm(forms.ModelForm):
    """A title never comes from the file's name, which may tell the place, the camera or the day."""

    file_field: type[forms.FileField]
    neutral_title: str

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text = gettext_lazy("Empty: a neutral title is given.")
        if not self.instance.pk:
            self.initial["title"] = ""
        if "licence" in self.fields:
            self.fields["licence"].required = False  # several at once: the default holds
        if "file" in self.fields:
            self._take_files_clean()
        if "collection" in self.fields:
            self.fields["collection"].label_from_instance = _collection_label

    def _take_files_clean(self) -> None:
        given = self.fields["file"]
        given.widget.attrs = {  # Wagtail's script would copy the file's name into the title
            name: value
            for name, value in given.widget.attrs.items()
            if not name.startswith(("data-controller", "data-action", "data-w-sync"))
        }
        self.fields["file"] = self.file_field(
            label=given.label, required=given.required, widget=given.widget
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        title = (cleaned.get("title") or "").strip()
        upload = self.files.get(self.add_prefix("file"))
        if not title or (upload and is_name_of(upload, title)):
            cleaned["title"] = str(self.neutral_title) % {"mark": uuid4().hex[:6]}
        if upload and cleaned.get("file"):
            # For whoever shows the record next: a note on it, kept nowhere.
            self.instance.removed_on_entry = self.removed_from(cleaned["file"])
        return cleaned

    def removed_from(self, clean: File) -> str:
        """Return a sentence about what was taken out of the file that was sent; empty for nothing worth a word."""
        raise NotImplementedError


class PictureForm(HelpfulForm, PictureTwiceForm, AlternativeForm, NeutralTitleForm, BaseImageForm):
    file_field = PictureField
    neutral_title = gettext_lazy("Picture %(mark)s")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "credit" in self.fields:
            self._ask_whose_it_is()

    def _ask_whose_it_is(self) -> None:
        """Take no new picture without credit and licence, and no credit away from one that has it."""
        credit, licence = self.fields["credit"], self.fields["licence"]
        licence.required = True
        licence.error_messages["required"] = gettext("Choose how others may use the picture.")
        credit.required = not self.instance.pk or bool(self.instance.credit)
        credit.error_messages["required"] = gettext(
            "Say whose picture this is: a person or an organisation, as it is to stand beneath it."
        )
        if not self.instance.pk and self.user:
            self.initial.update(usual_terms(self.user))

    def removed_from(self, clean: File) -> str:
        return in_words(clean.traces)

    def save(self, commit: bool = True):
        self.original_file = None  # the model itself drops a replaced file and its sizes
        return super().save(commit)

    Meta = BaseImageForm.Meta


class DocumentForm(HelpfulForm, FileTwiceForm, NeutralTitleForm, BaseDocumentForm):
    file_field = DocumentField
    neutral_title = gettext_lazy("File %(mark)s")

    def removed_from(self, clean: File) -> str:
        if not clean.had_script:
            return ""
        return gettext(
            "This PDF held a script or a command. It was taken out: check that the file "
            "still does what it should, forms above all."
        )

    def save(self, commit: bool = True):
        self.original_file = None  # the model itself drops a replaced file
        return super().save(commit)

    Meta = BaseDocumentForm.Meta


def _collection_label(collection: Collection) -> str:
    """Return a collection's name; those every site has are named in the reader's language."""
    return gettext(collection.name) if collection.name else ""
