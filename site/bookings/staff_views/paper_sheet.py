from django.utils import timezone
from django.utils.translation import get_language
from django.views.generic import TemplateView

from bookings.ranger_sheet import walks_at_hand
from bookings.staff_views.checkin import ForRangers
from content.base.languages import html_lang


class PaperSheet(ForRangers, TemplateView):
    """The sheet for printing: today's and tomorrow's walks, one a page, with boxes to fill in."""

    template_name = "bookings/staff/paper_sheet.html"

    def get_context_data(self, **kwargs) -> dict:
        now = timezone.now()
        walks = [one for one in walks_at_hand(self.request.user.side, now) if one.day >= 0]
        context = {"walks": walks, "now": now, "lang": html_lang(get_language())}
        return super().get_context_data(**context, **kwargs)
