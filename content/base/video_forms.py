"""The staff form of films: cleaned on entry, refused without captions in every language."""

from django import forms
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from content.base.captions import read_captions, write_captions
from content.base.panels import translated_fields
from content.base.scrubbing.videos import MAX_BYTES, scrub_video


class VideoField(forms.FileField):
    """Takes a film and gives back its picture and sound, or says why not."""

    def to_python(self, data: File | None) -> File | None:
        upload = super().to_python(data)
        return scrub_video(upload) if isinstance(upload, UploadedFile) else upload


class VideoForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = VideoField(
                label=given.label,
                required=given.required,
                widget=forms.FileInput(attrs={"accept": "video/mp4,video/webm"}),
                help_text=_hint(),
            )

    def clean(self) -> dict:
        cleaned = super().clean()
        for column in translated_fields("captions"):
            if column in self.fields and not self.fields[column].disabled:
                self._check_captions(cleaned, column)
        return cleaned

    def _check_captions(self, cleaned: dict, column: str) -> None:
        given = cleaned.get(column)
        if not given:
            self.add_error(column, gettext("Captions are needed in every language of the site."))
            return
        try:
            cleaned[column] = write_captions(read_captions(given))
        except forms.ValidationError as error:
            self.add_error(column, error)


def _hint():
    text = gettext_lazy(
        "MP4 (H.264) or WebM, ten minutes and %(size)d MB at most. Place, camera, time and file name are taken out; "
        "what is said and heard stays: listen to it once."
    )
    return text % {"size": MAX_BYTES // 1024 // 1024}
