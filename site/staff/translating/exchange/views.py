"""Files out and in, from the translation editor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail_localize.models import Translation

from staff.translating.exchange.po import write_po
from staff.translating.exchange.problems import Problem, RefusedFileError
from staff.translating.exchange.services import take_in
from staff.translating.exchange.xliff import write_xliff
from staff.translating.text_views import translation_to_edit

PO, XLIFF = "po", "xlf"
WRITERS = {
    PO: (write_po, "text/x-gettext-translation"),
    XLIFF: (write_xliff, "application/x-xliff+xml"),
}


@require_safe
def download_texts(request: HttpRequest, translation_id: int, kind: str = PO) -> HttpResponse:
    """Hand out the texts of a page with their translations as a file."""
    translation = translation_to_edit(request, translation_id)
    write, media_type = WRITERS[kind]
    answer = HttpResponse(write(translation), content_type=f"{media_type}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(translation)}.{kind}"'
    return answer


def _file_name(translation: Translation) -> str:
    name = slugify(translation.source.object_repr) or f"page-{translation.pk}"
    return f"{name}-{translation.target_locale.language_code}"


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
        return render(
            request,
            "staff/translating/refused_file.html",
            {"problems": refused.problems, "page": page, "name": file.name if file else ""},
            status=422,
        )
    words = ngettext(
        "%(count)d text taken over from the file.",
        "%(count)d texts taken over from the file.",
        taken.texts,
    )
    messages.success(request, words % {"count": taken.texts})
    if taken.left_out:
        words = ngettext(
            "%(count)d text was empty or not finished there.",
            "%(count)d texts were empty or not finished there.",
            taken.left_out,
        )
        messages.warning(request, words % {"count": taken.left_out})
    return redirect("wagtailadmin_pages:edit", page.pk)
