"""The glossary as a list that translators and moderators keep."""

from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet

from content.base.overtaking import NoticesOvertaking
from staff.translating.models import GlossaryTerm


class GlossaryChange(NoticesOvertaking, EditView):
    pass


class GlossaryViewSet(ModelViewSet):
    model = GlossaryTerm
    edit_view_class = GlossaryChange
    name = "glossary"
    add_to_admin_menu = False  # the list of what to translate leads here
    icon = "list-ul"
    list_display = ["en", "ru", "zh_hans", "note"]
    list_export = ["en", "ru", "zh_hans", "note"]
    search_fields = ["en", "ru", "zh_hans", "note"]
    search_backend_name = None
    ordering = ["en"]
    inspect_view_enabled = False
    copy_view_enabled = False
    panels = [FieldPanel("en"), FieldPanel("ru"), FieldPanel("zh_hans"), FieldPanel("note")]
