"""A first draft by a machine. Off unless `MACHINE_TRANSLATOR` names a class; without it no request leaves the host.

Such a class has wagtail-localize's interface, `BaseMachineTranslator`: `display_name`, `can_translate(source_locale,
target_locale)` and `translate(source_locale, target_locale, strings)`, which takes `StringValue`s and returns a
dictionary from each to its translation, tags kept. What `MACHINE_TRANSLATOR_OPTIONS` holds, as JSON, is its `options`.
wagtail-localize brings three for outside services (`deepl`, `google`, `libretranslate`); one of your own may ask a
program on your own host.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from content.base.permissions import TRANSLATE
from staff.models import User
from staff.translating.counts import tell_counts
from staff.translating.drafts import MACHINE
from staff.translating.exchange.checking import wrong_marks
from staff.translating.exchange.units import Unit, units_of
from staff.translating.text_views import translation_to_edit
from staff.translating.texts import ADDRESS

FAILURES = (OSError, ValueError, KeyError)  # no network, no answer, an answer of another form

DRAFTED = ngettext_lazy(
    "%(count)d text drafted. Read it before you submit the page.",
    "%(count)d texts drafted. Read them before you submit the page.",
    "count",
)
NOT_DRAFTED = ngettext_lazy(
    "%(count)d text could not be drafted.",
    "%(count)d texts could not be drafted.",
    "count",
)


@dataclass(frozen=True)
class Drafted:
    """How many texts a machine has drafted, and how many it could not."""

    texts: int
    left: int


def draft(user: User, translation: Translation, machine: BaseMachineTranslator) -> Drafted:
    """Let a machine draft every text that has no translation yet; a draft that loses a tag is not taken."""
    units = [one for one in units_of(translation) if not one.words and one.path != ADDRESS]
    if not units:
        return Drafted(0, 0)
    locales = translation.source.locale, translation.target_locale
    answers = machine.translate(*locales, list({StringValue(unit.source) for unit in units}))
    drafts = {unit: answers.get(StringValue(unit.source)) for unit in units}
    good = {
        unit: answer.data
        for unit, answer in drafts.items()
        if answer and answer.data and not list(wrong_marks(unit.source, answer.data))
    }
    _store(user, translation, machine, good)
    return Drafted(len(good), len(units) - len(good))


@transaction.atomic
def _store(
    user: User, translation: Translation, machine: BaseMachineTranslator, drafts: dict[Unit, str]
) -> None:
    for unit, words in drafts.items():
        StringTranslation.objects.get_or_create(
            translation_of_id=unit.segment.string_id,
            context_id=unit.segment.context_id,
            locale_id=translation.target_locale_id,
            defaults={
                "data": words,
                "translation_type": MACHINE,
                "tool_name": str(machine.display_name),
                "last_translated_by": user,
            },
        )


@require_POST
def draft_by_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Draft the texts of a page that are missing, and say how many wait to be read."""
    machine = get_machine_translator()
    if machine is None:
        raise Http404
    translation = translation_to_edit(request, translation_id)
    if not request.user.has_perm(TRANSLATE):
        raise PermissionDenied
    if not machine.can_translate(translation.source.locale, translation.target_locale):
        raise Http404
    try:
        drafted = draft(request.user, translation, machine)
    except FAILURES:
        messages.error(request, _("The machine gave no answer. Nothing has changed."))
    else:
        _tell(request, drafted)
    return redirect("wagtailadmin_pages:edit", translation.get_target_instance().pk)


def _tell(request: HttpRequest, drafted: Drafted) -> None:
    tell_counts(request, (DRAFTED, drafted.texts), (NOT_DRAFTED, drafted.left))
    if not drafted.texts and not drafted.left:
        messages.warning(request, _("Every text has a translation already."))
