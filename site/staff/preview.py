"""Previews of pages that also hold while Wagtail turns a new page into a saved one.

On a slow line seconds pass between the first automatic saving of a page and the moment its form knows of it. In between
the form may send its text to the one address and open the other.
"""

from django.http import HttpRequest, HttpResponse, QueryDict
from wagtail.admin.views.pages import preview
from wagtail.models import Page


class PreviewOnEdit(preview.PreviewOnEdit):
    """Show the saved draft where the form has sent nothing yet, instead of an error."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self._get_form_state() is None:
            mode = request.GET.get("mode", self.object.default_preview_mode)
            return self.object.make_preview_request(request, mode, self.get_extra_request_attrs())
        return super().get(request, *args, **kwargs)


class PreviewOnCreate(preview.PreviewOnCreate):
    """Let a new page be seen although its address is taken already, as a rule by its own first saving."""

    def get_form(self, query_dict: QueryDict):
        if self._is_taken(query_dict.get("slug", "")):
            query_dict = query_dict.copy()
            query_dict["slug"] = ""  # Wagtail puts a free one in its place
        return super().get_form(query_dict)

    def _is_taken(self, slug: str) -> bool:
        parent = Page.objects.get(pk=self.parent_object_id)
        return parent.get_children().filter(slug=slug).exists()
