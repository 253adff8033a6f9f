"""Files out and in, from the translation editor."""

from django.core.files import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from staff.translating.counts import tell_counts
from staff.translating.exchange.files import MEDIA_TYPES, PO, file_name, write_as
from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.services import Taken, take_in
from staff.translating.text_views import translation_to_edit

TAKEN = ngettext_lazy(
    "%(count)d text taken over from the file.",
    "%(count)d texts taken over from the file.",
    "count",
)
LEFT_OUT = ngettext_lazy(
    "%(count)d text was empty or not finished there.",
    "%(count)d texts were empty or not finished there.",
    "count",
)


@require_safe
def download_texts(request: HttpRequest, translation_id: int, kind: str = PO) -> HttpResponse:
    """Hand out the texts of a page with their translations as a file."""
    translation = translation_to_edit(request, translation_id)
    answer = HttpResponse(
        write_as(translation, kind), content_type=f"{MEDIA_TYPES[kind]}; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{file_name(translation)}.{kind}"'
    return answer


@require_POST
def upload_texts(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take in a translated file, or say line by line why not."""
    translation = translation_to_edit(request, translation_id)
    page = translation.get_target_instance()
    file = request.FILES.get("file")
    try:
        if file is None:
            raise RefusedFileError(Problem(0, _("Choose a file first.")))
        taken = take_in(request.user, translation, file)
    except RefusedFileError as refused:
        back = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return show_refused(request, refused, file, back)
    tell_taken(request, taken)
    return redirect("wagtailadmin_pages:edit", page.pk)


def show_refused(
    request: HttpRequest, refused: RefusedFileError, file: File | None, back: str
) -> HttpResponse:
    """Say file by file and line by line why nothing was taken."""
    context = {
        "problems": refused.problems,
        "has_files": any(problem.file for problem in refused.problems),
        "name": file.name if file else "",
        "back": back,
    }
    return render(request, "staff/translating/refused_file.html", context, status=422)


def tell_taken(request: HttpRequest, taken: Taken) -> None:
    """Say how many texts were taken over, and how many were not."""
    tell_counts(request, (TAKEN, taken.texts), (LEFT_OUT, taken.left_out))
    if not taken.texts and not taken.left_out:
        messages.warning(request, _("There is no text in the file."))
