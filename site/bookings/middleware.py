"""Whose bookings a request is about."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from bookings import databases


class SideInChargeMiddleware:
    """Put the right database in charge: of the departure in the address, or of the member of staff.

    In use only where the bookings of the two sides lie apart.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with databases.in_charge(None):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        match = request.resolver_match
        if match.namespace == "bookings" and "pk" in kwargs:
            databases.put_in_charge(databases.alias_by_number(kwargs["pk"]))
        elif request.path.startswith("/staff/"):
            databases.put_in_charge(databases.alias_of(request.user.side or "RU"))
