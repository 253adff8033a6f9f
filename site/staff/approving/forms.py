from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm


class ReasonForm(TaskStateCommentForm):
    """Sending a page back asks for the reason, which the author reads on the page and in the mail."""

    comment = forms.CharField(
        label=_("Reason"),
        help_text=_("The author reads it on the page and in the mail."),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
