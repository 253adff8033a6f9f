"""Beginning translations from the page itself, and taking over its changes; in place of wagtail-localize's screens."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitTranslationForm,
)

from content.base.permissions import TRANSLATE
from staff.translating.following import follow_original
from staff.translating.rights import languages_for
from staff.translating.services import CannotTranslateError, begin_translation


class TranslatePage(SubmitPageTranslationView):
    """Offer the languages a person may translate into; begin each, or say why not."""

    def get_form(self) -> SubmitTranslationForm:
        form = super().get_form()
        codes = languages_for(self.request.user, self.object)
        languages = form.fields["locales"]
        languages.queryset = languages.queryset.filter(language_code__in=codes)
        del form.fields["include_subtree"]
        return form

    def form_valid(self, form: SubmitTranslationForm) -> HttpResponse:
        targets = []
        for locale in form.cleaned_data["locales"]:
            try:
                target = begin_translation(self.request.user, self.object, locale.language_code)
            except CannotTranslateError as reason:
                messages.error(self.request, str(reason))
            else:
                targets.append(target)
        only = targets[0] if len(targets) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(only))


@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def bring_up_to_date(request: HttpRequest, translation_source_id: int) -> HttpResponse:
    """Take over the original as it is now into its translations; nothing is published by that."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    if not request.user.has_perm(TRANSLATE):
        raise PermissionDenied
    original = source.get_source_instance()
    if request.method != "POST":
        return render(request, "staff/translating/follow.html", {"original": original})
    follow_original(source)
    messages.success(
        request, _("The translations follow the original as it is now. Nothing was published.")
    )
    if isinstance(original, Page):
        return redirect("wagtailadmin_pages:edit", original.pk)
    return redirect("wagtailadmin_home")
