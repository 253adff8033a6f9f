from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from bookings.staff_views.checkin import ForRangers
from bookings.ticket_photo import number_in


class TicketPhoto(ForRangers, View):
    """A photograph of a ticket comes, its number goes back: to the sheet's script, or as the list with that party."""

    def post(self, request: HttpRequest) -> HttpResponse:
        photo = request.FILES.get("photo")
        number = number_in(photo) if photo else ""
        if request.accepts("text/html"):
            return self._to_list(request, number)
        return JsonResponse({"number": number})

    def _to_list(self, request: HttpRequest, number: str) -> HttpResponse:
        if not number:
            messages.error(request, _("No code could be read in the picture. Type the number."))
        search = f"?{urlencode({'q': number})}" if number else ""
        return redirect(f"{reverse('check_in')}{search}")
