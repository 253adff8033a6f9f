"""Wagtail's screens that take files, which say here when something was taken out of one."""

from django.http import HttpResponse
from wagtail.admin import messages
from wagtail.documents.views.documents import CreateView, EditView

from content.base.overtaking import NoticesOvertaking


class TellsWhatWasRemoved:
    """A form view of files that warns the uploader of what the cleaning cost."""

    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        if note := getattr(form.instance, "removed_on_entry", ""):
            messages.warning(self.request, note)
        return response


class FileUpload(TellsWhatWasRemoved, CreateView):
    pass


class FileChange(NoticesOvertaking, TellsWhatWasRemoved, EditView):
    pass
