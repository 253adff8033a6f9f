from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class TrailForm(WagtailAdminModelForm):
    """The staff form of a trail."""

    gpx = forms.FileField(label=_("GPX file"), required=False)
    months = forms.MultipleChoiceField(label=_("open months"), required=False)
