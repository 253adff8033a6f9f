"""Screens of our own in the staff interface, in Wagtail's frame."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class StaffScreen(WagtailAdminTemplateMixin, TemplateView):
    """One page right below the first one, with the path to it; subclasses name it and fill its template."""

    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict]:
        home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
        return [home, {"url": "", "label": self.get_page_title()}]
