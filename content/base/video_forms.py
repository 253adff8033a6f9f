"""The staff form of films: cleaned on entry, refused without captions in every language."""

from django import forms
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from content.base.captions import read_captions, write_captions
from content.base.panels import translated_fields
from content.base.scrubbing.videos import MAX_BYTES, ScrubbedVideo, scrub_video


class VideoField(forms.FileField):
    """Takes a film and gives back its picture and sound, or says why not."""

    def to_python(self, data: File | None) -> File | None:
        upload = super().to_python(data)
        if not isinstance(upload, UploadedFile):
            return upload
        return scrub_video(upload, keeps_sound=True)  # whether it stays is another field's answer


class VideoForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = VideoField(
                label=given.label,
                required=given.required,
                widget=forms.FileInput(attrs={"accept": "video/mp4,video/quicktime,video/webm"}),
                help_text=_hint(),
            )

    def clean(self) -> dict:
        cleaned = super().clean()
        self._settle_sound(cleaned)
        for column in translated_fields("captions"):
            if column in self.fields and not self.fields[column].disabled:
                self._check_captions(cleaned, column)
        return cleaned

    def _settle_sound(self, cleaned: dict) -> None:
        film, keeps_sound = cleaned.get("file"), cleaned.get("keeps_sound", False)
        is_new = isinstance(film, ScrubbedVideo)
        if is_new and not keeps_sound:
            cleaned["file"] = scrub_video(film, keeps_sound=False)
        elif not is_new and self.instance.pk and keeps_sound and "keeps_sound" in self.changed_data:
            self.add_error(
                "keeps_sound", gettext("The sound is gone. Send the film once more to keep it.")
            )

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
        "MP4 or MOV (H.264) or WebM, ten minutes and %(size)d MB at most. Place, camera, time and file name are taken "
        "out, and the sound, unless you keep it below."
    )
    return text % {"size": MAX_BYTES // 1024 // 1024}
