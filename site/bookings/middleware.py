"""Whose bookings a request is about."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from bookings import databases
from content.base.choices import SideCode

CHOSEN_SIDE = "bookings_of"  # in the session of those who work for both sides


class SideInChargeMiddleware:
    """Put the right database in charge: of the departure in the address, or of the member of staff.

    In use only where the bookings of the two sides lie apart. Who works for both sides sees one at a time: that of the
    record in the address, else the one chosen last by the filter “Side”.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with databases.in_charge(None):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args, kwargs: dict) -> None:
        if request.resolver_match.namespace == "bookings":
            if "pk" in kwargs:
                databases.put_in_charge(databases.alias_by_number(kwargs["pk"]))
        elif request.path.startswith("/staff/"):
            databases.put_in_charge(_of_staff(request, view, kwargs))


def _of_staff(request: HttpRequest, view: Callable, kwargs: dict) -> str:
    if side := getattr(request.user, "side", ""):
        return databases.alias_of(side)
    if _is_of_bookings(view):
        if "pk" in kwargs:
            return databases.alias_by_number(int(kwargs["pk"]))
        if (asked := request.GET.get("side")) in SideCode.values:
            request.session[CHOSEN_SIDE] = asked
    return databases.alias_of(chosen_side(request))


def _is_of_bookings(view: Callable) -> bool:
    return getattr(view, "view_class", view).__module__.startswith("bookings.")


def chosen_side(request: HttpRequest) -> str:
    """Return the side whose bookings somebody who works for both sides sees now."""
    return request.session.get(CHOSEN_SIDE, SideCode.RU)
