"""The choice of how often one wants mails, under a person's account."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from staff.mailing.models import MailPreference


class RhythmForm(forms.ModelForm):
    class Meta:
        model = MailPreference
        fields = ["rhythm"]
        labels = {"rhythm": _("How often")}
        help_texts = {
            "rhythm": _(
                "Urgent notices come at once, unless you want no mails. "
                "People who are not back from a trail are always told of."
            )
        }
        widgets = {"rhythm": forms.RadioSelect}


@hooks.register("register_account_settings_panel")
class RhythmPanel(BaseSettingsPanel):
    name = "mail_rhythm"
    title = _("Mails to you")
    tab = notifications_tab
    order = 50
    form_class = RhythmForm

    def get_form(self) -> RhythmForm:
        preference = MailPreference.objects.filter(user=self.user).first()
        data = self.request.POST if self.request.method == "POST" else None
        return RhythmForm(
            data, instance=preference or MailPreference(user=self.user), prefix=self.name
        )
