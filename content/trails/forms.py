from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from content.base.choices import MONTHS
from content.trails import services
from content.trails.gpx import GpxError, read_gpx
from content.trails.months import ALL_YEAR, from_bits, to_bits


class TrailForm(WagtailAdminModelForm):
    """The staff form of a trail: the track comes as a GPX file, the open months as boxes to tick."""

    gpx = forms.FileField(
        label=_("GPX file"),
        required=False,
        help_text=_(
            "One track. Length, ascent and heights are computed from it; "
            "times, names and other people’s data in the file are not kept."
        ),
        widget=forms.FileInput(attrs={"accept": ".gpx,application/gpx+xml"}),
    )
    drop_track = forms.BooleanField(label=_("Remove the track"), required=False)
    months = forms.TypedMultipleChoiceField(
        label=_("open months"),
        choices=MONTHS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked: closed all year"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bits = self.instance.open_months if self.instance.pk else ALL_YEAR
        self.fields["months"].initial = from_bits(bits)

    def clean_gpx(self) -> list[list[float | None]] | None:
        upload = self.cleaned_data["gpx"]
        if not upload:
            return None
        try:
            return read_gpx(upload.read())
        except GpxError as error:
            raise forms.ValidationError(str(error), code="gpx") from error

    def save(self, commit: bool = True):
        self.instance.open_months = to_bits(self.cleaned_data["months"])
        if self.cleaned_data["gpx"]:
            services.set_track(self.instance, self.cleaned_data["gpx"])
        elif self.cleaned_data["drop_track"]:
            services.remove_track(self.instance)
        return super().save(commit)
