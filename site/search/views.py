from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.base.languages import LANGUAGE_NAMES, html_lang
from search import queries
from search.folding import MAX_QUESTION, clean_text
from search.models import Kind, SearchEntry
from search.snippets import excerpt, marked

PAGE_SIZE = 10


@dataclass(frozen=True)
class Result:
    """One line of the answer."""

    url: str
    kind: str
    title: SafeString
    text: SafeString

    @classmethod
    def of(cls, entry: SearchEntry, words: list[str]) -> "Result":
        return cls(
            url=entry.url,
            kind=entry.get_kind_display(),
            title=marked(entry.title, words),
            text=excerpt(entry.title, entry.summary, entry.text, words),
        )


@dataclass(frozen=True)
class Choice:
    """A link that narrows the answer to one kind, or leads to the same question in another language."""

    label: str
    number: int
    url: str
    is_current: bool = False
    lang: str = ""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer `?q=` in the visitor's language; `kind` narrows, `page` turns the pages."""
    question = clean_text(request.GET.get("q", "")[: MAX_QUESTION * 5])[:MAX_QUESTION].strip()
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    found = queries.find(question, get_language() or "en", kind)
    page_obj = _page_of(found, kind, request.GET.get("page"))
    context = {
        "question": question,
        "found": found,
        "kind": kind,
        "page_obj": page_obj,
        "page_query": urlencode({"q": question, **({"kind": kind} if kind else {})}),
        "results": [Result.of(entry, found.words) for entry in page_obj],
        "count_text": ngettext("%(count)d result", "%(count)d results", found.total)
        % {"count": found.total},
        "kinds": _kinds(question, found, kind),
        "elsewhere": _elsewhere(question, found),
    }
    return render(request, "search/results.html", context)


def _page_of(found: queries.Found, kind: str, number: str | None) -> Page:
    paginator = Paginator(found.entries, PAGE_SIZE)
    paginator.count = found.kinds.get(kind, 0) if kind else found.total  # counted already
    return paginator.get_page(number)


def _kinds(question: str, found: queries.Found, kind: str) -> list[Choice]:
    """Return the filter; nothing to choose among one kind only."""
    if len(found.kinds) < 2 and not kind:
        return []
    everything = Choice(_("Everything"), found.total, _address(question), is_current=not kind)
    return [
        everything,
        *(
            Choice(Kind(one).label, number, _address(question, one), is_current=one == kind)
            for one, number in found.kinds.items()
        ),
    ]


def _elsewhere(question: str, found: queries.Found) -> list[Choice]:
    return [
        Choice(
            LANGUAGE_NAMES[code],
            number,
            f"/{code}/search/{_address(question)}",
            lang=html_lang(code),
        )
        for code, number in found.elsewhere.items()
        if code in LANGUAGE_NAMES
    ]


def _address(question: str, kind: str = "") -> str:
    return "?" + urlencode({"q": question, **({"kind": kind} if kind else {})})
