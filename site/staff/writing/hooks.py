"""Where Wagtail asks for what helps staff to write well."""

from django.http import HttpRequest
from wagtail import hooks

from staff.writing.checker import check_our_way


@hooks.register("construct_wagtail_userbar")
def use_our_checks(request: HttpRequest, items: list, page) -> None:
    check_our_way(items)
