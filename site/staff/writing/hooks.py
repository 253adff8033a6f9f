"""Where Wagtail asks for what helps staff to write well."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.images.views.chooser import viewset as picture_chooser

from staff.picture_uploads import PictureUploadInChooser
from staff.writing.checker import check_our_way

picture_chooser.create_view_class = PictureUploadInChooser  # before its addresses are made


@hooks.register("construct_wagtail_userbar")
def use_our_checks(request: HttpRequest, items: list, page) -> None:
    check_our_way(items)
