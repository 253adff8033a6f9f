"""The form of the settings of the site."""

from wagtail.contrib.settings.views import EditView

from content.base.overtaking import NoticesOvertaking


class SettingsChange(NoticesOvertaking, EditView):
    pass
