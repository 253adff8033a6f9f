"""Deciding about the information strip that was found in a picture: cut it off, or say that it is none."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.images.permissions import permission_policy

from content.base.models import Image
from content.base.strips import cut_strips, keep_as_it_is


def decide_about_strip(request: HttpRequest, pk: int) -> HttpResponse:
    """Cut the strip with `cut` in the form, else note that there is none; then show the picture again."""
    image = get_object_or_404(Image, pk=pk)
    if not permission_policy.user_has_permission_for_instance(request.user, "change", image):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if "cut" in request.POST:
        cut_strips(image, request.user)
        messages.success(request, _("The strip is cut off. Look once more at what is left."))
    else:
        keep_as_it_is(image, request.user)
        messages.success(request, _("Noted: this picture has no information strip."))
    return redirect("wagtailimages:edit", pk)
