"""The form of one picture, which shows like the forms of facts what its texts lack in each language."""

from django.http import HttpResponse
from wagtail.images.views.images import EditView

from content.base.overtaking import NoticesOvertaking
from content.base.texts.lacks import count_lacks
from staff.file_uploads import TellsWhatWasRemoved
from staff.quality.still_right import settle_ticked_texts


class PictureChange(NoticesOvertaking, TellsWhatWasRemoved, EditView):
    template_name = "staff/pictures/change.html"

    def form_valid(self, form) -> HttpResponse:
        answer = super().form_valid(form)
        settle_ticked_texts(self.request, self.object)
        return answer

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {
            "lacks": count_lacks(self.object),
            "strip_from": self.object.height - self.object.strip_bottom,
        }
