"""The panels of the first page that Wagtail does not have."""

from wagtail.admin.ui.components import Component
from wagtail.models import Page

from content.base.permissions import TRANSLATE
from staff.models import User
from staff.waiting import drafts_of, untranslated_for

SHOWN = 6


class PagesPanel(Component):
    """A short list of pages; not there when the list is empty."""

    template_name: str

    def find(self, user: User):
        raise NotImplementedError

    def get_context_data(self, parent_context: dict) -> dict:
        pages = self.find(parent_context["request"].user).select_related("locale", "content_type")
        return {"pages": list(pages[:SHOWN])}


class DraftsPanel(PagesPanel):
    name = "drafts"
    order = 110
    template_name = "staff/drafts_panel.html"

    def find(self, user: User):
        return drafts_of(user)


class UntranslatedPanel(PagesPanel):
    name = "untranslated"
    order = 120
    template_name = "staff/untranslated_panel.html"

    def find(self, user: User):
        return untranslated_for(user) if user.has_perm(TRANSLATE) else Page.objects.none()
