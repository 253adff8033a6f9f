"""The screens of urgent notices: what holds and what held, a new one in two steps, ending one."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from content.base.languages import LANGUAGE_NAMES
from content.notices.models import UrgentNotice
from content.notices.queries import in_force
from content.notices.services import NoticeError, end_notice, may_publish, publish_notice
from content.notices.wording import column, filled
from staff.mailing.models import Occasion
from staff.urgent.forms import ChoiceForm, TextsForm
from staff.urgent.receivers import tell_both_sides

PAGE_SIZE = 25


def notices(request: HttpRequest) -> HttpResponse:
    """Show what holds now, with a way to end it, and what held before."""
    _require(request)
    records = UrgentNotice.objects.select_related(
        "side", "area", "trail", "published_by", "ended_by"
    ).defer("trail__track")
    now = [_row(request, notice) for notice in records.filter(pk__in=in_force().values("pk"))]
    past = Paginator(records.exclude(pk__in=in_force().values("pk")), PAGE_SIZE)
    page = past.get_page(request.GET.get("p"))
    context = _frame(_("Urgent notices")) | {
        "now": now,
        "past": [_row(request, notice) for notice in page],
        "page_obj": page,
        "may_edit_phrases": request.user.has_perm("notices.change_preparedphrase"),
    }
    return render(request, "staff/urgent/notices.html", context)


def _row(request: HttpRequest, notice: UrgentNotice) -> dict:
    return {
        "notice": notice,
        "place": notice.trail or notice.area or notice.side or _("The whole reserve"),
        "texts": [
            (code, name, getattr(notice, column(code))) for code, name in LANGUAGE_NAMES.items()
        ],
        "may_end": may_publish(request.user, notice.side_id),
    }


def compose(request: HttpRequest) -> HttpResponse:
    """Choose a phrase, a place and a day; see the three texts; publish them."""
    _require(request)
    choice = ChoiceForm(request.POST or None, user=request.user)
    if request.method != "POST" or not choice.is_valid():
        return _show_choice(request, choice)
    values = choice.cleaned_data
    if "publish" not in request.POST:
        return _show_texts(request, choice, _prepared(values))
    texts = TextsForm(request.POST)
    if not texts.is_valid():
        return _show_texts(request, choice, texts)
    return _publish(request, choice, texts)


def _prepared(values: dict) -> TextsForm:
    prepared = filled(values["phrase"], values["place"].thing, values["last_day"])
    return TextsForm(initial={column(language): text for language, text in prepared.items()})


def _publish(request: HttpRequest, choice: ChoiceForm, texts: TextsForm) -> HttpResponse:
    values = choice.cleaned_data
    words = {language: texts.cleaned_data[column(language)] for language in LANGUAGE_NAMES}
    try:
        notice = publish_notice(
            request.user, values["phrase"].kind, values["place"], words, values["last_day"]
        )
    except NoticeError as error:
        texts.add_error(None, error)
        return _show_texts(request, choice, texts)
    tell_both_sides(notice, request.user, Occasion.URGENT)
    messages.success(request, _("The notice is on the site now, in all three languages."))
    return redirect("staff_urgent_notices")


def _show_choice(request: HttpRequest, form: ChoiceForm) -> HttpResponse:
    context = _frame(_("New urgent notice")) | {"form": form, "today": timezone.localdate()}
    return render(request, "staff/urgent/choose.html", context)


def _show_texts(request: HttpRequest, choice: ChoiceForm, texts: TextsForm) -> HttpResponse:
    place = choice.cleaned_data["place"].thing
    context = _frame(_("New urgent notice")) | {
        "choice": choice,
        "form": texts,
        "place": place or _("The whole reserve"),
        "last_day": choice.cleaned_data["last_day"],
    }
    return render(request, "staff/urgent/texts.html", context)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a notice down at once."""
    _require(request)
    notice = get_object_or_404(UrgentNotice, pk=pk)
    try:
        end_notice(notice, request.user)
    except NoticeError as error:
        messages.error(request, " ".join(error.messages))
    else:
        tell_both_sides(notice, request.user, Occasion.URGENT_ENDED)
        messages.success(request, _("The notice is gone from the site."))
    return redirect("staff_urgent_notices")


def _require(request: HttpRequest) -> None:
    if not request.user.has_perm("notices.add_urgentnotice"):
        raise PermissionDenied


def _frame(title: str) -> dict:
    home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    here = {"url": reverse("staff_urgent_notices"), "label": _("Urgent notices")}
    return {
        "page_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [home, here if title != here["label"] else {"url": "", "label": title}]
        + ([{"url": "", "label": title}] if title != here["label"] else []),
    }
